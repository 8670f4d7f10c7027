import CLinux
import Glibc
import Synchronization

/// A thread of the system with a name. Who does not join it leaves it to itself.
package struct WorkerThread: ~Copyable, Sendable {
  private let handle: pthread_t

  /// Starts a thread that does `work` and ends. The system keeps 15 bytes of the name.
  ///
  /// The signals that the program reads are not for this thread, which would suffer them.
  package init(name: String, _ work: @escaping @Sendable () -> Void) throws(SystemError) {
    let box = Unmanaged.passRetained(Box(name, work))
    var thread = pthread_t()
    // A thread begins with the mask of the one that starts it.
    var (stopping, before) = (readSignalSet(), sigset_t())
    pthread_sigmask(SIG_BLOCK, &stopping, &before)
    let failure = pthread_create(
      &thread, nil,
      { argument in
        guard let argument else { return nil }
        let box = Unmanaged<Box>.fromOpaque(argument).takeRetainedValue()
        _ = pthread_setname_np(pthread_self(), String(box.name.prefix(15)))
        box.work()
        return nil
      }, box.toOpaque())
    pthread_sigmask(SIG_SETMASK, &before, nil)
    if failure != 0 {
      box.release()
      throw SystemError("pthread_create", on: name, number: failure)
    }
    handle = thread
  }

  /// Waits for the end of the work.
  package consuming func join() {
    pthread_join(handle, nil)
    discard self
  }

  deinit {
    // What the system keeps of it goes with its end.
    pthread_detach(handle)
  }

  private final class Box: Sendable {
    let name: String
    let work: @Sendable () -> Void

    init(_ name: String, _ work: @escaping @Sendable () -> Void) {
      self.name = name
      self.work = work
    }
  }
}
