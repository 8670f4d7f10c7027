import Storage
import Testing

/// Provinces and regions in time.
@Suite struct MapsTests {
  @Test(arguments: [
    // Bears the code of Đà Nẵng before the merger, and after it.
    Wrong(
      Row.province.with("id", #"▸"x""#).with("code", "\"48\"").with("validTo", "\"2020-01-01\""),
      "/id", expected: "a code that no other unit bears on the same day",
      found: "\"48\", which 48-2008 bears too"),
    Wrong(
      Row.province.with("id", #"▸"x""#).with("code", "\"48\"")
        .with("validFrom", "\"2025-07-01\""),
      "/id", expected: "a code that no other unit bears on the same day",
      found: "\"48\", which 48-2025 bears too"),
    Wrong(
      Row.province.with("id", #"▸"x""#).with("slug", "\"ha-noi\""), "/id",
      expected: "a slug that no other unit bears on the same day",
      found: "\"ha-noi\", which 01-2008 bears too"),
  ])
  func `no two units bear one name on one day`(_ wrong: Wrong) throws {
    try wrong.expect()
  }

  @Test func `two ISO codes on one day are refused, none is not`() throws {
    let one = Row.province.with("isoCode", "\"VN-HP\"").json
    let other = Row.province.with("id", "▸\"x\"").with("code", "\"32\"").with("slug", "\"x\"")
      .with("isoCode", "\"VN-HP\"").json
    try Wrong(
      "{\"provinces\":[\n\(one),\n\(other)]}", "/provinces/1/id",
      expected: "a isoCode that no other unit bears on the same day",
      found: "\"VN-HP\", which 31-2008 bears too"
    ).expect()
  }

  @Test func `a name may go to another unit from the day after`() throws {
    let row = Row.province.with("code", "\"49\"").with("slug", "\"quang-nam\"")
      .with("validFrom", "\"2025-07-01\"")
    #expect(try Folder(["base.json": base, "rows.json": row.file]).errors == [])
  }

  @Test(arguments: [
    Wrong(
      Row.province.with("id", #"▸"x""#).with("validFrom", "\"2025-07-02\"")
        .with("predecessors", "[\"48-2008\"]"),
      "/id", expected: "predecessors that end the day before validFrom",
      found: "48-2008, to 2025-06-30"),
    Wrong(
      Row.province.with("id", #"▸"x""#).with("validFrom", "\"2025-07-01\"")
        .with("predecessors", "[\"01-2008\"]"),
      "/id", expected: "predecessors that end the day before validFrom",
      found: "01-2008, to today"),
    Wrong(
      Row.province.with("id", #"▸"x""#).with("predecessors", "[\"49-2008\"]"), "/id",
      expected: "predecessors that end the day before validFrom",
      found: "49-2008, to 2025-06-30"),
    Wrong(
      Row.province.with("validFrom", "\"2025-07-01\"").with("predecessors", "[▸\"none\"]"),
      "/predecessors/0", expected: "the id of a known province", found: "\"none\""),
  ])
  func `a unit begins the day after its predecessors end`(_ wrong: Wrong) throws {
    try wrong.expect()
  }

  @Test(arguments: [
    Wrong(
      Row.province.with("validFrom", "\"2025-07-01\"").with("validTo", "\"2025-06-30\"").marked,
      "", expected: "validTo on or after validFrom", found: "2025-07-01 to 2025-06-30"),
    Wrong(
      Row.province.with(
        "formerly",
        "[▸{\"name\":\(Row.name),\"fullName\":\(Row.name),\"type\":\"province\"}]"),
      "/formerly/0", expected: "validTo, the last day of the former name", found: "none"),
    Wrong(
      Row.region.without("validFrom").without("provinces").with("validTo", "\"2000-01-01\"")
        .marked, "", expected: "validFrom, the first day of the region", found: "none"),
  ])
  func `a span of time has its ends in order`(_ wrong: Wrong) throws {
    try wrong.expect()
  }

  @Test(arguments: [
    Wrong(
      Row.region.with("id", #"▸"x""#).with("validFrom", "\"2020-01-01\"")
        .with("provinces", "[\"48-2025\",\"49-2008\",\"48-2008\"]"),
      "/id", expected: "each unit in one region at a time",
      found: "49-2008, 48-2008 in coast-2008 too"),
    Wrong(
      Row.region.with("id", #"▸"x""#).with("validFrom", "\"2025-06-30\"")
        .with("slug", "\"coast\""),
      "/id", expected: "a slug that no other region bears on the same day",
      found: "\"coast\", as coast-2008"),
  ])
  func `regions of one day share no unit and no slug`(_ wrong: Wrong) throws {
    try wrong.expect()
  }

  @Test func `regions of other days may share both`() throws {
    let row = Row.region.with("slug", "\"coast\"").with("provinces", "[\"48-2008\"]")
    #expect(try Folder(["base.json": base, "rows.json": row.file]).errors == [])
  }

  @Test func `some unit must say when the first map begins`() throws {
    let folder = try Folder(["rows.json": Row.province.file])
    #expect(
      folder.messages == [
        "rows.json:2:7: /provinces/0/id: expected a validFrom on some unit: the first day of the "
          + "first map; found none"
      ])
  }
}
