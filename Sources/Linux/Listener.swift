import CLinux
import Glibc

/// A socket that connections come in on. Several of one address share what comes in, the kernel
/// dealing it out (SO_REUSEPORT).
package final class Listener: Sendable {
  package let descriptor: Descriptor
  /// The address with the port that it really has.
  package let address: SocketAddress
  /// Whether other processes may have it too, and all loops of this one: it was inherited.
  package let isShared: Bool
  /// What whoever handed it over calls it; empty where it has no name.
  package let name: String

  /// Listens on `address`; port 0 takes a free one.
  ///
  /// The first listener of a program is bound without SO_REUSEPORT: a port that anybody else
  /// listens on is then an error (EADDRINUSE) instead of being shared without a word. Once it
  /// listens it is opened for sharing, and the program's further listeners (`joins`) are added;
  /// another program's first one still meets the same error.
  package init(_ address: SocketAddress, joins: Bool = false) throws(SystemError) {
    let subject = address.authority
    let type =
      Int32(SOCK_STREAM.rawValue) | Int32(SOCK_NONBLOCK.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
    let socket = Descriptor(
      taking: try retried("socket", on: subject) { Glibc.socket(address.family, type, 0) })
    // Connections of a server that has just ended linger in the kernel and are no hindrance.
    try socket.set(SOL_SOCKET, SO_REUSEADDR, 1, subject)
    if joins { try socket.set(SOL_SOCKET, SO_REUSEPORT, 1, subject) }
    // "::" takes IPv4 too, whatever the system's default is.
    if address.isIPv6 {
      try socket.set(Int32(IPPROTO_IPV6), IPV6_V6ONLY, address.isAny ? 0 : 1, subject)
    }
    let number = socket.number
    _ = try retried("bind", on: subject) { address.withSystemAddress { bind(number, $0, $1) } }
    // The kernel cuts the queue to net.core.somaxconn.
    _ = try retried("listen", on: subject) { listen(number, 65_535) }
    if !joins { try socket.set(SOL_SOCKET, SO_REUSEPORT, 1, subject) }
    try socket.prepareForAnswers(subject)
    self.address = try Self.address(of: number, subject)
    isShared = false
    name = ""
    descriptor = socket
  }

  /// A socket that listens.
  init(
    _ descriptor: consuming Descriptor, isShared: Bool, name: String, _ subject: String
  ) throws(SystemError) {
    address = try Self.address(of: descriptor.number, subject)
    self.isShared = isShared
    self.name = name
    self.descriptor = descriptor
  }

  /// What came of an attempt to accept.
  package enum Accepted: ~Copyable {
    case connection(Descriptor)
    /// Nobody waits.
    case none
    /// No descriptor is left to accept with.
    case exhausted
  }

  /// Accepts one connection, non-blocking.
  package func accept() throws(SystemError) -> Accepted {
    let flags = Int32(SOCK_NONBLOCK.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
    while true {
      let number = accept4(descriptor.number, nil, nil, flags)
      if number >= 0 { return .connection(Descriptor(taking: number)) }
      switch errno {
      case EAGAIN: return .none
      case EMFILE, ENFILE, ENOBUFS, ENOMEM: return .exhausted
      // One connection that failed before it was accepted says nothing of the next (accept(2),
      // "Error handling").
      case EINTR, ECONNABORTED, EPROTO, ENETDOWN, ENOPROTOOPT, EHOSTDOWN, ENONET, EHOSTUNREACH,
        EOPNOTSUPP, ENETUNREACH, EPERM:
        continue
      default: throw SystemError("accept4", on: address.authority)
      }
    }
  }

  private static func address(
    of number: Int32, _ subject: String
  ) throws(SystemError) -> SocketAddress {
    var storage = sockaddr_storage()
    var size = socklen_t(MemoryLayout<sockaddr_storage>.size)
    let answer = withUnsafeMutablePointer(to: &storage) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        getsockname(number, $0, &size)
      }
    }
    guard answer == 0, let address = SocketAddress(storage) else {
      throw SystemError("getsockname", on: subject)
    }
    return address
  }
}

extension Listener {
  /// The bytes that the kernel takes from us for a client beyond those that it has under way to it,
  /// and at half of which it tells of room. Without this bound a client that reads slowly would
  /// hold megabytes, and we would hear nothing of it while it takes them.
  package static let unsentBytes: Int32 = 256 << 10
}

extension Descriptor {
  /// Sets what connections inherit that a listener accepts.
  borrowing func prepareForAnswers(_ subject: String) throws(SystemError) {
    // Answers are never held back to fill a packet.
    try set(Int32(IPPROTO_TCP), TCP_NODELAY, 1, subject)
    try set(Int32(IPPROTO_TCP), TCP_NOTSENT_LOWAT, Listener.unsentBytes, subject)
  }

  /// Sets an option of a socket that is a number.
  borrowing func set(
    _ level: Int32, _ option: Int32, _ value: Int32, _ subject: String
  ) throws(SystemError) {
    var value = value
    if setsockopt(number, level, option, &value, socklen_t(MemoryLayout<Int32>.size)) != 0 {
      throw SystemError("setsockopt", on: subject)
    }
  }
}
