import HTTP
import Testing

/// One request head and what becomes of it: a line of the parsers' tables.
struct HeadCase: Sendable, CustomTestStringConvertible {
  /// A sentence that says what is tried.
  var name: String
  var bytes: [UInt8]
  var outcome: HeadOutcome

  var testDescription: String { name }

  init(_ name: String, _ text: String, _ outcome: HeadOutcome) {
    self.init(name, Array(text.utf8), outcome)
  }

  init(_ name: String, _ bytes: [UInt8], _ outcome: HeadOutcome) {
    self.name = name
    self.bytes = bytes
    self.outcome = outcome
  }

  /// A request whose only peculiarity is one field line, or several.
  init(_ name: String, field: String, _ outcome: HeadOutcome) {
    self.init(name, "GET / HTTP/1.1\r\nHost: a.vn\r\n\(field)\r\n\r\n", outcome)
  }

  /// A request whose only peculiarity is its target.
  init(_ name: String, target: String, _ outcome: HeadOutcome) {
    self.init(name, "GET \(target) HTTP/1.1\r\nHost: a.vn\r\n\r\n", outcome)
  }

  /// A request whose only peculiarity is its Host field.
  init(_ name: String, host: String, _ outcome: HeadOutcome) {
    self.init(name, "GET / HTTP/1.1\r\nHost: \(host)\r\n\r\n", outcome)
  }
}

/// What the parser made of some bytes.
enum HeadOutcome: Sendable, Equatable {
  case complete
  case incomplete
  case refused(Int)
}

/// What a head said, taken out of its bytes, so that two readings can be compared.
struct HeadReading: Equatable {
  var outcome: HeadOutcome
  var summary: [String] = []
}

/// Reads one head, given the bytes in pieces that end at `cuts` and at the end.
func readHead(
  _ bytes: [UInt8], cuts: some Sequence<Int> = [], limits: Limits = Limits()
) -> HeadReading {
  var parser = HeadParser()
  var head = RequestHead()
  for end in Array(cuts) + [bytes.count] {
    let part = Array(bytes[..<end])
    do throws(Refusal) {
      if try parser.parse(part.span, within: limits, into: &head) == .complete {
        return HeadReading(outcome: .complete, summary: summary(head, part))
      }
    } catch {
      return HeadReading(outcome: .refused(error.status.code), summary: [error.reason])
    }
  }
  return HeadReading(outcome: .incomplete)
}

/// Reads one head that must be whole.
func readHead(_ text: String) throws -> (head: RequestHead, bytes: [UInt8]) {
  let bytes = Array(text.utf8)
  var parser = HeadParser()
  var head = RequestHead()
  try #require(try parser.parse(bytes.span, into: &head) == .complete)
  return (head, bytes)
}

extension RequestHead {
  func text(_ range: Range<Int>, _ bytes: [UInt8]) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }
}

private func summary(_ head: RequestHead, _ bytes: [UInt8]) -> [String] {
  var lines = [
    "\(head.method) \(head.text(head.methodName, bytes))",
    "\(head.form) \(head.text(head.target, bytes)) \(head.text(head.path, bytes))",
    "\(head.query.map { head.text($0, bytes) } ?? "no query")",
    "\(head.version) \(head.framing) \(head.persistent) \(head.expectsContinue) \(head.byteCount)",
  ]
  for field in head.fields {
    lines.append(
      "\(head.text(field.name, bytes))=\(head.text(field.value, bytes)) \(field.known as Any)")
  }
  return lines
}
