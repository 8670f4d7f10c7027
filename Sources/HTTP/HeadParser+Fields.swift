// The field lines (RFC 9112, section 5).
extension HeadParser {
  /// Reads up to `end`, or to the empty line behind the fields.
  mutating func readFields(
    _ bytes: Span<UInt8>, _ at: inout Int, to end: Int, _ limits: Limits,
    _ head: inout RequestHead
  ) throws(Refusal) -> Progress {
    let table = ByteClass.table
    let classes = table.span
    while at < end {
      switch stage {
      case .line:
        switch bytes[at] {
        case .carriageReturn:
          stage = .end
          at += 1
        case .space, .tab:
          throw head.fields.isEmpty ? .blankBeforeFields : .foldedField
        default:
          if head.fields.count == limits.fieldCount { throw .tooManyFields(limits) }
          mark = at
          stage = .name
        }

      case .name:
        at = bytes.skip(ByteClass.token, classes, at, to: min(end, mark + limits.fieldLine + 1))
        if at - mark > limits.fieldLine { throw .fieldTooLong(limits) }
        if at == end { break }
        guard bytes[at] == UInt8(ascii: ":"), at > mark else {
          throw bytes[at].isBlank ? .blankBeforeColon : .malformedFieldName
        }
        nameEnd = at
        at += 1
        stage = .value

      case .value:
        at = bytes.skipValue(at, to: min(end, mark + limits.fieldLine + 1))
        if at - mark > limits.fieldLine { throw .fieldTooLong(limits) }
        if at == end { break }
        guard bytes[at] == .carriageReturn else {
          throw bytes[at] == .lineFeed ? .bareLineFeed : .malformedFieldValue
        }
        at += 1
        stage = .valueEnd

      case .valueEnd:
        guard bytes[at] == .lineFeed else { throw .bareCarriageReturn }
        let name = mark..<nameEnd
        let value = bytes.trimmed(nameEnd + 1..<at - 1)
        let known = KnownField(bytes, name)
        if let known { try meaning.read(known, bytes, value, head.version) }
        head.fields.append(FieldLine(name: name, value: value, known: known))
        at += 1
        stage = .line

      case .end:
        guard bytes[at] == .lineFeed else { throw .bareCarriageReturn }
        head.byteCount = at + 1
        try meaning.settle(&head)
        return .complete

      default:
        preconditionFailure("the request line is read first")
      }
    }
    return .incomplete
  }
}

extension KnownField {
  /// Recognises a name in any case: by its length and first letter there is one that it can be.
  fileprivate init?(_ bytes: Span<UInt8>, _ name: Range<Int>) {
    let candidate: KnownField
    switch (name.count, bytes[name.lowerBound] | 0x20) {
    case (4, UInt8(ascii: "h")): candidate = .host
    case (6, UInt8(ascii: "a")): candidate = .accept
    case (6, UInt8(ascii: "e")): candidate = .expect
    case (6, UInt8(ascii: "o")): candidate = .origin
    case (7, UInt8(ascii: "r")): candidate = .referer
    case (8, UInt8(ascii: "i")): candidate = .ifMatch
    case (9, UInt8(ascii: "f")): candidate = .forwarded
    case (10, UInt8(ascii: "c")): candidate = .connection
    case (10, UInt8(ascii: "u")): candidate = .userAgent
    case (11, UInt8(ascii: "t")): candidate = .traceparent
    case (13, UInt8(ascii: "i")): candidate = .ifNoneMatch
    case (14, UInt8(ascii: "c")): candidate = .contentLength
    case (15, UInt8(ascii: "a")):
      let isEncoding = bytes[name.lowerBound + 7] | 0x20 == UInt8(ascii: "e")
      candidate = isEncoding ? .acceptEncoding : .acceptLanguage
    case (15, UInt8(ascii: "x")): candidate = .xForwardedFor
    case (17, UInt8(ascii: "t")): candidate = .transferEncoding
    case (19, UInt8(ascii: "i")): candidate = .ifUnmodifiedSince
    default: return nil
    }
    guard bytes.holds(anyCaseOf: candidate.rawValue, at: name) else { return nil }
    self = candidate
  }
}
