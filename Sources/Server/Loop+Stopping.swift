import HTTP
import Linux

// How a loop ends without losing a request: whoever is connected is answered, nobody new comes in.
extension Loop {
  /// How long connections whose handshake is under way may still come through.
  private static let handshakeGrace: Int64 = 250_000_000

  mutating func obey(_ message: Message) {
    switch message {
    case .stop: stop()
    case .stopNow: isOver = true
    case .refresh: context.refresh()
    }
  }

  private mutating func stop() {
    if context.isStopping { return }
    context.isStopping = true
    leaveShared()
    let areShut = doors.reduce(true) { $1.listener.refuseNewcomers() && $0 }
    // Who has come through is served; where newcomers cannot be kept out, the queue is emptied
    // once and the door closed, since otherwise it might never be empty.
    listensUntil =
      areShut
      ? Instant(nanoseconds: context.now.nanoseconds + Loop.handshakeGrace) : context.now
    for place in slots.places {
      guard let connection = slots.element(at: place) else { continue }
      connection.exchange.stop(context)
      // Whoever is still shaking hands has the same grace as an idle client.
      if let end = connection.handshakeEnds {
        connection.handshakeEnds = min(end, connection.exchange.deadline)
      }
      scanAt = min(scanAt, connection.deadline)
    }
  }

  /// Who waits at a listener that others have too is theirs from now on.
  private mutating func leaveShared() {
    // While accepting pauses none is watched.
    guard acceptsAgainAt == nil else { return }
    do throws(SystemError) {
      for door in doors where door.listener.isShared {
        try poller.remove(door.listener.descriptor)
      }
    } catch {
      logger.error("a listener could not be left: \(error)")
    }
  }

  mutating func closeListeners() {
    listensUntil = nil
    acceptsAgainAt = nil
    for door in doors where !door.listener.isShared {
      while acceptConnections(door) {}
    }
    doors = []
  }
}
