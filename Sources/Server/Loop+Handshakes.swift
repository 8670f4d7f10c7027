import HTTP
import Linux
import TLS

// How a loop comes from an accepted connection to one that speaks HTTP over TLS.
extension Loop {
  /// Counts a connection whose handshake begins. Where more are unfinished than may be, the oldest
  /// goes: it has had the most time, and whoever means it well is done by then.
  mutating func beginHandshake(_ connection: Connection) {
    handshakes.begin(connection.token)
    while let token = handshakes.first {
      if let oldest = slots[token], oldest.handshakeEnds != nil {
        guard handshakes.unfinished > handshakeLimit else { return }
        context.counts[.refusedHandshakes] += 1
        close(oldest)
      }
      handshakes.removeFirst()
    }
  }

  /// Goes on with a connection's handshake.
  mutating func shakeHands(_ connection: Connection) {
    guard let session = connection.session else { return }
    switch session.handshake() {
    case .wouldBlock:
      wait(for: session.wants, connection)
    case .moved:
      context.counts[.handshakes] += 1
      endHandshake(connection)
      carryOut(.read, connection)
    case .ended where session.metPlainText:
      context.counts[.failedHandshakes] += 1
      connection.session = nil
      endHandshake(connection)
      output.append(
        context.application.refuse(Loop.plainText), date: context.date, withBody: true,
        closes: true, to: .http11)
      // A socket that takes nothing yet takes these few bytes.
      _ = output.withNext { first, second in connection.send(first, second) }
      output = Output()
      carryOut(.finish, connection)
    case .ended:
      context.counts[.failedHandshakes] += 1
      close(connection)
    }
  }

  /// The client's time for its first request begins.
  private mutating func endHandshake(_ connection: Connection) {
    handshakes.end()
    connection.handshakeEnds = nil
    connection.exchange = Exchange(
      context, isSecure: true, peer: connection.exchange.peer)
    if context.isStopping { connection.exchange.stop(context) }
  }

  private static let plainText = Refusal(
    .badRequest, "This port speaks TLS only: ask it with https:// instead of http://.")
}

/// The connections of a loop whose handshakes have begun, the oldest first.
struct Handshakes {
  private var line = TurnLine()
  /// How many are neither done nor gone.
  private(set) var unfinished = 0

  mutating func begin(_ token: UInt64) {
    line.append(token)
    unfinished += 1
  }

  /// One is done, or its connection gone.
  mutating func end() {
    unfinished -= 1
  }

  /// The oldest that is not removed; it may be done.
  var first: UInt64? { line.first }

  mutating func removeFirst() {
    _ = line.removeFirst()
  }
}
