import HTTP
import Testing

@Suite struct ExchangeTests {
  private let get = "GET /a HTTP/1.1\r\nHost: a\r\n\r\n"

  // MARK: Requests and answers

  @Test func `a request is answered, and the next is waited for`() {
    var wire = Wire()
    #expect(wire.receive(get) == .send)
    #expect(wire.send() == .read)
    #expect(wire.answers == ["200 GET /a []"])
    #expect(wire.receive(get) == .send)
    #expect(wire.send() == .read)
    #expect(wire.answers.count == 2)
  }

  @Test func `half a request is waited for`() {
    var wire = Wire()
    for part in ["G", "ET /a HTTP/1.1\r\nHo", "st: a\r\n\r"] {
      #expect(wire.receive(part) == .read)
    }
    #expect(wire.receive("\n") == .send)
    #expect(wire.answers == ["200 GET /a []"])
  }

  @Test func `pipelined requests are answered in order and in one piece`() {
    var wire = Wire()
    let requests = (0..<10).map { "GET /\($0) HTTP/1.1\r\nHost: a\r\n\r\n" }.joined()
    #expect(wire.receive(requests + "GET /x") == .send)
    #expect(wire.send() == .read)
    #expect(wire.answers == (0..<10).map { "200 GET /\($0) []" })
    #expect(wire.receive(" HTTP/1.1\r\nHost: a\r\n\r\n") == .send)
    #expect(wire.send() == .read)
    #expect(wire.answers.last == "200 GET /x []")
  }

  @Test func `HEAD is answered without the body`() {
    var wire = Wire()
    #expect(wire.receive("HEAD /a HTTP/1.1\r\nHost: a\r\n\r\n") == .send)
    #expect(wire.sent.contains("\r\nContent-Length: 7\r\n"))
    #expect(wire.sent.hasSuffix("\r\n\r\n"))
  }

  @Test func `a client of 1_0 is answered and left`() {
    var wire = Wire()
    #expect(wire.receive("GET /a HTTP/1.0\r\n\r\n") == .send)
    #expect(wire.sent.contains("\r\nConnection: close\r\n"))
    #expect(wire.send() == .close)
  }

  @Test func `a client that said that it is done is left at once, over TLS after a word`() {
    let last = "GET /b HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
    var wire = Wire()
    #expect(wire.receive(get) == .send)
    #expect(wire.send() == .read)
    #expect(wire.receive(last) == .send)
    #expect(wire.send() == .close)

    var secure = Wire(isSecure: true)
    #expect(secure.receive(last) == .send)
    #expect(secure.send() == .finish)
  }

  @Test func `a client of 1_0 may stay if it asks to`() {
    var wire = Wire()
    #expect(wire.receive("GET /a HTTP/1.0\r\nConnection: keep-alive\r\n\r\n") == .send)
    #expect(wire.sent.contains("\r\nConnection: keep-alive\r\n"))
    #expect(wire.send() == .read)
  }

  // MARK: Bodies

  @Test func `a sized body is read before the answer`() {
    var wire = Wire()
    #expect(wire.receive("POST /a HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhe") == .read)
    #expect(wire.receive("l") == .read)
    #expect(wire.receive("lo" + get) == .send)
    #expect(wire.send() == .read)
    #expect(wire.answers == ["200 POST /a [hello]", "200 GET /a []"])
  }

  @Test func `a chunked body is read before the answer`() {
    var wire = Wire()
    let head = "POST /a HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
    #expect(wire.receive(head) == .read)
    #expect(wire.receive("2\r\nhe\r\n3;x=y\r\nll") == .read)
    #expect(wire.receive("o\r\n0\r\nA: b\r\n\r\n" + get) == .send)
    #expect(wire.send() == .read)
    #expect(wire.answers == ["200 POST /a [hello]", "200 GET /a []"])
  }

  @Test func `an empty line behind a request is no request cut short`() {
    var wire = Wire(deadlines: Deadlines(head: .seconds(10)))
    #expect(wire.receive(get + "\r\n") == .send)
    #expect(wire.send() == .read)
    var late = wire
    late.now = late.deadline
    #expect(late.pass() == .finish)
    #expect(wire.end() == .close)
    #expect(wire.answers.count == 1 && late.answers.count == 1)
  }

  @Test func `an empty body is no body`() {
    var wire = Wire()
    #expect(wire.receive("POST /a HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n") == .send)
    #expect(wire.answers == ["200 POST /a []"])
  }

