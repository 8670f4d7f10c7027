/// Where the parts of one request head lie in the bytes that were read, and what they mean.
///
/// All ranges index the span that was parsed. A head that came out of the parser is valid: its
/// framing is unambiguous, its field names are tokens, its target holds no control characters,
/// blanks or broken percent-encodings (RFC 9112, sections 2 to 6).
package struct RequestHead: Sendable {
  package var method = Method.get
  /// The method as sent.
  package var methodName = 0..<0
  /// The target as sent (RFC 9112, section 3.2).
  package var target = 0..<0
  package var form = TargetForm.origin
  /// The path of the target, still percent-encoded; begins with "/" (of "http://host" it is empty
  /// and stands for "/").
  package var path = 0..<0
  /// What follows the first "?", still encoded; nil where there is no "?".
  package var query: Range<Int>?
  package var version = Version.http11
  /// The field lines in the order in which they came.
  package var fields: [FieldLine] = []
  package var framing = Framing.none
  /// Whether the client lets the connection stay open after the answer (RFC 9112, section 9.3).
  package var persistent = true
  /// Whether the client waits for "100 Continue" before it sends the body (RFC 9110, 10.1.1).
  package var expectsContinue = false
  /// Whether it came over TLS.
  package var isSecure = false
  /// The length of the head in bytes, the empty line included.
  package var byteCount = 0

  package init() {}
}

/// The shapes a request target has here (RFC 9112, section 3.2); authority-form is refused.
package enum TargetForm: Sendable, Equatable {
  case origin, absolute, asterisk
}

package enum Version: Sendable, Equatable {
  case http10, http11
}

/// How the body after a head is delimited (RFC 9112, section 6).
package enum Framing: Sendable, Equatable {
  case none
  case sized(Int)
  case chunked
}

/// One field line: its name as sent, its value without the blanks around it, and which of the
/// fields that this program reads it is.
package struct FieldLine: Sendable {
  package var name: Range<Int>
  package var value: Range<Int>
  package var known: KnownField?

  package init(name: Range<Int>, value: Range<Int>, known: KnownField?) {
    self.name = name
    self.value = value
    self.known = known
  }
}

/// The request fields that this program reads.
package enum KnownField: String, Sendable, CaseIterable {
  case accept
  case acceptEncoding = "accept-encoding"
  case acceptLanguage = "accept-language"
  case connection
  case contentLength = "content-length"
  case expect
  case forwarded
  case host
  case ifMatch = "if-match"
  case ifNoneMatch = "if-none-match"
  case ifUnmodifiedSince = "if-unmodified-since"
  case origin
  case referer
  case traceparent
  case transferEncoding = "transfer-encoding"
  case userAgent = "user-agent"
  case xForwardedFor = "x-forwarded-for"
}
