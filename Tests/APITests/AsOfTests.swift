import API
import Statistics
import Testing

/// What was known on a day, everywhere.
@Suite struct AsOfTests {
  /// Values of one cell by the day on which one asks.
  static let known: [(query: String, day: String, value: Value?)] = [
    ("indicator=digital-economy-gdp-share-gso&period=2022", "2023-12-03", nil),
    ("indicator=digital-economy-gdp-share-gso&period=2022", "2023-12-04", 12.67),
    ("indicator=digital-economy-gdp-share-gso&period=2022", "2024-06-30", 12.67),
    ("indicator=digital-economy-gdp-share-gso&period=2022", "2025-01-05", 12.67),
    ("indicator=digital-economy-gdp-share-gso&period=2022", "2025-01-06", 12.83),
    // An undated page of 2026-11-21 gives 12.63; a dated one stands before it.
    ("indicator=digital-economy-gdp-share-gso&period=2022", "2026-11-22", 12.83),
    ("indicator=digital-exports&period=2024-S1&area=VN", "2024-07-09", nil),
    ("indicator=digital-exports&period=2024-S1&area=VN", "2024-07-10", 64.8),
    ("indicator=digital-exports&period=2024-S1&area=VN", "2024-07-18", 64.8),
    ("indicator=digital-exports&period=2024-S1&area=VN", "2024-07-19", 64.9),
    // A later report at odds with its own primary is never shown.
    ("indicator=ai-readiness-rank&period=2023&area=VN", "2024-01-18", 59),
    ("indicator=ai-readiness-rank&period=2023&area=VN", "2024-02-15", 59),
    ("indicator=gci-cyber-rank&period=2020&area=VN", "2021-07-30", nil),
    ("indicator=gci-cyber-rank&period=2020&area=VN", "2021-07-31", 25),
    ("indicator=dti&area=48-2008&period=2023", "2025-02-05", nil),
    ("indicator=dti&area=48-2008&period=2023", "2025-02-06", 0.834),
    ("indicator=dti&province=48&period=2023", "2025-02-05", nil),
    ("indicator=dti&province=48&period=2023", "2025-02-06", 0.7491),
  ]

  @Test(arguments: known)
  func `a value is given from the day on which it became public`(
    query: String, day: String, value: Value?
  ) throws {
    let rows = try rows("/v1/observations?\(query)&asOf=\(day)")
    #expect(rows.compactMap { $0["value"] } == (value.map { [$0] } ?? []))
  }

  @Test(arguments: [
    "/v1/observations", "/v1/observations?boundaries=today",
    "/v1/observations?boundaries=2024-06-30&indicator=dti,papi&change=previous",
    "/v1/observations?vintages=all", "/v1/observations?groupBy=region&indicator=dti,population",
    "/v1/indicators/dti/ranking", "/v1/indicators/dti/ranking?period=2020",
    "/v1/provinces/48/indicators", "/v1/targets", "/v1/tasks", "/v1/commitments",
    "/v1/commitments/5-5-5-2024", "/v1/targets/411-2025-digital-economy-gdp",
  ])
  func `as of today is as of nothing`(target: String) throws {
    let dated = ask(target + (target.contains("?") ? "&" : "?") + "asOf=2026-11-22")
    let plain = ask(target)
    #expect(plain.status == 200 && dated.status == 200)
    #expect(plain.data.count > 100 && plain.data == dated.data)
  }

  @Test func `the newest publication is what a question without a day asks for`() throws {
    let newest = try #require(API.snapshot.observations.newestKnownFrom)
    let meta = try ask("/v1/observations?indicator=dti&limit=1").json()["meta"]
    #expect(meta?["asOf"]?.text == newest.description)
    let all = ask("/v1/observations")
    #expect(all.data.count > 1_000_000)
    #expect(ask("/v1/observations?asOf=\(newest)").data == all.data)
    // A day later on nothing of it changes, so that answers do not change daily.
    let later = ask("/v1/observations?indicator=dti", of: .on("2027-05-05"))
    #expect(try later.json()["meta"]?["asOf"]?.text == newest.description)
    #expect(later.bytes == ask("/v1/observations?indicator=dti").bytes)
  }

