import Statistics

/// An SDMX-ML 2.1 message of structures, written piece by piece: one of them at a time, of a code
/// list one code.
package struct StructureMessage: Sendable {
  private let snapshot: Snapshot
  private let base: String
  private let artefacts: [(artefact: Artefact, isStub: Bool)]
  private var place = -1
  /// The codes of the list under way that are left, by their places; nil where none is.
  private var codes: ArraySlice<Int>?

  /// - Parameter base: what stands before the paths of addresses; nothing, or a public address.
  package init(
    _ artefacts: [(artefact: Artefact, isStub: Bool)], of snapshot: Snapshot, base: String
  ) {
    self.artefacts = artefacts
    self.snapshot = snapshot
    self.base = base
  }

  /// How many codes the lists among some structures have.
  package static func codeCount(
    _ artefacts: [(artefact: Artefact, isStub: Bool)], in snapshot: Snapshot
  ) -> Int {
    artefacts.reduce(0) { sum, entry in
      if case .codes(let list) = entry.artefact.content, !entry.isStub {
        return sum + list.count(in: snapshot)
      }
      return sum
    }
  }

  /// Appends the next part; false when that was the last.
  package mutating func write(onto bytes: inout [UInt8]) -> Bool {
    var writer = XMLWriter()
    swap(&writer.bytes, &bytes)
    defer { swap(&writer.bytes, &bytes) }
    if place < 0 {
      begin(onto: &writer)
      place = 0
      return true
    }
    guard place < artefacts.count else {
      writer.close("mes:Structures")
      writer.close("mes:Structure")
      return false
    }
    let (artefact, isStub) = artefacts[place]
    if codes == nil {
      if place == 0 || artefacts[place - 1].artefact.kind != artefact.kind {
        writer.open("str:\(artefact.kind.container)")
      }
      open(artefact, isStub: isStub, onto: &writer)
    }
    if case .codes(let list) = artefact.content, !isStub {
      let left = codes ?? list.order(in: snapshot)[...]
      for place in left.prefix(StructureMessage.atOnce) {
        list.code(place, of: snapshot).write(onto: &writer)
      }
      codes = left.dropFirst(StructureMessage.atOnce)
      if codes?.isEmpty == false { return true }
    } else if !isStub {
      artefact.writeContent(of: snapshot, onto: &writer)
    }
    codes = nil
    writer.close("str:\(artefact.kind.element)")
    place += 1
    if place == artefacts.count || artefacts[place].artefact.kind != artefact.kind {
      writer.close("str:\(artefact.kind.container)")
    }
    return true
  }

  /// Codes that are written at a time.
  private static let atOnce = 64

  private func begin(onto writer: inout XMLWriter) {
    writer.raw(Header.declaration)
    writer.open(
      "mes:Structure",
      [
        "xmlns:xsi": Header.instance, "xmlns:mes": "\(Header.schemas)/message",
        "xmlns:com": "\(Header.schemas)/common", "xmlns:str": "\(Header.schemas)/structure",
      ])
    writer.open("mes:Header")
    Header.write(of: snapshot, onto: &writer)
    writer.close("mes:Header")
    writer.open("mes:Structures")
  }

  private func open(_ artefact: Artefact, isStub: Bool, onto writer: inout XMLWriter) {
    var attributes = "id=\"\(artefact.id)\" urn=\"\(artefact.urn)\""
    attributes += " agencyID=\"\(artefact.agency)\" version=\"\(Identity.version)\""
    attributes += " isFinal=\"\(artefact.isFinal)\""
    attributes += " isExternalReference=\"\(isStub)\""
    if isStub {
      let (kind, agency) = (artefact.kind.rawValue, artefact.agency)
      attributes += " structureURL=\"\(base)/sdmx/2.1/\(kind)/\(agency)/\(artefact.id)"
      attributes += "/\(Identity.version)\""
    }
    if case .constraint = artefact.content { attributes += " type=\"Actual\"" }
    writer.raw("<str:\(artefact.kind.element) \(attributes)>")
    writer.name(artefact.name)
  }
}

