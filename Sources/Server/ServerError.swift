import Linux

/// Why a server could not start, or could not go on.
package enum ServerError: Error, Sendable, Equatable {
  case notAnAddress(String)
  case inUse(SocketAddress)
  case notAllowed(SocketAddress)
  case notHere(SocketAddress)
  /// TLS and HTTP alone are to be spoken on one port.
  case samePort(UInt16)
  /// A port for TLS is to be opened, where listeners were handed over instead of ports.
  case portBesideInherited
  /// A listener is meant for TLS, and there is nothing to speak it with.
  case noCertificates
  /// All the descriptors that the system grants are needed by the program itself.
  case tooFewDescriptors(Int, own: Int)
  case system(SystemError)
  /// What was handed over instead of ports cannot be listened on.
  case notInherited(SystemError)

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
    case .samePort(let port):
      "cannot listen on port \(port) twice: --tls-port (the setting tlsPort) must be another than "
        + "--port, or be left out: then --port speaks TLS"
    case .portBesideInherited:
      "cannot open the port for TLS: whoever started the program has handed it its listeners "
        + "(LISTEN_FDS), and it opens none beside them; leave the port out, and name the listener "
        + "for TLS \(Listening.nameForTLS) (FileDescriptorName=\(Listening.nameForTLS))"
    case .noCertificates:
      "cannot serve the inherited listener \(Listening.nameForTLS): it is for TLS, which needs "
        + "--tls-cert and --tls-key (or the settings tlsCert and tlsKey)"
    case .tooFewDescriptors(let granted, let own):
      "cannot serve anybody: this process may have \(granted) descriptors, and itself needs "
        + "\(own); allow it more (ulimit -n, LimitNOFILE)"
    case .system(let error) where error.call == "pthread_create":
      "cannot start: the system gives no more threads (\(error)); allow more (ulimit -u, "
        + "TasksMax), or have fewer loops (--threads)"
    case .notInherited(let error):
      "cannot take over the listeners that whoever started the program has handed it: \(error); "
        + "LISTEN_FDS counts the descriptors from \(InheritedListeners.first) on, at most "
        + "\(InheritedListeners.most), each a TCP socket that listens (ListenStream=PORT); leave "
        + "it out, and the program opens its port itself"
    case .system(let error):
      "the system refused a call: \(error)"
    }
  }
}
