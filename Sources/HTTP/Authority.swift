/// A host with or without a port, as in the Host field: `uri-host [ ":" port ]` (RFC 9110,
/// section 7.2).
enum Authority {
  /// Whether the bytes are a host that could be meant: not empty, and its port a number that
  /// ports have.
  static func isValid(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard !range.isEmpty else { return false }
    var hostEnd = range.lowerBound
    if bytes[range.lowerBound] == UInt8(ascii: "[") {
      while hostEnd < range.upperBound, bytes[hostEnd] != UInt8(ascii: "]") { hostEnd += 1 }
      let address = range.lowerBound + 1..<hostEnd
      guard hostEnd < range.upperBound, isIPv6(bytes, address) || isLater(bytes, address) else {
        return false
      }
      hostEnd += 1
    } else {
      guard let end = nameEnd(bytes, range), end > range.lowerBound else { return false }
      hostEnd = end
    }
    if hostEnd == range.upperBound { return true }
    return bytes[hostEnd] == UInt8(ascii: ":") && isPort(bytes, hostEnd + 1..<range.upperBound)
  }

  /// Where a `reg-name` ends; nil where it holds a broken escape.
  private static func nameEnd(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
    let table = ByteClass.table
    var at = range.lowerBound
    while true {
      at = bytes.skip(ByteClass.host, table.span, at, to: range.upperBound)
      guard at < range.upperBound, bytes[at] == UInt8(ascii: "%") else { return at }
      guard at + 2 < range.upperBound, let high = bytes[at + 1].hexDigit,
        let low = bytes[at + 2].hexDigit, high + low > 0
      else { return nil }
      at += 3
    }
  }

  /// A port is digits, and may be missing after its colon (RFC 3986, section 3.2.3).
  private static func isPort(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var number = 0
    for index in range {
      guard let digit = bytes[index].digit else { return false }
      number = number * 10 + digit
      if number > 65_535 { return false }
    }
    return true
  }

  /// `IPv6address` (RFC 3986, section 3.2.2): eight groups of up to four hexadecimal digits; once
  /// "::" for one group or more; the last two may be an IPv4 address.
  private static func isIPv6(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var groups = 0
    var compressed = false
    var at = range.lowerBound
    let end = range.upperBound
    let colon = UInt8(ascii: ":")
    if at + 1 < end, bytes[at] == colon, bytes[at + 1] == colon {
      compressed = true
      at += 2
      if at == end { return true }
    }
    while at < end {
      let start = at
      while at < end, bytes[at].hexDigit != nil { at += 1 }
      if at < end, bytes[at] == UInt8(ascii: ".") {
        guard isIPv4(bytes, start..<end) else { return false }
        groups += 2
        break
      }
      guard (1...4).contains(at - start) else { return false }
      groups += 1
      if at == end { break }
      guard bytes[at] == colon, at + 1 < end else { return false }
      at += 1
      if bytes[at] == colon {
        if compressed { return false }
        compressed = true
        at += 1
      }
    }
    return compressed ? groups <= 7 : groups == 8
  }

  /// `IPvFuture` (RFC 3986, section 3.2.2): "v", its number in hexadecimal digits, a point, and
  /// what names may hold or a colon.
  private static func isLater(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard let first = range.first, bytes[first].lowered == UInt8(ascii: "v") else { return false }
    var at = first + 1
    while at < range.upperBound, bytes[at].hexDigit != nil { at += 1 }
    guard at > first + 1, at + 1 < range.upperBound, bytes[at] == UInt8(ascii: ".") else {
      return false
    }
    return (at + 1..<range.upperBound).allSatisfy {
      bytes[$0].isA(ByteClass.host) || bytes[$0] == UInt8(ascii: ":")
    }
  }

  private static func isIPv4(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var parts = 0
    var position = range.lowerBound
    while position <= range.upperBound {
      let start = position
      var number = 0
      while position < range.upperBound, let digit = bytes[position].digit {
        number = number * 10 + digit
        position += 1
        if position - start > 3 { return false }
      }
      let leadingZero = position - start > 1 && bytes[start] == UInt8(ascii: "0")
      guard position > start, number <= 255, !leadingZero else { return false }
      parts += 1
      if position == range.upperBound { break }
      guard bytes[position] == UInt8(ascii: ".") else { return false }
      position += 1
    }
    return parts == 4
  }
}
