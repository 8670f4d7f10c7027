import Statistics
import Synchronization

/// The index of a snapshot, made when it is first wanted: listening need not wait for it.
///
/// Once made it is only read. Threads that want it before that make one each, and all take the
/// first that is ready; so nobody waits for longer than it takes to make.
package final class LazyIndex: Sendable {
  private let snapshot: Snapshot
  private let made = AtomicLazyReference<SearchIndex>()

  package init(_ snapshot: Snapshot) {
    self.snapshot = snapshot
  }

  package func index() -> SearchIndex {
    made.load() ?? made.storeIfNil(SearchIndex(snapshot))
  }
}
