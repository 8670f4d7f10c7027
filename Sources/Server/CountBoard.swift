import HTTP
import Synchronization

/// Where every loop shows what it has counted, so that any of them can tell all of it.
///
/// A loop counts for itself and copies its counts here, ten times a second at most: what is shown
/// is older by that at most, and counting costs a request next to nothing.
package final class CountBoard: Sendable {
  private let loops = Mutex<[Counts]>([])
  private let stops = Atomic<Bool>(false)

  package init() {}

  /// What all loops have counted together.
  package func total() -> Counts {
    loops.withLock { $0.reduce(into: Counts()) { $0.add($1) } }
  }

  /// Whether the server has been asked to stop.
  package var isStopping: Bool { stops.load(ordering: .relaxed) }

  func stop() { stops.store(true, ordering: .relaxed) }

  /// Takes in what the loop with that number has counted by now.
  func show(_ counts: borrowing Counts, of loop: Int) {
    loops.withLock { loops in
      while loops.count <= loop { loops.append(Counts()) }
      loops[loop].follow(counts)
    }
  }
}
