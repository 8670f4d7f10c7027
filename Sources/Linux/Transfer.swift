import CLinux
import Glibc

/// What became of an attempt to move bytes over a connection.
package enum Transfer: Sendable, Equatable {
  /// So many bytes were moved.
  case moved(Int)
  /// Nothing can be moved now without waiting.
  case wouldBlock
  /// The other side has ended, or the connection is broken: nothing will move again.
  case ended
}

/// Reads what has arrived, at most as much as `space` holds, over its beginning.
///
/// A broken connection is `ended` like an orderly one: there is nothing else to do about it.
package func receive(_ connection: borrowing Descriptor, into space: inout [UInt8]) -> Transfer {
  while true {
    let count = space.withUnsafeMutableBytes { space in
      recv(connection.number, space.baseAddress, space.count, 0)
    }
    if count > 0 { return .moved(count) }
    if count == 0 { return .ended }
    if errno == EINTR { continue }
    return errno == EAGAIN ? .wouldBlock : .ended
  }
}

/// Sends as much of two pieces as the connection takes at once, in one call.
package func send(
  _ connection: borrowing Descriptor, _ first: Span<UInt8>, _ second: Span<UInt8>
) -> Transfer {
  let flags = Int32(MSG_NOSIGNAL)
  let number = connection.number
  while true {
    let count = first.withUnsafeBytes { first in
      if second.isEmpty { return Glibc.send(number, first.baseAddress, first.count, flags) }
      return second.withUnsafeBytes { second in
        var pieces = (piece(first), piece(second))
        return withUnsafeMutableBytes(of: &pieces) { pieces in
          var message = msghdr()
          message.msg_iov = pieces.baseAddress?.assumingMemoryBound(to: iovec.self)
          message.msg_iovlen = 2
          return sendmsg(number, &message, flags)
        }
      }
    }
    if count >= 0 { return .moved(count) }
    if errno == EINTR { continue }
    return errno == EAGAIN ? .wouldBlock : .ended
  }
}

/// Tells the other side that nothing more will be sent.
package func endSending(_ connection: borrowing Descriptor) {
  // It fails when the other side has gone already, which is what it was to tell.
  _ = shutdown(connection.number, Int32(SHUT_WR))
}

/// The bytes that were sent over a connection and that the other side has not acknowledged; an end
/// that was said counts as one. 0 where that cannot be told.
package func unacknowledged(_ connection: borrowing Descriptor) -> Int {
  var count: Int32 = 0
  return ioctl(connection.number, UInt(TIOCOUTQ), &count) == 0 ? Int(count) : 0
}

private func piece(_ bytes: UnsafeRawBufferPointer) -> iovec {
  // The kernel only reads what it is to send.
  iovec(iov_base: UnsafeMutableRawPointer(mutating: bytes.baseAddress), iov_len: bytes.count)
}
