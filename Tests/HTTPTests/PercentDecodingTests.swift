import HTTP
import Testing

@Suite struct PercentDecodingTests {
  @Test(
    arguments: [
      ("", ""), ("abc", "abc"), ("%41%62", "Ab"), ("a+b", "a+b"), ("%2541", "%41"),
      ("%c4%90", "Đ"), ("%F0%9F%8C%8F", "🌏"), ("Đ", "Đ"), ("Đ%41", "ĐA"), ("%0A", "\n"),
      ("%7F", "\u{7F}"),
    ]) func `text is decoded once`(_ encoded: String, _ text: String) throws
  {
    let bytes = Array(encoded.utf8)
    #expect(try PercentDecoding.text(bytes.span) == text)
  }

  @Test(arguments: ["%", "%%", "%4", "%zz", "%00", "%80", "%C4", "%EF%BF", "%C0%AF", "\0"])
  func `what is no text is refused`(_ encoded: String) {
    let bytes = Array(encoded.utf8)
    let refusal = #expect(throws: Refusal.self) { try PercentDecoding.text(bytes.span) }
    #expect(refusal?.status == .badRequest)
  }
}
