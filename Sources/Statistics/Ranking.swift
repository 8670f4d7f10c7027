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
    private let boxedPublished: Boxed<PublishedRank>?

    /// A rank that a document published, where none is computed.
    package var published: PublishedRank? { boxedPublished?.value }
    package var isPublished: Bool { boxedPublished != nil }

    fileprivate init(_ cell: Cell?, _ area: Int, published: PublishedRank?) {
      self.cell = cell
      self.area = area
      rank = published?.rank
      outOf = published?.outOf
      boxedPublished = published.map { Boxed($0) }
    }

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
    let cells = Ranking.cells(
      indicator, units, atlas.snapshot.observations.number(of: period), atlas)
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
    let ids = atlas.snapshot.areas.ids
    let published =
      ranks == nil && ofWholeMap ? atlas.publishedRanks(indicator, period) : [:]
    let ranked = ranks ?? units.map { published[ids[$0]]?.rank ?? .max }
    // Areas are numbered in the order of their ids.
    let order = units.indices.sorted { (ranked[$0], units[$0]) < (ranked[$1], units[$1]) }
    var rows: [Row] = []
    rows.reserveCapacity(units.count)
    for place in order {
      var row = Row(cells[place], units[place], published: published[ids[units[place]]])
      if let ranks {
        row.rank = ranks[place]
        row.outOf = units.count
        row.isRefused = refused && previousRanks != nil
        row.previousRank = refused ? nil : previousRanks?[place]
      }
      if let rank = row.rank, let last = rows.indices.last, rows[last].rank == rank {
        rows[last].isTied = true
        row.isTied = true
      }
      rows.append(row)
    }
    self.rows = rows
  }

  private static func cells(
    _ indicator: Int, _ units: [Int], _ number: Int?, _ atlas: Atlas
  ) -> [Cell?] {
    units.map { unit in number.flatMap { atlas.cell(indicator, unit, number: $0) } }
  }

  /// The ranks of all cells, nil where one has no number.
  private static func ranks(_ cells: [Cell?], _ direction: Direction) -> [Int]? {
    let values = cells.compactMap { $0?.value }
    guard !values.isEmpty, values.count == cells.count else { return nil }
    let lowerFirst = direction == .lowerIsBetter
    let order = values.indices.sorted { one, other in
      lowerFirst ? values[one] < values[other] : values[other] < values[one]
    }
    var ranks = [Int](repeating: 1, count: values.count)
    for place in order.indices.dropFirst() {
      let isTied = values[order[place]] == values[order[place - 1]]
      ranks[order[place]] = isTied ? ranks[order[place - 1]] : place + 1
    }
    return ranks
  }

  /// The newest earlier period of the same frequency in which some unit has a number, and what
  /// stands there.
  private static func previous(
    of period: Period, _ indicator: Int, _ units: [Int], _ atlas: Atlas
  ) -> (period: Period, cells: [Cell?])? {
    let periods = atlas.snapshot.observations.periods
    for held in atlas.snapshot.series.held(ofIndicator: indicator).reversed()
    where held.knownFrom <= atlas.asOf {
      let other = periods[held.period]
      guard other.frequency == period.frequency, other < period, other.end < period.end
      else { continue }
      let cells = cells(indicator, units, held.period, atlas)
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
  /// The ranks that documents known by the atlas's day published for a period, by the area's id;
  /// of several the one that became known last.
  func publishedRanks(_ indicator: Int, _ period: Period) -> [String: PublishedRank] {
    var ranks: [String: PublishedRank] = [:]
    for rank in snapshot.publishedRanks(snapshot.indicators.ids[indicator], period)
    where snapshot.sources[rank.source]?.knownFrom.map({ $0 <= asOf }) ?? false {
      ranks[rank.area] = rank
    }
    return ranks
  }
}
