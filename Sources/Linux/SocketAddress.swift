import Glibc

/// An address and a port to listen on or to come from, IPv4 or IPv6.
package struct SocketAddress: Sendable, Hashable {
  /// The address in the order of the network: 4 bytes, or 16.
  package let bytes: [UInt8]
  package var port: UInt16

  private init(bytes: [UInt8], port: UInt16) {
    self.bytes = bytes
    self.port = port
  }

  package var isIPv6: Bool { bytes.count == 16 }

  /// Whether this stands for every address of the machine.
  package var isAny: Bool { bytes.allSatisfy { $0 == 0 } }

  /// The addresses that a host means to a listener: one, or for `localhost` both loopbacks.
  /// Empty where it is no address; other names are not looked up, for what they mean may change.
  package static func parse(host: String, port: UInt16) -> [SocketAddress] {
    if host == "localhost" {
      return parse(host: "127.0.0.1", port: port) + parse(host: "::1", port: port)
    }
    var text = host[...]
    if text.hasPrefix("["), text.hasSuffix("]") {
      text = text.dropFirst().dropLast()
      if !text.contains(":") { return [] }
    }
    if let bytes = read(String(text), AF_INET, 4) ?? read(String(text), AF_INET6, 16) {
      return [SocketAddress(bytes: bytes, port: port)]
    }
    return []
  }

  /// As it stands in a URL: `127.0.0.1:8080`, `[::1]:8080`.
  package var authority: String { isIPv6 ? "[\(host)]:\(port)" : "\(host):\(port)" }

  /// The address without the port: `127.0.0.1`, `::1`.
  package var host: String {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(INET6_ADDRSTRLEN)) { space in
      guard let base = space.baseAddress,
        inet_ntop(family, bytes, base, socklen_t(space.count)) != nil
      else { return "?" }
      return String(cString: base)
    }
  }

  private static func read(_ text: String, _ family: Int32, _ size: Int) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: size)
    return inet_pton(family, text, &bytes) == 1 ? bytes : nil
  }
}

extension SocketAddress {
  var family: Int32 { isIPv6 ? AF_INET6 : AF_INET }

  /// Lends the address as the system's calls take it.
  func withSystemAddress<Answer>(
    _ use: (UnsafePointer<sockaddr>, socklen_t) -> Answer
  ) -> Answer {
    if isIPv6 {
      var address = sockaddr_in6()
      address.sin6_family = sa_family_t(AF_INET6)
      address.sin6_port = port.bigEndian
      withUnsafeMutableBytes(of: &address.sin6_addr) { $0.copyBytes(from: bytes) }
      return lend(&address, use)
    }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    withUnsafeMutableBytes(of: &address.sin_addr) { $0.copyBytes(from: bytes) }
    return lend(&address, use)
  }

  private func lend<System, Answer>(
    _ address: inout System, _ use: (UnsafePointer<sockaddr>, socklen_t) -> Answer
  ) -> Answer {
    withUnsafeBytes(of: &address) { raw in
      // The buffer of a value that has a size has a base.
      let base = raw.baseAddress.unsafelyUnwrapped
      return use(base.assumingMemoryBound(to: sockaddr.self), socklen_t(raw.count))
    }
  }

  /// The address that a call has filled in.
  init?(_ storage: sockaddr_storage) {
    self = withUnsafeBytes(of: storage) { raw in
      // Both have family and port in their first four bytes; the address follows, behind the flow
      // label in IPv6.
      let isIPv6 = Int32(storage.ss_family) == AF_INET6
      let start = isIPv6 ? 8 : 4
      return SocketAddress(
        bytes: Array(raw[start..<start + (isIPv6 ? 16 : 4)]),
        port: UInt16(raw[2]) << 8 | UInt16(raw[3]))
    }
    if Int32(storage.ss_family) != AF_INET, Int32(storage.ss_family) != AF_INET6 { return nil }
  }
}
