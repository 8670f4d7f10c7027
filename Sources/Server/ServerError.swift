import Linux

/// Why a server could not start, or could not go on.
package enum ServerError: Error, Sendable, Equatable {
  case notAnAddress(String)
  case inUse(SocketAddress)
  case notAllowed(SocketAddress)
  case notHere(SocketAddress)
  case system(SystemError)

  /// The failure of listening on `address`, in terms of what to do about it.
  init(_ error: SystemError, listeningOn address: SocketAddress) {
    switch error.kind {
    case .addressInUse: self = .inUse(address)
    case .notPermitted: self = .notAllowed(address)
    case .addressNotAvailable: self = .notHere(address)
    case .other: self = .system(error)
    }
  }
}

extension ServerError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .notAnAddress(let host):
      "cannot listen on \"\(host)\": the host must be localhost or an IP address, "
        + "for instance 127.0.0.1, 0.0.0.0, ::1 or ::"
    case .inUse(let address):
      "cannot listen on \(address.authority): another program listens there; stop it, "
        + "or choose another port (port 0 takes a free one)"
    case .notAllowed(let address):
      "cannot listen on \(address.authority): the system does not allow it; "
        + "ports below 1024 need the right to bind them, so choose a higher one"
    case .notHere(let address):
      "cannot listen on \(address.authority): this machine does not have the address "
        + address.host
    case .system(let error):
      "the system refused a call: \(error)"
    }
  }
}
