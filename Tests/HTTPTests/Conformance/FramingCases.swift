/// Where a body ends (RFC 9112, section 6; RFC 9110, section 8.6).
enum FramingCases {
  typealias Case = ConformanceCase

  static let all = family("RFC 9110", lengths) + family("RFC 9112", codings, both, bodies)

  private static let lengths: [Case] = [
    Case("8.6", "a body", post: "Content-Length: 5", "hello", .hello),
    Case("8.6", "zeros in front", post: "Content-Length: 0005", "hello", .hello),
    Case("8.6", "nothing", post: "Content-Length: 0", "", .empty),
    Case("8.6", "nothing in many digits", post: "Content-Length: 0000000", "", .empty),
    Case("8.6", "blanks around it", post: "Content-Length: \t5 ", "hello", .hello),
    Case("8.6", "no blank", post: "Content-Length:5", "hello", .hello),
    Case("8.6", "small letters", post: "content-length: 5", "hello", .hello),
    Case("8.6", "capitals", post: "CONTENT-LENGTH: 5", "hello", .hello),
    Case("8.6", "twice the same", post: "Content-Length: 5\r\nContent-Length: 5", "hello", .hello),
    Case("8.6", "of a GET", field: "Content-Length: 0", .ok),
    Case("8.6", "empty", post: "Content-Length:", "hello", .bad),
    Case("8.6", "blanks", post: "Content-Length:  ", "hello", .bad),
    Case("8.6", "a plus", post: "Content-Length: +5", "hello", .bad),
    Case("8.6", "a minus", post: "Content-Length: -5", "hello", .bad),
    Case("8.6", "minus nothing", post: "Content-Length: -0", "", .bad),
    Case("8.6", "a fraction", post: "Content-Length: 5.0", "hello", .bad),
    Case("8.6", "an exponent", post: "Content-Length: 5e0", "hello", .bad),
    Case("8.6", "hexadecimal", post: "Content-Length: 0x5", "hello", .bad),
    Case("8.6", "a hexadecimal digit", post: "Content-Length: a", "0123456789", .bad),
    Case("8.6", "octal", post: "Content-Length: 0o5", "hello", .bad),
    Case("8.6", "an underscore", post: "Content-Length: 0_5", "hello", .bad),
    Case("8.6", "a blank within", post: "Content-Length: 0 5", "hello", .bad),
    Case("8.6", "a tab within", post: "Content-Length: 0\t5", "hello", .bad),
    Case("8.6", "a word behind it", post: "Content-Length: 5 bytes", "hello", .bad),
    Case("8.6", "a letter behind it", post: "Content-Length: 5a", "hello", .bad),
    Case("8.6", "a semicolon behind it", post: "Content-Length: 5;", "hello", .bad),
    Case("8.6", "a comma behind it", post: "Content-Length: 5,", "hello", .bad),
    Case("8.6", "a comma in front", post: "Content-Length: ,5", "hello", .bad),
    Case("8.6", "a list of one number", post: "Content-Length: 5, 5", "hello", .bad),
    Case("8.6", "a list of two numbers", post: "Content-Length: 5, 6", "hello", .bad),
    Case("8.6", "in quotes", post: "Content-Length: \"5\"", "hello", .bad),
    Case("8.6", "in parentheses", post: "Content-Length: (5)", "hello", .bad),
    Case("8.6", "a word", post: "Content-Length: five", "hello", .bad),
    Case("8.6", "NaN", post: "Content-Length: NaN", "hello", .bad),
    Case("8.6", "Infinity", post: "Content-Length: Infinity", "hello", .bad),
    Case("8.6", "an Arabic digit", post: "Content-Length: \u{665}", "hello", .bad),
    Case("8.6", "a full-width digit", post: "Content-Length: \u{FF15}", "hello", .bad),
    Case("8.6", "a superscript", post: "Content-Length: \u{B2}", "hi", .bad),
    Case("8.6", "a NUL behind it", post: "Content-Length: 5\0", "hello", .bad),
    Case("8.6", "a vertical tab in front", post: "Content-Length: \u{B}5", "hello", .bad),
    Case("8.6", "a no-break space in front", post: "Content-Length: \u{A0}5", "hello", .bad),
    Case("8.6", "two numbers", post: "Content-Length: 5\r\nContent-Length: 6", "hello!", .bad),
    Case(
      "8.6", "nothing, then five", post: "Content-Length: 0\r\nContent-Length: 5", "hello", .bad),
    Case(
      "8.6", "five, then nothing", post: "Content-Length: 5\r\nContent-Length: 0", "hello", .bad),
    Case("8.6", "five, then empty", post: "Content-Length: 5\r\nContent-Length:", "hello", .bad),
    Case(
      "8.6", "five, then a sign", post: "Content-Length: 5\r\nContent-Length: +5", "hello", .bad),
    Case("8.6", "five twice, then six", post: "Content-Length: 5\r\ncontent-length: 6", "", .bad),
    Case("8.6", "2^31 is too much", post: "Content-Length: 2147483648", "", .refused(413)),
    Case("8.6", "2^32 is too much", post: "Content-Length: 4294967296", "", .refused(413)),
    Case("8.6", "2^32 + 5 is not five", post: "Content-Length: 4294967301", "hello", .refused(413)),
    Case("8.6", "2^63 - 1", post: "Content-Length: 9223372036854775807", "", .refused(413)),
    Case("8.6", "2^63", post: "Content-Length: 9223372036854775808", "", .bad),
    Case("8.6", "2^64", post: "Content-Length: 18446744073709551616", "", .bad),
    Case(
      "8.6", "2^64 + 5 is not five", post: "Content-Length: 18446744073709551621", "hello", .bad),
    Case("8.6", "2^128", post: "Content-Length: 340282366920938463463374607431768211456", "", .bad),
    Case("8.6", "a broken one of a GET", field: "Content-Length: x", .bad),
    Case("8.6", "a broken one of 1.0", "GET / HTTP/1.0\r\nContent-Length: x\r\n\r\n", .bad),
  ]

