/// Which byte may stand where, as bits of one table: the parsers look at nothing else.
enum ByteClass {
  /// `tchar` (RFC 9110, section 5.6.2): methods, field names, connection options.
  static let token: UInt8 = 1 << 0
  /// What a target holds before its "?": `pchar` and "/" (RFC 3986, section 3.3) without "%",
  /// which is looked at on its own, and with the "[" and "]" that browsers leave as they are.
  static let target: UInt8 = 1 << 1
  /// What a query holds: the same and "?" (RFC 3986, section 3.4), and those marks that browsers
  /// do not encode there (WHATWG URL, "query percent-encode set").
  static let query: UInt8 = 1 << 2
  /// What a field value holds: visible characters, blanks, and bytes over 0x7F (RFC 9110,
  /// section 5.5). `Span.skipValue` says the same.
  static let value: UInt8 = 1 << 3
  /// `reg-name` without "%" (RFC 3986, section 3.2.2).
  static let host: UInt8 = 1 << 4
  /// `qdtext` (RFC 9110, section 5.6.4): what stands in quotes without a backslash.
  static let quoted: UInt8 = 1 << 5

  static let table: [UInt8] = {
    var table = [UInt8](repeating: 0, count: 256)
    func mark(_ bit: UInt8, _ bytes: some Sequence<UInt8>) {
      for byte in bytes { table[Int(byte)] |= bit }
    }
    let alphanumeric = [UInt8](0x30...0x39) + [UInt8](0x41...0x5A) + [UInt8](0x61...0x7A)
    let subDelimiters = "!$&'()*+,;="
    mark(token, alphanumeric)
    mark(token, "!#$%&'*+-.^_`|~".utf8)
    for bit in [target, query, host] {
      mark(bit, alphanumeric)
      mark(bit, "-._~".utf8)
      mark(bit, subDelimiters.utf8)
    }
    mark(target, ":@/[]".utf8)
    mark(query, ":@/[]?\\^`{|}".utf8)
    for bit in [value, quoted] {
      mark(bit, 0x20...0x7E)
      mark(bit, 0x80...0xFF)
      mark(bit, [.tab])
    }
    table[Int(UInt8(ascii: "\""))] &= ~quoted
    table[Int(UInt8(ascii: "\\"))] &= ~quoted
    return table
  }()
}

extension UInt8 {
  static let tab = UInt8(0x09)
  static let lineFeed = UInt8(0x0A)
  static let carriageReturn = UInt8(0x0D)
  static let space = UInt8(0x20)

  /// Whether the byte is of the given class.
  @inline(__always)
  func isA(_ bit: UInt8) -> Bool { ByteClass.table[Int(self)] & bit != 0 }

  /// A blank within a line: OWS is made of these (RFC 9110, section 5.6.3).
  @inline(__always)
  var isBlank: Bool { self == .space || self == .tab }

  /// The value of a decimal digit, nil for any other byte.
  @inline(__always)
  var digit: Int? { self >= 0x30 && self <= 0x39 ? Int(self) - 0x30 : nil }

  /// The value of a hexadecimal digit, nil for any other byte.
  var hexDigit: Int? {
    switch self {
    case 0x30...0x39: Int(self) - 0x30
    case 0x41...0x46: Int(self) - 0x41 + 10
    case 0x61...0x66: Int(self) - 0x61 + 10
    default: nil
    }
  }

  /// The byte with an ASCII capital made small; no other letter has a case here.
  var lowered: UInt8 { self >= 0x41 && self <= 0x5A ? self | 0x20 : self }
}
