/// Reads one request head after another from bytes that arrive in pieces of any size.
///
/// Every byte is looked at once, however it arrives, and the outcome does not depend on where the
/// pieces were cut: the parser stops at the first byte that cannot be right, or at the first one
/// over a limit. It is stricter than RFC 9112 permits where leniency has been used to smuggle
/// requests: no bare CR or LF, no folding, no blank before a colon, nothing dropped silently.
package struct HeadParser: Sendable {
  /// How far a head is read.
  package enum Progress: Sendable, Equatable {
    /// Call again with the same bytes and more behind them.
    case incomplete
    /// The head stands in the first `byteCount` bytes; the parser is ready for the next one.
    case complete
  }

  private enum Stage: UInt8 {
    case start, secondStart, emptyLineEnd, method, target, query, version
    case line, name, value, valueEnd, end
  }

  private var stage = Stage.start
  /// The next byte to look at.
  private var position = 0
  /// Where the part that is being read began.
  private var mark = 0
  /// Where the name of the current field ends.
  private var nameEnd = 0
  private var targetIsEscaped = false
  private var major = 1
  private var minor = 1
  private var meaning = HeadMeaning()

  package init() {}

  /// Whether a head has begun and is not complete.
  package var isUnderWay: Bool { position > 0 }

  /// Goes on reading the head that begins at the first of `bytes`.
  ///
  /// After a refusal the connection cannot be trusted to be in step; neither can the parser.
  package mutating func parse(
    _ bytes: Span<UInt8>, within limits: Limits = Limits(), into head: inout RequestHead
  ) throws(Refusal) -> Progress {
    let table = ByteClass.table
    let classes = table.span
    let end = min(bytes.count, limits.head)
    var at = position
    if at == 0 { head.clear() }
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

      case .line:
        switch bytes[at] {
        case .carriageReturn:
          stage = .end
          at += 1
        case .space, .tab:
          throw head.fields.isEmpty ? .blankBeforeFields : .foldedField
        default:
          if head.fields.count == limits.fieldCount { throw .tooManyFields(limits) }
          mark = at
          stage = .name
        }

      case .name:
        at = bytes.skip(ByteClass.token, classes, at, to: min(end, mark + limits.fieldLine + 1))
        if at - mark > limits.fieldLine { throw .fieldTooLong(limits) }
        if at == end { break }
        guard bytes[at] == UInt8(ascii: ":"), at > mark else {
          throw bytes[at].isBlank ? .blankBeforeColon : .malformedFieldName
        }
        nameEnd = at
        at += 1
        stage = .value

      case .value:
        at = bytes.skipValue(at, to: min(end, mark + limits.fieldLine + 1))
        if at - mark > limits.fieldLine { throw .fieldTooLong(limits) }
        if at == end { break }
        guard bytes[at] == .carriageReturn else {
          throw bytes[at] == .lineFeed ? .bareLineFeed : .malformedFieldValue
        }
        at += 1
        stage = .valueEnd

      case .valueEnd:
        guard bytes[at] == .lineFeed else { throw .bareCarriageReturn }
        let name = mark..<nameEnd
        let value = bytes.trimmed(nameEnd + 1..<at - 1)
        let known = KnownField(bytes, name)
        if let known { try meaning.read(known, bytes, value, head.version) }
        head.fields.append(FieldLine(name: name, value: value, known: known))
        at += 1
        stage = .line

      case .end:
        guard bytes[at] == .lineFeed else { throw .bareCarriageReturn }
        head.byteCount = at + 1
        try meaning.settle(&head)
        self = HeadParser()
        return .complete
      }
    }
    position = at
    if at == limits.head { throw .headTooLong(limits) }
    return .incomplete
  }

  /// Takes one byte of `HTTP/1.1` and its line end. Case counts (RFC 9112, section 2.3).
  @inline(__always)
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

extension RequestHead {
  /// Forgets the last request and keeps the room of its fields for the next.
  fileprivate mutating func clear() {
    fields.removeAll(keepingCapacity: true)
    query = nil
    form = .origin
    method = .get
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

extension KnownField {
  /// Recognises a name in any case: by its length and first letter there is one that it can be.
  fileprivate init?(_ bytes: Span<UInt8>, _ name: Range<Int>) {
    let candidate: KnownField
    switch (name.count, bytes[name.lowerBound] | 0x20) {
    case (4, UInt8(ascii: "h")): candidate = .host
    case (6, UInt8(ascii: "a")): candidate = .accept
    case (6, UInt8(ascii: "e")): candidate = .expect
    case (6, UInt8(ascii: "o")): candidate = .origin
    case (8, UInt8(ascii: "i")): candidate = .ifMatch
    case (10, UInt8(ascii: "c")): candidate = .connection
    case (13, UInt8(ascii: "i")): candidate = .ifNoneMatch
    case (14, UInt8(ascii: "c")): candidate = .contentLength
    case (15, UInt8(ascii: "a")):
      let isEncoding = bytes[name.lowerBound + 7] | 0x20 == UInt8(ascii: "e")
      candidate = isEncoding ? .acceptEncoding : .acceptLanguage
    case (17, UInt8(ascii: "t")): candidate = .transferEncoding
    case (19, UInt8(ascii: "i")): candidate = .ifUnmodifiedSince
    default: return nil
    }
    guard bytes.holds(anyCaseOf: candidate.rawValue, at: name) else { return nil }
    self = candidate
  }
}
