// JSON: RFC 8259 read strictly from a span of bytes and written onto an array of bytes.

/// One value, or one key, of a parsed document: its kind and where its bytes lie.
package struct Token: Sendable {
  /// The first byte of the value; of a string, the byte after the opening quote.
  package var start: UInt32
  /// The byte after the value; of a string, the closing quote.
  package var end: UInt32
  /// The index of the token after this value and everything in it.
  package var next: UInt32
  package var kind: Kind

  package enum Kind: UInt8, Sendable {
    case null, `true`, `false`, number, object, array
    case string
    /// A string with escapes: its bytes are not its text.
    case escapedString
  }
}
