import Glibc
import HTTP
import Linux
import Server
import Testing

@Suite(.timeLimit(.minutes(1))) struct ExhaustionTests {
  /// In a process of its own, whose descriptors are few.
  @Test func `few descriptors bound the connections, and the rest is sent away`() async {
    await #expect(processExitsWith: .success) {
      var limit = rlimit(rlim_cur: 80, rlim_max: 80)
      precondition(setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0)
      let server = try TestServer().start()
      let clients = try (0..<17).map { _ in try Client(port: server.port) }
      // 64 descriptors are for the program itself.
      for (index, client) in clients.enumerated() {
        client.send("GET /a HTTP/1.1\r\nHost: a\r\n\r\n")
        let status = client.receiveAnswer()?.status
        precondition(status == (index < 16 ? 200 : 503), "\(index): \(String(describing: status))")
      }
      try server.finish()
    }
  }

  /// In a process of its own, whose descriptors are fewer still.
  @Test func `where none is left for clients nothing listens`() async {
    await #expect(processExitsWith: .success) {
      var limit = rlimit(rlim_cur: 64, rlim_max: 64)
      precondition(setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0)
      do {
        _ = try TestServer()
        preconditionFailure("it listens")
      } catch {
        precondition(error as? ServerError == .tooFewDescriptors(64, own: 64), "\(error)")
      }
    }
  }

  /// In a process of its own, since it takes all descriptors.
  @Test func `without descriptors clients are sent away, nothing spins, and it ends`() async {
    await #expect(processExitsWith: .success) {
      let get = "GET /a HTTP/1.1\r\nHost: a\r\n\r\n"
      let server = try TestServer().start()
      let first = try Client(port: server.port)
      first.send(get)
      precondition(first.receiveAnswer()?.status == 200)
      // Sockets that are not connected yet need no descriptor of the server's.
      var knocking = try (0..<20).map { _ in try Client.unconnected() }
      var limit = rlimit(rlim_cur: 128, rlim_max: 128)
      precondition(setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0)
      var taken: [Int32] = []
      while true {
        let number = open("/dev/null", O_RDONLY)
        if number < 0 { break }
        taken.append(number)
      }
      for client in knocking { precondition(client.connects(to: server.port)) }
      for client in knocking {
        // The answer, or at the worst an end in order.
        let text = client.receiveAll()
        precondition(text?.contains(" 503 ") == true, text ?? "reset")
      }
      // Who is connected is served on.
      first.send(get)
      precondition(first.receiveAnswer()?.status == 200)
      let before = clock()
      usleep(300_000)
      precondition(clock() - before < CLOCKS_PER_SEC / 10, "it spins")
      knocking = []
      for number in taken { close(number) }
      // There is room again.
      let later = try Client(port: server.port)
      later.send(get)
      precondition(later.receiveAnswer()?.status == 200)
      try server.finish()
    }
  }
}
