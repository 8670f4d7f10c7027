import Glibc
import HTTP
import Linux
import Server
import Synchronization
import TLS
import Testing

/// A listener that was handed to the server, and is somebody else's too.
@Suite(.timeLimit(.minutes(1))) struct InheritedTests {
  private let get = "GET /a HTTP/1.1\r\nHost: a\r\n\r\n"
  /// The socket as its owner has it; what a server gets is a second descriptor of it.
  private let owned: Listener

  init() throws {
    owned = try Listener(SocketAddress.parse(host: "127.0.0.1", port: 0)[0])
  }

  private func server(threads: Int) throws -> TestServer {
    let inherited = try Listener(inheriting: dup(owned.descriptor.number))
    return try TestServer(threads: threads, inherited: [inherited])
  }

  @Test(arguments: [1, 3]) func `all loops serve it`(_ threads: Int) throws {
    let server = try server(threads: threads).start()
    #expect(server.port == owned.address.port)
    let clients = try (0..<32).map { _ in try Client(port: server.port) }
    for client in clients { client.send(get) }
    for client in clients { #expect(client.receiveAnswer()?.status == 200) }
    try server.finish()
  }

  @Test func `who comes while nobody serves is answered by the next`() throws {
    let first = try server(threads: 2).start()
    let early = try Client(port: first.port)
    early.send(get)
    #expect(early.receiveAnswer()?.status == 200)
    try first.finish()
    let client = try Client(port: owned.address.port)
    client.send(get)
    let second = try server(threads: 2).start()
    #expect(client.receiveAnswer()?.status == 200)
    try second.finish()
  }

  private func handed(_ names: String...) throws -> [Listener] {
    try names.map { name in
      let own = try Listener(SocketAddress.parse(host: "127.0.0.1", port: 0)[0])
      return try Listener(inheriting: dup(own.descriptor.number), name: name)
    }
  }

  @Test func `TLS is spoken on the one that is called so, or on all`() throws {
    let issuer = try Issuer()
    let files = try PairFiles(issuer.issue("inherited"))
    let certificates = try Certificates(certificate: files.certificate, key: files.key)
    for (names, schemes) in [
      (["http", "https"], ["http", "https"]), (["https", "web"], ["https", "http"]),
      (["web", ""], ["https", "https"]),
    ] {
      let inherited = try handed(names[0], names[1])
      let server = try TestServer(inherited: inherited, certificates: certificates).start()
      #expect(server.origins.map { String($0.prefix { $0 != ":" }) } == schemes)
      for (listener, scheme) in zip(inherited, schemes) {
        let client = try Client(port: listener.address.port)
        if scheme == "https" {
          let secure = try TLSClient(port: listener.address.port, issuer, over: client)
          secure.send(get)
          #expect(secure.receiveAnswer()?.status == 200)
        } else {
          client.send(get)
          #expect(client.receiveAnswer()?.status == 200)
        }
      }
      try server.finish()
    }
  }

  @Test func `TLS that has no listener of its own is an error`() throws {
    let issuer = try Issuer()
    let files = try PairFiles(issuer.issue("inherited"))
    let certificates = try Certificates(certificate: files.certificate, key: files.key)
    #expect(throws: ServerError.portBesideInherited) {
      _ = try TestServer(inherited: try handed("web"), certificates: certificates, tlsPort: 0)
    }
    #expect(throws: ServerError.noCertificates) {
      _ = try TestServer(inherited: try handed("https"))
    }
  }

  @Test func `no request is lost from one server to the next`() throws {
    let answered = Atomic<Int>(0)
    let lost = Atomic<Int>(0)
    let isOver = Atomic<Bool>(false)
    var clients: [Running] = []
    var current = try server(threads: 2).start()
    for index in 0..<4 {
      clients.append(
        Running(
          try WorkerThread(name: "client-\(index)") { [get, port = owned.address.port] in
            while !isOver.load(ordering: .relaxed) {
              guard let client = try? Client.quietly(port: port) else {
                lost.wrappingAdd(1, ordering: .relaxed)
                return
              }
              var isLast = false
              for _ in 0..<5 where !isLast {
                guard client.send(get), let answer = client.receiveAnswer() else {
                  lost.wrappingAdd(1, ordering: .relaxed)
                  return
                }
                answered.wrappingAdd(1, ordering: .relaxed)
                isLast = answer.closes
              }
            }
          }))
    }
    for _ in 0..<3 {
      let before = answered.load(ordering: .relaxed)
      #expect(eventually { answered.load(ordering: .relaxed) > before + 100 })
      current.stop()
      let next = try server(threads: 2).start()
      try current.waitUntilEnded()
      current = next
    }
    isOver.store(true, ordering: .relaxed)
    for client in clients { client.join() }
    try current.finish()
    #expect(lost.load(ordering: .relaxed) == 0)
  }
}
