import Glibc
import Linux
import Synchronization
import TLS
import Testing

@Suite(.timeLimit(.minutes(1))) struct RenewalTests {
  let issuer: Issuer
  let files: PairFiles
  let certificates: Certificates
  /// What was reported, in words.
  private let said = Said()

  private final class Said: Sendable {
    let words = Mutex<[String]>([])
    /// The seconds that were left when an end was told of.
    let ends = Mutex<[Int]>([])

    func note(_ outcome: Renewal.Outcome) {
      let word =
        switch outcome {
        case .loaded: "loaded"
        case .same: "same"
        case .refused(let error): "refused: \(error.found)"
        case .ending, .unwatched: ""
        }
      if case .ending(_, let seconds) = outcome { ends.withLock { $0.append(seconds) } }
      if word.isEmpty { return }
      words.withLock { $0.append(word) }
    }

    var last: String? { words.withLock { $0.last } }
    var count: Int { words.withLock { $0.count } }
  }

  init() throws {
    issuer = try Issuer()
    files = try PairFiles(issuer.issue())
    certificates = try Certificates(certificate: files.certificate, key: files.key)
  }

  @Test func `a pair that replaces another on disk is served`() throws {
    let renewal = try Renewal(certificates) { [said] in said.note($0) }
    defer { renewal.stop() }
    #expect(eventually { said.last == "same" })
    let before = certificates.current
    try files.write(try issuer.issue())
    #expect(eventually { said.last == "loaded" })
    #expect(!certificates.current.pair.isSame(as: before.pair))
  }

  @Test func `a bad pair leaves the one from before, until a good one comes`() throws {
    let renewal = try Renewal(certificates) { [said] in said.note($0) }
    defer { renewal.stop() }
    #expect(eventually { said.last == "same" })
    let before = certificates.current
    let next = try issuer.issue()
    try files.write(next.certificate, to: files.certificate)
    #expect(eventually { said.last?.hasPrefix("refused: this is not the key") == true })
    #expect(certificates.current === before)
    try files.write(next.key, to: files.key)
    #expect(eventually { said.last == "loaded" })
  }

  @Test func `it loads when it is asked, and tells what is the same`() throws {
    let renewal = try Renewal(certificates) { [said] in said.note($0) }
    defer { renewal.stop() }
    #expect(eventually { said.count == 1 })
    let before = certificates.current
    renewal.load()
    #expect(eventually { said.count == 2 })
    #expect(said.last == "same")
    #expect(certificates.current === before)
  }

  @Test func `new ticket keys are those of a new context with the same pair`() throws {
    let before = certificates.current
    try certificates.renewTicketKeys()
    #expect(certificates.current !== before)
    #expect(certificates.current.pair === before.pair)
  }

  @Test func `an end that comes near is told once a day, and when it is there`() throws {
    let day = 86_400
    try files.write(try issuer.issue(to: 30 * day))
    let long = try Certificates(certificate: files.certificate, key: files.key)
    let end = long.current.pair.end.seconds
    let now = Atomic(end - 20 * day)
    let clock = { @Sendable in now.load(ordering: .relaxed) }
    let renewal = try Renewal(long, lookInterval: 20_000_000, clock: clock) { [said] in
      said.note($0)
    }
    defer { renewal.stop() }
    #expect(eventually { said.count == 1 })
    for left in [10 * day + 7, 10 * day, 9 * day + 7, 0, -day] {
      now.store(end - left, ordering: .relaxed)
      // Whoever begins the second attempt has looked at the end after the first.
      for _ in 0..<2 {
        let count = said.count
        renewal.load()
        #expect(eventually { said.count > count })
      }
    }
    #expect(said.ends.withLock { $0 } == [10 * day + 7, 9 * day + 7, 0])
  }

  @Test func `the end of a certificate that nobody touches is told as time goes by`() throws {
    let now = Atomic(0)
    let clock = { @Sendable in now.load(ordering: .relaxed) }
    let renewal = try Renewal(certificates, lookInterval: 20_000_000, clock: clock) { [said] in
      said.note($0)
    }
    defer { renewal.stop() }
    #expect(eventually { said.count == 1 })
    #expect(said.ends.withLock { $0 } == [])
    now.store(certificates.current.pair.end.seconds, ordering: .relaxed)
    #expect(eventually { said.ends.withLock { $0 } == [0] })
  }

  @Test func `a folder in which something changes all the time does not keep a pair out`() throws {
    let renewal = try Renewal(certificates) { [said] in said.note($0) }
    defer { renewal.stop() }
    #expect(eventually { said.last == "same" })
    let isOver = Atomic(false)
    let busy = "\(files.folder)/busy"
    let writer = try RunningThread(name: "writer") {
      while !isOver.load(ordering: .relaxed) {
        if let file = fopen(busy, "w") { fclose(file) }
        usleep(20_000)
      }
    }
    try files.write(try issuer.issue())
    #expect(eventually { said.last == "loaded" })
    isOver.store(true, ordering: .relaxed)
    writer.join()
    unlink(busy)
  }
}
