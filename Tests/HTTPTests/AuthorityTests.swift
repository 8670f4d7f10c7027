import HTTP
import Testing

@Suite struct AuthorityTests {
  static let cases: [HeadCase] = [
    HeadCase("a name", host: "thuocdo.vn", .complete),
    HeadCase("a name and a port", host: "thuocdo.vn:8080", .complete),
    HeadCase("a port may be missing behind its colon", host: "thuocdo.vn:", .complete),
    HeadCase("a name with marks that names may have", host: "a-b_c~d!$&'()*+,;=e", .complete),
    HeadCase("an escape in a name", host: "a%2Db", .complete),
    HeadCase("an IPv4 address", host: "127.0.0.1:80", .complete),
    HeadCase("an IPv6 address", host: "[::1]", .complete),
    HeadCase("an IPv6 address and a port", host: "[2001:db8::1]:8080", .complete),
    HeadCase("a whole IPv6 address", host: "[1:2:3:4:5:6:7:8]", .complete),
    HeadCase("the IPv6 address of zeros", host: "[::]", .complete),
    HeadCase("an IPv6 address that ends compressed", host: "[1::]", .complete),
    HeadCase("an IPv6 address with an IPv4 end", host: "[::ffff:192.0.2.1]", .complete),
    HeadCase("an address of a later version", host: "[v1.x]", .complete),
    HeadCase("the same with all it may have", host: "[vAf09.a:~!$]:80", .complete),
    HeadCase("a later version without its number", host: "[v.x]", .refused(400)),
    HeadCase("a later version without its point", host: "[v1x]", .refused(400)),
    HeadCase("a later version without an address", host: "[v1.]", .refused(400)),
    HeadCase("a later version with an escape", host: "[v1.%41]", .refused(400)),
    HeadCase("a later version without a bracket", host: "[v1.x", .refused(400)),
    HeadCase("no host", host: "", .refused(400)),
    HeadCase("a port alone", host: ":80", .refused(400)),
    HeadCase("a port that is no number", host: "a:b", .refused(400)),
    HeadCase("a port with a sign", host: "a:+80", .refused(400)),
    HeadCase("a port that no port has", host: "a:65536", .refused(400)),
    HeadCase("a port that overflows", host: "a:99999999999999999999", .refused(400)),
    HeadCase("two ports", host: "a:80:81", .refused(400)),
    HeadCase("a blank within", host: "a b", .refused(400)),
    HeadCase("a user", host: "me@a", .refused(400)),
    HeadCase("a path", host: "a/b", .refused(400)),
    HeadCase("a scheme", host: "http://a", .refused(400)),
    HeadCase("a query", host: "a?b", .refused(400)),
    HeadCase("a fragment", host: "a#b", .refused(400)),
    HeadCase("a backslash", host: "a\\b", .refused(400)),
    HeadCase("a letter over 0x7F", host: "đ.vn", .refused(400)),
    HeadCase("a broken escape", host: "a%2", .refused(400)),
    HeadCase("an escaped NUL", host: "a%00", .refused(400)),
    HeadCase("IPv6 without brackets", host: "::1", .refused(400)),
    HeadCase("IPv6 without its end", host: "[::1", .refused(400)),
    HeadCase("IPv6 of seven groups", host: "[1:2:3:4:5:6:7]", .refused(400)),
    HeadCase("IPv6 of nine groups", host: "[1:2:3:4:5:6:7:8:9]", .refused(400)),
    HeadCase("IPv6 compressed and whole", host: "[1:2:3:4::5:6:7:8]", .refused(400)),
    HeadCase("IPv6 compressed twice", host: "[1::2::3]", .refused(400)),
    HeadCase("IPv6 with a group too long", host: "[12345::]", .refused(400)),
    HeadCase("IPv6 with three colons", host: "[:::1]", .refused(400)),
    HeadCase("IPv6 that begins with one colon", host: "[:1:2:3:4:5:6:7]", .refused(400)),
    HeadCase("IPv6 that ends with one colon", host: "[1:2:3:4:5:6:7:]", .refused(400)),
    HeadCase("IPv6 with a broken IPv4 end", host: "[::192.0.2.256]", .refused(400)),
    HeadCase("IPv6 with a short IPv4 end", host: "[::192.0.2]", .refused(400)),
    HeadCase("IPv6 with a zone", host: "[fe80::1%25eth0]", .refused(400)),
    HeadCase("IPv6 that is empty", host: "[]", .refused(400)),
    HeadCase("something behind the bracket", host: "[::1]a", .refused(400)),
    HeadCase("no Host in HTTP/1.1", "GET / HTTP/1.1\r\nA: b\r\n\r\n", .refused(400)),
    HeadCase("two equal Hosts", field: "Host: a.vn", .refused(400)),
    HeadCase("two differing Hosts", field: "hOST: b.vn", .refused(400)),
    HeadCase(
      "two Hosts in HTTP/1.0", "GET / HTTP/1.0\r\nHost: a\r\nHost: a\r\n\r\n", .refused(400)),
    HeadCase(
      "a broken Host in HTTP/1.0", "GET / HTTP/1.0\r\nHost: a b\r\n\r\n", .refused(400)),
    HeadCase(
      "a whole address needs a Host beside it", "GET http://a/ HTTP/1.1\r\n\r\n", .refused(400)),
    HeadCase(
      "a whole address wins over another Host", "GET http://a/ HTTP/1.1\r\nHost: b\r\n\r\n",
      .complete),
  ]

  @Test(arguments: cases) func `hosts`(_ try: HeadCase) {
    #expect(readHead(`try`.bytes).outcome == `try`.outcome)
  }
}
