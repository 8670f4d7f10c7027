extension RequestHead {
  /// Tells the form of the target and finds its path (RFC 9112, section 3.2).
  ///
  /// A method that will be answered 405 whatever its target may carry any target; one that is not
  /// understood here has an empty path.
  mutating func readTarget(_ bytes: Span<UInt8>, pathEnd: Int) throws(Refusal) {
    let start = target.lowerBound
    path = start..<pathEnd
    form = .origin
    if bytes[start] == UInt8(ascii: "/") { return }
    if bytes.holds("*", at: target) {
      if method != .options, method != .other { throw .misplacedAsterisk }
      form = .asterisk
      return
    }
    if let authority = authorityStart(bytes) {
      form = .absolute
      var end = authority
      while end < pathEnd, bytes[end] != UInt8(ascii: "/") { end += 1 }
      // The authority names whom the request is for, and wins over Host (section 3.2.2), so that
      // it must be as good. User names in it are refused (RFC 9110, section 4.2.4).
      guard Authority.isValid(bytes, authority..<end) else { throw .malformedHost }
      path = end..<pathEnd
      return
    }
    // Authority-form belongs to CONNECT, which is answered 405 like every other method.
    guard method == .other else { throw .malformedForm }
    path = start..<start
    query = nil
  }

  /// Where the authority of an absolute target begins; nil where no known scheme stands in front.
  private func authorityStart(_ bytes: Span<UInt8>) -> Int? {
    for scheme in ["http://", "https://"] {
      let end = target.lowerBound + scheme.utf8.count
      if end <= target.upperBound,
        bytes.holds(anyCaseOf: scheme, at: target.lowerBound..<end)
      {
        return end
      }
    }
    return nil
  }
}
