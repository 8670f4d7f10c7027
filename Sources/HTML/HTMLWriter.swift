// HTML: how pages for people are written: elements that escape what stands in them, and the frame
// and look that all pages share.

/// Writes HTML onto an array of bytes. Names of elements and attributes stand in the program;
/// everything else is escaped, so that no text of the data or of a request can become markup.
package struct HTMLWriter: Sendable {
  package private(set) var bytes: [UInt8] = []

  /// - Parameter capacity: the bytes that there is room for at first.
  package init(capacity: Int = 0) {
    bytes.reserveCapacity(capacity)
  }

  /// An element with what the closure writes in it.
  package mutating func element(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:],
    _ content: (inout HTMLWriter) -> Void
  ) {
    open(name, attributes)
    content(&self)
    append("</")
    append(name)
    append(">")
  }

  /// An element with a text in it.
  package mutating func element(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String>, _ text: String
  ) {
    element(name, attributes) { $0.text(text) }
  }

  package mutating func element(_ name: StaticString, _ text: String) {
    element(name, [:], text)
  }

  /// An element that has no content, such as `meta`.
  package mutating func void(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:]
  ) {
    open(name, attributes)
  }

  package mutating func text(_ text: String) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): append("&amp;")
      case UInt8(ascii: "<"): append("&lt;")
      case UInt8(ascii: ">"): append("&gt;")
      case UInt8(ascii: "\""): append("&quot;")
      case UInt8(ascii: "'"): append("&#39;")
      // HTML has no place for it; what it would be read as is written.
      case 0: append("\u{FFFD}")
      default: bytes.append(byte)
      }
    }
  }

  /// A line break between elements, for people who read the source.
  package mutating func newline() { bytes.append(0x0A) }

  /// What was written elsewhere as markup, such as a drawing; nothing of a text or a request.
  package mutating func markup(_ bytes: [UInt8]) { self.bytes += bytes }

  /// What a document begins with.
  package mutating func doctype() { append("<!doctype html>\n") }

  private mutating func open(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String>
  ) {
    append("<")
    append(name)
    for (name, value) in attributes {
      append(" ")
      append(name)
      append("=\"")
      text(value)
      append("\"")
    }
    append(">")
  }

  private mutating func append(_ text: StaticString) {
    bytes.append(contentsOf: text.description.utf8)
  }
}
