import Linux

/// Keeps certificates current, on a thread of its own: loads them when their files change or when
/// it is asked to, changes the keys of the tickets now and then, and says when their end is near.
///
/// What cannot be served leaves the pair from before, and is reported, until a later attempt
/// succeeds.
package final class Renewal: Sendable {
  /// What an attempt came to, or what is to be known beside.
  package enum Outcome: Sendable {
    case loaded(KeyPair)
    /// The same pair as before; its ticket keys may be new.
    case same(KeyPair)
    case refused(TLSError)
    /// The pair that is served ends in so many seconds, fewer than `warning`; it has ended where
    /// they are not more than 0. Told once for each day that is left, and at the end.
    case ending(KeyPair, seconds: Int)
    /// Why the system tells of no changes, so that they are seen late; nil once it tells again.
    case unwatched(SystemError?)
  }

  private enum Message: Sendable { case load, stop }

  /// How long nothing may change before the files are read, since a certificate and its key come
  /// one after the other, and how long at most it is waited for; in nanoseconds, as are all times
  /// here that say nothing else.
  package static let quiet: Int64 = 200_000_000
  package static let longest: Int64 = 2_000_000_000
  /// How often the files and the clock are looked at.
  package static let lookInterval: Int64 = 5_000_000_000
  /// How long tickets are sealed with the same keys.
  static let keysLast: Int64 = 6 * 3600 * 1_000_000_000
  /// How long before its end a certificate is warned of, in seconds.
  package static let warning = 14 * 86_400
  /// How long an end waits for the attempt that is under way, in milliseconds.
  package static let patience: Int32 = 2000

  private let mailbox: Mailbox<Message>
  private let thread: RunningThread

  /// Watches the folders of both files from now on; `report` is called on the thread. `clock` gives
  /// seconds since the beginning of 1970.
  package init(
    _ certificates: Certificates, lookInterval: Int64 = Renewal.lookInterval,
    clock: @escaping @Sendable () -> Int = Certificates.clock,
    _ report: @escaping @Sendable (Outcome) -> Void
  ) throws(SystemError) {
    let mailbox = try Mailbox<Message>()
    self.mailbox = mailbox
    thread = try RunningThread(name: "certificates") {
      guard var work = Work(certificates, lookInterval, clock, mailbox, report) else { return }
      work.run()
    }
  }

  /// Asks for an attempt now.
  package func load() { mailbox.post(.load) }

  /// Ends the thread after the attempt that is under way; false where that takes longer than
  /// `patience` (a disk that does not answer), and the thread is left to itself.
  @discardableResult
  package func stop() -> Bool {
    mailbox.post(.stop)
    return thread.join(within: Renewal.patience)
  }

  /// The thread's own state.
  private struct Work: ~Copyable {
    let certificates: Certificates
    let lookInterval: Int64
    let clock: @Sendable () -> Int
    let mailbox: Mailbox<Message>
    let report: @Sendable (Outcome) -> Void
    /// Of the folders in which the files stand, by their names.
    var watches: [String: FolderWatch] = [:]
    /// Whether it has been told that one cannot be watched.
    var isUnwatched = false
    var poller: Poller
    /// How the files stood when they were last looked at, and when they will be again.
    var states: FileStates
    var looksAt: Int64 = 0
    var settling = Settling(quiet: Renewal.quiet, longest: Renewal.longest)
    var keysEnd: Int64
    /// The pair whose end has been told of, and how many days before it.
    var told: (pair: KeyPair, days: Int)?

    init?(
      _ certificates: Certificates, _ lookInterval: Int64, _ clock: @escaping @Sendable () -> Int,
      _ mailbox: Mailbox<Message>, _ report: @escaping @Sendable (Outcome) -> Void
    ) {
      self.certificates = certificates
      self.lookInterval = lookInterval
      self.clock = clock
      self.mailbox = mailbox
      self.report = report
      keysEnd = SystemClock.monotonic() + Renewal.keysLast
      states = FileStates(of: [certificates.certificate, certificates.key])
      guard let poller = try? Poller(capacity: 3) else { return nil }
      self.poller = poller
      try? self.poller.add(mailbox.descriptor, token: 0, .reading)
      keepWatch()
    }

    mutating func run() {
      // What changed before the watches stood.
      attempt(reload: true)
      while true {
        look(SystemClock.monotonic())
        guard (try? poller.wait(milliseconds: millisecondsToWait())) != nil else { return }
        var isDue = false
        for message in mailbox.take() {
          switch message {
          case .stop: return
          case .load: isDue = true
          }
        }
        let now = SystemClock.monotonic()
        for watch in watches.values where watch.take() { settling.note(at: now) }
        if isDue || settling.isDue(at: now) {
          settling.end()
          attempt(reload: true)
        } else if now >= keysEnd {
          attempt(reload: false)
        }
      }
    }

    private func millisecondsToWait() -> Int32 {
      let next = min(settling.due ?? keysEnd, keysEnd, looksAt) - SystemClock.monotonic()
      return Int32(clamping: max(0, next + 999_999) / 1_000_000)
    }

    private mutating func look(_ now: Int64) {
      if now < looksAt { return }
      looksAt = now + lookInterval
      keepWatch()
      let found = FileStates(of: [certificates.certificate, certificates.key])
      if found != states { settling.note(at: now) }
      states = found
      lookAtEnd()
    }

    private mutating func lookAtEnd() {
      let pair = certificates.current.pair
      let left = pair.end.seconds - clock()
      guard left < Renewal.warning else {
        told = nil
        return
      }
      let days = left > 0 ? left / 86_400 : -1
      if let told, told.pair === pair, told.days == days { return }
      told = (pair, days)
      report(.ending(pair, seconds: left))
    }

    /// Watches the folders that stand there now; tells where one cannot be, once.
    private mutating func keepWatch() {
      var failure: SystemError?
      for folder in Set([folder(of: certificates.certificate), folder(of: certificates.key)]) {
        do throws(SystemError) {
          if let watch = watches[folder] {
            try watch.renew()
          } else {
            let watch = try FolderWatch(folder)
            try poller.add(watch.descriptor, token: 1, .reading)
            watches[folder] = watch
          }
        } catch {
          // What is gone for a moment comes back, and loading says so.
          if !error.isMissing { failure = error }
        }
      }
      if isUnwatched == (failure != nil) { return }
      isUnwatched = failure != nil
      report(.unwatched(failure))
    }

    private mutating func attempt(reload: Bool) {
      keepWatch()
      states = FileStates(of: [certificates.certificate, certificates.key])
      do throws(TLSError) {
        if reload, try certificates.reload() {
          report(.loaded(certificates.current.pair))
        } else {
          if !reload {
            keysEnd = SystemClock.monotonic() + Renewal.keysLast
            try certificates.renewTicketKeys()
          }
          report(.same(certificates.current.pair))
        }
      } catch {
        report(.refused(error))
      }
      lookAtEnd()
    }
  }
}

/// Where the file of that path stands.
private func folder(of path: String) -> String {
  guard let slash = path.lastIndex(of: "/") else { return "." }
  return slash == path.startIndex ? "/" : String(path[..<slash])
}
