/// The known word that a mistyped one is nearest to.
package enum Nearest {
  /// The nearest candidates, best first: those within a third of the word's length (at least two
  /// changes) by optimal string alignment, then those that begin with the word.
  package static func some(
    to word: String, among candidates: some Sequence<String>, atMost limit: Int = 3
  ) -> [String] {
    let wanted = Array(word.lowercased().utf8.prefix(80))
    guard !wanted.isEmpty else { return [] }
    let most = max(1, min(wanted.count / 3, 4))
    var found: [(distance: Int, word: String)] = []
    for candidate in Set(candidates) {
      let other = Array(candidate.lowercased().utf8)
      if abs(other.count - wanted.count) <= most {
        let distance = distance(wanted, other)
        if distance <= most {
          found.append((distance, candidate))
          continue
        }
      }
      if wanted.count >= 3, other.starts(with: wanted) { found.append((most + 1, candidate)) }
    }
    found.sort {
      $0.distance != $1.distance ? $0.distance < $1.distance : precedes($0.word, $1.word)
    }
    return found.prefix(limit).map(\.word)
  }

  package static func one(to word: String, among candidates: some Sequence<String>) -> String? {
    some(to: word, among: candidates, atMost: 1).first
  }

  /// Insertions, deletions, replacements and swaps of neighbours between two words.
  private static func distance(_ one: [UInt8], _ other: [UInt8]) -> Int {
    var before: [Int] = []
    var previous = Array(0...other.count)
    for row in 1...max(1, one.count) where !one.isEmpty {
      var current = [row]
      for column in 1...max(1, other.count) where !other.isEmpty {
        let same = one[row - 1] == other[column - 1]
        var best = min(
          previous[column] + 1, current[column - 1] + 1, previous[column - 1] + (same ? 0 : 1))
        if row > 1, column > 1, one[row - 1] == other[column - 2], one[row - 2] == other[column - 1]
        {
          best = min(best, before[column - 2] + 1)
        }
        current.append(best)
      }
      before = previous
      previous = current
    }
    return previous[other.count]
  }
}
