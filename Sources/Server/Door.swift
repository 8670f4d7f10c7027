import Linux
import TLS

/// A way in: a listener, and what those who come by it are met with.
struct Door: Sendable {
  let listener: Listener
  /// Nil where TLS is not spoken.
  let certificates: Certificates?

  /// What a client's addresses begin with, for instance `https://127.0.0.1:8443`.
  var origin: String {
    "\(certificates == nil ? "http" : "https")://\(listener.address.authority)"
  }
}
