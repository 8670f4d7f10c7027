import Statistics
import Testing

/// Values: one by one, and selected by everything they can be selected by.
@Suite struct ObservationsTests {
  /// Rows of many kinds of periods, levels and sources.
  static let mixed = "/v1/observations?level=nation,country"

  private func rows(_ target: String) throws -> [Value] { try ask(target).data().elements }

  @Test func `a row says all of itself`() throws {
    #expect(
      try ask("/v1/observations?indicator=dti&area=48-2008&period=2023").data() == [
        [
          "indicator": "dti", "area": "48-2008", "areaCode": "48",
          "areaName": ["vi": "Đà Nẵng", "en": "Da Nang"], "period": "2023", "value": 0.834,
          "qualifier": "exact", "status": "A", "published": "2025-02-06",
          "source": "haui-bang1", "locator": "48, 2023", "excerpt": nil,
          "confirmedBy": ["baomoi-dn-2023"],
        ]
      ])
  }

  @Test func `words of precision and changes as stated stand on the row`() throws {
    #expect(
      try rows("/v1/observations?indicator=online-retail-sales&area=VN&period=2024-S1") == [
        [
          "indicator": "online-retail-sales", "area": "VN", "areaCode": "VN",
          "areaName": ["vi": "Việt Nam", "en": "Viet Nam"], "period": "2024-S1",
          "value": 129_000, "qualifier": "moreThan", "status": "A", "published": nil,
          "source": "nghean-2024-07", "locator": "para. 7",
          "excerpt": "đạt trên 129 nghìn tỷ đồng",
          "statedChange": [
            "kind": "percent", "value": 80, "qualifier": "exact", "since": "2023-S1",
          ],
        ]
      ])
  }

  @Test func `a row has a value, or a range, or a reason`() throws {
    for row in try rows("/v1/observations") {
      let isRange = row["low"]?.number != nil && row["high"]?.number != nil
      let kinds = [row["value"]?.number != nil, isRange, row["missing"] != nil]
      #expect(kinds.count { $0 } == 1, "\(row)")
      #expect((row["qualifier"] == "range") == isRange, "\(row)")
      #expect((row["qualifier"] == .null) == (row["missing"] != nil), "\(row)")
    }
  }

  @Test func `codes are those of their lists`() throws {
    let qualifiers: Set<Value> = [
      "exact", "moreThan", "atLeast", "lessThan", "atMost", "nearly", "about", "range", nil,
    ]
    let statuses: Set<Value> = ["A", "B", "D", "E", "F", "P", "U", "I", "L", "M", "O", "Q"]
    for row in try rows("/v1/observations") {
      #expect(qualifiers.contains(row["qualifier"] ?? ""), "\(row)")
      #expect(statuses.contains(row["status"] ?? ""), "\(row)")
    }
  }

  @Test func `a cell is shown once`() throws {
    var seen = Set<String>()
    for row in try rows("/v1/observations") {
      guard let period = row["period"]?.text else { continue }
      let cell = "\(row["indicator"]?.text ?? "") \(row["area"]?.text ?? "") \(period)"
      #expect(seen.insert(cell).inserted, "\(cell)")
    }
    #expect(!seen.isEmpty)
  }

  @Test func `values of the period of a break say so`() throws {
    for period in ["2021", "2024"] {
      let rows = try rows("/v1/observations?indicator=dti&period=\(period)")
      #expect(!rows.isEmpty)
      #expect(rows.allSatisfy { $0["status"] == "B" })
    }
  }

  @Test func `what is a transcription was public when its original was`() throws {
    let row = try rows("/v1/observations?indicator=dti&area=01-2008&period=2022")[0]
    #expect(row["source"] == "haui-bang1")
    let original = try ask("/v1/sources/dti-gov-vn-2022").data()
    #expect(row["published"] == original["published"])
    #expect(try ask("/v1/sources/haui-bang1").data()["published"] != original["published"])
  }

  @Test func `a figure without a period has the words for it`() throws {
    let rows = try rows(ObservationsTests.mixed).filter { $0["period"] == .null }
    #expect(!rows.isEmpty)
    #expect(rows.allSatisfy { $0["periodText"]?["vi"] != nil })
  }

  @Test func `an area is called what it is called today`() throws {
    let target = "/v1/observations?indicator=dti&area=46-2008&period=2022&fields=areaName"
    #expect(try rows(target)[0]["areaName"]?["vi"] == "Huế")
    let before = ask(target, of: .on("2024-12-31"))
    #expect(try before.data()[0]?["areaName"]?["vi"] == "Thừa Thiên Huế")
  }

  @Test func `an area that has ended is called what it was called`() throws {
    let target = "/v1/observations?indicator=dti&area=49-2008&period=2022"
    #expect(try rows(target)[0]["areaName"] == ["vi": "Quảng Nam", "en": "Quang Nam"])
  }

  @Test(arguments: [["dti"], ["dti", "online-retail-sales"], ["online-retail-sales", "dti"]])
  func `indicator selects`(indicators: [String]) throws {
    let rows = try rows("/v1/observations?indicator=\(indicators.joined(separator: ","))")
    #expect(Set(rows.compactMap { $0["indicator"]?.text }) == Set(indicators))
    // The order of rows is the resource's, whatever the order of values.
    let names = rows.compactMap { $0["indicator"]?.text }
    #expect(names == names.sorted())
  }

  @Test(arguments: [
    ("area", ["48-2008"]), ("area", ["48-2008", "49-2008"]), ("area", ["VN"]),
    ("area", ["VN", "SG", "79-2025"]), ("province", ["48-2008", "01-2008"]),
  ])
  func `area and province select by ids`(parameter: String, areas: [String]) throws {
    let rows = try rows("/v1/observations?\(parameter)=\(areas.joined(separator: ","))")
    #expect(Set(rows.compactMap { $0["area"]?.text }) == Set(areas))
  }

  @Test func `a country is no province`() throws {
    let error = try ask("/v1/observations?province=VN").json()["errors"]?[0]
    #expect(error?["code"] == "unknownValue")
    #expect(error?["parameter"] == "province")
  }

  @Test func `different parameters narrow each other`() throws {
    #expect(try rows("/v1/observations?area=VN&province=48-2008") == [])
    let one = try rows("/v1/observations?area=48-2008,49-2008&province=48-2008&indicator=dti")
    #expect(one == (try rows("/v1/observations?area=48-2008&indicator=dti")))
    #expect(try rows("/v1/observations?area=VN&level=province") == [])
  }

  @Test(arguments: ["country", "nation", "province"])
  func `level selects`(level: String) throws {
    let rows = try rows("/v1/observations?level=\(level)&limit=10000&fields=area")
    #expect(!rows.isEmpty)
    for row in rows {
      let area = try #require(row["area"]?.text)
      let isProvince = area.contains("-")
      #expect(isProvince == (level == "province") && (area == "VN") == (level == "nation"))
    }
  }

  @Test func `the levels together are everything`() throws {
    func total(_ query: String) -> Int {
      Int(ask("/v1/observations?limit=1&fields=area\(query)")[field: "X-Total-Count"] ?? "") ?? -1
    }
    let parts = ["country", "nation", "province"].map { total("&level=\($0)") }
    #expect(parts.reduce(0, +) == total(""))
    #expect(total("&level=country,nation") == parts[0] + parts[1])
  }

  @Test(arguments: ["2023", "2024-S1", "2024-07-19", "2023-12"])
  func `one period is itself only`(period: String) throws {
    let rows = try rows("\(ObservationsTests.mixed),province&period=\(period)&fields=period")
    #expect(Set(rows.compactMap { $0["period"]?.text }) == [period])
  }

  @Test func `a range of time is a period too`() throws {
    let rows = try rows("\(ObservationsTests.mixed)&period=2023-01-01%2FP2M&fields=period")
    #expect(!rows.isEmpty)
    #expect(Set(rows.compactMap { $0["period"]?.text }) == ["2023-01-01/P2M"])
  }

  @Test func `several periods widen the choice`() throws {
    let rows = try rows("/v1/observations?indicator=dti&period=2024,2022&fields=period")
    #expect(Set(rows.compactMap { $0["period"]?.text }) == ["2022", "2024"])
  }

  @Test(
    arguments: [
      ("2023..2024", "2023-01-01", "2024-12-31"), ("2024..", "2024-01-01", nil),
      ("..2022", nil, "2022-12-31"), ("2024-S1..2024-S1", "2024-01-01", "2024-06-30"),
      ("2023-12..2024-07-19", "2023-12-01", "2024-07-19"),
      ("2022..2022", "2022-01-01", "2022-12-31"),
    ] as [(String, String?, String?)])
  func `a span holds the periods of every kind that lie wholly within it`(
    span: String, first: String?, last: String?
  ) throws {
    let all = try rows(ObservationsTests.mixed)
    let from = first.flatMap { Day($0) }
    let to = last.flatMap { Day($0) }
    let expected = all.filter { row in
      guard let period = row["period"]?.text.flatMap({ Period($0) }) else { return false }
      return (from.map { period.start >= $0 } ?? true) && (to.map { period.end <= $0 } ?? true)
    }
    #expect(!expected.isEmpty && expected.count < all.count)
    #expect(try rows("\(ObservationsTests.mixed)&period=\(span)") == expected)
  }

  @Test(arguments: ["A", "S", "M", "D", "O", "S,M"])
  func `frequency selects`(frequencies: String) throws {
    let all = try rows(ObservationsTests.mixed)
    let expected = all.filter { row in
      guard let period = row["period"]?.text.flatMap({ Period($0) }) else { return false }
      return frequencies.split(separator: ",").contains { $0 == period.frequency.rawValue }
    }
    #expect(!expected.isEmpty)
    #expect(try rows("\(ObservationsTests.mixed)&frequency=\(frequencies)") == expected)
  }

  @Test(arguments: [1, 2, 100])
  func `latest keeps the newest periods of each series`(count: Int) throws {
    let target = "/v1/observations?indicator=dti,online-retail-sales,it-enterprises-active"
    let kept = try rows("\(target)&latest=\(count)")
    let all = try rows(target)
    var series: [[Value]: [Value]] = [:]
    for row in all where row["period"] != .null && row["missing"] == nil {
      series[[row["indicator"] ?? "", row["area"] ?? ""], default: []].append(row)
    }
    // Annual periods: the last of a series in the order of rows are its newest.
    let expected = Set(series.values.flatMap { $0.suffix(count) })
    #expect(kept == all.filter(expected.contains))
    #expect(!kept.isEmpty)
  }

  @Test func `latest comes after the other conditions and before pages`() throws {
    let target = "/v1/observations?indicator=dti&area=48-2008,49-2008&period=..2023&latest=1"
    #expect(try rows(target).map { $0["period"] } == ["2023", "2023"])
    let answer = ask("\(target)&limit=1&offset=1")
    #expect(answer[field: "X-Total-Count"] == "2")
    #expect(try answer.data()[0]?["area"] == "49-2008")
  }

  @Test(arguments: ["A", "B", "E", "A,E"])
  func `status selects by either status`(statuses: String) throws {
    let asked = Set(statuses.split(separator: ",").map { Value.text(String($0)) })
    let target = "\(ObservationsTests.mixed),province"
    let kept = try rows("\(target)&status=\(statuses)")
    let expected = try rows(target).filter { row in
      asked.contains(row["status"] ?? "")
        || !asked.isDisjoint(with: row["otherStatus"]?.elements ?? [])
    }
    #expect(!kept.isEmpty)
    #expect(kept == expected)
  }

  @Test func `source selects by what is shown and by what confirms it`() throws {
    let rows = try rows("/v1/observations?source=baomoi-dn-2023")
    #expect(rows.map { $0["source"] } == ["haui-bang1"])
    #expect(rows[0]["confirmedBy"]?.elements.contains("baomoi-dn-2023") == true)
    let both = try self.rows("/v1/observations?source=baomoi-dn-2023,nghean-2024-07")
    #expect(both.count > rows.count)
    for row in both {
      let sources = [row["source"] ?? ""] + (row["confirmedBy"]?.elements ?? [])
      #expect(!Set(sources).isDisjoint(with: ["baomoi-dn-2023", "nghean-2024-07"]))
    }
  }

  @Test func `the values of one indicator are those of its address`() throws {
    let one = ask("/v1/indicators/dti/observations?area=48-2008&sort=-period")
    let other = ask("/v1/observations?indicator=dti&area=48-2008&sort=-period")
    #expect(try one.data() == (try other.data()))
    #expect(try one.json()["meta"] == (try other.json()["meta"]))
    #expect(
      try one.json()["links"]?["self"]
        == "/v1/indicators/dti/observations?area=48-2008&sort=-period")
  }

  @Test func `ids of areas stand as published, asked for or not`() throws {
    let target = "/v1/observations?indicator=dti&area=48-2008,79-2025"
    let rows = try rows("\(target)&boundaries=published")
    #expect(rows == (try self.rows(target)))
    #expect(Set(rows.compactMap { $0["area"]?.text }) == ["48-2008", "79-2025"])
  }

  @Test func `nothing that matches is an empty list, not an error`() throws {
    let answer = ask("/v1/observations?indicator=dti&period=1999")
    #expect(try answer.data() == [])
    #expect(answer[field: "X-Total-Count"] == "0")
  }
}
