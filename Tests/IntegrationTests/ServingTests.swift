import Testing

/// The real binary, asked through real sockets.
@Suite struct ServingTests {
  @Test func `a question is answered`() throws {
    let served = try Served()
    #expect(served.line == "listening on http://127.0.0.1:\(served.port)")
    var wire = try served.connect()
    try wire.send("GET /v1/provinces/48 HTTP/1.1\r\nHost: localhost\r\n\r\n")
    let answer = try wire.answer()
    #expect(answer.status == 200)
    #expect(answer["Content-Type"] == "application/json")
    #expect(answer.body.hasPrefix(#"{"data":{"id":"48-2025","code":"48""#))
  }
}
