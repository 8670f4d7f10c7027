import Storage
import Testing

/// The bounds of loading that are reached by many rows.
@Suite struct LimitsTests {
  @Test func `more areas than 16 bits can number are refused`() throws {
    // Beside the two countries and four provinces of the base.
    let rows = (7...65_536).map { "{\"id\":\"c\($0)\",\"name\":\(Row.name),\"level\":\"country\"}" }
    let folder = try Folder([
      "base.json": base, "rows.json": "{\"countries\":[\n\(rows.joined(separator: ",\n"))]}",
    ])
    #expect(StorageLimits.referredRows == 65_535)
    #expect(
      folder.messages == [
        "base.json:14:7: /provinces/0/id: expected at most 65535 of area; found 65536"
      ])
  }
}
