import HTTP
import Linux
import TLS

/// One client's connection: its descriptor, the state of its exchange, and what could not be used
/// or sent yet. It belongs to one loop and never leaves it; at rest it holds no buffers.
final class Connection {
  let descriptor: Descriptor
  let token: UInt64
  /// Nil where it does not speak TLS, or has said its end.
  var session: TLSSession?
  /// When its handshake must be done; nil where there is none, or none any more.
  var handshakeEnds: Instant?
  /// Whether its end is to be told to the client, and the socket does not take that yet.
  var isFinishing = false
  var exchange: Exchange
  /// What came in and was not taken.
  var pending: [UInt8] = []
  /// What waits for room in the socket; empty while the loop is at work on the connection.
  private var unsent = Output()
  /// Whether something waits there: asked for at every event, and so without a look at it.
  private(set) var hasUnsent = false
  /// Whether it waits in the loop's line for its next turn to make and send a piece.
  var isInLine = false
  /// When what the kernel holds for the client is looked at, and what it was the last time. It
  /// tells of room only when much has become free: a slow client takes for minutes until then.
  private(set) var looksAt = Instant.never
  private var held = 0
  /// What the poller watches for.
  var interest = Poller.Interest.reading

  init(_ descriptor: consuming Descriptor, token: UInt64, _ exchange: Exchange) {
    self.descriptor = descriptor
    self.token = token
    self.exchange = exchange
  }

  /// When its time is over, unless something else happens before.
  var deadline: Instant { handshakeEnds ?? min(exchange.deadline, looksAt) }

  /// Keeps what the socket does not take now, and leaves an empty output.
  func keepUnsent(_ output: inout Output) {
    swap(&unsent, &output)
    hasUnsent = true
  }

  /// Puts what was kept in the place of an empty output, whose room the connection does not keep.
  func giveBackUnsent(_ output: inout Output) {
    output = Output()
    swap(&unsent, &output)
    hasUnsent = false
  }

  /// We wait for the client to take what the kernel holds.
  func beginLooking(_ context: borrowing ExchangeContext) {
    held = .max
    looksAt = context.now + context.allowances.look
  }

  func endLooking() { looksAt = .never }

  /// Tells the exchange if the client has taken something since the last look.
  func look(_ context: borrowing ExchangeContext) {
    let now = unacknowledged(descriptor)
    // An end that was said is the last byte, which nobody has to take.
    if now < held { exchange.took(held: max(0, now - 1), context) }
    held = now
    looksAt = now > 1 || hasUnsent ? context.now + context.allowances.look : .never
  }

  func receive(into space: inout [UInt8]) -> Transfer {
    if let session { return session.receive(into: &space) }
    return Linux.receive(descriptor, into: &space)
  }

  /// Sends as much of two pieces, not both empty, as goes at once.
  func send(_ first: Span<UInt8>, _ second: Span<UInt8>) -> Transfer {
    if let session { return session.send(first.isEmpty ? second : first) }
    return Linux.send(descriptor, first, second)
  }

  /// Tells the client that nothing more will be sent; false where that has to be waited for. What
  /// it still sends is not for us, so it is not deciphered either.
  func endSending() -> Bool {
    if let session, session.end() == .wouldBlock { return false }
    session = nil
    Linux.endSending(descriptor)
    return true
  }

  /// Hands the exchange the first `count` bytes of `input`, which have just come in, behind those
  /// that it has not taken yet. What it leaves is kept.
  func take(
    _ input: [UInt8], _ count: Int, _ context: inout ExchangeContext, _ output: inout Output
  ) -> Exchange.Action {
    guard pending.isEmpty else {
      pending.append(contentsOf: input[..<count])
      return takePending(&context, &output)
    }
    let (taken, action) = exchange.receive(
      input.span.extracting(0..<count), &context, &output)
    if taken < count { pending.append(contentsOf: input[taken..<count]) }
    return action
  }

  /// Hands the exchange what it has not taken yet.
  func takePending(
    _ context: inout ExchangeContext, _ output: inout Output
  ) -> Exchange.Action {
    let (taken, action) = exchange.receive(pending.span, &context, &output)
    if taken == pending.count {
      // At rest a connection holds no buffers.
      pending = []
    } else {
      pending.removeFirst(taken)
    }
    return action
  }
}
