extension Output {
  /// Writes one answer as it goes over the wire.
  ///
  /// The version is always 1.1, which is what this server speaks (RFC 9110, section 2.5). Content
  /// of unknown length is chunked; to HTTP/1.0, which does not know chunks, such an answer must be
  /// the last of its connection.
  package mutating func append(
    _ response: borrowing Response, date: DateLine, withBody: Bool, closes: Bool,
    to version: Version
  ) {
    let status = response.status
    // 1xx and 204 have no length (RFC 9110, section 8.6); that of a 304 would be another's.
    let hasBody = status != .noContent && status != .notModified
    switch response.body {
    case .whole(let body):
      if status == .ok {
        append(date.opening)
        append(decimal: body.count)
      } else {
        append(status.line)
        append(date.bytes)
        if hasBody {
          append("\r\nContent-Length: ")
          append(decimal: body.count)
        }
      }
    case .pieces:
      append(status.line)
      append(date.bytes)
      if version == .http11 { append("\r\nTransfer-Encoding: chunked") }
    }
    if closes {
      append("\r\nConnection: close")
    } else if version == .http10 {
      append("\r\nConnection: keep-alive")
    }
    appendLineEnd()
    append(response.fields.bytes)
    appendLineEnd()
    guard hasBody, withBody else { return }
    switch response.body {
    case .whole(let body): append(body: body)
    case .pieces(let pieces): append(pieces, isChunked: version == .http11)
    }
  }

  /// Tells a client that waits that its body is wanted (RFC 9110, section 15.2.1).
  mutating func appendContinue() {
    append("HTTP/1.1 100 Continue\r\n\r\n")
  }
}

extension Status {
  /// What an answer begins with, up to the value of `Date`.
  fileprivate var line: String { "HTTP/1.1 \(code) \(reason)\r\nDate: " }
}
