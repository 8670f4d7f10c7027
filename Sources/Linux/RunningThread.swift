import Synchronization

/// A thread that several may hold, of whom one waits for its end.
package final class RunningThread: Sendable {
  private let thread: Mutex<WorkerThread?>
  /// Readable once the work has ended.
  private let ended: Mailbox<Void>

  /// Starts a thread that does `work` and ends.
  package init(name: String, _ work: @escaping @Sendable () -> Void) throws(SystemError) {
    let ended = try Mailbox<Void>()
    self.ended = ended
    thread = Mutex(
      try WorkerThread(name: name) {
        work()
        ended.post(())
      })
  }

  /// Waits for the end of the work; at once where somebody has waited already.
  package func join() {
    thread.withLock { $0.take()?.join() }
  }

  /// Waits so long at most; false where the work has not ended: then nobody waits for it any more.
  @discardableResult
  package func join(within milliseconds: Int32) -> Bool {
    guard hasEnded(within: milliseconds) else {
      // Who holds it no more leaves it to itself.
      thread.withLock { $0 = nil }
      return false
    }
    join()
    return true
  }

  private func hasEnded(within milliseconds: Int32) -> Bool {
    let end = SystemClock.monotonic() + Int64(milliseconds) * 1_000_000
    do throws(SystemError) {
      var poller = try Poller(capacity: 1)
      try poller.add(ended.descriptor, token: 0, .reading)
      while true {
        let left = max(0, end - SystemClock.monotonic() + 999_999) / 1_000_000
        if try poller.wait(milliseconds: Int32(clamping: left)) > 0 { return true }
        if left == 0 { return false }
      }
    } catch {
      return false
    }
  }
}
