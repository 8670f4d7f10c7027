/// Where bytes stop being JSON, or stop being the JSON that was asked for.
package struct JSONError: Error, Sendable, Equatable {
  /// Bytes from the start of the file.
  package var offset: Int
  package var expected: String
  /// What stands there instead, quoted and cut at 40 characters.
  package var found: String

  package init(offset: Int, expected: String, found: String) {
    self.offset = offset
    self.expected = expected
    self.found = found
  }
}

/// A place in a text file as editors count it: lines from 1, columns in characters from 1.
package struct TextPlace: Sendable, Equatable {
  package var line: Int
  package var column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// The place of a byte offset; costs one pass over the bytes before it.
  package init(offset: Int, in bytes: Span<UInt8>) {
    self.init(line: 1, column: 1)
    for index in 0..<min(offset, bytes.count) { pass(bytes[index]) }
  }

  /// Goes on by one byte.
  package mutating func pass(_ byte: UInt8) {
    if byte == UInt8(ascii: "\n") {
      line += 1
      column = 1
    } else if byte & 0xC0 != 0x80 {
      column += 1
    }
  }
}
