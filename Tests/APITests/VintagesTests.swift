import Statistics
import Testing

/// What documents say of one cell, one after another; nothing is overwritten.
@Suite struct VintagesTests {
  static let gdp =
    "/v1/observations?indicator=digital-economy-gdp-share-gso&period=2022&vintages=all"

  @Test func `the vintages of a cell stand with what replaced them`() throws {
    #expect(
      try ask(VintagesTests.gdp).data()
        == json(
          """
          [{"indicator":"digital-economy-gdp-share-gso","area":"VN","areaCode":"VN",
            "areaName":{"vi":"Việt Nam","en":"Viet Nam"},"period":"2022","value":12.67,
            "qualifier":"exact","status":"A","published":"2023-12-04","source":"gso-dec23",
            "locator":null,"excerpt":"năm 2022 là 12,67%",
            "vintage":{"knownFrom":"2023-12-04","shown":false,"replacedBy":"gso-jan25",
              "replacedOn":"2025-01-06"}},
           {"indicator":"digital-economy-gdp-share-gso","area":"VN","areaCode":"VN",
            "areaName":{"vi":"Việt Nam","en":"Viet Nam"},"period":"2022","value":12.83,
            "qualifier":"exact","status":"A","published":"2025-01-06","source":"gso-jan25",
            "locator":null,"excerpt":"12,66%, 12,87%, 12,83%, 12,87% và 13,17%",
            "vintage":{"knownFrom":"2025-01-06","shown":true}},
           {"indicator":"digital-economy-gdp-share-gso","area":"VN","areaCode":"VN",
            "areaName":{"vi":"Việt Nam","en":"Viet Nam"},"period":"2022","value":12.63,
            "qualifier":"exact","status":"A","published":null,"source":"gso-2024v",
            "locator":null,"excerpt":"12,66%; 12,88%; 12,63% và 12,33%",
            "note":{"vi":"Trang không ghi ngày.","en":"The page bears no date."},
            "vintage":{"knownFrom":"2026-11-21","shown":false}}]
          """))
  }

  @Test(arguments: [
    ("2023-12-03", []), ("2023-12-04", ["gso-dec23 true"]), ("2025-01-05", ["gso-dec23 true"]),
    ("2025-01-06", ["gso-dec23 false gso-jan25", "gso-jan25 true"]),
    ("2026-11-20", ["gso-dec23 false gso-jan25", "gso-jan25 true"]),
    ("2026-11-21", ["gso-dec23 false gso-jan25", "gso-jan25 true", "gso-2024v false"]),
  ])
  func `on a day only those known stand, and only what was known replaces`(
    day: String, words: [String]
  ) throws {
    let rows = try rows("\(VintagesTests.gdp)&asOf=\(day)")
    let said = rows.map { row in
      [row["source"]?.text, "\(row["vintage"]?["shown"] ?? .null)"].compactMap { $0 }
        + [row["vintage"]?["replacedBy"]?.text].compactMap { $0 }
    }
    #expect(said.map { $0.joined(separator: " ") } == words)
  }

  @Test func `a rejected vintage is listed with the reason and never shown`() throws {
    let rows = try rows(
      "/v1/observations?indicator=ai-readiness-rank&area=VN&period=2023&vintages=all")
    #expect(rows.map { $0["value"] } == [59, 39])
    #expect(rows.map { $0["vintage"]?["shown"] } == [true, false])
    #expect(rows.map { $0["vintage"]?["replacedBy"] } == [nil, nil])
    let reason = rows[1]["vintage"]?["rejected"]
    #expect(reason?["vi"]?.text?.isEmpty == false && reason?["en"]?.text?.isEmpty == false)
    #expect(rows[0]["vintage"]?["rejected"] == nil)
  }

  @Test func `of each cell one vintage is shown, the one that a plain question gives`() throws {
    let plain = try rows("/v1/observations")
    let all = try rows("/v1/observations?vintages=all")
    #expect(all.count > plain.count)
    let shown = all.filter { $0["vintage"]?["shown"] == true }.map { $0.without(["vintage"]) }
    #expect(shown == plain)
    for row in all where row["vintage"]?["replacedBy"] != nil {
      #expect(row["vintage"]?["shown"] == false)
      let on = try #require(row["vintage"]?["replacedOn"]?.text)
      #expect(try #require(row["vintage"]?["knownFrom"]?.text) < on)
    }
    #expect(plain.allSatisfy { $0["vintage"] == nil })
  }

  @Test func `figures without a period are cells of their own, one for each source`() throws {
    let rows = try rows("/v1/observations?vintages=all").filter { $0["period"] == .null }
    #expect(!rows.isEmpty)
    for row in rows {
      #expect(row["periodText"]?.keys == ["vi", "en"])
      #expect(row["vintage"]?["shown"] == true)
    }
  }

  @Test func `vintages of the latest period only`() throws {
    let rows = try rows(
      "/v1/observations?indicator=digital-economy-gdp-share-gso&vintages=all&latest=3")
    #expect(
      rows.map { "\($0["period"]?.text ?? "-") \($0["source"]?.text ?? "-")" } == [
        "2022 gso-dec23", "2022 gso-jan25", "2022 gso-2024v", "2023 gso-jan25", "2023 gso-2024v",
        "2024 gso-jan25",
      ])
  }

  @Test(arguments: [
    "boundaries=today", "boundaries=2025-06-30", "province=48", "area=da-nang", "area=VN,48",
    "region=dong-nam-bo", "groupBy=region",
  ])
  func `vintages stand on the published map only`(query: String) throws {
    #expect(
      try wrongs("/v1/observations?indicator=dti&vintages=all&\(query)") == ["vintages conflict"])
  }

  @Test(arguments: ["boundaries=published", "province=48-2008", "area=48-2008,VN", "area=VN"])
  func `vintages of units by their ids`(query: String) {
    #expect(ask("/v1/observations?indicator=dti&vintages=all&\(query)").status == 200)
  }

  @Test(arguments: ["vintages=some", "vintages=true", "vintages=All"])
  func `vintages are shown or all`(query: String) throws {
    #expect(try wrongs("/v1/observations?\(query)") == ["vintages unknownValue"])
  }

  @Test func `vintages are one or the other`() throws {
    #expect(try wrongs("/v1/observations?vintages=all,shown") == ["vintages tooMany"])
    #expect(
      try ask("/v1/observations?indicator=dti&vintages=shown").data()
        == ask("/v1/observations?indicator=dti").data())
  }
}
