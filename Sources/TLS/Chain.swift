import COpenSSL

/// The certificates of one file: the server's own first, then each one's issuer.
final class Chain: Sendable {
  /// So many certificates one file may hold; real chains have two to four.
  static let bound = 16

  private let file: String
  // OpenSSL counts who holds them, and nobody changes them.
  nonisolated(unsafe) private let certificates: [OpaquePointer]

  var first: OpaquePointer { certificates[0] }
  var issuers: ArraySlice<OpaquePointer> { certificates.dropFirst() }

  init(_ file: String, _ bytes: [UInt8]) throws(TLSError) {
    self.file = file
    let source = Source(bytes)
    var certificates: [OpaquePointer] = []
    var problem: TLSError?
    ERR_clear_error()
    while let certificate = PEM_read_bio_X509(source.bio, nil, noPassphrase, nil) {
      certificates.append(certificate)
      if certificates.count > Chain.bound { break }
    }
    if TLS_reason(ERR_peek_last_error()) != PEM_R_NO_START_LINE {
      problem = TLSError(
        file, "certificate \(certificates.count + 1) in it cannot be read (\(firstReason()))",
        expected: "each must be whole, as it was issued")
    }
    if certificates.isEmpty, problem == nil {
      let isKey = String(decoding: bytes, as: UTF8.self).contains("PRIVATE KEY-----")
      problem = TLSError(
        file, isKey ? "a private key is in it" : "no certificate in PEM form is in it",
        expected: isKey
          ? "are the certificate and the key exchanged?"
          : "it must have blocks that begin with -----BEGIN CERTIFICATE-----")
    }
    if certificates.count > Chain.bound {
      problem = TLSError(
        file, "more than \(Chain.bound) certificates are in it",
        expected: "only the server's own and those that vouch for it belong there")
    }
    self.certificates = certificates
    if let problem { throw problem }
  }

  deinit {
    for certificate in certificates { X509_free(certificate) }
  }

  /// The time after which the first of them is not valid any more, and with it the chain: in
  /// seconds since the beginning of 1970, and as people read it.
  var end: (seconds: Int, text: String) {
    let ends = certificates.map { X509_get0_notAfter($0) }.map { (seconds($0), text($0)) }
    // There is one at least.
    return ends.min { $0.0 < $1.0 } ?? (0, "")
  }

  func isSame(as other: Chain) -> Bool {
    certificates.elementsEqual(other.certificates) { X509_cmp($0, $1) == 0 }
  }

  /// Refuses what no client would accept.
  func check(now: Int) throws(TLSError) {
    for (index, certificate) in certificates.enumerated() {
      let name = index == 0 ? "the certificate" : "certificate \(index + 1)"
      let (begin, end) = (X509_get0_notBefore(certificate), X509_get0_notAfter(certificate))
      if seconds(begin) > now {
        throw TLSError(
          file, "\(name) is not valid before \(text(begin))",
          expected: "wait for it, or set this machine's clock")
      }
      if seconds(end) <= now {
        throw TLSError(
          file, "\(name) ended on \(text(end)), and no client takes it any more",
          expected: "renew it, or set this machine's clock")
      }
      // RFC 5246, section 7.4.2.
      if index > 0, X509_check_issued(certificate, certificates[index - 1]) != X509_V_OK {
        throw TLSError(
          file, "certificate \(index + 1) did not issue the one before it",
          expected: "the server's own comes first, then each one's issuer")
      }
    }
  }
}

/// Since the beginning of 1970.
private func seconds(_ time: UnsafePointer<ASN1_TIME>?) -> Int {
  guard let epoch = ASN1_TIME_set(nil, 0) else { preconditionFailure("no memory is left") }
  defer { ASN1_TIME_free(epoch) }
  var (days, rest): (Int32, Int32) = (0, 0)
  // A time that is none counts as long past.
  guard ASN1_TIME_diff(&days, &rest, epoch, time) == 1 else { return 0 }
  return Int(days) * 86_400 + Int(rest)
}

/// For instance 2026-11-22 10:00:00 UTC.
private func text(_ time: UnsafePointer<ASN1_TIME>?) -> String {
  var parts = tm()
  guard ASN1_TIME_to_tm(time, &parts) == 1 else { return "a time that is none" }
  func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
  let day = "\(parts.tm_year + 1900)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday))"
  return "\(day) \(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec)) UTC"
}