  private static let codings: [Case] = [
    Case("6.1", "small letters", post: "transfer-encoding: chunked", "0\r\n\r\n", .empty),
    Case("7", "case does not count", post: "Transfer-Encoding: ChUnKeD", "0\r\n\r\n", .empty),
    Case("6.1", "blanks around it", post: "Transfer-Encoding: \t chunked\t", "0\r\n\r\n", .empty),
    Case("6.1", "no blank", post: "Transfer-Encoding:chunked", "0\r\n\r\n", .empty),
    Case("6.1", "of a GET", get: "Transfer-Encoding: chunked", "0\r\n\r\n", .ok),
    Case("6.1", "twice", post: "Transfer-Encoding: chunked, chunked", "0\r\n\r\n", .bad),
    Case(
      "6.1", "twice in lines", post: "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked",
      "0\r\n\r\n", .bad),
    Case("6.3", "not the last", post: "Transfer-Encoding: chunked, gzip", "0\r\n\r\n", .bad),
    Case("6.3", "not the last, identity", post: "Transfer-Encoding: chunked, identity", "", .bad),
    Case("6.1", "gzip first", post: "Transfer-Encoding: gzip, chunked", "", .refused(501)),
    Case("6.1", "deflate", post: "Transfer-Encoding: deflate", "", .refused(501)),
    Case("6.1", "compress", post: "Transfer-Encoding: compress", "", .refused(501)),
    Case("7", "identity was abolished", post: "Transfer-Encoding: identity", "", .refused(501)),
    Case("6.1", "an unknown one", post: "Transfer-Encoding: x", "", .refused(501)),
    Case("6.1", "a longer name", post: "Transfer-Encoding: chunkedx", "", .refused(501)),
    Case("6.1", "a prefix", post: "Transfer-Encoding: xchunked", "", .refused(501)),
    Case("6.1", "a shorter name", post: "Transfer-Encoding: chunke", "", .refused(501)),
    Case("6.1", "a name with a dash", post: "Transfer-Encoding: x-chunked", "", .refused(501)),
    Case(
      "6.1", "cow, by lines", post: "Transfer-Encoding: chunked\r\nTransfer-Encoding: cow", "", .bad
    ),
    Case(
      "6.1", "cow first, by lines", post: "Transfer-Encoding: cow\r\nTransfer-Encoding: chunked",
      "",
      .refused(501)),
    Case("6.1", "empty", post: "Transfer-Encoding:", "0\r\n\r\n", .bad),
    Case("6.1", "a comma", post: "Transfer-Encoding: ,", "0\r\n\r\n", .bad),
    Case("6.1", "a comma behind it", post: "Transfer-Encoding: chunked,", "0\r\n\r\n", .bad),
    Case("6.1", "a comma in front", post: "Transfer-Encoding: ,chunked", "0\r\n\r\n", .bad),
    Case(
      "6.1", "an empty line first", post: "Transfer-Encoding:\r\nTransfer-Encoding: chunked", "",
      .bad),
    Case(
      "6.1", "an empty line last", post: "Transfer-Encoding: chunked\r\nTransfer-Encoding:", "",
      .bad),
    Case("7", "a parameter", post: "Transfer-Encoding: chunked;q=1", "0\r\n\r\n", .bad),
    Case("7", "a semicolon", post: "Transfer-Encoding: chunked;", "0\r\n\r\n", .bad),
    Case("6.1", "quotes", post: "Transfer-Encoding: \"chunked\"", "0\r\n\r\n", .bad),
    Case(
      "6.1", "single quotes are a name", post: "Transfer-Encoding: 'chunked'", "", .refused(501)),
    Case("6.1", "an open quote", post: "Transfer-Encoding: \"chunked", "0\r\n\r\n", .bad),
    Case("6.1", "a colon", post: "Transfer-Encoding: :chunked", "0\r\n\r\n", .bad),
    Case("6.1", "brackets", post: "Transfer-Encoding: [chunked]", "0\r\n\r\n", .bad),
    Case("6.1", "two words", post: "Transfer-Encoding: chunked x", "0\r\n\r\n", .bad),
    Case("6.1", "two words, chunked last", post: "Transfer-Encoding: x chunked", "0\r\n\r\n", .bad),
    Case("6.1", "a NUL", post: "Transfer-Encoding: chunked\0", "0\r\n\r\n", .bad),
    Case("6.1", "a NUL in front", post: "Transfer-Encoding: \0chunked", "0\r\n\r\n", .bad),
    Case("6.1", "a vertical tab", post: "Transfer-Encoding: \u{B}chunked", "0\r\n\r\n", .bad),
    Case(
      "6.1", "a vertical tab behind", post: "Transfer-Encoding: chunked\u{B}", "0\r\n\r\n", .bad),
    Case("6.1", "a form feed", post: "Transfer-Encoding: \u{C}chunked", "0\r\n\r\n", .bad),
    Case("6.1", "a no-break space", post: "Transfer-Encoding: \u{A0}chunked", "0\r\n\r\n", .bad),
    Case("6.1", "a Kelvin sign for the k", post: "Transfer-Encoding: chun\u{212A}ed", "", .bad),
    Case("6.1", "a long s is no s", post: "Tran\u{17F}fer-Encoding: chunked", "", .bad),
    Case(
      "6.1", "of 1.0", "POST /p HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", .bad),
    Case("6.1", "an unknown one of 1.0", "GET / HTTP/1.0\r\nTransfer-Encoding: x\r\n\r\n", .bad),
    Case(
      "6.1", "chunked of 1.2",
      "POST /p HTTP/1.2\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", .empty),
  ]

