import Storage
import Testing

/// What every list has in common: keys, types, texts, dates.
@Suite struct RowsTests {
  @Test(arguments: Row.all.indices)
  func `the least that a row must hold is enough`(_ index: Int) throws {
    let folder = try Folder(["base.json": base, "rows.json": Row.all[index].file])
    #expect(folder.errors == [])
  }

  @Test(arguments: Row.all.indices)
  func `each key that a row must hold is missed, at the row`(_ index: Int) throws {
    let row = Row.all[index]
    let optional = Row.optional[row.list] ?? []
    for key in row.members.map(\.key) where !optional.contains(key) {
      let folder = try Folder(["base.json": base, "rows.json": row.without(key).file])
      let errors = folder.errors
      #expect(errors.count == 1, "\(row.list) without \(key): \(errors)")
      #expect(errors.first?.pointer == "/\(row.list)/0", "\(row.list) without \(key)")
      #expect(errors.first?.line == 2, "\(row.list) without \(key)")
      #expect(errors.first?.column == 1, "\(row.list) without \(key)")
      #expect(errors.first?.expected.contains(key) ?? false, "\(row.list) without \(key)")
    }
  }

  @Test(arguments: Row.all.indices)
  func `a key of the wrong type is an error at its value`(_ index: Int) throws {
    let row = Row.all[index]
    for key in row.members.map(\.key) {
      let wrong = row.with(key, "▸true")
      let column = wrong.json.prefix { $0 != "▸" }.count + 1
      let folder = try Folder(
        ["base.json": base, "rows.json": wrong.file.replacing("▸", with: "")])
      let pointer = "/\(row.list)/0/\(key)"
      let error = try #require(folder.errors.first { $0.pointer == pointer }, "\(pointer)")
      #expect(error.found == "true", "\(pointer)")
      #expect((error.line, error.column) == (2, column), "\(pointer)")
    }
  }

  @Test(arguments: Row.all.indices)
  func `a key that a row does not have is refused, with the near one`(_ index: Int) throws {
    let row = Row.all[index]
    let key = row.members[0].key
    let folder = try Folder(
      ["base.json": base, "rows.json": row.with("\(key)x", "1").file])
    let error = try #require(folder.errors.first)
    #expect(folder.errors.count == 1)
    #expect(error.pointer == "/\(row.list)/0/\(key)x")
    #expect(error.found == "\"\(key)x\"")
    #expect(error.expected.hasPrefix("one of the keys \(key), "))
    #expect(key.utf8.count < 3 || error.suggestion == key)
  }

  @Test(arguments: Row.all.indices)
  func `null is absence`(_ index: Int) throws {
    let row = Row.all[index]
    for key in row.members.map(\.key) {
      let errors = try Folder(["base.json": base, "rows.json": row.with(key, "null").file]).errors
      let absent = try Folder(["base.json": base, "rows.json": row.without(key).file]).errors
      #expect(errors == absent, "\(row.list) \(key)")
    }
  }

