import COpenSSL

/// What all connections have in common that begin with one key pair: the profile of the protocol
/// and the keys of the tickets, which are this context's own. Never changes once made.
///
/// The profile is Mozilla's "intermediate": versions, suites and groups that every client of the
/// last ten years has, none of which is known to be weak.
package final class TLSContext: Sendable {
  /// TLS 1.2: an ephemeral key exchange and authenticated encryption, nothing else.
  private static let suites = """
    ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256:\
    ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-RSA-AES256-GCM-SHA384:\
    ECDHE-ECDSA-CHACHA20-POLY1305:ECDHE-RSA-CHACHA20-POLY1305
    """
  private static let suites13 =
    "TLS_AES_128_GCM_SHA256:TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256"
  /// OpenSSL's own list has more, some of them slow.
  private static let groups = "X25519:P-256:P-384"
  /// How long a client may resume with a ticket, in seconds.
  static let ticketLifetime = 7200

  // OpenSSL lets threads share a context that is set up.
  nonisolated(unsafe) let pointer: OpaquePointer
  package let pair: KeyPair

  /// A context with ticket keys of its own: tickets of another one lead to a whole handshake.
  ///
  /// Tickets are sealed with these keys and kept by clients, so the loops share nothing and nobody
  /// fills our memory with sessions. Whoever got the keys could read what was said under them, so
  /// a context is to be replaced now and then.
  package init(_ pair: KeyPair) throws(TLSError) {
    guard let context = SSL_CTX_new(TLS_server_method()) else {
      preconditionFailure("OpenSSL has no TLS or no memory")
    }
    pointer = context
    self.pair = pair
    // 112 bits, whatever the system's own file of settings says.
    SSL_CTX_set_security_level(context, 2)
    if let reason = pair.give(to: context) {
      throw TLSError(
        pair.file, "OpenSSL does not take the certificate or its key (\(reason))",
        expected: "RSA of 2048 bits or more or ECDSA on P-256 or P-384, signed with SHA-2")
    }
    let isSet =
      TLS_set_versions(context, TLS1_2_VERSION, TLS1_3_VERSION) == 1
      && SSL_CTX_set_cipher_list(context, Self.suites) == 1
      && SSL_CTX_set_ciphersuites(context, Self.suites13) == 1
      && TLS_set_groups(context, Self.groups) == 1
      && SSL_CTX_set_num_tickets(context, 1) == 1
    precondition(isSet, "this OpenSSL does not have the profile: \(firstReason())")
    // A client that ends without a word is no attack here: HTTP says itself where a request ends.
    SSL_CTX_set_options(
      context,
      TLS_no_compression | TLS_no_renegotiation | TLS_server_preference | TLS_prioritize_chacha
        | TLS_ignore_unexpected_end)
    // A connection at rest holds no buffers; what is to be sent may move between attempts.
    TLS_set_mode(context, TLS_release_buffers | TLS_partial_write | TLS_moving_buffer)
    // Otherwise each record costs two calls, one for its five bytes of head.
    TLS_read_ahead(context)
    TLS_no_session_cache(context)
    SSL_CTX_set_timeout(context, Self.ticketLifetime)
    SSL_CTX_set_alpn_select_cb(context, selectProtocol, nil)
  }

  deinit {
    SSL_CTX_free(pointer)
  }
}

/// Picks `http/1.1` where a client says what it speaks, and refuses who speaks nothing that we do
/// (RFC 7301, section 3.2). The names come each behind its length.
private func selectProtocol(
  _: OpaquePointer?, _ chosen: UnsafeMutablePointer<UnsafePointer<UInt8>?>?,
  _ length: UnsafeMutablePointer<UInt8>?, _ offered: UnsafePointer<UInt8>?, _ count: UInt32,
  _: UnsafeMutableRawPointer?
) -> Int32 {
  let names = UnsafeBufferPointer(start: offered, count: Int(count))
  var place = 0
  while place < names.count {
    let name = names[(place + 1)...].prefix(Int(names[place]))
    if name.elementsEqual("http/1.1".utf8) {
      chosen?.pointee = offered?.advanced(by: name.startIndex)
      length?.pointee = UInt8(name.count)
      return SSL_TLSEXT_ERR_OK
    }
    place += 1 + Int(names[place])
  }
  return SSL_TLSEXT_ERR_ALERT_FATAL
}