  private static let both: [Case] = [
    Case(
      "6.1", "a length and chunked", post: "Content-Length: 5\r\nTransfer-Encoding: chunked",
      "0\r\n\r\n", .bad),
    Case(
      "6.1", "chunked and a length", post: "Transfer-Encoding: chunked\r\nContent-Length: 5",
      "0\r\n\r\n", .bad),
    Case(
      "6.1", "chunked and nothing", post: "Transfer-Encoding: chunked\r\nContent-Length: 0",
      "0\r\n\r\n", .bad),
    Case(
      "6.1", "the same number as the chunks",
      post: "Transfer-Encoding: chunked\r\nContent-Length: 5", "5\r\nhello\r\n0\r\n\r\n", .bad),
    Case(
      "6.1", "an unknown coding and a length", post: "Transfer-Encoding: x\r\nContent-Length: 5",
      "hello", .bad),
    Case(
      "6.1", "identity and a length", post: "Transfer-Encoding: identity\r\nContent-Length: 5",
      "hello", .bad),
    Case(
      "6.1", "an empty coding and a length", post: "Transfer-Encoding:\r\nContent-Length: 5",
      "hello", .bad),
    Case(
      "6.1", "a broken length and chunked", post: "Content-Length: x\r\nTransfer-Encoding: chunked",
      "0\r\n\r\n", .bad),
    Case(
      "6.1", "chunked twice and a length",
      post: "Transfer-Encoding: chunked\r\nContent-Length: 5\r\nTransfer-Encoding: chunked", "",
      .bad),
    Case("6.1", "both, of a GET", field: "Content-Length: 0\r\nTransfer-Encoding: chunked", .bad),
    Case(
      "6.1", "both, of 1.0",
      "GET / HTTP/1.0\r\nContent-Length: 0\r\nTransfer-Encoding: chunked\r\n\r\n", .bad),
    Case(
      "6.1", "both, with others between",
      post: "Content-Length: 5\r\nA: b\r\nTransfer-Encoding: chunked", "0\r\n\r\n", .bad),
    Case(
      "6.1", "both, in differing case", post: "content-length: 5\r\ntransfer-ENCODING: chunked",
      "0\r\n\r\n", .bad),
  ]

