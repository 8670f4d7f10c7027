/// Requests hidden in requests, by every trick that has worked somewhere: whoever sends `GET /x`
/// in a body must find that it was not answered, or that nothing at all was kept.
enum SmugglingCases {
  typealias Case = ConformanceCase

  static let all =
    family("CL.TE and TE.CL", both) + family("TE.TE", disguises) + family("CL.0 and 0.CL", zero)
    + family("chunk tricks", chunks) + family("field tricks", fields)
    + family("splitting", splitting) + family("queue poisoning", queues)

  private static let hidden = "GET /x HTTP/1.1\r\nHost: a\r\n\r\n"
  /// The same as a body, without its line ends.
  private static let seen = "GET /x HTTP/1.1Host: a"
  private static let behind = "0\r\n\r\n\(hidden)"
  private static let x = "200 GET /x []"

  private static let both: [Case] = [
    Case("6.3", "CL.TE", post: "Content-Length: 33\r\nTransfer-Encoding: chunked", behind, .bad),
    Case("6.3", "TE.CL", post: "Transfer-Encoding: chunked\r\nContent-Length: 4", behind, .bad),
    Case(
      "6.3", "CL.TE of a GET",
      get: "Content-Length: 6\r\nTransfer-Encoding: chunked", behind, .bad),
    Case("6.3", "CL.CL", post: "Content-Length: 0\r\nContent-Length: 28", hidden, .bad),
    Case(
      "6.3", "CL.CL, the other way round", post: "Content-Length: 28\r\nContent-Length: 0", hidden,
      .bad),
    Case("6.3", "CL.CL in a list", post: "Content-Length: 0, 28", hidden, .bad),
    Case("6.3", "CL.CL of zeros", post: "Content-Length: 0, 0", hidden, .bad),
    Case(
      "6.3", "TE.TE and CL",
      post: "Transfer-Encoding: x\r\nTransfer-Encoding: chunked\r\nContent-Length: 4", "", .bad),
    Case(
      "6.3", "CL, TE of 1.0",
      "POST / HTTP/1.0\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n\(behind)", .bad),
    Case(
      "6.1", "TE of 1.0 kept alive",
      "POST / HTTP/1.0\r\nConnection: keep-alive\r\nTransfer-Encoding: chunked\r\n\r\n\(behind)",
      .bad),
    Case(
      "6.3", "CL hidden in Connection", post: "Connection: Content-Length\r\nContent-Length: 28",
      hidden, .kept("405 POST /p [\(seen)]")),
    Case(
      "6.3", "TE hidden in Connection",
      post: "Connection: Transfer-Encoding\r\nTransfer-Encoding: chunked", "0\r\n\r\n", .empty),
    Case("6.3", "Host hidden in Connection", field: "Connection: Host", .ok),
  ]

