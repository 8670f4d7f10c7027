/// What the tests of servers and proxies try, written anew from the clause that settles each.
enum ServerCases {
  typealias Case = ConformanceCase

  static let all =
    family("h1spec", h1spec) + family("http-garden", garden) + family("nginx", nginx)
    + family("HAProxy", haproxy)

  private static let after = "GET /b HTTP/1.1\r\nHost: a\r\n\r\n"

  private static let h1spec: [Case] = [
    Case("3", "a fragment of a method", "G", .waiting),
    Case("3", "a fragment of a line", "GET /hello", .waiting),
    Case("5", "a fragment of a head", "GET /hello HTTP/1.1\r\nHost: a\r\n", .waiting),
    Case("3.2", "no Host", "GET / HTTP/1.1\r\n\r\n", .bad),
    Case("3.2", "two Hosts", field: "Host: b", .bad),
    Case("5.1", "a field overlong by blanks", field: "X-Invalid : x", .bad),
    Case("5", "an invalid mark in a name", field: "X(Invalid: x", .bad),
    Case("5", "a NUL in a name", field: "X\0Invalid: x", .bad),
    Case("5.1", "an empty name", field: ": x", .bad),
    Case("5.5", "a control in a value", field: "X: a\u{1}b", .bad),
    Case("3.1", "a method in small letters", line: "get / HTTP/1.1", .kept("405 get / []")),
    Case("3.1", "a method with a mark", line: "G@T / HTTP/1.1", .bad),
    Case("3", "an extra space", line: "GET  / HTTP/1.1", .bad),
    Case("3", "a tab", line: "GET\t/\tHTTP/1.1", .bad),
    Case("2.3", "HTTP/1.2", line: "GET / HTTP/1.2", .ok),
    Case("2.3", "HTTP/5.0", line: "GET / HTTP/5.0", .refused(505)),
    Case("2.3", "HTTP/1.1 in small letters", line: "GET / http/1.1", .bad),
    Case("2.2", "LF alone", "GET / HTTP/1.1\nHost: a\n\n", .bad),
    Case("2.2", "an empty line in front", "\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n", .ok),
    Case("3.2.2", "an address", target: "http://a.vn/x", .kept("200 GET /x []")),
    Case("3.2.4", "OPTIONS *", line: "OPTIONS * HTTP/1.1", .kept("200 OPTIONS * []")),
    Case("3.2.4", "GET *", line: "GET * HTTP/1.1", .bad),
    Case("3.2.3", "CONNECT", line: "CONNECT a.vn:443 HTTP/1.1", .kept("405 CONNECT  []")),
    Case(
      "6.3", "a body and a request", post: "Content-Length: 5", "hello\(after)",
      .kept("405 POST /p [hello]", "200 GET /b []")),
    Case("6.3", "an invalid length", post: "Content-Length: abc", "hello", .bad),
    Case("6.3", "a negative length", post: "Content-Length: -1", "", .bad),
    Case("6.3", "two lengths", post: "Content-Length: 5\r\nContent-Length: 6", "hello", .bad),
    Case(
      "6.3", "a length and a coding", post: "Content-Length: 5\r\nTransfer-Encoding: chunked",
      "0\r\n\r\n", .bad),
    Case("6.1", "an unknown coding", post: "Transfer-Encoding: foo", "", .refused(501)),
    Case(
      "7.1", "chunks and a request", chunks: "5\r\nhello\r\n0\r\n\r\n\(after)",
      .kept("405 POST /p [hello]", "200 GET /b []")),
    Case("7.1", "an invalid size", chunks: "xyz\r\nhello\r\n0\r\n\r\n", .bad),
    Case("7.1", "a missing line end", chunks: "5\r\nhello0\r\n\r\n", .bad),
    Case("10.1.1", "Expect", post: "Expect: 100-continue\r\nContent-Length: 5", "hello", .hello),
    Case("9.3.2", "a pipeline", "\(after)\(after)", .kept("200 GET /b []", "200 GET /b []")),
    Case("9.6", "close", field: "Connection: close", .closed("200 GET / []")),
    Case("9.3", "1.0", "GET / HTTP/1.0\r\n\r\n", .closed("200 GET / []")),
    Case("9.3", "1.0 with keep-alive", "GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n", .ok),
  ]

