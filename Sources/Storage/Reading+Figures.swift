import JSON
import Statistics

/// Rows about what is measured and what was found.
extension Reading {
  mutating func unit(_ record: inout Record) -> Unit {
    var unit = Unit()
    unit.code = defineID(&record, .unit, key: "code")
    unit.symbol = record.requiredText("symbol", mayBeEmpty: true)
    unit.name = record.requiredName("name")
    return unit
  }

  mutating func indicator(_ record: inout Record) -> Indicator {
    var indicator = Indicator()
    indicator.id = defineID(&record, .indicator)
    indicator.name = record.requiredName("name")
    indicator.shortName = record.optionalName("shortName")
    indicator.definition = record.requiredName("definition")
    indicator.producer = reference(&record, "producer", to: .agency)
    indicator.producerNote = record.optionalName("producerNote")
    indicator.pillar = reference(&record, "pillar", to: .pillar)
    indicator.parent = reference(&record, "parent", to: .indicator)
    indicator.unit = requiredReference(&record, "unit", to: .unit)
    indicator.unitMultiplier = record.integer("unitMultiplier", in: -6...15, default: 0)
    indicator.decimals = record.integer("decimals", in: 0...15, default: nil)
    indicator.minimum = record.optionalDecimal("minimum")
    indicator.maximum = record.optionalDecimal("maximum")
    indicator.kind = record.requiredCode("kind", default: .flow)
    indicator.frequency = record.requiredCode("frequency", default: .annual)
    indicator.direction = record.requiredCode("direction", default: .none)
    indicator.levels = record.codes("levels")
    indicator.aggregation = aggregation(&record)
    indicator.breaks = methodBreaks(&record)
    indicator.notes = record.names("notes")
    if indicator.levels.isEmpty {
      record.place.report(expected: "levels: country, nation or province", found: "none")
    }
    return indicator
  }

  private mutating func aggregation(_ record: inout Record) -> Aggregation {
    record.object("aggregation") { entry in
      var aggregation = Aggregation()
      aggregation.rule = entry.requiredCode("rule", default: .none)
      aggregation.over = entry.optionalText("over")
      aggregation.weight = reference(&entry, "weight", to: .indicator)
      aggregation.source = reference(&entry, "source", to: .source)
      aggregation.excerpt = entry.excerpt()
      if (aggregation.rule == .weightedMean) != (aggregation.weight != nil) {
        entry.place.report(
          expected: "a weight with the rule weightedMean, and with no other",
          found:
            "rule \(aggregation.rule.rawValue)"
            + (aggregation.weight == nil ? " without a weight" : " with a weight")
        )
      }
      return aggregation
    } ?? Aggregation()
  }

  private mutating func methodBreaks(_ record: inout Record) -> [MethodBreak] {
    record.objects("breaks") { entry in
      let period = entry.optionalPeriod("period")
      if period == nil {
        entry.place.report(
          expected: "period, the first one by the new method", found: "none")
      }
      // What stands in for a missing period is never served: the load has failed by now.
      var change = MethodBreak(period: period ?? Period(Day(number: 0)))
      change.what = entry.requiredName("what")
      change.act = reference(&entry, "act", to: .source)
      change.source = reference(&entry, "source", to: .source)
      return change
    }
  }

  /// Reads any row of observations; false if it could not be added, which is an error.
  mutating func readObservation(_ record: inout Record) -> Bool {
    var row = Observation()
    row.indicator = observed(&record, "indicator", .indicator)
    row.area = observed(&record, "area", .area)
    row.period = record.optionalPeriod("period")
    row.value = record.optionalDecimal("value")
    row.source = observed(&record, "source", .source)
    row.original = observedIfGiven(&record, "original", .source)
    row.status = record.code("status", default: .normal)
    row.missing = record.optionalCode("missing")
    row.annotation = annotation(&record)
    let isRange = row.annotation.low != nil || row.annotation.high != nil
    row.qualifier = record.code("qualifier", default: isRange ? .range : .exact)
    checkShape(row, record)
    let isAdded = observations.append(row)
    if !isAdded {
      record.place.report(
        expected: "at most \(Numbering.most) different ids or periods of a kind in a file",
        found: "one more")
    }
    return isAdded
  }

  private func annotation(_ record: inout Record) -> Annotation {
    var annotation = Annotation()
    annotation.locator = record.optionalText("locator")
    annotation.excerpt = record.excerpt()
    annotation.low = record.optionalDecimal("low")
    annotation.high = record.optionalDecimal("high")
    annotation.outOf = record.optionalDecimal("outOf")
    annotation.otherStatus = record.codes("otherStatus")
    annotation.note = record.optionalName("note")
    annotation.periodText = record.optionalName("periodText")
    annotation.rejected = record.optionalName("rejected")
    annotation.statedChange = record.object("statedChange") { entry in
      var change = StatedChange()
      change.kind = entry.requiredCode("kind", default: .percent)
      change.value = entry.optionalDecimal("value")
      change.low = entry.optionalDecimal("low")
      change.high = entry.optionalDecimal("high")
      change.qualifier = entry.code("qualifier", default: change.low == nil ? .exact : .range)
      change.since = entry.optionalPeriod("since")
      if (change.value == nil) == (change.low == nil || change.high == nil) {
        entry.place.report(expected: "a value, or low and high", found: "neither or both")
      }
      return change
    }
    return annotation
  }

  /// Exactly one of a value, a range and a reason why there is none.
  private func checkShape(_ row: Observation, _ record: Record) {
    let low = row.annotation.low
    let high = row.annotation.high
    if (low == nil) != (high == nil) {
      record.place.report(expected: "both low and high of a range", found: "one of them")
    }
    if let low, let high, low > high {
      record.place.report(expected: "low below high", found: "\(low) and \(high)")
    }
    let given = [row.value != nil, low != nil, row.missing != nil].count { $0 }
    if given != 1 {
      record.place.report(
        expected: "exactly one of value, low and high, missing", found: "\(given) of them")
    }
    if (row.qualifier == .range) != (low != nil) {
      record.place.report(
        expected: "the qualifier range with low and high, and only there",
        found: "\(row.qualifier.rawValue)")
    }
    if row.status.isMissing {
      record.place.report(
        expected: "a missing value given by \"missing\", not by its status",
        found: row.status.rawValue)
    }
    if row.period == nil, row.annotation.periodText == nil {
      record.place.report(
        expected: "a period, or periodText where the document states none", found: "neither")
    }
  }

  mutating func readPublishedRank(_ record: inout Record) {
    let indicator = requiredReference(&record, "indicator", to: .indicator)
    let area = requiredReference(&record, "area", to: .province)
    let period = record.optionalPeriod("period")
    if period == nil {
      record.place.report(expected: "period, the one that was ranked", found: "none")
    }
    // What stands in for a missing period is never served: the load has failed by now.
    var rank = PublishedRank(period: period ?? Period(Day(number: 0)))
    rank.indicator = indicator
    rank.area = area
    rank.rank = record.integer("rank", in: 1...10_000, default: nil)
    rank.outOf = record.optionalInteger("outOf", in: 1...10_000)
    rank.source = requiredReference(&record, "source", to: .source)
    rank.locator = record.optionalText("locator")
    rank.excerpt = record.excerpt()
    if let outOf = rank.outOf, rank.rank > outOf {
      record.place.report(expected: "a rank of at most outOf", found: "\(rank.rank) of \(outOf)")
    }
    publishedRankPlaces.append(record.place)
    contents.publishedRanks.append(rank)
  }
}
