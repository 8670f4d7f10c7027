import Storage
import Testing

/// Files as wholes: whether they are JSON, and what lists they hold.
@Suite struct FilesTests {
  @Test(arguments: [
    Wrong("▸", "", expected: "\"{\"", found: "the end of the file"),
    Wrong("▸[]", "", expected: "\"{\"", found: "`[]`"),
    Wrong("▸\u{FEFF}{}", "", expected: "\"{\"", found: "a byte order mark"),
    Wrong("{\n▸pillars:[]}", "", expected: "a key in quotes", found: "`pillars:[]}`"),
    Wrong(#"{"pillars":▸{}}"#, "", expected: "\"[\": a list of rows", found: "`{}}`"),
    Wrong("{\"pillars\":[]}\n▸}", "", expected: "the end of the document", found: "`}`"),
    Wrong("{\"pillars\":[▸", "", expected: "a JSON value", found: "the end of the file"),
    Wrong(
      "{\"pillars\":[\n{\"id\":\"đời\",\"name\":▸vi}]}", "", expected: "a JSON value",
      found: "`vi}]}`"),
    Wrong(
      "{\"pillars\":[\n{\"id\":\"a\",▸}]}", "", expected: "a key in quotes", found: "`}]}`"),
    Wrong(
      "{\"pillars\":[],\n▸\"pillars\":[]}", "", expected: "each key once in an object",
      found: "\"pillars\" again"),
    Wrong(
      "{\"pillars\":[\n{\"id\":\"a\",▸\"id\":\"b\"}]}", "",
      expected: "each key once in an object", found: "\"id\" again"),
    Wrong(
      "{\"pillars\":[{\"id\":\"a▸\tb\"}]}", "",
      expected: "no control characters in a string (write \\n, \\t or \\u00XX)",
      found: "`\tb\"}]}`"),
    Wrong(
      #"{"pillars":[{"id":"a▸\ud800"}]}"#, "", expected: "no lone surrogate",
      found: #"`\ud800"}]}`"#),
    Wrong(
      #"{"pillars":[{"id":0▸1}]}"#, "", expected: "a number without leading zeros",
      found: "`1}]}`"),
  ])
  func `a file that is not strict JSON is one error, where it goes wrong`(_ wrong: Wrong) throws {
    try wrong.expect()
  }

  @Test func `invalid UTF-8 is one error, where it begins`() throws {
    let folder = try Folder(["base.json": base])
    try folder.write("rows.json", Array("{\"pillars\":[\n{\"id\":\"".utf8) + [0xC3, 0x28, 0x22])
    #expect(
      folder.messages == ["rows.json:2:8: expected valid UTF-8; found `\u{FFFD}(\"`"])
  }

  @Test func `rows before the place where a file goes wrong are checked too`() throws {
    let wrong = Wrong(
      "{\"pillars\":[\n{\"id\":\"a\",\"name\":▸1},\n{\"id\":\"b\" ▸\"name\":2}]}",
      "/pillars/0/name", expected: "an object: {…}", found: "1"
    ).and("", expected: "\",\" or \"}\"", found: "`\"name\":2}]}`")
    try wrong.expect()
  }

  @Test func `what the rest of a broken file would have defined is not missed elsewhere`() throws {
    let cut = base.replacing("\n],\n\"countries\"", with: "\n}],\n\"countries\"")
    let folder = try Folder(["base.json": cut, "rows.json": Row.observation.file])
    #expect(folder.messages == ["base.json:8:1: expected \",\" or \"]\"; found `}],`"])
  }

  static let lists =
    "sources, countries, provinces, regions, pillars, units, indicators, observations, "
    + "publishedRanks, agencies, meetings, commitments, targets, tasks, platforms"

  @Test(arguments: [
    Wrong(
      "{\"pillars\":[],\n▸\"observation\":[1,{\"a\":2}]}", "/observation",
      expected: "one of the lists \(lists)", found: "\"observation\"", suggestion: "observations"),
    Wrong(
      "{▸\"a/b~c\":[]}", "/a~1b~0c", expected: "one of the lists \(lists)", found: "\"a/b~c\""),
    Wrong(
      "{▸\"Sources\":[]}", "/Sources", expected: "one of the lists \(lists)",
      found: "\"Sources\"", suggestion: "sources"),
    Wrong("{▸\"\":[]}", "/", expected: "one of the lists \(lists)", found: "\"\""),
  ])
  func `a list that there is not is refused, with the near one`(_ wrong: Wrong) throws {
    try wrong.expect()
  }

  @Test(arguments: ["1", "null", "[]", "\"a\"", "true"])
  func `a row that is no object is refused`(_ row: String) throws {
    try Wrong(
      "{\"pillars\":[\n▸\(row)]}", "/pillars/0", expected: "an object: {…}", found: row
    ).expect()
  }

  @Test func `rows are numbered from 0 in each list`() throws {
    let text = """
      {"pillars":[
      {"id":"a","name":{"vi":"A","en":"A"}},
      {"id":"b","name":{"vi":"B","en":▸""}}
      ],"units":[
      {"code":"A","symbol":"","name":{"vi":"A","en":"A"}},
      {"code":"B","symbol":"","name":{"vi":"B","en":"B"}},
      {"code":"C","symbol":▸3,"name":{"vi":"C","en":"C"}}
      ]}
      """
    try Wrong(
      text, "/pillars/1/name/en",
      expected: "a text that says something (leave the key out otherwise)", found: "\"\""
    ).and("/units/2/symbol", expected: "a text in quotes", found: "3").expect()
  }

  @Test func `of one file no more than a hundred errors are told`() throws {
    let rows = (0..<250).map { "{\"id\":\"p\($0)\",\"name\":1}" }.joined(separator: ",\n")
    let folder = try Folder([
      "a.json": base, "b.json": "{\"pillars\":[\n\(rows)]}", "c.json": Row.pillar.file,
      "d.json": Row.pillar.file,
    ])
    let errors = folder.errors
    #expect(StorageLimits.errorsPerFile == 100)
    #expect(errors.filter { $0.file == "b.json" }.count == 100)
    #expect(errors.filter { $0.file == "b.json" }.map(\.line) == Array(2...101))
    // And the other files' errors are told all the same.
    #expect(errors.last?.file == "d.json")
  }

  @Test func `of too many unknown references the first hundred are told`() throws {
    let rows = (0..<250).map {
      "{\"id\":\"p\($0)\",\"name\":{\"vi\":\"P\",\"en\":\"P\"},\"successors\":[\"none-\($0)\"]}"
    }
    let folder = try Folder([
      "a.json": base, "b.json": "{\"agencies\":[\n\(rows.joined(separator: ",\n"))]}",
    ])
    #expect(folder.errors.map(\.line) == Array(2...101))
  }
}