  @Test func `what depends on the day itself says the day`() throws {
    for target in ["/v1/targets", "/v1/tasks", "/v1/commitments", "/v1/tasks/vneid-utilities-2024"]
    {
      let answer = ask(target, of: .on("2027-05-05"))
      #expect(try answer.json()["meta"]?["asOf"] == "2027-05-05")
      #expect(answer[field: "ETag"] != ask(target)[field: "ETag"])
    }
  }

  /// Every day on which something was published.
  static let days = Set(
    API.snapshot.sources.rows.compactMap { $0.published?.last }.filter {
      $0.description <= "2026-11-22"
    }
  ).sorted()

  @Test func `nothing is known before it was published, and what is known stays known`() throws {
    #expect(AsOfTests.days.count > 60)
    var earlier = Set<[Value]>()
    for day in AsOfTests.days {
      let rows = try rows("/v1/observations?level=nation,country&asOf=\(day)")
      var cells = Set<[Value]>()
      for row in rows {
        cells.insert(row.cell + (row["period"] == .null ? [row["source"] ?? .null] : []))
        if let published = row["published"]?.text, let date = PartialDate(published) {
          #expect(date.last <= day, "\(row)")
        }
        for source in row["confirmedBy"]?.elements.compactMap(\.text) ?? [] {
          let known = try #require(API.snapshot.sources[source]?.knownFrom)
          #expect(known <= day, "\(source)")
        }
      }
      #expect(cells.isSuperset(of: earlier), "\(day)")
      earlier = cells
    }
  }

  @Test(arguments: ["2015-12-31", "2021-06-30", "2024-12-31", "2025-10-20"])
  func `provinces are not known of before it was published either`(day: String) throws {
    let rows = try rows("/v1/observations?level=province&asOf=\(day)&fields=published,source")
    #expect(!rows.isEmpty)
    for published in Set(rows) {
      // What bears no date is known from the day of the copy, or on which it was read.
      let source = published["source"]?.text.flatMap { API.snapshot.sources[$0]?.knownFrom }
      let date = published["published"]?.text.flatMap { PartialDate($0)?.last } ?? source
      #expect(try #require(date).description <= day, "\(published)")
    }
  }

  @Test func `a document that repeats a value confirms it from its own day`() throws {
    let query = "/v1/observations?indicator=dti&area=48-2008&period=2023"
    #expect(try row(query + "&asOf=2025-02-06")["confirmedBy"] == nil)
    #expect(try row(query + "&asOf=2025-02-27")["confirmedBy"] == nil)
    #expect(try row(query + "&asOf=2025-02-28")["confirmedBy"] == ["baomoi-dn-2023"])
    #expect(try row(query)["confirmedBy"] == ["baomoi-dn-2023"])
  }

  @Test func `a ranking is what could be ranked on the day`() throws {
    let before = try ask("/v1/indicators/dti/ranking?asOf=2025-10-20").json()["meta"]
    #expect(before?["period"] == "2023")
    #expect(before?["boundaries"] == "2008-08-01")
    let after = try ask("/v1/indicators/dti/ranking?asOf=2025-10-21").json()["meta"]
    #expect(after?["period"] == "2024")
    #expect(try rows("/v1/indicators/dti/ranking?period=2024&asOf=2025-10-20").isEmpty)
    // Published ranks have days of their own.
    let ranked = try ask("/v1/indicators/dti/ranking?period=2020&asOf=2021-12-31").json()["meta"]
    let all = try ask("/v1/indicators/dti/ranking?period=2020").json()["meta"]
    let some = try #require(ranked?["ranked"]?.integer)
    #expect(some < (try #require(all?["ranked"]?.integer)))
  }

  @Test func `a province's page is what was known on the day`() throws {
    let rows = try rows("/v1/provinces/48/indicators?indicator=dti&asOf=2025-10-20")
    #expect(rows.map { $0["period"] } == ["2023"])
    #expect(rows.map { $0["rank"] } == [4])
  }

  // MARK: promises