  @Test func `the fields of a request outlive its head while the body comes`() {
    var wire = Wire()
    let head = "POST /abc?d=e HTTP/1.1\r\nHost: a\r\nContent-Length: 40000\r\n\r\n"
    #expect(wire.receive(head) == .read)
    let part = String(repeating: "x", count: 10_000)
    for _ in 0..<3 { #expect(wire.receive(part) == .read) }
    #expect(wire.receive(part) == .send)
    #expect(wire.answers.first?.hasPrefix("200 POST /abc [xxx") == true)
  }

  @Test func `a body of the largest size is taken`() {
    var wire = Wire(limits: Limits(body: 5))
    #expect(wire.receive("POST /a HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello") == .send)
    #expect(wire.send() == .read)
  }

  @Test(arguments: [
    ("GET /a/%ff HTTP/1.1\r\nHost: a\r\n\r\n", "/a/%ff"),
    ("GET /a/%00 HTTP/1.1\r\nHost: a\r\n\r\n", "/a/%00"),
    ("GET /a?b=%zz HTTP/1.1\r\nHost: a\r\n\r\n", "/a?b=%zz"),
    ("GET /a HTTP/1.1\r\nHost: a\r\nExpect: foo\r\n\r\n", "/a"),
    ("GET /a HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999\r\n\r\n", "/a"),
    (
      "GET /a HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nx\r\n", "/a"
    ),
    ("GET /\(String(repeating: "a", count: 9000)) H", "/\(String(repeating: "a", count: 63))"),
    ("G(T /a HTTP/1.1\r\n", "-"),
  ])
  func `a refusal knows how the path began that was asked for`(request: String, path: String) {
    var wire = Wire()
    #expect(wire.receive(get) == .send)
    #expect(wire.send() == .read)
    #expect(wire.receive(request) == .send)
    #expect(wire.sent.contains("\r\nX-Path: \(path)\r\n"), "\(wire.sent)")
  }

  @Test func `a larger body is refused before it comes`() {
    var wire = Wire(limits: Limits(body: 5))
    #expect(wire.receive("POST /a HTTP/1.1\r\nHost: a\r\nContent-Length: 6\r\n\r\n") == .send)
    #expect(wire.answers == ["413"])
    #expect(wire.send() == .finish)
  }

  @Test func `a larger chunked body is refused when it is too large`() {
    var wire = Wire(limits: Limits(body: 5))
    let head = "POST /a HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
    #expect(wire.receive(head + "5\r\nhello\r\n") == .read)
    #expect(wire.receive("1\r\n") == .send)
    #expect(wire.answers == ["413"])
    #expect(wire.send() == .finish)
  }

  @Test func `a client that waits is told to go on`() {
    var wire = Wire()
    let head = "POST /a HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 5\r\n\r\n"
    #expect(wire.receive(get + head) == .send)
    #expect(wire.sent.hasSuffix("GET /aHTTP/1.1 100 Continue\r\n\r\n"))
    #expect(wire.send() == .read)
    #expect(wire.receive("hello") == .send)
    #expect(wire.answers == ["200 GET /a []", "200 POST /a [hello]"])
  }

  @Test func `a client that does not wait after all needs no word`() {
    var wire = Wire()
    let head = "POST /a HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 5\r\n\r\n"
    #expect(wire.receive(head + "h") == .read)
    #expect(wire.receive("ello") == .send)
    #expect(!wire.sent.contains("100 Continue"))
  }

  @Test func `a client that waits with too large a body is refused at once`() {
    var wire = Wire(limits: Limits(body: 5))
    let head = "POST /a HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 6\r\n\r\n"
    #expect(wire.receive(head) == .send)
    #expect(!wire.sent.contains("100 Continue"))
    #expect(wire.answers == ["413"])
  }

  // MARK: Refusals and ends

  @Test func `a refusal ends the connection, and what follows is not read`() {
    var wire = Wire()
    #expect(wire.receive(get + "GET / HTTP/1.1\r\n\r\n" + get) == .send)
    #expect(wire.answers == ["200 GET /a []", "400"])
    #expect(wire.sent.contains("\r\nConnection: close\r\n"))
    #expect(wire.send() == .finish)
    #expect(wire.pending.isEmpty)
  }

  @Test func `the refusal of a HEAD has no body`() {
    var wire = Wire()
    #expect(wire.receive("HEAD / HTTP/1.1\r\n\r\n") == .send)
    #expect(wire.sent.hasSuffix("\r\n\r\n"))
  }

  @Test func `the refusal behind a HEAD has a body`() {
    var wire = Wire()
    #expect(wire.receive("HEAD / HTTP/1.1\r\nHost: a\r\n\r\n") == .send)
    #expect(wire.send() == .read)
    #expect(wire.receive("(\r\n") == .send)
    #expect(wire.sent.hasSuffix("."))
  }

  @Test func `a client that asks to close gets its answer and nothing more`() {
    var wire = Wire()
    #expect(
      wire.receive("GET /b HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n" + get) == .send)
    #expect(wire.answers == ["200 GET /b []"])
    #expect(wire.sent.contains("\r\nConnection: close\r\n"))
    // What it sent nevertheless must not reset the connection before the answer is read.
    #expect(wire.send() == .finish)
  }

