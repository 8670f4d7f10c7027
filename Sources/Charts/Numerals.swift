/// Numbers as people of a language write them.
package enum Numerals {
  /// All digits of a number: `1234567.5` as `1.234.567,5` or `1,234,567.5`.
  package static func text(_ value: Value, _ language: Language) -> String {
    text(value.text, places: value.least, language)
  }

  /// The same with at most so many digits that say something; whole digits always stay.
  package static func text(_ value: Value, _ language: Language, digits most: Int) -> String {
    let room = max(0, most - value.leading)
    guard value.places > room else { return text(value, language) }
    return text(rounded(value.number, places: room), places: min(value.least, room), language)
  }

  /// Whether so many digits, the largest of which decides, say less than any of numbers has.
  static func isRounded(_ values: [Value], digits most: Int) -> Bool {
    var (leading, longest) = (0, 0)
    for value in values {
      leading = max(leading, value.leading)
      longest = max(longest, value.places)
    }
    return longest > max(0, most - leading)
  }

  /// What stands below a drawing whose numbers have fewer digits than the data.
  static func note(_ language: Language) -> String {
    language.pick(
      "Số ghi trên hình đã làm tròn; mỗi dấu mang đủ chữ số.",
      "Numbers written here are rounded; each mark bears all digits.")
  }

  /// Numbers that are compared: all with as many places as the largest leaves of so many digits,
  /// and no more than any of them has.
  package static func even(
    _ values: [Value], _ language: Language, digits most: Int
  ) -> (Value) -> String {
    var (leading, longest) = (0, 0)
    for value in values {
      leading = max(leading, value.leading)
      longest = max(longest, value.places, value.least)
    }
    let places = min(longest, max(0, most - leading))
    return { value in
      text(
        value.places <= places ? value.text : rounded(value.number, places: places), places: places,
        language)
    }
  }

  /// A number to exactly so many places.
  package static func text(_ number: Double, places: Int, _ language: Language) -> String {
    text(rounded(number, places: places), places: places, language)
  }

  /// - Parameter least: zeros are added up to so many places.
  private static func text(
    _ digits: String, places least: Int = 0, _ language: Language
  ) -> String {
    let (group, point) =
      language == .vi
      ? (UInt8(ascii: "."), UInt8(ascii: ",")) : (UInt8(ascii: ","), UInt8(ascii: "."))
    let digits = digits.utf8.span
    var left = 0
    while left < digits.count, digits[left] != UInt8(ascii: ".") { left += 1 }
    var places: Int?
    var text: [UInt8] = []
    text.reserveCapacity(digits.count * 2 + least + 4)
    var isFirst = true
    for place in digits.indices {
      let byte = digits[place]
      switch byte {
      case UInt8(ascii: "-"): text.append(contentsOf: "−".utf8)
      case UInt8(ascii: "."):
        text.append(point)
        places = 0
      default:
        if let count = places {
          places = count + 1
        } else {
          if !isFirst, left % 3 == 0 { text.append(group) }
          isFirst = false
        }
        text.append(byte)
      }
      left -= 1
    }
    if least > 0, places == nil { text.append(point) }
    for _ in 0..<max(0, least - (places ?? 0)) { text.append(UInt8(ascii: "0")) }
    return String(decoding: text, as: UTF8.self)
  }

  /// Half away from zero, without zeros at the end.
  private static func rounded(_ number: Double, places: Int) -> String {
    var power = 1.0
    for _ in 0..<places { power *= 10 }
    let scaled = (abs(number) * power).rounded(.toNearestOrAwayFromZero)
    guard scaled < 1e15 else { return "\(number)" }
    let all = Int(scaled)
    let whole = all / Int(power)
    let sign = number < 0 && all > 0 ? "-" : ""
    var (part, count) = (all % Int(power), places)
    while count > 0, part % 10 == 0 { (part, count) = (part / 10, count - 1) }
    if count == 0 { return "\(sign)\(whole)" }
    let digits = "\(part)"
    let zeros = String(repeating: "0", count: count - digits.utf8.count)
    return "\(sign)\(whole).\(zeros)\(digits)"
  }
}
