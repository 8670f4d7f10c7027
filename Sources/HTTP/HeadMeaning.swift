/// What the fields of a head say about the message itself, gathered line by line: its host, its
/// framing, and what becomes of the connection.
struct HeadMeaning: Sendable {
  private enum Coding: UInt8 {
    case none, chunked, unknown, malformed
  }

  private var hasHost = false
  private var length: Int?
  private var coding = Coding.none
  private var saysClose = false
  private var saysKeepAlive = false
  private var expectsContinue = false

  /// Reads one field line; those without a meaning here are left to others.
  mutating func read(
    _ field: KnownField, _ bytes: Span<UInt8>, _ value: Range<Int>, _ version: Version
  ) throws(Refusal) {
    switch field {
    case .host:
      // RFC 9112, section 3.2: lacking, repeated or invalid is 400.
      if hasHost { throw .repeatedHost }
      guard Authority.isValid(bytes, value) else { throw .malformedHost }
      hasHost = true
    case .contentLength:
      let number = try Self.length(bytes, value)
      if let length, length != number { throw .differingLengths }
      length = number
    case .transferEncoding:
      readCodings(bytes, value)
    case .connection:
      readOptions(bytes, value)
    case .expect:
      // Of HTTP/1.0 the expectation is ignored (RFC 9110, section 10.1.1).
      guard version == .http11 else { return }
      guard bytes.holds(anyCaseOf: "100-continue", at: value) else { throw .unknownExpectation }
      expectsContinue = true
    case .accept, .acceptEncoding, .acceptLanguage, .ifMatch, .ifNoneMatch, .ifUnmodifiedSince,
      .origin, .forwarded, .referer, .traceparent, .userAgent, .xForwardedFor:
      return
    }
  }

  /// Draws the conclusions once all fields are read.
  func settle(_ head: inout RequestHead) throws(Refusal) {
    if head.version == .http11, !hasHost { throw .missingHost }
    head.framing = try framing(head.version)
    // RFC 9112, section 9.3: "close" wins; HTTP/1.0 has to ask for persistence.
    head.persistent = !saysClose && (head.version == .http11 || saysKeepAlive)
    head.expectsContinue =
      expectsContinue && head.framing != .none && head.framing != .sized(0)
  }

  /// RFC 9112, section 6.3, with every doubtful case refused.
  private func framing(_ version: Version) throws(Refusal) -> Framing {
    if coding == .none {
      guard let length else { return .none }
      return .sized(length)
    }
    if length != nil { throw .lengthAndCoding }
    if version == .http10 { throw .codingIn10 }
    switch coding {
    case .unknown: throw .unknownCoding
    case .malformed: throw .malformedCoding
    case .chunked, .none: return .chunked
    }
  }

  /// Digits only: no sign, no blank, no list (RFC 9110, section 8.6).
  private static func length(_ bytes: Span<UInt8>, _ value: Range<Int>) throws(Refusal) -> Int {
    var number = 0
    if value.isEmpty { throw .malformedLength }
    for index in value {
      guard let digit = bytes[index].digit else { throw .malformedLength }
      let (tens, overTens) = number.multipliedReportingOverflow(by: 10)
      let (sum, overSum) = tens.addingReportingOverflow(digit)
      if overTens || overSum { throw .malformedLength }
      number = sum
    }
    return number
  }

  /// Takes in one line of Transfer-Encoding; several lines are one list (RFC 9110, section 5.3).
  private mutating func readCodings(_ bytes: Span<UInt8>, _ value: Range<Int>) {
    var position = value.lowerBound
    var isEmpty = true
    while let element = bytes.nextElement(&position, until: value.upperBound) {
      isEmpty = false
      if bytes.holds(anyCaseOf: "chunked", at: element) {
        // Chunked twice, or chunked and something around it that is unknown.
        coding = coding == .none ? .chunked : coding == .unknown ? .unknown : .malformed
      } else {
        // Chunked is the last coding, always (RFC 9112, section 6.1).
        coding =
          coding == .none || coding == .unknown
          ? (Self.isCoding(bytes, element) ? .unknown : .malformed) : .malformed
      }
    }
    // An empty element is no coding: "chunked," and "" have hidden requests before now.
    if isEmpty || bytes.hasEmptyElement(value) { coding = .malformed }
  }

  /// Whether the element begins with the name of a coding that could exist.
  private static func isCoding(_ bytes: Span<UInt8>, _ element: Range<Int>) -> Bool {
    var end = element.lowerBound
    while end < element.upperBound, bytes[end].isA(ByteClass.token) { end += 1 }
    let name = element.lowerBound..<end
    // Chunked has no parameters.
    if name.isEmpty || bytes.holds(anyCaseOf: "chunked", at: name) { return false }
    let rest = bytes.trimmed(end..<element.upperBound)
    return rest.isEmpty || bytes[rest.lowerBound] == UInt8(ascii: ";")
  }

  /// Options are tokens: a quote is no mark there behind which "close" could hide.
  private mutating func readOptions(_ bytes: Span<UInt8>, _ value: Range<Int>) {
    var position = value.lowerBound
    while let element = bytes.nextElement(
      &position, until: value.upperBound, mayQuote: false)
    {
      if bytes.holds(anyCaseOf: "close", at: element) { saysClose = true }
      if bytes.holds(anyCaseOf: "keep-alive", at: element) { saysKeepAlive = true }
    }
  }
}

extension Span<UInt8> {
  /// Whether a list begins or ends with a comma, or has two with nothing in between.
  fileprivate func hasEmptyElement(_ range: Range<Int>) -> Bool {
    var sawSomething = false
    for index in range {
      if self[index] == UInt8(ascii: ",") {
        if !sawSomething { return true }
        sawSomething = false
      } else if !self[index].isBlank {
        sawSomething = true
      }
    }
    return !sawSomething
  }
}
