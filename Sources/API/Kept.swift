/// The values that were made last, up to a number of them.
package final class Kept<Key: Hashable, Value> {
  private let capacity: Int
  private var values: [Key: Value] = [:]
  /// In the order in which they came, from `oldest` on around.
  private var keys: [Key] = []
  private var oldest = 0

  package init(capacity: Int) {
    self.capacity = capacity
  }

  /// How many are kept.
  package var count: Int { values.count }

  /// The value of a key, made if it is not kept; then it is, if it may be, and the oldest goes
  /// where there is no more room.
  package func value(
    of key: Key, make: () -> Value, mayKeep: (Value) -> Bool = { _ in true }
  ) -> Value {
    if let known = values[key] { return known }
    let made = make()
    guard capacity > 0, mayKeep(made) else { return made }
    if keys.count < capacity {
      keys.append(key)
    } else {
      values[keys[oldest]] = nil
      keys[oldest] = key
      oldest = (oldest + 1) % capacity
    }
    values[key] = made
    return made
  }
}
