import Glibc
import HTTP
import Linux
import Server
import Testing

@Suite(.timeLimit(.minutes(2))) struct ServerTests {
  private let get = "GET /a HTTP/1.1\r\nHost: a\r\n\r\n"

  @Test func `a request is answered and the connection stays`() throws {
    let server = try TestServer().start()
    let client = try Client(port: server.port)
    for _ in 0..<3 {
      client.send(get)
      let answer = try #require(client.receiveAnswer())
      #expect(answer.status == 200)
      #expect(answer.text == "get /a 0")
      #expect(answer.head.contains("\r\nDate: "))
      #expect(!answer.closes)
    }
    try server.finish()
  }

  @Test func `a request that arrives byte by byte is answered`() throws {
    let server = try TestServer().start()
    let client = try Client(port: server.port)
    for byte in get.utf8 { client.send([byte]) }
    #expect(client.receiveAnswer()?.text == "get /a 0")
    try server.finish()
  }

  @Test func `pipelined requests are answered in order, past every bound`() throws {
    let server = try TestServer().start()
    let client = try Client(port: server.port)
    let paths = (0..<2000).map { "/\($0)" }
    client.send(paths.map { "GET \($0) HTTP/1.1\r\nHost: a\r\n\r\n" }.joined())
    for path in paths { #expect(client.receiveAnswer()?.text == "get \(path) 0") }
    try server.finish()
  }

  @Test func `pipelined requests for large answers are answered in order`() throws {
    let server = try TestServer().start()
    let client = try Client(port: server.port)
    let sizes = (0..<30).map { $0 * 37_003 }
    client.send(sizes.map { "GET /size/\($0) HTTP/1.1\r\nHost: a\r\n\r\n" }.joined())
    for size in sizes { #expect(client.receiveAnswer()?.body.count == size) }
    try server.finish()
  }

  @Test(arguments: [0, 1, 19_999, 20_000, 20_001, 1_000_000])
  func `an answer in pieces comes whole, and what was asked behind it after it`(
    size: Int
  ) throws {
    let server = try TestServer().start()
    let client = try Client(port: server.port)
    client.send("GET /pieces/\(size) HTTP/1.1\r\nHost: a\r\n\r\n" + get)
    let first = try #require(client.receiveAnswer())
    #expect(first.head.contains("\r\nTransfer-Encoding: chunked\r\n"))
    #expect(!first.head.contains("Content-Length"))
    let body = try #require(client.receiveChunks())
    #expect(body.count == size && body.allSatisfy { $0 == UInt8(ascii: "x") })
    #expect(client.receiveAnswer()?.text == "get /a 0")
    try server.finish()
  }

  @Test func `to HTTP 1_0 an answer in pieces ends with the connection`() throws {
    let server = try TestServer().start()
    let client = try Client(port: server.port)
    client.send("GET /pieces/1000000 HTTP/1.0\r\nConnection: keep-alive\r\n\r\n")
    let first = try #require(client.receiveAnswer())
    #expect(first.closes)
    #expect(!first.head.contains("Transfer-Encoding"))
    #expect(client.receiveAll()?.utf8.count == 1_000_000)
    try server.finish()
  }

  @Test func `HEAD of an answer in pieces has its fields and no body`() throws {
    let server = try TestServer().start()
    let client = try Client(port: server.port)
    client.send("HEAD /pieces/1000 HTTP/1.1\r\nHost: a\r\n\r\n" + get)
    let first = try #require(client.receiveAnswer(hasBody: false))
    #expect(first.head.contains("\r\nTransfer-Encoding: chunked\r\n"))
    #expect(client.receiveAnswer()?.text == "get /a 0")
    try server.finish()
  }

  @Test func `answers in pieces are made side by side, and others are answered meanwhile`() throws {
    // However long it takes until the last of them reads.
    let server = try TestServer(deadlines: .brief { $0.writing = .seconds(3600) }).start()
    // Clients that do not read: the answers stop where the kernel takes no more.
    let slow = try (0..<3).map { _ in try Client(port: server.port, receiveBuffer: 65_536) }
    let size = 8_000_000
    for client in slow { client.send("GET /pieces/\(size) HTTP/1.0\r\n\r\n") }
    let other = try Client(port: server.port)
    for _ in 0..<10 {
      other.send(get)
      #expect(other.receiveAnswer()?.text == "get /a 0")
    }
    for client in slow {
      #expect(client.receiveAnswer()?.status == 200)
      #expect(client.receive { _ in false }?.count == size)
    }
    try server.finish()
  }

  @Test func `HEAD is answered without a body`() throws {
    let server = try TestServer().start()
    let client = try Client(port: server.port)
    client.send("HEAD /size/100000 HTTP/1.1\r\nHost: a\r\n\r\n" + get)
    #expect(client.receiveAnswer(hasBody: false)?.length == 100_000)
    #expect(client.receiveAnswer()?.text == "get /a 0")
    try server.finish()
  }

  @Test func `a client that waits is told to go on`() throws {
    let server = try TestServer().start()
    let client = try Client(port: server.port)
    client.send(
      "POST /a HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 5\r\n\r\n")
    #expect(client.receiveAnswer()?.status == 100)
    client.send("hello")
    #expect(client.receiveAnswer()?.text == "other /a 5")
    try server.finish()
  }

  @Test func `a body of the largest size is read`() throws {
    let server = try TestServer().start()
    let client = try Client(port: server.port)
    client.send("POST /a HTTP/1.1\r\nHost: a\r\nContent-Length: 1048576\r\n\r\n")
    client.send([UInt8](repeating: 0x61, count: 1 << 20))
    #expect(client.receiveAnswer()?.text == "other /a 1048576")
    client.send("POST /b HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n")
    let chunk = "1000\r\n" + String(repeating: "x", count: 4096) + "\r\n"
    client.send(String(repeating: chunk, count: 256) + "0\r\n\r\n")
    #expect(client.receiveAnswer()?.text == "other /b 1048576")
    try server.finish()
  }

  @Test func `a client that still sends sees the refusal`() throws {
    let server = try TestServer().start()
    let client = try Client(port: server.port)
    client.send("POST /a HTTP/1.1\r\nHost: a\r\nContent-Length: 2000000\r\n\r\n")
    client.send([UInt8](repeating: 0x61, count: 50_000))
    let answer = try #require(client.receiveAnswer())
    #expect(answer.status == 413)
    #expect(answer.closes)
    #expect(client.receiveAll() == "")
    try server.finish()
  }

  @Test func `a refusal ends the connection in order`() throws {
    let server = try TestServer().start()
    let client = try Client(port: server.port)
    client.send(get + "GET / HTTP/1.1\r\nHost : a\r\n\r\n" + get)
    #expect(client.receiveAnswer()?.status == 200)
    #expect(client.receiveAnswer()?.status == 400)
    #expect(client.receiveAll() == "")
    try server.finish()
  }

  @Test func `a half-closed client gets all its answers`() throws {
    let server = try TestServer().start()
    let client = try Client(port: server.port, receiveBuffer: 4096)
    client.send(
      String(repeating: get, count: 200) + "GET /size/3000000 HTTP/1.1\r\nHost: a\r\n\r\n")
    client.endSending()
    for _ in 0..<200 { #expect(client.receiveAnswer()?.text == "get /a 0") }
    #expect(client.receiveAnswer()?.body.count == 3_000_000)
    #expect(client.receiveAll() == "")
    try server.finish()
  }

  @Test func `a slow reader gets a large answer whole and holds nobody up`() throws {
    let server = try TestServer().start()
    let slow = try Client(port: server.port, receiveBuffer: 4096)
    slow.send("GET /size/8000000 HTTP/1.1\r\nHost: a\r\n\r\n" + get)
    let other = try Client(port: server.port)
    for _ in 0..<50 {
      other.send(get)
      #expect(other.receiveAnswer()?.text == "get /a 0")
    }
    #expect(slow.receiveAnswer()?.body.count == 8_000_000)
    #expect(slow.receiveAnswer()?.text == "get /a 0")
    try server.finish()
  }

  @Test func `a client that only sends is no longer read, and let go`() throws {
    let server = try TestServer(deadlines: .brief { $0.writing = .milliseconds(300) }).start()
    let client = try Client(port: server.port, receiveBuffer: 4096)
    let requests = Array(
      String(repeating: "GET /size/10000 HTTP/1.1\r\nHost: a\r\n\r\n", count: 500).utf8)
    // Until the server has read as much as it will and the kernel is full on both sides.
    var sent = 0
    while let count = client.trySend(requests) { sent += count }
    #expect(sent < 20 << 20)
    // Then the connection is gone, in whatever order we notice.
    #expect(eventually { client.trySend([0x47]) == nil && errno != EAGAIN })
    try server.finish()
  }

  @Test func `a client that takes an answer slowly gets it whole`() throws {
    let server = try TestServer(
      deadlines: .brief {
        $0.writing = .seconds(1)
        $0.idle = .milliseconds(300)
      }
    ).start()
    let slow = try Client(port: server.port, receiveBuffer: 65_536)
    let size = 8_000_000
    slow.send("GET /pieces/\(size) HTTP/1.0\r\n\r\n")
    var taken = 0
    for _ in 0..<8 {
      var some = 0
      some = try #require(slow.receive(until: { $0.count >= 24_000 })?.count)
      taken += some
      // Another connection's time of rest tells how long it was.
      let clock = try Client(port: server.port)
      clock.send(get)
      #expect(clock.receiveAll()?.isEmpty == false)
    }
    let rest = try #require(slow.receive { _ in false })
    #expect(taken + rest.count > size)
    try server.finish()
  }

  @Test(arguments: ["HTTP/1.0\r\n\r\n", "HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"])
  func `a line end behind the last request does not cost the client its answer`(
    _ end: String
  ) throws {
    let server = try TestServer().start()
    let client = try Client(port: server.port, receiveBuffer: 32_768)
    client.send("GET /size/100000 \(end)")
    let first = try #require(client.receive(until: { !$0.isEmpty }))
    client.send("\r\n")
    let rest = try #require(client.receive { _ in false }, "the answer was reset")
    #expect((first + rest).count > 100_000)
    try server.finish()
  }

  @Test func `a client that sends no request is told so`() throws {
    let server = try TestServer(deadlines: .brief { $0.head = .milliseconds(200) }).start()
    let client = try Client(port: server.port)
    client.send("GET / HT")
    #expect(client.receiveAnswer()?.status == 408)
    #expect(client.receiveAll() == "")
    try server.finish()
  }

  @Test func `an idle connection is ended`() throws {
    let server = try TestServer(deadlines: .brief { $0.idle = .milliseconds(200) }).start()
    let client = try Client(port: server.port)
    client.send(get)
    #expect(client.receiveAnswer()?.status == 200)
    #expect(client.receiveAll() == "")
    try server.finish()
  }

  @Test func `a slow body is refused`() throws {
    let server = try TestServer(deadlines: .brief { $0.bodyGrace = .milliseconds(200) }).start()
    let client = try Client(port: server.port)
    client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhe")
    #expect(client.receiveAnswer()?.status == 408)
    #expect(client.receiveAll() == "")
    try server.finish()
  }

  @Test func `a connection too many is sent away, and there is room again later`() throws {
    let server = try TestServer(connections: 2).start()
    var first: Client? = try Client(port: server.port)
    first?.send(get)
    #expect(first?.receiveAnswer()?.status == 200)
    let second = try Client(port: server.port)
    second.send(get)
    #expect(second.receiveAnswer()?.status == 200)
    let third = try Client(port: server.port)
    let answer = try #require(third.receiveAnswer())
    #expect(answer.status == 503)
    #expect(answer.closes)
    first = nil
    #expect(
      eventually {
        guard let client = try? Client(port: server.port) else { return false }
        client.send(get)
        return client.receiveAnswer()?.status == 200
      })
    try server.finish()
  }

  @Test func `clients that reset their connections leave nothing behind`() throws {
    let server = try TestServer().start()
    let before = try listFolder("/proc/self/fd").count
    for index in 0..<300 {
      let client = try Client(port: server.port)
      client.send(index % 3 == 0 ? "GET" : index % 3 == 1 ? get : get + "GET / HTTP")
      client.resetOnClose()
    }
    let client = try Client(port: server.port)
    client.send(get)
    #expect(client.receiveAnswer()?.status == 200)
    // Other tests open descriptors meanwhile, but not hundreds.
    #expect(eventually { ((try? listFolder("/proc/self/fd").count) ?? .max) < before + 100 })
    try server.finish()
  }

  @Test func `several loops serve one port`() throws {
    let server = try TestServer(threads: 3).start()
    // By chance alone one of three loops would get none of these once in 10^17 runs.
    let clients = try (0..<100).map { _ in try Client(port: server.port) }
    for client in clients { client.send(get) }
    for client in clients { #expect(client.receiveAnswer()?.status == 200) }
    try server.finish()
  }
}
