import JSON

/// Writes lines of comma-separated values as RFC 4180 has them, each ended by CR LF. What is null
/// is an empty cell.
package struct CSVWriter: Sendable {
  package var bytes: [UInt8] = []
  private var isFirst = true

  package init() {}

  package mutating func endLine() {
    bytes.append(0x0D)
    bytes.append(0x0A)
    isFirst = true
  }

  package mutating func empty() { separate() }

  package mutating func number(_ value: Decimal?) {
    separate()
    value?.write(onto: &bytes)
  }

  /// A cell that `write` fills with what needs no quotation marks.
  package mutating func plain(_ write: (inout [UInt8]) -> Void) {
    separate()
    write(&bytes)
  }

  /// A text, in quotation marks where it needs them. One that a spreadsheet takes for a formula
  /// gets an apostrophe before it.
  package mutating func text(_ text: String?) {
    separate()
    guard let text else { return }
    let isFormula = text.utf8.first.map(CSVWriter.beginsFormula) ?? false
    guard isFormula || text.utf8.contains(where: CSVWriter.isQuoted) else {
      bytes.append(contentsOf: text.utf8)
      return
    }
    bytes.append(UInt8(ascii: "\""))
    if isFormula { bytes.append(UInt8(ascii: "'")) }
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func separate() {
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    isFirst = false
  }

  private static func isQuoted(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == 0x0A || byte == 0x0D
  }

  private static func beginsFormula(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D:
      true
    default: false
    }
  }
}
