// TLS: what goes over the wires so that nobody else reads or changes it, by OpenSSL.

/// Why a certificate and its key cannot be served: the file, what is wrong with it, and what would
/// be right.
package struct TLSError: Error, Sendable, Equatable {
  /// The file to look into.
  package var file: String
  package var found: String
  package var expected: String

  package init(_ file: String, _ found: String, expected: String) {
    self.file = file
    self.found = found
    self.expected = expected
  }
}

extension TLSError: CustomStringConvertible {
  package var description: String { "\(file): \(found); \(expected)" }
}
