/// Tokens of connections that wait for their turns: first come, first served.
struct TurnLine {
  private var tokens: [UInt64] = []
  private var start = 0

  var count: Int { tokens.count - start }
  var isEmpty: Bool { start == tokens.count }
  /// Whose turn is next.
  var first: UInt64? { isEmpty ? nil : tokens[start] }

  mutating func append(_ token: UInt64) {
    tokens.append(token)
  }

  mutating func removeFirst() -> UInt64? {
    if isEmpty { return nil }
    defer {
      start += 1
      // Moved up once half is gone, so that each costs the same however long the line is.
      if start * 2 >= tokens.count {
        tokens.removeFirst(start)
        start = 0
      }
    }
    return tokens[start]
  }
}
