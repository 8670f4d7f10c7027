/// Everything long: the last that is taken, and the first that is not (the limits' defaults).
enum LengthCases {
  typealias Case = ConformanceCase

  static let all = family("long everything", heads, fields, bodies)

  private static func run(_ letter: String, _ count: Int) -> String {
    String(repeating: letter, count: count)
  }

  private static func target(_ count: Int) -> String { "/\(run("a", count - 1))" }

  private static let heads: [Case] = [
    Case("3", "a method", line: "\(run("M", 256)) / HTTP/1.1", .kept("405 \(run("M", 256)) / []")),
    Case("3", "a method too long", line: "\(run("M", 257)) / HTTP/1.1", .refused(501)),
    Case("3", "a method without an end", run("M", 300), .refused(501)),
    Case("3", "a target", target: target(8192), .kept("200 GET \(target(8192)) []")),
    Case("3", "a target too long", target: target(8193), .refused(414)),
    Case("3", "a target without an end", "GET \(target(9000))", .refused(414)),
    Case("3", "a query", target: "/?\(run("a", 8190))", .kept("200 GET /?\(run("a", 8190)) []")),
    Case("3", "a query too long", target: "/?\(run("a", 8191))", .refused(414)),
    Case(
      "3", "many parameters", target: "/?\(run("a&", 4000))",
      .kept("200 GET /?\(run("a&", 4000)) []")),
    Case("3", "many segments", target: run("/", 8192), .kept("200 GET \(run("/", 8192)) []")),
    Case(
      "3", "escapes", target: "/\(run("%41", 2730))", .kept("200 GET /\(run("%41", 2730)) []")),
    Case("3", "an address", target: "http://\(run("a", 8184))/", .kept("200 GET / []")),
    Case("3", "an address too long", target: "http://\(run("a", 8185))/", .refused(414)),
    Case("2.3", "a version", line: "GET / HTTP/\(run("1", 100))", .bad),
    Case("2.2", "blanks behind the version", line: "GET / HTTP/1.1\(run(" ", 9000))", .bad),
    Case(
      "2.2", "empty lines in front", "\(run("\r\n", 500))GET / HTTP/1.1\r\nHost: a\r\n\r\n", .bad),
    Case("2.2", "0.9 without an end", run("A", 40_000), .refused(501)),
  ]

  /// A line of exactly so many bytes.
  private static func line(_ count: Int) -> String { "A:\(run("b", count - 2))" }

  /// Fields that fill a head to exactly so many bytes; 32 are the rest of it.
  private static func fill(_ count: Int) -> String {
    let whole = (0..<4).map { _ in line(7000) }.joined(separator: "\r\n")
    return "\(whole)\r\n\(line(count - 28_008 - 32))"
  }

  private static let fields: [Case] = [
    Case("5.4", "a line", field: line(8192), .ok),
    Case("5.4", "a line too long", field: line(8193), .refused(431)),
    Case("5.4", "a line without an end", "GET / HTTP/1.1\r\nA: \(run("b", 9000))", .refused(431)),
    Case("5.4", "a name", field: "\(run("A", 8191)):", .ok),
    Case("5.4", "a name too long", field: "\(run("A", 8192)):", .refused(431)),
    Case("5.4", "a name without an end", "GET / HTTP/1.1\r\n\(run("A", 9000))", .refused(431)),
    Case("5.4", "blanks before a value", field: "A:\(run(" ", 8190))", .ok),
    Case("5.4", "blanks before a value, too long", field: "A:\(run(" ", 8191))", .refused(431)),
    Case("5.4", "fields", field: run("A: b\r\n", 98) + "A: b", .ok),
    Case("5.4", "fields too many", field: run("A: b\r\n", 99) + "A: b", .refused(431)),
    Case("5.4", "a head", field: fill(32_768), .ok),
    Case("5.4", "a head too long", field: fill(32_769), .refused(431)),
    Case("7.2", "a host", host: run("a", 8000), .ok),
    Case("7.2", "a host too long", host: run("a", 8200), .refused(431)),
    Case("7.2", "a port", host: "a:\(run("0", 4000))80", .ok),
    Case(
      "9.6", "connection options", field: "Connection: \(run("x,", 4000))close",
      .closed("200 GET / []")),
    Case("6.1", "codings", field: "Transfer-Encoding: \(run("x,", 4000))chunked", .refused(501)),
    Case("8.6", "a length of zeros", field: "Content-Length: \(run("0", 8000))", .ok),
    Case("8.6", "a length of nines", field: "Content-Length: \(run("9", 8000))", .bad),
    Case("5.3", "Accept", field: "Accept: \(run("a/b,", 2000))", .ok),
    Case("5.3", "open quotes", field: "Accept: \(run("\"", 8000))", .ok),
  ]

  private static let bodies: [Case] = [
    Case("6.3", "a body too large", post: "Content-Length: 1048577", "", .refused(413)),
    Case("6.3", "a body as large as can be", post: "Content-Length: 1048576", "", .waiting),
    Case("7.1", "a chunk too large", chunks: "100001\r\n", .refused(413)),
    Case("7.1", "a chunk as large as can be", chunks: "100000\r\n", .waiting),
    Case("7.1.1", "an extension", chunks: "0;\(run("a", 255))\r\n\r\n", .empty),
    Case("7.1.1", "an extension too long", chunks: "0;\(run("a", 256))\r\n\r\n", .bad),
    Case("7.1.1", "an extension without an end", chunks: "0;\(run("a", 300))", .bad),
    Case("7.1.1", "a text too long", chunks: "0;a=\"\(run("b", 300))", .bad),
    Case("7.1.1", "blanks too many", chunks: "0\(run(" ", 300))", .bad),
    Case(
      "7.1.1", "extensions of a body", chunks: "\(run("1;\(run("a", 127))\r\nx\r\n", 32))0\r\n\r\n",
      .kept("405 POST /p [\(run("x", 32))]")),
    Case(
      "7.1.1", "extensions of a body, too long",
      chunks: "\(run("1;\(run("a", 127))\r\nx\r\n", 32))0;\r\n\r\n", .bad),
    Case("7.1.2", "trailers", chunks: "0\r\n\(run("A: b\r\n", 16))\r\n", .empty),
    Case("7.1.2", "trailers too many", chunks: "0\r\n\(run("A: b\r\n", 17))\r\n", .bad),
    Case("7.1.2", "a trailer", chunks: "0\r\nA:\(run("b", 4092))\r\n\r\n", .empty),
    Case("7.1.2", "a trailer too long", chunks: "0\r\nA:\(run("b", 4093))\r\n\r\n", .bad),
    Case("7.1.2", "a trailer without an end", chunks: "0\r\n\(run("A", 5000))", .bad),
    Case("7.1", "a size without an end", chunks: run("0", 100), .bad),
    Case(
      "7.1", "many chunks", chunks: "\(run("1\r\nx\r\n", 500))0\r\n\r\n",
      .kept("405 POST /p [\(run("x", 500))]")),
  ]
}
