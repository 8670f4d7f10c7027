import HTTP

/// A connection without TLS: the same bytes whole and cut are answered the same, in the same
/// order, and the connection ends the same way.
@Sendable func fuzzExchange(_ bytes: [UInt8]) {
  let whole = converse(bytes, [])
  promise(converse(bytes, cuts(of: bytes)) == whole, "cut at \(cuts(of: bytes))")
  if bytes.count > 256 { return }
  promise(converse(bytes, Array(bytes.indices)) == whole, "byte by byte")
}

private struct Conversation: Equatable {
  var sent: [UInt8] = []
  var hasEnded = false
}

private func converse(_ bytes: [UInt8], _ cuts: [Int]) -> Conversation {
  let limits = Limits(
    head: 2048, target: 512, fieldLine: 512, fieldCount: 16, body: 512, waitingAnswers: 4,
    waitingBytes: 1024, requestCount: bytes.first == UInt8(ascii: "O") ? 3 : nil)
  var context = ExchangeContext(
    application: .mirror, limits: limits, deadlines: Deadlines(), now: Instant(nanoseconds: 0),
    date: DateLine(secondsSince1970: 784_111_777))
  var exchange = Exchange(context)
  var output = Output()
  var conversation = Conversation()
  var pending: [UInt8] = []
  var start = 0
  for end in cuts + [bytes.count] {
    if conversation.hasEnded { break }
    pending += bytes[start..<end]
    start = end
    var action = Exchange.Action.proceed
    while action == .proceed || action == .send {
      if action == .send {
        take(&output, &conversation.sent)
        action = exchange.sent(context)
        continue
      }
      let taken: Int
      (taken, action) = exchange.receive(pending.span, &context, &output)
      pending.removeFirst(taken)
    }
    conversation.hasEnded = action == .finish || action == .close
  }
  // The word to go on with a body leaves only where the body has not come along.
  conversation.sent = conversation.sent.without(Array("HTTP/1.1 100 Continue\r\n\r\n".utf8))
  if !conversation.hasEnded,
    exchange.ended(unread: pending.span, &context, &output) == .send
  {
    take(&output, &conversation.sent)
  }
  return conversation
}

private func take(_ output: inout Output, _ sent: inout [UInt8]) {
  while !output.isEmpty {
    if output.count == 0 { output.makePiece() }
    let count = output.withNext { first, second in
      for index in first.indices { sent.append(first[index]) }
      for index in second.indices { sent.append(second[index]) }
      return first.count + second.count
    }
    output.drop(count)
  }
}

extension Application {
  /// Answers with what it understood: whole, in pieces, or as one that may be repeated.
  fileprivate static var mirror: Application {
    Application(
      respond: { head, bytes, body in
        var said: [UInt8] = []
        for index in head.target { said.append(bytes[index]) }
        said += body
        if said.contains(UInt8(ascii: "*")) { return Response(.ok, pieces: Halves(said)) }
        var response = Response(head.method == .other ? .methodNotAllowed : .ok, body: said)
        response.mayRepeat = head.method != .other
        return response
      },
      refuse: { Response($0.status, body: Array($0.reason.utf8)) })
  }
}

private final class Halves: Pieces {
  private var bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func next(onto piece: inout [UInt8]) -> Bool {
    let count = (bytes.count + 1) / 2
    piece += bytes.prefix(count)
    bytes.removeFirst(count)
    return !bytes.isEmpty
  }
}

extension [UInt8] {
  fileprivate func without(_ part: [UInt8]) -> [UInt8] {
    var rest = self
    while let range = rest.firstRange(of: part) { rest.removeSubrange(range) }
    return rest
  }
}
