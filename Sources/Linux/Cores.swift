import Synchronization

/// Does the same work on many values, on all cores that this process may use.
package enum Cores {
  /// Threads that work beside each other at most: each has buffers of its own.
  package static let most = 16

  /// Calls `work` once for each of the values with its index, those with the most to do first so
  /// that all cores end together, and returns when all is done. Where a thread cannot be had, the
  /// others do its share.
  ///
  /// - Parameter effort: what the work on a value takes, in any measure.
  package static func forEach<Value: Sendable>(
    _ values: inout [Value], effort: (Value) -> Int,
    _ work: @escaping @Sendable (inout Value, Int) -> Void
  ) {
    let efforts = values.map(effort)
    let order = values.indices.sorted { efforts[$0] > efforts[$1] }
    let shared = Shared(values, order, work)
    values = []
    shared.run(threads: min(processorCount(), most, shared.size))
    values = shared.values()
  }
}

/// Values that threads take one by one and put back.
private final class Shared<Value: Sendable>: Sendable {
  let size: Int
  private let next = Atomic(0)
  private let order: [Int]
  private let places: Mutex<[Value?]>
  private let work: @Sendable (inout Value, Int) -> Void

  init(_ values: [Value], _ order: [Int], _ work: @escaping @Sendable (inout Value, Int) -> Void) {
    size = values.count
    self.order = order
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
      let number = next.add(1, ordering: .relaxed).oldValue
      guard number < size else { return }
      let index = order[number]
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
