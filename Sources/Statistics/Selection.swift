/// Which observations are asked for: conditions narrow each other, the values of one widen it.
package struct Selection: Sendable {
  /// Nil is every one; indices into the snapshot's tables.
  package var indicators: Set<Int>?
  package var areas: Set<Int>?
  package var levels: Set<Level>?
  package var periods: Periods = .all
  package var frequencies: Set<Frequency>?
  package var statuses: Set<ObservationStatus>?
  package var sources: Set<UInt16>?
  /// For each series the periods with the latest end that have a number or a range.
  package var latest: Int?

  package enum Periods: Sendable {
    case all
    case these(Set<Period>)
    case within(TimeSpan)
  }

  package init() {}

  /// The rows that match, in the table's order.
  package func rows(of snapshot: Snapshot) -> [Int] {
    let table = snapshot.observations
    var rows: [Int] = []
    for indicator in indicators?.sorted() ?? Array(snapshot.indicators.rows.indices) {
      for row in table.rows(ofIndicator: indicator)
      where table.isShown(row) && matches(row, snapshot, table) {
        rows.append(row)
      }
    }
    guard let latest else { return rows }
    return Selection.latest(latest, of: rows, table)
  }

  private func matches(_ row: Int, _ snapshot: Snapshot, _ table: ObservationTable) -> Bool {
    let area = Int(table.area[row])
    if let areas, !areas.contains(area) { return false }
    if let levels, !levels.contains(snapshot.areas.rows[area].level) { return false }
    if !matchesPeriod(table.period(row)) { return false }
    if let statuses, !statuses.contains(table.status(row)),
      statuses.isDisjoint(with: table.annotation(row).otherStatus)
    {
      return false
    }
    if let sources, !sources.contains(table.provenance(row).source),
      sources.isDisjoint(with: table.annotation(row).confirmedBy)
    {
      return false
    }
    return true
  }

  private func matchesPeriod(_ period: Period?) -> Bool {
    if let frequencies {
      guard let period, frequencies.contains(period.frequency) else { return false }
    }
    switch periods {
    case .all: return true
    case .these(let chosen): return period.map(chosen.contains) ?? false
    case .within(let span): return period.map { span.contains(from: $0.start, to: $0.end) } ?? false
    }
  }

  private static func latest(_ count: Int, of rows: [Int], _ table: ObservationTable) -> [Int] {
    var kept: [Int] = []
    var start = 0
    while start < rows.count {
      var end = start + 1
      while end < rows.count, table.indicator[rows[end]] == table.indicator[rows[start]],
        table.area[rows[end]] == table.area[rows[start]]
      {
        end += 1
      }
      let valued = rows[start..<end].filter {
        table.period($0) != nil && table.missing($0) == nil
      }
      let newest = valued.sorted { one, other in
        guard let mine = table.period(one), let its = table.period(other) else { return false }
        return mine.end != its.end ? mine.end > its.end : mine.start < its.start
      }
      kept += newest.prefix(count).sorted()
      start = end
    }
    return kept
  }
}
