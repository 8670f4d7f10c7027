/// A member's key, written beforehand with its quotation marks, comma and colon.
package struct JSONKey: Sendable {
  let bytes: [UInt8]

  /// The name must be free of what JSON escapes.
  package init(_ name: String) {
    bytes = Array(",\"\(name)\":".utf8)
  }
}

/// Runs of JSON that were written beforehand, found by number: members or values that stand in
/// many answers. All lie in one array of bytes.
package struct JSONPieces: Sendable {
  private var bytes: [UInt8] = []
  private var ends: [Int] = [0]

  package init() {}

  /// A piece for each of some things, as `write` writes it.
  package init<Source>(
    _ sources: some Sequence<Source>, _ write: (Source, inout JSONWriter) -> Void
  ) {
    for source in sources { append { write(source, &$0) } }
  }

  package var count: Int { ends.count - 1 }

  /// Adds what `write` writes, which may be nothing.
  package mutating func append(_ write: (inout JSONWriter) -> Void) {
    var writer = JSONWriter(continuing: bytes)
    bytes = []
    write(&writer)
    bytes = writer.bytes
    ends.append(bytes.count)
  }

  /// The bytes of all pieces.
  package var byteCount: Int { bytes.count }

  package func isEmpty(_ number: Int) -> Bool { ends[number] == ends[number + 1] }

  /// The piece with a comma before it.
  subscript(number: Int) -> ArraySlice<UInt8> { bytes[ends[number]..<ends[number + 1]] }

  /// The pieces of a range, each with a comma before it.
  subscript(numbers: Range<Int>) -> ArraySlice<UInt8> {
    bytes[ends[numbers.lowerBound]..<ends[numbers.upperBound]]
  }
}
