/// A part of a text that is all match or none of it.
package struct SnippetPiece: Sendable, Equatable {
  package let text: String
  package let isMatch: Bool

  package init(text: String, isMatch: Bool) {
    self.text = text
    self.isMatch = isMatch
  }
}

/// A passage cut around what matched, with the letters that matched marked as they are written.
///
/// Places are in UTF-8; cuts and marks fall between words or after a letter with its marks.
struct Snippet {
  /// The most characters.
  static let most = 160
  /// How many characters stand before the first match where the text does not fit.
  static let lead = 40

  private let passage: Passage
  private let marks: [Mark]

  /// A word that matched, or its beginning.
  private struct Mark {
    /// Which word of the passage it is.
    var place: Int
    var range: Range<Int>
    /// Which words of the query it is, a bit a word.
    var words: UInt64
    /// Whether it is matched to its end.
    var isWhole: Bool
  }

  /// Where the words of the query stand together as typed, only they are marked, else all.
  init(_ passage: Passage, _ pattern: Pattern) {
    self.passage = passage
    let found = passage.words.enumerated().compactMap { place, word -> Mark? in
      let (words, letters) = pattern.match(word)
      guard words != 0 else { return nil }
      let end = letters.map { Snippet.end(of: $0, in: passage.text, word.range) }
      return Mark(
        place: place, range: word.range.lowerBound..<(end ?? word.range.upperBound), words: words,
        isWhole: end == nil)
    }
    let phrases = pattern.phrases(in: passage.words)
    marks = phrases.isEmpty ? found : found.filter { phrases.contains($0.place) }
  }

  /// The snippet in pieces; put together they are a part of the text.
  var pieces: [SnippetPiece] {
    let window = window
    var pieces: [SnippetPiece] = []
    var place = window.lowerBound
    for range in merged.map({ $0.clamped(to: window) }) where !range.isEmpty {
      append(place..<range.lowerBound, isMatch: false, to: &pieces)
      append(range, isMatch: true, to: &pieces)
      place = range.upperBound
    }
    append(place..<window.upperBound, isMatch: false, to: &pieces)
    return pieces
  }

  private func append(_ range: Range<Int>, isMatch: Bool, to pieces: inout [SnippetPiece]) {
    if range.isEmpty { return }
    let bytes = passage.text.utf8
    let start = bytes.index(bytes.startIndex, offsetBy: range.lowerBound)
    let end = bytes.index(start, offsetBy: range.count)
    pieces.append(SnippetPiece(text: String(passage.text[start..<end]), isMatch: isMatch))
  }

  /// The marks, neighbours as one with what stands between them.
  private var merged: [Range<Int>] {
    var merged: [Range<Int>] = []
    var last: Mark?
    for mark in marks {
      if let last, last.isWhole, last.place + 1 == mark.place, let range = merged.last {
        merged[merged.count - 1] = range.lowerBound..<mark.range.upperBound
      } else {
        merged.append(mark.range)
      }
      last = mark
    }
    return merged
  }

  /// The part that shows most words of the query, the first such, cut between words.
  private var window: Range<Int> {
    let length = passage.text.utf8.count
    let characters = Snippet.characters(of: passage.text)
    guard characters.count > Snippet.most else { return 0..<length }
    var best = (words: -1, start: 0)
    for (place, mark) in marks.enumerated() {
      let start = max(0, Snippet.place(of: mark.range.lowerBound, in: characters) - Snippet.lead)
      let end = Snippet.end(from: start, characters, length)
      let words = marks[place...].prefix { $0.range.upperBound <= end }
        .reduce(0) { $0 | $1.words }.nonzeroBitCount
      if words > best.words { best = (words, start) }
    }
    let start = min(best.start, characters.count - Snippet.most)
    let end = Snippet.end(from: start, characters, length)
    return from(characters[start])..<to(end, of: length)
  }

  /// The beginning of the first word from a place on; the text's own beginning stays.
  private func from(_ place: Int) -> Int {
    if place == 0 { return 0 }
    return passage.words.first { $0.range.lowerBound >= place }?.range.lowerBound ?? place
  }

  /// The end of the last word up to a place; the text's own end stays.
  private func to(_ place: Int, of length: Int) -> Int {
    if place == length { return length }
    return passage.words.last { $0.range.upperBound <= place }?.range.upperBound ?? place
  }

  /// Where each character begins: a letter with the marks that follow it is one.
  private static func characters(of text: String) -> [Int] {
    var characters: [Int] = []
    var place = 0
    for scalar in text.unicodeScalars {
      if !Folding.isMark(scalar) { characters.append(place) }
      place += UTF8.width(scalar)
    }
    return characters
  }

  /// The end of the most that fits from a character on.
  private static func end(from start: Int, _ characters: [Int], _ length: Int) -> Int {
    start + most < characters.count ? characters[start + most] : length
  }

  /// Which character begins at a place, or is the first after it.
  private static func place(of offset: Int, in characters: [Int]) -> Int {
    var (low, high) = (0, characters.count)
    while low < high {
      let middle = (low + high) / 2
      if characters[middle] >= offset { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// The end of the characters of a word that fold to its first letters.
  private static func end(of letters: Int, in text: String, _ word: Range<Int>) -> Int {
    var left = letters
    var place = word.lowerBound
    let start = text.utf8.index(text.utf8.startIndex, offsetBy: place)
    for scalar in text.unicodeScalars[start...] {
      if place >= word.upperBound || left <= 0 && !Folding.isMark(scalar) { break }
      switch Folding.letter(scalar) {
      case .letter: left -= 1
      case .foreign(let bytes): left -= bytes.count
      case .mark, .separator: break
      }
      place += UTF8.width(scalar)
    }
    return place
  }
}
