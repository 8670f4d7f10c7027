import JSON
import Statistics
import Testing

/// The change of a value on its row: given, or refused with the reason, never an error.
@Suite struct ChangeTests {
  /// Computed apart from this program, from the files.
  static let changes: [(query: String, change: Value)] = [
    given("papi-transparency", "89-2008", "2012", "previous", "2011", 0.118, 2.4),
    given("papi-participation", "49-2008", "2024", "previous", "2023", -0.446, -9.3),
    given("papi-transparency", "79-2008", "2021", "previous", "2020", -0.3934, -7.3),
    given("papi-e-governance-response", "94-2008", "2020", "previous", "2019", -1.461883873, -78.9),
    given("pci", "86-2008", "2016", "previous", "2015", 3.2687, 5.5),
    given("digital-economy-gdp-share-gso", "VN", "2021", "year", "2020", 0.21, 1.7),
    given("ecommerce-retail-share", "VN", "2022", "previous", "2021", 0.5, 7.1),
    given("gci-cyber-score", "VN", "2024", "previous", "2020", 5.15, 5.4),
    given("digital-exports", "VN", "2023", "previous", "2021", 3.8, 3.3),
    // Ranks have differences and no percentages.
    given("gii-rank", "VN", "2017", "previous", "2016", -12, nil),
    given("gii-rank", "VN", "2025", "year", "2024", 0, nil),
    given("egdi-rank", "VN", "2022", "previous", "2020", 0, nil),
    // Carried values.
    given("population", "37-2025", "2024", "previous", "2023", 28.6, 0.8),
    given("dti-government-activity", "15-2025", "2023", "previous", "2022", 0.1501, 24.9),
    given("population-urban", "96-2025", "2023", "year", "2022", 3.5, 0.7),
    // Across a change of method, when asked for.
    given("pci", "52-2008", "2014", "previous", "2012", -3.3423, -5.3, across: true),
    given("papi", "40-2008", "2018", "previous", "2017", 10.8185, 30.3, across: true),
    given("dti", "91-2025", "2024", "year", "2023", 0.0203, 3.3, across: true),
    given("dti", "48-2025", "2024", "previous", "2023", -0.0422, -5.6, across: true),
    refused("pci", "75-2008", "2014", "previous", "2012", "break"),
    refused("dti", "42-2008", "2024", "year", "2023", "break"),
    refused("dti", "48-2025", "2024", "previous", "2023", "break"),
    refused("dti-economy-activity", "36-2008", "2022", "previous", nil, "noPrevious"),
    refused("egdi-rank", "VN", "2022", "year", nil, "noPrevious"),
    refused("papi-e-governance", "27-2008", "2022", "previous", nil, "noNumber"),
    refused("ecommerce-retail-share", "VN", "2023", "previous", nil, "noNumber"),
  ]

  private static func query(
    _ indicator: String, _ area: String, _ period: String, _ since: String, across: Bool
  ) -> String {
    "/v1/observations?indicator=\(indicator)&area=\(area)&period=\(period)&change=\(since)"
      + (area.hasSuffix("-2025") ? "&boundaries=today" : "") + (across ? "&acrossBreaks=true" : "")
  }

  private static func given(
    _ indicator: String, _ area: String, _ period: String, _ since: String, _ from: String,
    _ difference: Value, _ percent: Value?, across: Bool = false
  ) -> (query: String, change: Value) {
    var change: [(String, Value)] = [
      ("from", .text(from)), ("difference", difference), ("percent", percent ?? .null),
    ]
    if across { change.append(("acrossBreak", true)) }
    return (
      query(indicator, area, period, since, across: across),
      .object(change.map { Value.Member(key: $0.0, value: $0.1) })
    )
  }

  private static func refused(
    _ indicator: String, _ area: String, _ period: String, _ since: String, _ from: String?,
    _ reason: String
  ) -> (query: String, change: Value) {
    (
      query(indicator, area, period, since, across: false),
      [
        "from": from.map { .text($0) } ?? .null, "difference": .null, "percent": .null,
        "refused": .text(reason),
      ]
    )
  }

