import HTTP
import Testing

@Suite struct IPAddressTests {
  @Test(arguments: [
    ("192.0.2.1", "192.0.2.1"), ("0.0.0.0", "0.0.0.0"), ("255.255.255.255", "255.255.255.255"),
    ("::", "::"), ("::1", "::1"), ("1::", "1::"), ("2001:DB8:0:0:1:0:0:1", "2001:db8::1:0:0:1"),
    ("1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7:8"), ("1:0:3:4:5:6:7:8", "1:0:3:4:5:6:7:8"),
    ("::ffff:192.0.2.1", "192.0.2.1"), ("64:ff9b::192.0.2.1", "64:ff9b::c000:201"),
    ("fe80::1:2:3:4", "fe80::1:2:3:4"),
  ])
  func `an address is read and written as people write it`(_ text: String, _ written: String) {
    #expect(IPAddress(text: text.utf8)?.text == written)
  }

  @Test(arguments: [
    "", "1", "1.2.3", "1.2.3.4.5", "1.2.3.256", "01.2.3.4", "1.2.3.4 ", "1.2..4", "a.b.c.d",
    "-1.2.3.4", "+1.2.3.4", ":", ":::", "1::2::3", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9",
    "1:2:3:4:5:6:7::8:9", "12345::", "g::", "::1%lo", "[::1]", "1.2.3.4::", "::1.2.3.4:5",
    "1:2:3:4:5:6:7:8::",
  ])
  func `what is no address is none`(_ text: String) {
    #expect(IPAddress(text: text.utf8) == nil)
  }

  @Test func `the bytes of the network are the same address as its text`() {
    #expect(IPAddress([192, 0, 2, 1]) == IPAddress(text: "192.0.2.1".utf8))
    #expect(
      IPAddress([0x20, 1, 0xD, 0xB8] + [UInt8](repeating: 0, count: 11) + [1])
        == IPAddress(text: "2001:db8::1".utf8))
    #expect(IPAddress([1, 2, 3]) == nil)
  }

  @Test(arguments: [
    ("192.0.2.1", "192.0.2.2", false), ("2001:db8:0:1::5", "2001:db8:0:1:9::", true),
    ("2001:db8:0:1::5", "2001:db8:0:2::5", false),
  ])
  func `a client is an address of IPv4 or 64 bits of IPv6`(
    _ one: String, _ other: String, _ isOne: Bool
  ) {
    #expect(
      (IPAddress(text: one.utf8)?.client == IPAddress(text: other.utf8)?.client) == isOne)
  }
}

@Suite struct NetworkTests {
  @Test(arguments: [
    ("10.0.0.0/8", "10.255.0.1", true), ("10.0.0.0/8", "11.0.0.0", false),
    ("0.0.0.0/0", "203.0.113.9", true), ("0.0.0.0/0", "2001:db8::", false),
    ("192.0.2.1", "192.0.2.1", true), ("192.0.2.1", "192.0.2.0", false),
    ("192.0.2.0/31", "::ffff:192.0.2.1", true), ("fd00::/8", "fdff::1", true),
    ("fd00::/8", "fe00::", false), ("2001:db8::/65", "2001:db8:0:0:7fff::", true),
    ("2001:db8::/65", "2001:db8:0:0:8000::", false), ("::/0", "::1", true), ("::1", "::1", true),
  ])
  func `a network holds the addresses that begin like it`(
    _ network: String, _ address: String, _ holds: Bool
  ) throws {
    let address = try #require(IPAddress(text: address.utf8))
    #expect(try #require(Network(network)).contains(address) == holds)
  }

  @Test(arguments: [
    "", "/", "10.0.0.0/", "10.0.0.0/33", "10.0.0.1/8", "10.0.0.0/8/8", "10.0.0.0/-1",
    "10.0.0.0/ 8", "::/129", "fd00::1/8", "localhost", "10/8", "10.0.0.0/99999999999999999999",
  ])
  func `what is no network, or not clearly one, is none`(_ text: String) {
    #expect(Network(text) == nil)
  }

  @Test(arguments: [
    ("10.0.0", "\"10.0.0\" is none"), ("10.0.0.0/x", "\"10.0.0.0/x\" is none"),
    ("10.0.0.0/33", "\"10.0.0.0/33\" has more than 32 bits behind the slash"),
    ("::/129", "\"::/129\" has more than 128 bits behind the slash"),
    (
      "10.1.0.0/8",
      "\"10.1.0.0/8\" sets bits behind those that count; the network is 10.0.0.0/8"
    ),
    ("fd00::1/8", "\"fd00::1/8\" sets bits behind those that count; the network is fd00::/8"),
    ("::1, 10.0.0.0 /8", "\"10.0.0.0 /8\" is none"),
  ])
  func `what is wrong with a network is said`(_ text: String, _ words: String) {
    let error = #expect(throws: NetworkError.self) { _ = try Network.list(text) }
    #expect(error?.description == words)
  }

  @Test(arguments: [
    "10.0.0.0/8,::1", "10.0.0.0/8, ::1 ", " 10.0.0.0/8 ,\t::1,", ",10.0.0.0/8,,::1",
  ])
  func `blanks and commas around networks do not count`(_ text: String) throws {
    #expect(try Network.list(text) == Network.list("10.0.0.0/8,::1"))
    #expect(try Network.list(text).count == 2)
  }

  @Test func `no text is no networks`() throws {
    #expect(try Network.list("") == [])
  }
}
