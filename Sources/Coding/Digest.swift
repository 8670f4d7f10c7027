// Coding: what is done to bytes by libraries in C, behind safe functions on arrays and spans.

import COpenSSL

/// SHA-256 of everything that is added, by OpenSSL.
package struct Digest: ~Copyable {
  private let context: OpaquePointer

  /// Looked up once: OpenSSL looks up what it is named otherwise at each digest.
  nonisolated(unsafe) private static let algorithm = EVP_MD_fetch(nil, "SHA256", nil)

  package init() {
    guard let context = EVP_MD_CTX_new(), EVP_DigestInit_ex(context, Digest.algorithm, nil) == 1
    else { preconditionFailure("OpenSSL has no SHA-256 or no memory") }
    self.context = context
  }

  deinit {
    EVP_MD_CTX_free(context)
  }

  package mutating func add(_ bytes: [UInt8]) {
    add(bytes[...])
  }

  package mutating func add(_ bytes: ArraySlice<UInt8>) {
    let added = bytes.withUnsafeBytes { EVP_DigestUpdate(context, $0.baseAddress, $0.count) }
    precondition(added == 1, "OpenSSL could not go on with a digest")
  }

  package mutating func add(_ text: String) {
    add(Array(text.utf8))
  }

  /// The first hexadecimal digits, at most 64, of the digest of what was added; nothing can be
  /// added after it.
  package consuming func hexadecimal(digits: Int = 64) -> String {
    var sum = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
    let finished = EVP_DigestFinal_ex(context, &sum, nil)
    precondition(finished == 1, "OpenSSL could not end a digest")
    return String(unsafeUninitializedCapacity: digits) { [sum] text in
      for place in 0..<digits {
        let digit = place & 1 == 0 ? sum[place / 2] >> 4 : sum[place / 2] & 15
        text[place] = digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
      }
      return digits
    }
  }
}