  /// Where two servers read differently, one of them has been led astray.
  private static let garden: [Case] = [
    Case("7.1", "0x in a size", chunks: "0x1\r\na\r\n0\r\n\r\n", .bad),
    Case("7.1", "an underscore in a size", chunks: "1_0\r\n0123456789abcdef\r\n0\r\n\r\n", .bad),
    Case("7.1", "a plus in a size", chunks: "+1\r\na\r\n0\r\n\r\n", .bad),
    Case("7.1", "a minus in a size", chunks: "-1\r\na\r\n0\r\n\r\n", .bad),
    Case("7.1", "a blank in front of a size", chunks: " 1\r\na\r\n0\r\n\r\n", .bad),
    Case("7.1", "an empty size is the end for some", chunks: "\r\n\r\n\(after)", .bad),
    Case("7.1", "a NUL behind a size", chunks: "1\0\r\na\r\n0\r\n\r\n", .bad),
    Case("7.1", "LF behind a size", chunks: "1\na\r\n0\r\n\r\n", .bad),
    Case("7.1", "LF behind the end", chunks: "0\r\n\n\(after)", .bad),
    Case("7.1", "any two bytes behind content", chunks: "1\r\naXX0\r\n\r\n", .bad),
    Case("7.1", "a size that wraps", chunks: "100000000000000001\r\na\r\n0\r\n\r\n", .refused(413)),
    Case("7.1.1", "LF in an extension", chunks: "1;x\nxx\r\na\r\n0\r\n\r\n", .bad),
    Case("7.1.1", "CR in an extension", chunks: "1;x\rxx\r\na\r\n0\r\n\r\n", .bad),
    Case("8.6", "an underscore in a length", post: "Content-Length: 1_0", "0123456789", .bad),
    Case("8.6", "a plus in a length", post: "Content-Length: +1", "a", .bad),
    Case("8.6", "a minus in a length", post: "Content-Length: -1", "", .bad),
    Case("8.6", "an empty length", post: "Content-Length: ", "", .bad),
    Case("8.6", "0x in a length", post: "Content-Length: 0x1", "a", .bad),
    Case("8.6", "a NUL behind a length", post: "Content-Length: 1\0", "a", .bad),
    Case("8.6", "a comma in a length", post: "Content-Length: 1,1", "a", .bad),
    Case(
      "8.6", "an octal length is decimal", post: "Content-Length: 010", "0123456789",
      .kept("405 POST /p [0123456789]")),
    Case("5.1", "a blank before a colon", field: "X : y", .bad),
    Case("5.1", "a NUL in a name", field: "X\0: y", .bad),
    Case("5.1", "an empty name", field: ": y", .bad),
    Case("5", "no colon", field: "X", .bad),
    Case("5.5", "a NUL in a value", field: "X: \0", .bad),
    Case("5.5", "CR in a value", field: "X: a\rb", .bad),
    Case("5.2", "folded", field: "X: a\r\n b", .bad),
    Case(
      "5.2", "folded in front of all fields", "GET / HTTP/1.1\r\n X: y\r\nHost: a\r\n\r\n", .bad),
    Case(
      "6.1", "chunked behind a vertical tab", post: "Transfer-Encoding: \u{B}chunked", "0\r\n\r\n",
      .bad),
    Case(
      "6.1", "chunked behind a comma", post: "Transfer-Encoding: ,chunked", "0\r\n\r\n", .bad),
    Case("6.1", "chunked in quotes", post: "Transfer-Encoding: \"chunked\"", "0\r\n\r\n", .bad),
    Case("6.1", "chunked and a NUL", post: "Transfer-Encoding: chunked\0", "0\r\n\r\n", .bad),
    Case(
      "6.1", "chunked of 1.0",
      "POST / HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", .bad),
    Case("2.3", "HTTP/1.1 with digits behind", line: "GET / HTTP/1.10", .bad),
    Case("2.3", "HTTP/1.1 with a plus", line: "GET / HTTP/+1.1", .bad),
    Case("2.3", "HTTP/1.1 with an underscore", line: "GET / HTTP/1_1.1", .bad),
    Case("2.3", "HTTP/0.1", line: "GET / HTTP/0.1", .refused(505)),
    Case("3", "a no-break space for a space", "GET\u{A0}/ HTTP/1.1\r\nHost: a\r\n\r\n", .bad),
    Case("3", "a form feed for a space", "GET\u{C}/ HTTP/1.1\r\nHost: a\r\n\r\n", .bad),
    Case("3.1", "a method with a comma", line: "GET, / HTTP/1.1", .bad),
    Case("3.2.2", "an address with another Host", target: "http://b.vn/", .ok),
    Case("3.2", "a Host with a path", host: "a/b", .bad),
    Case("3.2", "a Host with a user", host: "a@b", .bad),
    Case("3.2", "a Host with two colons", host: "a:1:2", .bad),
    Case("2.2", "empty lines without an end", "\r\n\r\n\r\n\(after)", .bad),
  ]

