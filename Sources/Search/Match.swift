/// How well a thing matches, best first: what is called exactly so, then what begins so, then what
/// has the words together, then what has them all; in each a name counts before another name, and
/// that before a predecessor's.
enum Rank: Int, Comparable {
  /// The whole id or code.
  case key
  case wholeName, wholeAlias, wholePredecessor
  case beginningOfName, beginningOfAlias, beginningOfPredecessor
  case phraseOfName, phraseOfAlias, phraseOfPredecessor
  case wordsOfName, wordsOfAlias, wordsOfPredecessor
  /// Any other text; last the words that stand in several texts.
  case phraseOfText, wordsOfText, scattered

  /// The rank of a passage that has all words. A short form is another name.
  init(_ matchedBy: MatchedBy, _ pattern: Pattern, _ words: ArraySlice<Int32>) {
    let isPhrase = pattern.words.count == 1 || pattern.isPhrase(of: words)
    let ranks: (whole: Rank, beginning: Rank, phrase: Rank, words: Rank)
    switch matchedBy {
    case .name where !pattern.isRespelt:
      ranks = (.wholeName, .beginningOfName, .phraseOfName, .wordsOfName)
    case .name, .alias, .formerName, .code, .id:
      ranks = (.wholeAlias, .beginningOfAlias, .phraseOfAlias, .wordsOfAlias)
    case .predecessor:
      ranks = (
        .wholePredecessor, .beginningOfPredecessor, .phraseOfPredecessor, .wordsOfPredecessor
      )
    case .text: ranks = (.phraseOfText, .phraseOfText, .phraseOfText, .wordsOfText)
    }
    if pattern.isWhole(words) {
      self = ranks.whole
    } else if pattern.isBeginning(of: words) {
      self = ranks.beginning
    } else {
      self = isPhrase ? ranks.phrase : ranks.words
    }
  }

  /// A unit that is gone is called exactly so, or comes behind the present ones that are found as
  /// well, those that are found by their predecessors too.
  var ofPast: Rank {
    switch self {
    case .beginningOfName, .beginningOfAlias: .beginningOfPredecessor
    case .phraseOfName, .phraseOfAlias: .phraseOfPredecessor
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
