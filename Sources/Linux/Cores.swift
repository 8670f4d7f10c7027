import Synchronization

/// Does the same work on many values, on all cores that this process may use.
package enum Cores {
  /// Threads that work beside each other at most: each has buffers of its own.
  package static let most = 16

  /// Calls `work` once for each of the values with its index, in no order, and returns when all is
  /// done. Where a thread cannot be had, the others do its share.
  package static func forEach<Value: Sendable>(
    _ values: inout [Value], _ work: @escaping @Sendable (inout Value, Int) -> Void
  ) {
    let shared = Shared(values, work)
    values = []
    shared.run(threads: min(processorCount(), most, shared.size))
    values = shared.values()
  }
}

/// Values that threads take one by one and put back.
private final class Shared<Value: Sendable>: Sendable {
  let size: Int
  private let next = Atomic(0)
  private let places: Mutex<[Value?]>
  private let work: @Sendable (inout Value, Int) -> Void

  init(_ values: [Value], _ work: @escaping @Sendable (inout Value, Int) -> Void) {
    size = values.count
    places = Mutex(values)
    self.work = work
  }

  func run(threads: Int) {
    guard threads > 1 else { return drain() }
    do {
      let helper = try WorkerThread(name: "cores", drain)
      run(threads: threads - 1)
      helper.join()
    } catch {
      // No thread to be had: this one does the work.
      drain()
    }
  }

  @Sendable private func drain() {
    while true {
      let index = next.add(1, ordering: .relaxed).oldValue
      guard index < size else { return }
      // Taken out while it is worked on, so that it is changed in its place, not copied.
      guard var value = places.withLock({ $0[index].take() }) else { return }
      work(&value, index)
      places.withLock { $0[index] = value }
    }
  }

  func values() -> [Value] {
    places.withLock { places in
      let values = places.compactMap(\.self)
      places = []
      return values
    }
  }
}
