import Statistics

/// The kinds of thing that are referred to by id.
enum Kind: String, CaseIterable {
  case source, country, province, area, region, pillar, unit, indicator, agency, meeting
  case commitmentSet = "commitment set"
  case target, task, platform
}

/// The ids that are defined and the ids that are referred to, over all files.
struct References {
  private var defined: [Kind: [String: Place]] = [:]
  /// Of each id that is referred to, the first place that does.
  private var wanted: [Kind: [String: Place]] = [:]

  /// Notes that a thing is defined; twice is an error that names the first place.
  mutating func define(_ kind: Kind, _ id: String, at place: Place) {
    if let first = defined[kind]?[id] {
      place.report(
        expected: "a new id",
        found: "\"\(id)\", which is already a \(kind.rawValue) at \(first.file.path)"
          + " \(first.pointer)")
      return
    }
    defined[kind, default: [:]][id] = place
    // Countries and provinces share one name space: an observation's area is either.
    if kind == .country || kind == .province { define(.area, id, at: place) }
  }

  mutating func refer(to kind: Kind, _ id: String, at place: @autoclosure () -> Place) {
    if wanted[kind]?[id] == nil { wanted[kind, default: [:]][id] = place() }
  }

  func isDefined(_ kind: Kind, _ id: String) -> Bool {
    defined[kind]?[id] != nil
  }

  /// Where a thing is defined.
  func place(_ kind: Kind, _ id: String) -> Place? { defined[kind]?[id] }

  /// Reports every reference to something that no file defines, in the order of each file.
  func check() {
    for kind in Kind.allCases {
      let known = defined[kind] ?? [:]
      let unknown = (wanted[kind] ?? [:]).filter { known[$0.key] == nil }
      for (id, place) in unknown.sorted(by: { $0.value.offset < $1.value.offset }) {
        place.report(
          expected: "the id of a known \(kind.rawValue)", found: "\"\(id)\"",
          suggestion: Nearest.one(to: id, among: known.keys))
      }
    }
  }

  func count(_ kind: Kind) -> Int { defined[kind]?.count ?? 0 }
}
