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
