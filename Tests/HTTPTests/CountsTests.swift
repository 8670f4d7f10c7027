import HTTP
import Testing

@Suite struct CountsTests {
  /// Counts what answers to some requests come to.
  private struct Counted {
    var context: ExchangeContext
    private var exchange: Exchange
    private var output = Output()

    init(limits: Limits = Limits()) {
      context = ExchangeContext(
        application: Application(
          respond: { head, _, _ in
            var response = Response(.ok, body: Array("ok".utf8))
            response.route = head.path.count
            response.mayRepeat = true
            return response
          }, refuse: { Response($0.status) }), limits: limits, deadlines: Deadlines(),
        now: Instant(nanoseconds: 0), date: DateLine(secondsSince1970: 0))
      exchange = Exchange(context)
    }

    mutating func receive(_ text: String) {
      let bytes = Array(text.utf8)
      _ = exchange.receive(bytes.span, &context, &output)
      output = Output()
      _ = exchange.sent(context)
    }

    mutating func pass() { _ = exchange.passed(unread: Span(), &context, &output) }

    var answered: [String] {
      context.counts.answered.map { "\($0.route) \($0.status) \($0.count)" }
    }
  }

  @Test func `answers are counted by route and status, known heads too`() {
    var counted = Counted()
    for path in ["/", "/ab", "/", "/", "/"] {
      counted.receive("GET \(path) HTTP/1.1\r\nHost: h\r\n\r\n")
    }
    #expect(counted.answered == ["1 200 4", "3 200 1"])
    #expect(counted.context.counts[.knownHeads] == 3)
    #expect(counted.context.counts[.readyAnswers] == 2)
  }

  @Test(arguments: [
    ("GET  / HTTP/1.1\r\n\r\n", Counter.malformed, 400),
    ("GET / HTTP/1.1\r\n\r\n", .malformed, 400),
    ("GET /\(String(repeating: "x", count: 9000)) HTTP/1.1\r\n", .targetTooLong, 414),
    ("GET / HTTP/1.1\r\nX: \(String(repeating: "x", count: 9000))\r\n", .headTooLarge, 431),
    ("GET / HTTP/1.1\r\nHost: h\r\nContent-Length: 9999999\r\n\r\n", .bodyTooLarge, 413),
    ("GET / HTTP/1.1\r\nHost: h\r\nExpect: x\r\n\r\n", .unknownExpectation, 417),
    ("GET / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: x\r\n\r\n", .notImplemented, 501),
    ("GET / HTTP/2.0\r\nHost: h\r\n\r\n", .unknownVersion, 505),
  ])
  func `a refused request is counted by its reason`(
    _ text: String, _ reason: Counter, _ status: Int
  ) {
    var counted = Counted()
    counted.receive(text)
    #expect(counted.answered == ["0 \(status) 1"])
    for counter in Counter.allCases {
      #expect(counted.context.counts[counter] == (counter == reason ? 1 : 0), "\(counter)")
    }
  }

  @Test(arguments: [
    ("", [Counter.headDeadline, .tooSlow]), ("GET / HT", [.headDeadline, .tooSlow]),
    ("GET / HTTP/1.1\r\nHost: h\r\nContent-Length: 9\r\n\r\n", [.bodyDeadline, .tooSlow]),
    ("GET / HTTP/1.1\r\nHost: h\r\n\r\n", [.readyAnswers, .idleDeadline]),
  ])
  func `a deadline that passes is counted by what was due`(_ text: String, _ due: [Counter]) {
    var counted = Counted()
    counted.receive(text)
    counted.pass()
    for counter in Counter.allCases {
      #expect(counted.context.counts[counter] == (due.contains(counter) ? 1 : 0), "\(counter)")
    }
  }

  @Test func `each answer of a round counts with the time of the round`() {
    var counted = Counted()
    counted.context.counts.endRound { preconditionFailure("nothing was answered") }
    for _ in 0..<3 { counted.receive("GET / HTTP/1.1\r\nHost: h\r\n\r\n") }
    counted.context.counts.endRound { 25_000 }
    counted.receive("GET / HTTP/1.1\r\nHost: h\r\n\r\n")
    counted.context.counts.endRound { 2_000_000_000 }
    let counts = counted.context.counts
    #expect(counts.durations.first == 3)
    #expect(counts.durations.last == 1)
    #expect(counts.durations.reduce(0, +) == 4)
    #expect(counts.nanoseconds == 2_000_075_000)
  }

  @Test func `counts that follow others become the same, and sums are sums`() {
    var one = Counted()
    one.receive("GET / HTTP/1.1\r\nHost: h\r\n\r\n")
    var shown = Counts()
    shown.follow(one.context.counts)
    one.receive("GET /ab HTTP/1.1\r\nHost: h\r\n\r\n")
    one.context.counts.endRound { 1 }
    shown.follow(one.context.counts)
    #expect(shown == one.context.counts)

    var other = Counted()
    other.receive("GET /ab HTTP/1.1\r\nHost: h\r\n\r\n")
    other.context.counts.endRound { 10 }
    shown.add(other.context.counts)
    #expect(shown.answered.map { "\($0.route) \($0.count)" } == ["1 1", "3 2"])
    #expect(shown[.readyAnswers] == 3)
    #expect(shown.durations.first == 3)
    #expect(shown.nanoseconds == 12)
  }
}
