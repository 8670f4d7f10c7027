/// Numbers as people of a language write them.
package enum Numerals {
  /// All digits of a number: `1234567.5` as `1.234.567,5` or `1,234,567.5`.
  package static func text(_ value: Value, _ language: Language) -> String {
    text(value.text, language)
  }

  /// The same with at most so many digits that say something; whole digits always stay.
  package static func text(_ value: Value, _ language: Language, digits most: Int) -> String {
    let (whole, parts) = split(value.text)
    let figures = whole.drop { $0 == "-" }
    let leading = figures == "0" ? 0 : figures.utf8.count
    let room = max(0, most - leading)
    guard parts.utf8.count > room else { return text(value.text, language) }
    return text(rounded(value.number, places: room), language)
  }

  /// The same for a column of numbers, all with as many places as the longest needs.
  package static func column(
    _ values: [Value], _ language: Language, digits: Int
  ) -> (Value) -> String {
    let short = { (value: Value) in
      split(text(value, .en, digits: digits)).parts.utf8.count
    }
    let places = values.map(short).max() ?? 0
    return { value in
      let (whole, parts) = split(text(value, language, digits: digits), language == .vi ? "," : ".")
      if places == 0 { return whole }
      return whole + language.pick(",", ".") + parts
        + String(repeating: "0", count: max(0, places - parts.utf8.count))
    }
  }

  /// Numbers that are compared: all with as many places as the largest leaves of so many digits,
  /// and no more than any of them has.
  package static func even(
    _ values: [Value], _ language: Language, digits most: Int
  ) -> (Value) -> String {
    var (leading, longest) = (0, 0)
    for value in values {
      let (whole, parts) = split(value.text)
      let figures = whole.drop { $0 == "-" }
      leading = max(leading, figures == "0" ? 0 : figures.utf8.count)
      longest = max(longest, parts.utf8.count)
    }
    let places = min(longest, max(0, most - leading))
    return { text($0.number, places: places, language) }
  }

  /// A number to exactly so many places.
  package static func text(_ number: Double, places: Int, _ language: Language) -> String {
    let (whole, parts) = split(rounded(number, places: places))
    let zeros = String(repeating: "0", count: max(0, places - parts.utf8.count))
    return text(places == 0 ? whole : "\(whole).\(parts)\(zeros)", language)
  }

  private static func text(_ digits: String, _ language: Language) -> String {
    let (whole, parts) = split(digits)
    let isNegative = whole.hasPrefix("-")
    let figures = Array(isNegative ? whole.dropFirst() : whole[...])
    var grouped = isNegative ? "−" : ""
    for (place, figure) in figures.enumerated() {
      let left = figures.count - place
      if place > 0, left % 3 == 0 { grouped += language.pick(".", ",") }
      grouped.append(figure)
    }
    return parts.isEmpty ? grouped : grouped + language.pick(",", ".") + parts
  }

  private static func split(
    _ digits: String, _ point: Character = "."
  ) -> (whole: String, parts: String) {
    let halves = digits.split(separator: point, maxSplits: 1)
    return (String(halves.first ?? "0"), halves.count == 2 ? String(halves[1]) : "")
  }

  /// Half away from zero, without zeros at the end.
  private static func rounded(_ number: Double, places: Int) -> String {
    var power = 1.0
    for _ in 0..<places { power *= 10 }
    let scaled = (abs(number) * power).rounded(.toNearestOrAwayFromZero)
    guard scaled < 1e15 else { return "\(number)" }
    let all = Int(scaled)
    let whole = all / Int(power)
    var parts = "\(all % Int(power))"
    if places == 0 {
      parts = ""
    } else {
      parts = String(repeating: "0", count: places - parts.utf8.count) + parts
      while parts.hasSuffix("0") { parts.removeLast() }
    }
    let sign = number < 0 && all > 0 ? "-" : ""
    return parts.isEmpty ? "\(sign)\(whole)" : "\(sign)\(whole).\(parts)"
  }
}
