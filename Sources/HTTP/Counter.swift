/// What is counted beside answers by route and status.
package enum Counter: Int, CaseIterable, Sendable {
  case receivedBytes, sentBytes

  /// Connections taken in, and those open at the moment.
  case accepted, open
  /// Connections sent away: the server has as many as it may, their client has, or there is no
  /// descriptor left.
  case refusedByServer, refusedByClient, refusedByDescriptors

  /// Handshakes of TLS that came to their end, and those that did not: broken off, or sent away
  /// because too many were unfinished.
  case handshakes, failedHandshakes, refusedHandshakes

  /// Answers to heads that were known byte by byte, and others that were at hand.
  case knownHeads, readyAnswers

  /// Requests that were refused, by what was wrong with them.
  case malformed, tooSlow, bodyTooLarge, targetTooLong, unknownExpectation, headTooLarge
  case notImplemented, unknownVersion

  /// Deadlines that passed, by what was waited for.
  case handshakeDeadline, headDeadline, bodyDeadline, idleDeadline, writingDeadline
  case lingeringDeadline

  /// Lines of the access log: written, lost because the file took them too slowly, and lost because
  /// it could not be written (a full disk).
  case loggedLines, lostLines, unwrittenLines

  /// What counts a refusal with a status.
  init(refusing status: Status) {
    self =
      switch status {
      case .requestTimeout: .tooSlow
      case .contentTooLarge: .bodyTooLarge
      case .uriTooLong: .targetTooLong
      case .expectationFailed: .unknownExpectation
      case .fieldsTooLarge: .headTooLarge
      case .notImplemented: .notImplemented
      case .versionNotSupported: .unknownVersion
      default: .malformed
      }
  }
}
