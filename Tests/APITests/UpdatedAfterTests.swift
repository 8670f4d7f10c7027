import API
import Statistics
import Testing

/// What became known after a day, for those who poll.
@Suite struct UpdatedAfterTests {
  @Test(arguments: [
    (
      "indicator=digital-economy-gdp-share-gso", "2025-01-05",
      ["2020", "2021", "2022", "2023", "2024"]
    ),
    ("indicator=digital-economy-gdp-share-gso", "2025-01-06", []),
    ("indicator=digital-economy-gdp-share-gso&asOf=2024-06-30", "2023-12-03", ["2022"]),
    // The figure of 2020 is from a page without a date, read on 2026-11-21.
    ("indicator=dti&area=48-2008", "2025-02-05", ["2020", "2023", "2024"]),
    ("indicator=dti&area=48-2008", "2025-02-06", ["2020", "2024"]),
    ("indicator=dti&area=48-2008", "2025-10-21", ["2020"]),
    ("indicator=dti&area=48-2008", "2026-11-21", []),
    // Carried: as new as the newest input.
    ("indicator=dti&province=48&period=2022..", "2025-02-06", ["2024"]),
    ("indicator=dti&province=48&period=2022..2023", "2025-02-05", ["2023"]),
  ])
  func `observations whose shown vintage is newer`(
    query: String, day: String, periods: [Value]
  ) throws {
    #expect(try column("period", of: "/v1/observations?\(query)&updatedAfter=\(day)") == periods)
  }

  @Test(arguments: ["published", "today"])
  func `what is new after a day is what was not known on it, or is another vintage`(
    boundaries: String
  ) throws {
    for day in ["2022-12-31", "2025-01-05", "2025-10-20"] {
      let query =
        "/v1/observations?boundaries=\(boundaries)&indicator=dti,dti-infrastructure,population"
        + ",digital-economy-grdp-share,digital-economy-gdp-share-gso,egdi-rank,digital-exports"
      let now = try rows(query)
      let then = Set(try rows("\(query)&asOf=\(day)"))
      let new = Set(try rows("\(query)&updatedAfter=\(day)"))
      #expect(!new.isEmpty && new.count < now.count)
      for row in now where !new.contains(row) {
        // Confirmed since, at most.
        let same =
          then.contains(row) || then.contains { $0.cell == row.cell && $0["value"] == row["value"] }
        #expect(same, "\(row)")
      }
      // Of a value that cannot be carried only the reason is told, which may be an old one.
      #expect(new.filter { $0["missing"] == nil }.allSatisfy { !then.contains($0) })
    }
  }

  @Test func `polling from the first day on gives everything`() throws {
    let all = try rows("/v1/observations?indicator=dti,egdi-rank,gii-rank")
    #expect(
      try rows("/v1/observations?indicator=dti,egdi-rank,gii-rank&updatedAfter=1900-01-01") == all)
  }

  @Test func `vintages newer than a day, shown or not`() throws {
    let query =
      "/v1/observations?indicator=digital-economy-gdp-share-gso&period=2022&vintages=all"
    #expect(
      try column("source", of: query + "&updatedAfter=2023-12-04") == ["gso-jan25", "gso-2024v"])
    #expect(try column("source", of: query + "&updatedAfter=2025-01-06") == ["gso-2024v"])
  }

  @Test func `a target is new with its document or with a figure that its progress uses`() throws {
    let ids = { (day: String) in
      Set(try column("id", of: "/v1/targets?updatedAfter=\(day)&fields=id").compactMap(\.text))
    }
    // Of 2022, but measured by figures of 2025-01-06.
    #expect(try ids("2025-01-05").contains("411-2025-digital-economy-gdp"))
    #expect(!(try ids("2026-11-22").contains("411-2025-digital-economy-gdp")))
    let all = try ids("1900-01-01")
    #expect(all.count == (try column("id", of: "/v1/targets?fields=id").count))
    var earlier = all
    for day in ["2022-03-31", "2024-07-19", "2025-01-06", "2026-11-20"] {
      let newer = try ids(day)
      #expect(newer.isSubset(of: earlier))
      earlier = newer
    }
    for id in all {
      let target = try #require(API.snapshot.targets[id])
      let source = try #require(API.snapshot.sources[target.source]?.knownFrom)
      if source.description > "2025-01-06" { #expect(try ids("2025-01-06").contains(id)) }
    }
  }

  @Test func `a task is new with its document or with its result`() throws {
    let ids = { (day: String) in
      Set(try column("id", of: "/v1/tasks?updatedAfter=\(day)&fields=id").compactMap(\.text))
    }
    #expect(try ids("2024-07-18").contains("vneid-utilities-2024"))
    #expect(!(try ids("2024-07-19").contains("vneid-utilities-2024")))
    // Set on 2023-02-25; what became of it was told on 2024-07-19.
    #expect(try ids("2024-07-18").contains("essential-services-2023"))
    #expect(!(try ids("2024-07-19").contains("essential-services-2023")))
    #expect(
      try rows("/v1/tasks?updatedAfter=2024-07-01&asOf=2024-07-18&fields=id").allSatisfy {
        $0["id"] != "essential-services-2023"
      })
  }

  @Test(arguments: ["/v1/observations", "/v1/targets", "/v1/tasks"])
  func `a day to poll from is a real one, and may be to come`(path: String) throws {
    for day in ["2025-02-29", "2024-7-1", "2024", "yesterday", "2024-07-19T00:00:00Z"] {
      #expect(try wrongs("\(path)?updatedAfter=\(day)") == ["updatedAfter badSyntax"], "\(day)")
    }
    let json = try ask("\(path)?updatedAfter=2099-01-01").json()
    #expect(json["data"] == [])
    #expect(json["meta"]?["empty"]?["because"]?[0]?["parameter"] == "updatedAfter")
  }

  @Test(arguments: ["/v1/commitments", "/v1/provinces", "/v1/indicators/dti/ranking"])
  func `elsewhere it is not taken`(path: String) throws {
    #expect(try wrongs("\(path)?updatedAfter=2024-01-01") == ["updatedAfter notHere"])
  }
}
