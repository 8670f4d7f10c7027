import Glibc
import HTTP
import Linux
import Logging
import Server
import TLS
import Testing

@Suite(.timeLimit(.minutes(1))) struct ListeningTests {
  private func server(_ host: String, _ port: UInt16, threads: Int = 1) throws -> Server {
    try Server(
      ServerConfiguration(host: host, port: port, threads: threads, handlesSignals: false),
      { .echo },
      logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
  }

  private func ask(_ port: UInt16, ipv6: Bool = false) throws -> Int? {
    let client = try Client(port: port, ipv6: ipv6)
    client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
    return client.receiveAnswer()?.status
  }

  @Test func `port 0 takes a free one, the same for all loops`() throws {
    let addresses = try server("127.0.0.1", 0, threads: 4).listen()
    #expect(addresses.count == 1)
    #expect(addresses[0].port != 0)
    #expect(addresses[0].authority == "127.0.0.1:\(addresses[0].port)")
  }

  @Test(arguments: ["127.0.0.1", "::1", "0.0.0.0", "::", "localhost"], [1, 3])
  func `a port in use is an error that says so`(_ host: String, _ threads: Int) throws {
    let first = try server(host, 0, threads: threads)
    let address = try first.listen()[0]
    for joined in [1, 2] {
      let second = try server(host, address.port, threads: joined)
      let error = #expect(throws: ServerError.self) { _ = try second.listen() }
      #expect(error == .inUse(address))
      #expect(error?.description.contains("another program listens there") == true)
    }
  }

  @Test func `a port is free again as soon as its server has ended`() throws {
    let first = try TestServer(threads: 2).start()
    #expect(try ask(first.port) == 200)
    try first.finish()
    let addresses = try server("127.0.0.1", first.port, threads: 2).listen()
    #expect(addresses[0].port == first.port)
  }

  @Test(arguments: [
    "thuocdo.vn", "", "127.0.0", "1.2.3.4.5", "[127.0.0.1]", "::1]", "localhost:80",
  ])
  func `a host that is no address is an error that says so`(_ host: String) throws {
    let error = #expect(throws: ServerError.self) { _ = try server(host, 0).listen() }
    #expect(error == .notAnAddress(host))
  }

  @Test func `an address of another machine is an error that says so`() throws {
    let error = #expect(throws: ServerError.self) { _ = try server("192.0.2.1", 0).listen() }
    #expect(error?.description.contains("this machine does not have the address 192.0.2.1") == true)
  }

  @Test func `IPv6 is served`() throws {
    let server = try TestServer(host: "[::1]").start()
    #expect(server.addresses[0].authority == "[::1]:\(server.port)")
    #expect(try ask(server.port, ipv6: true) == 200)
    try server.finish()
  }

  @Test func `any IPv6 address takes IPv4 too`() throws {
    let server = try TestServer(host: "::").start()
    #expect(try ask(server.port, ipv6: true) == 200)
    #expect(try ask(server.port) == 200)
    try server.finish()
  }

  @Test func `localhost is served on both loopbacks and one port`() throws {
    let server = try TestServer(host: "localhost", threads: 2).start()
    #expect(server.addresses.map(\.host) == ["127.0.0.1", "::1"])
    #expect(try ask(server.port) == 200)
    #expect(try ask(server.port, ipv6: true) == 200)
    try server.finish()
  }

  @Test func `who has begun answers before it runs`() throws {
    let server = try server("127.0.0.1", 0, threads: 2)
    let port = try server.listen()[0].port
    try server.begin()
    #expect(try ask(port) == 200)
    server.stop()
    try server.run()
  }

  @Test func `one port is not spoken in two ways`() throws {
    let files = try PairFiles(try Issuer().issue())
    var configuration = ServerConfiguration(port: 8443, handlesSignals: false)
    configuration.certificates = try Certificates(certificate: files.certificate, key: files.key)
    configuration.tlsPort = 8443
    let server = try Server(
      configuration, { .echo }, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    let error = #expect(throws: ServerError.self) { _ = try server.listen() }
    #expect(error == .samePort(8443))
    #expect(error?.description.contains("--tls-port (the setting tlsPort) must be another") == true)
  }
}
