import Glibc
import Linux
import Testing

@Suite struct InheritedListenersTests {
  @Test func `a socket that listens is taken over as it is`() throws {
    let number = try listeningSocket()
    let listener = try Listener(inheriting: number)
    #expect(listener.isShared)
    #expect(listener.address.host == "127.0.0.1")
    #expect(listener.address.port != 0)
    #expect(fcntl(number, F_GETFL) & O_NONBLOCK != 0)
    #expect(fcntl(number, F_GETFD) & FD_CLOEXEC != 0)
    let client = try connect(to: listener.address)
    _ = try accept(listener)
    _ = client.number
  }

  @Test func `what does not listen is an error that names the descriptor`() throws {
    let idle = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    let file = open("/dev/null", O_RDONLY)
    for number in [idle, file, 100_000] {
      let error = #expect(throws: SystemError.self) { _ = try Listener(inheriting: number) }
      #expect(error?.subject == "descriptor \(number)")
    }
  }

  @Test func `of a socket that is not TCP's it is said what it is and what is needed`() throws {
    let path = "/tmp/thuocdo-\(getpid())-\(UInt64.random(in: 0 ... .max)).socket"
    let local = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
    let bound = withUnsafeBytes(of: &address) { raw in
      bind(local, raw.baseAddress!.assumingMemoryBound(to: sockaddr.self), socklen_t(raw.count))
    }
    defer { unlink(path) }
    try #require(bound == 0 && listen(local, 1) == 0)
    let datagrams = socket(AF_INET, Int32(SOCK_DGRAM.rawValue), 0)
    for (number, kind) in [(local, "a Unix socket"), (datagrams, "a UDP socket")] {
      let error = #expect(throws: SystemError.self) { _ = try Listener(inheriting: number) }
      let text = error?.description ?? ""
      #expect(text.contains("descriptor \(number), \(kind) where a TCP socket is needed"))
      #expect(text.contains("ListenStream="))
    }
  }

  @Test func `a shared listener still hears newcomers when it is left`() throws {
    let listener = try Listener(inheriting: try listeningSocket())
    try #require(listener.refuseNewcomers())
    let client = try connect(to: listener.address)
    _ = try accept(listener)
    _ = client.number
  }

  @Test func `a poller that leaves a listener is told of nobody, others are`() throws {
    let listener = try Listener(inheriting: try listeningSocket())
    var first = try Poller()
    var second = try Poller()
    try first.add(listener, token: 1)
    try second.add(listener, token: 2)
    try first.remove(listener.descriptor)
    let client = try connect(to: listener.address)
    #expect(try first.wait(milliseconds: 1) == 0)
    #expect(try second.wait(milliseconds: 1000) == 1)
    try first.add(listener, token: 3)
    #expect(try first.wait(milliseconds: 1000) == 1)
    #expect(first.token(0) == 3)
    _ = client.number
  }

  @Test func `what is handed over is taken once, and only by whom it is meant for`() async {
    await #expect(processExitsWith: .success) {
      let first: Int32 = 200
      func offer(_ process: String?, _ count: String?) {
        unsetenv("LISTEN_PID")
        unsetenv("LISTEN_FDS")
        if let process { setenv("LISTEN_PID", process, 1) }
        if let count { setenv("LISTEN_FDS", count, 1) }
      }
      for number in first..<first + 2 { dup2(try listeningSocket(), number) }
      let us = "\(getpid())"
      for (process, count) in [
        (nil, "2"), (us, nil), ("1", "2"), ("1", "two"), (us, "0"), ("", ""),
      ] {
        offer(process, count)
        let taken = try InheritedListeners.take(from: first)
        precondition(taken.isEmpty, "\(process ?? "-") \(count ?? "-")")
      }
      offer(us, "2")
      setenv("LISTEN_FDNAMES", "http", 1)
      let listeners = try InheritedListeners.take(from: first)
      precondition(listeners.map { $0.descriptor.number } == [first, first + 1])
      precondition(listeners.map(\.name) == ["http", ""])
      for name in ["PID", "FDS", "FDNAMES"] { precondition(getenv("LISTEN_\(name)") == nil) }
      let again = try InheritedListeners.take(from: first)
      precondition(again.isEmpty)
    }
  }

  @Test func `what is no number, or more than the bound, is an error`() async {
    await #expect(processExitsWith: .success) {
      for count in ["\(InheritedListeners.most + 1)", "70000", "-1", "two", ""] {
        setenv("LISTEN_PID", "\(getpid())", 1)
        setenv("LISTEN_FDS", count, 1)
        do throws(SystemError) {
          _ = try InheritedListeners.take(from: 200)
          preconditionFailure("taken")
        } catch {
          precondition(
            error.description == "LISTEN_FDS \"\(count)\": not a number from 0 to 64",
            error.description)
        }
      }
    }
  }
}

/// A socket that listens on a free port of the loopback, as a service manager opens it.
private func listeningSocket() throws -> Int32 {
  let number = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
  var address = sockaddr_in()
  address.sin_family = sa_family_t(AF_INET)
  address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
  let bound = withUnsafeBytes(of: &address) { raw in
    bind(number, raw.baseAddress!.assumingMemoryBound(to: sockaddr.self), socklen_t(raw.count))
  }
  try #require(number >= 0 && bound == 0 && listen(number, 16) == 0)
  return number
}
