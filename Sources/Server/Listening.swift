import Linux

/// Opens the listeners of a server: for each loop one on each address.
enum Listening {
  /// How often another free port is tried when the first is taken on the second address.
  private static let attempts = 16

  static func begin(_ configuration: ServerConfiguration) throws(ServerError) -> [[Listener]] {
    let addresses = SocketAddress.parse(host: configuration.host, port: configuration.port)
    if addresses.isEmpty { throw .notAnAddress(configuration.host) }
    var attempt = 1
    while true {
      do throws(ServerError) {
        let first = try firstListeners(addresses)
        var loops = [first]
        for _ in 1..<max(1, configuration.threads) {
          loops.append(
            try first.map { listener throws(ServerError) in
              try open(listener.address, joins: true)
            })
        }
        return loops
      } catch {
        guard configuration.port == 0, case .inUse = error, attempt < attempts else { throw error }
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