  @Test func `who sends nothing more is let go once it has its answer, or that is on its way`() {
    let close = "Connection: close\r\n"
    for (request, held, action) in [
      ("GET /b HTTP/1.0\r\n\r\n", 0, Exchange.Action.close),
      // A line end that comes late must not reset what the client has not taken.
      ("GET /b HTTP/1.0\r\n\r\n", 1, .finish),
      ("GET /b HTTP/1.0\r\n\(close)\r\n", 1, .finish),
      ("GET /b HTTP/1.1\r\nHost: a\r\n\(close)\r\n", 1, .close),
      (
        "GET /\(String(repeating: "b", count: 8000)) HTTP/1.1\r\nHost: a\r\n\(close)\r\n", 1,
        .finish
      ),
      (
        "GET /\(String(repeating: "b", count: 8000)) HTTP/1.1\r\nHost: a\r\n\(close)\r\n", 0, .close
      ),
    ] {
      var wire = Wire()
      #expect(wire.receive(request) == .send)
      #expect(wire.send(held: held) == action, "\(request.prefix(40)) \(held)")
    }
    var slow = Wire()
    #expect(slow.receive("GET /b HTTP/1.0\r\n\r\n") == .send)
    slow.stall(progressed: true)
    #expect(slow.send(held: 0) == .finish)
  }

  @Test func `an answer may close the connection`() {
    var wire = Wire()
    #expect(wire.receive("GET /close HTTP/1.1\r\nHost: a\r\n\r\n") == .send)
    #expect(wire.sent.contains("\r\nConnection: close\r\n"))
    #expect(wire.send() == .finish)
  }

  @Test func `after the end what comes is discarded up to a bound`() {
    var wire = Wire(limits: Limits(lingering: 10))
    #expect(wire.receive("(") == .send)
    #expect(wire.send() == .finish)
    #expect(wire.finished() == .read)
    #expect(wire.receive("12345") == .read)
    #expect(wire.receive("67890") == .read)
    #expect(wire.receive("x") == .close)
    #expect(wire.answers == ["400"])
  }

  @Test func `after the end the client's end closes the connection`() {
    var wire = Wire()
    #expect(wire.receive("(") == .send)
    #expect(wire.send() == .finish)
    #expect(wire.finished() == .read)
    #expect(wire.end() == .close)
  }

  @Test func `a client that leaves between requests is let go`() {
    var wire = Wire()
    #expect(wire.receive(get) == .send)
    #expect(wire.send() == .read)
    #expect(wire.end() == .close)
  }

  @Test(
    arguments: [
      "GET /a HT", "POST /a HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhell",
      "POST /a HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n",
    ]) func `a client that leaves within a request is told so`(_ part: String)
  {
    var wire = Wire()
    #expect(wire.receive(part) == .read)
    #expect(wire.end() == .send)
    #expect(wire.answers == ["400"])
    #expect(wire.send() == .close)
  }

  @Test func `the number of requests may be bounded`() {
    var wire = Wire(limits: Limits(requestCount: 2))
    #expect(wire.receive(get + get + get) == .send)
    #expect(wire.answers.count == 2)
    #expect(wire.sent.contains("\r\nConnection: close\r\n"))
    #expect(wire.send() == .finish)
  }

  // MARK: Answers that wait

