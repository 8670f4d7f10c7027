import JSON
import Statistics
import Testing

/// What holds for everything that is carried onto a map, over all data.
@Suite struct CarryingTests {
  /// The rows of an indicator on a map, by area and period.
  private func values(
    _ indicator: String, _ boundaries: String
  ) throws -> [[Value]: Value] {
    let rows = try rows(
      "/v1/observations?indicator=\(indicator)&level=province&boundaries=\(boundaries)")
    return Dictionary(
      uniqueKeysWithValues: rows.map { ([$0["area"] ?? .null, $0["period"] ?? .null], $0) })
  }

  /// The predecessors of each unit of today, itself where nothing happened to it.
  private func predecessors() throws -> [Value: [Value]] {
    let units = try rows("/v1/provinces?fields=id,predecessors,validFrom")
    return Dictionary(
      uniqueKeysWithValues: units.map { unit in
        let id = unit["id"] ?? .null
        let isMerged = unit["validFrom"] == "2025-07-01"
        let former = unit["predecessors"]?.elements.compactMap { $0["id"] } ?? []
        return (id, isMerged ? former : [id])
      })
  }

  @Test(arguments: ["population", "population-urban"])
  func `what is counted is the same in all before and after the merger`(
    indicator: String
  ) throws {
    let before = try values(indicator, "2025-06-30")
    let after = try values(indicator, "today")
    let periods = Set(before.keys.map { $0[1] })
    #expect(periods.count >= 3)
    for period in periods {
      func total(_ cells: [[Value]: Value]) -> Decimal? {
        Decimal.sum(cells.filter { $0.key[1] == period }.compactMap { $0.value["value"]?.number })
      }
      #expect(before.keys.count { $0[1] == period } == 63)
      #expect(after.keys.count { $0[1] == period } == 34)
      #expect(total(before) == total(after), "\(period)")
    }
  }

  static let ruled = ["dti", "dti-infrastructure", "dti-economy-activity", "population"]

  @Test(arguments: ruled)
  func `a carried value lies between its least and its greatest input, or is their sum`(
    indicator: String
  ) throws {
    let rule = try ask("/v1/indicators/\(indicator)").data()["aggregation"]?["rule"]
    let published = try values(indicator, "published")
    let predecessors = try predecessors()
    var seen = 0
    for (key, row) in try values(indicator, "today") {
      guard let derivation = row["derivation"], let value = row["value"]?.number else { continue }
      seen += 1
      let inputs = derivation["inputs"]?.elements ?? []
      // Every predecessor's published value, and nothing else.
      #expect(inputs.compactMap { $0["area"] } == predecessors[key[0]])
      let numbers = try inputs.map { input in
        let own = try #require(published[[input["area"] ?? .null, key[1]]])
        #expect(own["value"] == input["value"] && own["source"] == input["source"])
        return try #require(input["value"]?.number)
      }
      let (least, most) = (try #require(numbers.min()), try #require(numbers.max()))
      if rule == "sum" {
        #expect(Decimal.sum(numbers) == value)
      } else {
        #expect(least <= value && value <= most)
      }
      #expect(derivation["rule"] == rule)
    }
    #expect(seen > 40)
  }

  @Test(arguments: ["today", "2025-06-30", "2008-08-01"])
  func `no carried value stands beside a published one`(boundaries: String) throws {
    var published = Set<[Value]>()
    for row in try rows("/v1/observations?fields=indicator,area,period") {
      published.insert(row.cell)
    }
    var seen = Set<[Value]>()
    var derived = 0
    let fields = "indicator,area,period,value,low,missing,source,derivation"
    for row in try rows("/v1/observations?boundaries=\(boundaries)&fields=\(fields)") {
      if row["period"] != .null { #expect(seen.insert(row.cell).inserted, "\(row.cell) twice") }
      if row["derivation"] != nil {
        derived += 1
        #expect(!published.contains(row.cell))
        #expect(row["source"] == .null)
      } else {
        #expect(published.contains(row.cell))
      }
      // Exactly one of a number, a range and a reason.
      let kinds = [row["value"] != .null, row["low"] != nil, row["missing"] != nil]
      #expect(kinds.count { $0 } == 1)
    }
    #expect(derived > 200)
  }

  @Test func `the means of the old provinces' values are what the ministry published`() throws {
    let before = try values("dti", "2025-06-30")
    let predecessors = try predecessors()
    // Carried here by hand, published values of the new units aside.
    var means: [(area: Value, mean: Decimal)] = []
    for (area, former) in predecessors {
      let numbers = try former.map { unit in
        try #require(before[[unit, "2024"]]?["value"]?.number)
      }
      means.append((area, try #require(Decimal.mean(numbers, decimals: 4))))
    }
    means.sort { $0.mean > $1.mean }
    let order = means.map(\.area)
    #expect(order.count == 34)
    // dantri-2024 and vtc-2024: eight ranks, and who stands last.
    #expect(
      order.prefix(7) == [
        "01-2008", "46-2008", "31-2025", "79-2025", "38-2008", "11-2008", "42-2008",
      ])
    #expect(order[16] == "48-2025")
    #expect(order.suffix(3) == ["33-2025", "44-2025", "04-2008"])
    let tolerance = try #require(Decimal(mantissa: 1, places: 4))
    let values: [(area: Value, value: Value)] = [
      ("01-2008", 0.8241), ("46-2008", 0.7951), ("31-2025", 0.7857), ("79-2025", 0.777),
    ]
    for (area, published) in values {
      let mean = try #require(means.first { $0.area == area }?.mean)
      let distance = try #require(published.number?.minus(mean))
      #expect(distance <= tolerance && Decimal(0).minus(distance) ?? distance <= tolerance)
    }
  }
}
