import JSON

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
  /// Rows that became known after a day.
  package var updatedAfter: Day?
  /// For each series the periods with the latest end that have a number or a range.
  package var latest: Int?
  /// The change to compute for each cell, and whether across changes of method.
  package var change: (since: Change.Since, acrossBreaks: Bool)?

  package enum Periods: Sendable {
    case all
    case these(Set<Period>)
    case within(TimeSpan)
  }

  package init() {}

  /// What is selected of each series.
  package enum Scope: Sendable {
    /// What stands in each cell.
    case standing
    /// Every vintage that was known, standing or not; of the published map.
    case vintages
    /// What stands in whole regions of the map, by the indicators' rules.
    case regions([Int])
  }

  /// The cells that match on a map, ordered by indicator, area and time.
  package func cells(_ scope: Scope = .standing, in atlas: Atlas) -> [Cell] {
    var cursor = CellCursor(self, scope, in: atlas)
    var cells: [Cell] = []
    while let cell = cursor.next() { cells.append(cell) }
    return cells
  }

  /// The matching cells of a whole series (of which `latest` and `change` may need all).
  func chosen(of series: [Cell], _ indicator: Int, _ snapshot: Snapshot) -> [Cell] {
    var chosen: [Cell] = []
    for cell in series where matches(cell, snapshot) { chosen.append(cell) }
    if let latest { chosen = Selection.latest(latest, of: chosen) }
    guard let change else { return chosen }
    let entry = snapshot.indicators.rows[indicator]
    for place in chosen.indices {
      chosen[place].change = Change(
        of: chosen[place], in: series, change.since, indicator: entry,
        acrossBreaks: change.acrossBreaks)
    }
    return chosen
  }

  /// The matching vintages of a whole series; with `latest` those of its latest periods.
  func chosen(ofVintages series: [Cell], _ snapshot: Snapshot) -> [Cell] {
    var chosen: [Cell] = []
    for cell in series where matches(cell, snapshot) { chosen.append(cell) }
    guard let latest else { return chosen }
    let periods = Set(chosen.filter { $0.missing == nil }.compactMap(\.period)).sorted {
      $0.end != $1.end ? $0.end > $1.end : $0.start < $1.start
    }
    let newest = Set(periods.prefix(latest))
    return chosen.filter { $0.period.map(newest.contains) ?? false }
  }

  func matches(_ cell: Cell, _ snapshot: Snapshot) -> Bool {
    matchesTime(cell.period) && matchesRest(cell, snapshot)
  }

  /// Whether a period has one of the frequencies and lies where it is asked for.
  func matchesTime(_ period: Period?) -> Bool {
    if let frequencies, !(period.map { frequencies.contains($0.frequency) } ?? false) {
      return false
    }
    return matchesPeriod(period)
  }

  /// Whether anything is asked of a cell beside its place and time.
  var asksRest: Bool { statuses != nil || sources != nil || updatedAfter != nil }

  /// The conditions beside place and time.
  func matchesRest(_ cell: Cell, _ snapshot: Snapshot) -> Bool {
    if let statuses {
      let status = snapshot.status(of: cell)
      if !statuses.contains(status.status), statuses.isDisjoint(with: status.other) { return false }
    }
    if let sources, !isFrom(sources, cell, snapshot) { return false }
    if let updatedAfter {
      let known =
        cell.row.map { snapshot.observations.provenance($0).knownFrom }
        ?? cell.derivation?.knownFrom
      guard let known, known > updatedAfter else { return false }
    }
    return true
  }

  private func isFrom(_ sources: Set<UInt16>, _ cell: Cell, _ snapshot: Snapshot) -> Bool {
    guard let row = cell.row else {
      // A value made of others rests on their sources.
      let inputs = cell.derivation?.inputs.compactMap(\.source) ?? []
      return inputs.contains { id in
        snapshot.sources.place(id).map { sources.contains(UInt16($0)) } ?? false
      }
    }
    let table = snapshot.observations
    return sources.contains(table.provenance(row).source)
      || table.isAnnotated(row)
        && table.annotation(row).confirmedBy.contains { sources.contains($0.source) }
  }

  private func matchesPeriod(_ period: Period?) -> Bool {
    switch periods {
    case .all: true
    case .these(let chosen): period.map(chosen.contains) ?? false
    case .within(let span): period.map { span.contains(from: $0.start, to: $0.end) } ?? false
    }
  }

  /// Of equal ends the longer period first.
  private static func latest(_ count: Int, of cells: [Cell]) -> [Cell] {
    let newest = cells.filter { $0.period != nil && $0.missing == nil }.sorted { one, other in
      guard let mine = one.period, let its = other.period else { return false }
      return mine.end != its.end ? mine.end > its.end : mine.start < its.start
    }
    return newest.prefix(count).sorted(by: Cell.isEarlier)
  }
}

extension Snapshot {
  /// A cell's status code, and what else holds beside it.
  ///
  /// A value whose period is the first by a new method is `B` whatever else it is; a missing one
  /// keeps its own code.
  package func status(of cell: Cell) -> (status: ObservationStatus, other: [ObservationStatus]) {
    if let statement = cell.statement {
      let other =
        statement.isAnnotated
        ? observations.annotation(Int(statement.row)).otherStatus : []
      return (statement.status, other)
    }
    if let missing = cell.missing { return (missing.status, []) }
    let isBreak = indicators.rows[cell.indicator].breaks.contains { $0.period == cell.period }
    return isBreak ? (.seriesBreak, [.derived]) : (.derived, [])
  }
}
