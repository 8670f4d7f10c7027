/// Writes JSON onto an array of bytes, without blanks; commas are its own business.
///
/// It checks nothing: a key without a value, or a bracket that is not closed, is the caller's bug.
package struct JSONWriter: Sendable {
  package var bytes: [UInt8] = []
  private var needsComma = false

  /// - Parameter capacity: the bytes that there is room for at first.
  package init(capacity: Int = 0) {
    bytes.reserveCapacity(capacity)
  }

  /// Goes on behind other values.
  init(continuing bytes: [UInt8]) {
    self.bytes = bytes
    needsComma = true
  }

  /// Ends a line of a text that has a value a line.
  package mutating func endLine() {
    bytes.append(0x0A)
    needsComma = false
  }

  package mutating func beginObject() { open(UInt8(ascii: "{")) }
  package mutating func endObject() { close(UInt8(ascii: "}")) }
  package mutating func beginArray() { open(UInt8(ascii: "[")) }
  package mutating func endArray() { close(UInt8(ascii: "]")) }

  /// A member's key; it must be free of what JSON escapes.
  package mutating func key(_ name: String) {
    comma()
    bytes.append(UInt8(ascii: "\""))
    bytes.append(contentsOf: name.utf8)
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// A member's key as it was written beforehand.
  package mutating func key(_ key: JSONKey) {
    append(key.bytes)
    needsComma = false
  }

  /// A piece that was written beforehand: members or values that are free of their surroundings.
  package mutating func piece(_ pieces: JSONPieces, _ number: Int) {
    let piece = pieces[number]
    bytes.append(contentsOf: needsComma ? piece : piece.dropFirst())
    needsComma = true
  }

  /// A piece that ends with the key of what comes next.
  package mutating func key(_ pieces: JSONPieces, _ number: Int) {
    piece(pieces, number)
    needsComma = false
  }

  /// The pieces of a range, none of which may be empty.
  package mutating func pieces(_ pieces: JSONPieces, _ numbers: Range<Int>) {
    if numbers.isEmpty { return }
    let pieces = pieces[numbers]
    bytes.append(contentsOf: needsComma ? pieces : pieces.dropFirst())
    needsComma = true
  }

  /// What begins with a comma, without it where none belongs there.
  private mutating func append(_ bytes: [UInt8]) {
    if needsComma {
      self.bytes.append(contentsOf: bytes)
    } else {
      self.bytes.append(contentsOf: bytes[1...])
    }
  }

  /// A value that is JSON already, without blanks around it.
  package mutating func raw(_ json: [UInt8]) { word(json) }

  package mutating func null() { word(JSONWriter.nullWord) }
  package mutating func bool(_ value: Bool) {
    word(value ? JSONWriter.trueWord : JSONWriter.falseWord)
  }
  package mutating func integer(_ value: Int) { number(Decimal(value)) }

  package mutating func number(_ value: Decimal) {
    comma()
    value.write(onto: &bytes)
    needsComma = true
  }

  package mutating func string(_ text: String) {
    comma()
    bytes.append(UInt8(ascii: "\""))
    if JSONWriter.isEscaped(text.utf8.span) {
      for byte in text.utf8 { escape(byte) }
    } else {
      bytes.append(contentsOf: text.utf8)
    }
    bytes.append(UInt8(ascii: "\""))
    needsComma = true
  }

  /// A string that `write` puts between the quotation marks, free of what JSON escapes.
  package mutating func string(_ write: (inout [UInt8]) -> Void) {
    comma()
    bytes.append(UInt8(ascii: "\""))
    write(&bytes)
    bytes.append(UInt8(ascii: "\""))
    needsComma = true
  }

  package mutating func strings(_ list: some Sequence<String>) {
    beginArray()
    for text in list { string(text) }
    endArray()
  }

  package mutating func member(_ name: String, _ text: String?) {
    key(name)
    if let text { string(text) } else { null() }
  }

  /// A place to come back to with `rewind`.
  package struct Mark: Sendable {
    fileprivate var count: Int
    fileprivate var needsComma: Bool
  }

  package var mark: Mark { Mark(count: bytes.count, needsComma: needsComma) }

  /// Takes back everything written since the mark.
  package mutating func rewind(to mark: Mark) {
    bytes.removeLast(bytes.count - mark.count)
    needsComma = mark.needsComma
  }

  /// Copies what was written since the mark, for `repeating`.
  package func copy(since mark: Mark, to copy: inout [UInt8]) {
    copy.removeAll(keepingCapacity: true)
    if !mark.needsComma { copy.append(UInt8(ascii: ",")) }
    copy.append(contentsOf: bytes[mark.count...])
  }

  /// Writes again what was copied, which may begin or end anywhere but behind a key.
  package mutating func repeating(_ copy: [UInt8]) {
    append(copy)
    needsComma = true
  }

  /// Whether something was written since the mark.
  package func hasWritten(since mark: Mark) -> Bool { bytes.count > mark.count }

  private mutating func open(_ bracket: UInt8) {
    comma()
    bytes.append(bracket)
    needsComma = false
  }

  private mutating func close(_ bracket: UInt8) {
    bytes.append(bracket)
    needsComma = true
  }

  private mutating func word(_ word: [UInt8]) {
    comma()
    bytes.append(contentsOf: word)
    needsComma = true
  }

  private static let nullWord = Array("null".utf8)
  private static let trueWord = Array("true".utf8)
  private static let falseWord = Array("false".utf8)

  private mutating func comma() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
  }

  /// Whether any byte has to be escaped.
  private static func isEscaped(_ text: Span<UInt8>) -> Bool {
    for place in text.indices {
      let byte = text[place]
      if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return true }
    }
    return false
  }

  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"):
      bytes.append(UInt8(ascii: "\\"))
      bytes.append(byte)
    case 0x0A: bytes.append(contentsOf: [0x5C, UInt8(ascii: "n")])
    case 0x09: bytes.append(contentsOf: [0x5C, UInt8(ascii: "t")])
    case 0x0D: bytes.append(contentsOf: [0x5C, UInt8(ascii: "r")])
    case 0..<0x20:
      bytes.append(contentsOf: "\\u00".utf8)
      for digit in [byte >> 4, byte & 15] {
        bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
      }
    default: bytes.append(byte)
    }
  }
}
