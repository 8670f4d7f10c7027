import HTTP
import Testing

@Suite struct AcceptLanguageTests {
  @Test(
    arguments: [
      ("vi", Language.vi), ("en", .en), ("en-GB", .en), ("EN-us", .en), ("vi-VN,en;q=0.8", .vi),
      ("en-US,en;q=0.9,vi;q=0.8", .en), ("en;q=0.5, vi;q=0.7", .vi), ("fr", .vi), ("", .vi),
      ("fr, en;q=0.1", .en), ("*", .vi), ("*, vi;q=0.5", .en), ("en;q=0", .vi), ("vi;q=0", .vi),
      ("vi;q=0, *", .en), ("en;q=x", .vi), ("eng", .vi), ("vi, en", .vi),
    ]) func `the language that is asked for most is chosen`(_ value: String, _ language: Language)
  {
    #expect(AcceptLanguage.choose(value) == language)
  }

  @Test func `the fallback is the caller's`() {
    #expect(AcceptLanguage.choose("fr", fallback: .en) == .en)
  }

  @Test func `the field of a request is read`() throws {
    let (head, bytes) = try readHead("GET / HTTP/1.0\r\nAccept-Language: en\r\n\r\n")
    #expect(AcceptLanguage.choose(head, bytes.span) == .en)
  }
}
