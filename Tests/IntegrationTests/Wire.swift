import Glibc
import Testing

/// One connection of a client, byte by byte: what is sent is what the test says, no more.
struct Wire: ~Copyable {
  private let socket: Int32
  private var received: [UInt8] = []

  enum Failure: Error {
    case call(String, Int32)
    case late(String)
    case cut(String)
  }

  /// Connects to a port of this machine: `127.0.0.1`, or `::1`.
  init(to port: UInt16, on host: String = "127.0.0.1") throws {
    let isSix = host.contains(":")
    socket = Glibc.socket(
      isSix ? AF_INET6 : AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    guard socket >= 0 else { throw Failure.call("socket", errno) }
    let connected =
      isSix
      ? {
        var address = sockaddr_in6()
        address.sin6_family = sa_family_t(AF_INET6)
        address.sin6_port = port.bigEndian
        inet_pton(AF_INET6, host, &address.sin6_addr)
        return Wire.connect(socket, &address, MemoryLayout<sockaddr_in6>.size)
      }()
      : {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        inet_pton(AF_INET, host, &address.sin_addr)
        return Wire.connect(socket, &address, MemoryLayout<sockaddr_in>.size)
      }()
    guard connected == 0 else { throw Failure.call("connect", errno) }
  }

  deinit { Glibc.close(socket) }

  private static func connect<Address>(
    _ socket: Int32, _ address: inout Address, _ size: Int
  ) -> Int32 {
    withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        Glibc.connect(socket, $0, socklen_t(size))
      }
    }
  }

  func send(_ text: String) throws {
    let bytes = Array(text.utf8)
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes {
        Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw Failure.call("send", errno) }
      sent += count
    }
  }

  /// Says that nothing more will be sent.
  func endSending() { shutdown(socket, Int32(SHUT_WR)) }

  /// Takes in more bytes; false at the end of the stream.
  private mutating func receive(_ deadline: Deadline) throws -> Bool {
    var polled = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
    guard poll(&polled, 1, deadline.remaining) > 0 else {
      throw Failure.late(String(decoding: received, as: UTF8.self))
    }
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
    let count = recv(socket, &buffer, buffer.count, 0)
    if count < 0, errno == EINTR { return true }
    guard count >= 0 else { throw Failure.call("recv", errno) }
    received += buffer.prefix(count)
    return count > 0
  }

  /// Whether the server has ended the connection, with nothing more said.
  mutating func hasEnded() throws -> Bool {
    let deadline = Deadline()
    return try received.isEmpty && !receive(deadline)
  }

  /// Waits until the server ends one of two connections, and says whether it is the first. What
  /// the server sent before stays where it is.
  static func ends(_ first: borrowing Wire, before second: borrowing Wire) throws -> Bool {
    let deadline = Deadline()
    // Glibc hides the name; a connection that is reset shows without being asked for.
    let pollPeerEnded: Int16 = 0x2000
    var polled = [
      pollfd(fd: first.socket, events: pollPeerEnded, revents: 0),
      pollfd(fd: second.socket, events: pollPeerEnded, revents: 0),
    ]
    while true {
      let count = poll(&polled, 2, deadline.remaining)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw Failure.late("the end of either connection") }
      return polled[0].revents != 0
    }
  }

  /// The next answer, read as its own framing says; `toHead` says that it has no body.
  mutating func answer(toHead: Bool = false) throws -> Answer {
    let deadline = Deadline()
    var end = received.firstRange(of: Answer.blank)
    while end == nil {
      guard try receive(deadline) else {
        throw Failure.cut(String(decoding: received, as: UTF8.self))
      }
      end = received.firstRange(of: Answer.blank)
    }
    guard let end else { throw Failure.cut("") }
    var answer = Answer(head: received[..<end.lowerBound])
    received.removeSubrange(..<end.upperBound)
    let hasBody = !toHead && answer.status != 204 && answer.status != 304 && answer.status >= 200
    if hasBody, answer["Transfer-Encoding"] == "chunked" {
      answer.content = try chunks(deadline)
      return answer
    }
    let length = hasBody ? Int(answer["Content-Length"] ?? "") ?? -1 : 0
    if length < 0 { Issue.record("an answer without a length: \(answer.lines)") }
    answer.content = try take(max(0, length), deadline)
    return answer
  }

  private mutating func take(_ count: Int, _ deadline: Deadline) throws -> [UInt8] {
    while received.count < count {
      guard try receive(deadline) else {
        throw Failure.cut(String(decoding: received, as: UTF8.self))
      }
    }
    defer { received.removeFirst(count) }
    return Array(received[..<count])
  }

  /// The content of a chunked body, up to its end.
  private mutating func chunks(_ deadline: Deadline) throws -> [UInt8] {
    var content: [UInt8] = []
    while true {
      var line: [UInt8] = []
      while !line.ends(with: [0x0D, 0x0A]) { line += try take(1, deadline) }
      let digits = String(decoding: line.dropLast(2), as: UTF8.self)
      guard let size = Int(digits, radix: 16) else { throw Failure.cut("a size of \(digits)") }
      content += try take(size, deadline)
      guard try take(2, deadline) == [0x0D, 0x0A] else { throw Failure.cut("a chunk's end") }
      if size == 0 { return content }
    }
  }
}

/// An answer as it came over the wire.
struct Answer {
  fileprivate static let blank = Array("\r\n\r\n".utf8)

  /// The status line, then the field lines.
  let lines: [String]
  let status: Int
  fileprivate(set) var content: [UInt8] = []
  var body: String { String(decoding: content, as: UTF8.self) }

  fileprivate init(head: some Sequence<UInt8>) {
    lines = String(decoding: Array(head), as: UTF8.self).split(separator: "\r\n").map(String.init)
    status = Int(lines.first?.split(separator: " ").dropFirst().first ?? "") ?? 0
  }

  /// The value of a field.
  subscript(name: String) -> String? {
    let prefix = name.lowercased() + ":"
    return lines.dropFirst().first { $0.lowercased().hasPrefix(prefix) }
      .map { $0.dropFirst(prefix.count).trimmingPrefix(" ") }.map(String.init)
  }
}

extension [UInt8] {
  fileprivate func ends(with part: [UInt8]) -> Bool { suffix(part.count).elementsEqual(part) }
}
