import COpenSSL
import HTTP
import Server
import TLS
import Testing

/// What goes over the wires with TLS, seen by a client that speaks it.
@Suite(.timeLimit(.minutes(1))) struct TLSTests {
  let issuer: Issuer
  let files: PairFiles
  let certificates: Certificates
  private let request = "GET /a HTTP/1.1\r\nHost: localhost\r\n\r\n"

  init() throws {
    issuer = try Issuer()
    files = try PairFiles(issuer.issue("first"))
    certificates = try Certificates(certificate: files.certificate, key: files.key)
  }

  private func served(threads: Int = 1) throws -> TestServer {
    try TestServer(threads: threads, certificates: certificates).start()
  }

  private func connect(
    _ server: TestServer, _ change: (inout TLSClient.Offer) -> Void = { _ in }
  ) throws -> TLSClient {
    var offer = TLSClient.Offer()
    change(&offer)
    return try TLSClient(port: server.port, issuer, offer)
  }

  @Test(arguments: [TLS1_2_VERSION, TLS1_3_VERSION])
  func `requests are answered one after another`(_ version: Int32) throws {
    let server = try served()
    let client = try connect(server) { $0.version = (version, version) }
    #expect(client.isEstablished && client.version == version)
    #expect(client.chosenProtocol == "http/1.1")
    for _ in 0..<3 {
      client.send(request)
      #expect(client.receiveAnswer()?.text == "get /a 0")
    }
    try server.finish()
  }

  @Test func `an RSA certificate is served too`() throws {
    try files.write(try issuer.issue("rsa", .rsa(bits: 2048)))
    _ = try certificates.reload()
    let server = try served()
    #expect(try connect(server).peer == "rsa")
    try server.finish()
  }

  struct Outdated: CustomTestStringConvertible {
    let testDescription: String
    let change: @Sendable (inout TLSClient.Offer) -> Void
  }

  static let outdated = [
    Outdated(testDescription: "TLS 1.1") { $0.version = (TLS1_1_VERSION, TLS1_1_VERSION) },
    Outdated(testDescription: "a suite with CBC") {
      $0.version = (TLS1_2_VERSION, TLS1_2_VERSION)
      $0.suites = "ECDHE-RSA-AES128-SHA256"
    },
    Outdated(testDescription: "a key exchange that is not ephemeral") {
      $0.version = (TLS1_2_VERSION, TLS1_2_VERSION)
      $0.suites = "AES128-GCM-SHA256"
    },
    Outdated(testDescription: "another group") { $0.groups = "P-521" },
    Outdated(testDescription: "another protocol") { $0.protocols = ["h2"] },
  ]

  @Test(arguments: outdated)
  func `who speaks nothing of the profile is turned away`(_ outdated: Outdated) throws {
    // With this kind of key every one of them would be possible.
    try files.write(try issuer.issue("rsa", .rsa(bits: 2048)))
    _ = try certificates.reload()
    let server = try served()
    let client = try connect(server, outdated.change)
    #expect(!client.isEstablished)
    #expect(try connect(server).isEstablished)
    try server.finish()
  }

  @Test(arguments: ["X25519", "P-256", "P-384"])
  func `each group of the profile is taken`(_ group: String) throws {
    let server = try served()
    #expect(try connect(server) { $0.groups = group }.isEstablished)
    try server.finish()
  }

  @Test(arguments: [[], ["http/1.1"], ["h2", "http/1.1"]])
  func `ALPN ends in HTTP 1.1 or is not spoken`(_ protocols: [String]) throws {
    let server = try served()
    let client = try connect(server) { $0.protocols = protocols }
    #expect(client.isEstablished)
    #expect(client.chosenProtocol == (protocols.isEmpty ? "" : "http/1.1"))
    try server.finish()
  }

  @Test func `a handshake within a connection is refused`() throws {
    let server = try served()
    let client = try connect(server) { $0.version = (TLS1_2_VERSION, TLS1_2_VERSION) }
    #expect(client.isEstablished)
    #expect(!client.renegotiates())
    try server.finish()
  }

  @Test(arguments: [TLS1_2_VERSION, TLS1_3_VERSION])
  func `a client resumes by its ticket, until the ticket keys change`(_ version: Int32) throws {
    let server = try served(threads: 2)
    let first = try connect(server) { $0.version = (version, version) }
    first.send(request)
    #expect(first.receiveAnswer()?.status == 200)
    #expect(!first.isResumed)
    let session = try #require(first.session)
    defer { SSL_SESSION_free(session) }
    let resuming: (inout TLSClient.Offer) -> Void = {
      $0.version = (version, version)
      $0.session = session
    }
    #expect(try connect(server, resuming).isResumed)
    try certificates.renewTicketKeys()
    let third = try connect(server, resuming)
    #expect(third.isEstablished && !third.isResumed)
    try server.finish()
  }

  @Test func `browsers are told to stay with TLS, over TLS only`() throws {
    let server = try TestServer(certificates: certificates, tlsPort: 0).start()
    let field = "\r\nStrict-Transport-Security: max-age=31536000\r\n"
    let secure = try TLSClient(port: server.addresses[1].port, issuer)
    let plain = try Client(port: server.addresses[0].port)
    for request in [
      request, request, "GET /size/100000 HTTP/1.1\r\nHost: a\r\n\r\n", "bad\r\n\r\n",
    ] {
      secure.send(request)
      #expect(secure.receiveAnswer()?.head.contains(field) == true)
      plain.send(request)
      #expect(plain.receiveAnswer()?.head.contains("Strict-Transport-Security") == false)
    }
    try server.finish()
  }

  @Test func `TLS has a port of its own or is spoken instead of plain HTTP`() throws {
    let both = try TestServer(certificates: certificates, tlsPort: 0)
    #expect(
      both.origins == [
        "http://127.0.0.1:\(both.addresses[0].port)", "https://127.0.0.1:\(both.addresses[1].port)",
      ])
    let one = try TestServer(certificates: certificates)
    #expect(one.origins == ["https://127.0.0.1:\(one.port)"])
    #expect(try TestServer().origins.allSatisfy { $0.hasPrefix("http://") })
  }

  @Test func `plain HTTP is told that TLS is spoken here`() throws {
    let server = try served()
    let client = try Client(port: server.port)
    client.send(request)
    let answer = try #require(client.receiveAll())
    #expect(answer.hasPrefix("HTTP/1.1 400 Bad Request\r\n"))
    #expect(answer.hasSuffix("This port speaks TLS only: ask it with https:// instead of http://."))
    try server.finish()
  }

  @Test(arguments: ["\u{16}\u{3}\u{1}garbage that is no handshake at all", "\0\0\0\0\0\0\0\0\0"])
  func `garbage ends its connection and no other`(_ bytes: String) throws {
    let server = try served()
    let healthy = try connect(server)
    let client = try Client(port: server.port)
    client.send(bytes)
    client.endSending()
    _ = client.receiveAll()
    healthy.send(request)
    #expect(healthy.receiveAnswer()?.status == 200)
    try server.finish()
  }

  @Test(arguments: [16_383, 16_384, 3_000_000])
  func `a long answer comes whole to a client that takes little at a time`(_ size: Int) throws {
    let server = try served()
    for path in ["size", "pieces"] {
      let slow = try Client(port: server.port, receiveBuffer: 32 << 10)
      let client = try TLSClient(port: server.port, issuer, over: slow)
      client.send("GET /\(path)/\(size) HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
      let answer = try #require(client.receiveAll())
      #expect(answer.utf8.count { $0 == UInt8(ascii: "x") } >= size)
    }
    try server.finish()
  }

  @Test func `what comes in many records at once is all answered`() throws {
    let server = try served()
    let client = try connect(server)
    // Far more than one read of the loop takes, and than one record holds.
    let count = 1500
    let sent = client.send(
      String(repeating: request, count: count - 1)
        + request.replacing("\r\n\r\n", with: "\r\nConnection: close\r\n\r\n"))
    #expect(sent)
    let answers = try #require(client.receiveAll())
    #expect(answers.matches(of: /HTTP\/1.1 200 OK/).count == count)
    try server.finish()
  }

  @Test func `a client that has said its end is answered, and told ours`() throws {
    let server = try served()
    let client = try connect(server)
    client.send("GET /size/200000 HTTP/1.1\r\nHost: a\r\n\r\n")
    client.endSending()
    let answer = try #require(client.receiveAll())
    #expect(answer.utf8.count > 200_000)
    try server.finish()
  }

  @Test func `a new pair is for who connects from then on`() throws {
    let server = try served()
    let before = try connect(server)
    try files.write(try issuer.issue("second"))
    #expect(try certificates.reload())
    let after = try connect(server)
    #expect(before.peer == "first")
    #expect(after.peer == "second")
    for client in [before, after] {
      client.send(request)
      #expect(client.receiveAnswer()?.status == 200)
    }
    try server.finish()
  }
}
