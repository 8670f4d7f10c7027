/// The segments of a path.
package enum PathSegments {
  /// What stands between the slashes, each part decoded once after the path was split, so that an
  /// encoded slash parts nothing. "/" and the empty path have no segments; "/a/" has "a" and "".
  package static func parse(_ bytes: Span<UInt8>) throws(Refusal) -> [String] {
    var segments: [String] = []
    guard bytes.count > 1 else { return segments }
    var start = 1
    while start <= bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != UInt8(ascii: "/") { end += 1 }
      segments.append(try PercentDecoding.text(bytes, start..<end, plusIsSpace: false))
      start = end + 1
    }
    return segments
  }
}
