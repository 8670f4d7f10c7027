/// What the tests of two parsers try, written anew from the clause that settles each.
enum ParserCases {
  typealias Case = ConformanceCase

  static let all =
    family("llhttp", clients, llhttpLines, llhttpFraming) + family("picohttpparser", pico)

  private static let put = "PUT / HTTP/1.1\r\nHost: a\r\n"
  private static let oldBrowser = [
    "User-Agent: Mozilla/5.0 (X11; U; Linux i686; en-US)",
    "Accept: text/html,application/xml;q=0.9,*/*;q=0.8", "Accept-Language: en-us,en;q=0.5",
    "Accept-Encoding: gzip,deflate", "Accept-Charset: ISO-8859-1,utf-8;q=0.7,*;q=0.7",
    "Keep-Alive: 300", "Connection: keep-alive",
  ].joined(separator: "\r\n")
  private static let browser = [
    "sec-ch-ua: \"Chromium\";v=\"130\"", "sec-ch-ua-mobile: ?0", "Upgrade-Insecure-Requests: 1",
    "Sec-Fetch-Site: none", "Priority: u=0, i",
  ].joined(separator: "\r\n")

  /// Whole requests as clients send them.
  private static let clients: [Case] = [
    Case(
      "5", "curl", field: "User-Agent: curl/7.18.0 (i486-pc-linux-gnu) zlib/1.2.3\r\nAccept: */*",
      .ok),
    Case(
      "5", "a browser",
      field:
        oldBrowser,
      .ok),
    Case(
      "5", "a browser of today",
      field:
        browser,
      .ok),
    Case(
      "3", "a name repeated many times", line: "GET /dumbpack HTTP/1.1",
      .kept("200 GET /dumbpack []")),
    Case(
      "3.2", "an old client's fragment", target: "/forums/1/topics/2375?page=1#posts-17408", .bad),
    Case(
      "5", "no fields but Host", line: "GET /get_no_headers_no_body/world HTTP/1.1",
      .kept("200 GET /get_no_headers_no_body/world []")),
    Case(
      "6.3", "a GET with one field and no body", line: "GET /get_one_header_no_body HTTP/1.1",
      .kept("200 GET /get_one_header_no_body []")),
    Case(
      "6.3", "a GET with a body", get: "conTENT-Length: 5", "HELLO",
      .kept("200 GET / [HELLO]")),
    Case(
      "6.3", "a POST with a body",
      "POST /w?q=search HTTP/1.1\r\nAccept: */*\r\nHost: a\r\nContent-Length: 5\r\n\r\nWorld",
      .kept("405 POST /w?q=search [World]")),
    Case(
      "7.1", "all your base in a chunk",
      chunks: "1e\r\nall your base are belong to us\r\n0\r\n\r\n",
      .kept("405 POST /p [all your base are belong to us]")),
    Case(
      "7.1", "two chunks and three zeros", chunks: "5\r\nhello\r\n6\r\n world\r\n000\r\n\r\n",
      .kept("405 POST /p [hello world]")),
    Case(
      "7.1.2", "trailers behind chunks",
      chunks: "5\r\nhello\r\n6\r\n world\r\n0\r\nVary: *\r\nContent-Type: text/plain\r\n\r\n",
      .kept("405 POST /p [hello world]")),
    Case(
      "7.1.1", "extensions as names and values",
      chunks:
        "5; love;much=parameters\r\nhello\r\n6; blahblah; blah\r\n world\r\n0\r\n\r\n",
      .kept("405 POST /p [hello world]")),
    Case(
      "7.1.1", "an extension in quotes",
      chunks: "5;ilovew3=\"I \\\"love\\\" \";somuchlove=\"x\"\r\nhello\r\n0\r\n\r\n", .hello),
    Case(
      "3.2.1", "a query with quotes", line: "GET /with_\"stupid\"_quotes?foo=\"bar\" HTTP/1.1", .bad
    ),
    Case(
      "3.2.1", "a query with question marks", target: "/test.cgi?foo=bar?baz",
      .kept("200 GET /test.cgi?foo=bar?baz []")),
    Case(
      "2.2", "an empty line in front", "\r\nGET /test HTTP/1.1\r\nHost: a\r\n\r\n",
      .kept("200 GET /test []")),
    Case(
      "3.2.3", "CONNECT", line: "CONNECT 0-home0.netscape.com:443 HTTP/1.1",
      .kept("405 CONNECT  []")),
    Case(
      "3.2.3", "CONNECT in capitals", line: "CONNECT HOME0.NETSCAPE.COM:443 HTTP/1.1",
      .kept("405 CONNECT  []")),
    Case("9110, 9", "REPORT", line: "REPORT /test HTTP/1.1", .kept("405 REPORT /test []")),
    Case("9110, 9", "PROPFIND", line: "PROPFIND / HTTP/1.1", .kept("405 PROPFIND / []")),
    Case("9110, 9", "PURGE", line: "PURGE /file.txt HTTP/1.1", .kept("405 PURGE /file.txt []")),
    Case("9110, 9", "SEARCH", line: "SEARCH / HTTP/1.1", .kept("405 SEARCH / []")),
    Case(
      "9110, 9", "LINK", line: "LINK /images/my_dog.jpg HTTP/1.1",
      .kept("405 LINK /images/my_dog.jpg []")),
    Case("9110, 9", "QUERY", line: "QUERY /contacts HTTP/1.1", .kept("405 QUERY /contacts []")),
    Case("9110, 9", "SOURCE of another protocol", line: "SOURCE /music/sweet/music ICE/1.0", .bad),
    Case("3.2", "a path with raw UTF-8", target: "/δ¶/δt/pope?q=1", .bad),
    Case(
      "3.2.2", "an address with a port and query", target: "http://hypnotoad.org:1234?hail=all",
      .kept("200 GET ?hail=all []")),
    Case("3.2.2", "an address with an underscore", target: "http://a_b.org:1234/", .ok),
    Case(
      "3.2.2", "a path with a host in its query", target: "/?next=http://a.b:80/",
      .kept("200 GET /?next=http://a.b:80/ []")),
  ]

