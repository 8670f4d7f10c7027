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
}
