import HTTP
import Testing

/// One conversation with a server, and how it must end by a clause of the RFCs or of the limits.
///
/// The server of these tables answers GET, HEAD and OPTIONS with 200, and every other method with
/// 405, after the body; an answer also says what was understood: `200 GET /a []`.
struct ConformanceCase: Sendable, CustomTestStringConvertible {
  /// Who tries such things.
  var family = ""
  /// The clause that settles it: of RFC 9112 unless it says otherwise.
  let clause: String
  let name: String
  let bytes: [UInt8]
  let outcome: ConformanceOutcome

  var testDescription: String { "\(family), \(clause): \(name)" }

  init(_ clause: String, _ name: String, _ bytes: [UInt8], _ outcome: ConformanceOutcome) {
    self.clause = clause
    self.name = name
    self.bytes = bytes
    self.outcome = outcome
  }

  init(_ clause: String, _ name: String, _ text: String, _ outcome: ConformanceOutcome) {
    self.init(clause, name, Array(text.utf8), outcome)
  }

  /// A request whose only peculiarity is its first line.
  init(_ clause: String, _ name: String, line: String, _ outcome: ConformanceOutcome) {
    self.init(clause, name, "\(line)\r\nHost: a.vn\r\n\r\n", outcome)
  }

  /// A request whose only peculiarity is its target.
  init(_ clause: String, _ name: String, target: String, _ outcome: ConformanceOutcome) {
    self.init(clause, name, line: "GET \(target) HTTP/1.1", outcome)
  }

  /// A request whose only peculiarity is its host.
  init(_ clause: String, _ name: String, host: String, _ outcome: ConformanceOutcome) {
    self.init(clause, name, "GET / HTTP/1.1\r\nHost: \(host)\r\n\r\n", outcome)
  }

  /// A request whose only peculiarity is one field line, or several.
  init(_ clause: String, _ name: String, field: String, _ outcome: ConformanceOutcome) {
    self.init(clause, name, "GET / HTTP/1.1\r\nHost: a.vn\r\n\(field)\r\n\r\n", outcome)
  }

  /// The same with something behind it: a body, or what an attacker hopes to be a request.
  init(
    _ clause: String, _ name: String, get fields: String, _ rest: String,
    _ outcome: ConformanceOutcome
  ) {
    self.init(
      clause, name, "GET / HTTP/1.1\r\nHost: a.vn\r\n\(fields)\r\n\r\n\(rest)", outcome)
  }

  /// The same as a POST.
  init(
    _ clause: String, _ name: String, post fields: String, _ rest: String,
    _ outcome: ConformanceOutcome
  ) {
    self.init(
      clause, name, "POST /p HTTP/1.1\r\nHost: a.vn\r\n\(fields)\r\n\r\n\(rest)", outcome)
  }

  /// A chunked body.
  init(_ clause: String, _ name: String, chunks: String, _ outcome: ConformanceOutcome) {
    self.init(clause, name, post: "Transfer-Encoding: chunked", chunks, outcome)
  }
}

/// The answers in order, and what became of the connection.
struct ConformanceOutcome: Sendable, Equatable {
  enum Ending: Sendable, Equatable {
    /// Open, with nothing under way.
    case kept
    /// Open, with a request that is not complete.
    case waiting
    /// Ended by the server; nothing behind the last answer is read.
    case closed
  }

  let answers: [String]
  let ending: Ending

  init(_ answers: [String], _ ending: Ending) {
    self.answers = answers
    self.ending = ending
  }

  /// `GET /` answered, and the connection kept.
  static let ok = kept("200 GET / []")
  /// An empty POST answered, and the connection kept.
  static let empty = kept("405 POST /p []")
  /// A POST with "hello" answered, and the connection kept.
  static let hello = kept("405 POST /p [hello]")
  /// 400 and the end.
  static let bad = refused(400)
  static let waiting = ConformanceOutcome([], .waiting)

  static func refused(_ status: Int) -> ConformanceOutcome { closed("\(status)") }
  static func kept(_ answers: String...) -> ConformanceOutcome { .init(answers, .kept) }
  static func closed(_ answers: String...) -> ConformanceOutcome { .init(answers, .closed) }
  static func waiting(_ answers: String...) -> ConformanceOutcome { .init(answers, .waiting) }
}

/// The tables of one family.
func family(_ name: String, _ tables: [ConformanceCase]...) -> [ConformanceCase] {
  tables.flatMap { $0 }.map {
    var named = $0
    named.family = name
    return named
  }
}
