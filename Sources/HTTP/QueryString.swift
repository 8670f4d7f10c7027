/// A query as forms write it: `application/x-www-form-urlencoded`.
package enum QueryString {
  /// The parameters in the order in which they stand, names and values decoded once.
  ///
  /// A plus sign is a space; "&" parts parameters and the first "=" parts a name from its value; a
  /// parameter without "=" has an empty value; of "&&" nothing comes. Broken escapes, `%00` and
  /// what is not UTF-8 are refused with 400. A value is decoded whole, before anybody splits it.
  package static func parse(
    _ bytes: Span<UInt8>
  ) throws(Refusal) -> [(name: String, value: String)] {
    var parameters: [(name: String, value: String)] = []
    var start = 0
    while start < bytes.count {
      var end = start
      var equals: Int?
      while end < bytes.count, bytes[end] != UInt8(ascii: "&") {
        if equals == nil, bytes[end] == UInt8(ascii: "=") { equals = end }
        end += 1
      }
      if end > start {
        let nameEnd = equals ?? end
        let valueStart = equals.map { $0 + 1 } ?? end
        parameters.append(
          (
            name: try PercentDecoding.text(bytes, start..<nameEnd, plusIsSpace: true),
            value: try PercentDecoding.text(bytes, valueStart..<end, plusIsSpace: true)
          ))
      }
      start = end + 1
    }
    return parameters
  }
}

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
