/// One answer before it is framed for a connection.
///
/// `Date`, `Connection` and `Content-Length` are added when it is written, and the body is left
/// out for HEAD, 204 and 304; everything else is in `fields`.
package struct Response {
  package var status: Status
  package var fields: FieldLines
  package var body: Body
  /// Whether the connection ends after this answer, whatever the client asked for.
  package var closes = false
  /// Whether the same head, byte by byte, gets the same answer as long as the application's era
  /// lasts.
  package var mayRepeat = false
  /// The number of the route by which it is counted; 0 is none.
  package var route = 0

  package init(_ status: Status, fields: FieldLines = FieldLines(), body: [UInt8] = []) {
    self.status = status
    self.fields = fields
    self.body = .whole(body)
  }

  package init(_ status: Status, fields: FieldLines = FieldLines(), pieces: any Pieces) {
    self.status = status
    self.fields = fields
    body = .pieces(pieces)
  }
}

extension Response {
  /// The bytes of the content that a request of that method gets; 0 where it is made in pieces.
  func contentCount(to method: Method) -> Int {
    guard case .whole(let body) = body, method != .head, status != .noContent,
      status != .notModified
    else { return 0 }
    return body.count
  }
}

/// A status code with its reason phrase (RFC 9110, section 15).
package struct Status: Sendable, Equatable {
  package var code: Int
  package var reason: String

  package static func == (one: Status, other: Status) -> Bool { one.code == other.code }

  package static let `continue` = Status(code: 100, reason: "Continue")
  package static let ok = Status(code: 200, reason: "OK")
  package static let noContent = Status(code: 204, reason: "No Content")
  package static let seeOther = Status(code: 303, reason: "See Other")
  package static let notModified = Status(code: 304, reason: "Not Modified")
  package static let badRequest = Status(code: 400, reason: "Bad Request")
  package static let notFound = Status(code: 404, reason: "Not Found")
  package static let methodNotAllowed = Status(code: 405, reason: "Method Not Allowed")
  package static let notAcceptable = Status(code: 406, reason: "Not Acceptable")
  package static let requestTimeout = Status(code: 408, reason: "Request Timeout")
  package static let preconditionFailed = Status(code: 412, reason: "Precondition Failed")
  package static let contentTooLarge = Status(code: 413, reason: "Content Too Large")
  package static let uriTooLong = Status(code: 414, reason: "URI Too Long")
  package static let expectationFailed = Status(code: 417, reason: "Expectation Failed")
  package static let fieldsTooLarge = Status(
    code: 431, reason: "Request Header Fields Too Large")
  package static let internalServerError = Status(code: 500, reason: "Internal Server Error")
  package static let notImplemented = Status(code: 501, reason: "Not Implemented")
  package static let serviceUnavailable = Status(code: 503, reason: "Service Unavailable")
  package static let versionNotSupported = Status(
    code: 505, reason: "HTTP Version Not Supported")
}
