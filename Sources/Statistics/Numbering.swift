import JSON

/// Numbers texts from 0 in the order in which they first appear, without a `String` for one that
/// is known already.
package struct Numbering: Sendable {
  /// Of each text, the row that it was first seen in.
  package private(set) var firstRows: [Int] = []
  /// The texts one after the other, and where each ends.
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  /// A hash table of numbers + 1, open addressing; at most half of it is taken.
  private var slots = [UInt32](repeating: 0, count: 64)
  /// The number that was given last: rows follow each other by what they refer to.
  private var last = 0
  /// Whether some text is not written in a file byte by byte as it is.
  private var hasEscaped = false

  /// Texts that can be numbered; `none` is left over.
  package static let most = 65_535
  /// Stands for a text that is not there.
  package static let none = UInt16.max

  package init() {}

  package var count: Int { ends.count }

  package func text(_ number: Int) -> String {
    String(decoding: bytes[range(number)], as: UTF8.self)
  }

  package var texts: [String] { (0..<count).map(text) }

  /// The number of the text in a range of bytes; nil if it would be one more than `most`.
  package mutating func number(
    of source: Span<UInt8>, _ place: Range<Int>, row: Int
  ) -> UInt16? {
    var slot = hash(source, place) & (slots.count - 1)
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      if isSame(number, source, place) {
        last = number
        return UInt16(number)
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    guard count < Numbering.most else { return nil }
    for index in place { bytes.append(source[index]) }
    ends.append(bytes.count)
    firstRows.append(row)
    slots[slot] = UInt32(count)
    if count * 2 > slots.count { grow() }
    last = count - 1
    return UInt16(last)
  }

  /// The number of the string that comes next in a row of a file: likely the text before again, or
  /// the one that followed it when both were new. Nil if there is no string of ASCII, an empty one,
  /// or one more than `most`.
  package mutating func number(
    in reader: inout FlatRow, _ source: Span<UInt8>, row: Int
  ) -> UInt16? {
    guard reader.openString(source) else { return nil }
    for likely in last..<(hasEscaped ? last : max(last, min(last + 2, count)))
    where reader.closes(bytes.span.extracting(range(likely)), source) {
      last = likely
      return UInt16(likely)
    }
    guard let place = reader.closeWord(source), !place.isEmpty else { return nil }
    return number(of: source, place, row: row)
  }

  package mutating func number(of text: String, row: Int) -> UInt16? {
    let source = Array(text.utf8)
    for byte in source where byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    {
      hasEscaped = true
    }
    return number(of: source.span, 0..<source.count, row: row)
  }

  private func range(_ number: Int) -> Range<Int> {
    (number == 0 ? 0 : ends[number - 1])..<ends[number]
  }

  private func isSame(_ number: Int, _ source: Span<UInt8>, _ place: Range<Int>) -> Bool {
    bytes.span.extracting(range(number)).isSame(source.extracting(place))
  }

  /// FNV-1a, its high bits folded in.
  private func hash(_ source: Span<UInt8>, _ place: Range<Int>) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in place { hash = (hash ^ UInt64(source[index])) &* 0x100_0000_01B3 }
    return Int(truncatingIfNeeded: hash ^ hash >> 32)
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    for number in 0..<count {
      var slot = hash(bytes.span, range(number)) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(number + 1)
    }
  }
}
