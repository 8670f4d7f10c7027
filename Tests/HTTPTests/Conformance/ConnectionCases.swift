/// What becomes of a connection (RFC 9112, section 9; RFC 9110, sections 7.6.1 and 10.1.1).
enum ConnectionCases {
  typealias Case = ConformanceCase

  static let all = family("RFC 9112", persistence, pipelines) + family("RFC 9110", expectations)

  private static let left = ConformanceOutcome.closed("200 GET / []")

  private static func old(_ field: String) -> String { "GET / HTTP/1.0\r\n\(field)\r\n\r\n" }

  private static let persistence: [Case] = [
    Case("9.3", "1.1 stays", field: "A: b", .ok),
    Case("9.3", "1.1 stays with keep-alive", field: "Connection: keep-alive", .ok),
    Case("9.3", "1.0 goes", old("A: b"), left),
    Case("9.3", "1.0 stays with keep-alive", old("Connection: keep-alive"), .ok),
    Case("9.3", "1.0 stays with Keep-Alive", old("Connection: Keep-Alive"), .ok),
    Case("9.3", "1.0 stays with it in a list", old("Connection: x, keep-alive"), .ok),
    Case("9.3", "1.0 goes with both", old("Connection: keep-alive, close"), left),
    Case("9.3", "1.0 goes with Proxy-Connection", old("Proxy-Connection: keep-alive"), left),
    Case("9.3", "1.0 goes with Keep-Alive alone", old("Keep-Alive: timeout=5"), left),
    Case("9.6", "close", field: "Connection: close", left),
    Case("9.6", "Close", field: "Connection: Close", left),
    Case("9.6", "CLOSE", field: "CONNECTION: CLOSE", left),
    Case("9.6", "close in a list", field: "Connection: x, close", left),
    Case("9.6", "close first in a list", field: "Connection: close, x", left),
    Case("9.6", "close without blanks", field: "Connection: x,close,y", left),
    Case("9.6", "close among empty elements", field: "Connection: , ,close,", left),
    Case("9.6", "close in tabs", field: "Connection:\tclose\t", left),
    Case("9.6", "close in the second line", field: "Connection: x\r\nConnection: close", left),
    Case("9.6", "close in the first line", field: "Connection: close\r\nConnection: x", left),
    Case("9.6", "close wins over keep-alive", field: "Connection: keep-alive, close", left),
    Case("9.6", "close wins in whatever order", field: "Connection: close, keep-alive", left),
    Case("9.6", "close wins by lines", field: "Connection: close\r\nConnection: keep-alive", left),
    Case("9.6", "close behind an open quote", field: "Connection: \", close", left),
    Case("9.6", "a longer word is not close", field: "Connection: closed", .ok),
    Case("9.6", "a shorter word is not close", field: "Connection: clos", .ok),
    Case("9.6", "two words are not close", field: "Connection: close x", .ok),
    Case("9.6", "quotes are not close", field: "Connection: \"close\"", .ok),
    Case("9.6", "an empty one", field: "Connection:", .ok),
    Case("9.6", "a comma", field: "Connection: ,", .ok),
    Case("9.6", "close with a NUL", field: "Connection: close\0", .bad),
    Case(
      "9.6", "HEAD and close", "HEAD / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
      .closed("200 HEAD / []")),
    Case(
      "9.6", "a body and close", post: "Connection: close\r\nContent-Length: 5", "hello",
      .closed("405 POST /p [hello]")),
    Case(
      "9.6", "chunks and close", post: "Connection: close\r\nTransfer-Encoding: chunked",
      "5\r\nhello\r\n0\r\n\r\n", .closed("405 POST /p [hello]")),
    Case(
      "9.6", "half a body and close", post: "Connection: close\r\nContent-Length: 5", "hel",
      .waiting),
  ]

  private static let a = "GET /a HTTP/1.1\r\nHost: a\r\n\r\n"
  private static let b = "GET /b HTTP/1.1\r\nHost: a\r\n\r\n"
  private static let post = "POST /p HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nhi"
  private static let last = "GET /l HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
  private static let inA = "200 GET /a []"
  private static let inB = "200 GET /b []"

