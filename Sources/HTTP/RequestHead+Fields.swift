extension RequestHead {
  /// Whether a field of that name was sent.
  package func has(_ field: KnownField) -> Bool {
    fields.contains { $0.known == field }
  }

  /// The value of a field, its lines joined with commas as RFC 9110, section 5.3, has it; nil
  /// where it was not sent. `bytes` is the span that the head indexes.
  package func value(of field: KnownField, in bytes: Span<UInt8>) -> [UInt8]? {
    var joined: [UInt8]?
    for line in fields where line.known == field {
      if joined == nil {
        joined = []
      } else {
        joined?.append(contentsOf: [UInt8(ascii: ","), .space])
      }
      for index in line.value { joined?.append(bytes[index]) }
    }
    return joined
  }
}
