import JSON
import Statistics

/// What only all files together can show to be wrong.
extension Reading {
  /// Checks references first; what depends on them only where they are sound.
  func check() {
    if isWhole { references.check() }
    checkSizes()
    checkMaps()
    checkFormerNames()
    checkRegions()
    checkWeights()
    checkObservations()
    checkPublishedRanks()
    checkTargets()
  }

  private func checkSizes() {
    for (kind, first, count) in [
      (Kind.indicator, contents.indicators.first?.id, contents.indicators.count),
      (.source, contents.sources.first?.id, contents.sources.count),
      (.area, contents.provinces.first?.id, references.count(.area)),
    ] where count > StorageLimits.referredRows {
      references.place(kind, first ?? "")?.report(
        expected: "at most \(StorageLimits.referredRows) of \(kind.rawValue)",
        found: "\(count)")
    }
  }

  /// A weight that has no provincial values would leave every carried value missing.
  private func checkWeights() {
    let indicators = Table(contents.indicators, id: \.id)
    for indicator in contents.indicators {
      guard indicator.aggregation.rule == .weightedMean,
        let weight = indicator.aggregation.weight.flatMap({ indicators[$0] }),
        !weight.levels.contains(.province),
        let place = references.place(.indicator, indicator.id)
      else { continue }
      place.report(
        expected: "a weight with values of provinces", found: "\"\(weight.id)\" without any")
    }
  }

  /// Former names follow each other, each with a last day of its own.
  private func checkFormerNames() {
    for unit in contents.provinces where unit.formerly.count > 1 {
      for (earlier, later) in zip(unit.formerly, unit.formerly.dropFirst())
      where earlier.validTo >= later.validTo {
        references.place(.province, unit.id)?.report(
          expected: "former names in the order of their last days",
          found: "\(earlier.validTo) before \(later.validTo)")
      }
    }
  }

  /// On no day do two units bear one name, and predecessors end the day before.
  private func checkMaps() {
    let units = contents.provinces
    for (index, unit) in units.enumerated() {
      guard let place = references.place(.province, unit.id) else { continue }
      for other in units[..<index] where overlap(unit, other) {
        let shared = [
          ("code", unit.code, other.code), ("slug", unit.slug, other.slug),
          ("isoCode", unit.isoCode ?? "", other.isoCode ?? "-"),
        ].first { $0.1 == $0.2 }
        if let shared {
          place.report(
            expected: "a \(shared.0) that no other unit bears on the same day",
            found: "\"\(shared.1)\", which \(other.id) bears too")
        }
      }
      for id in unit.predecessors {
        guard let predecessor = units.first(where: { $0.id == id }) else { continue }
        let eve = unit.validFrom?.advanced(by: -1)
        if eve == nil || predecessor.validTo != eve {
          place.report(
            expected: "predecessors that end the day before validFrom",
            found: "\(id), to \(predecessor.validTo.map { "\($0)" } ?? "today")")
        }
      }
    }
    if !units.isEmpty, units.allSatisfy({ $0.validFrom == nil }),
      let place = references.place(.province, units[0].id)
    {
      place.report(
        expected: "a validFrom on some unit: the first day of the first map", found: "none")
    }
  }

  private func overlap(_ one: Province, _ other: Province) -> Bool {
    let first = max(one.validFrom?.number ?? .min, other.validFrom?.number ?? .min)
    return first <= min(one.validTo?.number ?? .max, other.validTo?.number ?? .max)
  }

  /// A unit is in at most one region on a day.
  private func checkRegions() {
    for (index, region) in contents.regions.enumerated() {
      for other in contents.regions[..<index] {
        let last = min(region.validTo?.number ?? .max, other.validTo?.number ?? .max)
        guard max(region.validFrom, other.validFrom).number <= last else { continue }
        let both = region.provinces.filter(other.provinces.contains)
        if !both.isEmpty, let place = references.place(.region, region.id) {
          place.report(
            expected: "each unit in one region at a time",
            found: "\(both.joined(separator: ", ")) in \(other.id) too")
        }
        if region.slug == other.slug, let place = references.place(.region, region.id) {
          place.report(
            expected: "a slug that no other region bears on the same day",
            found: "\"\(region.slug)\", as \(other.id)")
        }
      }
    }
  }

