import CBrotli
import CZlib

/// How the bytes of an answer are coded on the wire, by its name in `Accept-Encoding` and
/// `Content-Encoding` (RFC 9110, section 8.4.1).
package enum ContentCoding: String, CaseIterable, Sendable {
  case identity, gzip, br

  /// The names and versions of the libraries that are linked, such as "zlib 1.2.13, brotli 1.0.9":
  /// another version may choose other bytes, so a strong entity tag depends on it.
  package static var libraries: String {
    let brotli = BrotliEncoderVersion()
    let (major, minor, patch) = (brotli >> 24, brotli >> 12 & 0xfff, brotli & 0xfff)
    return "zlib \(String(cString: zlibVersion())), brotli \(major).\(minor).\(patch)"
  }
}