  private static let llhttpLines: [Case] = [
    Case("3", "no version", line: "GET /", .bad),
    Case("3", "0.9 with a space", line: "GET / ", .bad),
    Case("2.3", "HTTP/5.6", line: "GET / HTTP/5.6", .refused(505)),
    Case("2.3", "IHTTP/1.0", line: "GET / IHTTP/1.0", .bad),
    Case("2.3", "HTTP-1.1", line: "GET / HTTP-1.1", .bad),
    Case("2.3", "HTTP/01.1", line: "GET / HTTP/01.1", .bad),
    Case("2.3", "HTTP/11.1", line: "GET / HTTP/11.1", .bad),
    Case("3.1", "a method of an unknown letter", line: "G3T? / HTTP/1.1", .bad),
    Case("3", "a request without a space", line: "GET/ HTTP/1.1", .bad),
    Case("2.2", "LF at the end of every line", "GET / HTTP/1.1\nLine: 1\nHost: a\n\n", .bad),
    Case("2.2", "CR without LF behind a value", field: "Foo: bar\rBaz: x", .bad),
    Case("2.2", "CR CR LF behind a value", field: "Foo: bar\r\r\nBaz: x", .bad),
    Case("5.2", "folded lines", field: "Line1:   abc\r\n\tdef\r\n ghi\r\n\t\tjkl", .bad),
    Case("5.2", "folded lines with LF", field: "Line1: abc\n def", .bad),
    Case("5.1", "a colon without a name", field: ": value", .bad),
    Case("5.1", "a NUL in a name", field: "Fo\0o: bar", .bad),
    Case("5.1", "a space in a name", field: "Fo o: bar", .bad),
    Case("5.1", "a space behind a name", field: "Foo : bar", .bad),
    Case("5.1", "an equals sign in a name", field: "Foo=: bar", .bad),
    Case("5.5", "DEL in a value", field: "Foo: \u{7F}", .bad),
    Case("5.5", "0x01 in a value", field: "Foo: \u{1}", .bad),
    Case("5.5", "a tab in a value", field: "Foo: a\tb", .ok),
    Case("5", "an empty field behind others", field: "A: b\r\nC:", .ok),
    Case("5", "a value of one letter", field: "A: b", .ok),
    Case("5", "a field with nothing but its end", field: "A", .bad),
    Case("2.2", "a blank in front of the first field", "GET / HTTP/1.1\r\n Host: a\r\n\r\n", .bad),
    Case(
      "9112, 9.6", "Connection with many options",
      field: "Connection: Something, Upgrade, ,Keep-Alive", .ok),
    Case(
      "9112, 9.6", "Connection with folded options", field: "Connection: Something,\r\n Upgrade",
      .bad),
    Case(
      "9112, 9.6", "Connection: close and Upgrade",
      field: "Connection: close, Upgrade\r\nUpgrade: x", .closed("200 GET / []")),
    Case("3", "a line of one letter", "G", .waiting),
  ]

