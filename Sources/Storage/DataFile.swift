import JSON
import Linux

/// One file that is being read: its name, its bytes, and where what is wrong in it is noted.
struct DataFile {
  let path: String
  /// Within its folder.
  let name: String
  let bytes: [UInt8]
  private let findings = Findings()

  init(path: String, bytes: [UInt8]) {
    self.path = path
    name = path
    self.bytes = bytes
  }

  /// Reads a file of a folder.
  init(_ name: String, in folder: String) throws(SystemError) {
    path = "\(folder)/\(name)"
    self.name = name
    bytes = try readFile(path)
  }

  /// By line and column.
  var errors: [DataError] {
    findings.errors.sorted { ($0.line, $0.column) < ($1.line, $1.column) }
  }

  /// Notes an error at a byte of the file; at most `StorageLimits.errorsPerFile` are kept.
  func report(
    at offset: Int, _ pointer: String, expected: String, found: String,
    suggestion: String? = nil
  ) {
    guard findings.errors.count < StorageLimits.errorsPerFile else { return }
    let place = TextPlace(offset: offset, in: bytes.span)
    findings.errors.append(
      DataError(
        file: path, line: place.line, column: place.column, pointer: pointer,
        expected: expected, found: found, suggestion: suggestion))
  }
}

/// A list that every copy of its file adds to.
private final class Findings {
  var errors: [DataError] = []
}

/// The bounds of loading.
package enum StorageLimits {
  /// Errors that are kept of one file; the rest would only repeat them.
  package static let errorsPerFile = 100
  /// Characters of an excerpt.
  package static let excerptCharacters = 160
  /// Characters of any other text.
  package static let textCharacters = 2000
  /// Rows of a table that observations refer to (indicators, areas, sources): they are numbered in
  /// 16 bits.
  package static let referredRows = 65_535
}
