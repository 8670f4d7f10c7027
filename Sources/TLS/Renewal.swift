import Linux

/// Keeps certificates current, on a thread of its own: loads them when their files change or when
/// it is asked to, and changes the keys of the tickets now and then.
///
/// What cannot be served leaves the pair from before, and is reported, until a later attempt
/// succeeds.
package final class Renewal: Sendable {
  /// What an attempt came to.
  package enum Outcome: Sendable {
    case loaded(KeyPair)
    /// The same pair as before; its ticket keys may be new.
    case same(KeyPair)
    case refused(TLSError)
  }

  private enum Message: Sendable { case load, stop }

  /// How long nothing may change before the files are read, since a certificate and its key come
  /// one after the other; in nanoseconds, as are all times here.
  package static let quiet: Int64 = 200_000_000
  /// How long tickets are sealed with the same keys.
  static let keysLast: Int64 = 6 * 3600 * 1_000_000_000

  private let mailbox: Mailbox<Message>
  private let thread: RunningThread

  /// Watches the folders of both files from now on; `report` is called on the thread.
  package init(
    _ certificates: Certificates, _ report: @escaping @Sendable (Outcome) -> Void
  ) throws(SystemError) {
    let mailbox = try Mailbox<Message>()
    self.mailbox = mailbox
    thread = RunningThread(
      try WorkerThread(name: "certificates") {
        guard var work = Work(certificates, mailbox, report) else { return }
        work.run()
      })
  }

  /// Asks for an attempt now.
  package func load() { mailbox.post(.load) }

  /// Ends the thread, after the attempt that is under way.
  package func stop() {
    mailbox.post(.stop)
    thread.join()
  }

  /// The thread's own state.
  private struct Work: ~Copyable {
    let certificates: Certificates
    let mailbox: Mailbox<Message>
    let report: @Sendable (Outcome) -> Void
    /// Of the folders in which the files stand; none where the system has no watches left: then
    /// only `load` loads.
    var watches: [FolderWatch] = []
    var poller: Poller
    /// When the files are due to be read, after something changed.
    var due: Int64?
    var keysEnd: Int64

    init?(
      _ certificates: Certificates, _ mailbox: Mailbox<Message>,
      _ report: @escaping @Sendable (Outcome) -> Void
    ) {
      self.certificates = certificates
      self.mailbox = mailbox
      self.report = report
      keysEnd = SystemClock.monotonic() + Renewal.keysLast
      guard let poller = try? Poller(capacity: 3) else { return nil }
      self.poller = poller
      try? self.poller.add(mailbox.descriptor, token: 0, .reading)
      for folder in Set([folder(of: certificates.certificate), folder(of: certificates.key)]) {
        guard let watch = try? FolderWatch(folder) else { continue }
        try? self.poller.add(watch.descriptor, token: 1, .reading)
        watches.append(watch)
      }
    }

    mutating func run() {
      // What changed before the watches stood.
      due = SystemClock.monotonic()
      while true {
        guard (try? poller.wait(milliseconds: millisecondsToWait())) != nil else { return }
        let now = SystemClock.monotonic()
        for message in mailbox.take() {
          switch message {
          case .stop: return
          case .load: due = now
          }
        }
        for watch in watches where watch.take() { due = now + Renewal.quiet }
        if let due, now >= due {
          self.due = nil
          attempt(reload: true)
        } else if now >= keysEnd {
          attempt(reload: false)
        }
      }
    }

    private func millisecondsToWait() -> Int32 {
      let next = min(due ?? keysEnd, keysEnd) - SystemClock.monotonic()
      return Int32(clamping: max(0, next + 999_999) / 1_000_000)
    }

    private mutating func attempt(reload: Bool) {
      do throws(TLSError) {
        if reload, try certificates.reload() {
          report(.loaded(certificates.current.pair))
          return
        }
        if !reload {
          keysEnd = SystemClock.monotonic() + Renewal.keysLast
          try certificates.renewTicketKeys()
        }
        report(.same(certificates.current.pair))
      } catch {
        report(.refused(error))
      }
    }
  }
}

/// Where the file of that path stands.
private func folder(of path: String) -> String {
  guard let slash = path.lastIndex(of: "/") else { return "." }
  return slash == path.startIndex ? "/" : String(path[..<slash])
}
