/// One reading of a query, as places in a vocabulary.
struct Pattern: Sendable {
  /// Which words of the vocabulary a word of the query is: itself, and if it is the last one, all
  /// that it is the beginning of.
  struct Word: Sendable, Hashable {
    var text: String
    /// The letters that it may be the beginning of.
    var beginning: String?
    var whole: Int?
    var beginnings: Range<Int>

    func matches(_ place: Int) -> Bool { place == whole || beginnings.contains(place) }

    func matches(_ word: FoldedWord) -> Bool {
      word.text == text || beginning.map { word.text.utf8.starts(with: $0.utf8) } ?? false
    }
  }

  /// In the order typed.
  let words: [Word]
  /// Each once.
  let distinct: [Word]
  /// Whether a short form was put for another.
  let isRespelt: Bool

  /// The most words that are told apart, one a bit of a mask.
  static let mostWords = 64

  /// Nil where a word is nowhere in the vocabulary, or there are more than `mostWords`.
  init?(_ reading: [ShortForms.Word], isRespelt: Bool, in vocabulary: Vocabulary) {
    var words: [Word] = []
    for (place, word) in reading.enumerated() {
      let beginning = place == reading.count - 1 ? word.typed : nil
      let beginnings = beginning.map { vocabulary.places(beginning: $0) } ?? 0..<0
      let whole = vocabulary.place(word.text)
      guard whole != nil || !beginnings.isEmpty else { return nil }
      words.append(
        Word(text: word.text, beginning: beginning, whole: whole, beginnings: beginnings))
    }
    var distinct: [Word] = []
    for word in words where !distinct.contains(word) { distinct.append(word) }
    guard !words.isEmpty, distinct.count <= Pattern.mostWords else { return nil }
    self.words = words
    self.distinct = distinct
    self.isRespelt = isRespelt
  }

  /// Which of the distinct words each passage has, a bit a word.
  func masks(in vocabulary: Vocabulary, passages: Int) -> [UInt64] {
    var masks = [UInt64](repeating: 0, count: passages)
    for (place, word) in distinct.enumerated() {
      let bit: UInt64 = 1 << UInt64(place)
      for passage in vocabulary.passages(having: word.beginnings) { masks[Int(passage)] |= bit }
      guard let whole = word.whole, !word.beginnings.contains(whole) else { continue }
      for passage in vocabulary.passages(having: whole..<whole + 1) { masks[Int(passage)] |= bit }
    }
    return masks
  }

  /// The mask of a passage that has all words.
  var full: UInt64 { distinct.count == 64 ? ~0 : (1 << UInt64(distinct.count)) - 1 }

  /// Which of the distinct words a word is, a bit a word, and how many of its letters match: nil is
  /// all of them.
  func match(_ word: FoldedWord) -> (words: UInt64, letters: Int?) {
    var words: UInt64 = 0
    var letters: Int? = 0
    for (place, one) in distinct.enumerated() {
      if one.text == word.text {
        words |= 1 << UInt64(place)
        letters = nil
      } else if let beginning = one.beginning, word.text.utf8.starts(with: beginning.utf8) {
        words |= 1 << UInt64(place)
        letters = letters.map { max($0, beginning.utf8.count) }
      }
    }
    return (words, letters)
  }

  /// Whether a text is these words and no others.
  func isWhole(_ text: ArraySlice<Int32>) -> Bool {
    text.count == words.count && zip(text, words).allSatisfy { Int($0) == $1.whole }
  }

  /// Whether a text begins with these words.
  func isBeginning(of text: ArraySlice<Int32>) -> Bool {
    text.count >= words.count && zip(text, words).allSatisfy { $1.matches(Int($0)) }
  }

  /// Whether the words stand together in a text as typed.
  func isPhrase(of text: ArraySlice<Int32>) -> Bool {
    text.indices.dropLast(words.count - 1).contains { isBeginning(of: text[$0...]) }
  }

  /// The places of a text's words that stand together as typed.
  func phrases(in text: [FoldedWord]) -> Set<Int> {
    var places: Set<Int> = []
    for start in text.indices.dropLast(words.count - 1)
    where zip(text[start...], words).allSatisfy({ $1.matches($0) }) {
      places.formUnion(start..<start + words.count)
    }
    return places
  }
}