  @Test(arguments: changes)
  func `a row says its change, or why there is none`(query: String, change: Value) throws {
    #expect(try row(query)["change"] == change)
  }

  @Test(arguments: [
    "change=previous", "change=year", "change=previous&acrossBreaks=true",
    "change=previous&boundaries=today", "change=year&boundaries=2025-06-30&acrossBreaks=true",
  ])
  func `a refused change has no figures and a given one has`(query: String) throws {
    var reasons: [Value: Int] = [:]
    for row in try rows("/v1/observations?\(query)") {
      let change = try #require(row["change"])
      guard let refused = change["refused"] else {
        #expect(change["difference"]?.number != nil && change["from"]?.text != nil, "\(row)")
        #expect(row["value"]?.number != nil)
        continue
      }
      reasons[refused, default: 0] += 1
      #expect(change["difference"] == .null && change["percent"] == .null, "\(row)")
      #expect(change["acrossBreak"] == nil)
      #expect((change["from"] != .null) == (refused == "break"))
      #expect((row["value"] == .null || row["period"] == .null) == (refused == "noNumber"))
    }
    let across = query.contains("acrossBreaks")
    #expect(reasons.keys.contains("break") != across)
    #expect(reasons.keys.contains("noPrevious") && reasons.keys.contains("noNumber"))
  }

  @Test func `nothing but breaks changes by looking across them`() throws {
    let plain = try rows("/v1/observations?change=previous")
    let across = try rows("/v1/observations?change=previous&acrossBreaks=true")
    #expect(plain.count == across.count)
    for (one, other) in zip(plain, across) {
      if one["change"]?["refused"] == "break" {
        #expect(other["change"]?["acrossBreak"] == true, "\(other)")
        #expect(other["change"]?["from"] == one["change"]?["from"])
      } else {
        #expect(one == other)
      }
    }
  }

  @Test func `a change is the difference of two rows of the same map`() throws {
    let rows = try rows(
      "/v1/observations?indicator=dti,population,dti-infrastructure&boundaries=today"
        + "&change=previous&acrossBreaks=true")
    let values = Dictionary(uniqueKeysWithValues: rows.map { ($0.cell, $0["value"]?.number) })
    var seen = 0
    for row in rows {
      guard let from = row["change"]?["from"], from != .null, let value = row["value"]?.number
      else {
        continue
      }
      let base = try #require(values[Array(row.cell.prefix(2)) + [from]] ?? nil)
      #expect(row["change"]?["difference"]?.number == value.minus(base))
      seen += 1
    }
    #expect(seen > 200)
  }

  @Test func `the change of a row does not depend on which rows are asked for`() throws {
    let whole = try rows("/v1/observations?indicator=dti&area=48-2008&change=previous")
    for row in whole {
      let period = try #require(row["period"]?.text)
      let alone = try rows(
        "/v1/observations?indicator=dti&area=48-2008&change=previous&period=\(period)")
      #expect(alone == [row])
    }
    #expect(
      try rows("/v1/observations?indicator=dti&area=48-2008&change=previous&latest=1")
        == [try #require(whole.last)])
  }

  @Test func `without the question no row has a change`() throws {
    #expect(try rows("/v1/observations?indicator=dti").allSatisfy { $0["change"] == nil })
  }

  @Test(arguments: [
    "/v1/observations", "/v1/indicators/dti/observations", "/v1/provinces/48/indicators",
  ])
  func `looking across breaks goes only with a change`(path: String) throws {
    for flag in ["true", "false"] {
      #expect(try wrongs("\(path)?acrossBreaks=\(flag)") == ["acrossBreaks conflict"])
    }
    #expect(ask("\(path)?change=year&acrossBreaks=false").status == 200)
    for flag in ["1", "TRUE", "yes", "true,false"] {
      #expect(
        try wrongs("\(path)?change=year&acrossBreaks=\(flag)") == ["acrossBreaks unknownValue"])
    }
    for since in ["month", "Previous", "prev"] {
      #expect(try wrongs("\(path)?change=\(since)") == ["change unknownValue"])
    }
    #expect(try wrongs("\(path)?change=previous,year") == ["change tooMany"])
  }
}
