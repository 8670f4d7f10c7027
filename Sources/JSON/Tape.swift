/// A parsed JSON value as a flat list of tokens in the order of the document.
///
/// A tape is filled again and again without giving its memory back, so reading a file row by row
/// allocates nothing for the rows. Tokens only say where bytes lie: keep the bytes.
package struct Tape: Sendable {
  package private(set) var tokens: [Token] = []

  package init() {}

  /// Parses the value that begins at `offset`, after blanks, and returns the offset after it.
  ///
  /// Refuses everything that RFC 8259 does: also duplicate keys, lone surrogates, invalid UTF-8,
  /// and nesting deeper than `JSONLimits.depth`.
  package mutating func parse(_ bytes: Span<UInt8>, at offset: Int) throws(JSONError) -> Int {
    tokens.removeAll(keepingCapacity: true)
    var scanner = Scanner(offset: offset)
    try value(&scanner, bytes, depth: 0)
    return scanner.offset
  }

  /// Parses a whole document: one value with nothing but blanks around it.
  package mutating func parseDocument(_ bytes: Span<UInt8>) throws(JSONError) {
    guard bytes.count <= JSONLimits.documentBytes else {
      throw JSONError(
        offset: 0, expected: "at most \(JSONLimits.documentBytes) bytes",
        found: "\(bytes.count) bytes")
    }
    var scanner = Scanner(offset: try parse(bytes, at: 0))
    scanner.skipBlanks(bytes)
    if scanner.offset < bytes.count {
      throw scanner.unexpected(bytes, "the end of the document")
    }
  }

  private mutating func value(
    _ scanner: inout Scanner, _ bytes: Span<UInt8>, depth: Int
  ) throws(JSONError) {
    scanner.skipBlanks(bytes)
    let start = scanner.offset
    guard start < bytes.count else { throw scanner.unexpected(bytes, "a JSON value") }
    switch bytes[start] {
    case UInt8(ascii: "{"): try object(&scanner, bytes, depth: depth + 1)
    case UInt8(ascii: "["): try array(&scanner, bytes, depth: depth + 1)
    case UInt8(ascii: "\""): try string(&scanner, bytes)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      try scanner.number(bytes)
      add(.number, start, scanner.offset)
    case UInt8(ascii: "t"):
      try scanner.word("true", bytes)
      add(.true, start, scanner.offset)
    case UInt8(ascii: "f"):
      try scanner.word("false", bytes)
      add(.false, start, scanner.offset)
    case UInt8(ascii: "n"):
      try scanner.word("null", bytes)
      add(.null, start, scanner.offset)
    default: throw scanner.unexpected(bytes, "a JSON value")
    }
  }

  private mutating func add(_ kind: Token.Kind, _ start: Int, _ end: Int) {
    tokens.append(
      Token(
        start: UInt32(start), end: UInt32(end), next: UInt32(tokens.count + 1), kind: kind))
  }

  private mutating func string(
    _ scanner: inout Scanner, _ bytes: Span<UInt8>
  ) throws(JSONError) {
    let start = scanner.offset + 1
    let escaped = try scanner.string(bytes)
    add(escaped ? .escapedString : .string, start, scanner.offset - 1)
  }

  private mutating func array(
    _ scanner: inout Scanner, _ bytes: Span<UInt8>, depth: Int
  ) throws(JSONError) {
    try checkDepth(depth, scanner)
    let index = tokens.count
    add(.array, scanner.offset, 0)
    scanner.offset += 1
    if !scanner.skip(UInt8(ascii: "]"), bytes) {
      repeat {
        try value(&scanner, bytes, depth: depth)
      } while scanner.skip(UInt8(ascii: ","), bytes)
      try scanner.expect(UInt8(ascii: "]"), bytes, "\",\" or \"]\"")
    }
    close(index, scanner)
  }

  private mutating func object(
    _ scanner: inout Scanner, _ bytes: Span<UInt8>, depth: Int
  ) throws(JSONError) {
    try checkDepth(depth, scanner)
    let index = tokens.count
    add(.object, scanner.offset, 0)
    scanner.offset += 1
    if !scanner.skip(UInt8(ascii: "}"), bytes) {
      repeat {
        scanner.skipBlanks(bytes)
        guard scanner.offset < bytes.count, bytes[scanner.offset] == UInt8(ascii: "\"") else {
          throw scanner.unexpected(bytes, "a key in quotes")
        }
        try string(&scanner, bytes)
        try scanner.expect(UInt8(ascii: ":"), bytes, "\":\"")
        try value(&scanner, bytes, depth: depth)
      } while scanner.skip(UInt8(ascii: ","), bytes)
      try scanner.expect(UInt8(ascii: "}"), bytes, "\",\" or \"}\"")
    }
    close(index, scanner)
    try refuseDuplicateKeys(of: index, bytes)
  }

  private mutating func close(_ index: Int, _ scanner: Scanner) {
    tokens[index].end = UInt32(scanner.offset)
    tokens[index].next = UInt32(tokens.count)
  }

  private func checkDepth(_ depth: Int, _ scanner: Scanner) throws(JSONError) {
    if depth > JSONLimits.depth {
      throw JSONError(
        offset: scanner.offset, expected: "at most \(JSONLimits.depth) levels of nesting",
        found: "one more")
    }
  }

  private func refuseDuplicateKeys(of object: Int, _ bytes: Span<UInt8>) throws(JSONError) {
    let end = Int(tokens[object].next)
    var keys = 0
    var key = object + 1
    while key < end {
      keys += 1
      if keys <= JSONLimits.pairwiseKeys {
        var earlier = object + 1
        while earlier < key {
          if sameKey(earlier, key, bytes) { throw duplicate(key, bytes) }
          earlier = Int(tokens[earlier + 1].next)
        }
      }
      key = Int(tokens[key + 1].next)
    }
    if keys > JSONLimits.pairwiseKeys {
      var seen = Set<[UInt8]>()
      key = object + 1
      while key < end {
        if !seen.insert(Array(text(key, bytes).utf8)).inserted { throw duplicate(key, bytes) }
        key = Int(tokens[key + 1].next)
      }
    }
  }

  /// Code point by code point (RFC 8259, section 8.3): `==` of strings takes NFC and NFD for one.
  private func sameKey(_ one: Int, _ other: Int, _ bytes: Span<UInt8>) -> Bool {
    let a = tokens[one]
    let b = tokens[other]
    if a.kind == .escapedString || b.kind == .escapedString {
      return text(one, bytes).utf8.elementsEqual(text(other, bytes).utf8)
    }
    guard a.end - a.start == b.end - b.start else { return false }
    for step in 0..<Int(a.end - a.start)
    where bytes[Int(a.start) + step] != bytes[Int(b.start) + step] {
      return false
    }
    return true
  }

  private func duplicate(_ key: Int, _ bytes: Span<UInt8>) -> JSONError {
    JSONError(
      offset: Int(tokens[key].start) - 1, expected: "each key once in an object",
      found: "\"\(text(key, bytes))\" again")
  }
}
