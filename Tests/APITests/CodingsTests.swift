import API
import HTTP
import Testing

/// Answers in content codings: other bytes, other tags, the same otherwise.
@Suite struct CodingsTests {
  private static let target = "/v1/provinces"

  @Test(arguments: [("gzip", "gzip"), ("br", "br"), ("deflate, gzip, br", "br")])
  func `an answer comes in the coding that is liked best`(field: String, coding: String) throws {
    let plain = ask(CodingsTests.target)
    let coded = ask(CodingsTests.target, "Accept-Encoding: \(field)")
    #expect(coded.status == 200)
    #expect(coded[field: "Content-Encoding"] == coding)
    #expect(coded.bytes.count * 3 < plain.bytes.count)
    #expect(coded[field: "ETag"] != plain[field: "ETag"])
    #expect(coded[field: "Content-Type"] == plain[field: "Content-Type"])
    #expect(plain[field: "Content-Encoding"] == nil)
  }

  @Test func `each coding has its own tag, which a 304 repeats`() throws {
    let tags = try ["identity", "gzip", "br"].map { coding in
      let field = "Accept-Encoding: \(coding)"
      let tag = try #require(ask(CodingsTests.target, field)[field: "ETag"])
      let again = ask(CodingsTests.target, field, "If-None-Match: \(tag)")
      #expect(again.status == 304)
      #expect(again[field: "ETag"] == tag)
      #expect(again[field: "Content-Encoding"] == nil)
      #expect(
        ask(CodingsTests.target, "If-None-Match: \(tag)").status
          == (coding == "identity" ? 304 : 200))
      return tag
    }
    #expect(Set(tags).count == 3)
  }

  @Test(arguments: Examples.json)
  func `every answer says that it varies with the coding`(_ example: Example) {
    #expect(ask(example.target)[field: "Vary"]?.contains("Accept-Encoding") == true)
  }

  @Test func `a long problem is coded, a short one is not`() {
    let long = ask("/v1/observations?nothing=1", "Accept-Encoding: gzip")
    #expect(long.status == 400)
    #expect(long[field: "Content-Encoding"] == "gzip")
    #expect(long.bytes.prefix(2).elementsEqual([0x1F, 0x8B]))
    #expect(long[field: "Vary"]?.contains("Accept-Encoding") == true)
    #expect(ask("/healthz", "Accept-Encoding: gzip")[field: "Content-Encoding"] == nil)
  }

  @Test func `the same loop codes one answer after another`() {
    let application = Publication(API.ofToday).application()
    let codes = ["01", "48", "79", "48"]
    let answers = codes.map { code in
      let bytes = Array(
        "GET /v1/provinces/\(code) HTTP/1.1\r\nHost: a\r\nAccept-Encoding: br\r\n\r\n".utf8)
      var head = RequestHead()
      var parser = HeadParser()
      _ = try? parser.parse(bytes.span, into: &head)
      return Answered(application.respond(head, bytes.span, [])).bytes
    }
    #expect(answers[1] == answers[3])
    for (code, answer) in zip(codes, answers) {
      #expect(ask("/v1/provinces/\(code)", "Accept-Encoding: br").bytes == answer)
    }
  }
}
