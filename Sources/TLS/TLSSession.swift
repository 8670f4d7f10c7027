import COpenSSL
import Linux

/// TLS over one socket that does not block: handshake, receive, send, end.
///
/// Each is attempted as far as it goes. `wouldBlock` means: wait for what `wants` says, then make
/// the same attempt again; it may be the other direction of the socket than the attempt's own.
package final class TLSSession {
  private let pointer: OpaquePointer
  /// What the last attempt that would have blocked waits for.
  package private(set) var wants = Poller.Interest.reading
  /// Whether the handshake is done.
  package private(set) var isEstablished = false
  /// Whether the client spoke HTTP without TLS: it may be told so in its own words.
  package private(set) var metPlainText = false
  /// After a fatal error nothing more may be said, not even the end.
  private var hasFailed = false
  /// Whether the last attempt to receive brought something, and more may lie here already.
  private var mayHaveMore = false

  /// The socket must stay open as long as the session is held.
  package init(_ context: TLSContext, over socket: borrowing Descriptor) {
    guard let pointer = SSL_new(context.pointer), SSL_set_fd(pointer, socket.number) == 1 else {
      preconditionFailure("no memory is left for a TLS session")
    }
    SSL_set_accept_state(pointer)
    self.pointer = pointer
  }

  deinit {
    SSL_free(pointer)
  }

  /// Goes on with the handshake: `moved(0)` once it is done, `ended` where it failed, which the
  /// client has then been told.
  package func handshake() -> Transfer {
    switch attempt({ SSL_do_handshake(pointer) }) {
    case .moved:
      isEstablished = true
      // The first request may have come with the handshake's last bytes.
      mayHaveMore = true
      return .moved(0)
    case let other:
      return other
    }
  }

  /// Reads what has arrived, at most one record's content and what `space` holds, over its
  /// beginning. While `hasUnread` says so afterwards, more may be here that the socket does not
  /// tell of.
  package func receive(into space: inout [UInt8]) -> Transfer {
    let transfer = space.withUnsafeMutableBytes { space in
      attempt { SSL_read(pointer, space.baseAddress, Int32(clamping: space.count)) }
    }
    if case .moved = transfer { mayHaveMore = true } else { mayHaveMore = false }
    return transfer
  }

  /// Whether bytes have been taken from the socket and not been given out: `receive` may give
  /// something, and waiting for the socket may be in vain.
  package var hasUnread: Bool { mayHaveMore && SSL_has_pending(pointer) == 1 }

  /// Sends at most one record of `bytes`, which are not empty. After `wouldBlock` the same bytes
  /// come first in the next attempt, wherever they lie.
  package func send(_ bytes: Span<UInt8>) -> Transfer {
    bytes.withUnsafeBytes { bytes in
      attempt { SSL_write(pointer, bytes.baseAddress, Int32(clamping: bytes.count)) }
    }
  }

  /// Tells the other side that nothing more will be sent: `moved(0)` once that is said, `ended`
  /// where it cannot be.
  package func end() -> Transfer {
    if hasFailed || !isEstablished { return .ended }
    // 0: said, and the other side has not said the same; that is not waited for.
    switch attempt({ SSL_shutdown(pointer) == -1 ? -1 : 1 }) {
    case .moved: return .moved(0)
    case let other: return other
    }
  }

  private func attempt(_ call: () -> Int32) -> Transfer {
    // What stands in the thread's list would be taken for this attempt's.
    ERR_clear_error()
    let answer = call()
    if answer > 0 { return .moved(Int(answer)) }
    switch SSL_get_error(pointer, answer) {
    case SSL_ERROR_WANT_READ:
      wants = .reading
      return .wouldBlock
    case SSL_ERROR_WANT_WRITE:
      wants = .writing
      return .wouldBlock
    case SSL_ERROR_ZERO_RETURN:
      return .ended
    default:
      hasFailed = true
      metPlainText = TLS_reason(ERR_peek_error()) == SSL_R_HTTP_REQUEST
      return .ended
    }
  }
}
