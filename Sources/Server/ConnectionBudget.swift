import HTTP
import Synchronization

/// How many connections the loops may hold together, and how many of them one client.
///
/// The only thing that loops share. A share of its own for each would not do: the kernel deals
/// connections out by chance, and a loop would turn clients away while another has room. It is
/// touched when a connection opens or closes, never on the way of a request.
final class ConnectionBudget: Sendable {
  enum Answer {
    case place, isFull, clientHasEnough
  }

  let limit: Int
  /// Nil where clients have no bound of their own.
  let limitOfClient: Int?
  private let open = Atomic<Int>(0)
  private let openOfClients = Mutex<[IPAddress: Int]>([:])

  init(limit: Int, limitOfClient: Int?) {
    self.limit = limit
    self.limitOfClient = limitOfClient
  }

  /// Takes a place if there is one for that client.
  func take(for peer: Peer?) -> Answer {
    guard open.wrappingAdd(1, ordering: .relaxed).newValue <= limit else {
      open.wrappingSubtract(1, ordering: .relaxed)
      return .isFull
    }
    guard let limitOfClient, let client = counted(peer) else { return .place }
    let hasPlace = openOfClients.withLock { open in
      let count = open[client, default: 0]
      if count < limitOfClient { open[client] = count + 1 }
      return count < limitOfClient
    }
    if hasPlace { return .place }
    open.wrappingSubtract(1, ordering: .relaxed)
    return .clientHasEnough
  }

  func giveBack(_ peer: Peer?) {
    open.wrappingSubtract(1, ordering: .relaxed)
    guard limitOfClient != nil, let client = counted(peer) else { return }
    openOfClients.withLock { open in
      let count = open[client, default: 1]
      open[client] = count > 1 ? count - 1 : nil
    }
  }

  /// A proxy that is believed stands for many clients.
  private func counted(_ peer: Peer?) -> IPAddress? {
    guard let peer, !peer.isProxy else { return nil }
    return peer.address.client
  }
}