  private static let pipelines: [Case] = [
    Case("9.3.2", "two requests", a + b, .kept(inA, inB)),
    Case("9.3.2", "the same twice", a + a, .kept(inA, inA)),
    Case("9.3.2", "three", a + b + a, .kept(inA, inB, inA)),
    Case("9.3.2", "a body between", a + post + b, .kept(inA, "405 POST /p [hi]", inB)),
    Case(
      "9.3.2", "HEAD between", "\(a)HEAD /h HTTP/1.1\r\nHost: a\r\n\r\n\(b)",
      .kept(inA, "200 HEAD /h []", inB)),
    Case("9.3.2", "an empty line between", "\(a)\r\n\(b)", .kept(inA, inB)),
    Case("9.3.2", "two empty lines between", "\(a)\r\n\r\n\(b)", .closed(inA, "400")),
    Case("9.3.2", "LF between", "\(a)\n\(b)", .closed(inA, "400")),
    Case("9.3.2", "a blank between", "\(a) \(b)", .closed(inA, "400")),
    Case("9.3.2", "a NUL between", "\(a)\0\(b)", .closed(inA, "400")),
    Case("9.3.2", "close in the middle", a + last + b, .closed(inA, "200 GET /l []")),
    Case(
      "9.3.2", "1.0 kept alive, then 1.1", "GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n\(a)",
      .kept("200 GET / []", inA)),
    Case("9.3.2", "1.1, then 1.0", "\(a)GET / HTTP/1.0\r\n\r\n\(b)", .closed(inA, "200 GET / []")),
    Case(
      "9.3.2", "a request without a Host behind one with", "\(a)GET / HTTP/1.1\r\n\r\n",
      .closed(inA, "400")),
    Case(
      "9.3.2", "an error in a field behind", "\(a)GET / HTTP/1.1\r\nHost : a\r\n\r\n\(b)",
      .closed(inA, "400")),
    Case("9.3.2", "half a request behind", "\(a)GET", .waiting(inA)),
    Case(
      "9.3.2", "half a body behind",
      "\(a)POST /p HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nh", .waiting(inA)),
    Case(
      "9.3.2", "a query is told apart from the path", "GET /a?b HTTP/1.1\r\nHost: a\r\n\r\n\(a)",
      .kept("200 GET /a?b []", inA)),
    Case(
      "9.3.2", "one head is the beginning of another",
      "\(a)GET /a HTTP/1.1\r\nHost: a\r\nB: c\r\n\r\n", .kept(inA, inA)),
    Case(
      "9.3.2", "a hundred", String(repeating: a, count: 100),
      .init(Array(repeating: inA, count: 100), .kept)),
  ]

  private static let expectations: [Case] = [
    Case(
      "10.1.1", "a body that comes along", post: "Expect: 100-continue\r\nContent-Length: 5",
      "hello", .hello),
    Case(
      "10.1.1", "case does not count", post: "Expect: 100-CONTINUE\r\nContent-Length: 5", "hello",
      .hello),
    Case(
      "10.1.1", "a chunked body", post: "Expect: 100-continue\r\nTransfer-Encoding: chunked",
      "5\r\nhello\r\n0\r\n\r\n", .hello),
    Case("10.1.1", "without a body", field: "Expect: 100-continue", .ok),
    Case(
      "10.1.1", "an empty body", post: "Expect: 100-continue\r\nContent-Length: 0", "", .empty),
    Case(
      "10.1.1", "a body that is awaited", post: "Expect: 100-continue\r\nContent-Length: 5", "",
      .waiting),
    Case(
      "10.1.1", "a body too large", post: "Expect: 100-continue\r\nContent-Length: 1048577", "",
      .refused(413)),
    Case("10.1.1", "a broken length", post: "Expect: 100-continue\r\nContent-Length: x", "", .bad),
    Case("10.1.1", "another expectation", field: "Expect: 200-ok", .refused(417)),
    Case(
      "10.1.1", "another with a body", post: "Expect: x\r\nContent-Length: 5", "hello",
      .refused(417)),
    Case("10.1.1", "a longer word", field: "Expect: 100-continues", .refused(417)),
    Case("10.1.1", "a list with another", field: "Expect: 100-continue, x", .refused(417)),
    Case("10.1.1", "a parameter", field: "Expect: 100-continue;q=1", .refused(417)),
    Case("10.1.1", "a value", field: "Expect: 100-continue=1", .refused(417)),
    Case(
      "10.1.1", "two lines, one of another", field: "Expect: 100-continue\r\nExpect: x",
      .refused(417)),
    Case(
      "10.1.1", "1.0 has none",
      "POST /p HTTP/1.0\r\nExpect: 100-continue\r\nContent-Length: 5\r\n\r\nhello",
      .closed("405 POST /p [hello]")),
    Case("10.1.1", "another is ignored in 1.0", "GET / HTTP/1.0\r\nExpect: x\r\n\r\n", left),
    Case(
      "10.1.1", "half a body", post: "Expect: 100-continue\r\nContent-Length: 5", "he", .waiting),
  ]
}
