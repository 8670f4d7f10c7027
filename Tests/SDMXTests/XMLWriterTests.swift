import SDMX
import Testing

@Suite struct XMLWriterTests {
  @Test(arguments: [
    ("a", "a"), ("Đà Nẵng", "Đà Nẵng"), ("<a & \"b\">", "&lt;a &amp; &quot;b&quot;&gt;"),
    ("a\tb\nc\rd", "a&#9;b&#10;c&#13;d"), ("a\u{0}\u{1}\u{1F}b", "a\u{FFFD}\u{FFFD}\u{FFFD}b"),
    ("\u{FFFE}\u{FFFF}\u{FFFD}\u{FFBF}", "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFBF}"),
    ("\u{1F600}", "\u{1F600}"), ("", ""),
  ])
  func `a text is escaped, and what XML cannot say is replaced`(text: String, expected: String) {
    var bytes: [UInt8] = []
    XMLWriter.escape(text, onto: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == expected)
  }

  @Test func `elements have their attributes in order`() {
    var writer = XMLWriter()
    writer.open("a", ["x": "1", "y": "\""])
    writer.empty("b", ["z": "<"])
    writer.element("c", "&", ["k": "v"])
    writer.close("a")
    #expect(
      String(decoding: writer.bytes, as: UTF8.self)
        == "<a x=\"1\" y=\"&quot;\"><b z=\"&lt;\"/><c k=\"v\">&amp;</c></a>")
  }
}
