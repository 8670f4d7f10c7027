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

  /// Finds the place of a byte offset; costs one pass over the bytes before it.
  package init(offset: Int, in bytes: Span<UInt8>) {
    var line = 1
    var lineStart = 0
    let end = min(offset, bytes.count)
    for index in 0..<end where bytes[index] == UInt8(ascii: "\n") {
      line += 1
      lineStart = index + 1
    }
    var column = 1
    for index in lineStart..<max(lineStart, end) where bytes[index] & 0xC0 != 0x80 {
      column += 1
    }
    self.init(line: line, column: column)
  }
}
