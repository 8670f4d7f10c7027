import HTTP
import Server
import Testing

@Suite struct CountBoardTests {
  @Test func `what all loops have done is shown soon, with nobody asking`() throws {
    let board = CountBoard()
    let server = try TestServer(threads: 2, board: board).start()
    let clients = try (0..<8).map { _ in try Client(port: server.port) }
    for client in clients {
      client.send("GET /size/100 HTTP/1.1\r\nHost: h\r\n\r\n")
      #expect(client.receiveAnswer()?.status == 200)
    }
    #expect(eventually { board.total()[.open] == 8 })
    clients[0].send("nonsense\r\n\r\n")
    #expect(clients[0].receiveAnswer()?.status == 400)
    #expect(eventually { board.total()[.malformed] == 1 })
    let counts = board.total()
    #expect(counts.answered.map { "\($0.status) \($0.count)" }.sorted() == ["200 8", "400 1"])
    #expect(counts[.accepted] == 8)
    #expect(counts[.receivedBytes] == 8 * 35 + 12)
    #expect(counts[.sentBytes] > 8 * 100)
    #expect(counts.durations.reduce(0, +) == 9)
    try server.finish()
    #expect(board.total()[.open] == 0)
  }

  @Test func `who is sent away for want of a place is counted`() throws {
    let board = CountBoard()
    let server = try TestServer(connections: 1, board: board).start()
    let first = try Client(port: server.port)
    first.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n")
    #expect(first.receiveAnswer()?.status == 200)
    #expect(try Client(port: server.port).receiveAnswer()?.status == 503)
    #expect(eventually { board.total()[.refusedByServer] == 1 })
    try server.finish()
  }

  @Test func `the board says that the server stops, from the first asking on`() throws {
    let board = CountBoard()
    let server = try TestServer(board: board).start()
    let client = try Client(port: server.port)
    client.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n")
    #expect(client.receiveAnswer()?.status == 200)
    #expect(!board.isStopping)
    server.stop()
    #expect(eventually { board.isStopping })
    try server.waitUntilEnded()
  }
}
