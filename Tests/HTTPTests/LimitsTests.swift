import HTTP
import Testing

/// One test a limit: what just fits is taken, one byte more is refused with the limit's status.
@Suite struct LimitsTests {
  private func head(_ text: String, _ limits: Limits = Limits()) -> HeadOutcome {
    readHead(Array(text.utf8), limits: limits).outcome
  }

  @Test func `the defaults are those that are promised`() {
    let limits = Limits()
    #expect(limits.head == 32_768)
    #expect(limits.target == 8192)
    #expect(limits.fieldLine == 8192)
    #expect(limits.fieldCount == 100)
    #expect(limits.body == 1_048_576)
    #expect(limits.chunkExtensions == 256)
    #expect(limits.bodyExtensions == 4096)
    #expect(limits.trailers == 4096)
    #expect(limits.trailerCount == 16)
    #expect(limits.waitingAnswers == 64)
    #expect(limits.waitingBytes == 65_536)
    #expect(limits.requestCount == nil)
    #expect(limits.lingering == 65_536)
  }

  @Test func `a head has a bound`() {
    func request(_ size: Int) -> String {
      var text = "GET / HTTP/1.0\r\n"
      while text.utf8.count + 8002 < size {
        text += "A: " + String(repeating: "a", count: 7995) + "\r\n"
      }
      text += "B: " + String(repeating: "b", count: size - text.utf8.count - 7) + "\r\n\r\n"
      return text
    }
    #expect(request(32_768).utf8.count == 32_768)
    #expect(head(request(32_768)) == .complete)
    #expect(head(request(32_769)) == .refused(431))
    // It is refused when the bound is reached, not when the line ends at last.
    let endless = Array(request(40_000).utf8)
    #expect(readHead(Array(endless[..<32_767])).outcome == .incomplete)
    #expect(readHead(Array(endless[..<32_768])).outcome == .refused(431))
  }

  @Test func `a method has a bound`() {
    let longest = String(repeating: "M", count: 256)
    #expect(head("\(longest) / HTTP/1.0\r\n\r\n") == .complete)
    #expect(head("\(longest)M / HTTP/1.0\r\n\r\n") == .refused(501))
    #expect(head("\(longest)M") == .refused(501))
  }

  @Test func `a target has a bound`() {
    let longest = "/" + String(repeating: "a", count: 8191)
    #expect(head("GET \(longest) HTTP/1.0\r\n\r\n") == .complete)
    #expect(head("GET \(longest)a HTTP/1.0\r\n\r\n") == .refused(414))
    #expect(head("GET \(longest)a") == .refused(414))
  }

  @Test func `a target has the same bound with a query`() {
    let longest = "/?" + String(repeating: "a", count: 8190)
    #expect(head("GET \(longest) HTTP/1.0\r\n\r\n") == .complete)
    #expect(head("GET \(longest)a HTTP/1.0\r\n\r\n") == .refused(414))
    #expect(head("GET /?\(String(repeating: "%41", count: 2731))") == .refused(414))
  }

  @Test func `a field line has a bound`() {
    let longest = "A: " + String(repeating: "a", count: 8189)
    #expect(head("GET / HTTP/1.0\r\n\(longest)\r\n\r\n") == .complete)
    #expect(head("GET / HTTP/1.0\r\n\(longest)a\r\n\r\n") == .refused(431))
    #expect(head("GET / HTTP/1.0\r\n\(longest)a") == .refused(431))
    #expect(head("GET / HTTP/1.0\r\n\(String(repeating: "A", count: 8193))") == .refused(431))
  }

  @Test func `fields have a bound`() {
    let most = String(repeating: "A: 1\r\n", count: 100)
    #expect(head("GET / HTTP/1.0\r\n\(most)\r\n") == .complete)
    #expect(head("GET / HTTP/1.0\r\n\(most)A: 1\r\n\r\n") == .refused(431))
  }

  @Test func `every bound of a head can be set`() {
    #expect(head("GET / HTTP/1.0\r\n\r\n", Limits(head: 17)) == .refused(431))
    #expect(head("GET / HTTP/1.0\r\n\r\n", Limits(method: 2)) == .refused(501))
    #expect(head("GET /a HTTP/1.0\r\n\r\n", Limits(target: 1)) == .refused(414))
    #expect(head("GET / HTTP/1.0\r\nA: b\r\n\r\n", Limits(fieldLine: 3)) == .refused(431))
    #expect(head("GET / HTTP/1.0\r\nA: b\r\n\r\n", Limits(fieldCount: 0)) == .refused(431))
  }

  @Test(arguments: [
    ("a body", Limits(body: 3), "4\r\nabcd\r\n0\r\n\r\n", 413),
    ("a body of several chunks", Limits(body: 3), "2\r\nab\r\n2\r\ncd\r\n0\r\n\r\n", 413),
    ("the extensions of a chunk", Limits(chunkExtensions: 2), "1;ab\r\na\r\n0\r\n\r\n", 400),
    (
      "the extensions of a body", Limits(bodyExtensions: 3), "1;a\r\na\r\n1;a\r\na\r\n0\r\n\r\n",
      400
    ),
    ("the trailers", Limits(trailers: 5), "0\r\nA: b\r\n\r\n", 400),
    ("the lines of the trailers", Limits(trailerCount: 1), "0\r\nA:\r\nB:\r\n\r\n", 400),
  ]) func `a chunked body has bounds`(
    _ name: String, _ limits: Limits, _ text: String, _ status: Int
  ) throws {
    #expect(decodeChunks(Array(text.utf8)).status == nil)
    #expect(decodeChunks(Array(text.utf8), limits: limits).status == status)
  }
}
