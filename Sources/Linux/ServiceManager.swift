import CLinux
import Glibc

/// Whoever started the program as a service and wants to hear how it is: systemd (sd_notify(3)).
package enum ServiceManager {
  package enum News: Sendable {
    case ready, reloading, stopping
  }

  /// Tells the news, where somebody wants to hear any. That nobody hears it changes nothing for the
  /// program: the error is for the log.
  package static func tell(_ news: News) throws(SystemError) {
    guard let path = getenv("NOTIFY_SOCKET").map({ String(cString: $0) }), !path.isEmpty else {
      return
    }
    let words =
      switch news {
      case .ready: "READY=1"
      // Since when, so that a `ready` that was under way is not taken for the end of this.
      case .reloading: "RELOADING=1\nMONOTONIC_USEC=\(SystemClock.monotonic() / 1000)"
      case .stopping: "STOPPING=1"
      }
    try send(words, to: path)
  }

  private static func send(_ words: String, to path: String) throws(SystemError) {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    var name = Array(path.utf8)
    // An abstract name begins with a zero byte, which is written as "@".
    if name[0] == UInt8(ascii: "@") { name[0] = 0 }
    guard name.count < MemoryLayout.size(ofValue: address.sun_path) else {
      throw SystemError("sendto", on: path, number: ENAMETOOLONG)
    }
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: name) }
    let size = socklen_t(MemoryLayout<sa_family_t>.size + name.count)
    let kind = Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
    let socket = Descriptor(
      taking: try retried("socket", on: path) { Glibc.socket(AF_UNIX, kind, 0) })
    let number = socket.number
    let bytes = Array(words.utf8)
    _ = try retried("sendto", on: path) {
      withUnsafePointer(to: &address) { address in
        address.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          sendto(number, bytes, bytes.count, Int32(MSG_NOSIGNAL), $0, size)
        }
      }
    }
  }
}
