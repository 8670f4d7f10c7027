import Statistics

/// Regular expressions (ECMA-262, without anchors) of the days of a range and of the periods there
/// are: exactly those that the readers take.
enum DayPattern {
  /// Every real day from the first to the last.
  static func days(_ range: ClosedRange<Day>) -> String {
    let (first, last) = (range.lowerBound.civil, range.upperBound.civil)
    if first.year == last.year {
      return of(first.year, from: first, to: last)
    }
    var parts: [String] = []
    var (from, to) = (first.year, last.year)
    if (first.month, first.day) != (1, 1) {
      parts.append(of(from, from: first, to: (from, 12, 31)))
      from += 1
    }
    if (last.month, last.day) != (12, 31) {
      parts.append(of(to, from: (to, 1, 1), to: last))
      to -= 1
    }
    if from <= to {
      let leap = (from...to).filter { Day.count(ofMonth: 2, year: $0) == 29 }
      parts.append("\(numbers(from...to))-\(ofCommonYear)")
      if !leap.isEmpty { parts.append("\(any(leap.map(String.init)))-02-29") }
    }
    return any(parts)
  }

  private typealias Civil = (year: Int, month: Int, day: Int)

  /// The first and the last day that the program knows.
  static let (first, last) = (
    Day(year: Day.years.lowerBound, month: 1, day: 1) ?? Day(number: 0),
    Day(year: Day.years.upperBound, month: 12, day: 31) ?? Day(number: 0)
  )

  /// Every day that the program knows.
  static let all = days(first...last)

  /// Every period but time ranges.
  static let periods =
    "\(numbers(Day.years))(?:-(?:S[12]|Q[1-4]|0[1-9]|1[0-2]))?|\(all)"

  /// A span of such parts: both ends, or one.
  static func spans(_ part: String) -> String { "(?:\(part))\\.\\.(?:\(part))?|\\.\\.(?:\(part))" }

  /// One of some patterns.
  static func any(_ patterns: [String]) -> String {
    patterns.count == 1 ? patterns[0] : "(?:\(patterns.joined(separator: "|")))"
  }

  private static let ofCommonYear = any([
    "(?:0[13578]|1[02])-\(numbers(1...31))", "(?:0[469]|11)-\(numbers(1...30))",
    "02-\(numbers(1...28))",
  ])

  /// The days of a year from one month and day to another.
  private static func of(_ year: Int, from: Civil, to: Civil) -> String {
    let months = (from.month...to.month).map { month in
      let first = month == from.month ? from.day : 1
      let last = month == to.month ? to.day : Day.count(ofMonth: month, year: year)
      return "\(month < 10 ? "0" : "")\(month)-\(numbers(first...last))"
    }
    return "\(year)-\(any(months))"
  }

  /// Numbers of two or four digits.
  private static func numbers(_ range: ClosedRange<Int>) -> String {
    any(
      (range.lowerBound / 10...range.upperBound / 10).map { tens in
        let last = min(range.upperBound, tens * 10 + 9) % 10
        let first = max(range.lowerBound, tens * 10) % 10
        return "\(tens)\(digit(first...last))"
      })
  }

  private static func digit(_ range: ClosedRange<Int>) -> String {
    range.count == 1 ? "\(range.lowerBound)" : "[\(range.lowerBound)-\(range.upperBound)]"
  }
}