  @Test(arguments: [
    ("/v1/targets/411-2025-digital-economy-gdp", "2022-03-30", "2022-03-31"),
    ("/v1/targets/749-2025-egdi", "2020-06-02", "2020-06-03"),
    ("/v1/tasks/vneid-utilities-2024", "2024-07-18", "2024-07-19"),
    ("/v1/commitments/5-5-5-2024", "2024-07-18", "2024-07-19"),
    ("/v1/commitments/5-5-5-2024/khong-3", "2024-07-18", "2024-07-19"),
  ])
  func `what nobody had promised yet is not found`(
    path: String, before: String, from: String
  ) throws {
    let answer = ask("\(path)?asOf=\(before)", "Accept-Language: en")
    #expect(answer.status == 404)
    let problem = try answer.json()
    #expect(problem["code"] == "notFound")
    #expect(problem["detail"]?.text?.contains(from) == true)
    #expect(problem["suggestions"] == [.text(path)])
    #expect(ask("\(path)?asOf=\(from)").status == 200)
  }

  @Test func `targets are listed from the day on which they were set`() throws {
    let ids = { (day: String) in try column("id", of: "/v1/targets?asOf=\(day)&fields=id") }
    #expect(try ids("2019-09-26") == [])
    #expect(
      try ids("2019-09-27") == ["52-2025-digital-economy-gdp", "52-2030-digital-economy-gdp"])
    #expect(try ids("2020-06-02").count == 2)
    #expect(try ids("2020-06-03").count == 19)
    let rows = try rows("/v1/targets?asOf=2024-07-18&fields=setOn")
    #expect(rows.allSatisfy { ($0["setOn"]?.text ?? "") <= "2024-07-18" })
  }

  @Test func `a commitment has the wordings that were known`() throws {
    let item = "/v1/commitments/5-5-5-2024/khong-3"
    let sources = { (day: String) in
      try ask("\(item)?asOf=\(day)").data()["wordings"]?.elements.compactMap { $0["source"]?.text }
    }
    // The second outlet's page has no date: it is known from the day on which it was read.
    #expect(try sources("2024-07-19") == ["vgp-2024-07-19"])
    #expect(try sources("2026-11-20") == ["vgp-2024-07-19"])
    #expect(try sources("2026-11-22") == ["vgp-2024-07-19", "nghean-2024-07"])
  }

  // MARK: bad input

  static let paths = [
    "/v1/observations", "/v1/indicators/dti/observations", "/v1/indicators/dti/ranking",
    "/v1/provinces/48/indicators", "/v1/targets", "/v1/targets/749-2025-egdi", "/v1/tasks",
    "/v1/tasks/vneid-utilities-2024", "/v1/commitments", "/v1/commitments/5-5-5-2024",
    "/v1/commitments/5-5-5-2024/khong-3",
  ]

  @Test(arguments: paths) func `what will be known is not known`(path: String) throws {
    for day in ["2026-11-23", "2027-01-01", "2100-12-31"] {
      #expect(try wrongs("\(path)?asOf=\(day)") == ["asOf outOfRange"], "\(day)")
    }
    #expect(ask("\(path)?asOf=2026-11-22").status == 200)
  }

  @Test(arguments: paths) func `a day is a real one`(path: String) throws {
    for day in [
      "2025-02-29", "2024-02-30", "2024-00-10", "2024-13-01", "2024-1-1", "20240101", "2024",
      "2024-07", "today", "2024-07-19T00:00:00Z", "1899-12-31", "0000-01-01",
    ] {
      #expect(try wrongs("\(path)?asOf=\(day)") == ["asOf badSyntax"], "\(day)")
    }
    #expect(try wrongs("\(path)?asOf=") == ["asOf empty"])
  }

  @Test(arguments: ["/v1/observations", "/v1/targets", "/v1/tasks", "/v1/commitments"])
  func `before there was anything the answer is empty and says so`(path: String) throws {
    let json = try ask("\(path)?asOf=1900-01-01").json()
    #expect(json["data"] == [])
    #expect(
      json["meta"]?["empty"]?["because"] == [["parameter": "asOf", "value": "1900-01-01"]])
    #expect(json["meta"]?["empty"]?["near"] == [.text(path)])
  }
}
