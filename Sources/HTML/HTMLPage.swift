/// The frame of every page: a head without anything from elsewhere, a way around, the content.
package struct HTMLPage: Sendable {
  /// In both languages.
  let title: (vi: String, en: String)
  /// The links of the top, with the words of each; the page's own has no link.
  let ways: [(href: String, words: String)]
  let path: String

  package init(
    _ path: String, title: (vi: String, en: String), ways: [(href: String, words: String)]
  ) {
    self.path = path
    self.title = title
    self.ways = ways
  }

  /// The whole document.
  package func document(_ content: (inout HTMLWriter) -> Void) -> [UInt8] {
    var writer = HTMLWriter(capacity: 64 << 10)
    writer.doctype()
    writer.element("html", ["lang": "vi"]) { writer in
      writer.element("head") { writer in
        writer.void("meta", ["charset": "utf-8"])
        writer.void(
          "meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
        writer.void("meta", ["name": "color-scheme", "content": "light dark"])
        writer.element("title", "\(title.vi) · \(title.en) · ThuocDo")
        writer.void("link", ["rel": "stylesheet", "href": Stylesheet.path])
        writer.void("link", ["rel": "icon", "href": "data:,"])
      }
      writer.newline()
      writer.element("body") { writer in
        writer.element("header") { writer in
          writer.element("nav", ["aria-label": "ThuocDo"]) { writer in
            for way in ways {
              if way.href == path {
                writer.element("strong", ["aria-current": "page"], way.words)
              } else {
                writer.element("a", ["href": way.href], way.words)
              }
              writer.newline()
            }
          }
        }
        writer.element("main") { writer in
          writer.element("h1") { writer in
            writer.text(title.vi)
            writer.element("span", ["lang": "en"], title.en)
          }
          content(&writer)
        }
      }
    }
    writer.newline()
    return writer.bytes
  }

  /// What a browser may do with a page: nothing from elsewhere, no script but our own, no frames.
  package static let contentPolicy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
    + " connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
}

extension HTMLWriter {
  /// A sentence in both languages, beside each other where there is room.
  package mutating func both(_ vi: String, _ en: String) {
    element("div", ["class": "both"]) { writer in
      writer.element("p", vi)
      writer.element("p", ["lang": "en"], en)
    }
    newline()
  }

  /// A heading in both languages that can be linked to.
  package mutating func heading(_ name: StaticString, id: String, _ vi: String, _ en: String) {
    element(name, ["id": id]) { writer in
      writer.element("a", ["href": "#\(id)"], vi)
      writer.element("span", ["lang": "en"], en)
    }
    newline()
  }

  /// A table whose first row heads it; it scrolls by itself where it is wide.
  package mutating func table(
    _ heads: [(vi: String, en: String)], _ rows: (inout HTMLWriter) -> Void
  ) {
    element("div", ["class": "wide", "tabindex": "0"]) { writer in
      writer.element("table") { writer in
        writer.element("thead") { writer in
          writer.element("tr") { writer in
            for head in heads {
              writer.element("th", ["scope": "col"]) { writer in
                writer.text(head.vi)
                writer.element("span", ["lang": "en"], head.en)
              }
            }
          }
        }
        writer.element("tbody") { rows(&$0) }
      }
    }
    newline()
  }

  /// Something to open.
  package mutating func fold(_ summary: String, _ content: (inout HTMLWriter) -> Void) {
    element("details") { writer in
      writer.element("summary", summary)
      content(&writer)
    }
    newline()
  }
}
