/// Which structures are asked for, and what of those that they refer to or that refer to them.
package struct StructureQuestion: Sendable {
  /// Nil: of any kind.
  package var kind: ArtefactKind?
  /// Nil: any.
  package var agencies: Set<String>?
  package var ids: Set<String>?
  package var references = References.none
  package var detail = Detail.full

  /// What else than the structures themselves is told.
  package enum References: Sendable, Equatable {
    case none, parents, parentsAndSiblings, children, descendants, all
    /// Of what `all` gives, one kind.
    case kind(ArtefactKind)

    package init?(_ text: String) {
      switch text {
      case "none": self = .none
      case "parents": self = .parents
      case "parentsandsiblings": self = .parentsAndSiblings
      case "children": self = .children
      case "descendants": self = .descendants
      case "all": self = .all
      default:
        guard let kind = ArtefactKind(resource: text) else { return nil }
        self = .kind(kind)
      }
    }

    package static let words =
      ["none", "parents", "parentsandsiblings", "children", "descendants", "all"]
      + ArtefactKind.allCases.map(\.rawValue) + ArtefactKind.aliases
  }

  /// How much of them.
  package enum Detail: String, Sendable, CaseIterable {
    case full
    /// Names alone, of all or of what was not asked for itself.
    case allStubs = "allstubs"
    case referenceStubs = "referencestubs"
    case allCompleteStubs = "allcompletestubs"
    case referenceCompleteStubs = "referencecompletestubs"
  }

  package init(kind: ArtefactKind?) {
    self.kind = kind
  }

  /// The structures in the order of a message, and whether only their names are told; empty where
  /// there is none that was asked for.
  package func answer(
    from all: [Artefact]
  ) -> [(artefact: Artefact, isStub: Bool)] {
    let asked = all.indices.filter { matches(all[$0]) }
    let chosen = Set(asked).union(others(than: Set(asked), among: all))
    return chosen.sorted().map { place in
      return (all[place], isStub(all[place].kind, isAsked: asked.contains(place)))
    }
  }

  /// Those that are nothing without what they tie together are told whole: clients cannot read
  /// stubs of them.
  private func isStub(_ kind: ArtefactKind, isAsked: Bool) -> Bool {
    if kind == .categorisation || kind == .contentConstraint { return false }
    return switch detail {
    case .full: false
    case .allStubs, .allCompleteStubs: true
    case .referenceStubs, .referenceCompleteStubs: !isAsked
    }
  }

  private func matches(_ artefact: Artefact) -> Bool {
    (kind == nil || artefact.kind == kind) && isOfAgency(artefact)
      && (ids?.contains(artefact.id) ?? true)
  }

  /// The scheme of agencies is always SDMX's own; clients look for it under the agency that they
  /// know.
  private func isOfAgency(_ artefact: Artefact) -> Bool {
    guard let agencies else { return true }
    return agencies.contains(artefact.agency)
      || kind == .agencyScheme && agencies.contains(Identity.agency)
  }

  private func others(than asked: Set<Int>, among all: [Artefact]) -> Set<Int> {
    let places = Dictionary(uniqueKeysWithValues: all.indices.map { (all[$0].reference, $0) })
    let children = all.map { $0.references.compactMap { places[$0] } }
    let parents = Set(all.indices.filter { !asked.isDisjoint(with: children[$0]) })
    let siblings = parents.union(parents.flatMap { children[$0] })
    let below = Set(asked.flatMap { children[$0] })
    var descendants = below
    var left = Array(below)
    while let place = left.popLast() {
      for child in children[place] where descendants.insert(child).inserted { left.append(child) }
    }
    switch references {
    case .none: return []
    case .parents: return parents
    case .parentsAndSiblings: return siblings
    case .children: return below
    case .descendants: return descendants
    case .all: return siblings.union(descendants)
    case .kind(let kind): return siblings.union(descendants).filter { all[$0].kind == kind }
    }
  }
}
