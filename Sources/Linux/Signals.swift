import CLinux
import Glibc

/// SIGTERM and SIGINT as something to read instead of an interruption.
package final class StopSignals: Sendable {
  /// Readable when a signal has come.
  package let descriptor: Descriptor

  /// Blocks the signals for this thread and those that it starts later, and collects them here.
  /// Call it before other threads start.
  package init() throws(SystemError) {
    var set = stopSignalSet()
    let failure = pthread_sigmask(SIG_BLOCK, &set, nil)
    if failure != 0 { throw SystemError("pthread_sigmask", number: failure) }
    let number = try retried("signalfd") {
      signalfd(-1, &set, Int32(SFD_CLOEXEC | SFD_NONBLOCK))
    }
    descriptor = Descriptor(taking: number)
  }

  /// The name of the next signal that has come, nil when there is none.
  package func next() -> String? {
    var caught = signalfd_siginfo()
    let size = MemoryLayout<signalfd_siginfo>.size
    guard read(descriptor.number, &caught, size) == size else { return nil }
    return caught.ssi_signo == UInt32(SIGINT) ? "SIGINT" : "SIGTERM"
  }
}

/// SIGTERM and SIGINT.
func stopSignalSet() -> sigset_t {
  var set = sigset_t()
  sigemptyset(&set)
  sigaddset(&set, SIGTERM)
  sigaddset(&set, SIGINT)
  return set
}

/// Writing to a connection that the other side has closed is an error, not the end of the program.
package func ignoreBrokenPipes() {
  signal(SIGPIPE, SIG_IGN)
}
