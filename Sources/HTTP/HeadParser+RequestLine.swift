// The request line (RFC 9112, section 3).
extension HeadParser {
  /// Reads up to `end`, or to the end of the request line.
  mutating func readRequestLine(
    _ bytes: Span<UInt8>, _ at: inout Int, to end: Int, _ limits: Limits,
    _ head: inout RequestHead
  ) throws(Refusal) {
    let table = ByteClass.table
    let classes = table.span
    while at < end {
      switch stage {
      case .start, .secondStart:
        // An empty line is passed over, one only: some clients send one after a body (RFC 9112,
        // section 2.2).
        if bytes[at] == .carriageReturn, stage == .start {
          stage = .emptyLineEnd
          at += 1
        } else {
          mark = at
          stage = .method
        }

      case .emptyLineEnd:
        guard bytes[at] == .lineFeed else { throw .bareCarriageReturn }
        stage = .secondStart
        at += 1

      case .method:
        at = bytes.skip(ByteClass.token, classes, at, to: min(end, mark + limits.method + 1))
        if at - mark > limits.method { throw .methodTooLong(limits) }
        if at == end { break }
        guard bytes[at] == .space, at > mark else { throw .malformedMethod }
        head.methodName = mark..<at
        head.method = Method(bytes, mark..<at)
        at += 1
        mark = at
        stage = .target

      case .target, .query:
        let allowed = stage == .target ? ByteClass.target : ByteClass.query
        at = bytes.skip(allowed, classes, at, to: min(end, mark + limits.target + 1))
        if at - mark > limits.target { throw .targetTooLong(limits) }
        if at == end { break }
        switch bytes[at] {
        case UInt8(ascii: "%"):
          targetIsEscaped = true
        case UInt8(ascii: "?") where stage == .target:
          head.query = at + 1..<at + 1
          stage = .query
        case .space where at > mark:
          head.target = mark..<at
          mark = at + 1
          stage = .version
        case .carriageReturn, .lineFeed:
          throw .missingVersion
        default:
          throw .malformedTarget
        }
        at += 1

      case .version:
        if at == mark, end - at >= 10, bytes.holds("HTTP/1.1\r\n", at: at..<at + 10) {
          // What nearly every request says, at a glance; `major` and `minor` are so already.
          at += 10
        } else {
          try readVersion(bytes[at], place: at - mark)
          at += 1
        }
        if at - mark == 10 {
          try finishRequestLine(bytes, &head)
          stage = .line
        }

      default:
        return
      }
    }
  }

  /// Takes one byte of `HTTP/1.1` and its line end. Case counts (RFC 9112, section 2.3).
  private mutating func readVersion(_ byte: UInt8, place: Int) throws(Refusal) {
    switch place {
    case 0: if byte == UInt8(ascii: "H") { return }
    case 1, 2: if byte == UInt8(ascii: "T") { return }
    case 3: if byte == UInt8(ascii: "P") { return }
    case 4: if byte == UInt8(ascii: "/") { return }
    case 5:
      if let digit = byte.digit {
        major = digit
        return
      }
    case 6: if byte == UInt8(ascii: ".") { return }
    case 7:
      if let digit = byte.digit {
        minor = digit
        return
      }
    case 8:
      if byte == .carriageReturn { return }
      if byte == .lineFeed { throw .bareLineFeed }
    default:
      if byte == .lineFeed { return }
      throw .bareCarriageReturn
    }
    throw .malformedVersion
  }

  private mutating func finishRequestLine(
    _ bytes: Span<UInt8>, _ head: inout RequestHead
  ) throws(Refusal) {
    guard major == 1 else { throw .versionNotSupported }
    // A higher minor version is read as the highest that is known (RFC 9110, section 2.5).
    head.version = minor == 0 ? .http10 : .http11
    let pathEnd: Int
    if let query = head.query {
      pathEnd = query.lowerBound - 1
      head.query = query.lowerBound..<head.target.upperBound
    } else {
      pathEnd = head.target.upperBound
    }
    try head.readTarget(bytes, pathEnd: pathEnd)
    if targetIsEscaped {
      try PercentDecoding.check(bytes, head.target.lowerBound..<pathEnd)
      if let query = head.query { try PercentDecoding.check(bytes, query) }
    }
  }
}

extension Method {
  /// Method names are case-sensitive (RFC 9110, section 9.1).
  fileprivate init(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    if bytes.holds("GET", at: range) {
      self = .get
    } else if bytes.holds("HEAD", at: range) {
      self = .head
    } else if bytes.holds("OPTIONS", at: range) {
      self = .options
    } else {
      self = .other
    }
  }
}
