/// The spelling of ids: in files, addresses and parameters alike.
package enum Identifier {
  package static let most = 80
  package static let rule =
    "an id: letters, digits, \"-\" and \"_\", beginning with a letter or digit, at most 80"

  /// `[A-Za-z0-9][A-Za-z0-9._-]{0,79}`; a point only where the id is no part of an SDMX key.
  package static func isValid(_ text: String, allowingPoint: Bool = false) -> Bool {
    guard (1...most).contains(text.utf8.count), let first = text.utf8.first,
      isAlphanumeric(first)
    else { return false }
    return text.utf8.allSatisfy {
      isAlphanumeric($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
        || allowingPoint && $0 == UInt8(ascii: ".")
    }
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    byte &- UInt8(ascii: "0") < 10 || (byte | 0x20) &- UInt8(ascii: "a") < 26
  }
}
