import Storage
import Testing

/// What makes a row of observations sound.
@Suite struct ObservationsTests {
  /// Every combination of value, low, high and missing.
  @Test(arguments: 0..<16)
  func `a row has exactly one of value, low with high, missing`(_ combination: Int) throws {
    var row = Row.observation.without("value")
    if combination & 1 != 0 { row = row.with("value", "5") }
    if combination & 2 != 0 { row = row.with("low", "4") }
    if combination & 4 != 0 { row = row.with("high", "6") }
    if combination & 8 != 0 { row = row.with("missing", "\"withheld\"") }
    let expected =
      switch combination {
      case 0b0001, 0b0110, 0b1000: [] as [String]
      case 0b0000: ["exactly one of value, low and high, missing; found 0 of them"]
      case 0b1001: ["exactly one of value, low and high, missing; found 2 of them"]
      case 0b0111, 0b1110: ["exactly one of value, low and high, missing; found 2 of them"]
      case 0b1111: ["exactly one of value, low and high, missing; found 3 of them"]
      default:
        // One end of a range, alone or beside something else.
        ["both low and high of a range; found one of them"]
      }
    let messages = try Folder(["base.json": base, "rows.json": row.file]).messages
    for message in expected {
      #expect(messages.contains("rows.json:2:1: /observations/0: expected \(message)"))
    }
    #expect(messages.isEmpty == expected.isEmpty)
  }

  @Test(arguments: [
    Wrong(
      Row.observation.without("value").with("low", "6").with("high", "4").marked, "",
      expected: "low below high", found: "6 and 4"),
    Wrong(
      Row.observation.with("qualifier", "\"range\"").marked, "",
      expected: "the qualifier range with low and high, and only there", found: "range"),
    Wrong(
      Row.observation.without("value").with("low", "4").with("high", "6")
        .with("qualifier", "\"about\"").marked, "",
      expected: "the qualifier range with low and high, and only there", found: "about"),
    Wrong(
      Row.observation.with("status", "\"O\"").marked, "",
      expected: "a missing value given by \"missing\", not by its status", found: "O"),
    Wrong(
      Row.observation.without("period").marked, "",
      expected: "a period, or periodText where the document states none", found: "neither"),
  ])
  func `a range is a range, a gap a gap, and a row has its time`(_ wrong: Wrong) throws {
    try wrong.expect()
  }

  @Test(arguments: ["L", "M", "O", "Q"])
  func `no missing code is taken as a status`(_ code: String) throws {
    try Wrong(
      Row.observation.with("status", "\"\(code)\"").marked, "",
      expected: "a missing value given by \"missing\", not by its status", found: code
    ).expect()
  }

  @Test(arguments: [
    Wrong(
      Row.observation.with("value", "-0.01").marked, "", expected: "a value of at least 0",
      found: "-0.01"),
    Wrong(
      Row.observation.with("value", "100.01").marked, "", expected: "a value of at most 100",
      found: "100.01"),
    Wrong(
      Row.observation.with("value", "5.125").marked, "",
      expected: "at most 2 digits after the point, as share says", found: "5.125"),
    Wrong(
      Row.observation.without("value").with("low", "1").with("high", "100.5").marked, "",
      expected: "a value of at most 100", found: "100.5"),
    Wrong(
      Row.observation.without("value").with("low", "1.001").with("high", "2").marked, "",
      expected: "at most 2 digits after the point, as share says", found: "1.001"),
    Wrong(
      Row.observation.with("area", "\"SG\"").marked, "",
      expected: "an area of the indicator's levels (nation, province)", found: "SG, a country"),
    Wrong(
      Row.observation.with("indicator", "\"money\"").with("area", "\"48-2025\"").marked, "",
      expected: "an area of the indicator's levels (nation)", found: "48-2025, a province"),
  ])
  func `a value keeps to its indicator's bounds, digits and levels`(_ wrong: Wrong) throws {
    try wrong.expect()
  }

  @Test(arguments: ["0", "100", "99.99", "5.120", "5.1200e0", "1e2", "0.0"])
  func `the bounds themselves and zeros at the end are taken`(_ value: String) throws {
    let row = Row.observation.with("value", value)
    #expect(try Folder(["base.json": base, "rows.json": row.file]).errors == [])
  }

  @Test(arguments: [
    Wrong(
      Row.observation.with("source", "\"cited\"").marked, "",
      expected: "a source with a date: published, or retrieved", found: "\"cited\" with neither"),
    Wrong(
      Row.observation.with("source", "\"copy\"").with("original", "\"cited\"").marked, "",
      expected: "an original that copy transcribes", found: "\"cited\""),
    Wrong(
      Row.observation.with("original", "\"copy\"").marked, "",
      expected: "an original that press transcribes", found: "\"copy\""),
    Wrong(
      Row.rank.with("source", "\"cited\"").marked, "",
      expected: "a source with a date: published, or retrieved", found: "\"cited\" with neither"),
  ])
  func `a source has a day, and an original is what it transcribes`(_ wrong: Wrong) throws {
    try wrong.expect()
  }