  private static let nginx: [Case] = [
    Case("3", "two spaces in the line", line: "GET  /  HTTP/1.1", .bad),
    Case("3", "a space within the target", line: "GET /a b HTTP/1.1", .bad),
    Case("3", "0.9", "GET /\r\n\(after)", .bad),
    Case("3.1", "a method in small letters", line: "get / HTTP/1.1", .kept("405 get / []")),
    Case("3.1", "a method with an underscore", line: "A_B / HTTP/1.1", .kept("405 A_B / []")),
    Case("3.1", "a method with a mark", line: "A\u{7F}B / HTTP/1.1", .bad),
    Case("3.2", "merged slashes stay apart", target: "//a///b", .kept("200 GET //a///b []")),
    Case("3.2", "dots beyond the root", target: "/a/../../b", .kept("200 GET /a/../../b []")),
    Case("3.2", "an encoded NUL", target: "/a%00b", .bad),
    Case("3.2", "a broken escape", target: "/a%2", .bad),
    Case("3.2", "a broken escape in the query", target: "/?a%2", .bad),
    Case("3.2", "an encoded hash", target: "/a%23b", .kept("200 GET /a%23b []")),
    Case("3.2", "an encoded question mark", target: "/a%3Fb", .kept("200 GET /a%3Fb []")),
    Case("3.2", "an address with an empty host", target: "http:///a", .bad),
    Case("3.2", "an address with a bad host", target: "http://a|b/", .bad),
    Case("3.2", "two Hosts", field: "Host: a.vn", .bad),
    Case("3.2", "a Host of IPv6 without an end", host: "[abcd::ef", .bad),
    Case("3.2", "a Host of IPv6 with an empty address", host: "[]:80", .bad),
    Case("3.2", "a Host with a NUL", host: "a\0", .bad),
    Case("3.2", "a Host with a space", host: "a b", .bad),
    Case("5.1", "a name with a space is not dropped", field: "X Y: z", .bad),
    Case("5.1", "a name with a mark is not dropped", field: "X@Y: z", .bad),
    Case("5.1", "a name with an underscore", field: "X_Y: z", .ok),
    Case("5.1", "a name with a dot", field: "X.Y: z", .ok),
    Case("5.1", "a line without a colon is not dropped", field: "XY", .bad),
    Case("5.5", "a control is not let through", field: "X: \u{1}", .bad),
    Case("2.2", "LF alone", "GET / HTTP/1.1\nHost: a\r\n\r\n", .bad),
    Case(
      "8.6", "two equal lengths", post: "Content-Length: 5\r\nContent-Length: 5", "hello", .hello),
    Case(
      "8.6", "a length and a coding", post: "Content-Length: 5\r\nTransfer-Encoding: chunked", "",
      .bad),
    Case("6.1", "a coding of 1.0", "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n", .bad),
    Case(
      "6.1", "two codings", post: "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked", "",
      .bad),
    Case("6.1", "identity", post: "Transfer-Encoding: identity", "", .refused(501)),
    Case("7.1", "a size and blanks", chunks: "1 \r\na\r\n0\r\n\r\n", .bad),
    Case("7.1", "a size and a comma", chunks: "1,\r\na\r\n0\r\n\r\n", .bad),
    Case("7.1", "LF behind content", chunks: "1\r\na\n0\r\n\r\n", .bad),
    Case("7.1", "LF behind a size", chunks: "1\na\r\n0\r\n\r\n", .bad),
    Case("7.1.2", "a trailer", chunks: "1\r\na\r\n0\r\nX: y\r\n\r\n", .kept("405 POST /p [a]")),
    Case(
      "10.1.1", "100-continue", post: "Expect: 100-continue\r\nContent-Length: 5", "hello", .hello),
    Case("9.3.1", "TRACE", line: "TRACE / HTTP/1.1", .kept("405 TRACE / []")),
    Case("9.3.1", "CONNECT", line: "CONNECT a:1 HTTP/1.1", .kept("405 CONNECT  []")),
  ]

