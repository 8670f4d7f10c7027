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

  init(
    ofIndicator index: Int, _ table: ObservationTable, areas: Table<Area>, maps: [ProvincialMap]
  ) {
    var provinces: [Period: Set<Int>] = [:]
    var periods = Set<Period>()
    for row in table.rows(ofIndicator: index) where table.isShown(row) {
      observations += 1
      guard let period = table.period(row) else { continue }
      periods.insert(period)
      if case .province(let province) = areas.rows[Int(table.area[row])].kind,
        table.missing(row) == nil
      {
        provinces[period, default: []].insert(province)
      }
    }
    first = periods.min()
    last = periods.max { ($0.end, $0.start) < ($1.end, $1.start) }
    for period in provinces.keys.sorted() {
      guard let map = maps.last(where: { $0.from <= period.end }) ?? maps.first else { continue }
      let have = map.provinces.filter { provinces[period]?.contains($0) ?? false }.count
      if have == map.provinces.count {
        complete.append(period)
      } else if have > 0 {
        partial.append(Partial(period: period, have: have, of: map.provinces.count))
      }
    }
  }
}
