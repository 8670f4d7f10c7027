import HTTP
import Testing

@Suite struct PreconditionTests {
  private func evaluate(_ fields: String, tag: String = "\"abc\"") throws -> Precondition {
    let (head, bytes) = try readHead("GET / HTTP/1.0\r\n\(fields)\r\n\r\n")
    return Precondition.evaluate(head, bytes.span, tag: tag)
  }

  @Test(
    arguments: [
      "\"abc\"", "W/\"abc\"", "*", "\"x\", \"abc\"", "\"x\",\"abc\",\"y\"", "\"abc\" , \"x\"",
      ", \"abc\"", "\"a,b\", \"abc\"", "x, \"abc\"", "\"x\"\r\nIf-None-Match: \"abc\"",
      "W/\"x\", W/\"abc\"",
    ]) func `a tag that the client has is not sent again`(_ value: String) throws
  {
    #expect(try evaluate("If-None-Match: \(value)") == .notModified)
  }

  @Test(
    arguments: [
      "\"abd\"", "\"ABC\"", "abc", "\"abc", "abc\"", "", "w/\"abc\"", "W/abc", "\"abc\"x",
      "\"x,\"abc\"\"", "'abc'", "\"\"", "*x", "\"abc-gzip\"",
    ]) func `any other value changes nothing`(_ value: String) throws
  {
    #expect(try evaluate("If-None-Match: \(value)") == .proceed)
  }

  @Test func `a weak tag of ours is compared weakly too`() throws {
    #expect(try evaluate("If-None-Match: \"abc\"", tag: "W/\"abc\"") == .notModified)
    #expect(try evaluate("If-None-Match: W/\"abc\"", tag: "W/\"abc\"") == .notModified)
  }

  @Test func `without conditions the request goes on`() throws {
    #expect(try evaluate("A: b") == .proceed)
  }

  @Test(arguments: ["\"abc\"", "*", "\"x\", \"abc\""])
  func `a tag that must be there is there`(_ value: String) throws {
    #expect(try evaluate("If-Match: \(value)") == .proceed)
  }

  @Test(arguments: ["\"x\"", "W/\"abc\"", "", "abc"])
  func `a tag that must be there is missing`(_ value: String) throws {
    #expect(try evaluate("If-Match: \(value)") == .failed)
  }

  @Test func `what must be there is weighed first`() throws {
    #expect(try evaluate("If-None-Match: \"abc\"\r\nIf-Match: \"x\"") == .failed)
    #expect(try evaluate("If-None-Match: \"abc\"\r\nIf-Match: \"abc\"") == .notModified)
  }

  @Test func `a date is ignored where nothing has one`() throws {
    #expect(
      try evaluate("If-Unmodified-Since: Sun, 06 Nov 1994 08:49:37 GMT") == .proceed)
  }
}
