// How an exchange reads requests one after another and has them answered.
extension Exchange {
  /// Reads and answers requests until the bytes are used up or enough answers wait; returns the
  /// count of bytes that it took.
  mutating func readRequests(
    _ bytes: Span<UInt8>, _ context: inout ExchangeContext, _ output: inout Output
  ) -> Int {
    let lastAnswer = answerCount + context.limits.waitingAnswers
    var taken = 0
    isPaused = false
    while taken < bytes.count {
      if answerCount >= lastAnswer || output.count >= context.limits.waitingBytes
        || output.isUnfinished
      {
        isPaused = true
        return taken
      }
      let rest = bytes.extracting(taken..<bytes.count)
      do throws(Refusal) {
        switch phase {
        case .head:
          if !parser.isUnderWay, let count = answerKnown(rest, &context, &output) {
            taken += count
            break
          }
          guard try parser.parse(rest, within: context.limits, into: &head) == .complete else {
            return taken
          }
          taken += head.byteCount
          try begin(rest, isLast: taken == bytes.count, &context, &output)
        case .sizedBody(let remaining):
          taken += readSized(rest, remaining, &context, &output)
        case .chunkedBody:
          let (count, isComplete) = try decoder.decode(rest, within: context.limits, into: &body)
          taken += count
          bodyByteCount += count
          if isComplete { answerWithBody(&context, &output) }
        case .ending, .lingering:
          // Nothing after the last request is read (RFC 9112, section 9.6).
          clientIsDone = false
          return bytes.count
        }
      } catch {
        refuse(error, rest, &context, &output)
      }
    }
    return taken
  }

  /// Answers a request that was refused, and ends: what follows may be out of step. `bytes` begin
  /// with its head, of which the answer and the access log tell as far as it was read.
  mutating func refuse(
    _ refusal: Refusal, _ bytes: Span<UInt8>, _ context: inout ExchangeContext,
    _ output: inout Output
  ) {
    var refusal = refusal
    var middle: AccessLines.Middle?
    if !headBytes.isEmpty {
      // The head of a body under way is kept.
      refusal.path = String(decoding: headBytes[head.path], as: UTF8.self)
      middle = context.log?.middle(head, headBytes.span, refusal.status)
    } else if !bytes.isEmpty {
      if let range = parser.path(of: head) {
        refusal.path = String(decoding: range.map { bytes[$0] }, as: UTF8.self)
      }
      middle = tell(refusal, bytes, context)
    }
    var response = context.application.refuse(refusal)
    response.closes = true
    write(
      response, middle ?? context.log?.middle(unread: response.status), &context, &output)
  }

  /// What the access log says of a head that was refused or never came whole.
  private func tell(
    _ refusal: Refusal, _ bytes: Span<UInt8>, _ context: borrowing ExchangeContext
  ) -> AccessLines.Middle? {
    guard let log = context.log else { return nil }
    // Copies: nothing of this is to change the answer.
    var parser = parser
    var head = head
    let extent = parser.extent(bytes, within: context.limits, of: &head)
    return log.middle(head, bytes, refusal.status, read: extent)
  }

  /// A head is complete: answers it, or begins to read its body.
  private mutating func begin(
    _ bytes: Span<UInt8>, isLast: Bool, _ context: inout ExchangeContext, _ output: inout Output
  ) throws(Refusal) {
    head.isSecure = isSecure
    switch head.framing {
    case .none, .sized(0):
      let response = context.application.respond(head, bytes, [])
      let middle = context.log?.middle(head, bytes, response.status)
      if response.mayRepeat {
        context.counts[.readyAnswers] += 1
        context.known.keep(
          response, to: head, bytes, era: context.application.era(),
          context.date(isSecure: isSecure),
          countsAt: context.counts.place(route: response.route, status: response.status.code),
          middle)
      }
      write(response, middle, &context, &output)
      return
    case .sized(let count):
      if count > context.limits.body { throw .bodyTooLong(context.limits) }
      phase = .sizedBody(remaining: count)
    case .chunked:
      phase = .chunkedBody
    }
    for index in 0..<head.byteCount { headBytes.append(bytes[index]) }
    bodyStart = context.now
    bodyByteCount = 0
    // A client that has not waited needs no word to go on (RFC 9110, section 10.1.1).
    if head.expectsContinue, isLast { output.appendContinue() }
  }

