import HTTP
import Testing

@Suite struct HeadMeaningTests {
  static let cases: [HeadCase] = [
    HeadCase("a length is digits", field: "Content-Length: 5", .complete),
    HeadCase("a length may have leading zeros", field: "Content-Length: 005", .complete),
    HeadCase("a length has no plus sign", field: "Content-Length: +5", .refused(400)),
    HeadCase("a length has no minus sign", field: "Content-Length: -5", .refused(400)),
    HeadCase("a length is not hexadecimal", field: "Content-Length: 0x5", .refused(400)),
    HeadCase("a length has no fraction", field: "Content-Length: 5.0", .refused(400)),
    HeadCase("a length has no exponent", field: "Content-Length: 1e3", .refused(400)),
    HeadCase("a length has no blank within", field: "Content-Length: 5 5", .refused(400)),
    HeadCase("a length has no underscore", field: "Content-Length: 1_0", .refused(400)),
    HeadCase("a length is not empty", field: "Content-Length:", .refused(400)),
    HeadCase("a length is no word", field: "Content-Length: five", .refused(400)),
    HeadCase("a length is in ASCII digits", field: "Content-Length: ٥", .refused(400)),
    HeadCase("a length is no list", field: "Content-Length: 5, 5", .refused(400)),
    HeadCase("a length ends with its digits", field: "Content-Length: 5;", .refused(400)),
    HeadCase(
      "a length as large as can be", field: "Content-Length: 9223372036854775807", .complete),
    HeadCase(
      "a length that overflows", field: "Content-Length: 9223372036854775808", .refused(400)),
    HeadCase(
      "a length that overflows twice", field: "Content-Length: 18446744073709551621",
      .refused(400)),
    HeadCase("equal lengths are one", field: "Content-Length: 5\r\nContent-Length: 5", .complete),
    HeadCase(
      "differing lengths", field: "Content-Length: 5\r\nContent-Length: 6", .refused(400)),
    HeadCase(
      "a broken length behind a good one", field: "Content-Length: 5\r\nContent-Length: x",
      .refused(400)),

    HeadCase("chunked", field: "Transfer-Encoding: chunked", .complete),
    HeadCase("chunked in capitals", field: "TRANSFER-ENCODING: CHUNKED", .complete),
    HeadCase("chunked in blanks", field: "Transfer-Encoding: \tchunked\t ", .complete),
    HeadCase(
      "chunked and a length", field: "Transfer-Encoding: chunked\r\nContent-Length: 5",
      .refused(400)),
    HeadCase(
      "a length and chunked", field: "Content-Length: 5\r\nTransfer-Encoding: chunked",
      .refused(400)),
    HeadCase(
      "chunked and a length of nothing", field: "Transfer-Encoding: chunked\r\nContent-Length: 0",
      .refused(400)),
    HeadCase(
      "an unknown coding and a length", field: "Transfer-Encoding: x\r\nContent-Length: 5",
      .refused(400)),
    HeadCase(
      "chunked twice in a line", field: "Transfer-Encoding: chunked, chunked", .refused(400)),
    HeadCase(
      "chunked twice in two lines",
      field: "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked", .refused(400)),
    HeadCase("chunked before another", field: "Transfer-Encoding: chunked, gzip", .refused(400)),
    HeadCase(
      "chunked before another in two lines",
      field: "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity", .refused(400)),
    HeadCase("another before chunked", field: "Transfer-Encoding: gzip, chunked", .refused(501)),
    HeadCase("an unknown coding", field: "Transfer-Encoding: xchunked", .refused(501)),
    HeadCase("the coding that was abolished", field: "Transfer-Encoding: identity", .refused(501)),
    HeadCase(
      "an unknown coding with a parameter", field: "Transfer-Encoding: x;q=1", .refused(501)),
    HeadCase("no coding", field: "Transfer-Encoding:", .refused(400)),
    HeadCase("a comma behind chunked", field: "Transfer-Encoding: chunked,", .refused(400)),
    HeadCase("a comma before chunked", field: "Transfer-Encoding: ,chunked", .refused(400)),
    HeadCase("chunked with a parameter", field: "Transfer-Encoding: chunked;a=b", .refused(400)),
    HeadCase("chunked in quotes", field: "Transfer-Encoding: \"chunked\"", .refused(400)),
    HeadCase("chunked in single quotes", field: "Transfer-Encoding: 'chunked'", .refused(501)),
    HeadCase("two codings and no comma", field: "Transfer-Encoding: chunked gzip", .refused(400)),
    HeadCase(
      "a vertical tab before chunked", field: "Transfer-Encoding: \u{0B}chunked", .refused(400)),
    HeadCase(
      "a no-break space before chunked", field: "Transfer-Encoding: \u{A0}chunked", .refused(400)),
    HeadCase(
      "a blank before the coding's colon", field: "Transfer-Encoding : chunked", .refused(400)),
    HeadCase(
      "a blank before the coding's name", field: " Transfer-Encoding: chunked", .refused(400)),
    HeadCase("a coding behind a bare LF", field: "X: x\nTransfer-Encoding: chunked", .refused(400)),
    HeadCase("a coding behind a bare CR", field: "X: x\rTransfer-Encoding: chunked", .refused(400)),
    HeadCase("a coding's name cut by LF", field: "Transfer-Encoding\n: chunked", .refused(400)),
    HeadCase("a coding folded", field: "Transfer-Encoding:\r\n chunked", .refused(400)),
    HeadCase(
      "chunked in HTTP/1.0",
      "POST / HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n", .refused(400)),
    HeadCase(
      "a coding that looks like another field", field: "Transfer_Encoding: chunked", .complete),

    HeadCase("100-continue", field: "Expect: 100-Continue\r\nContent-Length: 5", .complete),
    HeadCase("another expectation", field: "Expect: 200-ok", .refused(417)),
    HeadCase(
      "another expectation of HTTP/1.0 is ignored",
      "GET / HTTP/1.0\r\nExpect: 200-ok\r\n\r\n", .complete),
  ]

