import CLinux
import Glibc

extension Listener {
  /// Lets nobody new in: who knocks from now on is not heard and may try again elsewhere, while
  /// those whose handshake has begun still come through to `accept`.
  ///
  /// Without this a connection that is completed between the last `accept` and the closing of the
  /// socket would be reset, and its request lost. Returns whether the system allowed it; where it
  /// does not, the moment remains, and nothing else changes. A shared listener is left as it is:
  /// whoever has it next hears those who come.
  package func refuseNewcomers() -> Bool {
    if isShared { return true }
    // A filter on the socket sees segments from the TCP header on, before the socket does. Flags
    // are the byte at 13: SYN alone (2, with ACK 16 absent) opens a connection and is dropped.
    let code = [
      sock_filter(code: UInt16(BPF_LD | BPF_B | BPF_ABS), jt: 0, jf: 0, k: 13),
      sock_filter(code: UInt16(BPF_ALU | BPF_AND | BPF_K), jt: 0, jf: 0, k: 0x12),
      sock_filter(code: UInt16(BPF_JMP | BPF_JEQ | BPF_K), jt: 0, jf: 1, k: 0x02),
      sock_filter(code: UInt16(BPF_RET | BPF_K), jt: 0, jf: 0, k: 0),
      sock_filter(code: UInt16(BPF_RET | BPF_K), jt: 0, jf: 0, k: .max),
    ]
    return code.withUnsafeBufferPointer { code in
      // The kernel reads the program and does not keep the pointer.
      var program = sock_fprog(
        len: UInt16(code.count), filter: UnsafeMutablePointer(mutating: code.baseAddress))
      let size = socklen_t(MemoryLayout<sock_fprog>.size)
      return setsockopt(descriptor.number, SOL_SOCKET, SO_ATTACH_FILTER, &program, size) == 0
    }
  }
}
