import Testing

/// What is written beforehand says what the fields say.
///
/// `fields=` with every field there is asks the fields one by one.
@Suite struct PreparedTests {
  /// The data of an answer, and of the same question with all fields named.
  private func both(_ target: String) throws -> (ready: [UInt8], asked: [UInt8]) {
    let mark = target.contains("?") ? "&" : "?"
    let refused = try ask("\(target)\(mark)fields=none").json()
    let names = refused["errors"]?[0]?["allowed"]?.elements.compactMap(\.text) ?? []
    try #require(!names.isEmpty, "\(target) has fields")
    let asked = ask("\(target)\(mark)fields=\(names.joined(separator: ","))")
    return (Array(ask(target).data), Array(asked.data))
  }

  @Test(arguments: Examples.json)
  func `an answer is the same where its fields are asked one by one`(_ example: Example) throws {
    let (ready, asked) = try both(example.target)
    #expect(ready == asked)
  }

  @Test(arguments: [
    "indicator=dti", "indicator=dti&boundaries=today", "area=VN", "province=24,48,79",
    "indicator=dti,papi-e-governance&province=24&boundaries=2025-07-01", "period=2022..2023",
    "indicator=dti&groupBy=region", "indicator=dti&change=previous&province=48",
    "asOf=2024-06-30&area=VN", "indicator=digital-economy-gdp-share-gso&vintages=all",
    "vintages=all&asOf=2025-01-06&area=VN", "boundaries=2024-06-30&province=46&latest=3",
    "status=O", "province=46-2008&boundaries=2024-06-30",
  ])
  func `observations are the same where their fields are asked one by one`(
    query: String
  ) throws {
    let (ready, asked) = try both("/v1/observations?\(query)")
    #expect(ready == asked)
    #expect(ready.count > 100)
  }

  @Test(arguments: ["48", "24", "46", "01-2008", "49-2008", "79"])
  func `a page is the same whether it was made beforehand or for the question`(
    code: String
  ) throws {
    let page = "/v1/provinces/\(code)/indicators"
    let (ready, asked) = try both(page)
    #expect(ready == asked)
    // Every period is in the span, but a span is looked for.
    let sought = ask("\(page)?period=1900..2100")
    let rows = try ask(page).data().elements.filter { $0["missing"] == nil }
    #expect(try sought.data().elements.filter { $0["missing"] == nil } == rows)
    #expect(!rows.isEmpty)
  }

  @Test(arguments: ["2008-08-01", "2024-12-31", "2025-01-01", "2025-06-30", "2025-07-01"])
  func `the provinces of any day are the same where their fields are asked one by one`(
    day: String
  ) throws {
    let (ready, asked) = try both("/v1/provinces?boundaries=\(day)")
    #expect(ready == asked)
  }

  @Test(arguments: ["2025-07-01", "2026-08-31", "2026-09-19", "2026-09-20"])
  func `a page made beforehand has the names of the day that is asked for`(day: String) throws {
    for code in ["22", "24", "48"] {
      let (ready, asked) = try both("/v1/provinces/\(code)/indicators?boundaries=\(day)")
      #expect(ready == asked)
      #expect(ready.count > 1000)
    }
  }

  @Test(arguments: ["", "period=2023", "boundaries=2025-07-01", "province=48", "asOf=2024-06-30"])
  func `a ranking is the same where its fields are asked one by one`(query: String) throws {
    for indicator in ["dti", "papi-e-governance"] {
      let (ready, asked) = try both("/v1/indicators/\(indicator)/ranking?\(query)")
      #expect(ready == asked)
    }
  }
}
