/// Reads one request head after another from bytes that arrive in pieces of any size.
///
/// Every byte is looked at once, however it arrives, and the outcome does not depend on where the
/// pieces were cut: the parser stops at the first byte that cannot be right, or at the first one
/// over a limit. It is stricter than RFC 9112 permits where leniency has been used to smuggle
/// requests: no bare CR or LF, no folding, no blank before a colon, nothing dropped silently.
package struct HeadParser: Sendable {
  /// How far a head is read.
  package enum Progress: Sendable, Equatable {
    /// Call again with the same bytes and more behind them.
    case incomplete
    /// The head stands in the first `byteCount` bytes; the parser is ready for the next one.
    case complete
  }

  /// What the next byte belongs to.
  enum Stage: UInt8 {
    case start, secondStart, emptyLineEnd, method, target, query, version
    case line, name, value, valueEnd, end
  }

  var stage = Stage.start
  /// Where the part that is being read began.
  var mark = 0
  /// Where the name of the current field ends.
  var nameEnd = 0
  var targetIsEscaped = false
  var major = 1
  var minor = 1
  var meaning = HeadMeaning()
  /// The next byte to look at.
  private var position = 0

  package init() {}

  /// Whether a head has begun and is not complete.
  package var isUnderWay: Bool { position > 0 }

  /// Whether a byte of a request has come; the empty line that may stand in front is none.
  var hasBegun: Bool { position > 0 && stage != .secondStart }

  /// Where the path of the head under way, or of one just read, stands in its bytes; nil where it
  /// has not come.
  func path(of head: borrowing RequestHead) -> Range<Int>? {
    switch stage {
    case .secondStart, .emptyLineEnd, .method: nil
    // As far as it was read, so that it does not depend on where the pieces were cut; what is asked
    // of it is how it begins.
    case .target, .query: mark..<min(position, mark + HeadParser.pathBytes)
    case .version: head.target
    case .start, .line, .name, .value, .valueEnd, .end: head.path
    }
  }

  /// How far a head was read that was refused.
  enum Extent: Int, Comparable {
    case nothing, method
    /// The request line, and so many fields as `head.fields` has.
    case fields
    case whole

    static func < (one: Extent, other: Extent) -> Bool { one.rawValue < other.rawValue }
  }

  /// How far the head was read that was refused, or that had just been read. Behind a request line
  /// that was refused for what it says the fields are read too, so that it can be told who sent it.
  mutating func extent(
    _ bytes: Span<UInt8>, within limits: Limits, of head: inout RequestHead
  ) -> Extent {
    switch stage {
    case .secondStart, .emptyLineEnd, .method: return .nothing
    case .target, .query: return .method
    case .version:
      guard position - mark == 10 else { return .fields }
      stage = .line
      do throws(Refusal) {
        return try parse(bytes, within: limits, into: &head) == .complete ? .whole : .fields
      } catch {
        return .fields
      }
    case .line, .name, .value, .valueEnd: return .fields
    case .start, .end: return .whole
    }
  }

  /// How many bytes of an unfinished path are looked at.
  private static let pathBytes = 64

  /// Goes on reading the head that begins at the first of `bytes`.
  ///
  /// After a refusal the connection cannot be trusted to be in step; neither can the parser.
  package mutating func parse(
    _ bytes: Span<UInt8>, within limits: Limits = Limits(), into head: inout RequestHead
  ) throws(Refusal) -> Progress {
    if position == 0 { head.clear() }
    let end = min(bytes.count, limits.head)
    var at = position
    if stage.rawValue < Stage.line.rawValue {
      do throws(Refusal) {
        try readRequestLine(bytes, &at, to: end, limits, &head)
      } catch {
        position = at
        throw error
      }
    }
    if stage.rawValue >= Stage.line.rawValue,
      try readFields(bytes, &at, to: end, limits, &head) == .complete
    {
      self = HeadParser()
      return .complete
    }
    position = at
    if at == limits.head { throw .headTooLong(limits) }
    return .incomplete
  }
}

extension RequestHead {
  /// Forgets the last request and keeps the room of its fields for the next.
  fileprivate mutating func clear() {
    fields.removeAll(keepingCapacity: true)
    query = nil
    form = .origin
    method = .get
  }
}
