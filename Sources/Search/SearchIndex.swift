import Statistics

/// Everything that can be found in a snapshot, by folded words. Never changes once made.
package final class SearchIndex: Sendable {
  /// In the order of kinds, then of ids; hits that are equally good keep it.
  let things: [Thing]
  /// Passages are numbered through all things; where those of each thing begin, and the end.
  private let starts: [Int]
  /// The words of all passages, as places in the vocabulary, and where those of each begin.
  private let words: [Int32]
  private let wordStarts: [Int]
  private let vocabulary: Vocabulary
  private let asides: [Int]
  /// By the id in lower case.
  private let ids: [String: [Int]]
  /// By the words of the code.
  private let codes: [String: [(thing: Int, code: String)]]

  package init(_ snapshot: Snapshot) {
    let things = Thing.all(of: snapshot)
    let texts = things.flatMap(\.passages).map { $0.words.map(\.text) }
    var words: [Int32] = []
    let vocabulary = Vocabulary(texts, &words)
    var starts = [0]
    var ids: [String: [Int]] = [:]
    var codes: [String: [(thing: Int, code: String)]] = [:]
    for (place, thing) in things.enumerated() {
      starts.append(starts[place] + thing.passages.count)
      ids[thing.id.lowercased(), default: []].append(place)
      for code in thing.codes {
        codes[SearchIndex.key(Folding.words(of: code)), default: []].append((place, code))
      }
    }
    var wordStarts = [0]
    for text in texts { wordStarts.append(wordStarts[wordStarts.count - 1] + text.count) }
    self.things = things
    self.starts = starts
    self.words = words
    self.wordStarts = wordStarts
    self.vocabulary = vocabulary
    asides = things.flatMap(\.passages).enumerated().filter { $0.element.isAside }.map(\.offset)
    self.ids = ids
    self.codes = codes
  }

  /// What has all words of a query, best first; units that do not exist on `day` come after those
  /// that do, unless they are called exactly so.
  package func search(_ query: String, types: Set<Kind>? = nil, on day: Day) -> [Hit] {
    let hits = matches(query).values.filter { types?.contains(things[$0.thing].kind) ?? true }
      .map { match in
        let isPast = !things[match.thing].isValid(on: day)
        return (order: match.order(isPast: isPast), match: match)
      }
    return hits.sorted { $0.order < $1.order }.map { Hit($0.match, in: self, on: day) }
  }

  /// The ids of one kind that a query matches; of commitments the sets, by themselves or an item.
  package func ids(matching query: String, kind: Kind) -> Set<String> {
    let found = matches(query).keys.lazy.map { self.things[$0] }.filter { $0.kind == kind }
    return Set(
      found.map { thing in
        kind == .commitment ? String(thing.id.prefix { $0 != "/" }) : thing.id
      })
  }

  /// A query near to one that finds nothing, which finds something; nil if there is none.
  ///
  /// Words that are nowhere are replaced by the nearest that is, but no number by another; then one
  /// word is left out, numbers before others and the last before one amid a name; then one word
  /// stands alone. Looks at the first `mostTried` words, and replaces `mostReplaced`.
  package func near(_ query: String) -> String? {
    let typed = Folding.words(of: query).prefix(SearchIndex.mostTried)
    var replaced = 0
    let known = typed.compactMap { word -> String? in
      if vocabulary.has(word) { return word.typed }
      if word.text.utf8.count < 3 || SearchIndex.isNumber(word.text) { return nil }
      if replaced == SearchIndex.mostReplaced { return nil }
      replaced += 1
      return Nearest.one(to: word.text, among: vocabulary.words(like: word.text))
    }
    let numbers = known.indices.filter { SearchIndex.isNumber(known[$0]) }
    let others = known.indices.filter { !SearchIndex.isNumber(known[$0]) }
    let fewer = (numbers + others.suffix(1) + others.dropLast()).map { place in
      known.enumerated().filter { $0.offset != place }.map(\.element)
    }
    let candidates = [known] + fewer + known.map { [$0] }
    return candidates.map { $0.joined(separator: " ") }.first { !matches($0).isEmpty }
  }

  private static func isNumber(_ word: String) -> Bool {
    word.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }

  private static let mostTried = 8
  private static let mostReplaced = 2

  /// The best match of every thing that a query matches, by the thing's place.
  private func matches(_ query: String) -> [Int: Match] {
    let typed = Folding.words(of: query)
    var best: [Int: Match] = [:]
    func keep(_ match: Match) {
      if let other = best[match.thing], other.rank <= match.rank { return }
      best[match.thing] = match
    }
    let id = query.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
    for thing in ids[id] ?? [] {
      keep(Match(thing, .key, .id, .whole(things[thing].id)))
    }
    for (thing, code) in codes[SearchIndex.key(typed)] ?? [] {
      keep(Match(thing, .key, .code, .whole(code)))
    }
    for (place, reading) in ShortForms.readings(of: typed).enumerated() {
      guard let pattern = Pattern(reading, isRespelt: place > 0, in: vocabulary) else { continue }
      var masks = pattern.masks(in: vocabulary, passages: wordStarts.count - 1)
      for aside in asides where masks[aside] != pattern.full { masks[aside] = 0 }
      for thing in things.indices {
        let range = starts[thing]..<starts[thing + 1]
        guard range.reduce(0, { $0 | masks[$1] }) == pattern.full else { continue }
        keep(match(thing, pattern, masks))
      }
    }
    return best
  }

  /// The best passage of a thing that has all words, else the one that has most of them.
  private func match(_ thing: Int, _ pattern: Pattern, _ masks: [UInt64]) -> Match {
    let range = starts[thing]..<starts[thing + 1]
    var best: Match?
    for passage in range where masks[passage] == pattern.full {
      let found = things[thing].passages[passage - starts[thing]]
      let words = words[wordStarts[passage]..<wordStarts[passage + 1]]
      let rank = Rank(found.matchedBy, pattern, words)
      if let best, best.rank <= rank { continue }
      let isShortForm = pattern.isRespelt && found.matchedBy == .name
      best = Match(thing, rank, isShortForm ? .alias : found.matchedBy, .words(found, pattern))
    }
    if let best { return best }
    let most = range.max { masks[$0].nonzeroBitCount < masks[$1].nonzeroBitCount }
    let passage = things[thing].passages[(most ?? starts[thing]) - starts[thing]]
    return Match(thing, .scattered, .text, .words(passage, pattern))
  }

  private static func key(_ words: [FoldedWord]) -> String {
    words.map(\.text).joined(separator: " ")
  }
}
