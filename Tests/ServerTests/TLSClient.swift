import COpenSSL
import Testing

/// A client that speaks TLS and blocks.
final class TLSClient {
  struct Offer {
    var version: (least: Int32, most: Int32) = (TLS1_2_VERSION, TLS1_3_VERSION)
    /// TLS 1.2 only, any strength.
    var suites: String?
    var groups: String?
    var protocols: [String] = ["http/1.1"]
    /// To resume; from `TLSClient.session`.
    var session: OpaquePointer?
  }

  let client: Client
  private let context: OpaquePointer
  private let pointer: OpaquePointer
  /// Whether the handshake was done, with a certificate of the authority.
  let isEstablished: Bool

  init(port: UInt16, _ issuer: Issuer, _ offer: Offer = Offer(), over given: Client? = nil) throws {
    client = try given ?? Client(port: port)
    context = try #require(SSL_CTX_new(TLS_client_method()))
    SSL_CTX_set_security_level(context, 0)
    try #require(TLS_set_versions(context, offer.version.least, offer.version.most) == 1)
    if let suites = offer.suites { try #require(SSL_CTX_set_cipher_list(context, suites) == 1) }
    if let groups = offer.groups { try #require(TLS_set_groups(context, groups) == 1) }
    issuer.trust(by: context)
    SSL_CTX_set_verify(context, SSL_VERIFY_PEER, nil)
    pointer = try #require(SSL_new(context))
    let names = offer.protocols.flatMap { [UInt8($0.utf8.count)] + Array($0.utf8) }
    if !names.isEmpty { SSL_set_alpn_protos(pointer, names, UInt32(names.count)) }
    if let session = offer.session { SSL_set_session(pointer, session) }
    SSL_set_fd(pointer, client.number)
    ERR_clear_error()
    isEstablished = SSL_connect(pointer) == 1
  }

  deinit {
    SSL_free(pointer)
    SSL_CTX_free(context)
  }

  var version: Int32 { SSL_version(pointer) }
  var isResumed: Bool { SSL_session_reused(pointer) == 1 }
  /// For `Offer.session`; with TLS 1.3 only after an answer. The caller frees it.
  var session: OpaquePointer? { SSL_get1_session(pointer) }

  /// What ALPN came to.
  var chosenProtocol: String {
    var name: UnsafePointer<UInt8>?
    var count: UInt32 = 0
    SSL_get0_alpn_selected(pointer, &name, &count)
    return String(decoding: UnsafeBufferPointer(start: name, count: Int(count)), as: UTF8.self)
  }

  /// The name in the server's certificate.
  var peer: String {
    guard let certificate = SSL_get1_peer_certificate(pointer) else { return "" }
    defer { X509_free(certificate) }
    var name = [CChar](repeating: 0, count: 100)
    X509_NAME_get_text_by_NID(
      X509_get_subject_name(certificate), NID_commonName, &name, Int32(name.count))
    return String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  @discardableResult
  func send(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    ERR_clear_error()
    return SSL_write(pointer, bytes, Int32(bytes.count)) == bytes.count
  }

  /// Says that nothing more is sent.
  func endSending() { SSL_shutdown(pointer) }

  /// Asks for a handshake within the connection; whether the server goes along.
  func renegotiates() -> Bool {
    ERR_clear_error()
    return SSL_renegotiate(pointer) == 1 && SSL_do_handshake(pointer) == 1
  }

  /// One answer with its body; nil where none comes whole.
  func receiveAnswer() -> Answer? {
    var head: [UInt8] = []
    while !head.suffix(4).elementsEqual("\r\n\r\n".utf8) {
      guard let byte = receive(1), !byte.isEmpty else { return nil }
      head += byte
    }
    var answer = Answer(head: String(decoding: head, as: UTF8.self))
    while answer.body.count < answer.length {
      guard let part = receive(answer.length - answer.body.count), !part.isEmpty else { return nil }
      answer.body += part
    }
    return answer
  }

  /// All that comes until the server says its end; nil where it ends otherwise.
  func receiveAll() -> String? {
    var bytes: [UInt8] = []
    while let part = receive(16 << 10) {
      if part.isEmpty { return String(decoding: bytes, as: UTF8.self) }
      bytes += part
    }
    return nil
  }

  /// Empty at the end that the server has said, nil at any other.
  private func receive(_ most: Int) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: most)
    ERR_clear_error()
    let count = SSL_read(pointer, &bytes, Int32(most))
    if count > 0 { return Array(bytes.prefix(Int(count))) }
    return SSL_get_error(pointer, count) == SSL_ERROR_ZERO_RETURN ? [] : nil
  }
}
