/// Percent-encoding undone (RFC 3986, section 2.1), once and strictly: a broken escape, `%00` and
/// what is not UTF-8 afterwards are refused.
package enum PercentDecoding {
  /// The text that `bytes` encode. A plus sign is itself, as it is in paths.
  package static func text(_ bytes: Span<UInt8>) throws(Refusal) -> String {
    try text(bytes, 0..<bytes.count, plusIsSpace: false)
  }

  /// The text that the bytes of `range` encode.
  static func text(
    _ bytes: Span<UInt8>, _ range: Range<Int>, plusIsSpace: Bool
  ) throws(Refusal) -> String {
    if range.allSatisfy({ isItself(bytes[$0], plusIsSpace: plusIsSpace) }) {
      do {
        return String(copying: try UTF8Span(validating: bytes.extracting(range)))
      } catch {
        throw .notUnicode
      }
    }
    var decoded = [UInt8]()
    decoded.reserveCapacity(range.count)
    var at = range.lowerBound
    while at < range.upperBound {
      decoded.append(try next(bytes, &at, range.upperBound, plusIsSpace: plusIsSpace))
    }
    guard let text = String(validating: decoded, as: UTF8.self) else { throw .notUnicode }
    return text
  }

  private static func isItself(_ byte: UInt8, plusIsSpace: Bool) -> Bool {
    byte != UInt8(ascii: "%") && byte != 0 && !(plusIsSpace && byte == UInt8(ascii: "+"))
  }

  /// Refuses what `text` would refuse.
  static func check(_ bytes: Span<UInt8>, _ range: Range<Int>) throws(Refusal) {
    _ = try text(bytes, range, plusIsSpace: false)
  }

  @inline(__always)
  private static func next(
    _ bytes: Span<UInt8>, _ at: inout Int, _ end: Int, plusIsSpace: Bool
  ) throws(Refusal) -> UInt8 {
    let byte = bytes[at]
    if byte == UInt8(ascii: "%") {
      guard at + 2 < end, let high = bytes[at + 1].hexDigit, let low = bytes[at + 2].hexDigit,
        high + low > 0
      else { throw .brokenEscape }
      at += 3
      return UInt8(high << 4 | low)
    }
    at += 1
    if byte == 0 { throw .brokenEscape }
    return plusIsSpace && byte == UInt8(ascii: "+") ? .space : byte
  }
}
