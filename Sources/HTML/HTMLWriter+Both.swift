/// What pages in both languages are put together from.
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
      writer.text(" ")
      writer.element("span", ["lang": "en"], en)
    }
    newline()
  }

  /// A table whose first row heads it; it scrolls by itself where it is wide.
  ///
  /// - Parameters:
  ///   - label: what it is about, for those who hear it.
  ///   - isStacked: whether its rows become paragraphs where there is little room.
  package mutating func table(
    _ label: String, _ heads: [(vi: String, en: String)], isStacked: Bool = false,
    _ rows: (inout HTMLWriter) -> Void
  ) {
    element(
      "div",
      [
        "class": isStacked ? "wide stacked" : "wide", "role": "group", "tabindex": "0",
        "aria-label": label,
      ]
    ) { writer in
      writer.element("table") { writer in
        writer.element("thead") { writer in
          writer.element("tr") { writer in
            for head in heads {
              writer.element("th", ["scope": "col"]) { writer in
                writer.text(head.vi)
                if head.en.isEmpty { return }
                writer.text(" ")
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

  /// A cell in both languages.
  package mutating func cell(_ vi: String, _ en: String) {
    element("td") { writer in
      writer.element("p", vi)
      writer.element("p", ["lang": "en"], en)
    }
  }

  /// A cell with a code.
  package mutating func cell(code: String) {
    element("td") { $0.element("code", code) }
  }

  /// What somebody types, or gets.
  package mutating func listing(_ label: String, _ text: String, isQuestion: Bool = false) {
    element(
      "pre",
      ["class": isQuestion ? "ask" : "got", "role": "group", "tabindex": "0", "aria-label": label]
    ) { $0.element("code", text) }
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
