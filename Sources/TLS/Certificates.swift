import Linux
import Synchronization

/// The certificate and key that new connections begin with: two files, loaded anew when asked.
///
/// What cannot be served leaves everything as it is.
package final class Certificates: Sendable {
  package let certificate: String
  package let key: String
  private let held: Mutex<TLSContext>

  /// Loads both files for the first time.
  package init(certificate: String, key: String) throws(TLSError) {
    self.certificate = certificate
    self.key = key
    held = Mutex(try TLSContext(try Certificates.load(certificate, key)))
  }

  /// For a connection that begins now.
  package var current: TLSContext { held.withLock { $0 } }

  /// Reads both files again; whether they hold something else than what was served until now.
  package func reload() throws(TLSError) -> Bool {
    let pair = try Certificates.load(certificate, key)
    if pair.isSame(as: current.pair) { return false }
    let context = try TLSContext(pair)
    held.withLock { $0 = context }
    return true
  }

  /// Serves the same pair with new ticket keys: whoever learns them later reads nothing of before.
  package func renewTicketKeys() throws(TLSError) {
    let context = try TLSContext(current.pair)
    held.withLock { $0 = context }
  }

  /// What tells whether a certificate has ended: seconds since the beginning of 1970.
  package static let clock: @Sendable () -> Int = { SystemClock.secondsSince1970() }

  private static func load(_ certificate: String, _ key: String) throws(TLSError) -> KeyPair {
    try KeyPair(certificate: certificate, key: key, now: clock())
  }
}
