import HTTP
import Linux
import TLS

// How a loop takes connections in, and what it does when there is no room for more.
extension Loop {
  /// Connections taken in at once; the rest wait for the next turn of the loop.
  private static let acceptBurst = 64
  /// How long accepting rests when there is no descriptor left even to send clients away.
  private static let acceptPause: Int64 = 100_000_000

  /// Takes in who waits; returns whether there may be more.
  @discardableResult
  mutating func acceptConnections(_ door: Door) -> Bool {
    do throws(SystemError) {
      for _ in 0..<Loop.acceptBurst {
        switch try door.listener.accept() {
        case .connection(let descriptor): try admit(descriptor, by: door)
        case .none: return false
        case .exhausted:
          try sendOneAway(door)
          return false
        }
      }
      return true
    } catch {
      logger.error("a connection was not accepted: \(error)")
      return false
    }
  }

  private mutating func admit(
    _ descriptor: consuming Descriptor, by door: Door
  ) throws(SystemError) {
    let peer = knowsPeers ? peer(of: descriptor) : nil
    switch budget.take(for: peer) {
    case .place: break
    case .isFull:
      context.counts[.refusedByServer] += 1
      refuse(descriptor, by: door, Refusal.noPlace.reason)
      return
    case .clientHasEnough:
      context.counts[.refusedByClient] += 1
      refuse(
        descriptor, by: door, "Your address has as many connections as it may; close some first.")
      return
    }
    // A closure cannot consume what it captures, unless it takes it out of an optional.
    var descriptor: Descriptor? = descriptor
    let connection = slots.insert { token in
      guard let descriptor = descriptor.take() else { preconditionFailure("taken once") }
      return Connection(descriptor, token: token, Exchange(context, peer: peer))
    }
    context.counts[.accepted] += 1
    if let certificates = door.certificates {
      connection.session = TLSSession(certificates.current, over: connection.descriptor)
      connection.handshakeEnds = Instant(nanoseconds: context.now.nanoseconds + handshakeTime)
      beginHandshake(connection)
    }
    scanAt = min(scanAt, connection.deadline)
    do throws(SystemError) {
      try poller.add(connection.descriptor, token: connection.token, .reading)
    } catch {
      close(connection)
      throw error
    }
  }

  private func peer(of descriptor: borrowing Descriptor) -> Peer? {
    guard let address = peerAddress(descriptor).flatMap({ IPAddress($0.bytes) }) else {
      return nil
    }
    return Peer(address, proxies: proxies)
  }

  /// No descriptor is left. With the spare one a client is told so and sent away; a listener that
  /// stays ready and is not emptied would keep the loop spinning.
  private mutating func sendOneAway(_ door: Door) throws(SystemError) {
    spare.giveUp()
    var isStuck = false
    switch try door.listener.accept() {
    case .connection(let descriptor):
      context.counts[.refusedByDescriptors] += 1
      refuse(
        descriptor, by: door, "This server has no room for another connection; try again later.")
    default:
      isStuck = true
    }
    if !spare.takeBack() || isStuck { try pauseAccepting() }
  }

  /// Tells a client that there is no room, as far as that goes without waiting for it; over TLS
  /// nothing can be told before a handshake.
  private func refuse(_ descriptor: consuming Descriptor, by door: Door, _ reason: String) {
    if door.certificates != nil { return endSending(descriptor) }
    var answer = Output()
    answer.append(
      context.application.refuse(Refusal(.serviceUnavailable, reason)), date: context.date,
      withBody: true, closes: true, to: .http11)
    _ = answer.withNext { first, second in Linux.send(descriptor, first, second) }
    endSending(descriptor)
    // What has arrived is read, since closing over it would reset the connection and with it the
    // answer.
    var discarded = [UInt8](repeating: 0, count: 4096)
    _ = receive(descriptor, into: &discarded)
  }

  private mutating func pauseAccepting() throws(SystemError) {
    logger.warning("no descriptors are left: accepting pauses")
    for door in doors { try poller.remove(door.listener.descriptor) }
    acceptsAgainAt = Instant(nanoseconds: context.now.nanoseconds + Loop.acceptPause)
  }

  mutating func acceptAgain() {
    acceptsAgainAt = nil
    // Who still waits is taken in when the listeners are closed.
    if context.isStopping { return }
    if !spare.takeBack() {
      acceptsAgainAt = Instant(nanoseconds: context.now.nanoseconds + Loop.acceptPause)
      return
    }
    do throws(SystemError) {
      for (index, door) in doors.enumerated() {
        try poller.add(door.listener, token: UInt64(index))
      }
    } catch {
      logger.error("accepting could not go on: \(error)")
    }
  }
}
