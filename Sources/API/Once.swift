import Synchronization

/// A value that is made when it is first asked for and never changes after. Reading it writes
/// nothing, so that loops do not disturb each other; two that ask first at the same moment may both
/// make it, and one is kept.
final class Once<Value: Sendable>: Sendable {
  private final class Box: Sendable {
    let value: Value

    init(_ value: Value) { self.value = value }
  }

  private let box = AtomicLazyReference<Box>()
  private let make: @Sendable () -> Value

  init(_ make: @escaping @Sendable () -> Value) {
    self.make = make
  }

  var value: Value {
    if let made = box.load() { return made.value }
    return box.storeIfNil(Box(make())).value
  }
}
