/// How often a series has a value, by the SDMX code list CL_FREQ.
package enum Frequency: String, Sendable, CaseIterable {
  case annual = "A"
  case halfYearly = "S"
  case quarterly = "Q"
  case monthly = "M"
  case daily = "D"
  /// Any other span of time.
  case other = "O"
}

/// The time that a value is about, as SDMX writes it: `2024`, `2024-S1`, `2024-Q3`, `2024-07`,
/// `2024-07-19`, or a range such as `2023-01-01/P2M`. Twelve bytes.
package struct Period: Sendable, Hashable {
  package let start: Day
  /// The last day.
  package let end: Day
  package let frequency: Frequency
  private let lengthUnit: LengthUnit
  /// Of a range, its length in that unit; else 0.
  private let length: UInt16

  /// The most years, months or days of a range.
  private static let longest = 40_000

  /// What the length of a range is counted in.
  private enum LengthUnit: UInt8 {
    case none
    case days = 0x44
    case months = 0x4D
    case years = 0x59
  }

  /// Nil for anything that is not exactly one of the spellings above within the years of `Day`.
  package init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    if let slash = bytes.firstIndex(of: UInt8(ascii: "/")) {
      self.init(
        from: Day(String(decoding: bytes[..<slash], as: UTF8.self)),
        lasting: Array(bytes[(slash + 1)...]))
      return
    }
    guard bytes.count >= 4, let year = digits(bytes[0..<4]), Day.years.contains(year) else {
      return nil
    }
    if bytes.count == 4 {
      self.init(year: year, firstMonth: 1, months: 12, .annual)
    } else if bytes[4] != UInt8(ascii: "-") {
      return nil
    } else if bytes.count == 7, bytes[5] == UInt8(ascii: "S"), (0x31...0x32).contains(bytes[6]) {
      self.init(
        year: year, firstMonth: Int(bytes[6] - 0x31) * 6 + 1, months: 6, .halfYearly)
    } else if bytes.count == 7, bytes[5] == UInt8(ascii: "Q"), (0x31...0x34).contains(bytes[6]) {
      self.init(
        year: year, firstMonth: Int(bytes[6] - 0x31) * 3 + 1, months: 3, .quarterly)
    } else if bytes.count == 7, let month = digits(bytes[5..<7]), (1...12).contains(month) {
      self.init(year: year, firstMonth: month, months: 1, .monthly)
    } else if let day = Day(String(decoding: bytes, as: UTF8.self)) {
      self.init(day)
    } else {
      return nil
    }
  }

  private init?(year: Int, firstMonth: Int, months: Int, _ frequency: Frequency) {
    let lastMonth = firstMonth + months - 1
    guard let start = Day(year: year, month: firstMonth, day: 1),
      let end = Day(
        year: year, month: lastMonth, day: Day.count(ofMonth: lastMonth, year: year))
    else { return nil }
    self.init(start: start, end: end, frequency)
  }

  /// A single day.
  package init(_ day: Day) {
    self.init(start: day, end: day, .daily)
  }

  private init(
    start: Day, end: Day, _ frequency: Frequency, length: Int = 0, _ lengthUnit: LengthUnit = .none
  ) {
    self.start = start
    self.end = end
    self.frequency = frequency
    self.length = UInt16(length)
    self.lengthUnit = lengthUnit
  }

  /// A range: a first day and an ISO 8601 duration of whole years, months or days.
  private init?(from start: Day?, lasting bytes: [UInt8]) {
    guard let start, bytes.count >= 3, bytes[0] == UInt8(ascii: "P"),
      bytes[1] != UInt8(ascii: "0"), let unit = bytes.last.flatMap({ LengthUnit(rawValue: $0) }),
      let count = digits(bytes[1..<(bytes.count - 1)]), count <= Period.longest
    else { return nil }
    let (year, month, day) = start.civil
    let next: Day?
    switch unit {
    case .years: next = Day(year: year + count, month: month, day: day)
    case .months:
      let months = month - 1 + count
      next = Day(year: year + months / 12, month: months % 12 + 1, day: day)
    case .days: next = start.advanced(by: count)
    case .none: return nil
    }
    guard let next, Day.years.contains(next.civil.year) else { return nil }
    self.init(
      start: start, end: next.advanced(by: -1), .other, length: count, unit)
  }
}

extension Period: Comparable {
  /// By start, then end; a range after the same days in another spelling.
  package static func < (one: Period, other: Period) -> Bool {
    if one.start != other.start { return one.start < other.start }
    if one.end != other.end { return one.end < other.end }
    return one.duration < other.duration
  }
}

extension Period: CustomStringConvertible {
  /// Of a range, its length as ISO 8601 writes it; else empty.
  private var duration: String {
    lengthUnit == .none ? "" : "P\(length)\(Unicode.Scalar(lengthUnit.rawValue))"
  }

  package var description: String {
    let (year, month, _) = start.civil
    return switch frequency {
    case .annual: "\(year)"
    case .halfYearly: "\(year)-S\(month / 6 + 1)"
    case .quarterly: "\(year)-Q\(month / 3 + 1)"
    case .monthly: "\(year)-\(twoDigits(month))"
    case .daily: "\(start)"
    case .other: "\(start)/\(duration)"
    }
  }
}

/// A span of periods, `period..period` with open ends: every period that lies wholly in it.
package struct TimeSpan: Sendable, Equatable {
  package let first: Day?
  package let last: Day?

  package init(first: Day?, last: Day?) {
    self.first = first
    self.last = last
  }

  package func contains(from start: Day, to end: Day) -> Bool {
    if let first, start < first { return false }
    if let last, end > last { return false }
    return true
  }
}
