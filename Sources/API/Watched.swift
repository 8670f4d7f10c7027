/// What is looked after on disk while it is served.
package enum Watched: String, CaseIterable, Sendable {
  case data, certificate
}

/// When the certificate that is served ends.
package struct CertificateEnd: Sendable {
  /// Seconds since the beginning of 1970.
  let seconds: Int
  /// So many seconds before, it is said.
  let warning: Int
  /// The time as people read it.
  let text: String

  package init(seconds: Int, warning: Int, text: String) {
    self.seconds = seconds
    self.warning = warning
    self.text = text
  }

  func isOver(at now: Int) -> Bool { now >= seconds }

  /// What there is to say of it; nil while it is far.
  func remark(at now: Int) -> String? {
    if isOver(at: now) { return "the certificate ended on \(text): clients turn away from it" }
    return now > seconds - warning ? "the certificate ends on \(text)" : nil
  }
}
