import Statistics

/// Every word of every passage in order, with the passages that have it.
struct Vocabulary: Sendable {
  /// By their UTF-8 bytes; a word is known by its place here.
  private let words: [String]
  /// Where the passages of each word begin in `passages`; one more than there are words.
  private let starts: [Int32]
  private let passages: [Int32]

  /// `texts` are the folded words of each passage; `places` becomes the place of each of them.
  init(_ texts: [[String]], _ places: inout [Int32]) {
    // Words are numbered as they come, so that each is looked up once, and ordered after.
    var numbers: [String: Int32] = [:]
    var words: [String] = []
    places = texts.joined().map { word in
      let new = Int32(words.count)
      let number = numbers[word, default: new]
      if number == new {
        numbers[word] = new
        words.append(word)
      }
      return number
    }
    let ordered = words.indices.sorted { precedes(words[$0], words[$1]) }
    var order = [Int32](repeating: 0, count: words.count)
    for (place, number) in ordered.enumerated() { order[number] = Int32(place) }
    for index in places.indices { places[index] = order[Int(places[index])] }
    self.words = ordered.map { words[$0] }

    // Of each word its passages, each once: counted, then filled in.
    var starts = [Int32](repeating: 0, count: words.count + 1)
    var last = [Int32](repeating: -1, count: words.count)
    Vocabulary.eachWord(of: texts, places) { place, passage in
      if last[place] != passage { starts[place + 1] += 1 }
      last[place] = passage
    }
    for place in words.indices { starts[place + 1] += starts[place] }
    var passages = [Int32](repeating: 0, count: Int(starts[words.count]))
    var next = starts
    last = [Int32](repeating: -1, count: words.count)
    Vocabulary.eachWord(of: texts, places) { place, passage in
      if last[place] != passage {
        passages[Int(next[place])] = passage
        next[place] += 1
      }
      last[place] = passage
    }
    self.starts = starts
    self.passages = passages
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

  private static func eachWord(
    of texts: [[String]], _ places: [Int32], _ body: (_ place: Int, _ passage: Int32) -> Void
  ) {
    var word = 0
    for (passage, text) in texts.enumerated() {
      for _ in text {
        body(Int(places[word]), Int32(passage))
        word += 1
      }
    }
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
