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
  /// Whether all there is was known, so that the table itself says what stands.
  let isSettled: Bool

  package init(_ snapshot: Snapshot, on map: ProvincialMap?, asOf: Day) {
    self.snapshot = snapshot
    self.map = map
    self.asOf = asOf
    isSettled = snapshot.series.newestKnownFrom.map { $0 <= asOf } ?? true
  }

  private var table: ObservationTable { snapshot.observations }
  private var kinship: Kinship { snapshot.kinship }

  /// The areas of this map: all countries, and its units (every unit ever on `published`).
  package var areas: [Int] {
    guard let map else { return Array(snapshot.areas.rows.indices) }
    var isThere = snapshot.areas.rows.map { area in
      if case .country = area.kind { true } else { false }
    }
    for unit in map.provinces { isThere[kinship.areaOfProvince[unit]] = true }
    return isThere.indices.filter { isThere[$0] }
  }

  /// Whether an area is one of this map.
  func has(_ area: Int) -> Bool {
    guard let map, case .province(let unit) = snapshot.areas.rows[area].kind else { return true }
    return kinship.isValid(unit, on: map.from)
  }

  /// Whether values of other units may be carried onto an area.
  func isCarriedOnto(_ area: Int) -> Bool { map != nil && kinship.hasKin(area) }

  /// All cells of an indicator in an area, in the order of time, those without a period last.
  package func series(_ indicator: Int, _ area: Int) -> [Cell] {
    series(indicator, area, within: .all)
  }

  /// The same of the periods within a window.
  func series(_ indicator: Int, _ area: Int, within window: PeriodWindow) -> [Cell] {
    var own: [Cell] = []
    var row = window.rows(of: table, in: rows(indicator, area))
    while let first = row.first {
      let cell = table.cell(from: first)
      if let standing = standing(in: cell) { own.append(published(standing)) }
      row = cell.upperBound..<row.upperBound
    }
    guard let map, kinship.hasKin(area) else { return own }
    let carried = periods(ofKin: area, indicator, window).compactMap { period in
      self.carried(indicator, area, period, map)
    }
    if carried.isEmpty { return own }
    // Each period stands in one of the two.
    return (own + carried).sorted(by: Cell.isEarlier)
  }

  /// The cell of the latest period that is not missing (of equal ends the longer), where no other
  /// unit's values are carried; nil where there is none, or where `series` has to be asked.
  package func newest(_ indicator: Int, _ area: Int) -> Cell? {
    if isCarriedOnto(area) { return nil }
    var newest: Int?
    var rows = rows(indicator, area)
    while let first = rows.first {
      let cell = table.cell(from: first)
      rows = cell.upperBound..<rows.upperBound
      guard table.periodIndex[first] != ObservationTable.noPeriod,
        let row = standing(in: cell), table.missing(row) == nil
      else { continue }
      // Later rows begin later, or at the same time and end later.
      let end = { table.periods[Int(table.periodIndex[$0])].end }
      if newest.map({ end(row) > end($0) }) ?? true { newest = row }
    }
    return newest.map(published)
  }

  /// What stands in one cell, nil where nothing does.
  package func cell(_ indicator: Int, _ area: Int, _ period: Period) -> Cell? {
    table.number(of: period).flatMap { cell(indicator, area, number: $0) }
  }

  /// The same for the period of a number.
  func cell(_ indicator: Int, _ area: Int, number: Int) -> Cell? {
    if let row = standing(indicator, area, number) { return published(row) }
    guard let map, kinship.hasKin(area) else { return nil }
    return carried(indicator, area, number, map)
  }

  package func published(_ row: Int) -> Cell {
    Cell(
      indicator: Int(table.indicator[row]), place: .area(Int(table.area[row])),
      period: table.period(row), value: table.value(row), missing: table.missing(row),
      origin: .published(
        Statement(
          row: Int32(row), periodNumber: table.periodIndex[row],
          provenanceNumber: UInt16(table.provenanceNumber(row)),
          source: table.provenance(row).source, qualifier: table.qualifier(row),
          status: table.status(row), isAnnotated: table.isAnnotated(row),
          isAlone: table.cell(of: row).count == 1)))
  }

  func rows(_ indicator: Int, _ area: Int) -> Range<Int> {
    snapshot.series.rows(ofIndicator: indicator, area: area)
  }

  /// Whether a row's document was known.
  func isKnown(_ row: Int) -> Bool { table.provenance(row).knownFrom <= asOf }

  /// The row that stands in a cell, nil where none does.
  func standing(in cell: Range<Int>) -> Int? {
    if cell.count == 1 || table.periodIndex[cell.lowerBound] == ObservationTable.noPeriod {
      return table.isEligible(cell.lowerBound, asOf: asOf) ? cell.lowerBound : nil
    }
    if isSettled {
      for row in cell where table.isShown(row) { return row }
      return nil
    }
    return table.standing(in: cell, asOf: asOf).first
  }

  /// The row that stands for an area itself in the period of a number.
  private func standing(_ indicator: Int, _ area: Int, _ number: Int) -> Int? {
    let rows = rows(indicator, area)
    let first = table.firstRow(in: rows, from: number)
    guard first < rows.upperBound, Int(table.periodIndex[first]) == number else { return nil }
    return standing(in: table.cell(from: first))
  }

  /// The numbers of the periods in which kin of an area has something and it has nothing itself.
  private func periods(ofKin area: Int, _ indicator: Int, _ window: PeriodWindow) -> [Int] {
    var numbers: [Int] = []
    for kin in [kinship.ancestors[area], kinship.descendants[area]].joined() {
      for row in window.rows(of: table, in: rows(indicator, kin))
      where table.periodIndex[row] != ObservationTable.noPeriod
        && table.isEligible(row, asOf: asOf)
      {
        numbers.append(Int(table.periodIndex[row]))
      }
    }
    numbers.sort()
    var last = -1
    return numbers.filter { number in
      defer { last = number }
      return number != last && standing(indicator, area, number) == nil
    }
  }

  /// A cell that no document gives for the unit: from its predecessors by the rule, or missing
  /// because only a merged unit has a value.
  private func carried(
    _ indicator: Int, _ area: Int, _ number: Int, _ map: ProvincialMap
  ) -> Cell? {
    let period = table.periods[number]
    let parts = kinship.predecessors[area].map { part in
      Combination.Part(area: part, cell: cell(indicator, part, number: number))
    }
    if parts.contains(where: { $0.cell != nil }) {
      return Combination(self, indicator, period, parts).cell(.area(area), boundaries: map.from)
    }
    guard isHeldByAnySuccessor(of: area, indicator, number) else { return nil }
    let rule = snapshot.indicators.rows[indicator].aggregation.rule
    return Cell(
      indicator: indicator, place: .area(area), period: period, value: nil,
      missing: .notDivisible,
      origin: .carried(
        Derivation(
          rule: rule, boundaries: map.from,
          inputs: kinship.successors[area].map {
            Derivation.Input(area: snapshot.areas.ids[$0], value: nil, source: nil)
          },
          qualifier: .exact, published: nil, knownFrom: nil)))
  }

  private func isHeldByAnySuccessor(of area: Int, _ indicator: Int, _ number: Int) -> Bool {
    kinship.successors[area].contains { successor in
      standing(indicator, successor, number).map { table.missing($0) == nil } ?? false
        || isHeldByAnySuccessor(of: successor, indicator, number)
    }
  }

  /// The cells of a region: its units' values by the indicator's rule, a period at a time.
  package func series(_ indicator: Int, ofRegion index: Int) -> [Cell] {
    let region = snapshot.regions.rows[index]
    let members = region.provinces.compactMap { id in
      snapshot.areas.place(id).map { (area: $0, series: series(indicator, $0)) }
    }
    let periods = Set(members.flatMap { $0.series.compactMap(\.period) })
    return periods.sorted().map { period in
      Combination(
        self, indicator, period,
        members.map { member in
          Combination.Part(
            area: member.area, cell: member.series.first { $0.period == period })
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
