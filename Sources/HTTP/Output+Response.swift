extension Output {
  /// Writes one answer as it goes over the wire.
  ///
  /// The version is always 1.1, which is what this server speaks (RFC 9110, section 2.5); nothing
  /// here is chunked, so that HTTP/1.0 understands it all the same.
  package mutating func append(
    _ response: borrowing Response, date: DateLine, withBody: Bool, closes: Bool,
    to version: Version
  ) {
    let status = response.status
    // 1xx and 204 have no length (RFC 9110, section 8.6); that of a 304 would be another's.
    let hasBody = status != .noContent && status != .notModified
    if status == .ok {
      append(date.opening)
    } else {
      append("HTTP/1.1 \(status.code) \(status.reason)\r\nDate: ")
      append(date.bytes)
      if hasBody { append("\r\nContent-Length: ") }
    }
    if hasBody { append(decimal: response.body.count) }
    if closes {
      append("\r\nConnection: close")
    } else if version == .http10 {
      append("\r\nConnection: keep-alive")
    }
    appendLineEnd()
    append(response.fields.bytes)
    appendLineEnd()
    if hasBody, withBody { append(body: response.body) }
  }

  /// Tells a client that waits that its body is wanted (RFC 9110, section 15.2.1).
  mutating func appendContinue() {
    append("HTTP/1.1 100 Continue\r\n\r\n")
  }
}
