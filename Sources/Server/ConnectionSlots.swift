import HTTP
import Linux

/// The connections of one loop, found by tokens that are never used twice: an event that was under
/// way when its connection was closed finds nothing, even where the place is taken again.
struct ConnectionSlots {
  private struct Slot {
    var connection: Connection?
    var generation: UInt32 = 0
  }

  private var slots: [Slot] = []
  private var free: [UInt32] = []
  private(set) var count = 0

  /// Takes in a connection made for the token that it is given.
  mutating func insert(_ make: (_ token: UInt64) -> Connection) -> Connection {
    let index: UInt32
    if let last = free.popLast() {
      index = last
    } else {
      index = UInt32(slots.count)
      slots.append(Slot())
    }
    // Generations begin at 1: tokens below 2^32 are no connections'. After 2^32 connections in one
    // place they begin anew, long after the last stale event.
    slots[Int(index)].generation = max(1, slots[Int(index)].generation &+ 1)
    let connection = make(UInt64(slots[Int(index)].generation) << 32 | UInt64(index))
    slots[Int(index)].connection = connection
    count += 1
    return connection
  }

  /// The connection with that token, if it is still here.
  subscript(token: UInt64) -> Connection? {
    let index = Int(truncatingIfNeeded: token & 0xFFFF_FFFF)
    guard index < slots.count, slots[index].generation == UInt32(token >> 32) else { return nil }
    return slots[index].connection
  }

  /// Lets a connection go; the last reference closes it.
  mutating func remove(_ connection: Connection) {
    let index = Int(truncatingIfNeeded: connection.token & 0xFFFF_FFFF)
    guard slots[index].connection === connection else { return }
    slots[index].connection = nil
    free.append(UInt32(index))
    count -= 1
  }

  /// The connection at a place, for walking over all of them.
  func connection(at index: Int) -> Connection? { slots[index].connection }

  /// The places, taken or not.
  var places: Range<Int> { 0..<slots.count }
}
