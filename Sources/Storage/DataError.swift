// Storage: where truth changes: files become a checked snapshot, or a list of what is wrong.

import JSON
import Statistics

/// One thing that is wrong in the data: where, what was expected, what is there, what is near.
package struct DataError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The path as the folder was named.
  package var file: String
  /// From 1 on; 0 where the file or folder is wrong as a whole, and has no lines to name.
  package var line: Int
  package var column: Int
  /// The JSON pointer (RFC 6901) of the value; empty for the whole file.
  package var pointer: String
  package var expected: String
  package var found: String
  package var suggestion: String?

  package init(
    file: String, line: Int, column: Int, pointer: String, expected: String, found: String,
    suggestion: String? = nil
  ) {
    self.file = file
    self.line = line
    self.column = column
    self.pointer = pointer
    self.expected = expected
    self.found = found
    self.suggestion = suggestion
  }

  /// A file or folder that is wrong as a whole.
  init(whole path: String, expected: String, found: String) {
    self.init(file: path, line: 0, column: 0, pointer: "", expected: expected, found: found)
  }

  /// `file:line:column: pointer: expected …; found …; did you mean …?`, without the line and the
  /// column where there are none.
  package var description: String {
    var text = line == 0 ? "\(file): " : "\(file):\(line):\(column): "
    if !pointer.isEmpty { text += "\(pointer): " }
    text += "expected \(expected); found \(found)"
    if let suggestion { text += "; did you mean \"\(suggestion)\"?" }
    return text
  }
}

/// Everything that is wrong in a folder of data; never empty.
package struct DataErrors: Error, Sendable, CustomStringConvertible {
  package var errors: [DataError]

  package init(_ errors: [DataError]) {
    self.errors = errors
  }

  package var description: String {
    errors.map(\.description).joined(separator: "\n")
  }
}
