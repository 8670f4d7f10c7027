import Synchronization

/// How many connections the loops may hold together.
///
/// The only thing that loops share. A share of its own for each would not do: the kernel deals
/// connections out by chance, and a loop would turn clients away while another has room. It is
/// touched when a connection opens or closes, never on the way of a request.
final class ConnectionBudget: Sendable {
  let limit: Int
  private let open = Atomic<Int>(0)

  init(limit: Int) {
    self.limit = limit
  }

  /// Takes a place if there is one.
  func take() -> Bool {
    if open.wrappingAdd(1, ordering: .relaxed).newValue <= limit { return true }
    open.wrappingSubtract(1, ordering: .relaxed)
    return false
  }

  func giveBack() {
    open.wrappingSubtract(1, ordering: .relaxed)
  }
}
