import CLinux
import Glibc

/// The listening sockets that whoever started the program has opened for it: systemd's socket
/// activation (sd_listen_fds(3)).
///
/// They stay open between one run of the program and the next, so that clients who come meanwhile
/// wait instead of being refused.
package enum InheritedListeners {
  /// The first descriptor that is handed over, by convention; the others follow it.
  package static let first: Int32 = 3
  /// More than these are not what anybody means.
  package static let most = 64

  /// Takes them over, and the words about them out of the environment; empty where there are none,
  /// or where they are meant for another process. To be called once, before threads start.
  package static func take(from first: Int32 = first) throws(SystemError) -> [Listener] {
    let (process, given) = (text("LISTEN_PID").flatMap { Int($0) }, text("LISTEN_FDS"))
    let names = (text("LISTEN_FDNAMES") ?? "")
      .split(separator: ":", omittingEmptySubsequences: false)
    for name in ["LISTEN_PID", "LISTEN_FDS", "LISTEN_FDNAMES"] { unsetenv(name) }
    guard let given, process == Int(getpid()) else { return [] }
    guard let count = Int(given), (0...most).contains(count) else {
      throw SystemError(
        "LISTEN_FDS", on: "\"\(given)\"", number: EINVAL, words: "not a number from 0 to \(most)")
    }
    var listeners: [Listener] = []
    for index in 0..<count {
      let name = index < names.count ? String(names[index]) : ""
      listeners.append(try Listener(inheriting: first + Int32(index), name: name))
    }
    return listeners
  }

  private static func text(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}

extension Listener {
  /// Takes over a socket that listens already, and which other processes may have too.
  package convenience init(inheriting number: Int32, name: String = "") throws(SystemError) {
    let subject = "descriptor \(number)"
    // Before it is owned: closing what was never open is a programmer's error.
    _ = try retried("fcntl", on: subject) { fcntl(number, F_SETFD, FD_CLOEXEC) }
    let descriptor = Descriptor(taking: number)
    let isListening = try descriptor.option(SOL_SOCKET, SO_ACCEPTCONN, subject) != 0
    let isStream =
      try descriptor.option(SOL_SOCKET, SO_TYPE, subject) == Int32(SOCK_STREAM.rawValue)
    let family = try descriptor.option(SOL_SOCKET, SO_DOMAIN, subject)
    if !isStream || family != AF_INET && family != AF_INET6 {
      // Where a socket unit says ListenStream=/path or ListenDatagram=.
      let kind = family == AF_UNIX ? "a Unix socket" : isStream ? "no TCP socket" : "a UDP socket"
      throw SystemError(
        "accept4", on: "\(subject), \(kind) where a TCP socket is needed (ListenStream=PORT)",
        number: EPROTOTYPE)
    }
    if !isListening { throw SystemError("accept4", on: subject, number: EINVAL) }
    let flags = try retried("fcntl", on: subject) { fcntl(number, F_GETFL) }
    _ = try retried("fcntl", on: subject) { fcntl(number, F_SETFL, flags | O_NONBLOCK) }
    try descriptor.prepareForAnswers(subject)
    try self.init(descriptor, isShared: true, name: name, subject)
  }
}

extension Descriptor {
  /// An option of a socket that is a number.
  borrowing func option(
    _ level: Int32, _ option: Int32, _ subject: String
  ) throws(SystemError) -> Int32 {
    var value: Int32 = 0
    var size = socklen_t(MemoryLayout<Int32>.size)
    if getsockopt(number, level, option, &value, &size) != 0 {
      throw SystemError("getsockopt", on: subject)
    }
    return value
  }
}
