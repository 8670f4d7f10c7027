import Glibc
import HTTP
import Linux
import Server
import Synchronization
import Testing

@Suite(.timeLimit(.minutes(2))) struct StoppingTests {
  private let get = "GET /a HTTP/1.1\r\nHost: a\r\n\r\n"

  @Test func `an idle server ends soon`() throws {
    let server = try TestServer(threads: 2).start()
    try server.finish()
    #expect(throws: (any Error).self) { _ = try Client.quietly(port: server.port) }
  }

  @Test func `a server may be stopped before it runs`() throws {
    let server = try TestServer()
    let client = try Client(port: server.port)
    client.send(get)
    server.stop()
    _ = try server.start()
    #expect(client.receiveAnswer()?.status == 200)
    #expect(client.receiveAll() == "")
    try server.waitUntilEnded()
  }

  @Test func `an idle connection may send one more request`() throws {
    let server = try TestServer(deadlines: .brief { $0.stopping = .seconds(1) }).start()
    let client = try Client(port: server.port)
    client.send(get)
    #expect(client.receiveAnswer()?.closes == false)
    server.stop()
    client.send(get)
    #expect(client.receiveAnswer()?.status == 200)
    _ = client.receiveAll()
    try server.waitUntilEnded()
  }

  @Test func `an idle connection is ended after its grace`() throws {
    let server = try TestServer(deadlines: .brief).start()
    let client = try Client(port: server.port)
    client.send(get)
    #expect(client.receiveAnswer()?.status == 200)
    server.stop()
    #expect(client.receiveAll() == "")
    try server.waitUntilEnded()
  }

  @Test func `what is under way is answered whole`() throws {
    let server = try TestServer(deadlines: .brief { $0.stopping = .seconds(1) }).start()
    let posting = try Client(port: server.port)
    posting.send("POST /p HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhe")
    let reading = try Client(port: server.port, receiveBuffer: 4096)
    reading.send("GET /size/3000000 HTTP/1.1\r\nHost: a\r\n\r\n")
    let asking = try Client(port: server.port)
    asking.send(get + "GET /b HT")
    #expect(asking.receiveAnswer()?.status == 200)
    server.stop()
    posting.send("llo")
    let posted = try #require(posting.receiveAnswer())
    #expect(posted.text == "other /p 5")
    #expect(posting.receiveAll() == "")
    asking.send("TP/1.1\r\nHost: a\r\n\r\n")
    #expect(asking.receiveAnswer()?.text == "get /b 0")
    #expect(asking.receiveAll() == "")
    #expect(reading.receiveAnswer()?.body.count == 3_000_000)
    reading.endSending()
    try server.waitUntilEnded()
  }

  @Test func `a second stop ends at once`() throws {
    let server = try TestServer().start()
    let client = try Client(port: server.port)
    client.send("POST /p HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhe")
    server.stop()
    server.stop()
    try server.waitUntilEnded()
  }

  /// Every client that got a connection gets an answer to each request it sent on it, until an
  /// answer says that it is the last.
  @Test(arguments: [1, 2]) func `no request is lost under load`(_ threads: Int) throws {
    for _ in 0..<3 {
      let server = try TestServer(threads: threads, deadlines: .brief { $0.stopping = .seconds(1) })
        .start()
      let answered = Atomic<Int>(0)
      let lost = Atomic<Int>(0)
      let load = try Load(clients: 8) { [get, port = server.port] in
        // Once the listeners are gone nobody connects any more, and that is no loss.
        while let client = try? Client.quietly(port: port) {
          var isLast = false
          for _ in 0..<20 where !isLast {
            guard client.send(get), let answer = client.receiveAnswer() else {
              lost.wrappingAdd(1, ordering: .relaxed)
              return
            }
            answered.wrappingAdd(1, ordering: .relaxed)
            isLast = answer.closes
          }
        }
      }
      #expect(eventually { answered.load(ordering: .relaxed) > 500 })
      server.stop()
      try server.waitUntilEnded()
      load.join()
      #expect(lost.load(ordering: .relaxed) == 0)
    }
  }
}

/// The same work on several threads.
private final class Load {
  private var threads: [Running] = []

  init(clients: Int, _ work: @escaping @Sendable () -> Void) throws {
    for index in 0..<clients {
      threads.append(Running(try WorkerThread(name: "client-\(index)", work)))
    }
  }

  func join() { for thread in threads { thread.join() } }
}
