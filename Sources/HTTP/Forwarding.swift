/// Whom a proxy asks for, as it says in `Forwarded` (RFC 7239) or `X-Forwarded-For`.
///
/// Each proxy adds who came to it at the end, behind what the client may have invented: so the
/// list is walked from its end, as long as who is named is a proxy that is believed itself.
enum Forwarding {
  /// The client behind the proxies; nil where they do not say, or say two things: a client can
  /// send the field that its proxy does not look at.
  static func client(
    of head: borrowing RequestHead, _ bytes: Span<UInt8>, proxies: [Network]
  ) -> IPAddress? {
    let standard = head.value(of: .forwarded, in: bytes).map { value in
      last(value.split(separator: comma, omittingEmptySubsequences: false).map(forNode), proxies)
    }
    let usual = head.value(of: .xForwardedFor, in: bytes).map { value in
      last(value.split(separator: comma, omittingEmptySubsequences: false).map(node), proxies)
    }
    if let standard, let usual { return standard == usual ? standard : nil }
    return (standard ?? usual) ?? nil
  }

  private static let comma = UInt8(ascii: ",")

  /// Who stands in front of the last proxies that are believed.
  private static func last(_ hops: [IPAddress?], _ proxies: [Network]) -> IPAddress? {
    var client: IPAddress?
    for hop in hops.reversed() {
      guard let hop else { return client }
      client = hop
      if !proxies.contains(where: { $0.contains(hop) }) { return client }
    }
    return client
  }

  /// The node of the parameter `for` in one element of `Forwarded`.
  private static func forNode(_ element: ArraySlice<UInt8>) -> IPAddress? {
    for pair in element.split(separator: UInt8(ascii: ";")) {
      let pair = trimmed(pair)
      guard pair.prefix(4).map(\.lowered) == Array("for=".utf8) else { continue }
      var value = pair.dropFirst(4)
      if value.first == UInt8(ascii: "\""), value.last == UInt8(ascii: "\""), value.count > 1 {
        value = value.dropFirst().dropLast()
      }
      return node(value)
    }
    return nil
  }

  /// An address with or without a port; nil for `unknown` and names that hide one.
  private static func node(_ text: ArraySlice<UInt8>) -> IPAddress? {
    let text = trimmed(text)
    if text.first == UInt8(ascii: "[") {
      guard let end = text.firstIndex(of: UInt8(ascii: "]")) else { return nil }
      return IPAddress(text: text[(text.startIndex + 1)..<end])
    }
    let colons = text.filter { $0 == UInt8(ascii: ":") }.count
    return IPAddress(text: colons == 1 ? text.prefix { $0 != UInt8(ascii: ":") } : text)
  }

  private static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var text = text.drop { $0.isBlank }
    while let last = text.last, last.isBlank { text.removeLast() }
    return text
  }
}
