import TLS
import Testing

@Suite struct KeyPairTests {
  let issuer: Issuer
  let files: PairFiles

  init() throws {
    issuer = try Issuer()
    files = try PairFiles()
  }

  private func load() throws -> Certificates {
    try Certificates(certificate: files.certificate, key: files.key)
  }

  /// What is said of the two files, without their folder.
  private func refusal() throws -> String {
    let error = try #require(throws: TLSError.self) { _ = try load() }
    return "\(error)".replacing("\(files.folder)/", with: "")
  }

  enum Good: CaseIterable { case ecdsa, rsa, withIssuer, keyAndCertificateInOneFile }

  @Test(arguments: Good.allCases) func `a certificate and its key are taken`(_ good: Good) throws {
    let issued = try issuer.issue(if: good == .rsa)
    try files.write(issued)
    if good == .withIssuer {
      try files.write(issued.certificate + issuer.text, to: files.certificate)
    }
    if good == .keyAndCertificateInOneFile {
      try files.write(issued.key + issued.certificate, to: files.certificate)
      try files.write(issued.key + issued.certificate, to: files.key)
    }
    let end = try load().current.pair.end
    #expect(end.text.hasSuffix(" UTC"))
    #expect(end.seconds > 1_700_000_000)
  }

  @Test func `a file that is not there is named`() throws {
    #expect(
      try refusal() == "certificate.pem: cannot be read: No such file or directory; "
        + "it must be there and readable for the user whom the server runs as")
    try files.write(try issuer.issue().certificate, to: files.certificate)
    #expect(try refusal().hasPrefix("key.pem: cannot be read: No such file or directory; "))
  }

  @Test func `a file that holds no certificate or no key is named`() throws {
    let issued = try issuer.issue()
    try files.write(issued)
    try files.write("hello\n", to: files.key)
    #expect(
      try refusal() == "key.pem: no private key in PEM form is in it; "
        + "it must have a block that begins with -----BEGIN PRIVATE KEY-----")
    try files.write("hello\n", to: files.certificate)
    #expect(
      try refusal() == "certificate.pem: no certificate in PEM form is in it; "
        + "it must have blocks that begin with -----BEGIN CERTIFICATE-----")
    try files.write("", to: files.certificate)
    #expect(try refusal().hasPrefix("certificate.pem: no certificate in PEM form is in it; "))
  }

  @Test func `files that are exchanged are told`() throws {
    let issued = try issuer.issue()
    try files.write(Issuer.Issued(certificate: issued.key, key: issued.certificate))
    #expect(
      try refusal() == "certificate.pem: a private key is in it; "
        + "are the certificate and the key exchanged?")
    try files.write(issued.certificate, to: files.certificate)
    #expect(
      try refusal() == "key.pem: no private key is in it; "
        + "are the certificate and the key exchanged?")
  }

  @Test func `a certificate that is cut is refused`() throws {
    let issued = try issuer.issue()
    try files.write(issued)
    try files.write(String(issued.certificate.dropLast(100)), to: files.certificate)
    #expect(try refusal().hasPrefix("certificate.pem: certificate 1 in it cannot be read ("))
    try files.write(
      issued.certificate + String(try issuer.text.dropLast(100)), to: files.certificate)
    #expect(try refusal().hasPrefix("certificate.pem: certificate 2 in it cannot be read ("))
  }

  @Test func `another certificate's key is refused`() throws {
    try files.write(try issuer.issue())
    try files.write(try issuer.issue().key, to: files.key)
    #expect(
      try refusal() == "key.pem: this is not the key of the certificate in certificate.pem; "
        + "the two must belong together")
    try files.write(try issuer.issue(if: true).key, to: files.key)
    #expect(try refusal().hasPrefix("key.pem: this is not the key of the certificate in "))
  }

  @Test func `a locked key is refused, and nobody is asked for its passphrase`() throws {
    try files.write(try issuer.issue(passphrase: "open sesame"))
    #expect(try refusal().hasPrefix("key.pem: this key is locked by a passphrase; "))
  }

  @Test func `a certificate that has ended or not begun is refused`() throws {
    try files.write(try issuer.issue(from: -7200, to: -3600))
    #expect(try refusal().hasPrefix("certificate.pem: the certificate ended on 20"))
    try files.write(try issuer.issue(from: 3600, to: 7200))
    #expect(try refusal().hasPrefix("certificate.pem: the certificate is not valid before 20"))
  }

  @Test func `a chain out of order is refused`() throws {
    let issued = try issuer.issue()
    try files.write(issued)
    let other = try Issuer("Another authority")
    try files.write(issued.certificate + other.text, to: files.certificate)
    #expect(
      try refusal() == "certificate.pem: certificate 2 did not issue the one before it; "
        + "the server's own comes first, then each one's issuer")
  }

  @Test func `more certificates than a chain may have are refused`() throws {
    let issued = try issuer.issue()
    try files.write(issued)
    // An authority's own certificate is issued by itself, so the chain is in order.
    let authority = try issuer.text
    let chain = { count in
      issued.certificate + String(repeating: authority, count: count - 1)
    }
    try files.write(chain(16), to: files.certificate)
    _ = try load()
    try files.write(chain(17), to: files.certificate)
    #expect(try refusal().hasPrefix("certificate.pem: more than 16 certificates are in it; "))
  }

  @Test func `a key that clients call weak is refused`() throws {
    try files.write(try issuer.issue("localhost", .rsa(bits: 1024)))
    #expect(
      try refusal() == "certificate.pem: OpenSSL does not take the certificate or its key "
        + "(ee key too small); RSA of 2048 bits or more or ECDSA on P-256 or P-384, "
        + "signed with SHA-2")
  }
}

extension Issuer {
  fileprivate func issue(if isRSA: Bool) throws -> Issued {
    try issue("localhost", isRSA ? .rsa(bits: 2048) : .p256)
  }
}
