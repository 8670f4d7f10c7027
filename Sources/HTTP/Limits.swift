/// How much of everything a connection may ask of the server; each bound is in bytes unless its
/// name says otherwise, and each is reached by a test.
package struct Limits: Sendable, Equatable {
  /// A whole head, from its first byte to the empty line that ends it; more is 431.
  package var head: Int
  /// The name of a method; more is 501 (RFC 9112, section 3).
  package var method: Int
  /// A request target; more is 414.
  package var target: Int
  /// One field line without its line end; more is 431.
  package var fieldLine: Int
  /// The number of field lines in a head; more is 431.
  package var fieldCount: Int
  /// The decoded body of a request; more is 413.
  package var body: Int
  /// The extensions of one chunk; more is 400.
  package var chunkExtensions: Int
  /// The chunk extensions of one body in total; more is 400.
  package var bodyExtensions: Int
  /// The trailer section of a chunked body; more is 400.
  package var trailers: Int
  /// The number of field lines in a trailer section; more is 400.
  package var trailerCount: Int
  /// The number of answers that wait to leave together; then no further request is read until
  /// they have left.
  package var waitingAnswers: Int
  /// The bytes of answers that wait to leave together; checked between answers, so that the last
  /// one may pass it.
  package var waitingBytes: Int
  /// The number of requests that one connection may send, nil for no bound; the answer to the
  /// last one says `Connection: close`.
  package var requestCount: Int?
  /// The number of heads that each loop knows again byte by byte.
  package var knownHeads: Int
  /// A head that is known again.
  package var knownHead: Int
  /// The content of an answer that is repeated to a head that is known again.
  package var knownAnswer: Int
  /// What is read and discarded after the last answer, before the connection is closed for good.
  package var lingering: Int

  package init(
    head: Int = 32 << 10, method: Int = 256, target: Int = 8 << 10, fieldLine: Int = 8 << 10,
    fieldCount: Int = 100, body: Int = 1 << 20, chunkExtensions: Int = 256,
    bodyExtensions: Int = 4 << 10, trailers: Int = 4 << 10, trailerCount: Int = 16,
    waitingAnswers: Int = 64, waitingBytes: Int = 64 << 10, requestCount: Int? = nil,
    knownHeads: Int = 128, knownHead: Int = 2 << 10, knownAnswer: Int = 32 << 10,
    lingering: Int = 64 << 10
  ) {
    self.head = head
    self.method = method
    self.target = target
    self.fieldLine = fieldLine
    self.fieldCount = fieldCount
    self.body = body
    self.chunkExtensions = chunkExtensions
    self.bodyExtensions = bodyExtensions
    self.trailers = trailers
    self.trailerCount = trailerCount
    self.waitingAnswers = waitingAnswers
    self.waitingBytes = waitingBytes
    self.requestCount = requestCount
    self.knownHeads = knownHeads
    self.knownHead = knownHead
    self.knownAnswer = knownAnswer
    self.lingering = lingering
  }
}
