/// The life of one connection as a value: bytes and other events go in, answers and the next
/// action come out. Time is a parameter; nothing here waits or touches a socket.
///
/// The connection hands over what it reads, does what the action says, and reports back. At any
/// moment it waits for one thing only: bytes to come while nothing waits to leave, or room to send
/// while nothing is read. So no client can pile up answers that it does not take.
package struct Exchange: Sendable {
  /// What the connection does next.
  package enum Action: Sendable, Equatable {
    /// Wait for bytes, and hand them to `receive` together with those not taken yet.
    case read
    /// Call `receive` again with the bytes not taken yet: it stopped at a bound.
    case proceed
    /// Send the output, and make and send the pieces of an answer that is not whole. Say `stalled`
    /// whenever the socket takes no more or others have their turn, `sent` when all has left.
    case send
    /// Send the client an end (`shutdown`), then say `finished`.
    case finish
    /// Let go of the connection.
    case close
  }

  enum Phase: Sendable, Equatable {
    /// Between requests, or within a head.
    case head
    case sizedBody(remaining: Int)
    case chunkedBody
    /// The last answer is in the output.
    case ending
    /// Our side has ended; what still comes is discarded, so that no reset overtakes the answer
    /// (RFC 9112, section 9.6).
    case lingering(remaining: Int)
  }

  /// Whether the connection speaks TLS.
  let isSecure: Bool
  /// Who is at the other end, where anybody wants to know.
  package let peer: Peer?
  /// The line of the answer that is made piece by piece.
  var begunLine: AccessLines.Begun?
  var phase = Phase.head
  var parser = HeadParser()
  var head = RequestHead()
  /// The bytes of the head whose body is being read, which its ranges index.
  var headBytes: [UInt8] = []
  var decoder = ChunkDecoder()
  var body: [UInt8] = []
  var bodyStart = Instant.never
  /// What came in for the body, its framing included.
  var bodyByteCount = 0
  var answerCount = 0
  private var clientHasEnded = false
  /// Whether the client said that it sends nothing after the request that was answered last.
  var clientIsDone = false
  /// Whether it said so in a word, and what waited to leave with the last answer is so short that
  /// all of it is under way at once.
  var isLastBrief = false
  /// Whether `receive` stopped at a bound, with bytes at hand.
  var isPaused = false
  private var isSending = false
  private var isStalled = false
  /// When `passed` is to be called, unless something else happens before.
  package private(set) var deadline: Instant

  /// The life of a connection that was accepted at `context.now`.
  package init(
    _ context: borrowing ExchangeContext, isSecure: Bool = false, peer: Peer? = nil
  ) {
    self.isSecure = isSecure
    self.peer = peer
    deadline = context.now + context.allowances.head
  }

  /// Whether nothing is under way: no request has begun and no answer waits.
  package var isIdle: Bool { phase == .head && !parser.hasBegun && !isSending }

  /// Takes what it can of `bytes`, which are all that came in and were not taken before. Answers
  /// go into `output`, which is empty when this is called.
  package mutating func receive(
    _ bytes: Span<UInt8>, _ context: inout ExchangeContext, _ output: inout Output
  ) -> (taken: Int, action: Action) {
    if case .lingering(let remaining) = phase {
      phase = .lingering(remaining: remaining - bytes.count)
      return (bytes.count, remaining < bytes.count ? .close : .read)
    }
    let answeredBefore = answerCount
    let wasUnderWay = parser.isUnderWay
    if !isReadingRequest { swap(&head.fields, &context.spareFields) }
    let taken = readRequests(bytes, &context, &output)
    if !isReadingRequest { swap(&head.fields, &context.spareFields) }

    switch phase {
    case .head where parser.isUnderWay:
      // The first head is counted from the acceptance of the connection.
      if answerCount > answeredBefore || !wasUnderWay && answerCount > 0 {
        deadline = context.now + context.allowances.head
      }
    case .head:
      if answerCount > answeredBefore { rest(context) }
    case .sizedBody, .chunkedBody:
      deadline = bodyStart + context.allowances.body(received: bodyByteCount)
    case .ending, .lingering:
      break
    }
    if taken < bytes.count { clientIsDone = false }
    isSending = !output.isEmpty
    return (taken, isSending ? .send : .read)
  }

  /// The socket takes no more for now; `progressed` says whether it took anything since it was
  /// last asked.
  package mutating func stalled(progressed: Bool, _ context: borrowing ExchangeContext) {
    if progressed || !isStalled { deadline = context.now + context.allowances.writing }
    isStalled = true
  }

  /// The client took some of what waited; `held` is what the kernel still has for it.
  package mutating func took(held: Int, _ context: borrowing ExchangeContext) {
    if isSending {
      deadline = context.now + context.allowances.writing
    } else if case .lingering = phase, !context.isStopping {
      linger(held: held, context)
    }
  }

  /// All of the output has left us; `held` is what the kernel still has of it.
  package mutating func sent(
    _ context: borrowing ExchangeContext, held: @autoclosure () -> Int = 0
  ) -> Action {
    isSending = false
    if phase == .ending {
      if clientHasEnded { return .close }
      // A client that sends nothing more (RFC 9112, section 9.6) and has its answer cannot lose it
      // to a reset: to wait for its end would cost a call and a wake-up. While it has not, a stray
      // line end of it would be answered by a reset, and where we had to wait one may lie there
      // already. TLS has a word to say first.
      let isPrompt = clientIsDone && !isStalled && !isSecure
      return isPrompt && (isLastBrief || held() == 0) ? .close : .finish
    }
    if isStalled {
      // The client has made us wait, not we the client: its own time begins anew.
      isStalled = false
      bodyStart = context.now
      bodyByteCount = 0
      deadline = context.now + context.allowances.head
      if isIdle { rest(context) }
    }
    return isPaused ? .proceed : .read
  }

  /// A piece of an answer has been made.
  package mutating func made(_ output: inout Output, _ context: inout ExchangeContext) {
    if output.isUnfinished { return }
    let content = output.takePieceBytes()
    guard let line = begunLine.take() else { return }
    context.log?.end(line, content: content)
  }

  /// The connection goes, whatever is under way.
  package mutating func brokeOff(_ context: inout ExchangeContext) {
    guard let line = begunLine.take() else { return }
    context.log?.end(line, content: nil)
  }

  /// The client has ended its side. Its whole requests have been answered by now; `unread` is what
  /// came of another.
  package mutating func ended(
    unread: Span<UInt8>, _ context: inout ExchangeContext, _ output: inout Output
  ) -> Action {
    clientHasEnded = true
    guard isReadingRequest, phase != .head || parser.hasBegun else { return .close }
    refuse(.cutShort, unread, &context, &output)
    isSending = true
    return .send
  }

  /// Our side has ended; `held` is what the kernel still has for the client.
  package mutating func finished(
    _ context: borrowing ExchangeContext, held: Int = 0
  ) -> Action {
    phase = .lingering(remaining: context.limits.lingering)
    linger(held: held, context)
    return .read
  }

  /// The client's time to end its side begins once it has taken all. Who stops does not wait so
  /// long: what the kernel has it goes on sending by itself.
  private mutating func linger(held: Int, _ context: borrowing ExchangeContext) {
    let allowances = context.allowances
    let isTaking = held > 0 && !context.isStopping
    deadline =
      context.now
      + (isTaking ? max(allowances.writing, allowances.lingering) : allowances.lingering)
  }

  /// `deadline` has been reached; `unread` is what came of a request that is not whole.
  package mutating func passed(
    unread: Span<UInt8>, _ context: inout ExchangeContext, _ output: inout Output
  ) -> Action {
    if isSending {
      context.counts[.writingDeadline] += 1
      return .close
    }
    switch phase {
    case .lingering, .ending:
      context.counts[.lingeringDeadline] += 1
      return .close
    case .head where !parser.hasBegun && (answerCount > 0 || context.isStopping):
      context.counts[.idleDeadline] += 1
      return .finish
    case .head:
      context.counts[.headDeadline] += 1
      // Of a head that has not begun there is nothing to tell, but of the one before.
      refuse(.headTooLate, parser.hasBegun ? unread : Span(), &context, &output)
    case .sizedBody, .chunkedBody:
      context.counts[.bodyDeadline] += 1
      refuse(.bodyTooLate, unread, &context, &output)
    }
    isSending = true
    return .send
  }

  /// The server stops, which `context.isStopping` says from now on: what is under way is answered,
  /// an idle client has a short grace for one more request.
  package mutating func stop(_ context: borrowing ExchangeContext) {
    if isIdle { rest(context) }
    if case .lingering = phase {
      deadline = min(deadline, context.now + context.allowances.lingering)
    }
  }

  /// Whether a request has begun and is not answered.
  var isReadingRequest: Bool {
    switch phase {
    case .head: parser.isUnderWay
    case .sizedBody, .chunkedBody: true
    case .ending, .lingering: false
    }
  }

  /// Nothing is under way: the client has its time for the next request.
  private mutating func rest(_ context: borrowing ExchangeContext) {
    let allowances = context.allowances
    let time =
      context.isStopping ? min(allowances.stopping, allowances.idle) : allowances.idle
    deadline = context.now + time
  }
}

extension Refusal {
  fileprivate static let cutShort = Refusal(
    .badRequest, "The request ended before it was complete.")
  static let headTooLate = Refusal(
    .requestTimeout, "The request line and the fields did not arrive in time.")
  fileprivate static let bodyTooLate = Refusal(
    .requestTimeout, "The body did not arrive in time.")
}
