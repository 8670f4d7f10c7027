extension Span<UInt8> {
  /// Where the run of bytes of a class that begins at `start` ends, at `bound` at the latest.
  @inline(__always)
  func skip(_ bit: UInt8, _ classes: Span<UInt8>, _ start: Int, to bound: Int) -> Int {
    // The part knows its length, so that its bytes are read without a second check.
    let part = extracting(start..<bound)
    var count = 0
    while count < part.count, classes[Int(part[count])] & bit != 0 { count += 1 }
    return start + count
  }

  /// The same for bytes that field values hold. Most bytes of a head are such, and comparing is
  /// faster than looking them up.
  @inline(__always)
  func skipValue(_ start: Int, to bound: Int) -> Int {
    let part = extracting(start..<bound)
    var count = 0
    while count < part.count {
      let byte = part[count]
      if byte < 0x20 && byte != .tab || byte == 0x7F { break }
      count += 1
    }
    return start + count
  }

  /// Whether the bytes of `range` are exactly `word`.
  func holds(_ word: String, at range: Range<Int>) -> Bool {
    let word = word.utf8.span
    let part = extracting(range)
    guard word.count == part.count else { return false }
    for index in word.indices where part[index] != word[index] { return false }
    return true
  }

  /// Whether the bytes of `range` are `word`, which is given in small letters, in any case.
  func holds(anyCaseOf word: String, at range: Range<Int>) -> Bool {
    let word = word.utf8.span
    let part = extracting(range)
    guard word.count == part.count else { return false }
    for index in word.indices where part[index].lowered != word[index] { return false }
    return true
  }

  /// The range without the blanks at its ends (OWS, RFC 9110, section 5.6.3).
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, self[start].isBlank { start += 1 }
    while start < end, self[end - 1].isBlank { end -= 1 }
    return start..<end
  }

  /// The next element of a list that commas part (RFC 9110, section 5.6.1): empty elements are
  /// passed over, a comma in quotes parts nothing where elements may have quotes. Moves `position`
  /// past the element; nil at the end.
  func nextElement(
    _ position: inout Int, until end: Int, separator: UInt8 = UInt8(ascii: ","),
    mayQuote: Bool = true
  ) -> Range<Int>? {
    while position < end {
      let start = position
      var quoted = false
      while position < end {
        let byte = self[position]
        if mayQuote, byte == UInt8(ascii: "\"") {
          quoted.toggle()
        } else if quoted, byte == UInt8(ascii: "\\") {
          position += 1
        } else if !quoted, byte == separator {
          break
        }
        position += 1
      }
      let element = trimmed(start..<Swift.min(position, end))
      position += 1
      if !element.isEmpty { return element }
    }
    return nil
  }
}

extension String {
  /// A copy of the bytes in `range`; what is not UTF-8 is replaced, so only for bytes that are
  /// known to be ASCII or of which only known values are told apart.
  init(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    var copy = [UInt8]()
    copy.reserveCapacity(range.count)
    for index in range { copy.append(bytes[index]) }
    self.init(decoding: copy, as: UTF8.self)
  }
}

extension Span<UInt8> {
  /// Whether the range holds a token (RFC 9110, section 5.6.2).
  func isToken(_ range: Range<Int>) -> Bool {
    for index in range where !self[index].isA(ByteClass.token) { return false }
    return !range.isEmpty
  }

  /// What a quoted string says (RFC 9110, section 5.6.4); nil where the range holds none.
  func unquoted(_ range: Range<Int>) -> String? {
    let quote = UInt8(ascii: "\"")
    guard range.count >= 2, self[range.lowerBound] == quote else { return nil }
    let end = range.upperBound - 1
    guard self[end] == quote else { return nil }
    var text = [UInt8]()
    var at = range.lowerBound + 1
    while at < end {
      if self[at] == UInt8(ascii: "\\") {
        at += 1
        guard at < end else { return nil }
      } else if !self[at].isA(ByteClass.quoted) {
        return nil
      }
      text.append(self[at])
      at += 1
    }
    return String(decoding: text, as: UTF8.self)
  }
}

extension String {
  /// A copy of the bytes in `range`, which are ASCII, in small letters.
  init(lowered bytes: Span<UInt8>, _ range: Range<Int>) {
    var copy = [UInt8]()
    copy.reserveCapacity(range.count)
    for index in range { copy.append(bytes[index].lowered) }
    self.init(decoding: copy, as: UTF8.self)
  }
}
