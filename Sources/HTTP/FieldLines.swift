/// The field lines of an answer, as they stand on the wire.
///
/// Everything that goes into a response field passes `append`, which refuses what could end the
/// line early (CR, LF, NUL), so that no value taken from a request can add a field.
package struct FieldLines: Sendable {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  /// Adds one line. A value with CR, LF or NUL is a programmer's error and stops the program.
  package mutating func append(_ name: StaticString, _ value: String) {
    bytes.append(contentsOf: String(describing: name).utf8)
    bytes.append(0x3A)
    bytes.append(0x20)
    let text = value.utf8.span
    for place in text.indices {
      let byte = text[place]
      precondition(byte != 0x0D && byte != 0x0A && byte != 0, "a field value ends its line")
    }
    bytes.append(contentsOf: value.utf8)
    bytes.append(0x0D)
    bytes.append(0x0A)
  }

  /// Adds lines that were put together before.
  package mutating func append(_ lines: FieldLines) {
    bytes.append(contentsOf: lines.bytes)
  }

  /// The lines that follow the first `count` bytes, which are whole lines.
  package func lines(behind count: Int) -> FieldLines {
    var rest = FieldLines()
    rest.bytes = Array(bytes[count...])
    return rest
  }

  package mutating func append(_ name: StaticString, _ value: some Sequence<UInt8>) {
    bytes.append(contentsOf: String(describing: name).utf8)
    bytes.append(contentsOf: [0x3A, 0x20])
    for byte in value {
      precondition(byte != 0x0D && byte != 0x0A && byte != 0, "a field value ends its line")
      bytes.append(byte)
    }
    bytes.append(contentsOf: [0x0D, 0x0A])
  }
}