  @Test func `a transcription names the original that it transcribes`() throws {
    let row = Row.observation.with("source", "\"copy\"").with("original", "\"press\"")
    #expect(try Folder(["base.json": base, "rows.json": row.file]).errors == [])
  }

  @Test func `one source speaks once of a cell`() throws {
    let first = Row.observation.with("value", "1").json
    let again = Row.observation.with("value", "2").marked.json
    let others = [
      Row.observation.with("area", "\"48-2025\""), Row.observation.with("period", "\"2024\""),
      Row.observation.with("period", "\"2023-01-01/P1Y\""),
      Row.observation.with("indicator", "\"money\""), Row.observation.with("source", "\"copy\""),
      Row.observation.without("period").with("periodText", Row.name),
      Row.observation.without("period").with("periodText", #"{"vi":"Khác","en":"Other"}"#),
    ].map(\.json)
    let text = "{\"observations\":[\n\((others + [first, again]).joined(separator: ",\n"))]}"
    try Wrong(
      text, "/observations/8",
      expected: "one row for an indicator, area, period and source",
      found: "the same as /observations/7 of rows.json"
    ).expect()
  }

  @Test(arguments: [
    Wrong(
      Row.observation.with("statedChange", #"▸{"kind":"percent"}"#), "/statedChange",
      expected: "a value, or low and high", found: "neither or both"),
    Wrong(
      Row.observation.with("statedChange", #"▸{"kind":"percent","value":1,"low":1,"high":2}"#),
      "/statedChange", expected: "a value, or low and high", found: "neither or both"),
    Wrong(
      Row.observation.with("statedChange", #"▸{"kind":"percent","low":1}"#),
      "/statedChange", expected: "a value, or low and high", found: "neither or both"),
    Wrong(
      Row.observation.with("statedChange", #"▸{"value":1}"#), "/statedChange",
      expected: "the key \"kind\"", found: "none"),
    Wrong(
      Row.observation.with("statedChange", #"{"kind":▸"percents","value":1}"#),
      "/statedChange/kind", expected: "one of difference, percent, points, ratio, rank",
      found: "\"percents\"", suggestion: "percent"),
  ])
  func `a stated change has its kind and one number or range`(_ wrong: Wrong) throws {
    try wrong.expect()
  }

  @Test(arguments: [
    Wrong(
      Row.rank.with("rank", "▸0"), "/rank", expected: "a whole number, 1 to 10000", found: "0"),
    Wrong(
      Row.rank.with("rank", "64").with("outOf", "63").marked, "",
      expected: "a rank of at most outOf", found: "64 of 63"),
    Wrong(
      Row.rank.without("period").marked, "", expected: "period, the one that was ranked",
      found: "none"),
    Wrong(
      Row.rank.with("excerpt", "\"xếp thứ 5\"").marked, "",
      expected: "the figure 4 (× 10^0) in its excerpt", found: "\"xếp thứ 5\""),
  ])
  func `a published rank is a rank among those ranked`(_ wrong: Wrong) throws {
    try wrong.expect()
  }

  @Test func `a rank is published once by a source for a unit in a period`() throws {
    let text =
      "{\"publishedRanks\":[\n\(Row.rank.json),\n\(Row.rank.with("rank", "5").marked.json)]}"
    try Wrong(
      text, "/publishedRanks/1",
      expected: "one rank for an indicator, area, period and source", found: "one more"
    ).expect()
  }

  @Test(arguments: [
    Wrong(
      Row.indicator.with("aggregation", #"▸{"rule":"weightedMean"}"#), "/aggregation",
      expected: "a weight with the rule weightedMean, and with no other",
      found: "rule weightedMean without a weight"),
    Wrong(
      Row.indicator.with("aggregation", #"▸{"rule":"mean","weight":"money"}"#), "/aggregation",
      expected: "a weight with the rule weightedMean, and with no other",
      found: "rule mean with a weight"),
    Wrong(
      Row.indicator.with("breaks", "[▸{\"what\":\(Row.name)}]"), "/breaks/0",
      expected: "period, the first one by the new method", found: "none"
    ),
    Wrong(
      Row.indicator.with("levels", "[]").marked, "",
      expected: "levels: country, nation or province", found: "none"),
  ])
  func `an indicator's rule, breaks and levels are whole`(_ wrong: Wrong) throws {
    try wrong.expect()
  }
}
