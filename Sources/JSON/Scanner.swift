/// A position in bytes that moves over the small parts of JSON: blanks, words, numbers, strings.
struct Scanner {
  var offset: Int

  mutating func skipBlanks(_ bytes: Span<UInt8>) {
    while offset < bytes.count {
      switch bytes[offset] {
      case 0x20, 0x0A, 0x0D, 0x09: offset += 1
      default: return
      }
    }
  }

  /// Skips blanks and, if it comes next, the byte.
  mutating func skip(_ byte: UInt8, _ bytes: Span<UInt8>) -> Bool {
    skipBlanks(bytes)
    guard offset < bytes.count, bytes[offset] == byte else { return false }
    offset += 1
    return true
  }

  mutating func expect(
    _ byte: UInt8, _ bytes: Span<UInt8>, _ expected: String
  ) throws(JSONError) {
    if !skip(byte, bytes) { throw unexpected(bytes, expected) }
  }

  mutating func word(_ word: String, _ bytes: Span<UInt8>) throws(JSONError) {
    var position = offset
    for byte in word.utf8 {
      guard position < bytes.count, bytes[position] == byte else {
        throw unexpected(bytes, "\"\(word)\"")
      }
      position += 1
    }
    offset = position
  }

  /// RFC 8259, section 6: no leading zeros, no plus sign, digits on both sides of the point.
  mutating func number(_ bytes: Span<UInt8>) throws(JSONError) {
    if bytes[offset] == UInt8(ascii: "-") { offset += 1 }
    if offset < bytes.count, bytes[offset] == UInt8(ascii: "0") {
      offset += 1
      if offset < bytes.count, isDigit(bytes[offset]) {
        throw unexpected(bytes, "a number without leading zeros")
      }
    } else {
      try digits(bytes)
    }
    if offset < bytes.count, bytes[offset] == UInt8(ascii: ".") {
      offset += 1
      try digits(bytes)
    }
    if offset < bytes.count, bytes[offset] | 0x20 == UInt8(ascii: "e") {
      offset += 1
      if offset < bytes.count,
        bytes[offset] == UInt8(ascii: "+") || bytes[offset] == UInt8(ascii: "-")
      {
        offset += 1
      }
      try digits(bytes)
    }
  }

  private mutating func digits(_ bytes: Span<UInt8>) throws(JSONError) {
    let start = offset
    while offset < bytes.count, isDigit(bytes[offset]) { offset += 1 }
    if offset == start { throw unexpected(bytes, "a digit") }
  }

  private func isDigit(_ byte: UInt8) -> Bool {
    byte &- UInt8(ascii: "0") < 10
  }

  /// Moves over a string from quote to quote; says whether it has escapes.
  mutating func string(_ bytes: Span<UInt8>) throws(JSONError) -> Bool {
    offset += 1
    var escaped = false
    while offset < bytes.count {
      let byte = bytes[offset]
      switch byte {
      case UInt8(ascii: "\""):
        offset += 1
        return escaped
      case UInt8(ascii: "\\"):
        escaped = true
        try escape(bytes)
      case 0..<0x20:
        throw unexpected(bytes, "no control characters in a string (write \\n, \\t or \\u00XX)")
      case 0x80...: try multibyte(bytes)
      default: offset += 1
      }
    }
    throw unexpected(bytes, "a closing quote")
  }

  private mutating func escape(_ bytes: Span<UInt8>) throws(JSONError) {
    guard offset + 1 < bytes.count else { throw unexpected(bytes, "an escape") }
    switch bytes[offset + 1] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
      UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      offset += 2
    case UInt8(ascii: "u"):
      guard let unit = Scanner.hex(bytes, at: offset + 2) else {
        throw unexpected(bytes, "\\u and four hexadecimal digits")
      }
      if unit & 0xFC00 == 0xDC00 { throw unexpected(bytes, "no lone surrogate") }
      if unit & 0xFC00 == 0xD800 {
        guard offset + 7 < bytes.count, bytes[offset + 6] == UInt8(ascii: "\\"),
          bytes[offset + 7] == UInt8(ascii: "u"),
          let low = Scanner.hex(bytes, at: offset + 8), low & 0xFC00 == 0xDC00
        else { throw unexpected(bytes, "no lone surrogate") }
        offset += 6
      }
      offset += 6
    default: throw unexpected(bytes, "an escape that JSON has")
    }
  }

  /// Four hexadecimal digits as a number.
  static func hex(_ bytes: Span<UInt8>, at offset: Int) -> UInt32? {
    guard offset + 4 <= bytes.count else { return nil }
    var value: UInt32 = 0
    for index in offset..<(offset + 4) {
      let digit: UInt8
      switch bytes[index] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = bytes[index] - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = bytes[index] - UInt8(ascii: "a") + 10
      case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = bytes[index] - UInt8(ascii: "A") + 10
      default: return nil
      }
      value = value << 4 | UInt32(digit)
    }
    return value
  }

  /// One character of two to four bytes (RFC 3629, section 4).
  private mutating func multibyte(_ bytes: Span<UInt8>) throws(JSONError) {
    let first = bytes[offset]
    let count: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch first {
    case 0xC2...0xDF: count = 2
    case 0xE0: (count, second) = (3, 0xA0...0xBF)
    case 0xED: (count, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: count = 3
    case 0xF0: (count, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: count = 4
    case 0xF4: (count, second) = (4, 0x80...0x8F)
    default: throw unexpected(bytes, "valid UTF-8")
    }
    guard offset + count <= bytes.count, second.contains(bytes[offset + 1]) else {
      throw unexpected(bytes, "valid UTF-8")
    }
    for index in (offset + 2)..<max(offset + 2, offset + count)
    where bytes[index] & 0xC0 != 0x80 {
      throw unexpected(bytes, "valid UTF-8")
    }
    offset += count
  }

  /// An error at this position that quotes what stands there.
  func unexpected(_ bytes: Span<UInt8>, _ expected: String) -> JSONError {
    guard offset < bytes.count else {
      return JSONError(offset: bytes.count, expected: expected, found: "the end of the file")
    }
    let rest = (offset..<min(offset + 160, bytes.count)).map { bytes[$0] }
    if bytes.count >= 3, offset == 0, rest.starts(with: [0xEF, 0xBB, 0xBF]) {
      return JSONError(offset: 0, expected: expected, found: "a byte order mark")
    }
    let text = String(decoding: rest, as: UTF8.self)
    let line = text.prefix { !$0.isNewline }
    if line.isEmpty { return JSONError(offset: offset, expected: expected, found: "a line end") }
    return JSONError(offset: offset, expected: expected, found: "`\(line.prefix(40))`")
  }
}
