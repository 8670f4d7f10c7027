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
