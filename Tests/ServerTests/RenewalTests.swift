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

    func note(_ outcome: Renewal.Outcome) {
      let word =
        switch outcome {
        case .loaded: "loaded"
        case .same: "same"
        case .refused(let error): "refused: \(error.found)"
        }
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
}