  private static let disguises: [Case] = [
    Case(
      "5.1", "a space before the colon", post: "Content-Length: 3\r\nTransfer-Encoding : chunked",
      behind, .bad),
    Case(
      "5.1", "a tab before the colon", post: "Content-Length: 3\r\nTransfer-Encoding\t: chunked",
      behind, .bad),
    Case(
      "5.2", "folded onto the field before",
      post: "Content-Length: 3\r\nX: y\r\n Transfer-Encoding: chunked", behind, .bad),
    Case(
      "5.2", "its value folded", post: "Content-Length: 3\r\nTransfer-Encoding:\r\n chunked",
      behind, .bad),
    Case(
      "5.2", "its value folded with a tab",
      post: "Content-Length: 3\r\nTransfer-Encoding:\r\n\tchunked", behind, .bad),
    Case(
      "2.2", "behind a bare LF", post: "Content-Length: 3\r\nX: y\nTransfer-Encoding: chunked",
      behind, .bad),
    Case(
      "2.2", "behind a bare CR", post: "Content-Length: 3\r\nX: y\rTransfer-Encoding: chunked",
      behind, .bad),
    Case(
      "5.5", "behind a NUL", post: "Content-Length: 3\r\nX: y\0Transfer-Encoding: chunked", behind,
      .bad),
    Case(
      "5.1", "a NUL in the name", post: "Content-Length: 3\r\nTransfer\0-Encoding: chunked", behind,
      .bad),
    Case(
      "5.1", "LF in the name", post: "Content-Length: 3\r\nTransfer-\nEncoding: chunked", behind,
      .bad),
    Case(
      "5.1", "a DEL in the name", post: "Content-Length: 3\r\nTransfer-Encoding\u{7F}: chunked",
      behind, .bad),
    Case(
      "5.1", "0xFF in the name",
      Array("POST /p HTTP/1.1\r\nHost: a\r\nTransfer-Encoding".utf8) + [0xFF]
        + Array(": chunked\r\n\r\n".utf8), .bad),
    Case(
      "5.5", "a vertical tab before the value",
      post: "Content-Length: 3\r\nTransfer-Encoding:\u{B}chunked", behind, .bad),
    Case(
      "5.5", "a form feed before the value",
      post: "Content-Length: 3\r\nTransfer-Encoding:\u{C}chunked", behind, .bad),
    Case(
      "5.5", "CR before the value", post: "Content-Length: 3\r\nTransfer-Encoding:\rchunked",
      behind, .bad),
    Case(
      "5.5", "LF before the value", post: "Content-Length: 3\r\nTransfer-Encoding:\nchunked",
      behind, .bad),
    Case("5", "no colon", post: "Content-Length: 3\r\nTransfer-Encoding chunked", behind, .bad),
    Case(
      "5", "an equals sign", post: "Content-Length: 3\r\nTransfer-Encoding=chunked", behind, .bad),
    Case("5", "two colons", post: "Content-Length: 3\r\nTransfer-Encoding:: chunked", behind, .bad),
    Case(
      "6.3", "a tab before the value", post: "Content-Length: 3\r\nTransfer-Encoding:\tchunked",
      behind, .bad),
    Case(
      "6.3", "no blank before the value", post: "Content-Length: 3\r\nTransfer-Encoding:chunked",
      behind, .bad),
    Case("6.3", "xchunked", post: "Content-Length: 3\r\nTransfer-Encoding: xchunked", behind, .bad),
    Case(
      "6.3", "chunked, identity", post: "Content-Length: 3\r\nTransfer-Encoding: chunked, identity",
      behind, .bad),
    Case(
      "6.3", "identity, chunked", post: "Content-Length: 3\r\nTransfer-Encoding: identity, chunked",
      behind, .bad),
    Case(
      "6.3", "identity, then chunked",
      post: "Transfer-Encoding: identity\r\nTransfer-Encoding: chunked", behind, .refused(501)),
    Case(
      "6.3", "chunked, then identity",
      post: "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity", behind, .bad),
    Case(
      "6.3", "chunked and an unknown word", post: "Transfer-Encoding: chunked, foo", behind, .bad),
    Case(
      "6.3", "an unknown word and chunked", post: "Transfer-Encoding: foo, chunked", behind,
      .refused(501)),
    Case("6.3", "in braces", post: "Transfer-Encoding: {chunked}", behind, .bad),
    Case("6.3", "a backslash", post: "Transfer-Encoding: chun\\ked", behind, .bad),
    Case(
      "6.3", "percent-encoded is a name", post: "Transfer-Encoding: chunke%64", behind,
      .refused(501)),
    Case("6.3", "a comma for a blank", post: "Transfer-Encoding:,chunked", behind, .bad),
    Case(
      "6.3", "a name with an underscore is no coding",
      post: "Content-Length: 0\r\nTransfer_Encoding: chunked", hidden, .kept("405 POST /p []", x)),
    Case(
      "6.3", "a name with a dot is no coding",
      post: "Content-Length: 0\r\nTransfer.Encoding: chunked", hidden, .kept("405 POST /p []", x)),
    Case(
      "6.3", "a prefixed name is no coding",
      post: "Content-Length: 0\r\nX-Transfer-Encoding: x", hidden, .kept("405 POST /p []", x)),
    Case(
      "6.3", "its name in the value of another",
      post: "Content-Length: 0\r\nX: Transfer-Encoding: chunked", hidden, .kept("405 POST /p []", x)
    ),
  ]

  private static let zero: [Case] = [
    Case(
      "6.3", "a body of a GET is no request", get: "Content-Length: 28", hidden,
      .kept("200 GET / [\(seen)]")),
    Case(
      "6.3", "a body of a HEAD is no request",
      "HEAD / HTTP/1.1\r\nHost: a\r\nContent-Length: 28\r\n\r\n\(hidden)",
      .kept("200 HEAD / [\(seen)]")),
    Case(
      "6.3", "a body of a POST is no request", post: "Content-Length: 28", hidden,
      .kept("405 POST /p [\(seen)]")),
    Case(
      "6.3", "a chunked body of a GET is no request",
      get: "Transfer-Encoding: chunked", "1c\r\n\(hidden)\r\n0\r\n\r\n",
      .kept("200 GET / [\(seen)]")),
    Case("8.6", "-0 and a request", post: "Content-Length: -0", hidden, .bad),
    Case("8.6", "+0 and a request", post: "Content-Length: +0", hidden, .bad),
    Case("8.6", "0x1c", post: "Content-Length: 0x1c", hidden, .bad),
    Case("8.6", "a blank before the colon", post: "Content-Length : 28", hidden, .bad),
    Case("8.6", "folded", post: "Content-Length:\r\n 28", hidden, .bad),
    Case("8.6", "a form feed", post: "Content-Length: 2\u{C}8", hidden, .bad),
    Case(
      "8.6", "an underscored name is no length", post: "Content_Length: 28", hidden,
      .kept("405 POST /p []", x)),
    Case(
      "8.6", "a name that ends early is no length", post: "Content-Lengt: 28", hidden,
      .kept("405 POST /p []", x)),
    Case(
      "8.6", "a name with a digit more is no length", post: "Content-Length1: 28", hidden,
      .kept("405 POST /p []", x)),
    Case(
      "10.1.1", "an expectation does not change it",
      post: "Expect: 100-continue\r\nContent-Length: 28", hidden,
      .kept("405 POST /p [\(seen)]")),
    Case(
      "10.1.1", "a false expectation ends it", post: "Expect: x\r\nContent-Length: 28", hidden,
      .refused(417)),
    Case(
      "9.3", "an upgrade does not change it",
      post: "Connection: Upgrade\r\nUpgrade: h2c\r\nContent-Length: 28", hidden,
      .kept("405 POST /p [\(seen)]")),
  ]

