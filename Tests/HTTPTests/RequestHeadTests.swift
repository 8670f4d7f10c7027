import HTTP
import Testing

@Suite struct RequestHeadTests {
  @Test func `lines of one field are one value`() throws {
    let (head, bytes) = try readHead(
      "GET / HTTP/1.0\r\nAccept: a\r\nX: y\r\nACCEPT: b, c\r\nAccept:\r\n\r\n")
    #expect(head.value(of: .accept, in: bytes.span) == Array("a, b, c, ".utf8))
    #expect(head.has(.accept))
  }

  @Test func `a field that was not sent has no value`() throws {
    let (head, bytes) = try readHead("GET / HTTP/1.0\r\nX: y\r\n\r\n")
    #expect(head.value(of: .accept, in: bytes.span) == nil)
    #expect(!head.has(.accept))
  }
}
