import HTML

/// A page that only says why there is no other, with ways on.
package struct MessagePage: Sendable {
  let desk: Desk
  let title: String
  let detail: String
  /// Names and addresses of what is near.
  let ways: [(name: String, href: String)]

  package init(_ desk: Desk, title: String, detail: String, ways: [(name: String, href: String)]) {
    self.desk = desk
    self.title = title
    self.detail = detail
    self.ways = ways
  }

  package func document() -> [UInt8] {
    desk.document("/", title: title) { writer in
      writer.element("div", ["class": "message"]) { writer in
        writer.element("h1", title)
        writer.element("p", detail)
        writer.element("ul") { writer in
          for way in ways {
            writer.element("li") { $0.element("a", ["href": way.href], way.name) }
          }
          writer.element("li") { writer in
            writer.element(
              "a", ["href": desk.choice.bare.address()], desk.say("Trang đầu", "Front page"))
          }
        }
      }
    }
  }
}
