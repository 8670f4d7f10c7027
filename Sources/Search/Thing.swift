import Statistics

/// Something that can be found: what a hit says of it, and the texts that it is found by.
struct Thing: Sendable {
  let kind: Kind
  let id: String
  let href: String
  let name: Name
  /// Names that were in force until a day, oldest first.
  var earlierNames: [(until: Day, name: Name)] = []
  var validFrom: Day?
  var validTo: Day?
  var successors: [String] = []
  /// Found only whole, whatever the punctuation: `48`, `VN-DN`, `411/QĐ-TTg`.
  var codes: [String] = []
  var passages: [Passage] = []

  init(_ kind: Kind, in collection: String, _ id: String, _ name: Name) {
    self.kind = kind
    self.id = id
    self.name = name
    href = "/v1/\(collection)/\(id)"
  }

  func name(on day: Day) -> Name {
    let day = min(day, validTo ?? day)
    return earlierNames.first { $0.until >= day }?.name ?? name
  }

  func isValid(on day: Day) -> Bool {
    (validFrom.map { $0 <= day } ?? true) && (validTo.map { $0 >= day } ?? true)
  }

  /// Adds a text; one whose words are already there in the same role is left out.
  mutating func add(_ matchedBy: MatchedBy, _ text: String, before: String = "", after: String = "")
  {
    let passage = Passage(matchedBy, text, before: before, after: after)
    let isKnown = passages.contains { $0.matchedBy == matchedBy && $0.hasWords(of: passage) }
    if !passage.words.isEmpty, !isKnown { passages.append(passage) }
  }

  mutating func add(_ matchedBy: MatchedBy, _ name: Name?) {
    guard let name else { return }
    add(matchedBy, name.vi)
    add(matchedBy, name.en)
  }

  /// Adds a remark, which has all words by itself or none.
  mutating func addAside(_ name: Name) {
    for text in [name.vi, name.en] {
      var passage = Passage(.text, text, before: "", after: "")
      passage.isAside = true
      passages.append(passage)
    }
  }

  /// Adds a name written as one word, as in addresses and hashtags: `quangnam`.
  mutating func addRunTogether(
    _ matchedBy: MatchedBy, _ text: String, before: String = "", after: String = ""
  ) {
    let passage = Passage(matchedBy, text, before: before, after: after).runTogether()
    let isKnown = passages.contains { $0.matchedBy == matchedBy && $0.hasWords(of: passage) }
    if !isKnown { passages.append(passage) }
  }
}

/// A text that a thing is found by, with words around it that only explain.
struct Passage: Sendable {
  let matchedBy: MatchedBy
  let text: String
  /// Whether its words count only together, not beside those of other passages.
  var isAside = false
  /// The words that can be found, their places in `text`.
  private(set) var words: [FoldedWord]

  init(_ matchedBy: MatchedBy, _ text: String, before: String, after: String) {
    self.matchedBy = matchedBy
    self.text = before + text + after
    let shift = before.utf8.count
    words = Folding.words(of: text).map {
      FoldedWord(
        text: $0.text, typed: $0.typed,
        range: $0.range.lowerBound + shift..<$0.range.upperBound + shift)
    }
  }

  func hasWords(of other: Passage) -> Bool {
    words.elementsEqual(other.words) { $0.text == $1.text }
  }

  /// The same text with all its words as one.
  func runTogether() -> Passage {
    guard let first = words.first, let last = words.last else { return self }
    let letters = words.flatMap { Array($0.typed.utf8) }
    let typed = String(decoding: letters, as: UTF8.self)
    var passage = self
    passage.words = [
      FoldedWord(
        text: Folding.folded(letters) ?? typed, typed: typed,
        range: first.range.lowerBound..<last.range.upperBound)
    ]
    return passage
  }
}
