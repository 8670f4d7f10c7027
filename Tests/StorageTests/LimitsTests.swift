import Statistics
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

  /// Rows of observations on so many days that follow each other.
  private func rows(onDays count: Int) -> String {
    let first = Day(year: 1900, month: 1, day: 1) ?? Day(number: 0)
    let rows = (0..<count).map {
      "{\"indicator\":\"share\",\"area\":\"48-2008\",\"period\":\"\(first.advanced(by: $0))\","
        + "\"value\":1,\"source\":\"press\"}"
    }
    return "{\"observations\":[\n\(rows.joined(separator: ",\n"))]}"
  }

  @Test func `more periods in a file than 16 bits can number are refused at the row`() throws {
    let folder = try Folder(["base.json": base, "rows.json": rows(onDays: Numbering.most + 1)])
    #expect(Numbering.most == 65_535)
    #expect(
      folder.messages == [
        "rows.json:65537:1: /observations/65535: expected at most 65535 different ids or periods"
          + " of a kind in a file; found one more"
      ])
  }

  @Test func `more periods in all files than the table can number are refused`() throws {
    let folder = try Folder([
      "base.json": base, "rows.json": rows(onDays: StorageLimits.periods + 1),
    ])
    #expect(StorageLimits.periods == 65_534)
    #expect(
      folder.messages == [
        "\(folder.path): expected at most 65534 different periods of observations; found 65535"
      ])
  }

  @Test func `a file of many windows is read whole, and its errors are where they are`() throws {
    // More than one window; the blanks move the seam about.
    let rows = (0..<2000).map { number in
      "{\"indicator\":\"share\",\"area\":\"48-2008\",\"period\":\"\(1900 + number % 200)\","
        + "\"value\":\(number == 1999 ? 101 : number % 100),\"source\":\"s-\(number / 200)\"}"
        + String(repeating: " ", count: 500 + number % 40)
    }
    let sources = (0..<10).map {
      "{\"id\":\"s-\($0)\",\"title\":\"Bài\",\"publisher\":\"Báo\",\"language\":\"vi\","
        + "\"kind\":\"press\",\"published\":\"2024-01-02\",\"reliability\":\"single\"}"
    }
    let text = "{\"observations\":[\n\(rows.joined(separator: ",\n"))],\"sources\":["
    #expect(text.utf8.count > StorageLimits.windowBytes)
    let folder = try Folder([
      "base.json": base, "rows.json": "\(text)\n\(sources.joined(separator: ",\n"))]}",
    ])
    #expect(
      folder.messages == [
        "rows.json:2001:1: /observations/1999: expected a value of at most 100; found 101"
      ])
    try folder.write("rows.json", "\(text)\n\(sources.joined(separator: ",\n"))] \"x\":[]}")
    #expect(
      folder.messages == [
        "rows.json:2001:1: /observations/1999: expected a value of at most 100; found 101",
        "rows.json:2011:\((sources.last?.count ?? 0) + 3): expected \",\" or \"}\"; found"
          + " `\"x\":[]}`",
      ])
  }

  @Test func `a row may be longer than a window, and not longer than its bound`() throws {
    let gap = { (count: Int) in
      "{\"pillars\":[\n{\"id\":\"a\"," + String(repeating: " ", count: count)
        + "\"name\":{\"vi\":\"A\",\"en\":\"A\"}}]}"
    }
    let folder = try Folder([
      "base.json": base, "rows.json": gap(2 * StorageLimits.windowBytes),
    ])
    #expect(folder.messages == [])
    try folder.write("rows.json", gap(2 * StorageLimits.rowBytes))
    #expect(
      folder.messages == [
        "rows.json:2:1: expected a row of at most 16777216 bytes; found a longer one"
      ])
  }
}
