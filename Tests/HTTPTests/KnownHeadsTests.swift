import HTTP
import Testing

@Suite struct KnownHeadsTests {
  /// An exchange whose application numbers its answers, so that one that is repeated shows.
  private struct Known {
    private final class Count {
      var answers = 0
      var era = 1
    }

    private let count = Count()
    private var context: ExchangeContext
    private var exchange: Exchange

    init(_ limits: Limits = Limits(), status: Status = .ok, size: Int = 0, repeats: Bool = true) {
      let count = count
      let application = Application(
        respond: { _, _, _ in
          count.answers += 1
          var fields = FieldLines()
          fields.append("X-Number", "\(count.answers)")
          var response = Response(
            status, fields: fields, body: [UInt8](repeating: UInt8(ascii: "x"), count: size))
          response.mayRepeat = repeats
          return response
        }, refuse: { Response($0.status) }, era: { count.era })
      context = ExchangeContext(
        application: application, limits: limits, deadlines: Deadlines(),
        now: Instant(nanoseconds: 0), date: DateLine(secondsSince1970: 0))
      exchange = Exchange(context)
    }

    var answers: Int { count.answers }

    /// What is answered to bytes that are all that came in and was not taken before.
    mutating func receive(_ text: String, isWhole: Bool = true) -> String {
      var output = Output()
      let bytes = Array(text.utf8)
      let (taken, action) = exchange.receive(bytes.span, &context, &output)
      #expect(taken == (isWhole ? bytes.count : 0))
      var sent: [UInt8] = []
      while output.count > 0 {
        let count = output.withNext { first, second in
          for index in first.indices { sent.append(first[index]) }
          for index in second.indices { sent.append(second[index]) }
          return first.count + second.count
        }
        output.drop(count)
      }
      if action == .send { _ = exchange.sent(context) }
      return String(decoding: sent, as: UTF8.self)
    }

    mutating func pass(to second: Int) { context.date = DateLine(secondsSince1970: second) }
    mutating func change() { count.era += 1 }
    mutating func stop() { context.isStopping = true }
  }

  private let get = "GET /a HTTP/1.1\r\nHost: a\r\n\r\n"

  @Test(arguments: [Status.ok, .notModified], ["GET", "HEAD"])
  func `a head that came before gets the same answer`(_ status: Status, method: String) {
    var known = Known(status: status, size: 100)
    let head = "\(method) /a HTTP/1.1\r\nHost: a\r\nUser-Agent: b\r\n\r\n"
    let first = known.receive(head)
    #expect(first.contains("\r\nX-Number: 1\r\n"))
    #expect(known.receive(head) == first)
    #expect(known.receive(head + head + head) == first + first + first)
    #expect(known.answers == 1)
  }

  @Test func `each answer has its own date`() {
    var known = Known()
    #expect(known.receive(get).contains("Date: Thu, 01 Jan 1970 00:00:00 GMT\r\n"))
    known.pass(to: 1)
    #expect(known.receive(get).contains("Date: Thu, 01 Jan 1970 00:00:01 GMT\r\n"))
    #expect(known.answers == 1)
  }

  @Test(arguments: [
    "GET /a HTTP/1.1\r\nHost: b\r\n\r\n", "GET /b HTTP/1.1\r\nHost: a\r\n\r\n",
    "GET /a HTTP/1.1\r\nHost: a\r\nIf-None-Match: \"x\"\r\n\r\n",
    "GET /a HTTP/1.1\r\nhost: a\r\n\r\n", "HEAD /a HTTP/1.1\r\nHost: a\r\n\r\n",
  ])
  func `another head is read`(_ other: String) {
    var known = Known()
    _ = known.receive(get)
    #expect(known.receive(other).contains("X-Number: 2"))
  }

  @Test func `a head that arrives in parts is read`() {
    var known = Known()
    _ = known.receive(get)
    for end in 1..<get.unicodeScalars.count {
      var cut = known
      let part = String(get.unicodeScalars.prefix(end))
      #expect(cut.receive(part, isWhole: false).isEmpty)
      #expect(cut.receive(get).contains("X-Number: "))
    }
    #expect(known.answers == get.utf8.count)
  }

  @Test func `another era has other answers`() {
    var known = Known()
    _ = known.receive(get)
    known.change()
    #expect(known.receive(get).contains("X-Number: 2"))
    #expect(known.receive(get).contains("X-Number: 2"))
  }

  @Test func `what may not be repeated is asked each time`() {
    var known = Known(repeats: false)
    _ = known.receive(get)
    #expect(known.receive(get).contains("X-Number: 2"))
  }

  @Test(arguments: [
    "GET /a HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", "GET /a HTTP/1.0\r\n\r\n",
    "GET /a HTTP/1.0\r\nConnection: keep-alive\r\n\r\n",
    "GET /a HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n",
  ])
  func `what is framed by more than the head, or ends the connection, is read each time`(
    _ head: String
  ) {
    var known = Known()
    _ = known.receive(head)
    #expect(known.answers == 1)
    _ = known.receive(head)
    #expect(known.answers == (head.contains("close") || head.hasSuffix("1.0\r\n\r\n") ? 1 : 2))
  }

  @Test func `once the server stops every answer is the last`() {
    var known = Known()
    _ = known.receive(get)
    known.stop()
    #expect(known.receive(get).contains("\r\nConnection: close\r\n"))
  }

  @Test func `the bounds of what is kept`() {
    var limits = Limits()
    limits.knownHead = get.utf8.count
    limits.knownAnswer = 10
    var fits = Known(limits, size: 10)
    _ = fits.receive(get)
    _ = fits.receive(get)
    #expect(fits.answers == 1)
    var long = Known(limits, size: 11)
    _ = long.receive(get)
    _ = long.receive(get)
    #expect(long.answers == 2)
    limits.knownHead -= 1
    var head = Known(limits, size: 10)
    _ = head.receive(get)
    _ = head.receive(get)
    #expect(head.answers == 2)
    limits = Limits()
    limits.knownHeads = 0
    var none = Known(limits)
    _ = none.receive(get)
    _ = none.receive(get)
    #expect(none.answers == 2)
    limits.knownHeads = 1
    var one = Known(limits)
    for path in ["a", "b", "a"] { _ = one.receive("GET /\(path) HTTP/1.1\r\nHost: a\r\n\r\n") }
    #expect(one.answers == 3)
  }
}
