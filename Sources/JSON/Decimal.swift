/// A decimal number exactly as a document gives it: no digit is gained or lost.
///
/// At most 17 significant digits and 18 places after the point; what does not fit is refused when
/// it is read, never rounded. Eight bytes.
package struct Decimal: Hashable, Sendable {
  /// mantissa × 32 + number of places after the point, without trailing zeros there.
  package let packed: Int64

  package static let largestMantissa: Int64 = 1 << 58 - 1
  package static let mostPlaces = 18

  /// Takes back what `packed` gave.
  package init(packed: Int64) {
    self.packed = packed
  }

  /// mantissa / 10^places; nil if it does not fit.
  package init?(mantissa: Int128, places: Int) {
    var mantissa = mantissa
    var places = places
    while places > 0, mantissa % 10 == 0 {
      mantissa /= 10
      places -= 1
    }
    guard mantissa.magnitude <= Int128(Decimal.largestMantissa).magnitude,
      (0...Decimal.mostPlaces).contains(places)
    else { return nil }
    packed = Int64(mantissa) << 5 | Int64(places)
  }

  /// mantissa / 10^places, of at most 17 digits and as many places.
  init(short mantissa: Int64, places: Int) {
    var mantissa = mantissa
    var places = places
    while places > 0, mantissa % 10 == 0 {
      mantissa /= 10
      places -= 1
    }
    packed = mantissa << 5 | Int64(places)
  }

  package init(_ integer: Int) {
    precondition(integer.magnitude <= Decimal.largestMantissa.magnitude)
    packed = Int64(integer) << 5
  }

  package var mantissa: Int64 { packed >> 5 }
  package var places: Int { Int(packed & 31) }

  /// Reads a JSON number; nil if it has more digits than fit.
  package init?(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    var mantissa: Int128 = 0
    var places = 0
    var exponent = 0
    var index = range.lowerBound
    let negative = bytes[index] == UInt8(ascii: "-")
    if negative { index += 1 }
    var afterPoint = false
    while index < range.upperBound {
      let byte = bytes[index]
      if byte == UInt8(ascii: ".") {
        afterPoint = true
      } else if byte | 0x20 == UInt8(ascii: "e") {
        guard let power = Decimal.exponent(bytes, (index + 1)..<range.upperBound) else {
          return nil
        }
        exponent = power
        break
      } else {
        mantissa = mantissa * 10 + Int128(byte - UInt8(ascii: "0"))
        if afterPoint { places += 1 }
        if mantissa > Int128(Int64.max) { return nil }
      }
      index += 1
    }
    places -= exponent
    while places < 0 {
      mantissa *= 10
      places += 1
      if mantissa > Int128(Int64.max) { return nil }
    }
    self.init(mantissa: negative ? -mantissa : mantissa, places: places)
  }

  private static func exponent(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
    var value = 0
    var negative = false
    for index in range {
      switch bytes[index] {
      case UInt8(ascii: "-"): negative = true
      case UInt8(ascii: "+"): break
      default:
        value = value * 10 + Int(bytes[index] - UInt8(ascii: "0"))
        if value > 40 { return nil }
      }
    }
    return negative ? -value : value
  }

  /// 10 to the power of 0…36.
  package static func power(_ exponent: Int) -> Int128 {
    var result: Int128 = 1
    for _ in 0..<exponent { result *= 10 }
    return result
  }
}

extension Decimal: Comparable {
  package static func < (one: Decimal, other: Decimal) -> Bool {
    if one.places == other.places { return one.packed < other.packed }
    let places = max(one.places, other.places)
    if let mine = one.scaled(by: places - one.places),
      let others = other.scaled(by: places - other.places)
    {
      return mine < others
    }
    return Int128(one.mantissa) * power(places - one.places)
      < Int128(other.mantissa) * power(places - other.places)
  }
}

extension Decimal {
  /// The mantissa × 10^places, if it is short: 128 bits cost many times as much.
  private func scaled(by places: Int) -> Int64? {
    guard places <= 4, mantissa.magnitude < 1 << 48 else { return nil }
    var scaled = mantissa
    for _ in 0..<places { scaled *= 10 }
    return scaled
  }
}

extension Decimal: CustomStringConvertible {
  package var description: String {
    var bytes: [UInt8] = []
    write(onto: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Writes the number as JSON does.
  package func write(onto bytes: inout [UInt8]) {
    // From the end: 20 digits of a mantissa, or 31 places and one before the point, at most.
    var digits = InlineArray<36, UInt8>(repeating: 0)
    var start = digits.count
    var rest = mantissa.magnitude
    var count = 0
    repeat {
      if count == places, places > 0 {
        start -= 1
        digits[start] = UInt8(ascii: ".")
      }
      start -= 1
      digits[start] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
      count += 1
    } while rest > 0 || count <= places
    if mantissa < 0 { bytes.append(UInt8(ascii: "-")) }
    for place in start..<digits.count { bytes.append(digits[place]) }
  }
}