  private static let bodies: [Case] = [
    Case("6.3", "neither is no body", post: "A: b", "", .empty),
    Case(
      "6.3", "what follows is not of it", post: "A: b", "hello", .waiting("405 POST /p []")),
    Case(
      "6.3", "a body of a GET is read", get: "Content-Length: 5", "hello",
      .kept("200 GET / [hello]")),
    Case(
      "6.3", "a body of a HEAD is read",
      "HEAD / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nhi", .kept("200 HEAD / [hi]")),
    Case(
      "6.3", "a body of an OPTIONS is read",
      "OPTIONS * HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nhi", .kept("200 OPTIONS * [hi]")),
    Case(
      "6.3", "a body of a TRACE is read",
      "TRACE / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nhi", .kept("405 TRACE / [hi]")),
    Case(
      "6.3", "a body of 1.0", "POST /p HTTP/1.0\r\nContent-Length: 5\r\n\r\nhello",
      .closed("405 POST /p [hello]")),
    Case(
      "6.3", "a body of any bytes", post: "Content-Length: 8", "\0\r\n\r\nGET",
      .kept("405 POST /p [GET]")),
    Case(
      "6.3", "a body that looks like a request", post: "Content-Length: 18",
      "GET /x HTTP/1.1\r\n\r", .kept("405 POST /p [GET /x HTTP/1.1]")),
    Case("6.3", "a body too short", post: "Content-Length: 6", "hello", .waiting),
    Case("6.3", "a body that is missing", post: "Content-Length: 5", "", .waiting),
    Case(
      "6.3", "a body too long", post: "Content-Length: 4", "hello", .waiting("405 POST /p [hell]")),
    Case(
      "2.2", "an empty line behind a body", post: "Content-Length: 5",
      "hello\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n", .kept("405 POST /p [hello]", "200 GET / []")),
    Case(
      "2.2", "LF behind a body", post: "Content-Length: 5",
      "hello\nGET / HTTP/1.1\r\nHost: a\r\n\r\n", .closed("405 POST /p [hello]", "400")),
    Case(
      "6.3", "two bodies", post: "Content-Length: 2",
      "hiPOST /p HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nho",
      .kept("405 POST /p [hi]", "405 POST /p [ho]")),
  ]
}