  private func checkTargets() {
    let indicators = Table(contents.indicators, id: \.id)
    for target in contents.targets {
      guard let place = references.place(.target, target.id) else { continue }
      checkExcerpt(
        target.excerpt, [target.value, target.low], multiplier: target.unitMultiplier, place)
      for id in target.indicators {
        guard let indicator = indicators[id] else { continue }
        if indicator.unit != target.unit || indicator.unitMultiplier != target.unitMultiplier {
          place.report(
            expected:
              "indicators of the target's unit (\(target.unit) × 10^\(target.unitMultiplier))",
            found: "\(id) in \(indicator.unit) × 10^\(indicator.unitMultiplier);"
              + " move it to \"related\" with the reason")
        }
      }
    }
  }

  private func checkObservations() {
    let indicators = Table(contents.indicators, id: \.id)
    let sources = Table(contents.sources, id: \.id)
    let countries = Table(contents.countries, id: \.id)
    var seen: [Cell: Int] = [:]
    for (index, row) in contents.observations.enumerated() {
      let place = observationPlaces[index]
      let cell = Cell(
        indicator: row.indicator, area: row.area, period: row.period,
        periodText: row.period == nil ? row.annotation.periodText : nil, source: row.source)
      if let first = seen.updateValue(index, forKey: cell) {
        place.report(
          expected: "one row for an indicator, area, period and source",
          found: "the same as \(observationPlaces[first].pointer)"
            + " of \(observationPlaces[first].file.path)")
      }
      if let indicator = indicators[row.indicator] {
        let level =
          references.isDefined(.area, row.area) ? countries[row.area]?.level ?? .province : nil
        check(row, of: indicator, level: level, place)
      }
      if let source = sources[row.source],
        row.original.flatMap({ sources[$0]?.published }) == nil, source.knownFrom == nil
      {
        place.report(
          expected: "a source with a date: published, or retrieved",
          found: "\"\(row.source)\" with neither")
      }
      if let original = row.original, let source = sources[row.source],
        !source.transcriptionOf.contains(original)
      {
        place.report(
          expected: "an original that \(row.source) transcribes",
          found: "\"\(original)\"",
          suggestion: Nearest.one(to: original, among: source.transcriptionOf))
      }
    }
  }

  private func checkPublishedRanks() {
    let sources = Table(contents.sources, id: \.id)
    var seen = Set<Cell>()
    for (rank, place) in zip(contents.publishedRanks, publishedRankPlaces) {
      let cell = Cell(
        indicator: rank.indicator, area: rank.area, period: rank.period, periodText: nil,
        source: rank.source)
      if !seen.insert(cell).inserted {
        place.report(
          expected: "one rank for an indicator, area, period and source", found: "one more")
      }
      if sources[rank.source].map({ $0.knownFrom == nil }) ?? false {
        place.report(
          expected: "a source with a date: published, or retrieved",
          found: "\"\(rank.source)\" with neither")
      }
      checkExcerpt(rank.excerpt, [Decimal(rank.rank)], multiplier: 0, place)
    }
  }

  private func check(
    _ row: Observation, of indicator: Indicator, level: Level?, _ place: Place
  ) {
    let figures = [row.value, row.annotation.low, row.annotation.high]
    for figure in figures.compactMap({ $0 }) {
      if let minimum = indicator.minimum, figure < minimum {
        place.report(expected: "a value of at least \(minimum)", found: "\(figure)")
      }
      if let maximum = indicator.maximum, figure > maximum {
        place.report(expected: "a value of at most \(maximum)", found: "\(figure)")
      }
      if figure.places > indicator.decimals {
        place.report(
          expected: "at most \(indicator.decimals) digits after the point, as \(indicator.id) says",
          found: "\(figure)")
      }
    }
    if let level, !indicator.levels.contains(level) {
      let levels = indicator.levels.map(\.rawValue).joined(separator: ", ")
      place.report(
        expected: "an area of the indicator's levels (\(levels))",
        found: "\(row.area), a \(level.rawValue)")
    }
    checkExcerpt(
      row.annotation.excerpt, figures, multiplier: indicator.unitMultiplier, place)
    checkExcerpt(row.annotation.excerpt, [row.annotation.outOf], multiplier: 0, place)
  }

  /// Wants each figure in the words that are said to carry it.
  private func checkExcerpt(
    _ excerpt: String?, _ figures: [Decimal?], multiplier: Int, _ place: Place
  ) {
    guard let excerpt else { return }
    let found = Figures(in: excerpt)
    for figure in figures.compactMap({ $0 }) where !found.contain(figure, multiplier: multiplier) {
      place.report(
        expected: "the figure \(figure) (× 10^\(multiplier)) in its excerpt",
        found: "\"\(excerpt)\"")
    }
  }
}

/// What one source says of one cell.
private struct Cell: Hashable {
  var indicator: String
  var area: String
  var period: Period?
  var periodText: Name?
  var source: String
}
