import Glibc

/// The address at the other end of a connection; nil where it has gone, or is none of IP.
package func peerAddress(_ connection: borrowing Descriptor) -> SocketAddress? {
  var storage = sockaddr_storage()
  var size = socklen_t(MemoryLayout<sockaddr_storage>.size)
  let number = connection.number
  let answer = withUnsafeMutablePointer(to: &storage) { pointer in
    pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { getpeername(number, $0, &size) }
  }
  return answer == 0 ? SocketAddress(storage) : nil
}
