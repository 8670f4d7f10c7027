import HTTP
import Testing

@Suite struct OutputTests {
  private let date = DateLine(secondsSince1970: 784_111_777)

  /// Takes everything out, at most `step` bytes at a time.
  private func drain(_ output: inout Output, step: Int = .max) -> [UInt8] {
    var bytes: [UInt8] = []
    while !output.isEmpty {
      let sent = output.withNext { first, second in
        let count = min(step, first.count + second.count)
        for index in 0..<count {
          bytes.append(index < first.count ? first[index] : second[index - first.count])
        }
        return count
      }
      output.drop(sent)
    }
    return bytes
  }

  private func write(
    _ response: Response, withBody: Bool = true, closes: Bool = false,
    to version: Version = .http11
  ) -> String {
    var output = Output()
    output.append(response, date: date, withBody: withBody, closes: closes, to: version)
    return String(decoding: drain(&output), as: UTF8.self)
  }

  private var response: Response {
    var fields = FieldLines()
    fields.append("ETag", "\"a\"")
    return Response(.ok, fields: fields, body: Array("hello".utf8))
  }

  @Test func `an answer has a date, its length and its fields`() {
    #expect(
      write(response) == """
        HTTP/1.1 200 OK\r
        Date: Sun, 06 Nov 1994 08:49:37 GMT\r
        Content-Length: 5\r
        ETag: "a"\r
        \r
        hello
        """)
  }

  @Test func `the answer to HEAD has the same fields and no body`() {
    #expect(write(response, withBody: false) == String(write(response).dropLast(5)))
  }

  @Test func `the last answer says so`() {
    #expect(write(response, closes: true).contains("\r\nConnection: close\r\n"))
    #expect(write(response, closes: true, to: .http10).contains("\r\nConnection: close\r\n"))
  }

  @Test func `a client of 1_0 is told that the connection stays`() {
    let text = write(response, to: .http10)
    #expect(text.hasPrefix("HTTP/1.1 200 OK\r\n"))
    #expect(text.contains("\r\nConnection: keep-alive\r\n"))
  }

  @Test(arguments: [Status.noContent, .notModified])
  func `some answers have neither length nor body`(_ status: Status) {
    let text = write(Response(status, body: Array("hello".utf8)))
    #expect(
      text
        == "HTTP/1.1 \(status.code) \(status.reason)\r\nDate: Sun, 06 Nov 1994 08:49:37 GMT\r\n\r\n"
    )
  }

  @Test func `an answer without content has the length 0`() {
    #expect(write(Response(.notFound)).contains("\r\nContent-Length: 0\r\n"))
  }

  @Test(arguments: [1, 7, 1000, 16_384, 70_000])
  func `answers leave in order however much is taken at once`(_ step: Int) {
    let sizes = [0, 10, 16_383, 16_384, 50_000, 5, 20_000]
    var output = Output()
    var expected: [UInt8] = []
    for (index, size) in sizes.enumerated() {
      let body = [UInt8](repeating: UInt8(0x61 + index), count: size)
      output.append(
        Response(.ok, body: body), date: date, withBody: true, closes: false, to: .http11)
      expected += Array(write(Response(.ok, body: body)).utf8)
    }
    #expect(output.count == expected.count)
    #expect(drain(&output, step: step) == expected)
    #expect(output.isEmpty)
  }

  /// Hands out what it is given, piece by piece.
  private final class Given: Pieces {
    var pieces: [String]
    init(_ pieces: [String]) { self.pieces = pieces }
    func next(onto bytes: inout [UInt8]) -> Bool {
      bytes.append(contentsOf: pieces.removeFirst().utf8)
      return !pieces.isEmpty
    }
  }

  @Test(arguments: [
    ([""], "0\r\n\r\n"), (["abc"], "3\r\nabc\r\n0\r\n\r\n"),
    (["abc", "", "0123456789abcdef"], "3\r\nabc\r\n10\r\n0123456789abcdef\r\n0\r\n\r\n"),
    (["abc", ""], "3\r\nabc\r\n0\r\n\r\n"), (["", "abc"], "3\r\nabc\r\n0\r\n\r\n"),
  ])
  func `pieces go as chunks, an empty one as none`(pieces: [String], body: String) {
    var output = Output()
    output.append(
      Response(.ok, pieces: Given(pieces)), date: date, withBody: true, closes: false, to: .http11)
    var text = ""
    while true {
      if output.count > 0 { text += String(decoding: output.drainMade(), as: UTF8.self) }
      if output.isEmpty { break }
      output.makePiece()
    }
    let head = "HTTP/1.1 200 OK\r\nDate: Sun, 06 Nov 1994 08:49:37 GMT\r\n"
    #expect(text == head + "Transfer-Encoding: chunked\r\n\r\n" + body)
  }

  @Test func `large bodies are lent where they lie, behind their head`() {
    var output = Output()
    let body = [UInt8](repeating: 0x61, count: Output.largeBody)
    output.append(Response(.ok, body: body), date: date, withBody: true, closes: false, to: .http11)
    let counts = output.withNext { first, second in [first.count, second.count] }
    #expect(counts == [output.count - body.count, body.count])
  }

  @Test func `an output that was emptied begins anew`() {
    var output = Output()
    for _ in 0..<3 {
      output.append(response, date: date, withBody: true, closes: false, to: .http11)
      #expect(String(decoding: drain(&output), as: UTF8.self) == write(response))
      #expect(output.count == 0)
    }
  }
}
