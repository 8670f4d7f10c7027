/// The known word that a mistyped one is nearest to.
package enum Nearest {
  /// The nearest candidates, best first: those within a third of the word's length (one change at
  /// the least, four at the most) by optimal string alignment, then those that begin with the word.
  package static func some(
    to word: String, among candidates: some Sequence<String>, atMost limit: Int = 3
  ) -> [String] {
    let wanted = Array(word.lowercased().utf8.prefix(80))
    guard !wanted.isEmpty else { return [] }
    let most = max(1, min(wanted.count / 3, 4))
    var found: [(distance: Int, word: String)] = []
    var other: [UInt8] = []
    for candidate in candidates {
      lower(candidate, into: &other)
      if let distance = distance(wanted, other, atMost: most) {
        found.append((distance, candidate))
      } else if wanted.count >= 3, other.starts(with: wanted) {
        found.append((most + 1, candidate))
      }
    }
    found.sort {
      $0.distance != $1.distance ? $0.distance < $1.distance : precedes($0.word, $1.word)
    }
    // A word that is a candidate twice stands beside itself now.
    var words: [String] = []
    for (_, word) in found where word != words.last && words.count < limit { words.append(word) }
    return words
  }

  package static func one(to word: String, among candidates: some Sequence<String>) -> String? {
    some(to: word, among: candidates, atMost: 1).first
  }

  /// Nearly all candidates are ASCII, which needs no new text to be in lower case.
  private static func lower(_ word: String, into bytes: inout [UInt8]) {
    bytes.removeAll(keepingCapacity: true)
    for byte in word.utf8 {
      if byte >= 0x80 {
        bytes = Array(word.lowercased().utf8)
        return
      }
      let isCapital = byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
      bytes.append(isCapital ? byte + 0x20 : byte)
    }
  }

  /// Insertions, deletions, replacements and swaps of neighbours between two words, of which the
  /// first is not empty; nil for more than `most`.
  ///
  /// A way of so few changes stays so near to the diagonal, and once it costs more in two rows
  /// behind each other it costs more for good: what a client sends is never dear to compare.
  private static func distance(_ one: [UInt8], _ other: [UInt8], atMost most: Int) -> Int? {
    if abs(one.count - other.count) > most { return nil }
    let over = most + 1
    // Three rows of the table behind each other; they take turns.
    let width = other.count + 1
    var rows = [Int](repeating: over, count: 3 * width)
    for column in 0...min(most, other.count) { rows[column] = column }
    var leastBefore = 0
    for row in 1...one.count {
      let current = row % 3 * width
      let previous = (row + 2) % 3 * width
      let before = (row + 1) % 3 * width
      let first = max(1, row - most)
      let last = min(other.count, row + most)
      rows[current + first - 1] = first == 1 ? min(row, over) : over
      var least = rows[current + first - 1]
      var column = first
      while column <= last {
        let same = one[row - 1] == other[column - 1]
        var best = min(
          rows[previous + column] + 1, rows[current + column - 1] + 1,
          rows[previous + column - 1] + (same ? 0 : 1))
        if row > 1, column > 1, one[row - 1] == other[column - 2], one[row - 2] == other[column - 1]
        {
          best = min(best, rows[before + column - 2] + 1)
        }
        rows[current + column] = min(best, over)
        least = min(least, best)
        column += 1
      }
      if last < other.count { rows[current + last + 1] = over }
      if least > most, leastBefore > most { return nil }
      leastBefore = least
    }
    let distance = rows[one.count % 3 * width + other.count]
    return distance <= most ? distance : nil
  }
}
