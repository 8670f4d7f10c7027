import HTML
import Testing

/// What is written is read as it was meant.
@Suite struct HTMLWriterTests {
  private func written(_ write: (inout HTMLWriter) -> Void) -> String {
    var writer = HTMLWriter()
    write(&writer)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("<script>", "&lt;script&gt;"), ("a & b", "a &amp; b"), ("\"'", "&quot;&#39;"),
    ("&amp;", "&amp;amp;"), ("Đà Nẵng", "Đà Nẵng"), ("a\0b", "a\u{FFFD}b"), ("", ""),
    ("\u{2028}", "\u{2028}"),
  ])
  func `a text is no markup`(text: String, html: String) {
    #expect(written { $0.text(text) } == html)
    #expect(written { $0.element("p", text) } == "<p>\(html)</p>")
    #expect(
      written { $0.void("meta", ["content": text]) } == "<meta content=\"\(html)\">")
  }

  @Test func `elements stand in each other`() {
    let html = written { writer in
      writer.element("ul", ["class": "a"]) { writer in
        writer.element("li", "1")
        writer.element("li", ["id": "x", "lang": "en"], "2")
      }
    }
    #expect(html == "<ul class=\"a\"><li>1</li><li id=\"x\" lang=\"en\">2</li></ul>")
  }

  @Test func `a page takes nothing from elsewhere`() {
    let page = HTMLPage(
      "/a", title: ("<b>", "&"), ways: [.init("/a", "A", ""), .init("/b?c&d", "<B>", "b")],
      contents: [.init("#x", "X", "")])
    let html = String(decoding: page.document { $0.both("vi", "en") }, as: UTF8.self)
    #expect(html.hasPrefix("<!doctype html>\n<html lang=\"vi\">"))
    #expect(html.contains("<title>&lt;b&gt; · &amp; · ThuocDo</title>"))
    #expect(html.contains("<a href=\"/a\" aria-current=\"page\">A</a>"))
    #expect(html.contains("<a href=\"/b?c&amp;d\">&lt;B&gt; <span lang=\"en\">b</span></a>"))
    #expect(html.contains("<a href=\"#x\">X</a>"))
    #expect(html.contains("<p>vi</p><p lang=\"en\">en</p>"))
    // The one script is our own, and keeps the theme that a reader chose.
    let own = "<script src=\"/page.js\"></script>"
    #expect(html.contains(own))
    let rest = html.replacing(own, with: "")
    for word in ["<script", "style=", "http:", "https:", "//"] { #expect(!rest.contains(word)) }
  }

  @Test func `the style sheet takes nothing from elsewhere and knows the dark`() {
    for word in ["url(", "@import", "http:", "https:"] {
      #expect(!DocsStylesheet.text.contains(word))
    }
    #expect(DocsStylesheet.text.contains("prefers-color-scheme: dark"))
  }
}
