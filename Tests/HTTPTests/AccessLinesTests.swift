import HTTP
import Synchronization
import Testing

@Suite struct AccessLinesTests {
  /// An exchange that writes its lines; the clock stands 1,500,000 ns behind its time.
  private struct Logged {
    var context: ExchangeContext
    private var exchange: Exchange
    private var output = Output()

    init(
      from address: String = "192.0.2.7", proxies: [String] = [], limits: Limits = Limits(),
      log: Bool = true
    ) throws {
      let proxies = try proxies.map { try #require(Network($0)) }
      context = ExchangeContext(
        application: Application(
          respond: { head, _, _ in
            var response = Response(.ok, body: Array("hello".utf8))
            if head.path.count == 7 { response = Response(.ok, pieces: Halves()) }
            response.mayRepeat = true
            return response
          }, refuse: { Response($0.status, body: Array("no".utf8)) }), limits: limits,
        deadlines: Deadlines(), now: Instant(nanoseconds: 1_000_000),
        date: DateLine(secondsSince1970: 0))
      if log {
        context.log = AccessLines(proxies: proxies, clock: { 2_500_000 })
        context.log?.begin(secondsSince1970: 784_111_777)
      }
      let peer = Peer(try #require(IPAddress(text: address.utf8)), proxies: proxies)
      exchange = Exchange(context, peer: peer)
    }

    mutating func receive(_ text: String) {
      let bytes = Array(text.utf8)
      _ = exchange.receive(bytes.span, &context, &output)
      while output.isUnfinished {
        output.makePiece()
        exchange.made(&output, &context)
      }
      output = Output()
      _ = exchange.sent(context)
    }

    mutating func breakOff(_ text: String) {
      let bytes = Array(text.utf8)
      _ = exchange.receive(bytes.span, &context, &output)
      exchange.brokeOff(&context)
    }

    /// The client sends no more behind `text`, or not in time.
    mutating func end(_ text: String, late: Bool) {
      let bytes = Array(text.utf8)
      let (taken, _) = exchange.receive(bytes.span, &context, &output)
      output = Output()
      _ = exchange.sent(context)
      let unread = Array(bytes.dropFirst(taken))
      _ =
        late
        ? exchange.passed(unread: unread.span, &context, &output)
        : exchange.ended(unread: unread.span, &context, &output)
    }

    /// Where in memory the lines begin.
    var place: Int? {
      context.log?.bytes.withUnsafeBufferPointer { Int(bitPattern: $0.baseAddress) }
    }

    var lines: [String] {
      String(decoding: context.log?.bytes ?? [], as: UTF8.self).split(
        separator: "\n", omittingEmptySubsequences: false
      ).map(String.init)
    }
  }

  private final class Halves: Pieces {
    private var isSecond = false

    func next(onto bytes: inout [UInt8]) -> Bool {
      bytes += [1, 2, 3]
      defer { isSecond = true }
      return !isSecond
    }
  }

  private static func request(_ target: String = "/", _ fields: String...) -> String {
    (["GET \(target) HTTP/1.1", "Host: h"] + fields).joined(separator: "\r\n") + "\r\n\r\n"
  }

  private static let opening = #"{"time":"1994-11-06T08:49:37Z","client":"192.0.2.7","#
  private static let middle = #""method":"GET","target":"/","status":200"#
  private static let end = #","microseconds":1500}"#

  @Test func `a line says who asked what, and what became of it`() throws {
    var logged = try Logged()
    logged.receive(
      Self.request("/", "User-Agent: curl/8", "Referer: http://a/", "Accept: text/html"))
    #expect(
      logged.lines == [
        Self.opening + Self.middle
          + #","userAgent":"curl/8","referer":"http://a/","bytes":5"# + Self.end, "",
      ])
    #expect(logged.context.log?.count == 1)
  }

  @Test func `a head that is known has the same line as one that is not`() throws {
    var logged = try Logged()
    for _ in 0..<3 { logged.receive(Self.request("/", "User-Agent: x")) }
    #expect(logged.context.counts[.knownHeads] == 2)
    #expect(Set(logged.lines.dropLast()).count == 1)
    #expect(logged.lines.count == 4)
  }

