extension Tape {
  /// The text of a string or key, escapes resolved.
  package func text(_ index: Int, _ bytes: Span<UInt8>) -> String {
    let token = tokens[index]
    let range = Int(token.start)..<Int(token.end)
    if token.kind == .escapedString { return unescaped(range, bytes) }
    do {
      return String(copying: try UTF8Span(validating: bytes.extracting(range)))
    } catch {
      preconditionFailure("a tape of other bytes")
    }
  }

  /// Whether a key or string is exactly these code points.
  package func matches(_ index: Int, _ text: String, _ bytes: Span<UInt8>) -> Bool {
    let token = tokens[index]
    if token.kind == .escapedString {
      return self.text(index, bytes).utf8.elementsEqual(text.utf8)
    }
    guard Int(token.end - token.start) == text.utf8.count else { return false }
    var offset = Int(token.start)
    for byte in text.utf8 {
      if bytes[offset] != byte { return false }
      offset += 1
    }
    return true
  }

  /// The token index of a member's value, nil where the object has no such key.
  package func member(_ key: String, of object: Int, _ bytes: Span<UInt8>) -> Int? {
    var index = object + 1
    let end = Int(tokens[object].next)
    while index < end {
      if matches(index, key, bytes) { return index + 1 }
      index = Int(tokens[index + 1].next)
    }
    return nil
  }

  /// The token indices of an object's keys; each value follows its key.
  package func keys(of object: Int) -> [Int] {
    children(of: object) { Int(tokens[$0 + 1].next) }
  }

  /// The token indices of an array's elements.
  package func elements(of array: Int) -> [Int] {
    children(of: array) { Int(tokens[$0].next) }
  }

  private func children(of parent: Int, after: (Int) -> Int) -> [Int] {
    var found: [Int] = []
    var index = parent + 1
    while index < Int(tokens[parent].next) {
      found.append(index)
      index = after(index)
    }
    return found
  }

  private func unescaped(_ range: Range<Int>, _ bytes: Span<UInt8>) -> String {
    var units: [UInt8] = []
    var offset = range.lowerBound
    while offset < range.upperBound {
      guard bytes[offset] == UInt8(ascii: "\\") else {
        units.append(bytes[offset])
        offset += 1
        continue
      }
      let escape = bytes[offset + 1]
      offset += 2
      switch escape {
      case UInt8(ascii: "n"): units.append(0x0A)
      case UInt8(ascii: "t"): units.append(0x09)
      case UInt8(ascii: "r"): units.append(0x0D)
      case UInt8(ascii: "b"): units.append(0x08)
      case UInt8(ascii: "f"): units.append(0x0C)
      case UInt8(ascii: "u"):
        var scalar = Scanner.hex(bytes, at: offset) ?? 0
        offset += 4
        if scalar & 0xFC00 == 0xD800 {
          let low = Scanner.hex(bytes, at: offset + 2) ?? 0
          offset += 6
          scalar = 0x10000 + (scalar & 0x3FF) << 10 + (low & 0x3FF)
        }
        if let unicode = Unicode.Scalar(scalar) {
          units.append(contentsOf: String(Character(unicode)).utf8)
        }
      default: units.append(escape)
      }
    }
    return String(decoding: units, as: UTF8.self)
  }
}
