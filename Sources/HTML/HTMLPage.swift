/// The frame of the pages of documentation: a head without anything from elsewhere, a way around,
/// what is on the page, the content.
package struct HTMLPage: Sendable {
  /// A link with its words in both languages.
  package struct Way: Sendable {
    let href: String
    let vi: String
    let en: String

    package init(_ href: String, _ vi: String, _ en: String) {
      self.href = href
      self.vi = vi
      self.en = en
    }
  }

  let path: String
  /// In both languages.
  let title: (vi: String, en: String)
  /// The links of the top; the page's own is marked.
  let ways: [Way]
  /// The sections of the page.
  let contents: [Way]

  package init(
    _ path: String, title: (vi: String, en: String), ways: [Way], contents: [Way] = []
  ) {
    self.path = path
    self.title = title
    self.ways = ways
    self.contents = contents
  }

  /// The whole document.
  package func document(_ content: (inout HTMLWriter) -> Void) -> [UInt8] {
    var writer = HTMLWriter(capacity: 64 << 10)
    writer.doctype()
    writer.element("html", ["lang": "vi"]) { writer in
      writeHead(&writer)
      writer.newline()
      writer.element("body") { writer in
        writer.element("a", ["class": "skip", "href": "#noi-dung"]) { writer in
          writer.text("Đến nội dung · ")
          writer.element("span", ["lang": "en"], "To the content")
        }
        writeTop(&writer)
        writer.element("div", ["class": contents.isEmpty ? "page" : "page with-contents"]) {
          writer in
          writeContents(&writer)
          writer.element("main", ["id": "noi-dung"]) { writer in
            writer.element("h1") { writer in
              writer.text("\(title.vi) ")
              writer.element("span", ["lang": "en"], title.en)
            }
            writer.newline()
            content(&writer)
          }
        }
        writeFoot(&writer)
      }
    }
    writer.newline()
    return writer.bytes
  }

  private func writeHead(_ writer: inout HTMLWriter) {
    writer.element("head") { writer in
      writer.void("meta", ["charset": "utf-8"])
      writer.void(
        "meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
      writer.void("meta", ["name": "color-scheme", "content": "light dark"])
      writer.element("title", "\(title.vi) · \(title.en) · ThuocDo")
      writer.void("link", ["rel": "stylesheet", "href": DocsStylesheet.path])
      // Keeps the theme that was chosen on other pages.
      writer.element("script", ["src": HTMLPage.script], "")
      writer.void("link", ["rel": "icon", "href": "data:,"])
    }
  }

  private func writeTop(_ writer: inout HTMLWriter) {
    writer.element("header") { writer in
      writer.element("p", ["class": "name"]) { writer in
        writer.element("a", ["href": "/"], "Thước đo")
        writer.text(" ")
        writer.element("span") { writer in
          writer.text("tài liệu · ")
          writer.element("span", ["lang": "en"], "documentation")
        }
      }
      writer.element("nav", ["aria-label": "Tài liệu · Documentation"]) { writer in
        writer.element("ul") { writer in
          for way in ways { writer.item(way, isHere: way.href == path) }
        }
      }
    }
    writer.newline()
  }

  private func writeContents(_ writer: inout HTMLWriter) {
    if contents.isEmpty { return }
    writer.element("nav", ["class": "contents", "aria-label": "Trong trang này · On this page"]) {
      writer in
      writer.element("ul") { writer in
        for way in contents { writer.item(way, isHere: false) }
      }
    }
    writer.newline()
  }

  private func writeFoot(_ writer: inout HTMLWriter) {
    writer.element("footer") { writer in
      writer.both(
        "Mọi ví dụ trong tài liệu là câu trả lời thật của chính máy chủ này.",
        "Every example of these pages is a real answer of this very server.")
    }
  }

  /// Where the script is that every page has.
  package static let script = "/page.js"

  /// What a browser may do with a page: nothing from elsewhere, no script but our own, no frames.
  package static let contentPolicy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
    + " connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
}

extension HTMLWriter {
  fileprivate mutating func item(_ way: HTMLPage.Way, isHere: Bool) {
    let words = { (writer: inout HTMLWriter) in
      writer.text(way.vi)
      if way.en.isEmpty { return }
      writer.text(" ")
      writer.element("span", ["lang": "en"], way.en)
    }
    element("li") { writer in
      if isHere {
        writer.element("a", ["href": way.href, "aria-current": "page"], words)
      } else {
        writer.element("a", ["href": way.href], words)
      }
    }
    newline()
  }
}
