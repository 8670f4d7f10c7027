/// What the conditions of a GET or HEAD come to (RFC 9110, section 13.2.2).
package enum Precondition: Sendable, Equatable {
  /// Answer as if there were no condition.
  case proceed
  /// Answer 304 with the fields that a 200 would have, and no body.
  case notModified
  /// Answer 412.
  case failed

  /// Weighs the conditions of a request for a representation that exists and whose entity tag is
  /// `tag`, quotes included. Dates are not weighed: no representation here has one, and then they
  /// are ignored (section 13.1.4).
  package static func evaluate(
    _ head: borrowing RequestHead, _ bytes: Span<UInt8>, tag: String
  ) -> Precondition {
    if head.has(.ifMatch), !EntityTags.match(head, bytes, .ifMatch, tag: tag, weakly: false) {
      return .failed
    }
    if head.has(.ifNoneMatch),
      EntityTags.match(head, bytes, .ifNoneMatch, tag: tag, weakly: true)
    {
      return .notModified
    }
    return .proceed
  }
}

/// Lists of entity tags as If-Match and If-None-Match hold them: `*`, or tags parted by commas, in
/// one field line or several (RFC 9110, sections 8.8.3, 13.1.1 and 13.1.2).
enum EntityTags {
  /// Whether one of the tags sent is `tag`. Weak tags equal others when compared weakly, and
  /// nothing when compared strongly. What is not a tag equals nothing.
  static func match(
    _ head: borrowing RequestHead, _ bytes: Span<UInt8>, _ field: KnownField, tag: String,
    weakly: Bool
  ) -> Bool {
    let isWeak = tag.utf8.starts(with: "W/".utf8)
    if isWeak, !weakly { return false }
    let opaque = isWeak ? String(tag.dropFirst(2)) : tag
    for line in head.fields where line.known == field {
      if bytes.holds("*", at: line.value) { return true }
      var position = line.value.lowerBound
      while let sent = nextTag(bytes, &position, line.value.upperBound) {
        if weakly || !sent.isWeak, bytes.holds(opaque, at: sent.opaque) { return true }
      }
    }
    return false
  }

  /// The next tag of a list: `W/` or nothing, and a text in quotes without escapes, so that the
  /// quotes alone say where it ends. Passes over what is no tag up to the next comma.
  private static func nextTag(
    _ bytes: Span<UInt8>, _ position: inout Int, _ end: Int
  ) -> (isWeak: Bool, opaque: Range<Int>)? {
    let quote = UInt8(ascii: "\"")
    let comma = UInt8(ascii: ",")
    while position < end {
      while position < end, bytes[position].isBlank || bytes[position] == comma { position += 1 }
      let isWeak =
        position + 1 < end && bytes[position] == UInt8(ascii: "W")
        && bytes[position + 1] == UInt8(ascii: "/")
      let start = isWeak ? position + 2 : position
      if start < end, bytes[start] == quote {
        var close = start + 1
        while close < end, bytes[close] != quote { close += 1 }
        position = close + 1
        var next = position
        while next < end, bytes[next].isBlank { next += 1 }
        if close < end, next >= end || bytes[next] == comma { return (isWeak, start..<close + 1) }
      }
      while position < end, bytes[position] != comma { position += 1 }
    }
    return nil
  }
}
