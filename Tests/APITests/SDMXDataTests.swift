import API
import Testing

/// Which data an SDMX client gets.
@Suite struct SDMXDataTests {
  private func series(_ rest: String, _ place: SourceLocation = #_sourceLocation) -> [String] {
    let answer = ask("/sdmx/2.1/data/\(rest)")
    #expect(answer.status == 200, "\(answer.text.prefix(300))", sourceLocation: place)
    return answer.tags("Series").map {
      [$0["FREQ"], $0["INDICATOR"], $0["REF_AREA"]].map { $0 ?? "-" }.joined(separator: ".")
    }
  }

  private func periods(_ rest: String) -> [String] {
    ask("/sdmx/2.1/data/\(rest)").observations.compactMap { $0["TIME_PERIOD"] }
  }

  @Test(arguments: [
    ("DIGITAL/A.dti.48-2008", ["A.dti.48-2008"]),
    ("DIGITAL/.dti.48-2008+49-2008", ["A.dti.48-2008", "A.dti.49-2008"]),
    ("DIGITAL/A+S.dti+egdi-rank.48-2008", ["A.dti.48-2008"]),
    ("DIGITAL/A.dti.48-2008/all", ["A.dti.48-2008"]),
    ("DIGITAL/A.dti.48-2008/THUOCDO/", ["A.dti.48-2008"]),
    ("DIGITAL/A.dti.48-2008/", ["A.dti.48-2008"]),
    ("THUOCDO,DIGITAL,1.0/A.dti.48-2008", ["A.dti.48-2008"]),
    ("THUOCDO,DIGITAL/A.dti.48-2008", ["A.dti.48-2008"]),
    ("all,DIGITAL,latest/A.dti.48-2008", ["A.dti.48-2008"]),
    ("DIGITAL/M.dti.48-2008", []),
    ("DIGITAL_SOCIETY/A.dti.48-2008", []),
  ])
  func `a key chooses series`(rest: String, expected: [String]) {
    #expect(series(rest) == expected)
  }

  @Test func `a part left out is every code`() {
    let nation = series("DIGITAL/..VN")
    #expect(nation.count > 20)
    #expect(nation.allSatisfy { $0.hasSuffix(".VN") })
    #expect(series("DIGITAL_SOCIETY/all") == series("DIGITAL_SOCIETY"))
    #expect(series("DIGITAL_SOCIETY/..") == series("DIGITAL_SOCIETY"))
  }

  private func frequency(of period: String) -> String {
    if period.contains("/") { return "O" }
    if period.contains("-S") { return "S" }
    if period.contains("-Q") { return "Q" }
    return [4: "A", 7: "M", 10: "D"][period.count] ?? "-"
  }

  @Test func `a series has one frequency`() {
    let all = series("DIGITAL/..VN+48-2008")
    #expect(Set(all).count == all.count)
    for row in ask("/sdmx/2.1/data/DIGITAL/..VN+48-2008").observations {
      let period = row["TIME_PERIOD"] ?? ""
      let letter = frequency(of: period)
      #expect(row["FREQ"] == letter, "\(period)")
    }
  }

  @Test(arguments: [
    ("startPeriod=2023", ["2023", "2024"]), ("endPeriod=2021", ["2020", "2021"]),
    ("startPeriod=2022-A1&endPeriod=2022-12-31", ["2022"]),
    ("startPeriod=2022-M01&endPeriod=2023-11", ["2022"]),
    ("startPeriod=2023-01-01T00:00:00%2B07:00&endPeriod=2023-12-31T23:59:59Z", ["2023"]),
    ("startPeriod=2022-02", ["2023", "2024"]),
    ("firstNObservations=2", ["2020", "2021"]),
    ("lastNObservations=1", ["2024"]),
    ("lastNObservations=99", ["2020", "2021", "2022", "2023", "2024"]),
    ("firstNObservations=1&lastNObservations=1", ["2020", "2024"]),
    ("firstNObservations=4&lastNObservations=4", ["2020", "2021", "2022", "2023", "2024"]),
    ("startPeriod=2022&firstNObservations=1", ["2022"]),
    ("updatedAfter=2025-02-06", ["2020", "2024"]),
    ("updatedAfter=2025-02-06T12:00:00", ["2020", "2023", "2024"]),
    ("asOf=2024-12-31", ["2021", "2022"]), ("asOf=2025-02-06T00:00:00", ["2021", "2022", "2023"]),
  ])
  func `times and numbers of observations narrow a series`(query: String, expected: [String]) {
    #expect(periods("DIGITAL/A.dti.48-2008?\(query)") == expected)
    #expect(periods("DIGITAL/A.dti.48-2008?\(query)&format=sdmxgeneric") == expected)
  }

