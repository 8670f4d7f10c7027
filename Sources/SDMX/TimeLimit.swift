import Statistics

/// One end of a span of time as SDMX lets it be said: a period of any length, also as a reporting
/// period (`2024-A1`, `2024-M07`), or a moment, of which the day counts.
package enum TimeLimit {
  /// Nil where the text is none.
  package static func period(_ text: String) -> Period? {
    // A range is no end of a span.
    Period(text).flatMap { $0.frequency == .other ? nil : $0 }
      ?? Period(respelt(text)) ?? moment(text).map { Period($0) }
  }

  /// The day of `2024-07-19T08:30:00`, with or without parts of a second and a zone.
  package static func moment(_ text: String) -> Day? {
    let parts = text.split(separator: "T", omittingEmptySubsequences: false)
    guard parts.count == 2, let day = Day(parts[0]), isTime(Array(parts[1].utf8)) else {
      return nil
    }
    return day
  }

  private static func respelt(_ text: String) -> String {
    let bytes = Array(text.utf8)
    guard bytes.count == 7 || bytes.count == 8, bytes[4] == UInt8(ascii: "-") else { return "" }
    if bytes.count == 7, bytes[5...] == [UInt8(ascii: "A"), UInt8(ascii: "1")] {
      return String(decoding: bytes[..<4], as: UTF8.self)
    }
    guard bytes.count == 8, bytes[5] == UInt8(ascii: "M") else { return "" }
    return String(decoding: bytes[..<5] + bytes[6...], as: UTF8.self)
  }

  /// The same as a regular expression (ECMA-262), from the hour on.
  package static let clockPattern =
    "(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\\.[0-9]+)?"
    + "(?:Z|[+ -](?:[01][0-9]|2[0-3]):[0-5][0-9])?"

  /// `hh:mm:ss`, then perhaps a fraction, then perhaps `Z` or `+hh:mm`.
  private static func isTime(_ bytes: [UInt8]) -> Bool {
    guard isClock(bytes.prefix(5)), bytes.count >= 8, bytes[5] == UInt8(ascii: ":"),
      let second = number(bytes[6..<8]), second < 60
    else { return false }
    var rest = bytes[8...]
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst()
      let digits = rest.prefix { $0 &- UInt8(ascii: "0") < 10 }
      if digits.isEmpty { return false }
      rest = rest.dropFirst(digits.count)
    }
    if rest.isEmpty || rest.elementsEqual([UInt8(ascii: "Z")]) { return true }
    // A plus sign in a query is a space unless it is encoded.
    let signs = [UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: " ")]
    return signs.contains(rest[rest.startIndex]) && isClock(rest.dropFirst())
  }

  /// `hh:mm`.
  private static func isClock(_ bytes: ArraySlice<UInt8>) -> Bool {
    let bytes = Array(bytes)
    guard bytes.count == 5, bytes[2] == UInt8(ascii: ":"), let hour = number(bytes[0..<2]),
      let minute = number(bytes[3..<5])
    else { return false }
    return hour < 24 && minute < 60
  }

  /// Of two digits.
  private static func number(_ bytes: ArraySlice<UInt8>) -> Int? {
    bytes.reduce(0) { value, byte in
      guard let value, byte &- UInt8(ascii: "0") < 10 else { return nil }
      return value * 10 + Int(byte - UInt8(ascii: "0"))
    }
  }
}