  static let texts: [Wrong] = [
    Wrong(
      Row.source.with("title", #"▸"""#), "/title",
      expected: "a text that says something (leave the key out otherwise)", found: "\"\""),
    Wrong(
      Row.source.with("url", #"▸"""#), "/url",
      expected: "a text that says something (leave the key out otherwise)", found: "\"\""),
    Wrong(
      Row.source.with("title", "▸7"), "/title", expected: "a text in quotes", found: "7"),
    Wrong(
      Row.source.with("title", "▸\"\(String(repeating: "ế", count: 2001))\""), "/title",
      expected: "at most 2000 characters, here 2001",
      found: "\"\(String(repeating: "ế", count: 59))…"),
    Wrong(
      Row.agency.with("name", "▸\"Bộ\""), "/name", expected: "an object: {…}", found: "\"Bộ\""),
    Wrong(
      Row.agency.with("name", #"▸{"vi":"Bộ"}"#), "/name", expected: "the key \"en\"",
      found: "none"),
    Wrong(
      Row.agency.with("name", #"{"vi":"Bộ","en":▸""}"#), "/name/en",
      expected: "a text that says something (leave the key out otherwise)", found: "\"\""),
    Wrong(
      Row.agency.with("name", #"{"vi":"Bộ","en":"Ministry",▸"fr":"Ministère"}"#), "/name/fr",
      expected: "one of the keys vi, en", found: "\"fr\""),
    Wrong(
      Row.agency.with("aliases", #"▸"Bộ""#), "/aliases", expected: "a list: […]",
      found: "\"Bộ\""),
    Wrong(
      Row.agency.with("aliases", #"["Bộ",▸7]"#), "/aliases/1", expected: "a text in quotes",
      found: "7"),
    Wrong(
      Row.agency.with("notes", #"[{"vi":"Một","en":"One"},{"vi":▸1,"en":"Two"}]"#), "/notes/1/vi",
      expected: "a text in quotes", found: "1"),
    Wrong(
      #"{"agencies":[{"id":"new","name":{"vi":"Bộ","en":"Ministry"},▸"a/b~c":1}]}"#,
      "/agencies/0/a~1b~0c",
      expected: "one of the keys id, name, aliases, validFrom, validTo, successors, act, notes",
      found: "\"a/b~c\""),
  ]

  @Test(arguments: texts)
  func `a text is a text that says something, and a name is one in both languages`(
    _ wrong: Wrong
  ) throws {
    try wrong.expect()
  }

  @Test func `a text may have 2000 characters and an excerpt 160, however many bytes`() throws {
    let title = String(repeating: "ế", count: 2000)
    let excerpt = String(repeating: "ế", count: 158) + " 5"
    let folder = try Folder([
      "base.json": base,
      "a.json": Row.source.with("title", "\"\(title)\"").file,
      "b.json": Row.observation.with("excerpt", "\"\(excerpt)\"").file,
    ])
    #expect(folder.errors == [])
  }

  static let dates: [Wrong] =
    ["2023-02-29", "2024-13-01", "2024-1-1", "01/02/2024", "1899-12-31", "2024", ""].map {
      Wrong(
        Row.agency.with("validFrom", "▸\"\($0)\""), "/validFrom",
        expected: "a real day as YYYY-MM-DD, 1900 to 2100", found: "\"\($0)\"")
    }
    + ["2024-13", "2024-02-30", "24", "2024-Q1", "tháng 2"].map {
      Wrong(
        Row.source.with("published", "▸\"\($0)\""), "/published",
        expected: "a real date as YYYY-MM-DD, YYYY-MM or YYYY", found: "\"\($0)\"")
    }
    + ["2024-H1", "2024S1", "2024-M07", "2024-13", "2023-01-01/P0M"].map {
      Wrong(
        Row.observation.without("period").with("periodText", Row.name)
          .with("period", "▸\"\($0)\""), "/period",
        expected:
          "a period such as 2024, 2024-S1, 2024-Q3, 2024-07, 2024-07-19 or 2023-01-01/P2M",
        found: "\"\($0)\"")
    }
    + [
      Wrong(
        Row.agency.with("validFrom", "▸20240101"), "/validFrom",
        expected: "a real day as YYYY-MM-DD, 1900 to 2100", found: "20240101")
    ]

  @Test(arguments: dates)
  func `a date that is none is refused`(_ wrong: Wrong) throws {
    try wrong.expect()
  }

  static let codes: [Wrong] = [
    Wrong(
      Row.source.with("kind", #"▸"pres""#), "/kind",
      expected: "one of act, statistics, officialSite, press, transcription, survey",
      found: "\"pres\"", suggestion: "press"),
    Wrong(
      Row.source.with("reliability", #"▸"good""#), "/reliability",
      expected: "one of primary, checked, single, unofficial", found: "\"good\""),
    Wrong(
      Row.observation.with("status", #"▸"X""#), "/status",
      expected: "one of A, B, D, E, F, P, U, I, L, M, O, Q", found: "\"X\"", suggestion: "A"),
    Wrong(
      Row.observation.with("qualifier", #"▸"morethan""#), "/qualifier",
      expected: "one of exact, moreThan, atLeast, lessThan, atMost, nearly, about, range",
      found: "\"morethan\"", suggestion: "moreThan"),
    Wrong(
      Row.indicator.with("levels", #"["nation",▸"provinces"]"#), "/levels/1",
      expected: "one of country, nation, province", found: "\"provinces\"",
      suggestion: "province"),
    Wrong(
      Row.indicator.with("frequency", #"▸"annual""#), "/frequency",
      expected: "one of A, S, Q, M, D, O", found: "\"annual\""),
    Wrong(
      Row.observation.with("otherStatus", #"["E",▸1]"#), "/otherStatus/1",
      expected: "one of A, B, D, E, F, P, U, I, L, M, O, Q", found: "1"),
  ]

  @Test(arguments: codes)
  func `a code that its list has not is refused, with the near one`(_ wrong: Wrong) throws {
    try wrong.expect()
  }

  static let numbers: [Wrong] = [
    Wrong(
      Row.observation.with("outOf", #"▸"5""#), "/outOf", expected: "a number", found: "\"5\""),
    Wrong(
      Row.observation.with("outOf", "▸1234567890123456789"), "/outOf",
      expected: "a number of at most 17 digits, 18 after the point", found: "1234567890123456789"),
    Wrong(
      Row.observation.with("value", "▸[5]").marked, "",
      expected: "exactly one of value, low and high, missing", found: "0 of them"
    ).and("/value", expected: "a number", found: "[5]"),
    Wrong(
      Row.indicator.with("decimals", "▸1.5"), "/decimals", expected: "a whole number, 0 to 15",
      found: "1.5"),
    Wrong(
      Row.indicator.with("decimals", "▸-1"), "/decimals", expected: "a whole number, 0 to 15",
      found: "-1"),
    Wrong(
      Row.indicator.with("decimals", "▸16"), "/decimals", expected: "a whole number, 0 to 15",
      found: "16"),
    Wrong(
      Row.indicator.with("decimals", #"▸"2""#), "/decimals", expected: "a whole number, 0 to 15",
      found: "\"2\""),
    Wrong(
      Row.indicator.with("unitMultiplier", "▸16"), "/unitMultiplier",
      expected: "a whole number, -6 to 15", found: "16"),
    Wrong(
      Row.commitmentSet.with("declaredCount", "▸0"), "/declaredCount",
      expected: "a whole number, 1 to 1000", found: "0"),
  ]

  @Test(arguments: numbers)
  func `a number is a number, within its bounds`(_ wrong: Wrong) throws {
    try wrong.expect()
  }
}
