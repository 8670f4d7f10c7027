import HTTP
import Linux

// How a loop serves one connection at a time: it moves bytes and does what the exchange says.
extension Loop {
  /// The connection can do what it waited for, or is broken, which trying will tell.
  mutating func wake(_ connection: Connection) {
    if !connection.isInLine { resume(connection) }
  }

  /// Goes on with what the connection was at when it had to wait.
  private mutating func resume(_ connection: Connection) {
    if connection.handshakeEnds != nil {
      shakeHands(connection)
    } else if connection.isFinishing {
      carryOut(.finish, connection)
    } else if connection.hasUnsent {
      connection.giveBackUnsent(&output)
      carryOut(.send, connection)
    } else {
      read(connection)
    }
  }

  /// The connection's deadline has been reached.
  mutating func pass(_ connection: Connection) {
    // What came while the loop was busy with others is not late.
    if connection.handshakeEnds != nil {
      shakeHands(connection)
      if slots[connection.token] != nil, connection.handshakeEnds != nil {
        context.counts[.handshakeDeadline] += 1
        close(connection)
      }
      return
    }
    if connection.looksAt < .never {
      connection.look(context)
      guard connection.exchange.deadline <= context.now else { return }
    }
    if connection.interest == .reading, !connection.hasUnsent, !connection.isInLine,
      !connection.isFinishing
    {
      read(connection)
      guard slots[connection.token] != nil, connection.exchange.deadline <= context.now else {
        return
      }
    }
    let unread = connection.pending
    carryOut(connection.exchange.passed(unread: unread.span, &context, &output), connection)
  }

  private mutating func read(_ connection: Connection) {
    switch connection.receive(into: &input) {
    case .wouldBlock:
      wait(for: connection.session?.wants ?? .reading, connection)
    case .ended:
      let unread = connection.pending
      carryOut(connection.exchange.ended(unread: unread.span, &context, &output), connection)
    case .moved(let count):
      context.counts[.receivedBytes] += count
      carryOut(connection.take(input, count, &context, &output), connection)
    }
  }

  /// Does what the exchange says until the connection has to wait or is gone.
  mutating func carryOut(_ first: Exchange.Action, _ connection: Connection) {
    var action = first
    while true {
      switch action {
      case .send:
        guard let next = send(connection) else { return }
        action = next
      case .proceed:
        action = connection.takePending(&context, &output)
      case .finish:
        let held = unacknowledged(connection.descriptor)
        connection.isFinishing = !connection.endSending()
        if connection.isFinishing { return wait(for: .writing, connection) }
        connection.pending = []
        action = connection.exchange.finished(context, held: held)
        if held > 0 { connection.beginLooking(context) }
      case .read:
        // What TLS has taken in already the poller does not tell of; others have their turn first.
        if connection.session?.hasUnread ?? false { return lineUp(connection) }
        return wait(for: .reading, connection)
      case .close:
        close(connection)
        return
      }
    }
  }

  /// Sends the output as far as the socket takes it and one piece of an answer that is not whole;
  /// nil where something is left, for which the connection waits then.
  private mutating func send(_ connection: Connection) -> Exchange.Action? {
    var progressed = false
    var hasMadePiece = false
    while true {
      while output.count > 0 {
        let transfer = output.withNext { first, second in
          connection.send(first, second)
        }
        switch transfer {
        case .moved(let count):
          context.counts[.sentBytes] += count
          output.drop(count)
          progressed = true
        case .wouldBlock:
          connection.exchange.stalled(progressed: progressed, context)
          connection.keepUnsent(&output)
          if progressed || connection.looksAt == .never { connection.beginLooking(context) }
          wait(for: connection.session?.wants ?? .writing, connection)
          return nil
        case .ended:
          output = Output()
          return .close
        }
      }
      if !output.isUnfinished {
        connection.endLooking()
        return connection.exchange.sent(context, held: unacknowledged(connection.descriptor))
      }
      if hasMadePiece {
        connection.exchange.stalled(progressed: true, context)
        connection.keepUnsent(&output)
        lineUp(connection)
        return nil
      }
      output.makePiece()
      connection.exchange.made(&output, &context)
      hasMadePiece = true
    }
  }

  mutating func lineUp(_ connection: Connection) {
    connection.isInLine = true
    line.append(connection.token)
  }

  /// Gives those in line their turns, one piece each, until all had one or the time is used up.
  mutating func takeTurns() {
    let end = context.now.nanoseconds + Loop.turnsTime
    for _ in 0..<line.count {
      guard let token = line.removeFirst() else { return }
      guard let connection = slots[token] else { continue }
      connection.isInLine = false
      resume(connection)
      if SystemClock.monotonic() >= end { return }
    }
  }

  mutating func wait(for interest: Poller.Interest, _ connection: Connection) {
    scanAt = min(scanAt, connection.deadline)
    if connection.interest == interest { return }
    connection.interest = interest
    do throws(SystemError) {
      try poller.change(connection.descriptor, token: connection.token, interest)
    } catch {
      logger.error("a connection was dropped: \(error)")
      close(connection)
    }
  }

  mutating func close(_ connection: Connection) {
    if connection.handshakeEnds != nil { handshakes.end() }
    // As far as that goes without waiting: so the client knows that nobody cut its answers short.
    _ = connection.session?.end()
    connection.exchange.brokeOff(&context)
    slots.remove(connection.token)
    budget.giveBack(connection.exchange.peer)
  }
}
