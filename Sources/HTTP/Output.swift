/// Answers that wait to leave, in order: heads and small bodies lie together in one run of bytes,
/// large bodies stay where they were made and are not copied. The last answer may be one whose
/// content is made piece by piece; nothing is written behind it until it is whole.
package struct Output {
  /// A large body and the place in the run behind which it belongs.
  private struct LargeBody {
    var after: Int
    var bytes: [UInt8]
  }

  /// Content that is not all made yet, and how it is framed.
  private struct Rest {
    var pieces: any Pieces
    var isChunked: Bool
    /// Whether a chunk's data is written and its line end is not.
    var isWithinChunk = false
  }

  /// A body of this size or more is not copied: from here on a second piece in a write costs less
  /// than moving the bytes.
  package static let largeBody = 8 << 10

  private var run: [UInt8] = []
  private var bodies: [LargeBody] = []
  private var rest: Rest?
  private var sentOfRun = 0
  private var sentOfBody = 0
  /// The bytes that are made and have not left.
  package private(set) var count = 0

  /// The bytes of the content that was made piece by piece, without its frame.
  private var pieceBytes = 0

  package init() {}

  /// Whether nothing waits, and nothing is still to be made.
  package var isEmpty: Bool { count == 0 && rest == nil }

  /// Whether the last answer is not all made; `makePiece` goes on with it.
  package var isUnfinished: Bool { rest != nil }

  package mutating func append(_ bytes: [UInt8]) {
    run.append(contentsOf: bytes)
    count += bytes.count
  }

  mutating func append(_ text: String) {
    run.append(contentsOf: text.utf8)
    count += text.utf8.count
  }

  mutating func appendLineEnd() {
    run.append(.carriageReturn)
    run.append(.lineFeed)
    count += 2
  }

  mutating func append(decimal number: Int) {
    precondition(number >= 0)
    if number >= 10 { append(decimal: number / 10) }
    run.append(UInt8(0x30 + number % 10))
    count += 1
  }

  mutating func append(body: [UInt8]) {
    if body.count < Self.largeBody {
      append(body)
    } else {
      bodies.append(LargeBody(after: run.count, bytes: body))
      count += body.count
    }
  }

  /// All that waits, without its first `count` bytes.
  func bytes(behind count: Int) -> [UInt8] {
    bodies.reduce(Array(run[count...])) { $0 + $1.bytes }
  }

  /// Ends with content that is made later, piece by piece.
  mutating func append(_ pieces: any Pieces, isChunked: Bool) {
    precondition(rest == nil, "nothing goes behind an answer that is not whole")
    rest = Rest(pieces: pieces, isChunked: isChunked)
  }

  /// Makes the next piece of the answer that is not whole, framed as it goes over the wire (RFC
  /// 9112, section 7.1).
  package mutating func makePiece() {
    guard var rest = rest.take() else { return }
    var piece: [UInt8] = []
    let mayGoOn = rest.pieces.next(onto: &piece)
    pieceBytes += piece.count
    if rest.isChunked {
      if !piece.isEmpty {
        if rest.isWithinChunk { appendLineEnd() }
        append(String(piece.count, radix: 16))
        appendLineEnd()
        rest.isWithinChunk = true
      }
      append(body: piece)
      if !mayGoOn { append(rest.isWithinChunk ? "\r\n0\r\n\r\n" : "0\r\n\r\n") }
    } else {
      append(body: piece)
    }
    if mayGoOn { self.rest = rest }
  }

  /// The bytes of all pieces so far; counts from none on.
  mutating func takePieceBytes() -> Int {
    defer { pieceBytes = 0 }
    return pieceBytes
  }

  /// Lends the next bytes to leave as two pieces, of which the second may be empty. They are not
  /// all there is: take them, call `drop`, and ask again until `count` is 0.
  package func withNext<Answer, Failure: Error>(
    _ use: (Span<UInt8>, Span<UInt8>) throws(Failure) -> Answer
  ) throws(Failure) -> Answer {
    guard let body = bodies.first else {
      return try use(run.span.extracting(sentOfRun..<run.count), Span())
    }
    return try use(
      run.span.extracting(sentOfRun..<body.after),
      body.bytes.span.extracting(sentOfBody..<body.bytes.count))
  }

  /// Forgets the first `sent` of the bytes that `withNext` lent.
  package mutating func drop(_ sent: Int) {
    count -= sent
    guard let body = bodies.first else {
      sentOfRun += sent
      if count == 0 { clear() }
      return
    }
    let ofRun = min(sent, body.after - sentOfRun)
    sentOfRun += ofRun
    sentOfBody += sent - ofRun
    if sentOfBody == body.bytes.count {
      bodies.removeFirst()
      sentOfBody = 0
    }
    if count == 0 { clear() }
  }

  /// Keeps the room of the run for the next answers, unless it has grown large.
  private mutating func clear() {
    run.removeAll(keepingCapacity: run.capacity <= 64 << 10)
    sentOfRun = 0
  }
}
