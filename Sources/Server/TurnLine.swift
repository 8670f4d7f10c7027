/// Tokens of connections that wait for their turns: first come, first served.
struct TurnLine {
  private var tokens: [UInt64] = []
  private var first = 0

  var count: Int { tokens.count - first }
  var isEmpty: Bool { first == tokens.count }

  mutating func append(_ token: UInt64) {
    tokens.append(token)
  }

  mutating func removeFirst() -> UInt64? {
    if isEmpty { return nil }
    defer {
      first += 1
      // Moved up once half is gone, so that each costs the same however long the line is.
      if first * 2 >= tokens.count {
        tokens.removeFirst(first)
        first = 0
      }
    }
    return tokens[first]
  }
}
