/// A moment as HTTP writes it: `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110, section 5.6.7).
package enum HTTPDate {
  /// The 29 bytes for a count of seconds since the beginning of 1970, UTC; for years 1970 to 9999.
  package static func bytes(secondsSince1970 seconds: Int) -> [UInt8] {
    let days = seconds / 86_400
    let (year, month, day) = civil(days)
    var text = [UInt8]()
    text.reserveCapacity(29)
    // The first of January 1970 was a Thursday.
    text.append(contentsOf: name("ThuFriSatSunMonTueWed", days % 7))
    text.append(contentsOf: ", ".utf8)
    append(day, to: &text)
    text.append(.space)
    text.append(contentsOf: name("JanFebMarAprMayJunJulAugSepOctNovDec", month - 1))
    text.append(.space)
    append(year / 100, to: &text)
    append(year % 100, to: &text)
    text.append(.space)
    append(seconds / 3600 % 24, to: &text)
    text.append(UInt8(ascii: ":"))
    append(seconds / 60 % 60, to: &text)
    text.append(UInt8(ascii: ":"))
    append(seconds % 60, to: &text)
    text.append(contentsOf: " GMT".utf8)
    return text
  }

  /// The same moment as RFC 3339 writes it: `1994-11-06T08:49:37Z`.
  static func timestamp(secondsSince1970 seconds: Int) -> String {
    let (year, month, day) = civil(seconds / 86_400)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(year)-\(two(month))-\(two(day))T"
      + "\(two(seconds / 3600 % 24)):\(two(seconds / 60 % 60)):\(two(seconds % 60))Z"
  }

  /// The day of the Gregorian calendar, counted from 1 March so that leap days come last
  /// (Howard Hinnant, "chrono-compatible low-level date algorithms").
  private static func civil(_ days: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = days + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted % 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  private static func name(_ names: String, _ index: Int) -> Substring.UTF8View {
    names.dropFirst(index * 3).prefix(3).utf8
  }

  private static func append(_ number: Int, to text: inout [UInt8]) {
    text.append(UInt8(0x30 + number / 10))
    text.append(UInt8(0x30 + number % 10))
  }
}