  private static let chunks: [Case] = [
    Case("7.1", "LF ends the size for some", chunks: "0\n\n\(hidden)", .bad),
    Case("7.1", "LF in an extension", chunks: "0;\n\r\n\(hidden)", .bad),
    Case(
      "7.1", "LF behind an extension's name", chunks: "2;a\nxx\r\n30\r\n0\r\n\r\n\(hidden)", .bad),
    Case("7.1", "CR in an extension", chunks: "0;a\r\r\n\r\n\(hidden)", .bad),
    Case("7.1", "CR and a letter in an extension", chunks: "5;\rx\nhello\r\n0\r\n\r\n", .bad),
    Case("7.1", "LF in quotes", chunks: "5;a=\"\n", .bad),
    Case("7.1", "an end of LF behind content", chunks: "5\r\nhello\n0\r\n\r\n\(hidden)", .bad),
    Case("7.1", "an end of two letters", chunks: "5\r\nhelloXY0\r\n\r\n\(hidden)", .bad),
    Case("7.1", "an end of one letter", chunks: "5\r\nhelloX0\r\n\r\n\(hidden)", .bad),
    Case("7.1", "a size cut by a NUL", chunks: "0\0\r\n\r\n\(hidden)", .bad),
    Case("7.1", "a size cut by a blank", chunks: "0 1\r\nx\r\n0\r\n\r\n\(hidden)", .bad),
    Case("7.1", "0x0", chunks: "0x0\r\n\r\n\(hidden)", .bad),
    Case("7.1", "+0", chunks: "+0\r\n\r\n\(hidden)", .bad),
    Case("7.1", "0_0", chunks: "0_0\r\n\r\n\(hidden)", .bad),
    Case("7.1", "2^64 is not nothing", chunks: "10000000000000000\r\n\r\n\(hidden)", .refused(413)),
    Case("7.1", "2^32 is not nothing", chunks: "100000000\r\n\r\n\(hidden)", .refused(413)),
    Case("7.1", "a word is not nothing", chunks: "zero\r\n\r\n\(hidden)", .bad),
    Case("7.1", "an empty size is not nothing", chunks: "\r\n\r\n\(hidden)", .bad),
    Case("7.1", "an extension alone is not nothing", chunks: ";a\r\n\r\n\(hidden)", .bad),
    Case("7.1.2", "an empty line of LF behind a trailer", chunks: "0\r\nA: b\n\n\(hidden)", .bad),
    Case("7.1.2", "a request for a trailer", chunks: "0\r\n\(hidden)", .bad),
    Case("7.1.2", "a trailer without a name", chunks: "0\r\n: x\r\n\r\n\(hidden)", .bad),
    Case(
      "7.1.2", "a length in a trailer", chunks: "0\r\nContent-Length: 28\r\n\r\n\(hidden)",
      .kept("405 POST /p []", x)),
    Case(
      "7.1", "a whole request in a chunk", chunks: "1c\r\n\(hidden)\r\n0\r\n\r\n",
      .kept("405 POST /p [\(seen)]")),
    Case("7.1", "CRLF in front of the first size", chunks: "\r\n0\r\n\r\n\(hidden)", .bad),
  ]

