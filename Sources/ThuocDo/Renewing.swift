import API
import Linux
import Logging
import TLS

/// Says in the log and at `/readyz` what becomes of the certificate.
struct Renewing: Sendable {
  let publication: Publication
  let logger: Logger

  func report(_ outcome: Renewal.Outcome) {
    switch outcome {
    case .loaded(let pair):
      logger.notice("\(pair.file): loaded, valid until \(pair.end.text)")
      note(pair)
    case .same(let pair):
      note(pair)
    case .refused(let error):
      publication.note(certificateFailure: "\(error)")
      logger.error("the certificate cannot be served, the one from before is: \(error)")
    case .ending(let pair, let seconds) where seconds > 0:
      logger.warning("\(pair.file): the certificate ends on \(pair.end.text); renew it")
    case .ending(let pair, _):
      logger.error(
        "\(pair.file): the certificate ended on \(pair.end.text), and is still served; renew it")
    case .unwatched(let error):
      let reason = error.map {
        unwatched("the certificate's folder", because: $0, lookInterval: Renewal.lookInterval)
      }
      publication.note(unwatched: reason, .certificate)
      if let reason { logger.warning("\(reason)") }
    }
  }

  private func note(_ pair: KeyPair) {
    publication.note(certificateFailure: nil)
    publication.note(
      certificateEnd: CertificateEnd(
        seconds: pair.end.seconds, warning: Renewal.warning, text: pair.end.text))
  }
}
