import HTTP
import Testing

/// What became of a chunked body.
struct ChunkReading: Equatable {
  var body = ""
  /// The bytes that were taken when it was complete; nil where it was not.
  var taken: Int?
  /// The status of the refusal.
  var status: Int?
}

/// Decodes a body given in pieces that end at `cuts` and at the end.
func decodeChunks(
  _ bytes: [UInt8], cuts: some Sequence<Int> = [], limits: Limits = Limits()
) -> ChunkReading {
  var decoder = ChunkDecoder()
  var body: [UInt8] = []
  var at = 0
  for end in Array(cuts) + [bytes.count] {
    do throws(Refusal) {
      let (taken, isComplete) = try decoder.decode(
        bytes.span.extracting(at..<end), within: limits, into: &body)
      at += taken
      if isComplete { return ChunkReading(body: String(decoding: body, as: UTF8.self), taken: at) }
    } catch {
      return ChunkReading(status: error.status.code)
    }
  }
  return ChunkReading(body: String(decoding: body, as: UTF8.self))
}

@Suite struct ChunkDecoderTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var text: String
    /// The decoded body; nil where it is refused with 400.
    var body: String?
    var testDescription: String { name }

    init(_ name: String, _ text: String, _ body: String?) {
      self.name = name
      self.text = text
      self.body = body
    }
  }

  static let cases: [Case] = [
    Case("no content", "0\r\n\r\n", ""),
    Case("one chunk", "5\r\nhello\r\n0\r\n\r\n", "hello"),
    Case("two chunks", "5\r\nhello\r\n6\r\n world\r\n0\r\n\r\n", "hello world"),
    Case("a size in small hexadecimal", "a\r\n0123456789\r\n0\r\n\r\n", "0123456789"),
    Case("a size in capital hexadecimal", "A\r\n0123456789\r\n0\r\n\r\n", "0123456789"),
    Case("leading zeros", "0005\r\nhello\r\n000\r\n\r\n", "hello"),
    Case("sixteen digits", "0000000000000001\r\na\r\n0\r\n\r\n", "a"),
    Case("line ends within the content", "4\r\n\r\n\r\n\r\n0\r\n\r\n", "\r\n\r\n"),
    Case("an extension", "5;a\r\nhello\r\n0\r\n\r\n", "hello"),
    Case("an extension with a value", "5;a=b\r\nhello\r\n0;c=d\r\n\r\n", "hello"),
    Case("an extension with a quoted value", "5;a=\"b;\\\"\t\"\r\nhello\r\n0\r\n\r\n", "hello"),
    Case("extensions with blanks", "5 ; a = b ; c\r\nhello\r\n0\r\n\r\n", "hello"),
    Case("a quoted value and another", "5;a=\"b\" ;c=\"\"\r\nhello\r\n0\r\n\r\n", "hello"),
    Case("trailers", "5\r\nhello\r\n0\r\nA: b\r\nC:\r\n\r\n", "hello"),
    Case("a trailer that would frame", "0\r\nContent-Length: 5\r\n\r\n", ""),

    Case("seventeen digits", "00000000000000001\r\na\r\n0\r\n\r\n", nil),
    Case("no size", "\r\nhello\r\n0\r\n\r\n", nil),
    Case("a size with a sign", "+5\r\nhello\r\n0\r\n\r\n", nil),
    Case("a negative size", "-5\r\nhello\r\n0\r\n\r\n", nil),
    Case("a size with a prefix", "0x5\r\nhello\r\n0\r\n\r\n", nil),
    Case("a size with an underscore", "0_5\r\nhello\r\n0\r\n\r\n", nil),
    Case("a blank before the size", " 5\r\nhello\r\n0\r\n\r\n", nil),
    Case("a blank after the size", "5 \r\nhello\r\n0\r\n\r\n", nil),
    Case("a size that is no digit", "g\r\nhello\r\n0\r\n\r\n", nil),
    Case("a size that ends with LF", "5\nhello\r\n0\r\n\r\n", nil),
    Case("a size that ends with CR", "5\rhello\r\n0\r\n\r\n", nil),
    Case("a size that ends with two CR", "5\r\r\nhello\r\n0\r\n\r\n", nil),
    Case("content that ends with LF", "5\r\nhello\n0\r\n\r\n", nil),
    Case("content that ends with CR", "5\r\nhello\r0\r\n\r\n", nil),
    Case("content longer than its size", "5\r\nhello!\r\n0\r\n\r\n", nil),
    Case("content shorter than its size", "5\r\nhell\r\n0\r\n\r\n", nil),
    Case("an end that ends with LF", "0\r\n\n", nil),
    Case("an end that ends with CR", "0\r\n\rX", nil),
    Case("an extension that ends with LF", "5;a\nhello\r\n0\r\n\r\n", nil),
    Case("an extension that ends with CR", "5;a\rhello\r\n0\r\n\r\n", nil),
    Case("an extension without a name", "5;\r\nhello\r\n0\r\n\r\n", nil),
    Case("an extension without a value", "5;a=\r\nhello\r\n0\r\n\r\n", nil),
    Case("an extension with two values", "5;a=b=c\r\nhello\r\n0\r\n\r\n", nil),
    Case("an extension with a bad name", "5;a b\r\nhello\r\n0\r\n\r\n", nil),
    Case("an extension without a semicolon", "5 a\r\nhello\r\n0\r\n\r\n", nil),
    Case("an extension with an open quote", "5;a=\"b\r\nhello\r\n0\r\n\r\n", nil),
    Case("an extension with a control", "5;a=\u{1}\r\nhello\r\n0\r\n\r\n", nil),
    Case("a control in quotes", "5;a=\"\u{7F}\"\r\nhello\r\n0\r\n\r\n", nil),
    Case("an escaped control in quotes", "5;a=\"\\\u{1}\"\r\nhello\r\n0\r\n\r\n", nil),
    Case("something behind quotes", "5;a=\"b\"c\r\nhello\r\n0\r\n\r\n", nil),
    Case("a trailer without a colon", "0\r\nA\r\n\r\n", nil),
    Case("a trailer without a name", "0\r\n: a\r\n\r\n", nil),
    Case("a trailer with a blank before the colon", "0\r\nA : b\r\n\r\n", nil),
    Case("a folded trailer", "0\r\nA: b\r\n c\r\n\r\n", nil),
    Case("a trailer that ends with LF", "0\r\nA: b\n\r\n", nil),
    Case("a trailer with a NUL", "0\r\nA: \0\r\n\r\n", nil),
  ]

  @Test(arguments: cases) func `bodies`(_ try: Case) {
    let reading = decodeChunks(Array(`try`.text.utf8))
    if let body = `try`.body {
      #expect(reading == ChunkReading(body: body, taken: `try`.text.utf8.count))
    } else {
      #expect(reading == ChunkReading(status: 400))
    }
  }

  @Test(arguments: cases) func `end the same wherever they are cut`(_ try: Case) {
    let bytes = Array(`try`.text.utf8)
    let whole = decodeChunks(bytes)
    for cut in bytes.indices { #expect(decodeChunks(bytes, cuts: [cut]) == whole, "at \(cut)") }
    #expect(decodeChunks(bytes, cuts: bytes.indices) == whole, "byte by byte")
  }

  @Test(arguments: cases) func `are not complete a byte early`(_ try: Case) {
    guard `try`.body != nil else { return }
    #expect(decodeChunks(Array(`try`.text.utf8.dropLast())).taken == nil)
  }

  @Test func `what follows the body is left alone`() {
    #expect(decodeChunks(Array("1\r\na\r\n0\r\n\r\nGET /".utf8)).taken == 11)
  }

  @Test(arguments: ["FFFFFFFFFFFFFFFF", "8000000000000000", "7FFFFFFFFFFFFFFF", "100001"])
  func `a size over the bound is refused before its content comes`(_ size: String) {
    #expect(decodeChunks(Array("\(size)\r\n".utf8)) == ChunkReading(status: 413))
  }
}
