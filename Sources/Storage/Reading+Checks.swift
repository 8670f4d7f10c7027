import JSON
import Statistics

/// What only all files together can show to be wrong.
extension Reading {
  /// Checks references first; what depends on them only where they are sound. Observations are
  /// checked apart, file by file.
  func check(_ defined: Definitions) {
    if isWhole { references.check(defined) }
    checkSizes(defined)
    checkMaps(defined)
    checkFormerNames(defined)
    checkRegions(defined)
    checkWeights(defined)
    checkPublishedRanks()
    checkTargets(defined)
  }

  private func checkSizes(_ defined: Definitions) {
    for (kind, first, count) in [
      (Kind.indicator, contents.indicators.first?.id, contents.indicators.count),
      (.source, contents.sources.first?.id, contents.sources.count),
      (.area, contents.provinces.first?.id, defined.count(.area)),
    ] where count > StorageLimits.referredRows {
      defined.place(kind, first ?? "")?.report(
        expected: "at most \(StorageLimits.referredRows) of \(kind.rawValue)",
        found: "\(count)")
    }
  }

  /// A weight that has no provincial values would leave every carried value missing.
  private func checkWeights(_ defined: Definitions) {
    let indicators = Table(contents.indicators, id: \.id)
    for indicator in contents.indicators {
      guard indicator.aggregation.rule == .weightedMean,
        let weight = indicator.aggregation.weight.flatMap({ indicators[$0] }),
        !weight.levels.contains(.province),
        let place = defined.place(.indicator, indicator.id)
      else { continue }
      place.report(
        expected: "a weight with values of provinces", found: "\"\(weight.id)\" without any")
    }
  }

  /// Former names follow each other, each with a last day of its own.
  private func checkFormerNames(_ defined: Definitions) {
    for unit in contents.provinces where unit.formerly.count > 1 {
      for (earlier, later) in zip(unit.formerly, unit.formerly.dropFirst())
      where earlier.validTo >= later.validTo {
        defined.place(.province, unit.id)?.report(
          expected: "former names in the order of their last days",
          found: "\(earlier.validTo) before \(later.validTo)")
      }
    }
  }

  /// On no day do two units bear one name, and predecessors end the day before.
  private func checkMaps(_ defined: Definitions) {
    let units = contents.provinces
    let byID = Table(units, id: \.id)
    var bearers: [String: [Int]] = [:]
    for (index, unit) in units.enumerated() {
      guard let place = defined.place(.province, unit.id) else { continue }
      var shared: [Int: (kind: String, name: String)] = [:]
      for (kind, name) in [("code", unit.code), ("slug", unit.slug), ("isoCode", unit.isoCode)] {
        guard let name else { continue }
        for earlier in bearers["\(kind) \(name)"] ?? []
        where shared[earlier] == nil && overlap(unit, units[earlier]) {
          shared[earlier] = (kind, name)
        }
        bearers["\(kind) \(name)", default: []].append(index)
      }
      for (earlier, what) in shared.sorted(by: { $0.key < $1.key }) {
        place.report(
          expected: "a \(what.kind) that no other unit bears on the same day",
          found: "\"\(what.name)\", which \(units[earlier].id) bears too")
      }
      for id in unit.predecessors {
        guard let predecessor = byID[id] else { continue }
        let eve = unit.validFrom?.advanced(by: -1)
        if eve == nil || predecessor.validTo != eve {
          place.report(
            expected: "predecessors that end the day before validFrom",
            found: "\(id), to \(predecessor.validTo.map { "\($0)" } ?? "today")")
        }
      }
    }
    if !units.isEmpty, units.allSatisfy({ $0.validFrom == nil }),
      let place = defined.place(.province, units[0].id)
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
  private func checkRegions(_ defined: Definitions) {
    for (index, region) in contents.regions.enumerated() {
      for other in contents.regions[..<index] {
        let last = min(region.validTo?.number ?? .max, other.validTo?.number ?? .max)
        guard max(region.validFrom, other.validFrom).number <= last else { continue }
        let both = region.provinces.filter(other.provinces.contains)
        if !both.isEmpty, let place = defined.place(.region, region.id) {
          place.report(
            expected: "each unit in one region at a time",
            found: "\(both.joined(separator: ", ")) in \(other.id) too")
        }
        if region.slug == other.slug, let place = defined.place(.region, region.id) {
          place.report(
            expected: "a slug that no other region bears on the same day",
            found: "\"\(region.slug)\", as \(other.id)")
        }
      }
    }
  }

  private func checkTargets(_ defined: Definitions) {
    let indicators = Table(contents.indicators, id: \.id)
    for target in contents.targets {
      guard let place = defined.place(.target, target.id) else { continue }
      place.want(
        [target.value, target.low], in: target.excerpt, multiplier: target.unitMultiplier)
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

  private func checkPublishedRanks() {
    let sources = Table(contents.sources, id: \.id)
    var seen = Set<Cell>()
    for (rank, place) in zip(contents.publishedRanks, publishedRankPlaces) {
      let cell = Cell(
        indicator: rank.indicator, area: rank.area, period: rank.period, source: rank.source)
      if !seen.insert(cell).inserted {
        place.report(
          expected: "one rank for an indicator, area, period and source", found: "one more")
      }
      if sources[rank.source].map({ $0.knownFrom == nil }) ?? false {
        place.report(
          expected: "a source with a date: published, or retrieved",
          found: "\"\(rank.source)\" with neither")
      }
      place.want([Decimal(rank.rank)], in: rank.excerpt, multiplier: 0)
    }
  }
}

/// What one source says of one cell.
private struct Cell: Hashable {
  var indicator: String
  var area: String
  var period: Period
  var source: String
}

extension Place {
  /// Wants each figure in the words that are said to carry it.
  func want(_ figures: [Decimal?], in excerpt: String?, multiplier: Int) {
    guard let excerpt else { return }
    let found = Figures(in: excerpt)
    for figure in figures.compactMap({ $0 }) where !found.contain(figure, multiplier: multiplier) {
      report(
        expected: "the figure \(figure) (× 10^\(multiplier)) in its excerpt",
        found: "\"\(excerpt)\"")
    }
  }
}