  /// Takes bytes of a body of known length, and returns how many.
  private mutating func readSized(
    _ bytes: Span<UInt8>, _ remaining: Int, _ context: inout ExchangeContext,
    _ output: inout Output
  ) -> Int {
    let count = min(remaining, bytes.count)
    for index in 0..<count { body.append(bytes[index]) }
    bodyByteCount += count
    phase = .sizedBody(remaining: remaining - count)
    if count == remaining { answerWithBody(&context, &output) }
    return count
  }

  private mutating func answerWithBody(
    _ context: inout ExchangeContext, _ output: inout Output
  ) {
    phase = .head
    // Given back at once: a connection at rest holds no room.
    let headBytes = headBytes
    self.headBytes = []
    let response = context.application.respond(head, headBytes.span, body)
    body = []
    let middle = context.log?.middle(head, headBytes.span, response.status)
    write(response, middle, &context, &output)
  }

  /// Answers a head that is known byte by byte, and returns its length; an answer that may be the
  /// last of the connection is not among those that are known.
  private mutating func answerKnown(
    _ bytes: Span<UInt8>, _ context: inout ExchangeContext, _ output: inout Output
  ) -> Int? {
    if context.isStopping || context.limits.requestCount != nil { return nil }
    let era = context.application.era()
    guard let known = context.known.find(bytes, era: era) else { return nil }
    answerCount += 1
    let date = context.date(isSecure: isSecure)
    output.append(known.isNotModified ? date.notModified : date.opening)
    output.append(known.rest)
    context.counts.count(at: known.countsAt)
    context.counts[.knownHeads] += 1
    if let middle = known.middle {
      context.log?.add(middle, peer, content: known.content, since: context.now)
    }
    return known.bytes.count
  }

  /// Puts an answer into the output, and decides whether it is the last; `middle` is what the
  /// access log says of the request, where one is kept.
  private mutating func write(
    _ response: Response, _ middle: AccessLines.Middle?, _ context: inout ExchangeContext,
    _ output: inout Output
  ) {
    answerCount += 1
    context.counts.count(
      at: context.counts.place(route: response.route, status: response.status.code))
    // Only a refusal ends a connection by itself.
    if response.closes { context.counts[Counter(refusing: response.status)] += 1 }
    let isLastAllowed = context.limits.requestCount.map { answerCount >= $0 } ?? false
    var closes = response.closes || !head.persistent || context.isStopping || isLastAllowed
    // The end of the connection is all that tells HTTP/1.0 where the content ends.
    if case .pieces = response.body, head.version == .http10 { closes = true }
    output.append(
      response, date: context.date(isSecure: isSecure), withBody: head.method != .head,
      closes: closes, to: head.version)
    if let middle { log(response, middle, &context) }
    if closes {
      phase = .ending
      clientIsDone = !response.closes && !head.persistent
      isLastBrief =
        clientIsDone && head.version == .http11 && !output.isUnfinished
        && output.count <= Exchange.firstFlight
      parser = HeadParser()
      headBytes = []
      body = []
    }
  }

  /// What is sent on a new connection without waiting for an acknowledgement: ten segments of an
  /// Ethernet (RFC 6928).
  private static let firstFlight = 14_600

  private mutating func log(
    _ response: Response, _ middle: AccessLines.Middle, _ context: inout ExchangeContext
  ) {
    // The log is asked in place: a copy of it would make the next line copy all that wait.
    if case .pieces = response.body, head.method != .head {
      begunLine = context.log?.begin(middle, peer, since: context.now)
    } else {
      context.log?.add(
        middle, peer, content: response.contentCount(to: head.method), since: context.now)
    }
  }
}
