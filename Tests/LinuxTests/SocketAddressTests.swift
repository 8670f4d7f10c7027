import Linux
import Testing

@Suite struct SocketAddressTests {
  @Test(
    arguments: [
      ("127.0.0.1", ["127.0.0.1:80"]), ("0.0.0.0", ["0.0.0.0:80"]), ("::1", ["[::1]:80"]),
      ("[::1]", ["[::1]:80"]), ("::", ["[::]:80"]), ("[::]", ["[::]:80"]),
      ("2001:DB8:0:0::1", ["[2001:db8::1]:80"]), ("::ffff:192.0.2.1", ["[::ffff:192.0.2.1]:80"]),
      ("localhost", ["127.0.0.1:80", "[::1]:80"]),
    ]) func `a host is read and written as it stands in a URL`(
      _ host: String, _ authorities: [String]
    )
  {
    #expect(SocketAddress.parse(host: host, port: 80).map(\.authority) == authorities)
  }

  @Test(
    arguments: [
      "", " ", "a.vn", "127.0.0", "127.0.0.256", "127.0.0.1:80", "[::1", "::1]", "[127.0.0.1]",
      "[]", "[::1]:80", ":::", "1::2::3", "fe80::1%eth0", "LOCALHOST.", "127.0.0.1 ",
    ]) func `anything else is no address`(_ host: String)
  {
    #expect(SocketAddress.parse(host: host, port: 80).isEmpty)
  }

  @Test func `every address of a machine is told apart`() {
    #expect(SocketAddress.parse(host: "::", port: 1).map(\.isAny) == [true])
    #expect(SocketAddress.parse(host: "0.0.0.0", port: 1).map(\.isAny) == [true])
    #expect(SocketAddress.parse(host: "localhost", port: 1).map(\.isAny) == [false, false])
  }

  @Test func `ports reach from end to end`() {
    #expect(SocketAddress.parse(host: "::1", port: 65_535)[0].authority == "[::1]:65535")
  }
}
