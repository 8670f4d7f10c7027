import Glibc
import Linux
import Synchronization
import Testing

@Suite struct WorkerThreadTests {
  @Test func `the work is done when it is joined`() throws {
    let done = Mutex(false)
    let thread = try WorkerThread(name: "work") { done.withLock { $0 = true } }
    thread.join()
    #expect(done.withLock { $0 })
  }

  @Test(arguments: [SIGTERM, SIGINT])
  func `a thread leaves the signals that stop the program to others`(_ signal: Int32) throws {
    let blocked = Mutex<[Bool]>([])
    // Started by a thread that takes every signal: those that run tests may leave all alone.
    let starter = try WorkerThread(name: "starter") {
      var none = sigset_t()
      sigemptyset(&none)
      pthread_sigmask(SIG_SETMASK, &none, nil)
      let started = try? WorkerThread(name: "started") {
        blocked.withLock { $0.append(isBlocked(signal)) }
      }
      started?.join()
      blocked.withLock { $0.append(isBlocked(signal)) }
    }
    starter.join()
    #expect(blocked.withLock { $0 } == [true, false])
  }

  @Test func `a thread bears its name, as far as the system keeps it`() throws {
    let name = Mutex("")
    let thread = try WorkerThread(name: "a name of many letters") {
      let bytes = try? readFile("/proc/thread-self/comm")
      name.withLock { $0 = String(decoding: bytes ?? [], as: UTF8.self) }
    }
    thread.join()
    #expect(name.withLock { $0 } == "a name of many \n")
  }
}

private func isBlocked(_ signal: Int32) -> Bool {
  var set = sigset_t()
  pthread_sigmask(SIG_BLOCK, nil, &set)
  return sigismember(&set, signal) == 1
}
