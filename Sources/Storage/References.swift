import Statistics

/// The kinds of thing that are referred to by id.
enum Kind: String, CaseIterable {
  case source, country, province, area, region, pillar, unit, indicator, agency, meeting
  case commitmentSet = "commitment set"
  case target, task, platform
}

/// The ids that files define and refer to.
struct References: Sendable {
  private var definitions: [(kind: Kind, id: String, place: Place)] = []
  /// Of each id that is referred to, the first place that does.
  private var wanted: [Kind: [String: Place]] = [:]

  mutating func define(_ kind: Kind, _ id: String, at place: Place) {
    definitions.append((kind, id, place))
  }

  mutating func refer(to kind: Kind, _ id: String, at place: @autoclosure () -> Place) {
    if wanted[kind]?[id] == nil { wanted[kind, default: [:]][id] = place() }
  }

  /// Adds what a later file defines and refers to.
  mutating func add(_ other: References) {
    definitions += other.definitions
    for (kind, places) in other.wanted {
      wanted[kind, default: [:]].merge(places) { first, _ in first }
    }
  }

  /// What is defined; reports each id that is defined twice.
  func defined() -> Definitions {
    var defined = Definitions()
    for (kind, id, place) in definitions { defined.define(kind, id, at: place) }
    return defined
  }

  /// Reports every reference to something that no file defines, in the order of each file.
  func check(_ defined: Definitions) {
    for kind in Kind.allCases {
      let unknown = (wanted[kind] ?? [:]).filter { !defined.isDefined(kind, $0.key) }
      for (id, place) in unknown.sorted(by: { $0.value.spot < $1.value.spot })
      where !place.file.isFull {
        place.report(
          expected: "the id of a known \(kind.rawValue)", found: "\"\(id)\"",
          suggestion: Nearest.one(to: id, among: defined.ids(kind)))
      }
    }
  }
}

/// The ids that are defined, over all files, each with its place.
struct Definitions: Sendable {
  private var places: [Kind: [String: Place]] = [:]

  /// Notes that a thing is defined; twice is an error that names the first place.
  fileprivate mutating func define(_ kind: Kind, _ id: String, at place: Place) {
    if let first = places[kind]?[id] {
      place.report(
        expected: "a new id",
        found: "\"\(id)\", which is already a \(kind.rawValue) at \(first.file.path)"
          + " \(first.pointer)")
      return
    }
    places[kind, default: [:]][id] = place
    // Countries and provinces share one name space: an observation's area is either.
    if kind == .country || kind == .province { define(.area, id, at: place) }
  }

  func isDefined(_ kind: Kind, _ id: String) -> Bool { places[kind]?[id] != nil }

  /// Where a thing is defined.
  func place(_ kind: Kind, _ id: String) -> Place? { places[kind]?[id] }

  func ids(_ kind: Kind) -> [String] { places[kind].map { Array($0.keys) } ?? [] }

  func count(_ kind: Kind) -> Int { places[kind]?.count ?? 0 }
}
