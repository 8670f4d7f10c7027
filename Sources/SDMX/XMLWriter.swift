// SDMX: the data as statisticians' programs read it: SDMX-ML 2.1 and SDMX-CSV 2.0, piece by piece.

/// Writes XML onto an array of bytes, without blanks between elements.
///
/// It checks nothing: names that are none, or elements that are not closed, are the caller's bug.
package struct XMLWriter: Sendable {
  package var bytes: [UInt8] = []

  package init() {}

  /// What is XML already.
  package mutating func raw(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// A start tag.
  package mutating func open(_ name: String, _ attributes: KeyValuePairs<String, String> = [:]) {
    begin(name, attributes)
    raw(">")
  }

  package mutating func close(_ name: String) {
    raw("</")
    raw(name)
    raw(">")
  }

  /// An element with attributes alone.
  package mutating func empty(_ name: String, _ attributes: KeyValuePairs<String, String> = [:]) {
    begin(name, attributes)
    raw("/>")
  }

  /// An element with a text in it.
  package mutating func element(
    _ name: String, _ text: String, _ attributes: KeyValuePairs<String, String> = [:]
  ) {
    open(name, attributes)
    XMLWriter.escape(text, onto: &bytes)
    close(name)
  }

  private mutating func begin(_ name: String, _ attributes: KeyValuePairs<String, String>) {
    raw("<")
    raw(name)
    for (name, value) in attributes {
      raw(" ")
      raw(name)
      raw("=\"")
      XMLWriter.escape(value, onto: &bytes)
      raw("\"")
    }
  }

  /// Writes a text so that it may stand in an element or an attribute. Ends of lines and tabs
  /// survive an attribute only as references; what XML 1.0 cannot say is replaced by U+FFFD.
  package static func escape(_ text: String, onto bytes: inout [UInt8]) {
    let text = text.utf8.span
    for place in text.indices {
      let byte = text[place]
      switch byte {
      case UInt8(ascii: "&"): bytes.append(contentsOf: "&amp;".utf8)
      case UInt8(ascii: "<"): bytes.append(contentsOf: "&lt;".utf8)
      case UInt8(ascii: ">"): bytes.append(contentsOf: "&gt;".utf8)
      case UInt8(ascii: "\""): bytes.append(contentsOf: "&quot;".utf8)
      case 0x09: bytes.append(contentsOf: "&#9;".utf8)
      case 0x0A: bytes.append(contentsOf: "&#10;".utf8)
      case 0x0D: bytes.append(contentsOf: "&#13;".utf8)
      case 0..<0x20: bytes.append(contentsOf: [0xEF, 0xBF, 0xBD])
      case 0xBE, 0xBF:
        // U+FFFE and U+FFFF, the last of three bytes.
        let isNone = place >= 2 && text[place - 1] == 0xBF && text[place - 2] == 0xEF
        bytes.append(isNone ? 0xBD : byte)
      default: bytes.append(byte)
      }
    }
  }
}
