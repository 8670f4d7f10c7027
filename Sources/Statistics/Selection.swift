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

  /// The cells that match on a map, ordered by indicator, area and time.
  package func cells(in atlas: Atlas) -> [Cell] {
    let snapshot = atlas.snapshot
    let chosen = atlas.areas.filter { area in
      (areas.map { $0.contains(area) } ?? true)
        && (levels.map { $0.contains(snapshot.areas.rows[area].level) } ?? true)
    }
    var cells: [Cell] = []
    for indicator in chosenIndicators(snapshot) {
      for area in chosen {
        select(
          atlas.series(indicator, area), snapshot.indicators.rows[indicator], snapshot,
          onto: &cells)
      }
    }
    return cells
  }

  /// The same for whole regions of the map, by the indicators' rules.
  package func cells(ofRegions regions: [Int], in atlas: Atlas) -> [Cell] {
    let snapshot = atlas.snapshot
    var cells: [Cell] = []
    for indicator in chosenIndicators(snapshot) {
      for region in regions {
        select(
          atlas.series(indicator, ofRegion: region), snapshot.indicators.rows[indicator],
          snapshot, onto: &cells)
      }
    }
    return cells
  }

  /// Every vintage that matches and was known, standing or not; of the published map.
  package func vintages(in atlas: Atlas) -> [Cell] {
    let table = atlas.snapshot.observations
    return chosenIndicators(atlas.snapshot).flatMap { indicator in
      let rows = table.rows(ofIndicator: indicator).filter { row in
        let area = Int(table.area[row])
        return (areas?.contains(area) ?? true) && table.provenance(row).knownFrom <= atlas.asOf
          && (levels?.contains(atlas.snapshot.areas.rows[area].level) ?? true)
      }
      let cells = rows.map(atlas.published).filter { matches($0, atlas.snapshot) }
      return latest.map { Selection.vintages(ofLatest: $0, in: cells) } ?? cells
    }
  }

  /// The vintages of the latest periods of each area.
  private static func vintages(ofLatest count: Int, in cells: [Cell]) -> [Cell] {
    var kept: [Cell] = []
    for (_, series) in Dictionary(grouping: cells, by: \.place) {
      let periods = Set(series.filter { $0.missing == nil }.compactMap(\.period)).sorted {
        $0.end != $1.end ? $0.end > $1.end : $0.start < $1.start
      }
      let chosen = Set(periods.prefix(count))
      kept += series.filter { $0.period.map(chosen.contains) ?? false }
    }
    return kept.sorted { ($0.row ?? 0) < ($1.row ?? 0) }
  }

  private func chosenIndicators(_ snapshot: Snapshot) -> [Int] {
    indicators?.sorted() ?? Array(snapshot.indicators.rows.indices)
  }

  private func select(
    _ series: [Cell], _ indicator: Indicator, _ snapshot: Snapshot, onto cells: inout [Cell]
  ) {
    var chosen: [Cell] = []
    for cell in series where matches(cell, snapshot) { chosen.append(cell) }
    if let latest { chosen = Selection.latest(latest, of: chosen) }
    guard let change else {
      cells += chosen
      return
    }
    for cell in chosen {
      var changed = cell
      changed.change = Change(
        of: cell, in: series, change.since, indicator: indicator,
        acrossBreaks: change.acrossBreaks)
      cells.append(changed)
    }
  }

  private func matches(_ cell: Cell, _ snapshot: Snapshot) -> Bool {
    if let frequencies, !(cell.period.map { frequencies.contains($0.frequency) } ?? false) {
      return false
    }
    if !matchesPeriod(cell.period) { return false }
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
    return sources.contains(snapshot.observations.provenance(row).source)
      || snapshot.observations.annotation(row).confirmedBy.contains { sources.contains($0.source) }
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
    if let row = cell.row {
      return (observations.status(row), observations.annotation(row).otherStatus)
    }
    if let missing = cell.missing { return (missing.status, []) }
    let isBreak = indicators.rows[cell.indicator].breaks.contains { $0.period == cell.period }
    return isBreak ? (.seriesBreak, [.derived]) : (.derived, [])
  }
}
