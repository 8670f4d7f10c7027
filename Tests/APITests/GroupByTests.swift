import JSON
import Statistics
import Testing

/// Whole regions, by the indicators' rules.
@Suite struct GroupByTests {
  @Test func `a region's value names the units that it was made of`() throws {
    #expect(
      try row(
        "/v1/observations?indicator=dti&period=2023&groupBy=region&region=dong-nam-bo")
        == json(
          """
          {"indicator":"dti","area":"dong-nam-bo-2025","areaCode":null,
           "areaName":{"vi":"Đông Nam Bộ","en":"Southeast"},"period":"2023","value":0.719,
           "qualifier":"exact","status":"I","published":"2025-02-06","source":null,
           "locator":null,"excerpt":null,
           "derivation":{"rule":"mean","boundaries":"2025-07-01",
             "inputs":[{"area":"75-2025","value":0.7003},{"area":"79-2025","value":0.7595},
                       {"area":"80-2025","value":0.6973}]}}
          """))
  }

  /// Computed apart from this program, from the files.
  @Test(
    arguments: [
      ("indicator=dti&period=2024", "today", [0.7273, 0.6605, 0.7362, 0.7298, 0.6705, 0.6942]),
      ("indicator=dti&period=2022", "today", [0.5838, 0.5584, 0.6245, 0.6137, 0.5661, 0.5492]),
      (
        "indicator=dti&period=2024", "2025-06-30", [0.6959, 0.6725, 0.7241, 0.7318, 0.6396, 0.7012]
      ),
      (
        "indicator=population&period=2024", "today",
        [11328.9, 15791.7, 24753.2, 20995.5, 15872.8, 12601.8]
      ),
    ] as [(String, String, [Value])])
  func `regions are made of the units of the map`(
    query: String, boundaries: String, values: [Value]
  ) throws {
    let rows = try rows("/v1/observations?\(query)&groupBy=region&boundaries=\(boundaries)")
    #expect(rows.compactMap { $0["value"] } == values)
    let areas = rows.compactMap { $0["area"]?.text }
    #expect(areas == areas.sorted())
    let year = boundaries == "today" ? "-2025" : "-2008"
    #expect(areas.allSatisfy { $0.hasSuffix(year) })
  }

  @Test func `the regions of a map add up to the country`() throws {
    for boundaries in ["today", "2025-06-30"] {
      let query = "/v1/observations?indicator=population&period=2024&boundaries=\(boundaries)"
      func total(_ target: String) throws -> Decimal? {
        Decimal.sum(try rows(target).compactMap { $0["value"]?.number })
      }
      #expect(try total(query + "&groupBy=region") == total(query + "&level=province"))
    }
  }

  @Test func `a region lacks a value where one of its units does`() throws {
    let row = try row(
      "/v1/observations?indicator=dti&period=2020&groupBy=region&region=dong-nam-bo")
    #expect(row["missing"] == "inputMissing")
    #expect(row["value"] == .null && row["published"] == .null && row["status"] == "O")
    #expect(row["derivation"]?["inputs"]?.elements.count == 3)
  }

  @Test func `without a rule there is no value of a region, and the answer says so`() throws {
    let rows = try rows("/v1/observations?indicator=papi&period=2024&groupBy=region")
    #expect(rows.count == 6)
    #expect(rows.allSatisfy { $0["missing"] == "noRule" && $0["value"] == .null })
  }

  @Test func `a region's values can change too`() throws {
    let row = try row(
      "/v1/observations?indicator=dti&period=2023&groupBy=region&region=dong-nam-bo&change=year")
    // 0.719 after 0.6137.
    #expect(row["change"] == ["from": "2022", "difference": 0.1053, "percent": 17.2])
    let refused = try self.row2024()
    #expect(refused["change"]?["refused"] == "break")
  }

  private func row2024() throws -> Value {
    try row(
      "/v1/observations?indicator=dti&period=2024&groupBy=region&region=dong-nam-bo"
        + "&change=previous")
  }

  @Test func `today's map is meant where none is named`() throws {
    let meta = try ask("/v1/observations?indicator=dti&groupBy=region").json()["meta"]
    #expect(meta?["boundaries"] == "2025-07-01")
  }

  @Test func `regions are known by the day too`() throws {
    let query = "/v1/observations?indicator=dti&period=2024&groupBy=region"
    #expect(try rows(query + "&asOf=2025-10-20").isEmpty)
    #expect(try rows(query + "&asOf=2025-10-21").count == 6)
  }

  @Test(arguments: [
    ("groupBy=region&boundaries=published", ["groupBy conflict"]),
    ("groupBy=province", ["groupBy unknownValue"]), ("groupBy=regions", ["groupBy unknownValue"]),
    ("groupBy=region,region", ["groupBy repeated"]), ("groupBy=", ["groupBy empty"]),
    ("groupBy=region&region=tay-nguyen", ["region notOnThisMap"]),
    ("groupBy=region&vintages=all", ["vintages conflict"]),
    ("groupBy=region&vintages=all&boundaries=published", ["groupBy conflict"]),
  ])
  func `regions stand on a map`(query: String, errors: [String]) throws {
    #expect(try wrongs("/v1/observations?indicator=dti&\(query)") == errors)
  }
}
