import JSON

/// The units of a map (or of regions of it) ordered by an indicator's value in one period.
///
/// A rank is computed only where every unit has a number; otherwise only ranks that a document
/// published are given. Equal values share a rank and the next is skipped, as dti.gov.vn does.
package struct Ranking: Sendable {
  package let indicator: Int
  package let period: Period
  package let previousPeriod: Period?
  package let isAcrossBreak: Bool
  /// Whether every unit has a number, so that ranks are computed.
  package let isComplete: Bool
  package let mean: Decimal?
  /// Ordered by rank, then area; those without a rank last.
  package let rows: [Row]

  package struct Row: Sendable {
    package let cell: Cell?
    package let area: Int
    package var rank: Int?
    package var outOf: Int?
    package var isTied = false
    package var previousRank: Int?
    /// Why there is no change of rank although both ranks could be had.
    package var isRefused = false
    /// A rank that a document published, where none is computed.
    package var published: PublishedRank?

    /// Places gained.
    package var rankChange: Int? {
      if let rank, let previousRank { previousRank - rank } else { nil }
    }
  }

  /// - Parameters:
  ///   - units: areas of the atlas's map.
  ///   - withPrevious: whether the ranks of the period before are wanted.
  ///   - ofWholeMap: whether the units are all of the map; published ranks speak of no other set.
  package init(
    _ indicator: Int, _ period: Period, units: [Int], ofWholeMap: Bool, in atlas: Atlas,
    acrossBreaks: Bool, withPrevious: Bool = true
  ) {
    let entry = atlas.snapshot.indicators.rows[indicator]
    self.indicator = indicator
    self.period = period
    let cells = units.map { atlas.cell(indicator, $0, period) }
    let ranks = Ranking.ranks(cells, entry.direction)
    isComplete = ranks != nil
    mean =
      ranks == nil
      ? nil : Decimal.mean(cells.compactMap { $0?.value }, decimals: entry.decimals)
    let previous = withPrevious ? Ranking.previous(of: period, indicator, units, atlas) : nil
    previousPeriod = previous?.period
    isAcrossBreak = previous.map { entry.hasBreak(after: $0.period, through: period) } ?? false
    let previousRanks = previous.flatMap { Ranking.ranks($0.cells, entry.direction) }
    let refused = isAcrossBreak && !acrossBreaks
    var rows: [Row] = []
    for (place, area) in units.enumerated() {
      var row = Row(cell: cells[place], area: area)
      if let ranks {
        row.rank = ranks[place]
        row.outOf = units.count
        row.isRefused = refused && previousRanks != nil
        row.previousRank = refused ? nil : previousRanks?[place]
      } else if ofWholeMap, let published = atlas.publishedRank(indicator, area, period) {
        row.rank = published.rank
        row.outOf = published.outOf
        row.published = published
      }
      rows.append(row)
    }
    let taken = rows.compactMap(\.rank)
    for index in rows.indices {
      rows[index].isTied = rows[index].rank.map { rank in taken.count { $0 == rank } > 1 } ?? false
    }
    let ids = atlas.snapshot.areas.ids
    self.rows = rows.sorted { one, other in
      if one.rank != other.rank { return one.rank.map { $0 < other.rank ?? .max } ?? false }
      return precedes(ids[one.area], ids[other.area])
    }
  }

  /// The ranks of all cells, nil where one has no number.
  private static func ranks(_ cells: [Cell?], _ direction: Direction) -> [Int]? {
    let values = cells.compactMap { $0?.value }
    guard !values.isEmpty, values.count == cells.count else { return nil }
    return values.map { value in
      1 + values.count { direction == .lowerIsBetter ? $0 < value : $0 > value }
    }
  }

  /// The newest earlier period of the same frequency in which some unit has a number, and what
  /// stands there.
  private static func previous(
    of period: Period, _ indicator: Int, _ units: [Int], _ atlas: Atlas
  ) -> (period: Period, cells: [Cell?])? {
    let earlier = atlas.snapshot.observations.periods(ofIndicator: indicator).filter {
      $0.frequency == period.frequency && $0 < period && $0.end < period.end
    }
    for other in earlier.reversed() {
      let cells = units.map { atlas.cell(indicator, $0, other) }
      if cells.contains(where: { $0?.hasNumber ?? false }) { return (other, cells) }
    }
    return nil
  }
}

/// A rank that a document published beside the series; never an observation.
package struct PublishedRank: Sendable {
  package var indicator = ""
  package var area = ""
  package var period: Period
  package var rank = 0
  package var outOf: Int?
  package var source = ""
  package var locator: String?
  package var excerpt: String?

  package init(period: Period) {
    self.period = period
  }
}

extension Atlas {
  /// The rank that a document known by the atlas's day published for a unit.
  func publishedRank(_ indicator: Int, _ area: Int, _ period: Period) -> PublishedRank? {
    snapshot.publishedRanks(snapshot.indicators.ids[indicator], snapshot.areas.ids[area], period)
      .last { rank in
        (snapshot.sources[rank.source]?.knownFrom).map { $0 <= asOf } ?? false
      }
  }
}
