/// All addresses that begin with the same bits, as one writes them: `10.0.0.0/8`, `fd00::/8`, or
/// a single address.
package struct Network: Sendable, Equatable {
  private let address: IPAddress
  private let bits: Int

  /// Nil where `init(parsing:)` throws.
  package init?(_ text: String) {
    do throws(NetworkError) {
      try self.init(parsing: text)
    } catch {
      return nil
    }
  }

  /// Refuses what is no network, or sets bits behind those that count: `10.1.0.0/8` may have been
  /// meant as another.
  package init(parsing text: String) throws(NetworkError) {
    let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard parts.count <= 2, let address = IPAddress(text: parts[0]) else { throw .none(text) }
    let isIPv4 = !parts[0].contains(UInt8(ascii: ":"))
    var bits = isIPv4 ? 32 : 128
    if parts.count == 2 {
      var given = 0
      for character in parts[1] {
        guard let digit = character.digit else { throw .none(text) }
        given = min(given * 10 + digit, 1000)
      }
      guard !parts[1].isEmpty else { throw .none(text) }
      guard given <= bits else { throw .tooLong(text, most: bits) }
      bits = given
    }
    let counted = isIPv4 ? bits + 96 : bits
    let network = address.masked(to: counted)
    guard network == address else { throw .bitsBehind(text, "\(network.text)/\(bits)") }
    self.address = address
    self.bits = counted
  }

  /// Networks with commas between them, and blanks around them or not.
  package static func list(_ text: String) throws(NetworkError) -> [Network] {
    var networks: [Network] = []
    for part in text.split(separator: ",") {
      let words = part.split(whereSeparator: { $0 == " " || $0 == "\t" })
      if words.isEmpty { continue }
      networks.append(try Network(parsing: words.joined(separator: " ")))
    }
    return networks
  }

  package func contains(_ other: IPAddress) -> Bool { other.masked(to: bits) == address }
}

/// Why a text is no network.
package enum NetworkError: Error, Equatable {
  case none(String)
  /// More bits are to count than an address has.
  case tooLong(String, most: Int)
  /// Bits are set behind those that count; and the network without them.
  case bitsBehind(String, String)
}

extension NetworkError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .none(let text): "\"\(text)\" is none"
    case .tooLong(let text, let most): "\"\(text)\" has more than \(most) bits behind the slash"
    case .bitsBehind(let text, let network):
      "\"\(text)\" sets bits behind those that count; the network is \(network)"
    }
  }
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
