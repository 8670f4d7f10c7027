import API
import Linux
import Logging
import TLS

/// Says in the log and at `/readyz` what becomes of the certificate.
struct Renewing: Sendable {
  /// How long before its end a certificate is warned of, in seconds.
  private static let warning = 14 * 86_400

  let publication: Publication
  let logger: Logger

  func report(_ outcome: Renewal.Outcome) {
    switch outcome {
    case .loaded(let pair):
      logger.notice("\(pair.file): loaded, valid until \(pair.end.text)")
      look(at: pair)
    case .same(let pair):
      look(at: pair)
    case .refused(let error):
      publication.note(certificateFailure: "\(error)")
      logger.error("the certificate cannot be served, the one from before is: \(error)")
    }
  }

  private func look(at pair: KeyPair) {
    let left = pair.end.seconds - SystemClock.secondsSince1970()
    let end = "\(pair.file): the certificate ends on \(pair.end.text)"
    if left < Renewing.warning { logger.warning("\(end)") }
    publication.note(certificateFailure: left > 0 ? nil : end)
  }
}
