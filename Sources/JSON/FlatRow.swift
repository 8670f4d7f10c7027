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

  /// Moves over the colon after a key.
  package mutating func colon(_ bytes: Span<UInt8>) -> Bool {
    skip(UInt8(ascii: ":"), bytes)
  }

  /// Moves over the quotation mark before a string's text.
  package mutating func openString(_ bytes: Span<UInt8>) -> Bool {
    skip(UInt8(ascii: "\""), bytes)
  }

  /// Moves over a string's text and its last quotation mark if it is this text, which needs no
  /// escapes.
  package mutating func closes(_ text: Span<UInt8>, _ bytes: Span<UInt8>) -> Bool {
    let end = offset + text.count
    guard end < bytes.count, bytes[end] == UInt8(ascii: "\""),
      bytes.extracting(offset..<end).isSame(text)
    else { return false }
    offset = end + 1
    return true
  }

  /// Moves over the rest of a string of ASCII; the range is that of its text.
  package mutating func closeWord(_ bytes: Span<UInt8>) -> Range<Int>? {
    rest(bytes, below: 0x80)
  }

  /// Moves over a string; its text is copied.
  package mutating func text(_ bytes: Span<UInt8>) -> String? {
    guard openString(bytes), let range = rest(bytes, below: 0xFF) else { return nil }
    do {
      return String(copying: try UTF8Span(validating: bytes.extracting(range)))
    } catch {
      return nil
    }
  }

  private mutating func rest(_ bytes: Span<UInt8>, below bound: UInt8) -> Range<Int>? {
    let start = offset
    let rest = bytes.extracting(start..<bytes.count)
    for index in rest.indices {
      let byte = rest[index]
      if byte == UInt8(ascii: "\"") {
        offset = start + index + 1
        return start..<(start + index)
      }
      if byte < 0x20 || byte >= bound || byte == UInt8(ascii: "\\") { return nil }
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

extension Span where Element == UInt8 {
  /// Whether the bytes are the same. All are compared whatever the first ones say: so the compiler
  /// takes many at a time.
  package func isSame(_ other: Span<UInt8>) -> Bool {
    guard count == other.count else { return false }
    var difference: UInt8 = 0
    for index in indices { difference |= self[index] ^ other[index] }
    return difference == 0
  }
}