extension Artefact {
  /// Writes what stands in it behind its name, of a code list nothing.
  fileprivate func writeContent(of snapshot: Snapshot, onto writer: inout XMLWriter) {
    switch content {
    case .codes: break
    case .agencies:
      writer.open("str:Agency", ["id": Identity.agency])
      writer.name(Name(vi: "Thước đo", en: "ThuocDo"))
      writer.close("str:Agency")
    case .flow:
      writer.open("str:Structure")
      writer.reference(.dataStructure, Identity.structure)
      writer.close("str:Structure")
    case .categories:
      for pillar in snapshot.pillars.rows {
        writer.open("str:Category", ["id": Identity.code(pillar.id)])
        writer.name(pillar.name)
        writer.close("str:Category")
      }
    case .categorisation(let flow, let pillar):
      writer.open("str:Source")
      writer.reference(.dataflow, flow)
      writer.close("str:Source")
      writer.open("str:Target")
      writer.empty(
        "Ref",
        [
          "id": Identity.code(pillar), "maintainableParentID": Identity.categories,
          "maintainableParentVersion": Identity.version, "agencyID": Identity.agency,
          "package": ArtefactKind.categoryScheme.package, "class": "Category",
        ])
      writer.close("str:Target")
    case .concepts:
      for component in Component.all {
        writer.open("str:Concept", ["id": component.id])
        writer.name(component.name)
        writer.close("str:Concept")
      }
    case .structure: writer.structure()
    case .constraint(let flow, let holdings):
      writer.open("str:ConstraintAttachment")
      writer.reference(.dataflow, flow, around: "str:Dataflow")
      writer.close("str:ConstraintAttachment")
      holdings.write(of: snapshot, onto: &writer)
    }
  }
}

extension XMLWriter {
  /// A reference to a structure of this agency.
  mutating func reference(
    _ kind: ArtefactKind, _ id: String, around element: String? = nil
  ) {
    if let element { open(element) }
    empty(
      "Ref",
      [
        "id": id, "version": Identity.version, "agencyID": Identity.agency,
        "package": kind.package, "class": kind.element,
      ])
    if let element { close(element) }
  }

  /// The components of the data structure.
  fileprivate mutating func structure() {
    open("str:DataStructureComponents")
    open("str:DimensionList", ["id": "DimensionDescriptor"])
    for (place, dimension) in Dimension.allCases.enumerated() {
      let element = dimension == .time ? "str:TimeDimension" : "str:Dimension"
      open(element, ["id": dimension.rawValue, "position": "\(place + 1)"])
      Component(dimension).writeMeaning(onto: &self)
      close(element)
    }
    close("str:DimensionList")
    open("str:AttributeList", ["id": "AttributeDescriptor"])
    for attribute in SeriesAttribute.allCases {
      self.attribute(Component(attribute)) { writer in
        writer.open("str:Dimension")
        writer.empty("Ref", ["id": Dimension.indicator.rawValue])
        writer.close("str:Dimension")
      }
    }
    for attribute in ObservationAttribute.allCases {
      self.attribute(Component(attribute)) { writer in
        writer.open("str:PrimaryMeasure")
        writer.empty("Ref", ["id": Component.value.id])
        writer.close("str:PrimaryMeasure")
      }
    }
    close("str:AttributeList")
    open("str:MeasureList", ["id": "MeasureDescriptor"])
    open("str:PrimaryMeasure", ["id": Component.value.id])
    Component.value.writeMeaning(onto: &self)
    close("str:PrimaryMeasure")
    close("str:MeasureList")
    close("str:DataStructureComponents")
  }

  private mutating func attribute(_ component: Component, _ relation: (inout XMLWriter) -> Void) {
    open("str:Attribute", ["id": component.id, "assignmentStatus": "Conditional"])
    component.writeMeaning(onto: &self)
    open("str:AttributeRelationship")
    relation(&self)
    close("str:AttributeRelationship")
    close("str:Attribute")
  }
}
