/// An address of the Internet Protocol; one of IPv4 is the same as it is within IPv6
/// (`::ffff:192.0.2.1`), as whoever listens to both sees it.
package struct IPAddress: Sendable, Hashable {
  let high: UInt64
  let low: UInt64

  private init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// The address in the order of the network, in 4 bytes or 16; nil for any other count.
  package init?(_ bytes: [UInt8]) {
    func number(_ bytes: ArraySlice<UInt8>) -> UInt64 {
      bytes.reduce(0) { $0 << 8 | UInt64($1) }
    }
    switch bytes.count {
    case 4: self.init(high: 0, low: 0xFFFF_0000_0000 | number(bytes[...]))
    case 16: self.init(high: number(bytes[..<8]), low: number(bytes[8...]))
    default: return nil
    }
  }

  /// The address as text: `192.0.2.1`, `2001:db8::1`; nil where it is none.
  package init?(text: some Sequence<UInt8>) {
    let text = Array(text)
    if let number = IPAddress.number(text[...]) {
      self.init(high: 0, low: 0xFFFF_0000_0000 | UInt64(number))
    } else {
      guard let groups = IPAddress.eightGroups(text[...]) else { return nil }
      func number(_ groups: ArraySlice<UInt16>) -> UInt64 {
        groups.reduce(0) { $0 << 16 | UInt64($1) }
      }
      self.init(high: number(groups[..<4]), low: number(groups[4...]))
    }
  }

  package var isIPv4: Bool { high == 0 && low >> 32 == 0xFFFF }

  /// As one writes it (RFC 5952): small letters, the longest run of zeros left out.
  package var text: String {
    if isIPv4 { return (0..<4).map { "\(low >> (24 - 8 * $0) & 0xFF)" }.joined(separator: ".") }
    let groups = (0..<8).map { ($0 < 4 ? high : low) >> (48 - 16 * ($0 % 4)) & 0xFFFF }
    var longest = 0..<0
    var start = 0
    for (index, group) in groups.enumerated() {
      if group != 0 { start = index + 1 }
      if index + 1 - start > longest.count { longest = start..<index + 1 }
    }
    func joined(_ groups: ArraySlice<UInt64>) -> String {
      groups.map { String($0, radix: 16) }.joined(separator: ":")
    }
    if longest.count < 2 { return joined(groups[...]) }
    return joined(groups[..<longest.lowerBound]) + "::" + joined(groups[longest.upperBound...])
  }

  /// The first bits, the others zero.
  func masked(to bits: Int) -> IPAddress {
    func mask(_ bits: Int) -> UInt64 { bits <= 0 ? 0 : bits >= 64 ? .max : ~(.max >> UInt64(bits)) }
    return IPAddress(high: high & mask(bits), low: low & mask(bits - 64))
  }

  /// What counts as one client: an address of IPv4, and of IPv6 a network of 64 bits, which is the
  /// least that a customer gets (RFC 6177).
  package var client: IPAddress { isIPv4 ? self : masked(to: 64) }

  private static func number(_ text: ArraySlice<UInt8>) -> UInt32? {
    let parts = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count == 4 else { return nil }
    var number: UInt32 = 0
    for part in parts {
      // "010" is eight to some and ten to others.
      guard (1...3).contains(part.count), part.count == 1 || part.first != 0x30 else { return nil }
      var byte: UInt32 = 0
      for character in part {
        guard let digit = character.digit else { return nil }
        byte = byte * 10 + UInt32(digit)
      }
      if byte > 255 { return nil }
      number = number << 8 | byte
    }
    return number
  }

  private static func eightGroups(_ text: ArraySlice<UInt8>) -> [UInt16]? {
    let colon = UInt8(ascii: ":")
    let middle = text.indices.dropLast().first { text[$0] == colon && text[$0 + 1] == colon }
    guard let middle else {
      guard let all = groups(text, mayEndInIPv4: true), all.count == 8 else { return nil }
      return all
    }
    guard let first = groups(text[..<middle], mayEndInIPv4: false),
      let last = groups(text[(middle + 2)...], mayEndInIPv4: true), first.count + last.count < 8
    else { return nil }
    return first + [UInt16](repeating: 0, count: 8 - first.count - last.count) + last
  }

  private static func groups(_ text: ArraySlice<UInt8>, mayEndInIPv4: Bool) -> [UInt16]? {
    if text.isEmpty { return [] }
    var groups: [UInt16] = []
    let parts = text.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    for (index, part) in parts.enumerated() {
      if mayEndInIPv4, index == parts.count - 1, let number = number(part) {
        groups += [UInt16(number >> 16), UInt16(number & 0xFFFF)]
        continue
      }
      guard (1...4).contains(part.count) else { return nil }
      var group: UInt16 = 0
      for character in part {
        guard let digit = character.hexDigit else { return nil }
        group = group << 4 | UInt16(digit)
      }
      groups.append(group)
    }
    return groups
  }
}
