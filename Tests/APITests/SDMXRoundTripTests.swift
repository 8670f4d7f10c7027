import API
import Testing

/// All that is published can be read back from SDMX, in each of its forms.
@Suite struct SDMXRoundTripTests {
  private static let data = "/sdmx/2.1/data/DIGITAL"
  /// Read once for all that compare with it.
  private static let whole = ask(data).observations

  /// A row of /v1/observations as SDMX names what is in it; nothing of it is left out.
  private func said(_ row: Value) -> [String: String] {
    var said: [String: String] = [:]
    for (name, id) in [
      ("indicator", "INDICATOR"), ("area", "REF_AREA"), ("period", "TIME_PERIOD"),
      ("value", "OBS_VALUE"), ("status", "OBS_STATUS"), ("qualifier", "QUALIFIER"),
      ("source", "SOURCE"), ("published", "PUBLISHED"), ("missing", "MISSING"), ("low", "LOW"),
      ("high", "HIGH"), ("outOf", "OUT_OF"), ("locator", "LOCATOR"), ("excerpt", "EXCERPT"),
    ] {
      if let value = row[name] { said[id] = value.text ?? value.number?.description }
    }
    for (name, id) in [("otherStatus", "OTHER_STATUS"), ("confirmedBy", "CONFIRMED_BY")] {
      let words = row[name]?.elements.compactMap(\.text) ?? []
      if !words.isEmpty { said[id] = words.joined(separator: " ") }
    }
    for (name, id) in [("note", "NOTE")] {
      said[id] = row[name]?["en"]?.text
      said["\(id)_VI"] = row[name]?["vi"]?.text
    }
    return said
  }

  /// What JSON does not say of a row, or says in an object.
  private static let others = [
    "FREQ", "UNIT_MEASURE", "UNIT_MULT", "DECIMALS", "KNOWN_FROM", "STATED_CHANGE",
  ]

  private func sorted(_ rows: [[String: String]]) -> [[String: String]] {
    let keys = ["INDICATOR", "REF_AREA", "TIME_PERIOD"]
    return rows.sorted { one, other in
      keys.map { one[$0] ?? "" }.lexicographicallyPrecedes(keys.map { other[$0] ?? "" })
    }
  }

  @Test func `structure-specific data has every cell that JSON has, and all that it says of it`()
    throws
  {
    let rows = try rows("/v1/observations?boundaries=published").filter { $0["period"] != .null }
    let wanted = sorted(rows.map(said))
    let read = sorted(SDMXRoundTripTests.whole)
    #expect(read.count == wanted.count)
    for (read, wanted) in zip(read, wanted) {
      let kept = read.filter { !SDMXRoundTripTests.others.contains($0.key) }
      if kept != wanted { Issue.record("\(kept) is not \(wanted)") }
    }
  }

  @Test(arguments: [
    ("", ""), ("/..VN", "dimensionAtObservation=AllDimensions"), ("/..VN", "detail=dataonly"),
  ])
  func `generic data says the same as structure-specific data`(key: String, query: String) {
    let specific = ask("\(SDMXRoundTripTests.data)\(key)?\(query)").observations
    let generic = ask("\(SDMXRoundTripTests.data)\(key)?\(query)&format=sdmxgeneric").observations
    #expect(!specific.isEmpty)
    #expect(generic == specific)
  }

  @Test(arguments: [("", ""), ("/..VN", "&detail=dataonly"), ("/..VN", "&includeHistory=true")])
  func `SDMX-CSV says the same as structure-specific data`(key: String, query: String) {
    let target = "\(SDMXRoundTripTests.data)\(key)?format="
    let specific = ask("\(target)sdmx\(query)").observations
    let records = ask("\(target)sdmxcsv\(query)").text.records
    let names = records[0]
    let read = records.dropFirst().map { record in
      var row = Dictionary(uniqueKeysWithValues: zip(names, record)).filter { $0.value != "" }
      #expect(row.removeValue(forKey: "STRUCTURE") == "dataflow")
      #expect(row.removeValue(forKey: "STRUCTURE_ID") == "THUOCDO:DIGITAL(1.0)")
      #expect(row.removeValue(forKey: "ACTION") == "I")
      // What begins like a formula has an apostrophe before it.
      return row.mapValues { $0.hasPrefix("'") ? String($0.dropFirst()) : $0 }
    }
    #expect(!specific.isEmpty)
    // In series rather than in the order of rows.
    #expect(read.count == specific.count)
    #expect(Set(read) == Set(specific))
  }

  @Test func `SDMX-CSV and flat data have the rows in the order of JSON`() throws {
    func keys(_ rows: [[String: String]]) -> [[String]] {
      rows.map { row in ["INDICATOR", "REF_AREA", "TIME_PERIOD"].map { row[$0] ?? "" } }
    }
    let rows = try rows("/v1/observations?boundaries=published").filter { $0["period"] != .null }
    let wanted = keys(rows.map(said))
    let records = ask("\(SDMXRoundTripTests.data)?format=sdmxcsv").text.records
    let read = records.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(records[0], $0)) }
    #expect(keys(read) == wanted)
    let flat = ask("\(SDMXRoundTripTests.data)?dimensionAtObservation=AllDimensions")
    #expect(keys(flat.observations) == wanted)
  }

  @Test func `the pillars' flows have their indicators and no others`() throws {
    for pillar in ["government", "economy", "society"] {
      let own = try column("id", of: "/v1/indicators?pillar=\(pillar)").compactMap(\.text)
      let read = ask("/sdmx/2.1/data/DIGITAL_\(pillar.uppercased())").observations
      let indicators = Set(read.compactMap { $0["INDICATOR"] })
      #expect(!indicators.isEmpty && indicators.isSubset(of: own), "\(pillar)")
    }
  }

  @Test func `the last data set of a history and those before it are what stands now`() {
    let now = SDMXRoundTripTests.whole
    let history = ask("\(SDMXRoundTripTests.data)?includeHistory=true")
    let days = history.tags("mes:DataSet").compactMap { $0["ss:validFromDate"] }
    #expect(days.count > 1)
    #expect(days == days.sorted())
    var standing: [[String]: [String: String]] = [:]
    for row in history.observations {
      let key = ["FREQ", "INDICATOR", "REF_AREA", "TIME_PERIOD"].map { row[$0] ?? "" }
      standing[key] = row
    }
    #expect(standing.count == now.count)
    for row in now {
      let key = ["FREQ", "INDICATOR", "REF_AREA", "TIME_PERIOD"].map { row[$0] ?? "" }
      if standing[key] != row { Issue.record("\(row) is not \(standing[key] ?? [:])") }
    }
  }
}
