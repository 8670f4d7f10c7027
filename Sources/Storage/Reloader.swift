import Linux
import Statistics

/// Loads a folder anew when it changes or when it is asked to, on a thread of its own.
///
/// What is loaded whole is published; what is not leaves everything as it is and is reported, until
/// a later attempt succeeds. A folder that turns out to hold the same bytes is not published again.
package final class Reloader: Sendable {
  /// What an attempt came to.
  package enum Outcome: Sendable {
    case loaded(Snapshot)
    /// The same bytes as before.
    case same
    case refused(DataErrors)
  }

  private enum Message: Sendable {
    case begin(digest: String)
    case load, stop
  }

  /// How long nothing may change before the folder is read, and how long at most it is waited for:
  /// whoever copies files does so one after another. In nanoseconds.
  package static let quiet: Int64 = 200_000_000
  package static let longest: Int64 = 2_000_000_000
  /// Attempts to read a folder that changes while it is read, before what was read is taken.
  static let attempts = 5

  private let mailbox: Mailbox<Message>
  private let thread: RunningThread

  /// Watches `folder` from now on; `report` is called on the thread with what each attempt came to.
  package init(
    _ folder: String, _ report: @escaping @Sendable (Outcome) -> Void
  ) throws(SystemError) {
    let mailbox = try Mailbox<Message>()
    self.mailbox = mailbox
    thread = RunningThread(
      try WorkerThread(name: "reloader") {
        guard var work = Work(folder, mailbox, report) else { return }
        work.run()
      })
  }

  /// Lets it load what changes, and what has changed since it watches; before this it only looks.
  /// What is published already has the given digest.
  package func begin(with digest: String) { mailbox.post(.begin(digest: digest)) }

  /// Asks for an attempt now.
  package func load() { mailbox.post(.load) }

  /// Ends the thread, after the attempt that is under way.
  package func stop() {
    mailbox.post(.stop)
    thread.join()
  }

  /// The thread's own state.
  private struct Work: ~Copyable {
    let folder: String
    let mailbox: Mailbox<Message>
    let report: @Sendable (Outcome) -> Void
    /// Of what is published; nil before anything is.
    var digest: String?
    /// Nil where the system has no watches left: then only `load` loads.
    var watch: FolderWatch?
    var poller: Poller
    /// When the folder first changed and when it last did, since it was read.
    var changed: (first: Int64, last: Int64)?

    init?(
      _ folder: String, _ mailbox: Mailbox<Message>,
      _ report: @escaping @Sendable (Outcome) -> Void
    ) {
      self.folder = folder
      self.mailbox = mailbox
      self.report = report
      guard let poller = try? Poller(capacity: 2) else { return nil }
      self.poller = poller
      watch = try? FolderWatch(folder)
      try? self.poller.add(mailbox.descriptor, token: 0, .reading)
      if let watch { try? self.poller.add(watch.descriptor, token: 1, .reading) }
    }

    mutating func run() {
      while true {
        guard (try? poller.wait(milliseconds: millisecondsToWait())) != nil else { return }
        var isDue = false
        for message in mailbox.take() {
          switch message {
          case .stop: return
          case .begin(let digest): self.digest = digest
          case .load: isDue = true
          }
        }
        let now = SystemClock.monotonic()
        if watch?.take() ?? false { changed = (changed?.first ?? now, now) }
        if let changed, now >= min(changed.last + Reloader.quiet, changed.first + Reloader.longest)
        {
          isDue = true
        }
        if isDue, digest != nil { load() }
      }
    }

    private func millisecondsToWait() -> Int32 {
      guard let changed, digest != nil else { return -1 }
      let due = min(changed.last + Reloader.quiet, changed.first + Reloader.longest)
      return Int32(clamping: max(0, due - SystemClock.monotonic() + 999_999) / 1_000_000)
    }

    private mutating func load() {
      var outcome = attempt()
      // What changes while it is read may be half of one state and half of another.
      for _ in 1..<Reloader.attempts where watch?.take() ?? false { outcome = attempt() }
      changed = nil
      if case .loaded(let snapshot) = outcome { digest = snapshot.digest }
      report(outcome)
    }

    private func attempt() -> Outcome {
      do {
        let snapshot = try Loader.load(folder)
        return snapshot.digest == digest ? .same : .loaded(snapshot)
      } catch {
        return .refused(error)
      }
    }
  }
}