  private static let llhttpFraming: [Case] = [
    Case("8.6", "overflow of a length", post: "Content-Length: 1844674407370955161510", "", .bad),
    Case("8.6", "a length with a plus", post: "Content-Length: +1", "a", .bad),
    Case("8.6", "a length with blanks within", post: "Content-Length: 4 2", "", .bad),
    Case(
      "8.6", "a length with a tab behind", post: "Content-Length: 2\t", "hi",
      .kept("405 POST /p [hi]")),
    Case("8.6", "two lengths", post: "Content-Length: 1\r\nContent-Length: 2", "ab", .bad),
    Case("8.6", "a length of a word", post: "Content-Length: 4x", "", .bad),
    Case("8.6", "an empty length", post: "Content-Length:", "", .bad),
    Case(
      "6.3", "a length behind a coding", post: "Transfer-Encoding: identity\r\nContent-Length: 1",
      "a", .bad),
    Case(
      "6.3", "a coding that ends otherwise", post: "Transfer-Encoding: chunked, deflate", "", .bad),
    Case(
      "6.3", "a coding that ends otherwise, by lines",
      post: "Transfer-Encoding: chunked\r\nTransfer-Encoding: deflate", "", .bad),
    Case(
      "6.3", "a coding in front", post: "Transfer-Encoding: deflate, chunked", "", .refused(501)),
    Case(
      "6.3", "a coding in front, by lines",
      post: "Transfer-Encoding: deflate\r\nTransfer-Encoding: chunked", "", .refused(501)),
    Case("6.3", "nochunked", post: "Transfer-Encoding: nochunked", "", .refused(501)),
    Case("6.3", "pigeons", post: "Transfer-Encoding: pigeons", "", .refused(501)),
    Case(
      "6.3", "chunked with blanks behind", post: "Transfer-Encoding: chunked  ", "0\r\n\r\n", .empty
    ),
    Case("7.1", "overflow of a size", chunks: "FFFFFFFFFFFFFFFFF\r\n", .refused(413)),
    Case("7.1", "a size that is no number", chunks: "x\r\n", .bad),
    Case("7.1", "a size with a blank behind", chunks: "a \r\n0123456789\r\n0\r\n\r\n", .bad),
    Case("7.1", "a size without CR", chunks: "a\n0123456789\r\n0\r\n\r\n", .bad),
    Case("7.1", "CR without LF behind a size", chunks: "a\r0123456789\r\n0\r\n\r\n", .bad),
    Case("7.1", "no CRLF behind a chunk", chunks: "5\r\nhello0\r\n\r\n", .bad),
    Case("7.1.1", "an extension without a name", chunks: "2;\r\nhi\r\n0\r\n\r\n", .bad),
    Case("7.1.1", "an extension without a value", chunks: "2;a=\r\nhi\r\n0\r\n\r\n", .bad),
    Case("7.1.1", "an open quote in an extension", chunks: "2;a=\"b\r\nhi\r\n0\r\n\r\n", .bad),
    Case("7.1.1", "LF behind an extension", chunks: "2;a\nhi\r\n0\r\n\r\n", .bad),
    Case("7.1.1", "a letter behind a quoted value", chunks: "2;a=\"b\"x\r\nhi\r\n0\r\n\r\n", .bad),
    Case(
      "9.6", "what follows close",
      "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n",
      .closed("200 GET / []")),
    Case(
      "9.3", "three on one connection",
      "\(put)Content-Length: 2\r\n\r\nab\(put)\r\n"
        + "\(put)Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
      .kept("405 PUT / [ab]", "405 PUT / []", "405 PUT / []")),
  ]

