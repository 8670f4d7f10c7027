import Glibc
import Linux
import Statistics
import Storage
import Synchronization
import Testing

/// What becomes of a folder that changes while it is served.
@Suite(.timeLimit(.minutes(2))) struct ReloaderTests {
  /// A copy of the base data with a reloader that watches it.
  private final class Watched: Sendable {
    let folder: String
    private let root: String
    private let reloader: Reloader
    private let outcomes: Outcomes

    final class Outcomes: Sendable {
      let list = Mutex<[String]>([])
      let mailbox: Mailbox<Bool>
      init() throws { mailbox = try Mailbox() }
    }

    /// `laying` is done beside the copy, which is called `data`; `served` is what is watched.
    init(
      begins: Bool = true, laying command: String = "true", served: String = "data",
      lookInterval: Int64 = Reloader.lookInterval,
      watching: @escaping Reloader.Watching = { path throws(SystemError) in try FolderWatch(path) }
    ) throws {
      var template = Array("/tmp/thuocdo-reload-XXXXXX".utf8CString)
      root = String(cString: try #require(mkdtemp(&template)))
      try #require(system("cp -rL '\(Bundled.folder)' '\(root)/data'") == 0)
      try #require(system("cd '\(root)' && \(command)") == 0)
      folder = "\(root)/\(served)"
      let outcomes = try Outcomes()
      self.outcomes = outcomes
      reloader = try Reloader(folder, lookInterval: lookInterval, watching: watching) { outcome in
        outcomes.list.withLock {
          switch outcome {
          case .loaded(let snapshot): $0.append("loaded \(snapshot.sources.count)")
          case .same: $0.append("same")
          case .refused(let errors): $0.append("refused \(errors)")
          case .unwatched(let error): $0.append("unwatched \(error?.description ?? "no more")")
          }
        }
        outcomes.mailbox.post(true)
      }
      let digest = try Loader.load(folder).digest
      if begins { reloader.begin(with: digest) }
    }

    deinit {
      reloader.stop()
      system("rm -rf '\(root)'")
    }

    func load() { reloader.load() }

    func run(_ command: String) { #expect(system("cd '\(folder)' && \(command)") == 0) }

    /// The same beside the folder.
    func runBeside(_ command: String) { #expect(system("cd '\(root)' && \(command)") == 0) }

    func stop() -> Bool { reloader.stop() }

    /// The next outcome, waited for at most a minute.
    func next() throws -> String {
      var poller = try Poller(capacity: 1)
      try poller.add(outcomes.mailbox.descriptor, token: 0, .reading)
      while true {
        if let first = outcomes.list.withLock({ $0.isEmpty ? nil : $0.removeFirst() }) {
          return first
        }
        _ = try poller.wait(milliseconds: 60_000)
        // What was posted for an outcome that was taken without waiting says nothing.
        if outcomes.mailbox.take().isEmpty { return "nothing" }
      }
    }
  }

  private static let more =
    #"printf '{"sources":[{"id":"more","title":"M","publisher":"P","url":"https://a.vn/",'"#
    + #"'"language":"vi","kind":"press","reliability":"single","published":"2024-01-01"}]}'"#

  @Test func `a file that is added, renamed into place or removed is loaded`() throws {
    let watched = try Watched()
    let before = try Loader.load(watched.folder).sources.count
    watched.run("\(ReloaderTests.more) > ../more.json && mv ../more.json more.json")
    #expect(try watched.next() == "loaded \(before + 1)")
    watched.run("rm more.json")
    #expect(try watched.next() == "loaded \(before)")
  }

  @Test func `a bad edit is refused with its place, and a good one after it is loaded`() throws {
    let watched = try Watched()
    let before = try Loader.load(watched.folder).sources.count
    watched.run("echo '{\"sources\":[{]}' > bad.json")
    let refused = try watched.next()
    #expect(refused.hasPrefix("refused \(watched.folder)/bad.json:1:14: expected"), "\(refused)")
    watched.run("\(ReloaderTests.more) > bad.json")
    #expect(try watched.next() == "loaded \(before + 1)")
  }

  @Test func `a folder that vanishes is refused, and the same one back again is the same`() throws {
    let watched = try Watched()
    watched.run("mv ../data ../away")
    #expect(try watched.next().hasPrefix("refused"))
    let parent = "$(dirname '\(watched.folder)')"
    #expect(system("cd \"\(parent)\" && mv away data") == 0)
    #expect(try watched.next() == "same")
  }

  @Test func `what is asked for is tried at once`() throws {
    let watched = try Watched()
    watched.load()
    #expect(try watched.next() == "same")
  }

  @Test func `a file of other kinds changes nothing`() throws {
    let watched = try Watched()
    watched.run("echo 1 > .more.json.swp && echo 2 > notes.txt")
    #expect(try watched.next() == "same")
  }

  /// A look twenty times a second, or in an hour.
  private static let (soon, late): (Int64, Int64) = (50_000_000, 3_600_000_000_000)

  /// Two releases, of which one is current; in the second there is a source more.
  private static let releases =
    "mkdir r1 r2 && mv data r1 && cp -r r1/data r2 && \(more) > r2/data/more.json"

  @Test(arguments: [
    ("\(releases) && ln -s r1 current", "ln -s r2 t && mv -T t current"),
    ("\(releases) && mv r1 current", "mv current old && mv r2 current"),
  ])
  func `a folder above may become another one, which is looked after from then on`(
    _ laying: String, _ swap: String
  ) throws {
    let watched = try Watched(
      laying: laying, served: "current/data", lookInterval: ReloaderTests.soon)
    let before = try Loader.load(watched.folder).sources.count
    watched.runBeside(swap)
    #expect(try watched.next() == "loaded \(before + 1)")
    watched.run("echo '{' > bad.json")
    #expect(try watched.next().hasPrefix("refused \(watched.folder)/bad.json:2:1:"))
  }

  @Test func `an attempt that is asked for looks after the folder that stands there now`() throws {
    let watched = try Watched(
      laying: "\(ReloaderTests.releases) && ln -s r1 current", served: "current/data",
      lookInterval: ReloaderTests.late)
    let before = try Loader.load(watched.folder).sources.count
    watched.runBeside("ln -s r2 t && mv -T t current")
    watched.load()
    #expect(try watched.next() == "loaded \(before + 1)")
    watched.run("rm more.json")
    #expect(try watched.next() == "loaded \(before)")
  }

  @Test func `what changes behind a link to a file elsewhere is loaded`() throws {
    let watched = try Watched(
      laying: "mkdir far && echo '{}' > far/more.json && ln -s ../far/more.json data/more.json",
      lookInterval: ReloaderTests.soon)
    let before = try Loader.load(watched.folder).sources.count
    watched.runBeside("\(ReloaderTests.more) > far/more.json")
    #expect(try watched.next() == "loaded \(before + 1)")
  }

  @Test func `where the system has no watch left that is told, and changes are seen late`() throws {
    let isLeft = Atomic(false)
    let watched = try Watched(lookInterval: ReloaderTests.soon) { path throws(SystemError) in
      if !isLeft.load(ordering: .relaxed) { throw SystemError("inotify_init1", number: EMFILE) }
      return try FolderWatch(path)
    }
    let before = try Loader.load(watched.folder).sources.count
    #expect(try watched.next() == "unwatched inotify_init1: Too many open files (24)")
    watched.run("\(ReloaderTests.more) > more.json")
    #expect(try watched.next() == "loaded \(before + 1)")
    isLeft.store(true, ordering: .relaxed)
    #expect(try watched.next() == "unwatched no more")
  }

  @Test func `a named pipe among the files is refused, and holds nothing up`() throws {
    let watched = try Watched()
    watched.run("mkfifo x.json")
    #expect(
      try watched.next() == "refused \(watched.folder)/x.json: expected a readable file; "
        + "found a named pipe, where a file must be")
    watched.run("rm x.json")
    #expect(try watched.next() == "same")
    #expect(watched.stop())
  }

  @Test func `an end does not wait for a disk that does not answer`() throws {
    let answers = try Mailbox<Void>()
    let watched = try Watched(begins: false) { path throws(SystemError) in
      var poller = try Poller(capacity: 1)
      try poller.add(answers.descriptor, token: 0, .reading)
      _ = try poller.wait(milliseconds: -1)
      return try FolderWatch(path)
    }
    #expect(!watched.stop())
    answers.post(())
  }
}
