/// All addresses that begin with the same bits, as one writes them: `10.0.0.0/8`, `fd00::/8`, or
/// a single address.
package struct Network: Sendable, Equatable {
  private let address: IPAddress
  private let bits: Int

  /// Nil where the text is no network, or sets bits behind those that count: `10.1.0.0/8` may have
  /// been meant as another.
  package init?(_ text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard parts.count <= 2, let address = IPAddress(text: parts[0]) else { return nil }
    let isIPv4 = !parts[0].contains(UInt8(ascii: ":"))
    var bits = isIPv4 ? 32 : 128
    if parts.count == 2 {
      var given = 0
      for character in parts[1] {
        guard let digit = character.digit, given <= 128 else { return nil }
        given = given * 10 + digit
      }
      guard !parts[1].isEmpty, given <= bits else { return nil }
      bits = given
    }
    if isIPv4 { bits += 96 }
    guard address.masked(to: bits) == address else { return nil }
    self.address = address
    self.bits = bits
  }

  package func contains(_ other: IPAddress) -> Bool { other.masked(to: bits) == address }
}

/// The other end of a connection, as far as anybody wants to know it.
package final class Peer: Sendable {
  package let address: IPAddress
  /// As the access log writes it.
  let text: [UInt8]
  /// Whether it is believed about whom it asks for.
  package let isProxy: Bool

  package init(_ address: IPAddress, proxies: [Network]) {
    self.address = address
    text = Array(address.text.utf8)
    isProxy = proxies.contains { $0.contains(address) }
  }
}