  @Test func `no more answers wait than the bound says`() {
    var wire = Wire(limits: Limits(waitingAnswers: 3))
    #expect(wire.receive(String(repeating: get, count: 8)) == .send)
    #expect(wire.answers.count == 3)
    #expect(wire.pending.count == 5 * get.utf8.count)
    #expect(wire.send() == .proceed)
    #expect(wire.receive() == .send)
    #expect(wire.answers.count == 6)
    #expect(wire.send() == .proceed)
    #expect(wire.receive() == .send)
    #expect(wire.send() == .read)
    #expect(wire.answers.count == 8)
  }

  @Test func `no more bytes of answers wait than the bound says`() {
    var wire = Wire(limits: Limits(waitingBytes: 150))
    #expect(wire.receive(String(repeating: get, count: 3)) == .send)
    #expect(wire.answers.count == 2)
    #expect(wire.send() == .proceed)
    #expect(wire.receive() == .send)
    #expect(wire.send() == .read)
    #expect(wire.answers.count == 3)
  }

  @Test func `a bound that is just reached leaves nothing to go on with`() {
    var wire = Wire(limits: Limits(waitingAnswers: 2))
    #expect(wire.receive(get + get) == .send)
    #expect(wire.send() == .read)
  }

  // MARK: Deadlines

  private let deadlines = Deadlines(
    head: .seconds(10), body: .seconds(30), bodyGrace: .seconds(5), bodyRate: 1000,
    idle: .seconds(60), writing: .seconds(20), lingering: .seconds(2), stopping: .seconds(1))

  @Test func `the first head is counted from the acceptance`() {
    var wire = Wire(deadlines: deadlines)
    #expect(wire.deadline == 10)
    wire.now = 9
    #expect(wire.receive("G") == .read)
    #expect(wire.deadline == 10)
    wire.now = 10
    #expect(wire.pass() == .send)
    #expect(wire.answers == ["408"])
    #expect(wire.send() == .finish)
  }

  @Test func `a client that never says anything is told that its time is over`() {
    var wire = Wire(deadlines: deadlines)
    wire.now = 10
    #expect(wire.pass() == .send)
    #expect(wire.answers == ["408"])
  }

  @Test func `a later head is counted from its first byte, and no byte begins it anew`() {
    var wire = Wire(deadlines: deadlines)
    #expect(wire.receive(get) == .send)
    #expect(wire.send() == .read)
    #expect(wire.deadline == 60)
    wire.now = 50
    for byte in ["G", "E", "T", " "] {
      #expect(wire.receive(byte) == .read)
      #expect(wire.deadline == 60)
      wire.now += 2
    }
    wire.now = 60
    #expect(wire.pass() == .send)
    #expect(wire.answers.last == "408")
  }

  @Test func `an idle connection is ended`() {
    var wire = Wire(deadlines: deadlines)
    wire.now = 5
    #expect(wire.receive(get) == .send)
    #expect(wire.send() == .read)
    #expect(wire.deadline == 65)
    wire.now = 65
    #expect(wire.pass() == .finish)
    #expect(wire.finished() == .read)
    #expect(wire.deadline == 67)
    wire.now = 67
    #expect(wire.pass() == .close)
  }

  @Test func `a body has to keep up a rate`() {
    var wire = Wire(deadlines: deadlines)
    #expect(wire.receive("POST /a HTTP/1.1\r\nHost: a\r\nContent-Length: 50000\r\n\r\n") == .read)
    #expect(wire.deadline == 5)
    wire.now = 4
    #expect(wire.receive(String(repeating: "x", count: 3000)) == .read)
    #expect(wire.deadline == 8)
    wire.now = 8
    #expect(wire.pass() == .send)
    #expect(wire.answers == ["408"])
    #expect(wire.send() == .finish)
  }

  @Test func `a body has a time in total, whatever its rate`() {
    var wire = Wire(deadlines: deadlines)
    #expect(wire.receive("POST /a HTTP/1.1\r\nHost: a\r\nContent-Length: 50000\r\n\r\n") == .read)
    wire.now = 20
    #expect(wire.receive(String(repeating: "x", count: 40_000)) == .read)
    #expect(wire.deadline == 30)
  }

  @Test func `a chunked body is timed by what came, its framing included`() {
    var wire = Wire(deadlines: deadlines)
    let head = "POST /a HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
    #expect(wire.receive(head) == .read)
    #expect(wire.receive(String(repeating: "1\r\na\r\n", count: 500)) == .read)
    #expect(wire.deadline == 8)
  }

