import COpenSSL
import Glibc
import Testing

/// Issues certificates, as an authority does, for the length of a test.
final class Issuer {
  /// What stands in one file each.
  struct Issued {
    var certificate: String
    var key: String
  }

  enum Kind {
    case p256
    case rsa(bits: Int32)
  }

  private let key: OpaquePointer
  private let certificate: OpaquePointer
  private static let day = 86_400

  init(_ name: String = "Authority") throws {
    key = try Issuer.makeKey(.p256)
    certificate = try Issuer.make(name, key, from: -Issuer.day, to: Issuer.day * 30)
    try Issuer.add(NID_basic_constraints, "critical,CA:TRUE", to: certificate)
    X509_set_issuer_name(certificate, X509_get_subject_name(certificate))
    try #require(X509_sign(certificate, key, EVP_sha256()) > 0)
  }

  deinit {
    X509_free(certificate)
    EVP_PKEY_free(key)
  }

  /// The authority's own certificate.
  var text: String { get throws { try Issuer.pem { PEM_write_bio_X509($0, certificate) } } }

  /// Issues a certificate that is valid between two times, in seconds from now.
  func issue(
    _ name: String = "localhost", _ kind: Kind = .p256, from begin: Int = -day, to end: Int = day,
    passphrase: String? = nil
  ) throws -> Issued {
    let key = try Issuer.makeKey(kind)
    defer { EVP_PKEY_free(key) }
    let made = try Issuer.make(name, key, from: begin, to: end)
    defer { X509_free(made) }
    try Issuer.add(NID_subject_alt_name, "DNS:localhost", to: made)
    X509_set_issuer_name(made, X509_get_subject_name(certificate))
    try #require(X509_sign(made, self.key, EVP_sha256()) > 0)
    return Issued(
      certificate: try Issuer.pem { PEM_write_bio_X509($0, made) },
      key: try Issuer.pem { bio in
        guard let passphrase else {
          return PEM_write_bio_PrivateKey(bio, key, nil, nil, 0, nil, nil)
        }
        return Array(passphrase.utf8).withUnsafeBufferPointer {
          PEM_write_bio_PrivateKey(
            bio, key, EVP_aes_128_cbc(), $0.baseAddress, Int32($0.count), nil, nil)
        }
      })
  }

  /// Trusts the authority from now on.
  func trust(by context: OpaquePointer) {
    X509_STORE_add_cert(SSL_CTX_get_cert_store(context), certificate)
  }

  private static func makeKey(_ kind: Kind) throws -> OpaquePointer {
    let (id, isRSA) =
      if case .rsa = kind { (NID_rsaEncryption, true) } else { (NID_X9_62_id_ecPublicKey, false) }
    let context = try #require(EVP_PKEY_CTX_new_id(id, nil))
    defer { EVP_PKEY_CTX_free(context) }
    try #require(EVP_PKEY_keygen_init(context) == 1)
    if case .rsa(let bits) = kind {
      try #require(EVP_PKEY_CTX_set_rsa_keygen_bits(context, bits) == 1)
    }
    if !isRSA {
      try #require(
        EVP_PKEY_CTX_set_ec_paramgen_curve_nid(context, NID_X9_62_prime256v1) == 1)
    }
    var key: OpaquePointer?
    try #require(EVP_PKEY_keygen(context, &key) == 1)
    return try #require(key)
  }

  /// A certificate that nobody has signed yet.
  private static func make(
    _ name: String, _ key: OpaquePointer, from begin: Int, to end: Int
  ) throws -> OpaquePointer {
    let made = try #require(X509_new())
    X509_set_version(made, 2)
    ASN1_INTEGER_set(X509_get_serialNumber(made), Int.random(in: 1..<1 << 40))
    X509_gmtime_adj(X509_getm_notBefore(made), begin)
    X509_gmtime_adj(X509_getm_notAfter(made), end)
    X509_set_pubkey(made, key)
    let added = X509_NAME_add_entry_by_txt(
      X509_get_subject_name(made), "CN", V_ASN1_UTF8STRING, name, -1, -1, 0)
    try #require(added == 1)
    return made
  }

  private static func add(_ kind: Int32, _ value: String, to made: OpaquePointer) throws {
    let added = try #require(X509V3_EXT_conf_nid(nil, nil, kind, value))
    defer { X509_EXTENSION_free(added) }
    X509_add_ext(made, added, -1)
  }

  private static func pem(_ write: (OpaquePointer) throws -> Int32) throws -> String {
    let bio = try #require(BIO_new(BIO_s_mem()))
    defer { BIO_free(bio) }
    try #require(try write(bio) == 1)
    var bytes = [UInt8](repeating: 0, count: 16 << 10)
    let count = BIO_read(bio, &bytes, Int32(bytes.count))
    return String(decoding: bytes.prefix(Int(max(0, count))), as: UTF8.self)
  }
}

/// A certificate's file and its key's, in a folder of their own, for the length of a test.
final class PairFiles {
  let folder: String
  var certificate: String { "\(folder)/certificate.pem" }
  var key: String { "\(folder)/key.pem" }

  init() throws {
    var template = Array("/tmp/thuocdo-tls-XXXXXX".utf8CString)
    folder = String(cString: try #require(mkdtemp(&template)))
  }

  convenience init(_ issued: Issuer.Issued) throws {
    try self.init()
    try write(issued)
  }

  func write(_ issued: Issuer.Issued) throws {
    try write(issued.certificate, to: certificate)
    try write(issued.key, to: key)
  }

  /// Puts a file in its place whole, as careful programs do.
  func write(_ text: String, to path: String) throws {
    let file = try #require(fopen("\(path).new", "w"))
    fputs(text, file)
    fclose(file)
    try #require(rename("\(path).new", path) == 0)
  }

  deinit {
    unlink(certificate)
    unlink(key)
    rmdir(folder)
  }
}
