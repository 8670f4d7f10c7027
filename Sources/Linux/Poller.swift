import CLinux
import Glibc

/// Which of many descriptors are ready: epoll, level-triggered.
///
/// Level-triggered because whoever leaves something unread or unsent is told again, so that a
/// missed step costs a wake-up and not a connection; and because a connection here waits either to
/// read or to send, so that it is re-armed only when its socket blocks, which is as rare as an
/// edge.
package struct Poller: ~Copyable {
  /// What to be told about a descriptor. An error or a hang-up is always told.
  package enum Interest: Sendable, Equatable {
    case reading, writing, nothing

    fileprivate var bits: UInt32 {
      switch self {
      case .reading: EPOLLIN.rawValue
      case .writing: EPOLLOUT.rawValue
      case .nothing: 0
      }
    }
  }

  private let descriptor: Descriptor
  private var events: [epoll_event]

  /// A poller that tells of at most `capacity` descriptors at a time.
  package init(capacity: Int = 256) throws(SystemError) {
    let number = try retried("epoll_create1") { epoll_create1(Int32(EPOLL_CLOEXEC)) }
    events = [epoll_event](repeating: epoll_event(), count: capacity)
    descriptor = Descriptor(taking: number)
  }

  /// Begins to watch; `token` comes back with each event.
  package func add(
    _ watched: borrowing Descriptor, token: UInt64, _ interest: Interest
  ) throws(SystemError) {
    try control(EPOLL_CTL_ADD, watched, token, interest.bits)
  }

  /// Watches for something else from now on.
  package func change(
    _ watched: borrowing Descriptor, token: UInt64, _ interest: Interest
  ) throws(SystemError) {
    try control(EPOLL_CTL_MOD, watched, token, interest.bits)
  }

  /// Begins to watch for newcomers. Of the pollers that watch a shared listener the kernel wakes
  /// one and not all (EPOLLEXCLUSIVE).
  package func add(_ listener: Listener, token: UInt64) throws(SystemError) {
    guard listener.isShared else { return try add(listener.descriptor, token: token, .reading) }
    try control(
      EPOLL_CTL_ADD, listener.descriptor, token, EPOLLIN.rawValue | EPOLLEXCLUSIVE.rawValue)
  }

  /// Watches no more, though the descriptor stays open; it must have been added. What other
  /// processes hold open is not forgotten when this one closes it.
  package func remove(_ watched: borrowing Descriptor) throws(SystemError) {
    try control(EPOLL_CTL_DEL, watched, 0, 0)
  }

  /// Waits until something is ready or the time is over, and returns the count of events.
  package mutating func wait(milliseconds: Int32) throws(SystemError) -> Int {
    let count = epoll_wait(descriptor.number, &events, Int32(events.count), milliseconds)
    if count >= 0 { return Int(count) }
    // A signal is an event of its own: whoever waits looks around and waits again.
    if errno == EINTR { return 0 }
    throw SystemError("epoll_wait")
  }

  /// The token of an event of the last `wait`. Descriptors that were closed are watched no more,
  /// but events may already be under way: tokens must not be used again.
  package func token(_ index: Int) -> UInt64 { events[index].data.u64 }

  private func control(
    _ operation: Int32, _ watched: borrowing Descriptor, _ token: UInt64, _ events: UInt32
  ) throws(SystemError) {
    var event = epoll_event(events: events, data: epoll_data_t(u64: token))
    if epoll_ctl(descriptor.number, operation, watched.number, &event) != 0 {
      throw SystemError("epoll_ctl")
    }
  }
}
