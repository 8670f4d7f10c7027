import Glibc
import Linux
import Testing

@Suite struct ListenerTests {
  private let loopback = SocketAddress.parse(host: "127.0.0.1", port: 0)[0]

  @Test func `port 0 takes a free port`() throws {
    let listener = try Listener(loopback)
    #expect(listener.address.port != 0)
    #expect(listener.address.host == "127.0.0.1")
  }

  @Test func `nobody waits at first`() throws {
    let listener = try Listener(loopback)
    switch try listener.accept() {
    case .none: break
    default: Issue.record("somebody was accepted")
    }
  }

  @Test func `a connection is accepted, non-blocking and closed on exec`() throws {
    let listener = try Listener(loopback)
    let client = try connect(to: listener.address)
    let server = try accept(listener)
    #expect(fcntl(server.number, F_GETFL) & O_NONBLOCK != 0)
    #expect(fcntl(server.number, F_GETFD) & FD_CLOEXEC != 0)
    var value: Int32 = 0
    var size = socklen_t(4)
    #expect(getsockopt(server.number, Int32(IPPROTO_TCP), TCP_NODELAY, &value, &size) == 0)
    #expect(value != 0)
    _ = client.number
  }

  @Test func `the kernel takes no more for a client than the bound says`() throws {
    let own = try Listener(loopback)
    for listener in [own, try Listener(inheriting: dup(own.descriptor.number))] {
      let client = try connect(to: listener.address)
      let server = try accept(listener)
      var value: Int32 = 0
      var size = socklen_t(4)
      #expect(
        getsockopt(server.number, Int32(IPPROTO_TCP), TCP_NOTSENT_LOWAT, &value, &size) == 0)
      #expect(value == Listener.unsentBytes)
      #expect(unacknowledged(server) == 0)
      var sent = 0
      let bytes = [UInt8](repeating: 0, count: 1 << 20)
      while case .moved(let count) = send(server, bytes.span, Span()), sent < 64 << 20 {
        sent += count
      }
      #expect(unacknowledged(server) >= Int(Listener.unsentBytes) / 2)
      // Twice the bound, since whole segments are taken.
      #expect(unacknowledged(server) <= 2 * Int(Listener.unsentBytes))
      _ = client.number
    }
  }

  @Test func `listeners that join share what comes`() throws {
    let first = try Listener(loopback)
    let second = try Listener(first.address, joins: true)
    var counts = [0, 0]
    for _ in 0..<64 {
      let client = try connect(to: first.address)
      for (index, listener) in [first, second].enumerated() {
        if case .connection = try listener.accept() { counts[index] += 1 }
      }
      _ = client.number
    }
    #expect(counts[0] + counts[1] == 64)
    #expect(counts[0] > 0 && counts[1] > 0)
  }

  @Test func `a first listener does not share with anybody`() throws {
    let first = try Listener(loopback)
    let joined = try Listener(first.address, joins: true)
    let error = #expect(throws: SystemError.self) { _ = try Listener(first.address) }
    #expect(error?.kind == .addressInUse)
    #expect(error?.description.contains(first.address.authority) == true)
    #expect(joined.address == first.address)
  }

  @Test func `newcomers are not heard, and who has come through is accepted`() throws {
    let listener = try Listener(loopback)
    let before = try connect(to: listener.address)
    try #require(listener.refuseNewcomers())
    let after = try connect(to: listener.address, waits: false)
    _ = try accept(listener)
    var poll = pollfd(fd: after.number, events: Int16(POLLOUT), revents: 0)
    #expect(Glibc.poll(&poll, 1, 50) == 0, "the newcomer is connected")
    _ = before.number
  }
}

/// Connects to a listener; without `waits` the handshake is only begun.
func connect(to address: SocketAddress, waits: Bool = true) throws -> Descriptor {
  let number = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
  try #require(number >= 0)
  let descriptor = Descriptor(taking: number)
  if !waits { _ = fcntl(number, F_SETFL, O_NONBLOCK) }
  var system = sockaddr_in()
  system.sin_family = sa_family_t(AF_INET)
  system.sin_port = address.port.bigEndian
  system.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
  let answer = withUnsafeBytes(of: &system) { raw in
    Glibc.connect(
      number, raw.baseAddress!.assumingMemoryBound(to: sockaddr.self), socklen_t(raw.count))
  }
  try #require(answer == 0 || !waits && errno == EINPROGRESS)
  return descriptor
}

/// Accepts a connection that is there.
func accept(_ listener: Listener) throws -> Descriptor {
  switch try listener.accept() {
  case .connection(let descriptor): return descriptor
  default:
    throw SystemError("accept4", on: "nobody waits")
  }
}
