import JSON

/// The values on one map as they were known on one day.
///
/// On the map `published` (nil) every value stands on the unit for which it was published. On a
/// dated map a unit has what was published for it, else what its predecessors' values give by the
/// indicator's rule, else a missing value with the reason.
package struct Atlas: Sendable {
  package let snapshot: Snapshot
  package let map: ProvincialMap?
  package let asOf: Day

  package init(_ snapshot: Snapshot, on map: ProvincialMap?, asOf: Day) {
    self.snapshot = snapshot
    self.map = map
    self.asOf = asOf
  }

  private var table: ObservationTable { snapshot.observations }

  /// The areas of this map: all countries, and its units (every unit ever on `published`).
  package var areas: [Int] {
    guard let map else { return Array(snapshot.areas.rows.indices) }
    let units = Set(map.provinces)
    return snapshot.areas.rows.indices.filter {
      if case .province(let unit) = snapshot.areas.rows[$0].kind {
        units.contains(unit)
      } else {
        true
      }
    }
  }

  /// All cells of an indicator in an area, in the order of time, those without a period last.
  package func series(_ indicator: Int, _ area: Int) -> [Cell] {
    let own = published(indicator, area)
    guard let unit = province(area), let map else { return own }
    var periods = Set<Period>()
    collectPeriods(indicator, unit, next: { $0.predecessors }, onto: &periods)
    collectPeriods(indicator, unit, next: { $0.successors }, onto: &periods)
    for cell in own { if let period = cell.period { periods.remove(period) } }
    if periods.isEmpty { return own }
    let derived = periods.compactMap { carried(indicator, unit, $0, map) }
    return (own.filter { $0.period != nil } + derived).sorted(by: Cell.isEarlier)
      + own.filter { $0.period == nil }
  }

  /// What stands in one cell, nil where nothing does.
  package func cell(_ indicator: Int, _ area: Int, _ period: Period) -> Cell? {
    let rows = table.rows(ofIndicator: indicator, area: area)
    if let row = rows.first(where: { table.period($0) == period }),
      let standing = table.standing(in: table.cell(of: row), asOf: asOf).first
    {
      return published(standing)
    }
    guard let map, let unit = province(area) else { return nil }
    return carried(indicator, unit, period, map)
  }

  /// The cells that documents give for an area itself.
  private func published(_ indicator: Int, _ area: Int) -> [Cell] {
    var cells: [Cell] = []
    let rows = table.rows(ofIndicator: indicator, area: area)
    var row = rows.lowerBound
    while row < rows.upperBound {
      let cell = table.cell(of: row)
      if let standing = table.standing(in: cell, asOf: asOf).first {
        cells.append(published(standing))
      }
      row = cell.upperBound
    }
    return cells
  }

  package func published(_ row: Int) -> Cell {
    Cell(
      indicator: Int(table.indicator[row]), place: .area(Int(table.area[row])),
      period: table.period(row), value: table.value(row), missing: table.missing(row),
      origin: .published(row))
  }

  private func province(_ area: Int) -> Province? {
    if case .province(let index) = snapshot.areas.rows[area].kind {
      snapshot.provinces.rows[index]
    } else {
      nil
    }
  }

  private func collectPeriods(
    _ indicator: Int, _ unit: Province, next: (Province) -> [String],
    onto periods: inout Set<Period>
  ) {
    for id in next(unit) {
      guard let other = snapshot.provinces[id], let area = snapshot.areas.place(id) else {
        continue
      }
      for row in table.rows(ofIndicator: indicator, area: area)
      where table.provenance(row).knownFrom <= asOf && table.annotation(row).rejected == nil {
        if let period = table.period(row) { periods.insert(period) }
      }
      collectPeriods(indicator, other, next: next, onto: &periods)
    }
  }

  /// A cell that no document gives for the unit: from its predecessors by the rule, or missing
  /// because only a merged unit has a value.
  private func carried(
    _ indicator: Int, _ unit: Province, _ period: Period, _ map: ProvincialMap
  ) -> Cell? {
    guard let area = snapshot.areas.place(unit.id) else { return nil }
    let parts: [(area: String, cell: Cell?)] = unit.predecessors.map { id in
      (id, snapshot.areas.place(id).flatMap { cell(indicator, $0, period) })
    }
    if parts.contains(where: { $0.cell != nil }) {
      return Combination(self, indicator, period, parts).cell(.area(area), boundaries: map.from)
    }
    guard isHeldByAnySuccessor(of: unit, indicator, period) else { return nil }
    let rule = snapshot.indicators.rows[indicator].aggregation.rule
    return Cell(
      indicator: indicator, place: .area(area), period: period, value: nil,
      missing: .notDivisible,
      origin: .carried(
        Derivation(
          rule: rule, boundaries: map.from,
          inputs: unit.successors.map { Derivation.Input(area: $0, value: nil, source: nil) },
          qualifier: .exact, published: nil, knownFrom: nil)))
  }

  private func isHeldByAnySuccessor(
    of unit: Province, _ indicator: Int, _ period: Period
  ) -> Bool {
    unit.successors.contains { id in
      guard let area = snapshot.areas.place(id), let successor = snapshot.provinces[id] else {
        return false
      }
      return published(indicator, area).contains { $0.period == period && $0.missing == nil }
        || isHeldByAnySuccessor(of: successor, indicator, period)
    }
  }

  /// The cells of a region: its units' values by the indicator's rule, a period at a time.
  package func series(_ indicator: Int, ofRegion index: Int) -> [Cell] {
    let region = snapshot.regions.rows[index]
    let members = region.provinces.compactMap { id in
      snapshot.areas.place(id).map { (id: id, series: series(indicator, $0)) }
    }
    let periods = Set(members.flatMap { $0.series.compactMap(\.period) })
    return periods.sorted().map { period in
      Combination(
        self, indicator, period,
        members.map { member in
          (member.id, member.series.first { $0.period == period })
        }
      ).cell(.region(index), boundaries: map?.from ?? region.validFrom)
    }
  }
}

extension Cell {
  static func isEarlier(_ one: Cell, _ other: Cell) -> Bool {
    guard let mine = one.period else { return false }
    guard let its = other.period else { return true }
    return mine < its
  }
}
