import Statistics
import Testing

@Suite struct KinshipTests {
  @Test(arguments: [
    ("48", ["48-2008", "48-2025"]), ("48-2008", ["48-2008"]), ("slug-49", ["49-2008"]),
    ("VN-01", ["01-2008"]), ("VN", []), ("", []), ("nowhere", []),
  ])
  func `a name finds all that bear it, in the order of their ids`(name: String, ids: [String]) {
    let snapshot = World().snapshot
    #expect(snapshot.units(bearing: name).map(\.id) == ids)
    #expect(
      snapshot.kinship.provinces(bearing: name).map { snapshot.provinces.ids[$0] } == ids)
  }

  @Test func `the area of a province bears its id`() {
    let snapshot = World().snapshot
    #expect(
      snapshot.kinship.areaOfProvince.map { snapshot.areas.ids[$0] } == snapshot.provinces.ids)
  }

  @Test func `a province exists from its first day to its last`() {
    let snapshot = World().snapshot
    let days = ["1990-01-01", "2025-06-30", "2025-07-01", "2026-01-01"].map(Day.written)
    for (place, province) in snapshot.provinces.rows.enumerated() {
      for day in days {
        #expect(snapshot.kinship.isValid(place, on: day) == province.isValid(on: day))
      }
    }
  }

  @Test func `provinces have an order by their codes`() {
    let snapshot = World().snapshot
    let order = snapshot.kinship.orderByCode
    #expect(order.sorted() == Array(order.indices))
    for (place, province) in snapshot.provinces.rows.enumerated() {
      for (other, another) in snapshot.provinces.rows.enumerated()
      where precedes(province.code, another.code) {
        #expect(order[place] < order[other])
      }
    }
  }
}
