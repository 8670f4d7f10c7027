import HTTP
import Linux

/// How a server is set up; every bound and every time is here or in a value held here.
package struct ServerConfiguration: Sendable {
  /// An IP address, with or without brackets, or `localhost` for both loopbacks.
  package var host: String
  /// The port; 0 takes a free one.
  package var port: UInt16
  /// The number of event loops, each on a thread of its own.
  package var threads: Int
  /// How many connections may be open at once, in all loops together. The descriptors that the
  /// system grants bound it too.
  package var connections: Int
  package var limits: Limits
  package var deadlines: Deadlines
  /// Whether SIGTERM and SIGINT stop the server, the first gracefully, the next at once, and
  /// SIGPIPE is ignored. Then `run` is called before the program starts other threads.
  package var handlesSignals: Bool

  package init(
    host: String = "127.0.0.1", port: UInt16 = 8080, threads: Int = processorCount(),
    connections: Int = 10_000, limits: Limits = Limits(), deadlines: Deadlines = Deadlines(),
    handlesSignals: Bool = true
  ) {
    self.host = host
    self.port = port
    self.threads = max(1, threads)
    self.connections = max(1, connections)
    self.limits = limits
    self.deadlines = deadlines
    self.handlesSignals = handlesSignals
  }
}
