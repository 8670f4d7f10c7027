/// How far the shown values of an indicator reach.
package struct Coverage: Sendable {
  package private(set) var first: Period?
  package private(set) var last: Period?
  package private(set) var observations = 0
  /// Of provincial indicators: periods in which every unit of the map of that time has a value.
  package private(set) var complete: [Period] = []
  package private(set) var partial: [Partial] = []

  package struct Partial: Sendable {
    package var period: Period
    package var have: Int
    package var of: Int
  }

  /// Of every indicator, in their order.
  static func all(
    _ table: ObservationTable, indicatorCount: Int, areas: Table<Area>, maps: [ProvincialMap]
  ) -> [Coverage] {
    let mapOfPeriod = table.periods.map { period in
      maps.lastIndex { $0.from <= period.end } ?? maps.indices.first
    }
    // By map, then by area: whether it is a unit of the map.
    let units = maps.map { map in
      let provinces = Set(map.provinces)
      return areas.rows.map { area in
        if case .province(let province) = area.kind { provinces.contains(province) } else { false }
      }
    }
    return (0..<indicatorCount).map {
      Coverage(table, table.rows(ofIndicator: $0), mapOfPeriod, units, maps)
    }
  }

  private init(
    _ table: ObservationTable, _ rows: Range<Int>, _ mapOfPeriod: [Int?], _ units: [[Bool]],
    _ maps: [ProvincialMap]
  ) {
    if rows.isEmpty { return }
    // By the period's place. At most one row of an area and a period is shown, so the units that
    // have a value are as many as their rows.
    var isSeen = [Bool](repeating: false, count: table.periods.count)
    var have = [Int](repeating: 0, count: table.periods.count)
    for row in rows where table.isShown(row) {
      observations += 1
      let period = Int(table.periodIndex[row])
      if period == Int(ObservationTable.noPeriod) { continue }
      isSeen[period] = true
      if let map = mapOfPeriod[period], units[map][Int(table.area[row])],
        table.missing(row) == nil
      {
        have[period] += 1
      }
    }
    let seen = table.periods.indices.filter { isSeen[$0] }
    first = seen.first.map { table.periods[$0] }
    last = seen.map { table.periods[$0] }.max { ($0.end, $0.start) < ($1.end, $1.start) }
    for place in seen where have[place] > 0 {
      guard let map = mapOfPeriod[place] else { continue }
      let (period, all) = (table.periods[place], maps[map].provinces.count)
      if have[place] == all {
        complete.append(period)
      } else {
        partial.append(Partial(period: period, have: have[place], of: all))
      }
    }
  }
}
