import Linux
import Synchronization
import Testing

@Suite(.timeLimit(.minutes(1))) struct RunningThreadTests {
  @Test func `the work is done when it is joined, and who joins again does not wait`() throws {
    let done = Mutex(false)
    let thread = try RunningThread(name: "work") { done.withLock { $0 = true } }
    thread.join()
    #expect(done.withLock { $0 })
    thread.join()
    #expect(thread.join(within: 0))
  }

  @Test func `work that ends in time is waited for`() throws {
    let done = Mutex(false)
    let thread = try RunningThread(name: "work") { done.withLock { $0 = true } }
    #expect(thread.join(within: 30_000))
    #expect(done.withLock { $0 })
  }

  @Test func `work that does not end is left to itself`() throws {
    let mailbox = try Mailbox<Void>()
    let ended = try Mailbox<Void>()
    let thread = try RunningThread(name: "work") {
      wait(for: mailbox)
      ended.post(())
    }
    #expect(!thread.join(within: 10))
    mailbox.post(())
    wait(for: ended)
  }
}

/// Until something has been posted.
private func wait(for mailbox: Mailbox<Void>) {
  guard var poller = try? Poller(capacity: 1) else { return }
  try? poller.add(mailbox.descriptor, token: 0, .reading)
  _ = try? poller.wait(milliseconds: -1)
}
