/// Places for things that are found by tokens, which are never used twice: an event that was under
/// way when its connection was closed finds nothing, even where the place is taken again.
package struct Slots<Element: AnyObject> {
  private struct Slot {
    var element: Element?
    var generation: UInt32 = 0
  }

  private var slots: [Slot] = []
  private var free: [UInt32] = []
  /// How many places are taken.
  package private(set) var count = 0

  package init() {}

  /// Takes in what `make` makes for the token that it is given. Tokens are 2^32 and higher.
  package mutating func insert(_ make: (_ token: UInt64) -> Element) -> Element {
    let index: UInt32
    if let last = free.popLast() {
      index = last
    } else {
      index = UInt32(slots.count)
      slots.append(Slot())
    }
    // A place begins anew after 2^32 generations, long after its last stale event.
    let generation = max(1, slots[Int(index)].generation &+ 1)
    let element = make(UInt64(generation) << 32 | UInt64(index))
    slots[Int(index)] = Slot(element: element, generation: generation)
    count += 1
    return element
  }

  /// What has that token, if it is still here.
  package subscript(token: UInt64) -> Element? {
    let index = Int(truncatingIfNeeded: token & 0xFFFF_FFFF)
    guard index < slots.count, slots[index].generation == UInt32(token >> 32) else { return nil }
    return slots[index].element
  }

  /// Lets go of what has that token; nothing happens where it is gone already.
  package mutating func remove(_ token: UInt64) {
    guard self[token] != nil else { return }
    let index = Int(truncatingIfNeeded: token & 0xFFFF_FFFF)
    slots[index].element = nil
    free.append(UInt32(index))
    count -= 1
  }

  /// What is in a place, for walking over all of them.
  package func element(at place: Int) -> Element? { slots[place].element }

  /// The places, taken or not.
  package var places: Range<Int> { 0..<slots.count }
}
