import Glibc
import HTTP
import Linux
import Server
import Synchronization
import Testing

/// A loop that is at work for longer than it should be.
@Suite(.timeLimit(.minutes(1))) struct BusyTests {
  /// How far the two long answers have come, and what they wait for.
  private final class Progress: Sendable {
    let hasBegun = Atomic<Int>(0)
    let mayGoOn = Atomic<Int>(0)

    func work(_ step: Int) {
      hasBegun.store(step, ordering: .releasing)
      precondition(eventually { self.mayGoOn.load(ordering: .acquiring) >= step })
    }
  }

  @Test func `a request that came while the loop was busy is answered, deadline or not`() throws {
    let progress = Progress()
    let server = try TestServer(deadlines: .brief { $0.idle = .milliseconds(500) }) {
      Application(
        respond: { head, bytes, _ in
          // "/1" and "/2" are long.
          if let step = Int(String(decoding: [bytes[head.path.lowerBound + 1]], as: UTF8.self)) {
            progress.work(step)
          }
          return Response(.ok, body: [])
        },
        refuse: { Response($0.status, body: []) })
    }.start()
    func ask(_ path: String, _ client: Client) {
      client.send("GET \(path) HTTP/1.1\r\nHost: a\r\n\r\n")
    }
    let (first, second) = (try Client(port: server.port), try Client(port: server.port))
    let patient = try Client(port: server.port)
    ask("/a", patient)
    #expect(patient.receiveAnswer()?.status == 200)
    let deadline = SystemClock.monotonic() + 500_000_000
    // The loop is busy until the patient one's time is over, and then with another at once.
    ask("/1", first)
    #expect(eventually { progress.hasBegun.load(ordering: .acquiring) == 1 })
    ask("/2", second)
    #expect(eventually { SystemClock.monotonic() > deadline })
    progress.mayGoOn.store(1, ordering: .releasing)
    #expect(eventually { progress.hasBegun.load(ordering: .acquiring) == 2 })
    ask("/b", patient)
    progress.mayGoOn.store(2, ordering: .releasing)
    #expect(patient.receiveAnswer()?.status == 200)
    try server.finish()
  }
}
