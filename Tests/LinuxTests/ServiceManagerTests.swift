import Glibc
import Linux
import Testing

/// In processes of their own, whose environment is theirs.
@Suite struct ServiceManagerTests {
  @Test func `without anybody to tell nothing happens`() async {
    await #expect(processExitsWith: .success) {
      unsetenv("NOTIFY_SOCKET")
      try ServiceManager.tell(.ready)
      setenv("NOTIFY_SOCKET", "", 1)
      try ServiceManager.tell(.ready)
    }
  }

  @Test func `news arrives, by a path or an abstract name`() async {
    await #expect(processExitsWith: .success) {
      for name in ["/tmp/thuocdo-notify-\(getpid())", "@thuocdo-notify-\(getpid())"] {
        let manager = try listening(at: name)
        setenv("NOTIFY_SOCKET", name, 1)
        try ServiceManager.tell(.ready)
        precondition(next(manager) == "READY=1")
        try ServiceManager.tell(.reloading)
        precondition(next(manager).hasPrefix("RELOADING=1\nMONOTONIC_USEC="))
        try ServiceManager.tell(.stopping)
        precondition(next(manager) == "STOPPING=1")
        unlink(name)
      }
    }
  }

  @Test func `that nobody hears is an error that names the place`() async {
    await #expect(processExitsWith: .success) {
      for (name, number) in [
        ("/tmp/thuocdo-nobody-\(getpid())", ENOENT), ("@thuocdo-nobody-\(getpid())", ECONNREFUSED),
        (String(repeating: "n", count: 108), ENAMETOOLONG),
      ] {
        setenv("NOTIFY_SOCKET", name, 1)
        do throws(SystemError) {
          try ServiceManager.tell(.ready)
          preconditionFailure("told")
        } catch {
          precondition(error.subject == name && error.number == number, "\(error)")
        }
      }
    }
  }
}

private func listening(at name: String) throws -> Int32 {
  var address = sockaddr_un()
  address.sun_family = sa_family_t(AF_UNIX)
  var bytes = Array(name.utf8)
  if bytes[0] == UInt8(ascii: "@") { bytes[0] = 0 }
  withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
  let size = socklen_t(MemoryLayout<sa_family_t>.size + bytes.count)
  let number = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
  let bound = withUnsafeBytes(of: &address) { raw in
    bind(number, raw.baseAddress!.assumingMemoryBound(to: sockaddr.self), size)
  }
  try #require(bound == 0)
  return number
}

private func next(_ socket: Int32) -> String {
  var space = [UInt8](repeating: 0, count: 256)
  let count = recv(socket, &space, space.count, Int32(MSG_DONTWAIT))
  return String(decoding: space.prefix(max(0, count)), as: UTF8.self)
}