  @Test(arguments: cases) func `the message's own fields`(_ try: HeadCase) {
    #expect(readHead(`try`.bytes).outcome == `try`.outcome)
  }

  @Test(
    arguments: [
      ("X: y", Framing.none),
      ("Content-Length: 0", .sized(0)),
      ("Content-Length: 0042", .sized(42)),
      ("Content-Length: 7\r\nContent-Length: 07", .sized(7)),
      ("Transfer-Encoding: Chunked", .chunked),
    ]) func `the framing`(_ field: String, _ framing: Framing) throws
  {
    let head = try readHead("POST / HTTP/1.1\r\nHost: a\r\n\(field)\r\n\r\n").head
    #expect(head.framing == framing)
  }

  @Test(
    arguments: [
      ("HTTP/1.1", "X: y", true),
      ("HTTP/1.1", "Connection: close", false),
      ("HTTP/1.1", "Connection: Close", false),
      ("HTTP/1.1", "Connection: keep-alive", true),
      ("HTTP/1.1", "Connection: upgrade, close", false),
      ("HTTP/1.1", "Connection: keep-alive, close", false),
      ("HTTP/1.1", "Connection: x\r\nConnection: close", false),
      ("HTTP/1.1", "Connection: closed", true),
      ("HTTP/1.1", "Connection: , ,", true),
      ("HTTP/1.0", "X: y", false),
      ("HTTP/1.0", "Connection: Keep-Alive", true),
      ("HTTP/1.0", "Connection: keep-alive\r\nConnection: close", false),
      ("HTTP/1.2", "X: y", true),
    ]) func `whether the connection stays`(_ version: String, _ field: String, _ stays: Bool) throws
  {
    let head = try readHead("GET / \(version)\r\nHost: a\r\n\(field)\r\n\r\n").head
    #expect(head.persistent == stays)
  }

  @Test(
    arguments: [
      ("HTTP/1.1", "Content-Length: 1", true),
      ("HTTP/1.1", "Transfer-Encoding: chunked", true),
      ("HTTP/1.1", "Content-Length: 0", false),
      ("HTTP/1.1", "X: y", false),
      ("HTTP/1.0", "Content-Length: 1", false),
    ]) func `whether the client waits for a word to go on`(
      _ version: String, _ field: String, _ waits: Bool
    ) throws
  {
    let head = try readHead(
      "POST / \(version)\r\nHost: a\r\nExpect: 100-continue\r\n\(field)\r\n\r\n"
    ).head
    #expect(head.expectsContinue == waits)
  }
}
