import Glibc
import Testing

/// A client that blocks, for at most ten seconds at a time.
final class Client: Sendable {
  let number: Int32

  /// Connects; `receiveBuffer` bounds what the kernel takes in ahead of us.
  init(port: UInt16, ipv6: Bool = false, receiveBuffer: Int32? = nil) throws {
    number = socket(ipv6 ? AF_INET6 : AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    try #require(number >= 0)
    setTimes()
    if var receiveBuffer { setsockopt(number, SOL_SOCKET, SO_RCVBUF, &receiveBuffer, 4) }
    try #require(
      connect(port: port, ipv6: ipv6) == 0, "connect: \(String(cString: strerror(errno)))")
  }

  private init(taking number: Int32) {
    self.number = number
    setTimes()
  }

  private func setTimes() {
    var wait = timeval(tv_sec: 10, tv_usec: 0)
    let size = socklen_t(MemoryLayout<timeval>.size)
    setsockopt(number, SOL_SOCKET, SO_RCVTIMEO, &wait, size)
    setsockopt(number, SOL_SOCKET, SO_SNDTIMEO, &wait, size)
  }

  private func connect(port: UInt16, ipv6: Bool) -> Int32 {
    if ipv6 {
      var address = sockaddr_in6()
      address.sin6_family = sa_family_t(AF_INET6)
      address.sin6_port = port.bigEndian
      address.sin6_addr = in6addr_loopback
      return Self.connect(number, &address)
    }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    return Self.connect(number, &address)
  }

  deinit { close(number) }

  private static func connect<Address>(_ number: Int32, _ address: inout Address) -> Int32 {
    withUnsafeBytes(of: &address) { raw in
      Glibc.connect(
        number, raw.baseAddress!.assumingMemoryBound(to: sockaddr.self), socklen_t(raw.count))
    }
  }

  /// Sends all of it; false where the other side is gone.
  @discardableResult
  func send(_ text: String) -> Bool { send(Array(text.utf8)) }

  @discardableResult
  func send(_ bytes: [UInt8]) -> Bool {
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes {
        Glibc.send(number, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      if count <= 0 { return false }
      sent += count
    }
    return true
  }

  /// Sends what the kernel takes without waiting, and returns its count; nil where it is full.
  func trySend(_ bytes: [UInt8]) -> Int? {
    let count = Glibc.send(number, bytes, bytes.count, Int32(MSG_NOSIGNAL | MSG_DONTWAIT))
    return count < 0 ? nil : count
  }

  /// Connects, or throws without recording an issue.
  static func quietly(port: UInt16) throws -> Client {
    struct NotConnected: Error {}
    let number = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    guard number >= 0 else { throw NotConnected() }
    let client = Client(taking: number)
    guard client.connect(port: port, ipv6: false) == 0 else { throw NotConnected() }
    return client
  }

  /// A socket that knocks later.
  static func unconnected() throws -> Client {
    let number = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    try #require(number >= 0)
    return Client(taking: number)
  }

  /// Connects now; whether it could.
  func connects(to port: UInt16) -> Bool { connect(port: port, ipv6: false) == 0 }

  /// Lets the connection be reset when it is closed, instead of ended.
  func resetOnClose() {
    var option = linger(l_onoff: 1, l_linger: 0)
    setsockopt(number, SOL_SOCKET, SO_LINGER, &option, socklen_t(MemoryLayout<linger>.size))
  }

  func endSending() { shutdown(number, Int32(SHUT_WR)) }

  /// What comes until `isEnough`; nil where the connection was reset or nothing came in time.
  func receive(until isEnough: ([UInt8]) -> Bool) -> [UInt8]? {
    var bytes: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 64 << 10)
    while !isEnough(bytes) {
      let count = recv(number, &part, part.count, 0)
      if count < 0 { return nil }
      if count == 0 { return bytes }
      bytes += part[..<count]
    }
    return bytes
  }

  /// All that comes until the other side ends; nil where it does not end in order.
  func receiveAll() -> String? {
    receive { _ in false }.map { String(decoding: $0, as: UTF8.self) }
  }

  /// One answer with its body; nil where none comes.
  func receiveAnswer(hasBody: Bool = true) -> Answer? {
    var head: [UInt8] = []
    var byte: [UInt8] = [0]
    while !head.suffix(4).elementsEqual("\r\n\r\n".utf8) {
      guard recv(number, &byte, 1, 0) == 1 else { return nil }
      head += byte
    }
    var answer = Answer(head: String(decoding: head, as: UTF8.self))
    while hasBody, answer.body.count < answer.length {
      var part = [UInt8](repeating: 0, count: answer.length - answer.body.count)
      let count = recv(number, &part, part.count, 0)
      guard count > 0 else { return nil }
      answer.body += part[..<count]
    }
    return answer
  }
}

extension Client {
  /// The content of an answer whose head has been received, out of its chunks; nil where they are
  /// not as they should be.
  func receiveChunks() -> [UInt8]? {
    var body: [UInt8] = []
    while let line = receive(until: { $0.suffix(2).elementsEqual("\r\n".utf8) }, at: 1),
      let size = Int(String(decoding: line.dropLast(2), as: UTF8.self), radix: 16),
      let data = receive(until: { $0.count == size + 2 }, at: size + 2),
      data.suffix(2).elementsEqual("\r\n".utf8)
    {
      if size == 0 { return body }
      body += data.dropLast(2)
    }
    return nil
  }

  /// What comes until `isEnough`, asked for at most so many bytes at a time and in all.
  private func receive(until isEnough: ([UInt8]) -> Bool, at most: Int) -> [UInt8]? {
    var bytes: [UInt8] = []
    var part = [UInt8](repeating: 0, count: most)
    while !isEnough(bytes) {
      let left = most == 1 ? 1 : most - bytes.count
      let count = recv(number, &part, left, 0)
      if count <= 0 { return nil }
      bytes += part[..<count]
    }
    return bytes
  }
}

/// An answer as a client sees it.
struct Answer {
  var head: String
  var body: [UInt8] = []

  var status: Int { Int(head.dropFirst(9).prefix(3)) ?? 0 }
  var text: String { String(decoding: body, as: UTF8.self) }
  var closes: Bool { head.contains("\r\nConnection: close\r\n") }

  var length: Int {
    guard let field = head.firstRange(of: "\r\nContent-Length: ") else { return 0 }
    return Int(head[field.upperBound...].prefix { $0.isNumber }) ?? 0
  }
}
