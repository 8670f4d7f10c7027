/// Reads an object of plain texts and numbers member by member, without a tape.
///
/// It reads only what needs no thought: strings without escapes, numbers without exponents. At
/// anything else, right or wrong, it gives up (nil or false), and the tape reads the row again.
package struct FlatRow {
  /// After what was read last, in bytes.
  package private(set) var offset: Int

  package init(at offset: Int) {
    self.offset = offset
  }

  /// Moves over the opening brace.
  package mutating func open(_ bytes: Span<UInt8>) -> Bool {
    skip(UInt8(ascii: "{"), bytes)
  }

  /// Moves over a key and its colon; the range is that of the key's text.
  package mutating func key(_ bytes: Span<UInt8>) -> Range<Int>? {
    guard let key = word(bytes), skip(UInt8(ascii: ":"), bytes) else { return nil }
    return key
  }

  /// Moves over a string of ASCII; the range is that of its text.
  package mutating func word(_ bytes: Span<UInt8>) -> Range<Int>? {
    string(bytes, below: 0x80)
  }

  /// Moves over a string; its text is copied.
  package mutating func text(_ bytes: Span<UInt8>) -> String? {
    guard let range = string(bytes, below: 0xFF) else { return nil }
    do {
      return String(copying: try UTF8Span(validating: bytes.extracting(range)))
    } catch {
      return nil
    }
  }

  private mutating func string(_ bytes: Span<UInt8>, below bound: UInt8) -> Range<Int>? {
    guard skip(UInt8(ascii: "\""), bytes) else { return nil }
    let start = offset
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte == UInt8(ascii: "\"") {
        offset += 1
        return start..<(offset - 1)
      }
      if byte < 0x20 || byte >= bound || byte == UInt8(ascii: "\\") { return nil }
      offset += 1
    }
    return nil
  }

  /// Moves over a number of at most 17 digits.
  package mutating func number(_ bytes: Span<UInt8>) -> Decimal? {
    skipBlanks(bytes)
    var negative = false
    if offset < bytes.count, bytes[offset] == UInt8(ascii: "-") {
      negative = true
      offset += 1
    }
    let start = offset
    var mantissa: Int64 = 0
    var point: Int?
    while offset < bytes.count {
      let digit = bytes[offset] &- UInt8(ascii: "0")
      if digit < 10 {
        mantissa = mantissa &* 10 &+ Int64(digit)
      } else if bytes[offset] == UInt8(ascii: "."), point == nil {
        point = offset
      } else {
        break
      }
      offset += 1
    }
    let whole = (point ?? offset) - start
    let places = point.map { offset - $0 - 1 }
    // 18 digits and more could run over; a leading zero, or no digit on a side, is an error.
    guard offset < bytes.count, bytes[offset] | 0x20 != UInt8(ascii: "e"), whole > 0,
      whole + (places ?? 0) <= 17, places != 0, whole == 1 || bytes[start] != UInt8(ascii: "0")
    else { return nil }
    return Decimal(short: negative ? -mantissa : mantissa, places: places ?? 0)
  }

  /// After a member: whether another follows (true) or the row ends (false).
  package mutating func goesOn(_ bytes: Span<UInt8>) -> Bool? {
    if skip(UInt8(ascii: ","), bytes) { return true }
    return skip(UInt8(ascii: "}"), bytes) ? false : nil
  }

  private mutating func skip(_ byte: UInt8, _ bytes: Span<UInt8>) -> Bool {
    skipBlanks(bytes)
    guard offset < bytes.count, bytes[offset] == byte else { return false }
    offset += 1
    return true
  }

  private mutating func skipBlanks(_ bytes: Span<UInt8>) {
    while offset < bytes.count,
      bytes[offset] == 0x20 || bytes[offset] == 0x0A || bytes[offset] == 0x0D
        || bytes[offset] == 0x09
    {
      offset += 1
    }
  }
}
