import Linux
import Statistics

/// Loads a folder anew when it changes or when it is asked to, on a thread of its own.
///
/// What is loaded whole is published; what is not leaves everything as it is and is reported, until
/// a later attempt succeeds. A folder that turns out to hold the same bytes is not published again.
///
/// The system tells of most changes at once. What it does not tell (another folder in the place of
/// one above, files behind links to elsewhere, everything where it has no watch left) is seen by a
/// look at the files now and then.
package final class Reloader: Sendable {
  /// What an attempt came to, or what is to be known of them all.
  package enum Outcome: Sendable {
    case loaded(Snapshot)
    /// The same bytes as before.
    case same
    case refused(DataErrors)
    /// Why the system tells of no changes, so that they are seen late; nil once it tells again.
    case unwatched(SystemError?)
  }

  private enum Message: Sendable {
    case begin(digest: String)
    case load, stop
  }

  /// Makes the watch of a folder.
  package typealias Watching = @Sendable (String) throws(SystemError) -> FolderWatch

  /// How long nothing may change before the folder is read, and how long at most it is waited for.
  /// In nanoseconds, as is how often the files are looked at.
  package static let quiet: Int64 = 200_000_000
  package static let longest: Int64 = 2_000_000_000
  package static let lookInterval: Int64 = 5_000_000_000
  /// How long an end waits for the attempt that is under way, in milliseconds.
  package static let patience: Int32 = 2000
  /// Attempts to read a folder that changes while it is read, before what was read is taken.
  static let attempts = 5

  private let mailbox: Mailbox<Message>
  private let thread: RunningThread

  /// Watches `folder` from now on; `report` is called on the thread with what each attempt came to.
  package init(
    _ folder: String, lookInterval: Int64 = Reloader.lookInterval,
    watching: @escaping Watching = { path throws(SystemError) in try FolderWatch(path) },
    _ report: @escaping @Sendable (Outcome) -> Void
  ) throws(SystemError) {
    let mailbox = try Mailbox<Message>()
    self.mailbox = mailbox
    let states = Loader.states(of: folder)
    thread = try RunningThread(name: "reloader") {
      guard var work = Work(folder, lookInterval, watching, states, mailbox, report) else {
        return
      }
      work.run()
    }
  }

  /// Lets it load what changes, and what has changed since it watches; before this it only looks.
  /// What is published already has the given digest.
  package func begin(with digest: String) { mailbox.post(.begin(digest: digest)) }

  /// Asks for an attempt now.
  package func load() { mailbox.post(.load) }

  /// Ends the thread after the attempt that is under way; false where that takes longer than
  /// `patience` (a disk that does not answer), and the thread is left to itself.
  @discardableResult
  package func stop() -> Bool {
    mailbox.post(.stop)
    return thread.join(within: Reloader.patience)
  }

  /// The thread's own state.
  private struct Work: ~Copyable {
    let folder: String
    let lookInterval: Int64
    let watching: Watching
    let mailbox: Mailbox<Message>
    let report: @Sendable (Outcome) -> Void
    /// Of what is published; nil before anything is.
    var digest: String?
    /// Nil where the system has no watches left.
    var watch: FolderWatch?
    /// Whether it has been told that there is none.
    var isUnwatched = false
    var poller: Poller
    /// How the files stood when they were last looked at, and when they will be again.
    var states: FileStates
    var looksAt: Int64
    var settling = Settling(quiet: Reloader.quiet, longest: Reloader.longest)

    init?(
      _ folder: String, _ lookInterval: Int64, _ watching: @escaping Watching,
      _ states: FileStates, _ mailbox: Mailbox<Message>,
      _ report: @escaping @Sendable (Outcome) -> Void
    ) {
      self.folder = folder
      self.lookInterval = lookInterval
      self.watching = watching
      self.states = states
      self.mailbox = mailbox
      self.report = report
      guard let poller = try? Poller(capacity: 2) else { return nil }
      self.poller = poller
      looksAt = SystemClock.monotonic() + lookInterval
      try? self.poller.add(mailbox.descriptor, token: 0, .reading)
      keepWatch()
    }

    mutating func run() {
      while true {
        guard (try? poller.wait(milliseconds: millisecondsToWait())) != nil else { return }
        var isDue = false
        for message in mailbox.take() {
          switch message {
          case .stop: return
          case .begin(let digest):
            self.digest = digest
            keepWatch()
          case .load: isDue = true
          }
        }
        let now = SystemClock.monotonic()
        if watch?.take() ?? false { settling.note(at: now) }
        // Without a watch only a look can tell that nothing changes any more.
        if now >= looksAt || watch == nil && settling.isDue(at: now) { look(now) }
        if isDue || settling.isDue(at: now), digest != nil { load() }
      }
    }

    private func millisecondsToWait() -> Int32 {
      let due = digest == nil ? looksAt : min(looksAt, settling.due ?? looksAt)
      return Int32(clamping: max(0, due - SystemClock.monotonic() + 999_999) / 1_000_000)
    }

    private mutating func look(_ now: Int64) {
      looksAt = now + lookInterval
      keepWatch()
      let found = Loader.states(of: folder)
      if found != states { settling.note(at: now) }
      states = found
    }

    /// Watches the folder that stands there now; tells where that cannot be, once.
    private mutating func keepWatch() {
      var failure: SystemError?
      do throws(SystemError) {
        if let watch {
          try watch.renew()
        } else {
          let watch = try watching(folder)
          try poller.add(watch.descriptor, token: 1, .reading)
          self.watch = watch
        }
      } catch {
        // What is gone for a moment comes back, and loading says so.
        if !error.isMissing { failure = error }
      }
      guard digest != nil, isUnwatched != (failure != nil) else { return }
      isUnwatched = failure != nil
      report(.unwatched(failure))
    }

    private mutating func load() {
      keepWatch()
      var outcome = attempt()
      // What changes while it is read may be half of one state and half of another.
      for _ in 1..<Reloader.attempts where watch?.take() ?? false { outcome = attempt() }
      settling.end()
      if case .loaded(let snapshot) = outcome { digest = snapshot.digest }
      report(outcome)
    }

    private mutating func attempt() -> Outcome {
      states = Loader.states(of: folder)
      do {
        let snapshot = try Loader.load(folder)
        return snapshot.digest == digest ? .same : .loaded(snapshot)
      } catch {
        return .refused(error)
      }
    }
  }
}
