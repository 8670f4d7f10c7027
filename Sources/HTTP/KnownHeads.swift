/// Heads that came before, byte by byte, with what was answered: clients that ask again say the
/// same, and comparing is a fraction of reading, as is copying of writing. It belongs to one loop.
///
/// A head's place is told by its request line alone, so that a new head displaces an old one at
/// worst; a head counts as known only if every byte of it is the same.
struct KnownHeads {
  final class Known {
    let bytes: [UInt8]
    let isNotModified: Bool
    /// The answer behind its date.
    let rest: [UInt8]
    /// Where the answer is counted.
    let countsAt: Int
    /// The bytes of its content.
    let content: Int
    /// What the access log says of it, where one is kept.
    let middle: AccessLines.Middle?

    init(
      bytes: [UInt8], isNotModified: Bool, rest: [UInt8], countsAt: Int, content: Int,
      middle: AccessLines.Middle?
    ) {
      self.bytes = bytes
      self.isNotModified = isNotModified
      self.rest = rest
      self.countsAt = countsAt
      self.content = content
      self.middle = middle
    }

    /// Whether `bytes` begin with the head.
    func begins(_ bytes: Span<UInt8>) -> Bool {
      let known = self.bytes
      let head = known.span
      guard bytes.count >= head.count else { return false }
      let bytes = bytes.extracting(0..<head.count)
      // All are compared whatever the first ones say: so the compiler takes many at a time.
      var difference: UInt8 = 0
      for index in head.indices { difference |= bytes[index] ^ head[index] }
      return difference == 0
    }
  }

  private var places: [Known?] = []
  private let limits: Limits
  /// The era of the application in which all of them were answered.
  private var era = 0

  init(_ limits: Limits) {
    self.limits = limits
  }

  /// The head that begins at the first of `bytes`, if it is known.
  mutating func find(_ bytes: Span<UInt8>, era: Int) -> Known? {
    forget(unless: era)
    if places.isEmpty { return nil }
    guard let known = places[place(of: bytes)], known.begins(bytes) else { return nil }
    return known
  }

  /// Forgets all that was answered in another era.
  mutating func forget(unless era: Int) {
    if era != self.era { places = [] }
  }

  /// Keeps an answer that may be repeated; `bytes` begin with the head.
  mutating func keep(
    _ response: Response, to head: borrowing RequestHead, _ bytes: Span<UInt8>, era: Int,
    _ date: DateLine, countsAt: Int, _ middle: AccessLines.Middle?
  ) {
    // What is framed by more than the head itself, or ends the connection, is read each time.
    guard response.mayRepeat, response.status == .ok || response.status == .notModified,
      !response.closes, head.framing == .none, head.persistent,
      head.version == .http11, head.byteCount <= limits.knownHead, limits.knownHeads > 0,
      case .whole(let body) = response.body, body.count <= limits.knownAnswer
    else { return }
    if places.isEmpty || era != self.era {
      places = [Known?](repeating: nil, count: limits.knownHeads)
      self.era = era
    }
    var copy: [UInt8] = []
    copy.reserveCapacity(head.byteCount)
    for index in 0..<head.byteCount { copy.append(bytes[index]) }
    var written = Output()
    written.append(
      response, date: date, withBody: head.method != .head, closes: false, to: .http11)
    let isNotModified = response.status == .notModified
    let opening = isNotModified ? date.notModified : date.opening
    places[place(of: bytes)] = Known(
      bytes: copy, isNotModified: isNotModified, rest: written.bytes(behind: opening.count),
      countsAt: countsAt, content: response.contentCount(to: head.method), middle: middle)
  }

  /// By the bytes of the request line, or as far as 256 of them go.
  private func place(of bytes: Span<UInt8>) -> Int {
    var hash: UInt32 = 2_166_136_261
    let line = bytes.extracting(0..<min(bytes.count, 256))
    for index in line.indices {
      let byte = line[index]
      if byte == .carriageReturn { break }
      hash = (hash ^ UInt32(byte)) &* 16_777_619
    }
    return Int(hash % UInt32(places.count))
  }
}