  @Test func `a client that takes nothing is let go`() {
    var wire = Wire(deadlines: deadlines)
    #expect(wire.receive(get) == .send)
    wire.now = 1
    wire.stall(progressed: true)
    #expect(wire.deadline == 21)
    wire.now = 15
    wire.stall(progressed: false)
    #expect(wire.deadline == 21)
    wire.now = 16
    wire.stall(progressed: true)
    #expect(wire.deadline == 36)
    wire.now = 36
    #expect(wire.pass() == .close)
  }

  @Test func `a client that takes what the kernel holds is waited for`() {
    var wire = Wire(deadlines: deadlines)
    #expect(wire.receive(get) == .send)
    wire.stall(progressed: true)
    wire.now = 19
    wire.took(held: 100_000)
    #expect(wire.deadline == 39)
    wire.stall(progressed: false)
    #expect(wire.deadline == 39)
  }

  @Test func `after the end the client's time begins when it has taken all`() {
    var wire = Wire(deadlines: deadlines)
    #expect(wire.receive("(") == .send)
    #expect(wire.send(held: 90) == .finish)
    #expect(wire.finished(held: 90) == .read)
    #expect(wire.deadline == 20)
    wire.now = 15
    wire.took(held: 10)
    #expect(wire.deadline == 35)
    wire.now = 16
    wire.took(held: 0)
    #expect(wire.deadline == 18)
    wire.now = 18
    #expect(wire.pass() == .close)
  }

  @Test func `a stop does not wait until the client has taken all`() {
    var wire = Wire(deadlines: deadlines)
    wire.stop()
    #expect(wire.receive("(") == .send)
    #expect(wire.send(held: 90) == .finish)
    #expect(wire.finished(held: 90) == .read)
    #expect(wire.deadline == 2)
    wire.now = 1
    wire.took(held: 80)
    #expect(wire.deadline == 2)
    var earlier = Wire(deadlines: deadlines)
    #expect(earlier.receive("(") == .send)
    #expect(earlier.send(held: 90) == .finish)
    #expect(earlier.finished(held: 90) == .read)
    earlier.stop()
    #expect(earlier.deadline == 2)
  }

  @Test func `the socket that never took a byte starts the clock too`() {
    var wire = Wire(deadlines: deadlines)
    #expect(wire.receive(get) == .send)
    wire.stall(progressed: false)
    #expect(wire.deadline == 20)
  }

  @Test func `once a slow client has taken all its own time begins anew`() {
    var wire = Wire(deadlines: deadlines)
    #expect(wire.receive(get) == .send)
    wire.stall(progressed: false)
    wire.now = 19
    #expect(wire.send() == .read)
    #expect(wire.deadline == 79)
  }

  // MARK: Stopping

  @Test func `an idle client has a short grace when the server stops`() {
    var wire = Wire(deadlines: deadlines)
    #expect(wire.receive(get) == .send)
    #expect(wire.send() == .read)
    wire.stop()
    #expect(wire.deadline == 1)
    wire.now = 0.5
    #expect(wire.receive(get) == .send)
    #expect(wire.sent.contains("\r\nConnection: close\r\n"))
    #expect(wire.send() == .finish)
  }

  @Test func `after the grace an idle client is left without a word`() {
    var wire = Wire(deadlines: deadlines)
    wire.stop()
    #expect(wire.deadline == 1)
    wire.now = 1
    #expect(wire.pass() == .finish)
    #expect(wire.answers.isEmpty)
  }

  @Test func `what is under way when the server stops is answered`() {
    var wire = Wire(deadlines: deadlines)
    #expect(wire.receive("POST /a HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhe") == .read)
    wire.stop()
    #expect(wire.deadline == 5.002)
    wire.now = 2
    #expect(wire.receive("llo") == .send)
    #expect(wire.answers == ["200 POST /a [hello]"])
    #expect(wire.sent.contains("\r\nConnection: close\r\n"))
    #expect(wire.send() == .finish)
  }

  @Test func `a head under way when the server stops keeps its time`() {
    var wire = Wire(deadlines: deadlines)
    #expect(wire.receive("GET /a HT") == .read)
    wire.stop()
    #expect(wire.deadline == 10)
    #expect(wire.receive("TP/1.1\r\nHost: a\r\n\r\n") == .send)
    #expect(wire.send() == .finish)
  }
}
