// Pages: what people look at: the front page and the pages of provinces, drawn from a snapshot.

import JSON
import Statistics

/// The language of a page; its numbers and dates follow.
package enum PageLanguage: String, Sendable, CaseIterable {
  case vi, en

  /// The one of two wordings.
  package func pick(_ vi: String, _ en: String) -> String { self == .vi ? vi : en }

  func pick(_ name: Name) -> String { pick(name.vi, name.en) }

  /// The other one.
  var other: PageLanguage { self == .vi ? .en : .vi }
}

/// How a page looks: as the reader's machine does unless it says otherwise.
package enum PageTheme: String, Sendable, CaseIterable {
  case light, dark
}

extension PageLanguage {
  /// `1.234,5` in Vietnamese, `1,234.5` in English: all digits, thousands set apart.
  package func number(_ number: Decimal) -> String {
    let text = number.description
    let isNegative = text.hasPrefix("-")
    let parts = text.drop { $0 == "-" }.split(separator: ".")
    var whole = ""
    for (place, digit) in parts[0].reversed().enumerated() {
      if place > 0, place % 3 == 0 { whole.append(pick(".", ",")) }
      whole.append(digit)
    }
    let rest = parts.count > 1 ? pick(",", ".") + parts[1] : ""
    return (isNegative ? "−" : "") + String(whole.reversed()) + rest
  }

  func number(_ number: Int) -> String { self.number(Decimal(number)) }

  /// With as many places as its indicator's figures have, so that a column's points align.
  func number(_ number: Decimal, decimals: Int) -> String {
    let text = self.number(number)
    let missing = decimals - number.places
    guard missing > 0 else { return text }
    let point = number.places == 0 ? pick(",", ".") : ""
    return text + point + String(repeating: "0", count: missing)
  }

  /// `22/11/2026`, `22 November 2026`.
  func day(_ day: Day) -> String {
    let (year, month, number) = day.civil
    return pick("\(number)/\(month)/\(year)", "\(number) \(PageLanguage.months[month - 1]) \(year)")
  }

  func date(_ date: PartialDate) -> String {
    date.isWhole
      ? day(date.first) : Period(date.description).map(period) ?? date.description
  }

  /// `2024`, `6 tháng đầu năm 2024`, `quý III/2024`, `tháng 7/2024`, `19/7/2024`.
  package func period(_ period: Period) -> String {
    let (year, month, _) = period.start.civil
    switch period.frequency {
    case .annual: return "\(year)"
    case .halfYearly:
      return month == 1
        ? pick("6 tháng đầu năm \(year)", "first half of \(year)")
        : pick("6 tháng cuối năm \(year)", "second half of \(year)")
    case .quarterly:
      let quarter = month / 3
      return pick(
        "quý \(["I", "II", "III", "IV"][quarter])/\(year)", "Q\(quarter + 1) \(year)")
    case .monthly:
      return pick("tháng \(month)/\(year)", "\(PageLanguage.months[month - 1]) \(year)")
    case .daily: return day(period.start)
    case .other:
      let last = period.end.civil
      // Whole years are said as years.
      if period.start.civil.month == 1, period.start.civil.day == 1, last.month == 12,
        last.day == 31
      {
        return "\(year)–\(last.year)"
      }
      return "\(day(period.start)) – \(day(period.end))"
    }
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
}
