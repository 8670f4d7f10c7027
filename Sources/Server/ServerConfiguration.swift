import HTTP
import Linux
import TLS

/// How a server is set up; every bound and every time is here or in a value held here.
package struct ServerConfiguration: Sendable {
  /// An IP address, with or without brackets, or `localhost` for both loopbacks.
  package var host: String
  /// The port; 0 takes a free one.
  package var port: UInt16
  /// What TLS is spoken with: on `port` instead of HTTP alone, or on `tlsPort` beside it.
  package var certificates: Certificates?
  /// The port for TLS, 0 takes a free one; nil where `port` is it. Without certificates it has no
  /// meaning.
  package var tlsPort: UInt16?
  /// Listeners that were handed to the program; they take the place of host and ports, and all
  /// loops share them. TLS is spoken on those called `https`, or on all where none is.
  package var inherited: [Listener] = []
  /// The number of event loops, each on a thread of its own.
  package var threads: Int
  /// How many connections may be open at once, in all loops together. The descriptors that the
  /// system grants bound it too.
  package var connections: Int
  /// How many of them one client may have, an address of IPv4 or 64 bits of IPv6; nil for no bound.
  /// Proxies that are believed have none.
  package var connectionsPerClient: Int?
  /// Who is believed about whom it asks for, in `Forwarded` and `X-Forwarded-For`.
  package var trustedProxies: [Network] = []
  /// How many TLS handshakes may be unfinished, shared out evenly among the loops; each more ends
  /// the oldest.
  package var handshakes: Int
  /// How long a TLS handshake may take; then the connection is closed.
  package var handshakeTime: Duration
  package var limits: Limits
  package var deadlines: Deadlines
  /// Whether SIGTERM and SIGINT stop the server, the first gracefully, the next at once, and
  /// SIGPIPE is ignored. Then `run` is called before the program starts other threads.
  package var handlesSignals: Bool

  package init(
    host: String = "127.0.0.1", port: UInt16 = 8080, certificates: Certificates? = nil,
    tlsPort: UInt16? = nil, threads: Int = processorCount(), connections: Int = 10_000,
    handshakes: Int = 1000, handshakeTime: Duration = .seconds(10), limits: Limits = Limits(),
    deadlines: Deadlines = Deadlines(), handlesSignals: Bool = true
  ) {
    self.host = host
    self.port = port
    self.certificates = certificates
    self.tlsPort = tlsPort
    self.threads = max(1, threads)
    self.connections = max(1, connections)
    self.handshakes = max(1, handshakes)
    self.handshakeTime = handshakeTime
    self.limits = limits
    self.deadlines = deadlines
    self.handlesSignals = handlesSignals
  }

  /// Each port with what TLS is spoken with there.
  var ports: [(port: UInt16, certificates: Certificates?)] {
    guard let certificates, let tlsPort else { return [(port, certificates)] }
    return [(port, nil), (tlsPort, certificates)]
  }
}
