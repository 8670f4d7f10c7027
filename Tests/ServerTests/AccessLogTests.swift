import Glibc
import HTTP
import Linux
import Logging
import Server
import Testing

@Suite struct AccessLogTests {
  private let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

  /// A name for a file that is gone after `body`.
  private func withPath(_ body: (_ path: String) throws -> Void) throws {
    let path = "/tmp/thuocdo-log-\(getpid())-\(UInt64.random(in: .min ... .max))"
    defer { unlink(path) }
    try body(path)
  }

  private func lines(of path: String) throws -> [Substring] {
    String(decoding: try readFile(path), as: UTF8.self).split(separator: "\n")
  }

  private func ask(_ client: Client, _ target: String) {
    client.send("GET \(target) HTTP/1.1\r\nHost: h\r\n\r\n")
    #expect(client.receiveAnswer()?.status == 200)
  }

  @Test func `every answer has its line, with the client's address`() throws {
    try withPath { path in
      let log = try AccessLog(path, logger: logger)
      let server = try TestServer(host: "localhost", threads: 2, log: log).start()
      let clients = [
        try Client(port: server.port), try Client(port: server.port, ipv6: true),
      ]
      for number in 0..<50 { for client in clients { ask(client, "/\(number)") } }
      clients[0].send("GET /pieces/50000 HTTP/1.1\r\nHost: h\r\n\r\n")
      #expect(clients[0].receiveAnswer(hasBody: false)?.status == 200)
      #expect(clients[0].receiveChunks()?.count == 50_000)
      // Idle loops tell what they have too.
      #expect(eventually { log.counts.written == 101 })
      try server.finish()
      log.stop()
      let lines = try lines(of: path)
      #expect(lines.count == 101)
      #expect(lines.count { $0.contains(#""client":"127.0.0.1""#) } == 51)
      #expect(lines.count { $0.contains(#""client":"::1""#) } == 50)
      #expect(lines.count { $0.contains(#""bytes":50000,"#) } == 1)
      #expect(lines.allSatisfy { $0.hasPrefix(#"{"time":"2"#) && $0.hasSuffix("}") })
    }
  }

  @Test func `what is left is written when the server ends`() throws {
    try withPath { path in
      let log = try AccessLog(path, logger: logger)
      let server = try TestServer(log: log).start()
      ask(try Client(port: server.port), "/")
      try server.finish()
      log.stop()
      #expect(try lines(of: path).count == 1)
    }
  }

  @Test func `a log that was moved away is begun anew when it is opened again`() throws {
    try withPath { path in
      try withPath { moved in
        let log = try AccessLog(path, logger: logger)
        let server = try TestServer(log: log).start()
        let client = try Client(port: server.port)
        ask(client, "/1")
        #expect(eventually { log.counts.written == 1 })
        #expect(rename(path, moved) == 0)
        log.reopen()
        #expect(eventually { access(path, F_OK) == 0 })
        ask(client, "/2")
        try server.finish()
        log.stop()
        #expect(try lines(of: moved).map { $0.contains(#""GET","target":"/1""#) } == [true])
        #expect(try lines(of: path).map { $0.contains(#""GET","target":"/2""#) } == [true])
      }
    }
  }

  @Test func `a log that nobody takes loses lines and keeps nobody waiting`() throws {
    // As the program does: the reader goes while a write still waits for it.
    ignoreBrokenPipes()
    try withPath { path in
      #expect(mkfifo(path, 0o600) == 0)
      // A reader that never reads: the pipe takes 64 KiB.
      let reader = open(path, O_RDONLY | O_NONBLOCK)
      defer { close(reader) }
      let log = try AccessLog(path, logger: logger)
      let server = try TestServer(log: log).start()
      let client = try Client(port: server.port)
      let target = "/\(String(repeating: "x", count: 2000))"
      let requests = String(
        repeating: "HEAD \(target) HTTP/1.1\r\nHost: h\r\n\r\n", count: 50)
      for _ in 0..<1000 where log.counts.lost == 0 {
        client.send(requests)
        for _ in 0..<50 { #expect(client.receiveAnswer(hasBody: false)?.status == 200) }
      }
      #expect(log.counts.lost > 0)
      try server.finish()
      log.stop()
    }
  }

  @Test func `a pipe that nobody reads is no log`() throws {
    try withPath { path in
      #expect(mkfifo(path, 0o600) == 0)
      let error = #expect(throws: SystemError.self) { try AccessLog(path, logger: logger) }
      #expect(error?.meaning == "a named pipe or socket that nobody reads")
    }
  }

  @Test func `lines that a full disk does not take are counted apart`() throws {
    let log = try AccessLog("/dev/full", logger: logger)
    let server = try TestServer(log: log).start()
    ask(try Client(port: server.port), "/1")
    #expect(eventually { log.counts.unwritten == 1 })
    #expect(log.counts.lost == 0)
    #expect(log.counts.written == 0)
    try server.finish()
    log.stop()
  }

  @Test func `a log that cannot be opened is an error that says so`() {
    #expect(throws: SystemError.self) { try AccessLog("/nowhere/log", logger: logger) }
  }
}

@Suite struct ClientBoundTests {
  private func ask(_ client: Client) -> Int? {
    client.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n")
    return client.receiveAnswer()?.status
  }

  @Test func `a client has so many connections and no more, others theirs`() throws {
    let board = CountBoard()
    let server = try TestServer(
      host: "localhost", threads: 2, connectionsPerClient: 2, board: board
    ).start()
    var clients = try (0..<2).map { _ in try Client(port: server.port) }
    #expect(clients.map(ask) == [200, 200])
    let third = try Client(port: server.port)
    #expect(third.receiveAnswer()?.status == 503)
    #expect(ask(try Client(port: server.port, ipv6: true)) == 200)
    #expect(eventually { board.total()[.refusedByClient] == 1 })
    // Who goes makes room.
    clients.removeLast()
    #expect(eventually { (try? ask(Client(port: server.port))) == 200 })
    try server.finish()
  }

  @Test func `a proxy that is believed may have more`() throws {
    let server = try TestServer(
      connectionsPerClient: 1, proxies: [try #require(Network("127.0.0.0/8"))]
    ).start()
    let clients = try (0..<3).map { _ in try Client(port: server.port) }
    #expect(clients.map(ask) == [200, 200, 200])
    try server.finish()
  }
}