  private static let pico: [Case] = [
    Case("3", "the simplest of 1.0", "GET / HTTP/1.0\r\n\r\n", .closed("200 GET / []")),
    Case("2.1", "the simplest, cut", "GET / HTTP/1.0\r\n\r", .waiting),
    Case(
      "5", "two fields", "GET /hoge HTTP/1.1\r\nHost: example.com\r\nCookie: \r\n\r\n",
      .kept("200 GET /hoge []")),
    Case(
      "5", "a name and a value over 0x7F",
      "GET / HTTP/1.1\r\nHost: a\r\nUser-Agent: \u{E3}\u{81}\r\n\r\n", .ok),
    Case("5.2", "folded", field: "foo: \r\nfoo: b\r\n  \tc", .bad),
    Case("5.1", "a name and a space", field: "foo : ab", .bad),
    Case("2.1", "slowloris", "GET /hoge HTTP/1.0\r\n\r", .waiting),
    Case("3", "an empty method", " / HTTP/1.0\r\n\r\n", .bad),
    Case("3", "an empty target", "GET  HTTP/1.0\r\n\r\n", .bad),
    Case("3.1", "a NUL in the method", "G\0T / HTTP/1.0\r\n\r\n", .bad),
    Case("3.1", "a tab in the method", "G\tT / HTTP/1.0\r\n\r\n", .bad),
    Case("3.1", "a colon in front of the method", ":GET / HTTP/1.0\r\n\r\n", .bad),
    Case("3.2", "a DEL in the target", "GET /\u{7F}hello HTTP/1.0\r\n\r\n", .bad),
    Case("3.2", "a NUL in the target", "GET /\0 HTTP/1.0\r\n\r\n", .bad),
    Case("3.2", "bytes over 0x7F in the target", "GET /\u{A0} HTTP/1.0\r\n\r\n", .bad),
    Case("5.1", "a NUL in a name", field: "a\0b: c", .bad),
    Case("5.5", "a NUL in a value", field: "ab: c\0d", .bad),
    Case("5.5", "0x1B in a name", field: "a\u{1B}b: c", .bad),
    Case("5.5", "0x1B in a value", field: "ab: c\u{1B}", .bad),
    Case("5.1", "a slash in a name", field: "/: 1", .bad),
    Case("3", "many spaces between", "GET   /   HTTP/1.0\r\n\r\n", .bad),
    Case("5.5", "bytes over 0x7F in a value", field: "h: c\u{A2}y", .ok),
    Case("5.1", "braces in a name", field: "{: 1", .bad),
    Case("5.5", "blanks behind a value", field: "foo: a \t ", .ok),
    Case(
      "7.1", "a simple chunk", chunks: "b\r\nhello world\r\n0\r\n\r\n",
      .kept("405 POST /p [hello world]")),
    Case(
      "7.1", "two chunks", chunks: "6\r\nhello \r\n5\r\nworld\r\n0\r\n\r\n",
      .kept("405 POST /p [hello world]")),
    Case(
      "7.1.1", "a comment", chunks: "6;comment=hi\r\nhello \r\n5\r\nworld\r\n0\r\n\r\n",
      .kept("405 POST /p [hello world]")),
    Case(
      "7.1.2", "a trailer", chunks: "6\r\nhello \r\n5\r\nworld\r\n0\r\na: b\r\nc: d\r\n\r\n",
      .kept("405 POST /p [hello world]")),
    Case("7.1", "an odd size", chunks: "6\r\nhello \r\nffffffffffffffff\r\nabcdefg", .refused(413)),
    Case(
      "7.1", "an odder size", chunks: "6\r\nhello \r\nfffffffffffffffff\r\nabcdefg", .refused(413)),
    Case("7.1", "no hexadecimal", chunks: "z\r\nabcdefg", .bad),
  ]
}
