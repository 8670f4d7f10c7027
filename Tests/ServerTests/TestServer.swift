import Glibc
import HTTP
import Linux
import Logging
import Server
import Synchronization
import TLS
import Testing

/// A server on a free port, on threads of its own, for the length of a test.
final class TestServer: Sendable {
  let addresses: [SocketAddress]
  let origins: [String]
  private let server: Server
  private let ended = Mutex<Result<Void, ServerError>?>(nil)
  private let thread = Mutex<Running?>(nil)

  init(
    host: String = "127.0.0.1", threads: Int = 1, connections: Int = 1000,
    limits: Limits = Limits(), deadlines: Deadlines = .brief, inherited: [Listener] = [],
    connectionsPerClient: Int? = nil, proxies: [Network] = [],
    board: CountBoard = CountBoard(), log: AccessLog? = nil,
    certificates: Certificates? = nil,
    tlsPort: UInt16? = nil, handshakes: Int = 1000, handshakeTime: Duration = .seconds(10),
    _ application: @escaping @Sendable () -> Application = { .echo }
  ) throws {
    var configuration = ServerConfiguration(
      host: host, port: 0, threads: threads, limits: limits, deadlines: deadlines,
      handlesSignals: false)
    configuration.connections = connections
    configuration.inherited = inherited
    configuration.connectionsPerClient = connectionsPerClient
    configuration.trustedProxies = proxies
    configuration.certificates = certificates
    configuration.tlsPort = tlsPort
    configuration.handshakes = handshakes
    configuration.handshakeTime = handshakeTime
    server = try Server(
      configuration, application,
      logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }, board: board,
      accessLog: log)
    addresses = try server.listen()
    origins = server.origins
  }

  var port: UInt16 { addresses[0].port }

  /// Begins to serve. Clients can connect before.
  func start() throws -> TestServer {
    let running = Running(
      try WorkerThread(name: "test-server") { [self] in
        let result: Result<Void, ServerError>
        do throws(ServerError) {
          try server.run()
          result = .success(())
        } catch {
          result = .failure(error)
        }
        ended.withLock { $0 = result }
      })
    thread.withLock { $0 = running }
    return self
  }

  func stop() { server.stop() }

  var hasEnded: Bool { ended.withLock { $0 != nil } }

  /// Waits for the end of `run`, at most ten seconds.
  func waitUntilEnded() throws {
    try #require(eventually { self.hasEnded }, "the server did not end")
    thread.withLock { $0?.join() }
    try ended.withLock { try $0?.get() }
  }

  /// Stops and waits.
  func finish() throws {
    stop()
    try waitUntilEnded()
  }
}

/// A thread in a place where only what can be copied may stand.
final class Running: Sendable {
  private let thread: Mutex<WorkerThread?>

  init(_ thread: consuming WorkerThread) { self.thread = Mutex(thread) }

  func join() { thread.withLock { $0.take()?.join() } }
}

extension Deadlines {
  /// As by default, but a stop waits for nobody for long.
  static let brief = Deadlines(lingering: .milliseconds(100), stopping: .milliseconds(100))

  static func brief(_ change: (inout Deadlines) -> Void) -> Deadlines {
    var deadlines = brief
    change(&deadlines)
    return deadlines
  }
}

/// Asks again and again until it is so, at most ten seconds.
func eventually(_ isSo: () -> Bool) -> Bool {
  for _ in 0..<1000 {
    if isSo() { return true }
    usleep(10_000)
  }
  return isSo()
}

extension Application {
  /// `/size/N` answers N bytes, `/pieces/N` the same in pieces; anything else says what was asked.
  static var echo: Application {
    Application(
      respond: { head, bytes, body in
        var path = ""
        for index in head.path { path.unicodeScalars.append(Unicode.Scalar(bytes[index])) }
        if path.hasPrefix("/size/"), let size = Int(path.dropFirst(6)) {
          return Response(.ok, body: [UInt8](repeating: UInt8(ascii: "x"), count: size))
        }
        if path.hasPrefix("/pieces/"), let size = Int(path.dropFirst(8)) {
          return Response(.ok, pieces: Exes(size))
        }
        return Response(.ok, body: Array("\(head.method) \(path) \(body.count)".utf8))
      },
      refuse: { Response($0.status, body: Array($0.reason.utf8)) })
  }
}

/// So many times "x", in pieces of at most 20,000.
private final class Exes: Pieces {
  private var left: Int

  init(_ count: Int) { left = count }

  func next(onto bytes: inout [UInt8]) -> Bool {
    let count = min(left, 20_000)
    bytes.append(contentsOf: repeatElement(UInt8(ascii: "x"), count: count))
    left -= count
    return left > 0
  }
}
