import COpenSSL
import Linux

/// A certificate with those that vouch for it, and its private key: read from two files and
/// checked. Never changes once made.
package final class KeyPair: Sendable {
  /// The server's own certificate first, then each one's issuer.
  private let certificates: Chain
  /// The file of the certificates.
  package let file: String
  // OpenSSL counts who holds these two, and nobody changes them.
  nonisolated(unsafe) private let key: OpaquePointer
  /// When the certificate ends, or the first of those that vouch for it: in seconds since the
  /// beginning of 1970, and as people read it.
  package let end: (seconds: Int, text: String)

  /// Reads and checks both files. `now` is in seconds since the beginning of 1970.
  ///
  /// What no client would accept is refused as well, since serving it looks like serving: a
  /// certificate that has ended or has not begun, and a chain in the wrong order.
  package init(certificate: String, key: String, now: Int) throws(TLSError) {
    let chain = try Chain(certificate, try KeyPair.read(certificate))
    let held = try KeyPair.privateKey(key, try KeyPair.read(key))
    self.key = held
    certificates = chain
    file = certificate
    end = chain.end
    // Before the dates: whoever mixed two pairs up looks for the wrong file otherwise.
    if X509_check_private_key(chain.first, held) != 1 {
      throw TLSError(
        key, "this is not the key of the certificate in \(certificate)",
        expected: "the two must belong together")
    }
    try chain.check(now: now)
  }

  deinit {
    EVP_PKEY_free(key)
  }

  /// Whether the other one has the same certificates and the same key.
  package func isSame(as other: KeyPair) -> Bool {
    certificates.isSame(as: other.certificates) && EVP_PKEY_eq(key, other.key) == 1
  }

  /// Gives the pair to a context, which holds it from then on; a text where OpenSSL refuses.
  func give(to context: OpaquePointer) -> String? {
    ERR_clear_error()
    let isGiven =
      SSL_CTX_use_certificate(context, certificates.first) == 1
      && certificates.issuers.allSatisfy { TLS_add_chain(context, $0) == 1 }
      && SSL_CTX_use_PrivateKey(context, key) == 1
    return isGiven ? nil : firstReason()
  }

  private static func read(_ file: String) throws(TLSError) -> [UInt8] {
    do throws(SystemError) {
      return try readFile(file)
    } catch {
      throw TLSError(
        file, "cannot be read: \(error.meaning)",
        expected: "it must be there and readable for the user whom the server runs as")
    }
  }

  private static func privateKey(
    _ file: String, _ bytes: [UInt8]
  ) throws(TLSError) -> OpaquePointer {
    let source = Source(bytes)
    if let key = PEM_read_bio_PrivateKey(source.bio, nil, noPassphrase, nil) { return key }
    let text = String(decoding: bytes, as: UTF8.self)
    if text.contains("ENCRYPTED") {
      throw TLSError(
        file, "this key is locked by a passphrase",
        expected: "nobody is there to type it: unlock it with \"openssl pkey -in FILE -out NEW\"")
    }
    if text.contains("-----BEGIN ") && !text.contains("PRIVATE KEY-----") {
      throw TLSError(
        file, "no private key is in it", expected: "are the certificate and the key exchanged?")
    }
    throw TLSError(
      file, "no private key in PEM form is in it",
      expected: "it must have a block that begins with -----BEGIN PRIVATE KEY-----")
  }
}

/// Bytes as OpenSSL reads them.
struct Source: ~Copyable {
  let bio: OpaquePointer
  // OpenSSL reads the bytes where they lie.
  private let space: UnsafeMutableBufferPointer<UInt8>

  init(_ bytes: [UInt8]) {
    space = .allocate(capacity: max(bytes.count, 1))
    _ = space.initialize(from: bytes)
    guard let bio = BIO_new_mem_buf(space.baseAddress, Int32(clamping: bytes.count)) else {
      preconditionFailure("no memory is left")
    }
    self.bio = bio
  }

  deinit {
    BIO_free(bio)
    // They may have been a key.
    OPENSSL_cleanse(space.baseAddress, space.count)
    space.deallocate()
  }
}

/// For locked keys: OpenSSL would ask at the terminal.
func noPassphrase(
  _: UnsafeMutablePointer<CChar>?, _: Int32, _: Int32, _: UnsafeMutableRawPointer?
) -> Int32 { -1 }

/// What OpenSSL says went wrong first.
func firstReason() -> String {
  guard let reason = ERR_reason_error_string(ERR_peek_error()) else { return "no reason is given" }
  return String(cString: reason)
}
