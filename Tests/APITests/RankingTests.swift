import API
import JSON
import Statistics
import Testing

/// Provinces in the order of a value, on any map.
@Suite struct RankingTests {
  static let merged = "/v1/indicators/dti/ranking?period=2024&boundaries=2025-07-01"

  @Test func `rows say all of a place, whether the value is published or carried`() throws {
    let rows = try rows(RankingTests.merged + "&acrossBreaks=true")
    #expect(rows.count == 34)
    #expect(
      rows[0]
        == (try json(
          """
          {"rank":1,"outOf":34,"tied":false,"area":"01-2008","areaCode":"01",
           "areaName":{"vi":"Hà Nội","en":"Ha Noi"},"value":0.8241,"status":"B","derived":false,
           "previousRank":5,"rankChange":4,"source":"dantri-2024"}
          """)))
    #expect(
      rows[16]
        == (try json(
          """
          {"rank":17,"outOf":34,"tied":false,"area":"48-2025","areaCode":"48",
           "areaName":{"vi":"Đà Nẵng","en":"Da Nang"},"value":0.7069,"status":"B","derived":true,
           "previousRank":4,"rankChange":-13,"source":null}
          """)))
  }

  @Test func `meta says what was ranked and what it is compared with`() throws {
    let meta = try ask(RankingTests.merged).json()["meta"]
    #expect(
      meta?.only([
        "indicator", "period", "previousPeriod", "boundaries", "order", "acrossBreak", "ranked",
        "unranked", "mean",
      ])
        == (try json(
          """
          {"indicator":"dti","period":"2024","previousPeriod":"2023","order":"descending",
           "acrossBreak":true,"ranked":34,"unranked":0,"mean":0.7005,"boundaries":"2025-07-01"}
          """)))
  }

  @Test func `the ranks of the 34 are those that the ministry published`() throws {
    let rows = try rows(RankingTests.merged)
    let places = Dictionary(uniqueKeysWithValues: rows.map { ($0["area"] ?? .null, $0) })
    let published: [(area: Value, rank: Value)] = [
      ("01-2008", 1), ("46-2008", 2), ("31-2025", 3), ("79-2025", 4), ("38-2008", 5),
      ("11-2008", 6), ("42-2008", 7), ("48-2025", 17), ("33-2025", 32), ("44-2025", 33),
      ("04-2008", 34),
    ]
    for (area, rank) in published { #expect(places[area]?["rank"] == rank, "\(area)") }
    #expect(places["01-2008"]?["value"] == 0.8241)
    #expect(places["46-2008"]?["value"] == 0.7951)
    #expect(places["31-2025"]?["value"] == 0.7857)
    #expect(places["79-2025"]?["value"] == 0.777)
    #expect(rows.allSatisfy { $0["rankBasis"] == nil })
  }

  @Test func `on the map of the time Hồ Chí Minh City was first and Đà Nẵng second`() throws {
    // vtc-2024: "Nếu xét chỉ số trước khi sáp nhập …".
    let answer = ask("/v1/indicators/dti/ranking?period=2024")
    let rows = try answer.data().elements
    #expect(rows.count == 63)
    #expect(rows.prefix(2).map { $0["area"] } == ["79-2008", "48-2008"])
    #expect(try answer.json()["meta"]?["boundaries"] == "2008-08-01")
    #expect(rows.allSatisfy { $0["derived"] == false && $0["outOf"] == 63 })
  }

  @Test func `equal values share a rank and the next is skipped`() throws {
    let rows = try rows("/v1/indicators/dti/ranking?period=2022")
    let places = rows[13...17].map { row in
      "\(row["rank"] ?? .null) \(row["area"]?.text ?? "-") \(row["value"] ?? .null)"
        + (row["tied"] == true ? " tied" : "")
    }
    #expect(
      places == [
        "14 31-2008 0.6352", "15 15-2008 0.635 tied", "15 38-2008 0.635 tied", "17 93-2008 0.6342",
        "18 26-2008 0.6341",
      ])
    #expect(rows.count { $0["tied"] == true } == 2)
  }

  @Test func `where not every unit has a value the published ranks stand, with their coverage`()
    throws
  {
    let answer = ask("/v1/indicators/dti/ranking?period=2020")
    let rows = try answer.data().elements
    let meta = try answer.json()["meta"]
    #expect(meta?["ranked"] == 15)
    #expect(meta?["unranked"] == 48)
    #expect(meta?["mean"] == .null)
    #expect(rows.count == 63)
    let ranked = rows.prefix(15)
    let ranks = ranked.compactMap { $0["rank"]?.integer }
    #expect(ranks == [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 15, 21, 36, 43, 52])
    #expect(ranked.allSatisfy { $0["rankBasis"] == "published" && $0["outOf"] == 63 })
    #expect(ranked.allSatisfy { $0["previousRank"] == .null && $0["rankChange"] == .null })
    #expect(ranked.count { $0["value"] == .null && $0["missing"] == "notHeld" } == 6)
    #expect(
      rows[13]
        == (try json(
          """
          {"rank":43,"outOf":63,"tied":false,"area":"01-2008","areaCode":"01",
           "areaName":{"vi":"Hà Nội","en":"Ha Noi"},"value":null,"status":"O","derived":false,
           "previousRank":null,"rankChange":null,"source":"baothanhhoa-2020","missing":"notHeld",
           "rankBasis":"published"}
          """)))
    let rest = rows.dropFirst(15)
    #expect(rest.allSatisfy { $0["rank"] == .null && $0["outOf"] == .null })
    #expect(rest.allSatisfy { $0["rankBasis"] == nil })
    let areas = rest.compactMap { $0["area"]?.text }
    #expect(areas == areas.sorted())
  }

  @Test func `published ranks are of their map, not of another nor of a region`() throws {
    let carried = try ask("/v1/indicators/dti/ranking?period=2020&boundaries=today").json()
    // Units that the merger did not touch keep the ranks that they had among the 63.
    let ranked = carried["data"]?.elements.filter { $0["rank"] != .null } ?? []
    #expect(ranked.allSatisfy { $0["outOf"] == 63 && $0["rankBasis"] == "published" })
    #expect(ranked.allSatisfy { ($0["area"]?.text ?? "").hasSuffix("-2008") })
    let region = try rows(
      "/v1/indicators/dti/ranking?period=2020&region=bac-trung-bo-va-duyen-hai-mien-trung")
    #expect(region.count == 14)
    #expect(region.allSatisfy { $0["rank"] == .null && $0["rankBasis"] == nil })
  }

  @Test func `a region is ranked within itself`() throws {
    let answer = ask("/v1/indicators/dti/ranking?period=2024&boundaries=today&region=dong-nam-bo")
    #expect(
      try answer.data().elements.map { "\($0["rank"] ?? .null) \($0["area"]?.text ?? "-")" }
        == ["1 79-2025", "2 75-2025", "3 80-2025"])
    #expect(try answer.data().elements.allSatisfy { $0["outOf"] == 3 })
    // The mean of 0.7770, 0.7164 and 0.6959.
    #expect(try answer.json()["meta"]?["mean"] == 0.7298)
  }

  @Test func `some provinces keep their places among all`() throws {
    let answer = ask(RankingTests.merged + "&province=48,01-2008")
    #expect(try answer.data().elements.map { $0["rank"] } == [1, 17])
    #expect(try answer.data().elements.map { $0["outOf"] } == [34, 34])
    #expect(try answer.json()["meta"]?["total"] == 2)
    #expect(try answer.json()["meta"]?["ranked"] == 34)
  }

  @Test func `across a change of method a change of rank is given only when asked for`() throws {
    let plain = try rows(RankingTests.merged)
    #expect(plain.allSatisfy { $0["previousRank"] == .null && $0["rankChange"] == .null })
    #expect(plain.allSatisfy { $0["refused"] == "break" })
    let across = try rows(RankingTests.merged + "&acrossBreaks=true")
    #expect(across.allSatisfy { $0["previousRank"] != .null && $0["refused"] == nil })
    let within = try rows("/v1/indicators/dti/ranking?period=2023")
    #expect(within.allSatisfy { $0["previousRank"] != .null && $0["refused"] == nil })
    #expect(
      within.first?.only(["area", "rank", "previousRank", "rankChange"])
        == ["rank": 1, "area": "48-2008", "previousRank": 1, "rankChange": 0])
  }

  @Test(arguments: [
    ("dti", "2023"), ("dti", "2024"), ("dti-infrastructure", "2024"), ("population", "2024"),
    ("papi-participation", "2019"),
  ])
  func `places gained and lost add up`(indicator: String, period: String) throws {
    let rows = try rows("/v1/indicators/\(indicator)/ranking?period=\(period)&acrossBreaks=true")
    let ranks = rows.compactMap { $0["rank"]?.integer }
    for row in rows {
      guard let rank = row["rank"]?.integer, let value = row["value"]?.number else { continue }
      // One more than there are units with a better value.
      #expect(rank == 1 + rows.count { ($0["value"]?.number).map { $0 > value } ?? false })
      if let previous = row["previousRank"]?.integer {
        #expect(row["rankChange"]?.integer == previous - rank)
      }
    }
    #expect(ranks == ranks.sorted())
  }

  /// The indicators of provinces, each with its newest period.
  static let indicators = API.snapshot.indicators.rows.filter { $0.levels.contains(.province) }
    .map(\.id)

  @Test(arguments: indicators, ["today", "2025-06-30"])
  func `a rank is computed only where every unit of the map has a value`(
    indicator: String, boundaries: String
  ) throws {
    let answer = ask("/v1/indicators/\(indicator)/ranking?boundaries=\(boundaries)")
    let rows = try answer.data().elements
    let computed = rows.filter { $0["rank"] != .null && $0["rankBasis"] == nil }
    let isWhole = !rows.isEmpty && rows.allSatisfy { $0["value"] != .null }
    #expect(computed.count == (isWhole ? rows.count : 0))
    let meta = try #require(try answer.json()["meta"])
    if rows.isEmpty { return }
    #expect((meta["mean"] != .null) == isWhole)
    #expect(meta["ranked"]?.integer == rows.count { $0["rank"] != .null })
    #expect(meta["unranked"]?.integer == rows.count { $0["rank"] == .null })
  }

  // MARK: which period, which map

  @Test(arguments: [
    ("/v1/indicators/dti/ranking", "2024", "2008-08-01"),
    ("/v1/indicators/dti/ranking?boundaries=today", "2024", "2025-07-01"),
    ("/v1/indicators/dti/ranking?boundaries=2025-06-30", "2024", "2025-06-30"),
    ("/v1/indicators/pci/ranking?period=2007", "2007", "2008-08-01"),
    ("/v1/indicators/procedures-total/ranking", "2025-11", "2025-07-01"),
    ("/v1/indicators/population/ranking?period=2023", "2023", "2008-08-01"),
  ])
  func `a ranking stands on the map of its period, unless another is asked for`(
    target: String, period: String, map: String
  ) throws {
    let meta = try ask(target).json()["meta"]
    #expect(meta?["period"]?.text == period)
    #expect(meta?["boundaries"]?.text == map)
  }

  @Test func `units are called what they were called on the last day of the period`() throws {
    func name(_ period: String) throws -> String? {
      try rows("/v1/indicators/dti/ranking?period=\(period)").first { $0["area"] == "46-2008" }?[
        "areaName"]?["vi"]?.text
    }
    #expect(try name("2023") == "Thừa Thiên Huế")
    #expect(try name("2024") == "Thừa Thiên Huế")
    let today = try rows(RankingTests.merged).first { $0["area"] == "46-2008" }
    #expect(today?["areaName"]?["vi"] == "Huế")
  }

  @Test func `the order is told, and what is better by less stands the other way`() throws {
    let answer = ask("/v1/indicators/procedures-not-online/ranking")
    #expect(try answer.json()["meta"]?["order"] == "ascending")
    let down = ask("/v1/indicators/procedures-full-online/ranking")
    #expect(try down.json()["meta"]?["order"] == "descending")
  }

  @Test func `what no province has is not ranked, and the answer says so`() throws {
    let json = try ask("/v1/indicators/gii-rank/ranking").json()
    #expect(json["data"] == [])
    let empty = json["meta"]?["empty"]
    #expect(empty?["because"] == [])
    #expect(empty?["explanation"]?["en"]?.text?.contains("gii-rank") == true)
    let near = try #require(empty?["near"]?[0]?.text)
    #expect(try !rows(near).isEmpty)
  }

  @Test(arguments: [
    ("period=2023,2024", ["period badSyntax"]), ("period=2023..2024", ["period badSyntax"]),
    ("period=2024-H1", ["period badSyntax"]), ("period=2024-13", ["period badSyntax"]),
    ("province=49&boundaries=today", ["province notOnThisMap"]),
    ("region=tay-nguyen&boundaries=today", ["region notOnThisMap"]),
    ("acrossBreaks=yes", ["acrossBreaks unknownValue"]), ("change=previous", ["change notHere"]),
    ("area=48", ["area notHere"]), ("sort=value", ["sort notHere"]),
    ("boundaries=published", ["boundaries unknownValue"]),
  ])
  func `a ranking is of one period on one map`(query: String, errors: [String]) throws {
    #expect(try wrongs("/v1/indicators/dti/ranking?\(query)") == errors)
  }
}