  @Test func `nothing is written where no log is kept`() throws {
    var logged = try Logged(log: false)
    logged.receive(Self.request())
    #expect(logged.context.log == nil)
  }

  @Test func `a streamed answer has its line once it is whole, with all its bytes`() throws {
    var logged = try Logged()
    logged.receive(Self.request("/pieces"))
    #expect(logged.lines.first?.hasSuffix(#","status":200,"bytes":6"# + Self.end) == true)
    #expect(logged.lines.count == 2)
  }

  @Test func `a streamed answer that breaks off says so`() throws {
    var logged = try Logged()
    logged.breakOff(Self.request("/pieces"))
    #expect(logged.lines.first?.hasSuffix(#","status":200,"bytes":null"# + Self.end) == true)
    #expect(logged.lines.count == 2)
  }

  private static let agent = "Host: h\r\nUser-Agent: curl/8\r\n"

  @Test(arguments: [
    ("(", #""method":null,"target":null,"status":400"#),
    ("GET", nil), ("\r\n\r\n", #""method":null,"target":null,"status":400"#),
    ("GET /a\u{1}", #""method":"GET","target":null,"status":400"#),
    ("GET / HTTP/1.1\n", #""method":"GET","target":"/","status":400"#),
    ("GET / HTTP/1.1\r\nX\r\n\r\n", #""method":"GET","target":"/","status":400"#),
    (
      "GET /a HTTP/1.1\r\n\(agent)X\r\n\r\n",
      #""method":"GET","target":"/a","status":400,"userAgent":"curl/8""#
    ),
    (
      "GET /?a=% HTTP/1.1\r\n\(agent)\r\n",
      #""method":"GET","target":"/?a=%","status":400,"userAgent":"curl/8""#
    ),
    ("GET /?a=% HTTP/1.1\r\n", #""method":"GET","target":"/?a=%","status":400"#),
    (
      "GET /?a=% HTTP/1.1\r\n\(agent)X",
      #""method":"GET","target":"/?a=%","status":400,"userAgent":"curl/8""#
    ),
    (
      "PUT / HTTP/2.0\r\n\(agent)\r\n",
      #""method":"PUT","target":"/","status":505,"userAgent":"curl/8""#
    ),
    (
      "POST /b HTTP/1.1\r\n\(agent)Content-Length: 9999999\r\n\r\n",
      #""method":"POST","target":"/b","status":413,"userAgent":"curl/8""#
    ),
    (
      "POST /b HTTP/1.1\r\n\(agent)Transfer-Encoding: chunked\r\n\r\nx\r\n",
      #""method":"POST","target":"/b","status":400,"userAgent":"curl/8""#
    ),
  ]) func `a refused request has a line, without words that may be half read`(
    _ request: String, _ said: String?
  ) throws {
    var logged = try Logged()
    logged.receive(Self.request())
    logged.receive(request)
    #expect(
      logged.lines.dropFirst().first == said.map { Self.opening + $0 + #","bytes":2"# + Self.end }
        ?? "")
  }

  @Test(
    arguments: [
      ("", nil), ("\r\n", nil), ("GET", #""method":null,"target":null"#),
      ("GET /a", #""method":"GET","target":null"#),
      ("GET /a HTTP/1.1", #""method":"GET","target":"/a""#),
      ("GET /a HTTP/1.1\r\n\(agent)X", #""method":"GET","target":"/a","#),
      (
        "POST /b HTTP/1.1\r\n\(agent)Content-Length: 9\r\n\r\n1", #""method":"POST","target":"/b","#
      ),
      (
        "POST /b HTTP/1.1\r\n\(agent)Transfer-Encoding: chunked\r\n\r\n1\r\n",
        #""method":"POST","target":"/b","#
      ),
    ], [false, true]) func `a request that ends or is late has a line that says what came of it`(
      _ request: (String, String?), isLate: Bool
    ) throws
  {
    var logged = try Logged()
    logged.end(Self.request("/") + request.0, late: isLate)
    let line = logged.lines.dropFirst().first ?? ""
    guard let said = request.1 else {
      #expect(line.isEmpty)
      return
    }
    #expect(line.hasPrefix(Self.opening + said))
    #expect(line.contains(#""status":\#(isLate ? 408 : 400)"#))
    #expect(line.contains(#","userAgent":"curl/8""#) == request.0.contains("curl"))
  }

  @Test(arguments: [
    ("GET /?a=% HTTP/1.1\r\nHost: h\r\n", "\r\n", true),
    ("GET /?a=% HTTP/1.1\r\nHost: h\r\n", "", false),
    ("GET / HTTP/1.1\r\nHost: h\r\nContent-Length: 9999999\r\n", "\r\n", true),
    ("GET / HTTP/1.1\r\n", "\r\n", true), ("GET / HTTP/1.1\r\n", "X\r\n\r\n", false),
  ]) func `a proxy is believed about who was refused, if the head came whole`(
    _ opening: String, _ end: String, _ isBelieved: Bool
  ) throws {
    var logged = try Logged(from: "10.0.0.1", proxies: ["10.0.0.0/8"])
    logged.receive("\(opening)X-Forwarded-For: 198.51.100.1\r\n\(end)")
    let line = try #require(logged.lines.first)
    #expect(line.contains(#""client":"198.51.100.1","proxy":"10.0.0.1","#) == isBelieved)
    #expect(line.contains(#""client":"10.0.0.1","method""#) == !isBelieved)
  }

  @Test(arguments: [
    (#"a"b\c"#, #"a\"b\\c"#), ("a\tb", #"a\u0009b"#), ("é", #"\u00c3\u00a9"#),
    ("\u{2028}", #"\u00e2\u0080\u00a8"#), ("\u{7F}", nil),
    (String(repeating: "x", count: 3000), String(repeating: "x", count: 2048) + #"\u2026"#),
  ])
  func `no byte of a client gets out of its string`(_ agent: String, _ written: String?) throws {
    var logged = try Logged()
    logged.receive(Self.request("/", "User-Agent: \(agent)"))
    let line = try #require(logged.lines.first)
    if let written {
      #expect(line.contains(#","userAgent":"\#(written)","bytes""#))
    } else {
      #expect(line.contains(#""status":400"#))
    }
    #expect(line.utf8.allSatisfy { (0x20...0x7E).contains($0) })
  }

  @Test(arguments: [
    ("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01", true),
    ("cc-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-more", true),
    ("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-more", false),
    ("cc-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01more", false),
    ("ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01", false),
    ("00-0AF7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01", false),
    ("00-00000000000000000000000000000000-b7ad6b7169203331-01", false),
    ("00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01", false),
    ("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-0", false),
    ("00-0af7651916cd43dd8448eb211c80319c_b7ad6b7169203331-01", false),
    ("00-0af7651916cd43dd8448eb211c8031-c-b7ad6b7169203331-01", false), ("", false),
  ])
  func `a traceparent is passed on if it is one`(_ value: String, _ isOne: Bool) throws {
    var logged = try Logged()
    logged.receive(Self.request("/", "Traceparent: \(value)"))
    let line = try #require(logged.lines.first)
    #expect(line.contains(#","traceparent":"\#(value)","bytes""#) == isOne)
    #expect(line.contains("traceparent") == isOne)
  }

  @Test(arguments: [
    (["X-Forwarded-For: 198.51.100.1"], "198.51.100.1"),
    (["X-Forwarded-For: 198.51.100.1:4711"], "198.51.100.1"),
    (["X-Forwarded-For: 6.6.6.6, 198.51.100.1"], "198.51.100.1"),
    (["X-Forwarded-For: 6.6.6.6, 198.51.100.1, 10.0.0.9"], "198.51.100.1"),
    (["X-Forwarded-For: 6.6.6.6", "X-Forwarded-For: 198.51.100.1"], "198.51.100.1"),
    (["X-Forwarded-For: 2001:db8::1"], "2001:db8::1"),
    (["X-Forwarded-For: [2001:db8::1]:443"], "2001:db8::1"),
    (["X-Forwarded-For: 10.0.0.9"], "10.0.0.9"),
    (["X-Forwarded-For: 198.51.100.1, nonsense"], nil), (["X-Forwarded-For: "], nil),
    (["Forwarded: for=198.51.100.1"], "198.51.100.1"),
    (["Forwarded: proto=https; FOR=\"[2001:db8::1]:443\""], "2001:db8::1"),
    (["Forwarded: for=6.6.6.6, for=198.51.100.1;by=10.0.0.1"], "198.51.100.1"),
    (["Forwarded: for=6.6.6.6, for=unknown"], nil), (["Forwarded: by=10.0.0.1"], nil),
    ([#"Forwarded: for=203.0.113.9;host="x,for=6.6.6.6;z""#], "203.0.113.9"),
    ([#"Forwarded: host="x;for=6.6.6.6";for=203.0.113.9"#], "203.0.113.9"),
    ([#"Forwarded: host="a\",for=6.6.6.6";for=203.0.113.9"#], "203.0.113.9"),
    // A quote that a client left open takes in what its proxy says.
    ([#"Forwarded: for=6.6.6.6;host="x"#, "Forwarded: for=203.0.113.9"], nil),
    ([#"Forwarded: for=6.6.6.6;host="x"#, #"Forwarded: for="203.0.113.9""#], nil),
    ([#"Forwarded: for=6.6.6.6;host="x\"#, #"Forwarded: for="203.0.113.9""#], nil),
    ([#"Forwarded: for=6.6.6.6;host="x"y"#], nil), ([#"Forwarded: for=6.6.6.6"x""#], nil),
    ([#"Forwarded: for=""#], nil), ([#"Forwarded: for="6.6.6.6\""#], nil),
    (["Forwarded: for=198.51.100.1", "X-Forwarded-For: 198.51.100.1"], "198.51.100.1"),
    (["Forwarded: for=6.6.6.6", "X-Forwarded-For: 198.51.100.1"], nil),
  ])
  func `a proxy is believed about its client, by what stands nearest to it`(
    _ fields: [String], _ client: String?
  ) throws {
    let request =
      (["GET / HTTP/1.1", "Host: h"] + fields).joined(separator: "\r\n") + "\r\n\r\n"
    let said = client.map { #""client":"\#($0)","proxy":"10.0.0.1","# }
    var logged = try Logged(from: "10.0.0.1", proxies: ["10.0.0.0/8"])
    // Read the first time, known then.
    for _ in 0..<3 { logged.receive(request) }
    for line in logged.lines.dropLast() {
      #expect(line.contains(said ?? #""client":"10.0.0.1","method""#))
    }
    #expect(logged.context.counts[.knownHeads] == 2)
    var stranger = try Logged(from: "192.0.2.7", proxies: ["10.0.0.0/8"])
    stranger.receive(request)
    #expect(stranger.lines.first?.contains(#""client":"192.0.2.7","method""#) == true)
  }

  @Test func `lines for which there is no room are lost and counted`() throws {
    var logged = try Logged()
    let request = Self.request("/\(String(repeating: "x", count: 2000))")
    for _ in 0..<600 { logged.receive(request) }
    let lines = try #require(logged.context.log)
    #expect(lines.bytes.count < 1 << 20 + 4096)
    #expect(lines.lost > 0)
    #expect(lines.count + lines.lost == 600)
    let taken = logged.context.log?.take(room: 0)
    #expect(taken?.lost == lines.lost)
    logged.receive(request)
    #expect(logged.context.log?.count == 1)
  }

  @Test func `lines that wait are not copied when one more is written`() throws {
    var logged = try Logged()
    _ = logged.context.log?.take(room: 4096)
    let place = logged.place
    // The first of a head that was not known, the others of one that was.
    for count in 1...3 {
      logged.receive("GET /a HTTP/1.1\r\nHost: a\r\n\r\n")
      #expect(logged.context.log?.count == count)
      #expect(logged.place == place)
    }
  }
}
