import HTTP
import Testing

@Suite struct RequestTargetTests {
  static let cases: [HeadCase] = [
    HeadCase("a path", target: "/v1/provinces/48", .complete),
    HeadCase("a path and a query", target: "/v1?a=b&c", .complete),
    HeadCase("an empty query", target: "/v1?", .complete),
    HeadCase("question marks within a query", target: "/v1?a?b??", .complete),
    HeadCase("a path of slashes", target: "//", .complete),
    HeadCase("dot segments are segments", target: "/../..", .complete),
    HeadCase("escapes", target: "/%C4%90%c3%a0?q=%C4%90", .complete),
    HeadCase("an escaped slash", target: "/a%2Fb", .complete),
    HeadCase("an escaped line end is only text", target: "/a%0D%0Ab", .complete),
    HeadCase("a path without its slash", target: "v1", .refused(400)),
    HeadCase("a query without a path", target: "?a=b", .refused(400)),
    HeadCase("a fragment", target: "/v1#top", .refused(400)),
    HeadCase("a quote", target: "/\"v1\"", .refused(400)),
    HeadCase("angle brackets", target: "/<v1>", .refused(400)),
    HeadCase("a backslash in a path", target: "/..\\", .refused(400)),
    HeadCase("a byte over 0x7F in a path", target: "/Đ", .refused(400)),
    HeadCase("a byte over 0x7F in a query", target: "/?q=Đ", .refused(400)),
    HeadCase("a NUL in a path", target: "/\0", .refused(400)),
    HeadCase("a DEL in a path", target: "/\u{7F}", .refused(400)),
    HeadCase("half an escape at the end", target: "/%4", .refused(400)),
    HeadCase("a percent sign alone", target: "/%", .refused(400)),
    HeadCase("an escape of no digits", target: "/%GG", .refused(400)),
    HeadCase("an escape with a sign", target: "/%+4", .refused(400)),
    HeadCase("an escape cut by the query", target: "/%4?1", .refused(400)),
    HeadCase("a broken escape in a query", target: "/?a=%4", .refused(400)),
    HeadCase("an escaped NUL in a path", target: "/%00", .refused(400)),
    HeadCase("an escaped NUL in a query", target: "/?%00", .refused(400)),
    HeadCase("an escape in the manner of old Windows", target: "/%u0110", .refused(400)),
    HeadCase("an overlong encoding", target: "/%C0%AF", .refused(400)),
    HeadCase("a surrogate", target: "/%ED%A0%80", .refused(400)),
    HeadCase("a character cut off", target: "/%C4", .refused(400)),
    HeadCase("a character cut by the query", target: "/%C4?%90", .refused(400)),
    HeadCase("a byte that UTF-8 never has", target: "/%FF", .refused(400)),

    HeadCase("a whole address", target: "http://a.vn/v1?x", .complete),
    HeadCase("a whole address with a port", target: "http://a.vn:80/v1", .complete),
    HeadCase("a whole address of TLS", target: "HTTPS://a.vn/", .complete),
    HeadCase("a whole address without a path", target: "http://a.vn", .complete),
    HeadCase("a whole address with a query only", target: "http://a.vn?x=y", .complete),
    HeadCase("a whole address of IPv6", target: "http://[::1]:80/", .complete),
    HeadCase("a whole address without a host", target: "http:///v1", .refused(400)),
    HeadCase("a whole address with a user", target: "http://me@a.vn/", .refused(400)),
    HeadCase("a whole address with a broken port", target: "http://a.vn:x/", .refused(400)),
    HeadCase("a whole address of another scheme", target: "ftp://a.vn/", .refused(400)),
    HeadCase("a scheme without slashes", target: "http:a.vn", .refused(400)),
    HeadCase("authority-form with GET", target: "a.vn:80", .refused(400)),

    HeadCase(
      "an asterisk with OPTIONS", "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n", .complete),
    HeadCase("an asterisk with GET", target: "*", .refused(400)),
    HeadCase("an asterisk and more with OPTIONS", "OPTIONS *a HTTP/1.0\r\n\r\n", .refused(400)),
    HeadCase("an asterisk and a query", "OPTIONS *?a HTTP/1.0\r\n\r\n", .refused(400)),
    HeadCase(
      "any target with a method that is answered 405 anyway",
      "CONNECT a.vn:443 HTTP/1.1\r\nHost: a.vn:443\r\n\r\n", .complete),
  ]

  @Test(arguments: cases) func `targets`(_ try: HeadCase) {
    #expect(readHead(`try`.bytes).outcome == `try`.outcome)
  }

  @Test(
    arguments: [
      ("GET", "/a/b?c", TargetForm.origin, "/a/b", String?("c")),
      ("GET", "/a?", .origin, "/a", ""),
      ("GET", "http://h.vn/a/b?c?d", .absolute, "/a/b", "c?d"),
      ("GET", "http://h.vn", .absolute, "", nil),
      ("GET", "http://h.vn?c/d", .absolute, "", "c/d"),
      ("OPTIONS", "*", .asterisk, "*", nil),
      ("CONNECT", "h.vn:443", .origin, "", nil),
      ("BREW", "pot?cup", .origin, "", nil),
    ]) func `the form and the parts`(
      _ method: String, _ target: String, _ form: TargetForm, _ path: String, _ query: String?
    ) throws
  {
    let (head, bytes) = try readHead("\(method) \(target) HTTP/1.1\r\nHost: a\r\n\r\n")
    #expect(head.form == form)
    #expect(head.text(head.target, bytes) == target)
    #expect(head.text(head.path, bytes) == path)
    #expect(head.query.map { head.text($0, bytes) } == query)
  }
}
