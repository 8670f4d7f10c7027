import Linux

/// Opens the listeners of a server: for each loop one on each address and port.
enum Listening {
  /// How often another free port is tried when the first is taken on the second address.
  private static let attempts = 16
  /// What a listener for TLS is called among others that were handed over.
  static let nameForTLS = "https"

  /// The doors of each loop: those without TLS first, where there are both.
  static func begin(_ configuration: ServerConfiguration) throws(ServerError) -> [[Door]] {
    let count = max(1, configuration.threads)
    if !configuration.inherited.isEmpty {
      return Array(repeating: try inherited(configuration), count: count)
    }
    let ports = configuration.ports.map(\.port)
    if ports.count > 1, ports[0] != 0, ports[0] == ports[1] { throw .samePort(ports[0]) }
    var loops = [[Door]](repeating: [], count: count)
    for (port, certificates) in configuration.ports {
      let listeners = try begin(configuration.host, port, loops: loops.count)
      for index in loops.indices {
        loops[index] += listeners[index].map { Door(listener: $0, certificates: certificates) }
      }
    }
    return loops
  }

  /// Those that are called `https` speak TLS; where none is, and there are certificates, all do.
  private static func inherited(
    _ configuration: ServerConfiguration
  ) throws(ServerError) -> [Door] {
    if configuration.tlsPort != nil { throw .portBesideInherited }
    let certificates = configuration.certificates
    let isForTLS = configuration.inherited.map { $0.name == nameForTLS }
    let hasName = isForTLS.contains(true)
    if hasName, certificates == nil { throw .noCertificates }
    return zip(configuration.inherited, isForTLS).map { listener, isForTLS in
      Door(listener: listener, certificates: isForTLS || !hasName ? certificates : nil)
    }
  }

  private static func begin(
    _ host: String, _ port: UInt16, loops count: Int
  ) throws(ServerError) -> [[Listener]] {
    let addresses = SocketAddress.parse(host: host, port: port)
    if addresses.isEmpty { throw .notAnAddress(host) }
    var attempt = 1
    while true {
      do throws(ServerError) {
        let first = try firstListeners(addresses)
        var loops = [first]
        for _ in 1..<count {
          loops.append(
            try first.map { listener throws(ServerError) in
              try open(listener.address, joins: true)
            })
        }
        return loops
      } catch {
        guard port == 0, case .inUse = error, attempt < attempts else { throw error }
        attempt += 1
      }
    }
  }

  /// One listener for each address, all on one port. An address that this machine does not have is
  /// passed over where another serves: `localhost` works without IPv6 too.
  private static func firstListeners(
    _ addresses: [SocketAddress]
  ) throws(ServerError) -> [Listener] {
    var listeners: [Listener] = []
    for var address in addresses {
      if let first = listeners.first { address.port = first.address.port }
      do throws(ServerError) {
        listeners.append(try open(address, joins: false))
      } catch {
        guard case .notHere = error, !listeners.isEmpty else { throw error }
      }
    }
    return listeners
  }

  private static func open(
    _ address: SocketAddress, joins: Bool
  ) throws(ServerError) -> Listener {
    do throws(SystemError) {
      return try Listener(address, joins: joins)
    } catch {
      throw ServerError(error, listeningOn: address)
    }
  }
}
