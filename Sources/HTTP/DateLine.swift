/// The moment that answers bear, written once a second and not for every answer.
package struct DateLine: Sendable {
  /// The value of the `Date` field.
  package let bytes: [UInt8]
  /// What nearly all answers begin with: status line, `Date`, and the name of `Content-Length`.
  let opening: [UInt8]
  /// What a 304 begins with, up to the value of `Date`.
  let notModified: [UInt8]

  /// The line for a count of seconds since the beginning of 1970, UTC.
  package init(secondsSince1970 seconds: Int) {
    bytes = HTTPDate.bytes(secondsSince1970: seconds)
    opening =
      Array("HTTP/1.1 200 OK\r\nDate: ".utf8) + bytes + Array("\r\nContent-Length: ".utf8)
    notModified = Array("HTTP/1.1 304 Not Modified\r\nDate: ".utf8) + bytes
  }
}
