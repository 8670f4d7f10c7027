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

  package var count: Int { ends.count - 1 }

  /// Adds what `write` writes, which may be nothing.
  package mutating func append(_ write: (inout JSONWriter) -> Void) {
    var writer = JSONWriter(continuing: bytes)
    bytes = []
    write(&writer)
    bytes = writer.bytes
    ends.append(bytes.count)
  }

  package func isEmpty(_ number: Int) -> Bool { ends[number] == ends[number + 1] }

  /// The piece with a comma before it.
  subscript(number: Int) -> ArraySlice<UInt8> { bytes[ends[number]..<ends[number + 1]] }
}
