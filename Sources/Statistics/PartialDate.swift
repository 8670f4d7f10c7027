/// A date as far as a document gives it: a day, a month or a year.
package struct PartialDate: Sendable, Hashable {
  package let first: Day
  package let last: Day

  /// Reads `2023-02-25`, `2023-02` or `2023`.
  package init?(_ text: String) {
    if let day = Day(text) {
      (first, last) = (day, day)
    } else if let period = Period(text), period.frequency == .annual || period.frequency == .monthly
    {
      (first, last) = (period.start, period.end)
    } else {
      return nil
    }
  }

  package var isWhole: Bool { first == last }
}

extension PartialDate: CustomStringConvertible {
  package var description: String {
    if isWhole { return first.description }
    let (year, month, _) = first.civil
    return last.civil.month == month ? "\(year)-\(twoDigits(month))" : "\(year)"
  }
}
