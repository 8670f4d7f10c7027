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
    private let reloader: Reloader
    private let outcomes: Outcomes

    final class Outcomes: Sendable {
      let list = Mutex<[String]>([])
      let mailbox: Mailbox<Bool>
      init() throws { mailbox = try Mailbox() }
    }

    init(begins: Bool = true) throws {
      var template = Array("/tmp/thuocdo-reload-XXXXXX".utf8CString)
      let path = String(cString: try #require(mkdtemp(&template)))
      folder = "\(path)/data"
      try #require(system("cp -rL '\(Bundled.folder)' '\(folder)'") == 0)
      let outcomes = try Outcomes()
      self.outcomes = outcomes
      reloader = try Reloader(folder) { outcome in
        outcomes.list.withLock {
          switch outcome {
          case .loaded(let snapshot): $0.append("loaded \(snapshot.sources.count)")
          case .same: $0.append("same")
          case .refused(let errors): $0.append("refused \(errors)")
          }
        }
        outcomes.mailbox.post(true)
      }
      let digest = try Loader.load(folder).digest
      if begins { reloader.begin(with: digest) }
    }

    deinit {
      reloader.stop()
      system("rm -rf '\(folder)/..'")
    }

    func load() { reloader.load() }

    func run(_ command: String) { #expect(system("cd '\(folder)' && \(command)") == 0) }

    /// The next outcome, waited for at most a minute.
    func next() throws -> String {
      var poller = try Poller(capacity: 1)
      try poller.add(outcomes.mailbox.descriptor, token: 0, .reading)
      _ = try poller.wait(milliseconds: 60_000)
      _ = outcomes.mailbox.take()
      return outcomes.list.withLock { $0.isEmpty ? "nothing" : $0.removeFirst() }
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
}
