/// How well a thing matches, best first: what is called exactly so, then what begins so, then what
/// has all the words; in each a name counts before another name, and that before a predecessor's.
enum Rank: Int, Comparable {
  /// The whole id or code.
  case key
  case wholeName, wholeAlias, wholePredecessor
  case beginningOfName, beginningOfAlias, beginningOfPredecessor
  case wordsOfName, wordsOfAlias, wordsOfPredecessor
  /// Any other text, or words from several.
  case text

  /// The rank of a passage that has all words. A short form is another name.
  init(_ matchedBy: MatchedBy, _ pattern: Pattern, _ words: ArraySlice<Int32>) {
    let ranks: (whole: Rank, beginning: Rank, words: Rank)
    switch matchedBy {
    case .name where !pattern.isRespelt: ranks = (.wholeName, .beginningOfName, .wordsOfName)
    case .name, .alias, .formerName, .code, .id:
      ranks = (.wholeAlias, .beginningOfAlias, .wordsOfAlias)
    case .predecessor:
      ranks = (.wholePredecessor, .beginningOfPredecessor, .wordsOfPredecessor)
    case .text: ranks = (.text, .text, .text)
    }
    self =
      pattern.isWhole(words)
      ? ranks.whole : pattern.isBeginning(of: words) ? ranks.beginning : ranks.words
  }

  /// A unit that is gone is called exactly so, or comes behind the present ones that are found as
  /// well, those that are found by their predecessors too.
  var ofPast: Rank {
    switch self {
    case .beginningOfName, .beginningOfAlias: .beginningOfPredecessor
    case .wordsOfName, .wordsOfAlias: .wordsOfPredecessor
    default: self
    }
  }

  static func < (one: Rank, other: Rank) -> Bool { one.rawValue < other.rawValue }
}

/// That a thing is found, and how.
struct Match: Sendable {
  /// What shows the match: a key that matches whole, or a passage with words of a pattern.
  enum Evidence: Sendable {
    case whole(String)
    case words(Passage, Pattern)
  }

  let thing: Int
  let rank: Rank
  let matchedBy: MatchedBy
  let evidence: Evidence

  init(_ thing: Int, _ rank: Rank, _ matchedBy: MatchedBy, _ evidence: Evidence) {
    self.thing = thing
    self.rank = rank
    self.matchedBy = matchedBy
    self.evidence = evidence
  }

  /// By rank, present before past, then kind and id.
  func order(isPast: Bool) -> Int {
    let rank = isPast ? rank.ofPast : rank
    return (rank.rawValue << 1 | (isPast ? 1 : 0)) << 32 | thing
  }
}
