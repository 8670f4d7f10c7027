import Statistics

/// Every word of every passage in order, with the passages that have it.
struct Vocabulary: Sendable {
  /// By their UTF-8 bytes; a word is known by its place here.
  private let words: [String]
  /// Where the passages of each word begin in `passages`; one more than there are words.
  private let starts: [Int32]
  private let passages: [Int32]

  /// `texts` are the folded words of each passage.
  init(_ texts: [[String]]) {
    let words = Set(texts.joined()).sorted(by: precedes)
    let places = Dictionary(uniqueKeysWithValues: words.enumerated().map { ($1, $0) })
    var having = [[Int32]](repeating: [], count: words.count)
    for (passage, text) in texts.enumerated() {
      for word in text {
        guard let place = places[word], having[place].last != Int32(passage) else { continue }
        having[place].append(Int32(passage))
      }
    }
    self.words = words
    var starts: [Int32] = [0]
    for passages in having { starts.append(starts[starts.count - 1] + Int32(passages.count)) }
    self.starts = starts
    passages = Array(having.joined())
  }

  /// The words of about the same length that begin or end alike: a mistyped word keeps one of the
  /// two, and few enough are left to compare.
  func words(like word: String) -> some Sequence<String> {
    let letters = word.utf8
    let most = max(1, letters.count / 3)
    return words.lazy.filter { other in
      abs(other.utf8.count - letters.count) <= most
        && (other.utf8.first == letters.first || other.utf8.last == letters.last)
    }
  }

  func place(_ word: String) -> Int? {
    let place = firstPlace { !precedes($0, word) }
    return place < words.count && words[place] == word ? place : nil
  }

  /// Whether a word is there, or the beginning of one.
  func has(_ word: FoldedWord) -> Bool {
    place(word.text) != nil || !places(beginning: word.typed).isEmpty
  }

  /// The places of the words that begin with some letters.
  func places(beginning letters: String) -> Range<Int> {
    let from = firstPlace { !precedes($0, letters) }
    let to = firstPlace { !precedes($0, letters) && !$0.utf8.starts(with: letters.utf8) }
    return from..<max(from, to)
  }

  /// The passages that have one of the words; one may come more than once.
  func passages(having places: Range<Int>) -> ArraySlice<Int32> {
    passages[Int(starts[places.lowerBound])..<Int(starts[places.upperBound])]
  }

  /// The first place whose word satisfies a condition that holds for all words after it too.
  private func firstPlace(where isReached: (String) -> Bool) -> Int {
    var (low, high) = (0, words.count)
    while low < high {
      let middle = (low + high) / 2
      if isReached(words[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
