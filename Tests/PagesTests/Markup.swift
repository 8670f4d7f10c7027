/// A page taken apart, as far as tests look: its tags in order, and what is wrong with them.
struct Markup {
  struct Tag {
    let name: String
    let attributes: [String: String]
    /// The text up to the next tag.
    let text: String
    /// The tags that it stands in, from the outermost.
    let around: [String]
  }

  private(set) var tags: [Tag] = []
  /// In words; empty where the page is well-formed.
  private(set) var wrong: [String] = []

  private static let empty: Set = ["meta", "link", "input", "br", "hr", "img"]

  init(_ page: String) {
    var open: [String] = []
    var rest = page[...]
    if rest.hasPrefix("<!doctype html>") {
      rest = rest.dropFirst("<!doctype html>".count)
    } else {
      wrong.append("no doctype")
    }
    while let start = rest.firstIndex(of: "<") {
      guard let end = rest[start...].firstIndex(of: ">") else {
        wrong.append("a tag without an end: \(rest[start...].prefix(60))")
        return
      }
      var inside = rest[rest.index(after: start)..<end]
      rest = rest[rest.index(after: end)...]
      let text = String(rest.prefix { $0 != "<" })
      if inside.hasPrefix("/") {
        let name = String(inside.dropFirst())
        if open.popLast() != name { wrong.append("</\(name)> closes another") }
        continue
      }
      let isClosed = inside.hasSuffix("/")
      if isClosed { inside = inside.dropLast() }
      let name = String(inside.prefix { $0 != " " })
      let attributes = attributes(of: inside.dropFirst(name.count), name)
      tags.append(
        Tag(name: name, attributes: attributes, text: Markup.unescaped(text), around: open))
      if !isClosed, !Markup.empty.contains(name) { open.append(name) }
    }
    if !open.isEmpty { wrong.append("left open: \(open)") }
  }

  private mutating func attributes(of text: Substring, _ name: String) -> [String: String] {
    var attributes: [String: String] = [:]
    var left = text[...]
    for match in text.matches(of: #/ ([a-zA-Z0-9:-]+)="([^"<]*)"/#) {
      let key = String(match.1)
      if attributes[key] != nil { wrong.append("<\(name)> has \(key) twice") }
      attributes[key] = Markup.unescaped(String(match.2))
      left = text[match.range.upperBound...]
    }
    if !left.isEmpty && !text.isEmpty { wrong.append("<\(name)\(text)> cannot be read") }
    return attributes
  }

  static func unescaped(_ text: String) -> String {
    text.replacing("&lt;", with: "<").replacing("&gt;", with: ">")
      .replacing("&quot;", with: "\"").replacing("&#39;", with: "'").replacing("&amp;", with: "&")
  }

  func all(_ name: String) -> [Tag] { tags.filter { $0.name == name } }

  var ids: [String] { tags.compactMap { $0.attributes["id"] } }
}
