import CLinux
import Glibc

/// Signals as something to read instead of an interruption.
package final class Signals: Sendable {
  package enum Signal: String, Sendable {
    case terminate = "SIGTERM"
    case interrupt = "SIGINT"
    case hangUp = "SIGHUP"
  }

  /// Readable when a signal has come.
  package let descriptor: Descriptor

  /// Blocks the signals for this thread and those that it starts later, and collects them here.
  /// Call it before other threads start.
  package init() throws(SystemError) {
    var set = readSignalSet()
    let failure = pthread_sigmask(SIG_BLOCK, &set, nil)
    if failure != 0 { throw SystemError("pthread_sigmask", number: failure) }
    let number = try retried("signalfd") {
      signalfd(-1, &set, Int32(SFD_CLOEXEC | SFD_NONBLOCK))
    }
    descriptor = Descriptor(taking: number)
  }

  /// The next signal that has come, nil when there is none.
  package func next() -> Signal? {
    var caught = signalfd_siginfo()
    let size = MemoryLayout<signalfd_siginfo>.size
    guard read(descriptor.number, &caught, size) == size else { return nil }
    switch Int32(caught.ssi_signo) {
    case SIGINT: return .interrupt
    case SIGHUP: return .hangUp
    default: return .terminate
    }
  }
}

/// SIGTERM, SIGINT and SIGHUP.
func readSignalSet() -> sigset_t {
  var set = sigset_t()
  sigemptyset(&set)
  for number in [SIGTERM, SIGINT, SIGHUP] { sigaddset(&set, number) }
  return set
}

/// Sees to it that no signal ends the program but those that are to; called before all else.
///
/// SIGHUP waits until `Signals` reads it: what it asks for is done then. SIGUSR1 and SIGUSR2, which
/// other servers know, mean nothing here. SIGTERM and SIGINT end at once what does not serve yet.
package func settleSignals() {
  ignoreBrokenPipes()
  for number in [SIGUSR1, SIGUSR2] { signal(number, SIG_IGN) }
  var waiting = sigset_t()
  sigemptyset(&waiting)
  sigaddset(&waiting, SIGHUP)
  // It fails only for a set that is none.
  pthread_sigmask(SIG_BLOCK, &waiting, nil)
}

/// Ends the program without waiting for threads that something holds up.
package func endNow(_ status: Int32) -> Never { _exit(status) }

/// Writing to a connection that the other side has closed is an error, not the end of the program.
package func ignoreBrokenPipes() {
  signal(SIGPIPE, SIG_IGN)
}
