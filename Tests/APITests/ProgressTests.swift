import Testing

/// How far targets have come, on any day, and how that was computed.
@Suite struct ProgressTests {
  @Test func `progress says what it was computed from`() throws {
    let target = try ask("/v1/targets/411-2025-digital-economy-gdp?asOf=2025-01-31").data()
    #expect(
      target.only([
        "id", "name", "act", "setOn", "source", "locator", "excerpt", "measure", "comparator",
        "value", "low", "unit", "area", "due", "dueAs", "status", "progress", "commitments",
        "supersedes", "supersededBy",
      ])
        == (try json(
          """
          {"id":"411-2025-digital-economy-gdp",
           "name":{"vi":"Kinh tế số đạt 20% GDP","en":"Digital economy reaches 20% of GDP"},
           "act":"411-qd-ttg","setOn":"2022-03-31","source":"qn-411","locator":null,
           "excerpt":"will reach 20% of GDP","measure":"level","comparator":"atLeast","value":20,
           "low":null,"unit":"PT","area":"VN","due":"2025-12-31",
           "dueAs":{"text":"đến năm 2025","period":"2025","bound":"by"},"status":"behind",
           "progress":[
            {"indicator":"digital-economy-gdp-share-gso","status":"behind",
             "observation":{"period":"2024","value":13.17,"published":"2025-01-06",
               "source":"gso-jan25"},
             "baseline":{"period":"2021","value":12.87,"published":"2025-01-06",
               "source":"gso-jan25"},
             "gap":6.83,"expected":18.22,"requiredPerYear":6.83,
             "formula":{"vi":"12,87 + (20 − 12,87) × 3/4 = 18,22 > 13,17",
               "en":"12.87 + (20 − 12.87) × 3/4 = 18.22 > 13.17"}},
            {"indicator":"digital-economy-gdp-share-mic","status":"noData","reason":"noBaseline",
             "observation":{"period":"2022","value":14.26,"published":"2023-09-14",
               "source":"ptit-kts22"}}],
           "commitments":[],"supersedes":[],"supersededBy":[]}
          """)))
  }

  /// "status reason period gap expected required formula" of the first progress, computed apart
  /// from this program, from the files.
  static let table: [(target: String, day: String, words: String)] = [
    ("749-2025-digital-economy-gdp", "2022-12-31", "noData noObservation"),
    ("749-2025-digital-economy-gdp", "2024-06-30", "noData noBaseline 2022"),
    (
      "749-2025-digital-economy-gdp", "2025-01-31",
      "behind 2024 6.83 18.53 6.83 12.66 + (20 − 12.66) × 4/5 = 18.53 > 13.17"
    ),
    ("749-2025-digital-economy-gdp", "2025-12-31", "noData notYetPublished 2024 6.83"),
    ("749-2025-egdi", "2020-12-31", "behind 2020 16 83 3 88 + (70 − 88) × 2/7 = 83 < 86"),
    ("749-2025-egdi", "2025-01-31", "onTrack 2024 1 73 1 88 + (70 − 88) × 6/7 = 73 > 71"),
    ("749-2025-egdi", "2025-12-31", "noData notYetPublished 2024 1"),
    ("749-2025-gii", "2025-01-31", "behind 2023 11 37 6 42 + (35 − 42) × 2/3 = 37 < 46"),
    ("749-2025-gii", "2025-12-31", "missed 2025 9 44 > 35"),
    ("749-2025-gci", "2020-12-31", "onTrack 2018 10 93 1 101 + (40 − 101) × 1/8 = 93 > 50"),
    ("749-2025-gci", "2022-12-31", "met 2020 25 ≤ 40"),
    ("749-2025-gci", "2026-11-22", "met 2020 25 ≤ 40"),
    (
      "52-2030-digital-economy-gdp", "2026-11-22",
      "behind 2024 16.83 19.6 2.81 12.66 + (30 − 12.66) × 2/5 = 19.6 > 13.17"
    ),
    (
      "57-2045-digital-economy-gdp", "2025-12-31",
      "behind 2024 36.83 14.56 1.75 12.87 + (50 − 12.87) × 1/22 = 14.56 > 13.17"
    ),
    // A range of 7.8 to 8 counts as its lower end.
    ("411-2025-ecommerce-retail", "2022-12-31", "noData noBaseline 2021"),
    (
      "411-2025-ecommerce-retail", "2024-06-30",
      "behind 2023 2.2 8.5 1.1 7 + (10 − 7) × 1/2 = 8.5 > 7.8"
    ),
    ("411-2025-ecommerce-retail", "2026-11-22", "noData notYetPublished 2024 1"),
    ("411-2025-payment-accounts", "2025-12-31", "noData noObservation"),
    ("411-2025-payment-accounts", "2026-11-22", "met 2022-01-01/P3Y 87.08 ≥ 80"),
    ("411-2025-digital-signatures", "2026-11-22", "noData notYetPublished 2022-01-01/P3Y 36.5"),
    ("2023-02-25-essential-services", "2024-06-30", "noData noObservation"),
    ("2023-02-25-essential-services", "2025-01-31", "noData noDueDate 2024-07-19 10"),
    ("2025-adult-payment-accounts", "2025-01-31", "met 2024-07-19 87 ≥ 80"),
    ("2024-07-19-satisfaction", "2026-11-22", "met 2024-08 93 ≥ 90"),
    ("emc-2024-full-online-dossiers", "2025-01-31", "missed 2024 4.2 45.8 < 50"),
    ("emc-2024-full-online-dossiers-ministries", "2025-01-31", "missed 2024 6.53 63.47 < 70"),
    ("emc-2024-full-online-dossiers-provinces", "2025-01-31", "missed 2024 11.46 18.54 < 30"),
    ("egdi-2025-top-50", "2025-01-31", "noData noBaseline 2024"),
  ]

  @Test(arguments: table)
  func `a target's progress is of the day`(target: String, day: String, words: String) throws {
    let data = try ask("/v1/targets/\(target)?asOf=\(day)").data()
    let first = try #require(data["progress"]?[0])
    #expect(data["status"] == first["status"])
    var said = [first["status"], first["reason"], first["observation"]?["period"]].compactMap {
      $0?.text
    }
    said += ["gap", "expected", "requiredPerYear"].compactMap { first[$0].map { "\($0)" } }
    said += [first["formula"]?["en"]?.text].compactMap { $0 }
    #expect(said.joined(separator: " ") == words)
  }

  @Test func `another indicator has a progress of its own`() throws {
    let data = try ask("/v1/targets/52-2030-digital-economy-gdp?asOf=2026-11-22").data()
    let second = data["progress"]?[1]
    #expect(second?["indicator"] == "digital-economy-gdp-share-mic")
    #expect(second?["status"] == "onTrack")
    #expect(second?["formula"]?["en"] == "14.26 + (30 − 14.26) × 1/4 = 18.2 < 18.3")
    #expect(data["status"] == "behind")
  }

  @Test func `a near figure of another whole measures nothing, and the target says so`() throws {
    let target = try ask("/v1/targets/2024-07-19-full-online-services").data()
    #expect(target["status"] == "noData")
    #expect(target["reason"] == "denominatorDiffers")
    #expect(target["progress"] == [])
    #expect(target["indicators"] == [])
    let related = try #require(target["related"]?.elements)
    #expect(!related.isEmpty)
    #expect(related.allSatisfy { $0["reason"]?.keys == ["vi", "en"] })
    let accounts = try ask("/v1/targets/2024-07-19-adult-users").data()
    #expect(accounts["reason"] == "unitDiffers")
  }

  static let statuses = ["met", "missed", "onTrack", "behind", "noData"]
  static let days = [
    "2020-12-31", "2022-12-31", "2024-06-30", "2025-01-31", "2025-12-31", "2026-11-22",
  ]

  @Test(arguments: days)
  func `every target has one status, and each can be asked for`(day: String) throws {
    let all = try rows("/v1/targets?asOf=\(day)")
    var counted = 0
    for status in ProgressTests.statuses {
      let some = try rows("/v1/targets?asOf=\(day)&status=\(status)")
      #expect(some == all.filter { $0["status"]?.text == status })
      counted += some.count
    }
    #expect(counted == all.count && counted > 10)
  }

  @Test(arguments: days)
  func `a target says alone what it says among all`(day: String) throws {
    for target in try rows("/v1/targets?asOf=\(day)") {
      let id = try #require(target["id"]?.text)
      #expect(try ask("/v1/targets/\(id)?asOf=\(day)").data() == target)
    }
  }

  @Test(arguments: days)
  func `progress is whole: each status with what it needs, each reason with no more`(
    day: String
  ) throws {
    for target in try rows("/v1/targets?asOf=\(day)") {
      let due = target["due"]?.text
      for progress in target["progress"]?.elements ?? [] {
        let keys = Set(progress.keys)
        let id = "\(target["id"] ?? .null) \(progress["indicator"] ?? .null)"
        switch progress["status"] {
        case "met":
          #expect(keys == ["indicator", "status", "observation", "formula"], "\(id)")
        case "missed":
          #expect(keys == ["indicator", "status", "observation", "gap", "formula"], "\(id)")
          #expect((due ?? "9") <= day)
        case "onTrack", "behind":
          #expect(
            keys.isSuperset(of: [
              "indicator", "status", "observation", "baseline", "gap", "expected", "formula",
            ]), "\(id)")
          #expect((due ?? "0") > day)
        default:
          #expect(progress["reason"]?.text != nil, "\(id)")
          #expect(progress["formula"] == nil && progress["expected"] == nil, "\(id)")
          if progress["reason"] == "noObservation" { #expect(progress["observation"] == nil) }
          if progress["reason"] == "noDueDate" { #expect(due == nil) }
          if progress["reason"] == "notYetPublished" { #expect((due ?? "9") <= day) }
        }
        // Only what was known by the day, of a period that had ended.
        for figure in [progress["observation"], progress["baseline"]].compactMap({ $0 }) {
          #expect((figure["published"]?.text ?? "") <= day, "\(id)")
        }
      }
    }
  }

  @Test func `what is used is an observation that can be asked for`() throws {
    for target in try rows("/v1/targets") {
      let area = try #require(target["area"]?.text)
      for progress in target["progress"]?.elements ?? [] {
        let indicator = try #require(progress["indicator"]?.text)
        for figure in [progress["observation"], progress["baseline"]].compactMap({ $0 }) {
          let period = try #require(figure["period"]?.text)
          let row = try row("/v1/observations?indicator=\(indicator)&area=\(area)&period=\(period)")
          for key in figure.keys { #expect(figure[key] == row[key], "\(indicator) \(period)") }
        }
      }
    }
  }

  @Test func `a commitment counts the statuses of its targets, and has no number of its own`()
    throws
  {
    let item = try ask("/v1/commitments/5-5-5-2024/khong-3").data()
    #expect(
      item["progress"]
        == (try json(
          """
          {"indicatorsWithData":2,
           "targets":{"met":1,"missed":0,"onTrack":0,"behind":0,"noData":0}}
          """)))
    let before = try ask("/v1/commitments/5-5-5-2024/khong-3?asOf=2025-12-31").data()
    #expect(
      before["progress"]?["targets"]
        == ["met": 0, "missed": 0, "onTrack": 0, "behind": 0, "noData": 1])
    for day in ["2024-07-19", "2026-11-22"] {
      for set in try rows("/v1/commitments?asOf=\(day)") {
        for item in set["items"]?.elements ?? [] {
          var counts = Dictionary(uniqueKeysWithValues: ProgressTests.statuses.map { ($0, 0) })
          for id in item["targets"]?.elements.compactMap(\.text) ?? [] {
            let status = try ask("/v1/targets/\(id)?asOf=\(day)").data()["status"]?.text
            counts[status ?? "-", default: 0] += 1
          }
          let said = item["progress"]?["targets"]
          #expect(said?.keys == ProgressTests.statuses)
          for (status, count) in counts { #expect(said?[status]?.integer == count) }
        }
      }
    }
  }

  @Test func `a set that announces more than it lists keeps both counts`() throws {
    let sets = try rows("/v1/commitments")
    for set in sets {
      #expect(set["itemCount"]?.integer == set["items"]?.elements.count)
      if set["itemCount"] != set["declaredCount"] { #expect(set["notes"] != nil) }
    }
    #expect(sets.contains { $0["itemCount"] != $0["declaredCount"] })
  }

  @Test(arguments: [
    ("indicator=egdi-rank", ["749-2025-egdi", "749-2030-egdi", "egdi-2025-top-50"]),
    ("due=2030-12-31&indicator=egdi-rank", ["749-2030-egdi"]),
    ("due=2031-01-01..", ["57-2045-digital-economy-gdp"]),
    ("status=met&indicator=gci-cyber-rank", ["749-2025-gci", "749-2030-gci"]),
    ("status=onTrack", []),
    ("status=onTrack&asOf=2025-01-31", ["749-2025-egdi"]),
  ])
  func `targets are found by indicator, due date and status`(query: String, ids: [Value]) throws {
    #expect(try column("id", of: "/v1/targets?\(query)&fields=id") == ids)
  }

  @Test(arguments: [
    ("status=done", ["status unknownValue"]), ("status=A", ["status unknownValue"]),
    ("due=2025-13-01", ["due badSyntax"]), ("due=2026-01-01..2025-01-01", ["due outOfRange"]),
    ("due=..", ["due badSyntax"]), ("indicator=gdp", ["indicator unknownValue"]),
    ("area=nowhere", ["area unknownValue"]), ("boundaries=today", ["boundaries notHere"]),
  ])
  func `what cannot be asked of targets is refused`(query: String, errors: [String]) throws {
    #expect(try wrongs("/v1/targets?\(query)") == errors)
  }
}
