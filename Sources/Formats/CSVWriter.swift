import JSON

/// Writes lines of comma-separated values as RFC 4180 has them, each ended by CR LF. What is null
/// is an empty cell.
package struct CSVWriter: Sendable {
  package var bytes: [UInt8] = []
  private var isFirst = true

  package init() {}

  /// Goes on behind other cells of a line.
  init(continuing bytes: [UInt8]) {
    self.bytes = bytes
    isFirst = false
  }

  package mutating func endLine() {
    bytes.append(0x0D)
    bytes.append(0x0A)
    isFirst = true
  }

  package mutating func empty() { separate() }

  /// Cells that were written beforehand: the first ones of a line, or others with the comma before
  /// them.
  mutating func repeating(_ cells: [UInt8]) {
    bytes.append(contentsOf: cells)
    isFirst = false
  }

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
    let start = bytes.count
    bytes.append(contentsOf: text.utf8)
    if needsQuotes(behind: start) { quote(behind: start) }
  }

  /// Whether the text in the last bytes needs quotation marks. All are looked at whatever the first
  /// ones say: so the compiler takes many at a time.
  private func needsQuotes(behind start: Int) -> Bool {
    let text = bytes.span.extracting(start..<bytes.count)
    if text.isEmpty { return false }
    var found: UInt8 = CSVWriter.beginsFormula(text[0]) ? 1 : 0
    for index in text.indices {
      let byte = text[index]
      found |= byte == UInt8(ascii: ",") ? 1 : 0
      found |= byte == UInt8(ascii: "\"") ? 1 : 0
      found |= byte == 0x0A ? 1 : 0
      found |= byte == 0x0D ? 1 : 0
    }
    return found != 0
  }

  /// Moves the field from its end, in place: a copy of it would keep all bytes before it from
  /// being written to without copying them too.
  private mutating func quote(behind start: Int) {
    let mark = UInt8(ascii: "\"")
    let isGuarded = start < bytes.count && CSVWriter.beginsFormula(bytes[start])
    var from = bytes.count
    var added = isGuarded ? 3 : 2
    for index in start..<from where bytes[index] == mark { added += 1 }
    bytes.append(contentsOf: repeatElement(mark, count: added))
    var to = bytes.count - 1
    while from > start {
      from -= 1
      to -= 1
      bytes[to] = bytes[from]
      if bytes[to] == mark {
        to -= 1
        bytes[to] = mark
      }
    }
    if isGuarded { bytes[start + 1] = UInt8(ascii: "'") }
    bytes[start] = mark
  }

  private mutating func separate() {
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    isFirst = false
  }

  private static func beginsFormula(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D:
      true
    default: false
    }
  }
}
