import Server
import TLS
import Testing

/// Clients that begin a handshake and do not go on with it.
@Suite(.timeLimit(.minutes(1))) struct HandshakesTests {
  let issuer: Issuer
  let files: PairFiles
  let certificates: Certificates

  init() throws {
    issuer = try Issuer()
    files = try PairFiles(issuer.issue())
    certificates = try Certificates(certificate: files.certificate, key: files.key)
  }

  private func isServed(_ server: TestServer) throws -> Bool {
    let client = try TLSClient(port: server.port, issuer)
    client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
    return client.receiveAnswer()?.status == 200
  }

  /// The first bytes of a hello, of which more must come.
  private let beginning: [UInt8] = [22, 3, 1, 2, 0, 1, 0, 1, 0xFC, 3, 3]

  @Test(arguments: [true, false])
  func `a handshake that is not done in time ends`(_ begins: Bool) throws {
    let server = try TestServer(
      certificates: certificates, handshakeTime: .milliseconds(200)
    ).start()
    let client = try Client(port: server.port)
    if begins { client.send(beginning) }
    // Nil where nothing comes in the client's ten seconds.
    #expect(client.receiveAll() == "")
    #expect(try isServed(server))
    try server.finish()
  }

  @Test func `the time for a head begins when the handshake is done`() throws {
    let server = try TestServer(
      deadlines: .brief { $0.head = .milliseconds(200) }, certificates: certificates
    ).start()
    let client = try TLSClient(port: server.port, issuer)
    #expect(client.isEstablished)
    #expect(client.receiveAnswer()?.status == 408)
    try server.finish()
  }

  @Test func `of too many unfinished handshakes the oldest ends`() throws {
    let server = try TestServer(certificates: certificates, handshakes: 3).start()
    let stalled = try (0..<3).map { _ in try Client(port: server.port) }
    // Its own handshake is a fourth.
    #expect(try isServed(server))
    #expect(stalled[0].receiveAll() == "")
    // The two that are left, and two more.
    let more = try (0..<2).map { _ in try Client(port: server.port) }
    #expect(stalled[1].receiveAll() == "")
    #expect(try isServed(server))
    #expect(stalled[2].receiveAll() == "")
    // The two that are left have the rest of their time.
    let last = try TLSClient(port: server.port, issuer, over: more[1])
    #expect(last.isEstablished)
    try server.finish()
  }

  @Test func `a stop does not wait for a stalled handshake`() throws {
    let server = try TestServer(certificates: certificates, handshakeTime: .seconds(3600)).start()
    let client = try Client(port: server.port)
    client.send(beginning)
    #expect(try isServed(server))
    try server.finish()
    #expect(client.receiveAll() == "")
  }

  @Test func `who is shaking hands when the server stops is still answered`() throws {
    let board = CountBoard()
    let server = try TestServer(
      deadlines: .brief { $0.stopping = .seconds(5) }, board: board, certificates: certificates
    ).start()
    let waiting = try Client(port: server.port)
    #expect(try isServed(server))
    server.stop()
    // The loop is told right after; to shake hands takes it several turns.
    try #require(eventually { board.isStopping })
    let client = try TLSClient(port: server.port, issuer, over: waiting)
    client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
    let answer = try #require(client.receiveAnswer())
    #expect(answer.status == 200 && answer.closes)
    try server.waitUntilEnded()
  }
}
