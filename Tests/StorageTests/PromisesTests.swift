import Storage
import Testing

/// Commitments, targets, tasks.
@Suite struct PromisesTests {
  private static func items(_ items: String...) -> Row {
    Row.commitmentSet.with("groups", "[{\"id\":\"a\",\"name\":\(Row.name)}]")
      .with("items", "[\(items.joined(separator: ",\n"))]")
  }

  private static func item(_ id: String, _ rest: String = "\"unmeasuredNote\":\(Row.name)")
    -> String
  {
    "{\"id\":\"\(id)\",\"number\":1,\"text\":\(Row.name),\(rest)}"
  }

  private static let measured =
    "\"measuredBy\":[{\"indicator\":\"share\",\"why\":\(Row.name)}]"

  @Test(arguments: [
    Wrong(
      items(item("a-1"), item("a-2"), item("a-1")).marked, "",
      expected: "each item id once in a set", found: "\"a-1\" twice"),
    Wrong(
      items(item("a-1"), "▸" + item("a 2")), "/items/1",
      expected:
        "an id: letters, digits, \"-\" and \"_\", beginning with a letter or digit, at most 80",
      found: "\"a 2\""),
    Wrong(
      items("▸" + item("a-1", "\"group\":\"b\",\(measured)")), "/items/0",
      expected: "one of the set's groups a", found: "\"b\"", suggestion: "a"),
    Wrong(
      items("▸" + item("a-1", "\"notMeasured\":null").replacing(",\"notMeasured\":null", with: "")),
      "/items/0",
      expected: "an unmeasuredNote where nothing measures the item, and only there",
      found: "none"),
    Wrong(
      items("▸" + item("a-1", "\(measured),\"unmeasuredNote\":\(Row.name)")), "/items/0",
      expected: "an unmeasuredNote where nothing measures the item, and only there",
      found: "one beside measuredBy or targets"),
    Wrong(
      items(
        item(
          "a-1",
          "\(measured),\"wordings\":[{\"vi\":\"Lời\",\"source\":\"press\",\"official\":▸1}]")),
      "/items/0/wordings/0/official", expected: "true or false", found: "1"),
  ])
  func `an item has its own id, a group of the set, and something or a note that measures it`(
    _ wrong: Wrong
  ) throws {
    try wrong.expect()
  }

  @Test(arguments: [
    Wrong(
      Row.target.with("id", #"▸"new""#).with("indicators", "[\"money\"]"), "/id",
      expected: "indicators of the target's unit (PT × 10^0)",
      found: "money in VND × 10^9; move it to \"related\" with the reason"),
    Wrong(
      Row.target.with("id", #"▸"new""#).with("unit", "\"VND\"").with("unitMultiplier", "6")
        .with("indicators", "[\"money\"]"), "/id",
      expected: "indicators of the target's unit (VND × 10^6)",
      found: "money in VND × 10^9; move it to \"related\" with the reason"),
    Wrong(
      Row.target.with("id", #"▸"new""#).with("excerpt", "\"đạt 25%\""), "/id",
      expected: "the figure 20 (× 10^0) in its excerpt", found: "\"đạt 25%\""),
    Wrong(
      Row.target.without("value").marked, "", expected: "value, the figure to reach",
      found: "none"),
    Wrong(
      Row.target.with("due", #"▸"2024-09-31""#), "/due",
      expected: "a real day as YYYY-MM-DD, 1900 to 2100", found: "\"2024-09-31\""),
    Wrong(
      Row.target.with("dueAs", #"{"text":"trong năm","bound":▸"until"}"#), "/dueAs/bound",
      expected: "one of by, before", found: "\"until\""),
  ])
  func `a target has a figure, a unit that its indicators have, and a real day`(
    _ wrong: Wrong
  ) throws {
    try wrong.expect()
  }

  @Test func `a near indicator stands in related, whatever its unit`() throws {
    let row = Row.target.with("related", "[{\"indicator\":\"money\",\"reason\":\(Row.name)}]")
      .with("indicators", "[\"share\"]").with("excerpt", "\"phấn đấu đạt 20% trở lên\"")
    #expect(try Folder(["base.json": base, "rows.json": row.file]).errors == [])
  }

  @Test(arguments: [
    Wrong(
      Row.task.with("questions", #"{"when":▸"soon"}"#), "/questions/when",
      expected: "an object: {…}", found: "\"soon\""),
    Wrong(
      Row.task.with("questions", #"{"who":{"lead":[▸{"agency":"gso"}]}}"#),
      "/questions/who/lead/0", expected: "the key \"asWritten\"", found: "none"),
    Wrong(
      Row.task.with(
        "questions",
        "{\"result\":{\"outcome\":▸\"finished\",\"text\":\(Row.name),\"source\":\"press\"}}"),
      "/questions/result/outcome", expected: "one of done, notDone", found: "\"finished\""),
    Wrong(
      Row.task.with("questions", #"{▸"whom":{"lead":[]}}"#), "/questions/whom",
      expected: "one of the keys goal, who, what, when, accountable, product, result",
      found: "\"whom\"", suggestion: "who"),
    Wrong(
      Row.task.with("excerpt", "▸\"\(String(repeating: "ế", count: 161))\""), "/excerpt",
      expected: "at most 160 characters, here 161",
      found: "\"\(String(repeating: "ế", count: 59))…"),
  ])
  func `a task answers the seven questions and no other`(_ wrong: Wrong) throws {
    try wrong.expect()
  }
}
