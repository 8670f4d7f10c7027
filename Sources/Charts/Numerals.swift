/// Numbers as people of a language write them.
package enum Numerals {
  /// All digits of a number: `1234567.5` as `1.234.567,5` or `1,234,567.5`.
  package static func text(_ value: Value, _ language: Language) -> String {
    text(value.text, language)
  }

  /// The same with at most so many digits that say something; whole digits always stay.
  package static func text(_ value: Value, _ language: Language, digits most: Int) -> String {
    let size = Size(value)
    let room = max(0, most - size.leading)
    guard size.places > room else { return text(value.text, language) }
    return text(rounded(value.number, places: room), language)
  }

  /// Numbers that are compared: all with as many places as the largest leaves of so many digits,
  /// and no more than any of them has.
  package static func even(
    _ values: [Value], _ language: Language, digits most: Int
  ) -> (Value) -> String {
    let sizes = values.map { Size($0) }
    let room = max(0, most - (sizes.map(\.leading).max() ?? 0))
    let places = min(sizes.map(\.places).max() ?? 0, room)
    return { value in
      let isShort = Size(value).places <= places
      return text(
        isShort ? value.text : rounded(value.number, places: places), places: places, language)
    }
  }

  /// A number to exactly so many places.
  package static func text(_ number: Double, places: Int, _ language: Language) -> String {
    text(rounded(number, places: places), places: places, language)
  }

  /// How many digits say something before the point, and how many stand after it.
  private struct Size {
    var leading = 0
    var places = 0

    init(_ value: Value) { self.init(value.text) }

    init(_ digits: String) {
      var isAfter = false
      for byte in digits.utf8 {
        if byte == UInt8(ascii: ".") {
          isAfter = true
        } else if isAfter {
          places += 1
        } else if byte != UInt8(ascii: "-"), leading > 0 || byte != UInt8(ascii: "0") {
          leading += 1
        }
      }
    }
  }

  /// - Parameter least: zeros are added up to so many places.
  private static func text(
    _ digits: String, places least: Int = 0, _ language: Language
  ) -> String {
    let (group, point) =
      language == .vi
      ? (UInt8(ascii: "."), UInt8(ascii: ",")) : (UInt8(ascii: ","), UInt8(ascii: "."))
    var left = digits.utf8.prefix { $0 != UInt8(ascii: ".") }.count
    var places: Int?
    var text: [UInt8] = []
    text.reserveCapacity(digits.utf8.count + 16)
    var isFirst = true
    for byte in digits.utf8 {
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
