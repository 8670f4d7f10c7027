/// Walks a document of the shape `{"name":[row, row, …], …}` without keeping it: each row is
/// parsed onto the same tape, so a file of any length needs the memory of its longest row.
///
/// The bytes may be a part of the document, read on as they are used up: what throws at their end
/// is tried again with more of them from the `mark` before.
package struct RowReader: Sendable {
  private var scanner = Scanner(offset: 0)
  private var state = State.start
  private var names: Set<String> = []
  private var keyTape = Tape()

  fileprivate enum State { case start, firstName, nextName, firstRow, nextRow, end }

  /// Where a reader stood.
  package struct Mark {
    fileprivate var scanner: Scanner
    fileprivate var state: State
    fileprivate var offset: Int
  }

  package var mark: Mark { Mark(scanner: scanner, state: state, offset: offset) }

  /// Goes back to where the reader stood before a row, or before a name that was not read whole.
  package mutating func goBack(to mark: Mark) {
    (scanner, state, offset) = (mark.scanner, mark.state, mark.offset)
  }

  package init() {}

  /// Where the last name or row that was returned begins, in bytes.
  package private(set) var offset = 0

  /// The next list's name, nil at the end of the document. All rows of the list before it must
  /// have been read.
  package mutating func nextList(_ bytes: Span<UInt8>) throws(JSONError) -> String? {
    if state == .start {
      try scanner.expect(UInt8(ascii: "{"), bytes, "\"{\"")
      state = .firstName
    }
    if state == .firstName ? scanner.skip(UInt8(ascii: "}"), bytes) : try closes("}", bytes) {
      scanner.skipBlanks(bytes)
      if scanner.offset < bytes.count {
        throw scanner.unexpected(bytes, "the end of the document")
      }
      state = .end
      return nil
    }
    scanner.skipBlanks(bytes)
    offset = scanner.offset
    guard scanner.offset < bytes.count, bytes[scanner.offset] == UInt8(ascii: "\"") else {
      throw scanner.unexpected(bytes, "a key in quotes")
    }
    scanner.offset = try keyTape.parse(bytes, at: scanner.offset)
    let name = keyTape.text(0, bytes)
    if !names.insert(name).inserted {
      throw JSONError(
        offset: offset, expected: "each key once in an object", found: "\"\(name)\" again")
    }
    try scanner.expect(UInt8(ascii: ":"), bytes, "\":\"")
    try scanner.expect(UInt8(ascii: "["), bytes, "\"[\": a list of rows")
    state = .firstRow
    return name
  }

  /// Parses the next row of the list onto the tape; false at the list's end.
  package mutating func nextRow(
    _ bytes: Span<UInt8>, onto tape: inout Tape
  ) throws(JSONError) -> Bool {
    guard try findRow(bytes) else { return false }
    pass(to: try tape.parse(bytes, at: offset))
    return true
  }

  /// Goes to the next row of the list, which begins at `offset`; false at the list's end. The
  /// caller reads it, then passes it.
  package mutating func findRow(_ bytes: Span<UInt8>) throws(JSONError) -> Bool {
    if state == .firstRow ? scanner.skip(UInt8(ascii: "]"), bytes) : try closes("]", bytes) {
      state = .nextName
      return false
    }
    scanner.skipBlanks(bytes)
    offset = scanner.offset
    return true
  }

  /// Goes on after the row that was found.
  package mutating func pass(to end: Int) {
    scanner.offset = end
    state = .nextRow
  }

  /// Up to where the bytes have been read.
  package var end: Int { scanner.offset }

  /// Takes note that bytes before `end` were cut from the front.
  package mutating func cut(_ count: Int) {
    scanner.offset -= count
    offset -= count
  }

  /// After a member or element: a comma goes on, the closing bracket ends.
  private mutating func closes(_ bracket: Unicode.Scalar, _ bytes: Span<UInt8>)
    throws(JSONError) -> Bool
  {
    if scanner.skip(UInt8(ascii: ","), bytes) { return false }
    try scanner.expect(UInt8(ascii: bracket), bytes, "\",\" or \"\(bracket)\"")
    return true
  }
}
