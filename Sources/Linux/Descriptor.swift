import CLinux
import Glibc

/// An open file descriptor with one owner: closed when the owner lets it go.
package struct Descriptor: ~Copyable, Sendable {
  /// The number, for calls within this room and for naming an event's source.
  package let number: Int32

  /// Takes over `number`, which nobody else may close.
  package init(taking number: Int32) {
    precondition(number >= 0, "not an open descriptor")
    self.number = number
  }

  deinit {
    // Linux closes even when it reports EINTR, so it is never retried. EBADF means that somebody
    // else closed our number and may own it again by now: a bug worth stopping for.
    if Glibc.close(number) != 0 { precondition(errno != EBADF, "descriptor closed twice") }
  }

  /// Closes now rather than at the end of the scope.
  package consuming func close() {}
}