  @Test func `nothing is a message with an empty data set`() throws {
    for query in ["", "&includeHistory=true", "&format=sdmxgeneric"] {
      let answer = ask("/sdmx/2.1/data/DIGITAL/A.dti.48-2008?startPeriod=2050\(query)")
      #expect(answer.status == 200)
      #expect(answer.tags("mes:DataSet").count == 1)
      #expect(answer.observations.isEmpty)
    }
    let table = ask("/sdmx/2.1/data/DIGITAL/A.dti.48-2008?startPeriod=2050&format=sdmxcsv")
    #expect(table.text.records.count == 1)
  }

  @Test func `detail says how much is told`() {
    let key = "/sdmx/2.1/data/DIGITAL/A.dti.48-2008?detail="
    let only = ask(key + "dataonly")
    #expect(
      only.observations[0].keys.sorted() == [
        "FREQ", "INDICATOR", "OBS_VALUE", "REF_AREA", "TIME_PERIOD",
      ])
    let keys = ask(key + "serieskeysonly")
    #expect(keys.observations.isEmpty)
    #expect(keys.tags("Series").map { $0.attributes.count } == [3])
    let none = ask(key + "nodata")
    #expect(none.observations.isEmpty)
    #expect(none.tags("Series")[0]["UNIT_MEASURE"] == "INDEX")
    #expect(ask(key + "serieskeysonly&format=sdmxcsv").text.records[1].suffix(2) == ["", ""])
    #expect(ask(key + "full").bytes == ask(String(key.dropLast(8))).bytes)
  }

  @Test func `a range and a gap have no value, and say what they are`() throws {
    let range = try #require(
      ask("/sdmx/2.1/data/DIGITAL/A.ecommerce-retail-share.VN").observations.first {
        $0["QUALIFIER"] == "range"
      })
    #expect(range["OBS_VALUE"] == nil)
    #expect(range["LOW"] != nil && range["HIGH"] != nil)
    let gap = try #require(
      ask("/sdmx/2.1/data/DIGITAL/A.papi-e-governance.27-2008?startPeriod=2022&endPeriod=2022")
        .observations.first)
    #expect(gap["OBS_VALUE"] == nil)
    #expect(gap["QUALIFIER"] == nil)
    #expect(gap["MISSING"] == "withheld")
    #expect(gap["OBS_STATUS"] == "O")
  }

  @Test func `a history tells each value from the day on which it was known`() {
    let key =
      "/sdmx/2.1/data/DIGITAL/A.digital-economy-gdp-share-gso.VN?startPeriod=2022&endPeriod=2022"
    for flag in ["true", "True", "1"] {
      let answer = ask("\(key)&includeHistory=\(flag)")
      #expect(answer.observations.map { $0["OBS_VALUE"] } == ["12.67", "12.83"])
      let sets = answer.tags("mes:DataSet")
      #expect(
        sets.map { $0["ss:validFromDate"] } == ["2023-12-04T00:00:00", "2025-01-06T00:00:00"])
      #expect(sets.allSatisfy { $0["ss:action"] == "Replace" })
    }
    #expect(ask("\(key)&includeHistory=True&asOf=2024-06-30").observations.count == 1)
    #expect(ask("\(key)&includeHistory=False").observations.map { $0["OBS_VALUE"] } == ["12.83"])
  }

  @Test func `a history of more values than are held is refused`() {
    var limits = APILimits()
    limits.rows = 3
    let api = API.on("2026-11-22", limits)
    let key = "/sdmx/2.1/data/DIGITAL/A.dti"
    #expect(ask("\(key).?includeHistory=true", of: api).status == 413)
    #expect(
      ask("\(key).?includeHistory=true", of: api).tags("mes:ErrorMessage")[0]["code"] == "130")
    #expect(ask("\(key).48-2008?includeHistory=true&startPeriod=2022", of: api).status == 200)
  }

  @Test func `the same question has the same bytes, whole or in pieces`() {
    var limits = APILimits()
    limits.readyBytes = 0
    let target = "/sdmx/2.1/data/DIGITAL_GOVERNMENT"
    #expect(ask(target).bytes == ask(target, of: API.on("2026-11-22", limits)).bytes)
    #expect(ask(target)[field: "ETag"] == ask(target)[field: "ETag"])
    #expect(ask(target)[field: "Cache-Control"] == "max-age=60")
  }
}
