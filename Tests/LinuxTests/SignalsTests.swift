import Glibc
import Linux
import Synchronization
import Testing

@Suite struct SignalsTests {
  @Test func `signals are read instead of being suffered`() throws {
    let names = Mutex<[Signals.Signal?]>([])
    // On a thread of its own, which alone leaves the signals alone.
    let thread = try WorkerThread(name: "signals") {
      guard let signals = try? Signals() else { return }
      let none = signals.next()
      pthread_kill(pthread_self(), SIGTERM)
      let first = signals.next()
      pthread_kill(pthread_self(), SIGINT)
      let second = signals.next()
      pthread_kill(pthread_self(), SIGHUP)
      let third = signals.next()
      names.withLock { $0 = [none, first, second, third, signals.next()] }
    }
    thread.join()
    #expect(names.withLock { $0 } == [nil, .terminate, .interrupt, .hangUp, nil])
  }

  @Test func `signals that ask for nothing end nothing, and SIGHUP waits to be read`() async {
    await #expect(processExitsWith: .success) {
      settleSignals()
      for number in [SIGHUP, SIGUSR1, SIGUSR2, SIGPIPE] { raise(number) }
      let signals = try Signals()
      precondition(signals.next() == .hangUp)
      precondition(signals.next() == nil)
    }
  }

  @Test func `writing to nobody is an error and not the end`() async {
    await #expect(processExitsWith: .success) {
      ignoreBrokenPipes()
      var ends: [Int32] = [0, 0]
      precondition(pipe(&ends) == 0)
      close(ends[0])
      precondition(write(ends[1], "x", 1) < 0 && errno == EPIPE)
    }
  }
}