  private static let fields: [Case] = [
    Case("3.2", "two Hosts", field: "Host: evil", .bad),
    Case("3.2", "a Host folded to another", "GET / HTTP/1.1\r\nHost: a\r\n evil\r\n\r\n", .bad),
    Case("3.2", "a Host with an address", host: "a@evil", .bad),
    Case("3.2", "a Host with CRLF encoded is a name", host: "a%0d%0aevil", .ok),
    Case("3.2", "a target and another Host", "GET http://evil/ HTTP/1.1\r\nHost: a\r\n\r\n", .ok),
    Case("3.2", "a Host behind a space", "GET / HTTP/1.1\r\n Host: evil\r\nHost: a\r\n\r\n", .bad),
    Case(
      "3.2", "a Host with a space before its colon",
      "GET / HTTP/1.1\r\nHost: a\r\nHost : evil\r\n\r\n", .bad),
    Case("3.2", "a Host behind LF", "GET / HTTP/1.1\r\nX: y\nHost: evil\r\nHost: a\r\n\r\n", .bad),
    Case("5.1", "a name that ends with CR", field: "X\r: y", .bad),
    Case("5.1", "an empty name", field: ":Transfer-Encoding: chunked", .bad),
    Case("5.1", "a name of blanks", field: "  : chunked", .bad),
    Case("2.2", "CRLF CR behind the fields", "GET / HTTP/1.1\r\nHost: a\r\n\r\(hidden)", .bad),
    Case("2.2", "a field behind LF LF", "GET / HTTP/1.1\r\nHost: a\n\n\(hidden)", .bad),
    Case("2.2", "CR LF CR LF in another order", "GET / HTTP/1.1\r\nHost: a\n\r\n\r\(hidden)", .bad),
    Case("2.3", "a body of 0.9", "GET /\r\n\(hidden)", .bad),
    Case("9.3", "HTTP/2's preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", .refused(505)),
    Case(
      "9.3", "HTTP/2's preface with a Host", "PRI * HTTP/2.0\r\nHost: a\r\n\r\nSM\r\n\r\n",
      .refused(505)),
    Case(
      "9.3", "HTTP/2's preface called 1.1", "PRI * HTTP/1.1\r\nHost: a\r\n\r\nSM\r\n\r\n",
      .closed("405 PRI * []", "400")),
    Case("5.1", "a pseudo field of HTTP/2", field: ":path: /x", .bad),
  ]

  private static let splitting: [Case] = [
    Case(
      "3", "a version in the target makes a field of what follows", target: "/a HTTP/1.1\r\nX:",
      .kept("200 GET /a []")),
    Case(
      "3", "a whole request in the target",
      "GET /a HTTP/1.1\r\nHost: a\r\n\r\nGET /x HTTP/1.1\r\nHost: a\r\n\r\n",
      .kept("200 GET /a []", x)),
    Case(
      "3", "encoded line ends split nothing", target: "/%0d%0aHost:%20evil",
      .kept("200 GET /%0d%0aHost:%20evil []")),
    Case("3", "letters whose low bytes are CR and LF", target: "/\u{560D}\u{560A}Host:evil", .bad),
    Case("3", "line separators of Unicode", target: "/\u{2028}x", .bad),
    Case("3", "next line of Latin 1", target: "/\u{85}x", .bad),
    Case("5.5", "line separators in a value are text", field: "A: b\u{2028}C: d", .ok),
    Case(
      "5.5", "letters whose low bytes are CR and LF in a value are text",
      field: "A: \u{560D}\u{560A}C: d", .ok),
    Case("3", "CR in a version", line: "GET / HTTP/1.\r1", .bad),
    Case("3", "LF in a method", line: "GE\nT / HTTP/1.1", .bad),
  ]

  private static let queues: [Case] = [
    Case("9.3.2", "requests behind an error", "GET / HTTP/1.1\r\n\r\n\(hidden)", .bad),
    Case("9.3.2", "requests behind a broken length", post: "Content-Length: x", hidden, .bad),
    Case(
      "9.3.2", "requests behind a refused expectation", get: "Expect: x", hidden,
      .refused(417)),
    Case(
      "9.3.2", "requests behind a refused version", "GET / HTTP/2.0\r\n\r\n\(hidden)", .refused(505)
    ),
    Case(
      "9.3.2", "requests behind a refused coding", post: "Transfer-Encoding: gzip", hidden,
      .refused(501)),
    Case(
      "9.3.2", "requests behind a body too large", post: "Content-Length: 9999999", hidden,
      .refused(413)),
    Case(
      "9.3.2", "requests behind 405", "PUT / HTTP/1.1\r\nHost: a\r\n\r\n\(hidden)",
      .kept("405 PUT / []", x)),
    Case(
      "9.6", "requests behind close", get: "Connection: close", hidden,
      .closed("200 GET / []")),
    Case("9.6", "requests behind 1.0", "GET / HTTP/1.0\r\n\r\n\(hidden)", .closed("200 GET / []")),
    Case(
      "9.3.2", "errors behind requests", "\(hidden)\(hidden)BAD\r\n\r\n\(hidden)",
      .closed(x, x, "400")),
    Case("9.3.2", "half a request behind a request", "\(hidden)GET /y", .waiting(x)),
  ]
}
