import Statistics
import Testing

/// Maps, and what units are called on a day.
@Suite struct MapTests {
  private let day = { (text: String) in Day(text) ?? Day(number: 0) }

  @Test func `a map begins on each day on which a unit begins`() {
    let snapshot = World().snapshot
    let maps = snapshot.maps.map { map in
      let units = map.provinces.map { snapshot.provinces.ids[$0] }.joined(separator: " ")
      return "\(map.from)..\(map.to?.description ?? ""): \(units)"
    }
    #expect(
      maps == [
        "2008-08-01..2025-06-30: 01-2008 48-2008 49-2008", "2025-07-01..: 01-2008 48-2025",
      ])
  }

  @Test func `the map of a day is the last that began by it`() {
    let snapshot = World().snapshot
    #expect(snapshot.map(on: day("2008-07-31")) == nil)
    #expect(snapshot.map(on: day("2008-08-01"))?.from == day("2008-08-01"))
    #expect(snapshot.map(on: day("2025-06-30"))?.from == day("2008-08-01"))
    #expect(snapshot.map(on: day("2025-07-01"))?.from == day("2025-07-01"))
    #expect(snapshot.map(on: day("2100-12-31"))?.from == day("2025-07-01"))
  }

  @Test func `a unit's successors are those that name it as predecessor`() {
    let provinces = World().snapshot.provinces
    #expect(provinces["48-2008"]?.successors == ["48-2025"])
    #expect(provinces["49-2008"]?.successors == ["48-2025"])
    #expect(provinces["48-2025"]?.successors == [])
    #expect(provinces["01-2008"]?.successors == [])
  }

  @Test func `a unit is valid from its first day through its last`() throws {
    let provinces = World().snapshot.provinces
    let old = try #require(provinces["48-2008"])
    #expect(old.isValid(on: day("1950-01-01")))
    #expect(old.isValid(on: day("2025-06-30")))
    #expect(!old.isValid(on: day("2025-07-01")))
    let new = try #require(provinces["48-2025"])
    #expect(!new.isValid(on: day("2025-06-30")))
    #expect(new.isValid(on: day("2025-07-01")))
    #expect(new.isValid(on: day("2100-12-31")))
  }

  @Test func `a code means the unit that bears it on the day`() {
    let snapshot = World().snapshot
    for name in ["48", "VN-48", "slug-48"] {
      #expect(snapshot.unit(bearing: name, on: day("2025-06-30"))?.id == "48-2008")
      #expect(snapshot.unit(bearing: name, on: day("2025-07-01"))?.id == "48-2025")
      #expect(snapshot.units(bearing: name).map(\.id) == ["48-2008", "48-2025"])
    }
    #expect(snapshot.unit(bearing: "49", on: day("2025-07-01")) == nil)
    #expect(snapshot.unit(bearing: "48-2008", on: day("2025-07-01")) == nil)
    #expect(snapshot.units(bearing: "4").isEmpty)
  }

  @Test func `a unit has the name of the day, never later than its last`() throws {
    var world = World()
    for (until, name) in [("2010-12-31", "first"), ("2024-12-31", "second")] {
      var former = FormerName()
      former.name = Name(vi: name, en: name)
      former.validTo = day(until)
      world.contents.provinces[0].formerly.append(former)
      world.contents.provinces[1].formerly.append(former)
    }
    // A change that would come after the unit's end is never reached.
    var late = FormerName()
    late.name = Name(vi: "third", en: "third")
    late.validTo = day("2026-12-31")
    world.contents.provinces[1].formerly.append(late)
    let snapshot = world.snapshot
    let stays = try #require(snapshot.areas.place("01-2008"))
    #expect(snapshot.name(ofArea: stays, on: day("1990-01-01")).en == "first")
    #expect(snapshot.name(ofArea: stays, on: day("2010-12-31")).en == "first")
    #expect(snapshot.name(ofArea: stays, on: day("2011-01-01")).en == "second")
    #expect(snapshot.name(ofArea: stays, on: day("2024-12-31")).en == "second")
    #expect(snapshot.name(ofArea: stays, on: day("2025-01-01")).en == "01-2008")
    let ended = try #require(snapshot.areas.place("48-2008"))
    #expect(snapshot.name(ofArea: ended, on: day("2030-01-01")).en == "third")
    let country = try #require(snapshot.areas.place("SG"))
    #expect(snapshot.name(ofArea: country, on: day("1990-01-01")).en == "SG")
  }

  @Test func `areas have the codes of their units`() throws {
    let snapshot = World().snapshot
    let codes = ["VN", "SG", "48-2008", "48-2025"].compactMap { snapshot.areas.place($0) }
      .map { snapshot.code(ofArea: $0) }
    #expect(codes == ["VN", "SG", "48", "48"])
  }

  @Test func `a unit's region is the one of the day, or of the unit's last day`() throws {
    var world = World()
    world.contents.regions = [
      ("old", "2008-08-01", "2025-06-30", ["48-2008", "01-2008"]),
      ("new", "2025-07-01", nil, ["48-2025", "01-2008"]),
    ].map { (row: (id: String, from: String, to: String?, units: [String])) in
      var region = Region()
      region.id = row.id
      region.validFrom = day(row.from)
      region.validTo = row.to.map(day)
      region.provinces = row.units
      return region
    }
    let snapshot = world.snapshot
    func region(_ unit: String, _ text: String) throws -> String? {
      snapshot.region(of: try #require(snapshot.provinces[unit]), on: day(text))
    }
    #expect(try region("01-2008", "2025-06-30") == "old")
    #expect(try region("01-2008", "2025-07-01") == "new")
    #expect(try region("01-2008", "2000-01-01") == nil)
    #expect(try region("48-2008", "2026-01-01") == "old")
    #expect(try region("48-2025", "2026-01-01") == "new")
    #expect(try region("49-2008", "2010-01-01") == nil)
  }

  @Test func `the last change is the newest day on which a name, a unit or a region changed`() {
    var world = World()
    var former = FormerName()
    former.validTo = day("2024-12-31")
    world.contents.provinces[0].formerly = [former]
    var region = Region()
    region.validFrom = day("2008-08-01")
    region.validTo = day("2026-02-28")
    world.contents.regions = [region]
    let snapshot = world.snapshot
    #expect(snapshot.lastChange(until: day("2008-08-01")) == day("2008-08-01"))
    #expect(snapshot.lastChange(until: day("2024-12-31")) == day("2008-08-01"))
    #expect(snapshot.lastChange(until: day("2025-01-01")) == day("2025-01-01"))
    #expect(snapshot.lastChange(until: day("2025-12-31")) == day("2025-07-01"))
    #expect(snapshot.lastChange(until: day("2026-03-01")) == day("2026-03-01"))
    #expect(snapshot.lastChange(until: day("2090-03-01")) == day("2026-03-01"))
  }
}
