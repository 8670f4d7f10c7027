import Storage
import Testing

/// Ids and what refers to them, over all files.
@Suite struct ReferencesTests {
  /// Every key that refers, with the near id that is suggested.
  @Test(arguments: [
    Wrong(
      Row.observation.with("indicator", #"▸"shares""#), "/indicator",
      expected: "the id of a known indicator", found: "\"shares\"", suggestion: "share"),
    Wrong(
      Row.observation.with("area", #"▸"48-2009""#), "/area",
      expected: "the id of a known area", found: "\"48-2009\"", suggestion: "48-2008"),
    Wrong(
      Row.observation.with("source", #"▸"prss""#), "/source",
      expected: "the id of a known source", found: "\"prss\"", suggestion: "press"),
    Wrong(
      Row.observation.with("source", #"▸"zzzzzz""#), "/source",
      expected: "the id of a known source", found: "\"zzzzzz\""),
    Wrong(
      Row.rank.with("area", #"▸"VN""#), "/area", expected: "the id of a known province",
      found: "\"VN\""),
    Wrong(
      Row.source.with("agency", #"▸"gsos""#), "/agency", expected: "the id of a known agency",
      found: "\"gsos\"", suggestion: "gso"),
    Wrong(
      Row.source.with("transcriptionOf", #"["press",▸"cite"]"#), "/transcriptionOf/1",
      expected: "the id of a known source", found: "\"cite\"", suggestion: "cited"),
    Wrong(
      Row.source.with("meeting", #"▸"meting""#), "/meeting",
      expected: "the id of a known meeting", found: "\"meting\"", suggestion: "meeting"),
    Wrong(
      Row.province.with("act", #"▸"act""#), "/act", expected: "the id of a known source",
      found: "\"act\""),
    Wrong(
      Row.region.with("provinces", #"["48-2025",▸"49-2025"]"#), "/provinces/1",
      expected: "the id of a known province", found: "\"49-2025\"", suggestion: "48-2025"),
    Wrong(
      Row.agency.with("successors", #"[▸"new-agency"]"#), "/successors/0",
      expected: "the id of a known agency", found: "\"new-agency\""),
    Wrong(
      Row.indicator.with("unit", #"▸"pt""#), "/unit", expected: "the id of a known unit",
      found: "\"pt\"", suggestion: "PT"),
    Wrong(
      Row.indicator.with("pillar", #"▸"econmy""#), "/pillar",
      expected: "the id of a known pillar", found: "\"econmy\"", suggestion: "economy"),
    Wrong(
      Row.indicator.with("parent", #"▸"nothing""#), "/parent",
      expected: "the id of a known indicator", found: "\"nothing\""),
    Wrong(
      Row.target.with("related", "[{\"indicator\":▸\"mony\",\"reason\":\(Row.name)}]"),
      "/related/0/indicator", expected: "the id of a known indicator", found: "\"mony\"",
      suggestion: "money"),
    Wrong(
      Row.target.with("supersedes", #"[▸"older"]"#), "/supersedes/0",
      expected: "the id of a known target", found: "\"older\""),
    Wrong(
      Row.task.with("platforms", #"[▸"vneid"]"#), "/platforms/0",
      expected: "the id of a known platform", found: "\"vneid\""),
    Wrong(
      Row.task.with("questions", #"{"who":{"lead":[{"agency":▸"bo","asWritten":"Bộ"}]}}"#),
      "/questions/who/lead/0/agency", expected: "the id of a known agency", found: "\"bo\""),
    Wrong(
      Row.commitmentSet.with(
        "items",
        """
        [{"id":"a-1","number":1,"text":\(Row.name),
        "wordings":[{"vi":"Lời","source":▸"pres","official":true}],"unmeasuredNote":\(Row.name)}]
        """), "/items/0/wordings/0/source",
      expected: "the id of a known source", found: "\"pres\"", suggestion: "press"),
    Wrong(
      Row.platform.with("mentions", #"[{"source":▸"pres"}]"#), "/mentions/0/source",
      expected: "the id of a known source", found: "\"pres\"", suggestion: "press"),
  ])
  func `a reference to nothing is an error, with the near id`(_ wrong: Wrong) throws {
    try wrong.expect()
  }

  @Test func `what depends on an unknown area is not told besides`() throws {
    try Wrong(
      Row.observation.with("indicator", "\"money\"").with("area", "▸\"XX\""), "/area",
      expected: "the id of a known area", found: "\"XX\""
    ).expect()
  }

  @Test func `an unknown id is told once, where it first stands`() throws {
    let row = Row.observation.with("source", #"▸"none""#).json
    let other = Row.observation.with("source", #""none""#).with("period", "\"2024\"").json
    try Wrong(
      "{\"observations\":[\n\(row),\n\(other)]}", "/observations/0/source",
      expected: "the id of a known source", found: "\"none\""
    ).expect()
  }

  @Test(arguments: [
    Wrong(
      Row.observation.with("source", "▸7"), "/source", expected: "the id of a source, in quotes",
      found: "7"),
    Wrong(
      Row.region.with("provinces", #"["48-2025",▸null]"#), "/provinces/1",
      expected: "the id of a province, in quotes", found: "null"),
    Wrong(
      Row.region.with("provinces", #"▸"48-2025""#), "/provinces", expected: "a list: […]",
      found: "\"48-2025\""),
    Wrong(
      Row.region.with("provinces", #"["48-2025","01-2008",▸"48-2025"]"#), "/provinces/2",
      expected: "each id once", found: "\"48-2025\""),
  ])
  func `a reference is an id in quotes, a list has each once`(_ wrong: Wrong) throws {
    try wrong.expect()
  }

  @Test func `things may refer to what a later file defines`() throws {
    let folder = try Folder([
      "a.json": Row.observation.file, "b.json": base,
    ])
    #expect(folder.errors == [])
  }

  @Test(arguments: [
    ("agencies", Row.agency.with("id", #"▸"gso""#), "agency", "agencies", 0),
    ("sources", Row.source.with("id", #"▸"copy""#), "source", "sources", 1),
    ("units", Row.unit.with("code", #"▸"VND""#), "unit", "units", 1),
    ("indicators", Row.indicator.with("id", #"▸"money""#), "indicator", "indicators", 1),
    ("meetings", Row.meeting.with("id", #"▸"meeting""#), "meeting", "meetings", 0),
    ("pillars", Row.pillar.with("id", #"▸"economy""#), "pillar", "pillars", 0),
    ("countries", Row.country.with("id", #"▸"SG""#), "country", "countries", 1),
  ])
  func `an id twice is an error that names the first place`(
    _ row: (list: String, row: Row, kind: String, first: String, place: Int)
  ) throws {
    let key = row.list == "units" ? "code" : "id"
    let id = row.row.members[0].value.replacing("▸", with: "")
    try Wrong(
      row.row, "/\(key)", expected: "a new id",
      found:
        "\(id), which is already a \(row.kind) at base.json /\(row.first)/\(row.place)/\(key)"
    ).expect()
  }

  @Test func `countries and provinces share their ids`() throws {
    try Wrong(
      Row.country.with("id", #"▸"48-2025""#), "/id", expected: "a new id",
      found: "\"48-2025\", which is already a area at base.json /provinces/3/id"
    ).expect()
  }

  @Test(arguments: ["", "a b", "-a", "a/b", "đà-nẵng", "a.b", String(repeating: "a", count: 81)])
  func `an id that is none is refused`(_ id: String) throws {
    let rule =
      "an id: letters, digits, \"-\" and \"_\", beginning with a letter or digit, at most 80"
    let written = id.count > 58 ? "\"\(id.prefix(59))…" : "\"\(id)\""
    try Wrong(
      Row.agency.with("id", "▸\"\(id)\""), "/id", expected: rule, found: written
    ).expect()
  }

  @Test func `sources and targets may have a point in their id`() throws {
    let folder = try Folder([
      "base.json": base, "a.json": Row.source.with("id", "\"a.b\"").file,
      "b.json": Row.target.with("id", "\"a.b\"").file,
    ])
    #expect(folder.errors == [])
  }
}
