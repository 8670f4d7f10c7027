import Testing

/// A province's whole page in one answer.
@Suite struct ProvincePageTests {
  /// "indicator period value rank/of mean", or "indicator missing".
  private func words(_ target: String) throws -> [String] {
    try rows(target).map { row in
      let indicator = row["indicator"]?.text ?? "-"
      if let missing = row["missing"]?.text { return "\(indicator) \(missing)" }
      let rank = row["rank"] == .null ? "-" : "\(row["rank"] ?? .null)/\(row["rankedOf"] ?? .null)"
      return "\(indicator) \(row["period"]?.text ?? "-") \(row["value"] ?? .null) \(rank)"
        + " \(row["peerMean"] ?? .null)"
    }
  }

  /// Computed apart from this program, from the files.
  @Test func `the page of Đà Nẵng has the newest value of each indicator, by pillar`() throws {
    #expect(
      try words("/v1/provinces/48/indicators").prefix(13) == [
        "dti-economy-activity 2024 0.7289 6/34 0.5777",
        "dti-government-activity 2024 0.6444 7/34 0.5732",
        "procedures-full-online 2025-11 1036 - null",
        "procedures-full-online-eligible 2025-11 1093 - null",
        "procedures-not-online 2025-11 96 - null", "procedures-partial-online 2025-11 1086 - null",
        "procedures-total 2025-11 2218 - null", "dti-society-activity 2024 0.5747 12/34 0.5508",
        "dti 2024 0.7069 17/34 0.7005", "dti-infrastructure 2024 0.8752 18/34 0.8747",
        "population 2024 2819.9 19/34 2980.7", "population-urban 2024 1595.3 5/34 1147.3",
        "digital-economy-grdp-share noRule",
      ])
  }

  @Test func `the page of a unit that has ended stands on its own map`() throws {
    let target = "/v1/provinces/49-2008/indicators"
    let words = try words(target)
    #expect(try ask(target).json()["meta"]?["boundaries"] == "2008-08-01")
    #expect(words[0] == "dti-economy-activity 2024 0.6092 22/63 0.5699")
    #expect(words.contains("dti 2024 0.5803 57/63 0.6961"))
    #expect(words.contains("pci 2016 61.1686 10/63 58.8863"))
    // Two of the 63 have no PAPI 2024, so nobody has a rank.
    #expect(words.contains("papi 2024 41.0045 - null"))
  }

  @Test func `the page of the old Hà Nội stands on no map`() throws {
    let target = "/v1/provinces/01-2005/indicators"
    #expect(try ask(target).json()["meta"]?["boundaries"] == "published")
    #expect(try words(target)[0] == "pci 2008 53.7364 - null")
    #expect(try words(target).dropFirst().allSatisfy { $0.hasSuffix(" notHeld") })
  }

  @Test func `a row of the page is an observation with its place among its peers`() throws {
    let row = try row("/v1/provinces/48/indicators?indicator=dti&change=previous")
    let observation = try #require(
      try rows("/v1/observations?indicator=dti&province=48&change=previous").last)
    #expect(row.without(["rank", "rankedOf", "peerMean"]) == observation)
    #expect(row.keys.suffix(3) == ["rank", "rankedOf", "peerMean"])
  }

  @Test func `every province has every provincial indicator once, those without a value last`()
    throws
  {
    let provincial = try rows("/v1/indicators?fields=id,levels").filter {
      $0["levels"]?.elements.contains("province") == true
    }.compactMap { $0["id"] }
    for code in try column("code", of: "/v1/provinces?fields=code").compactMap(\.text) {
      let rows = try rows("/v1/provinces/\(code)/indicators")
      #expect(Set(rows.compactMap { $0["indicator"] }) == Set(provincial))
      #expect(rows.count == provincial.count)
      let missing = rows.map { $0["missing"] != nil }
      #expect(missing == missing.sorted { !$0 && $1 }, "\(code)")
      for row in rows {
        let isMissing = row["missing"] != nil
        #expect((row["period"] == .null) == isMissing)
        if isMissing {
          #expect(["noRule", "inputMissing", "notHeld"].contains(row["missing"]))
          #expect(row["rank"] == .null && row["value"] == .null && row["source"] == .null)
        }
      }
    }
  }

  @Test(arguments: ["48", "01", "79", "46", "24", "04"])
  func `rank and mean are those of the ranking`(code: String) throws {
    var ranked = 0
    for row in try rows("/v1/provinces/\(code)/indicators") where row["missing"] == nil {
      let indicator = try #require(row["indicator"]?.text)
      let period = try #require(row["period"]?.text)
      let answer = ask("/v1/indicators/\(indicator)/ranking?period=\(period)&boundaries=today")
      let own = try answer.data().elements.first { $0["area"] == row["area"] }
      #expect(row["rank"] == own?["rank"])
      #expect(row["rankedOf"] == own?["outOf"])
      #expect(row["peerMean"] == (try answer.json()["meta"]?["mean"]))
      if row["rank"] != .null { ranked += 1 }
    }
    #expect(ranked >= 7)
  }

  @Test(arguments: [
    ("period=2023&indicator=dti", ["dti 2023 0.7491 4/34 0.6793"]),
    ("period=2022,2023&indicator=dti", ["dti 2023 0.7491 4/34 0.6793"]),
    ("period=..2022&indicator=dti", ["dti 2022 0.6905 3/34 0.5776"]),
    ("period=2019&indicator=dti", ["dti notHeld"]),
    (
      "pillar=society",
      [
        "dti-society-activity 2024 0.5747 12/34 0.5508", "dti-pillar-society noRule",
        "internet-users-share-province noRule",
      ]
    ),
  ])
  func `the page can be narrowed`(query: String, words: [String]) throws {
    #expect(try self.words("/v1/provinces/48/indicators?\(query)") == words)
  }

  @Test func `the page says changes, and refuses them row by row`() throws {
    let plain = try rows("/v1/provinces/48/indicators?change=previous")
    let dti = plain.first { $0["indicator"] == "dti" }
    #expect(
      dti?["change"] == ["from": "2023", "difference": .null, "percent": .null, "refused": "break"])
    let population = plain.first { $0["indicator"] == "population" }
    #expect(population?["change"]?["from"] == "2023")
    #expect(population?["change"]?["refused"] == nil)
    let across = try row(
      "/v1/provinces/48/indicators?change=previous&acrossBreaks=true&indicator=dti")
    #expect(
      across["change"]
        == ["from": "2023", "difference": -0.0422, "percent": -5.6, "acrossBreak": true])
  }

  @Test func `a province goes by any of its names, on the map that is asked for`() throws {
    let page = try ask("/v1/provinces/48/indicators").data()
    for name in ["da-nang", "VN-DN", "48-2025"] {
      #expect(try ask("/v1/provinces/\(name)/indicators").data() == page)
    }
    let old = ask("/v1/provinces/48/indicators?boundaries=2025-06-30&indicator=dti")
    #expect(try old.data()[0]?["area"] == "48-2008")
    #expect(try old.data()[0]?["rankedOf"] == 63)
    #expect(ask("/v1/provinces/49/indicators").status == 404)
    #expect(ask("/v1/provinces/48-2008/indicators?boundaries=today").status == 404)
  }

  @Test(arguments: [
    ("indicator=dty", ["indicator unknownValue"]), ("period=2024-H1", ["period badSyntax"]),
    ("period=2024..2023", ["period outOfRange"]), ("pillar=money", ["pillar unknownValue"]),
    ("area=48", ["area notHere"]), ("updatedAfter=2024-01-01", ["updatedAfter notHere"]),
    ("groupBy=region", ["groupBy notHere"]), ("vintages=all", ["vintages notHere"]),
  ])
  func `the page takes its own parameters only`(query: String, errors: [String]) throws {
    #expect(try wrongs("/v1/provinces/48/indicators?\(query)") == errors)
  }
}
