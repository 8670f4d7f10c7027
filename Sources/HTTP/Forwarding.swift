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
      last(parts(of: value[...], at: comma).map(forNode), proxies)
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

  private static let quote = UInt8(ascii: "\"")

  /// The node of the parameter `for` in one element of `Forwarded`; nil where it has none, or a
  /// value of it is neither whole in quotes nor without any: a quote that a client left open would
  /// make its words and the proxy's one.
  private static func forNode(_ element: ArraySlice<UInt8>) -> IPAddress? {
    var found: IPAddress?
    for pair in parts(of: element, at: UInt8(ascii: ";")).map(trimmed) {
      guard let equals = pair.firstIndex(of: UInt8(ascii: "=")) else { continue }
      var value = pair[(equals + 1)...]
      if value.first == quote {
        guard closingQuote(of: value) == value.endIndex - 1 else { return nil }
        value = value.dropFirst().dropLast()
      } else if value.contains(quote) {
        return nil
      }
      if found == nil, pair[..<equals].map(\.lowered) == Array("for".utf8) { found = node(value) }
    }
    return found
  }

  /// The parts between separators, of which none stands in a quoted string (RFC 7239, section 4).
  private static func parts(
    of text: ArraySlice<UInt8>, at separator: UInt8
  ) -> [ArraySlice<UInt8>] {
    var parts: [ArraySlice<UInt8>] = []
    var start = text.startIndex
    var at = start
    while at < text.endIndex {
      if text[at] == quote {
        at = closingQuote(of: text[at...]) ?? text.endIndex - 1
      } else if text[at] == separator {
        parts.append(text[start..<at])
        start = at + 1
      }
      at += 1
    }
    return parts + [text[start...]]
  }

  /// Where a quoted string ends that begins with `text` (RFC 9110, section 5.6.4).
  private static func closingQuote(of text: ArraySlice<UInt8>) -> Int? {
    var at = text.startIndex + 1
    while at < text.endIndex {
      if text[at] == quote { return at }
      at += text[at] == UInt8(ascii: "\\") ? 2 : 1
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
