import Formats
import Search
import Statistics

extension Asking {
  /// What has all words of `q`, best first. `meta.byType` counts everything that was found,
  /// whatever `type` chooses of it: a page can offer the other types with their counts.
  mutating func search() throws(Problem) -> Answer {
    let words = words()
    let isNamed = errors.contains { $0.parameter == Parameter.query.rawValue }
    if words == nil, !isNamed { wrong(.required(Parameter.query.rawValue)) }
    let kinds = codes(.type, Kind.self)
    let found = words.map { searchIndex.search($0, on: today) } ?? []
    let hits = kinds.map { kinds in found.filter { kinds.contains($0.kind) } } ?? found
    let counts = Dictionary(grouping: found, by: \.kind).mapValues(\.count)
    var notes = Notes(era: era(on: today))
    notes.page = (APILimits.hits, APILimits.hitLimit)
    notes.more = { writer in
      writer.key("byType")
      writer.beginObject()
      for kind in Kind.allCases {
        writer.key(kind.rawValue)
        writer.integer(counts[kind] ?? 0)
      }
      writer.endObject()
    }
    notes.members = [
      Schema.Member(
        "byType", .object(Kind.allCases.map { Schema.Member($0.rawValue, .integer()) }))
    ]
    if let words, found.isEmpty { notes.emptiness = nothing(has: words) }
    return try collection(hits, Field<Hit>.all, view(), notes)
  }

  /// The ids of one kind that `q` finds in a collection; nil where it is not given.
  mutating func found(_ kind: Kind) -> Set<String>? {
    words().map { searchIndex.ids(matching: $0, kind: kind) }
  }

  /// The value of `q` without blanks around it; nil where it is not given or cannot be used.
  mutating func words() -> String? {
    tell(.query) { $0.wordsSchema }
    guard let text = text(.query) else { return nil }
    var words = text[...]
    while words.first?.isWhitespace == true { words.removeFirst() }
    while words.last?.isWhitespace == true { words.removeLast() }
    if words.isEmpty {
      wrong(.empty(Parameter.query.rawValue))
      return nil
    }
    guard APILimits.queryCharacters.contains(words.count) else {
      let most = APILimits.queryCharacters.upperBound
      wrong(
        .outOfRange(
          Parameter.query.rawValue, text, vi: "có từ 1 đến \(most) ký tự",
          en: "of 1 to \(most) characters"))
      return nil
    }
    return String(words)
  }

  private func nothing(has words: String) -> Emptiness {
    let near = searchIndex.near(words)
    var explanation = Name(
      vi: "Không gì có đủ các từ của “\(echoed(words))”",
      en: "Nothing has all the words of \"\(echoed(words))\"")
    explanation.vi += near.map { "; “\($0)” thì có." } ?? "."
    explanation.en += near.map { "; there is something for \"\($0)\"." } ?? "."
    let left: [Parameter: String?] = [.query: near, .type: nil, .offset: nil]
    return Emptiness(
      because: [(.query, words)], explanation: explanation,
      near: near == nil ? [] : [address(replacing: left)])
  }
}

extension Field where Row == Hit {
  /// A hit; its place in the list is its rank, so it has no score.
  static let all: [Field] = [
    Field("type", says: .codes(of: Kind.self)) { hit, _ in .text(hit.kind.rawValue) },
    Field("id", says: .text()) { hit, _ in .text(hit.id) },
    Field("name", as: .name, says: .name) { hit, _ in .name(hit.name) },
    Field("href", says: .text()) { hit, view in .text(view.base + hit.href) },
    Field("matchedBy", says: .codes(of: MatchedBy.self)) { hit, _ in .text(hit.matchedBy.rawValue)
    },
    Field(
      "snippet", as: .leftOut,
      says: .list(of: .object(["text": .text()], maybe: ["match": .flag]))
    ) { hit, _ in
      let pieces = hit.snippet
      return .list(count: pieces.count) { index, writer in
        writer.beginObject()
        writer.member("text", pieces[index].text)
        if pieces[index].isMatch {
          writer.key("match")
          writer.bool(true)
        }
        writer.endObject()
      }
    },
    Field("successors", always: false) { hit, _ in .texts(hit.successors) },
  ]
}
