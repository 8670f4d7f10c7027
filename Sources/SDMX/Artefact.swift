import Statistics

/// One structure: what it is, what it refers to.
package struct Artefact: Sendable {
  package let kind: ArtefactKind
  package let agency: String
  package let id: String
  let name: Name
  let content: Content
  /// What it refers to directly, by kind and id.
  let references: [Reference]

  struct Reference: Sendable, Hashable {
    let kind: ArtefactKind
    let id: String
  }

  enum Content: Sendable {
    case agencies
    case flow
    case categories
    /// Of the dataflow of a pillar.
    case categorisation(flow: String, pillar: String)
    case codes(CodeList)
    case concepts
    case structure
    /// What a dataflow holds.
    case constraint(flow: String, Holdings)
  }

  init(
    _ kind: ArtefactKind, _ id: String, _ name: Name, _ content: Content,
    agency: String = Identity.agency, refersTo references: [Reference] = []
  ) {
    self.kind = kind
    self.id = id
    self.name = name
    self.content = content
    self.agency = agency
    self.references = references
  }

  /// Whether it stays as it is under its version; what is drawn from the data may grow with it.
  var isFinal: Bool {
    switch content {
    case .codes(let list): list.isFinal
    case .flow, .concepts, .structure: true
    case .agencies, .categories, .categorisation, .constraint: false
    }
  }

  var reference: Reference { Reference(kind: kind, id: id) }

  var urn: String { Artefact.urn(kind, id, agency) }

  static func urn(_ kind: ArtefactKind, _ id: String, _ agency: String = Identity.agency) -> String
  {
    "urn:sdmx:org.sdmx.infomodel.\(kind.package).\(kind.urnClass)=\(agency):\(id)"
      + "(\(Identity.version))"
  }

  /// Whether codes are told that a question gets, or those that it may be widened or narrowed to.
  package enum Availability: String, Sendable, CaseIterable {
    case exact, available
  }

  /// What there is for a question.
  package static func available(
    to question: DataQuestion, _ availability: Availability, _ dimensions: Set<Dimension>,
    in snapshot: Snapshot
  ) -> Artefact {
    var holdings =
      switch availability {
      case .exact: Holdings(of: question, in: snapshot)
      case .available: Holdings(besides: question, in: snapshot)
      }
    holdings.dimensions = dimensions
    return Artefact(
      .contentConstraint, "CR_AVAILABLE", question.flow.name,
      .constraint(flow: question.flow.id, holdings),
      refersTo: [Reference(kind: .dataflow, id: question.flow.id)])
  }

  /// Every one of a snapshot, in the order of messages.
  package static func all(in snapshot: Snapshot) -> [Artefact] {
    let flows = Flow.all(in: snapshot)
    let structure = Reference(kind: .dataStructure, id: Identity.structure)
    let pillars = zip(flows.dropFirst(), snapshot.pillars.rows)
    let scheme = Reference(kind: .categoryScheme, id: Identity.categories)
    let agencies = Artefact(
      .agencyScheme, "AGENCIES", Name(vi: "Cơ quan duy trì", en: "Maintenance agencies"),
      .agencies, agency: "SDMX")
    let categories = Artefact(
      .categoryScheme, Identity.categories, Name(vi: "Trụ cột", en: "Pillars"), .categories)
    let categorisations = pillars.map { flow, pillar in
      Artefact(
        .categorisation, "CAT_\(flow.id)", flow.name,
        .categorisation(flow: flow.id, pillar: pillar.id),
        refersTo: [Reference(kind: .dataflow, id: flow.id), scheme])
    }
    let concepts = Artefact(
      .conceptScheme, Identity.concepts, Name(vi: "Khái niệm", en: "Concepts"), .concepts)
    let definition = Artefact(
      .dataStructure, Identity.structure,
      Name(vi: "Giá trị của các chỉ số chuyển đổi số", en: "Values of digital indicators"),
      .structure,
      refersTo: CodeList.allCases.map { Reference(kind: .codelist, id: $0.rawValue) }
        + [concepts.reference])
    let byIndicator = Holdings.byIndicator(in: snapshot)
    return [agencies]
      + flows.map { Artefact(.dataflow, $0.id, $0.name, .flow, refersTo: [structure]) }
      + [categories] + categorisations
      + CodeList.allCases.map { Artefact(.codelist, $0.rawValue, $0.name, .codes($0)) }
      + [concepts, definition]
      + flows.map { flow in
        Artefact(
          .contentConstraint, "CR_\(flow.id)", flow.name,
          .constraint(flow: flow.id, Holdings(of: flow, byIndicator, in: snapshot)),
          refersTo: [Reference(kind: .dataflow, id: flow.id)])
      }
  }
}