  private static let haproxy: [Case] = [
    Case("8.6", "a length with a comma behind", post: "Content-Length: 0,", after, .bad),
    Case(
      "8.6", "an empty length beside one", post: "Content-Length:\r\nContent-Length: 5", "hello",
      .bad),
    Case(
      "8.6", "a name whose length is a multiple of 256",
      field: "Content-Length\(String(repeating: "0", count: 256)): 5", .ok),
    Case(
      "5.1", "an empty name in front of a coding", post: ":\r\nTransfer-Encoding: chunked",
      "0\r\n\r\n", .bad),
    Case("5.1", "an empty name with a value", field: ":x", .bad),
    Case(
      "3.2", "an address and a Host of another port",
      "GET http://a:80/ HTTP/1.1\r\nHost: a:81\r\n\r\n", .ok),
    Case(
      "3.2", "an address and a Host of another name", "GET http://a/ HTTP/1.1\r\nHost: b\r\n\r\n",
      .ok),
    Case("3.2", "a fragment", target: "/admin#", .bad),
    Case("3.2", "a fragment behind a file", target: "/a.png#.html", .bad),
    Case("3.2", "a target without a slash", target: "admin", .bad),
    Case("3.2", "a comma in a Host", host: "a,b", .ok),
    Case("3.2", "a dash in a port", host: "a:-", .bad),
    Case("3.2", "CONNECT without a port", line: "CONNECT a HTTP/1.1", .kept("405 CONNECT  []")),
    Case(
      "6.1", "chunked, then chunked",
      post: "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked", "0\r\n\r\n", .bad),
    Case(
      "6.1", "chunked, then something", post: "Transfer-Encoding: chunked, something", "0\r\n\r\n",
      .bad),
    Case(
      "6.1", "something, then chunked", post: "Transfer-Encoding: something, chunked", "0\r\n\r\n",
      .refused(501)),
    Case(
      "6.1", "a coding and a length of 1.0",
      "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\nContent-Length: 1\r\n\r\na", .bad),
    Case(
      "6.3", "GET with a body", get: "Content-Length: 2", "hi", .kept("200 GET / [hi]")),
    Case(
      "6.3", "DELETE with a body", "DELETE / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nhi",
      .kept("405 DELETE / [hi]")),
    Case("7.1", "a size of zeros", chunks: "0000000000000000\r\n\r\n", .empty),
    Case("7.1", "a size beyond 2^52", chunks: "10000000000000\r\n", .refused(413)),
    Case("7.1", "CR without LF behind a size", chunks: "1\ra\r\n0\r\n\r\n", .bad),
    Case(
      "7.1", "a semicolon and a letter", chunks: "1;x\r\na\r\n0\r\n\r\n", .kept("405 POST /p [a]")),
    Case("7.1", "LF in an extension", chunks: "1;\n\r\na\r\n0\r\n\r\n", .bad),
    Case("2.3", "HTTP/1.12", line: "GET / HTTP/1.12", .bad),
    Case("2.3", "HTTP/2.0", line: "GET / HTTP/2.0", .refused(505)),
    Case("2.3", "HTTP/1.a", line: "GET / HTTP/1.a", .bad),
    Case(
      "7.8", "h2c",
      field: "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AA", .ok),
    Case(
      "7.8", "h2c and a body", post: "Connection: Upgrade\r\nUpgrade: h2c\r\nContent-Length: 5",
      "hello", .hello),
    Case(
      "9.3", "two Connection fields", field: "Connection: keep-alive\r\nConnection: close",
      .closed("200 GET / []")),
    Case("2.2", "LF in front of a request", "\n\(after)", .bad),
    Case("2.2", "CRLF CRLF in front of a request", "\r\n\r\n\(after)", .bad),
    Case("5.2", "folded", field: "X: y\r\n\tz", .bad),
    Case("5.5", "a control in a cookie", field: "Cookie: a=\u{1}", .bad),
    Case("5.5", "0x80 in a value", field: "X: \u{80}", .ok),
  ]
}
