/// The moment that answers bear, written once a second and not for every answer.
package struct DateLine: Sendable {
  /// The value of the `Date` field, and what else all answers bear.
  package let bytes: [UInt8]
  /// What nearly all answers begin with: status line, `Date`, and the name of `Content-Length`.
  let opening: [UInt8]
  /// What a 304 begins with, up to the value of `Date`.
  let notModified: [UInt8]

  /// The line for a count of seconds since the beginning of 1970, UTC.
  ///
  /// `isSecure` is for answers over TLS, which bear another field behind it: from then on browsers
  /// ask over TLS only (RFC 6797, section 7.2: never said without it).
  package init(secondsSince1970 seconds: Int, isSecure: Bool = false) {
    var bytes = HTTPDate.bytes(secondsSince1970: seconds)
    if isSecure { bytes += "\r\nStrict-Transport-Security: max-age=31536000".utf8 }
    self.bytes = bytes
    opening =
      Array("HTTP/1.1 200 OK\r\nDate: ".utf8) + bytes + Array("\r\nContent-Length: ".utf8)
    notModified = Array("HTTP/1.1 304 Not Modified\r\nDate: ".utf8) + bytes
  }
}
