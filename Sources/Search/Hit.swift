import Statistics

/// A thing that was found; its place among the hits is its rank.
package struct Hit: Sendable {
  private let match: Match
  private let index: SearchIndex
  private let day: Day

  init(_ match: Match, in index: SearchIndex, on day: Day) {
    self.match = match
    self.index = index
    self.day = day
  }

  private var thing: Thing { index.things[match.thing] }

  package var kind: Kind { thing.kind }
  /// Of an item of commitments `set/item`.
  package var id: String { thing.id }
  /// As the thing is called on the day of the search, or was on its last day.
  package var name: Name { thing.name(on: day) }
  package var href: String { thing.href }
  package var matchedBy: MatchedBy { match.matchedBy }

  /// Who follows a thing that is gone on the day of the search.
  package var successors: [String] {
    thing.validTo.map { $0 < day } ?? false ? thing.successors : []
  }

  /// The text that matched, or a part of it around the match, as it is written.
  package var snippet: [SnippetPiece] {
    switch match.evidence {
    case .whole(let key): [SnippetPiece(text: key, isMatch: true)]
    case .words(let passage, let pattern): Snippet(passage, pattern).pieces
    }
  }
}
