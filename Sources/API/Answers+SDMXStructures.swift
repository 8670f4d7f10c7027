import Formats
import HTTP
import SDMX
import Statistics

/// Structures: what there is, what it is called, which codes have data.
extension Asking {
  mutating func sdmxStructures() throws(Problem) -> Answer {
    let resource = values[0]
    let kind = ArtefactKind(resource: resource)
    guard kind != nil || resource == "structure" || ArtefactKind.absent.contains(resource) else {
      throw noResource(resource)
    }
    var question = StructureQuestion(kind: kind)
    question.agencies = words(1)
    question.ids = words(2)
    question.references = references()
    question.detail = oneCode(.detail, StructureQuestion.Detail.self) ?? .full
    try settled()
    let isPresent = (words(3) ?? ["latest"]).contains { Asking.isPresent($0) }
    let isAbsent = kind == nil && resource != "structure"
    let found = isPresent && !isAbsent ? question.answer(from: prepared.artefacts.value) : []
    if found.isEmpty { throw noStructure(kind) }
    return structures(found, era: "")
  }

  mutating func sdmxAvailability() throws(Problem) -> Answer {
    let dimensions = dimensions()
    let question = try dataQuestion()
    var structure = StructureQuestion(kind: .contentConstraint)
    structure.references = references()
    let availability = oneCode(.mode, Artefact.Availability.self) ?? .exact
    try settled()
    let available = Artefact.available(to: question, availability, dimensions, in: snapshot)
    structure.ids = [available.id]
    return structures(
      structure.answer(from: prepared.artefacts.value + [available]), era: "\(question.asOf)")
  }

  private func structures(
    _ found: [(artefact: Artefact, isStub: Bool)], era: String
  ) -> Answer {
    let (snapshot, base) = (snapshot, base)
    let make: () -> any Pieces = {
      var message = StructureMessage(found, of: snapshot, base: base)
      return RowPieces.parts { message.write(onto: &$0) }
    }
    let codes = StructureMessage.codeCount(found, in: snapshot)
    let isLong = codes * APILimits.bytesOfCode > APILimits.wholeBytes
    return Answer(content: isLong ? .pieces(make) : .whole(make().all), era: era)
  }

  /// The alternatives of a part of the path; nil for all.
  private func words(_ place: Int) -> Set<String>? {
    guard values.count > place else { return nil }
    let words = Set(values[place].split(separator: "+").map(String.init))
    return words.contains("all") ? nil : words
  }

  private mutating func references() -> StructureQuestion.References {
    tell(.references) { _ in
      .codes(StructureQuestion.References.words + ArtefactKind.absent.sorted())
    }
    guard let text = text(.references) else { return .none }
    if let references = StructureQuestion.References(text) { return references }
    if !ArtefactKind.absent.contains(text) {
      let words = StructureQuestion.References.words
      wrong(
        .unknownValue(
          "references", text, vi: "không dùng được ở đây", en: "is not offered here",
          suggestions: Nearest.some(to: text, among: words, atMost: 1), allowed: words))
    }
    return .none
  }

  /// The dimensions that are wanted, by the last part of the path. Clients leave the provider out.
  private mutating func dimensions() -> Set<Dimension> {
    let all = Set(Dimension.allCases)
    if values.count == 3, let dimension = Dimension(rawValue: values[2]) {
      values[2] = "all"
      return [dimension]
    }
    guard values.count > 3, values[3] != "all" else { return all }
    if let dimension = Dimension(rawValue: values[3]) { return [dimension] }
    let known = Dimension.allCases.map(\.rawValue)
    wrong(
      .unknownValue(
        "component", values[3], vi: "không phải là chiều nào", en: "is no dimension",
        suggestions: Nearest.some(to: values[3], among: known, atMost: 1), allowed: known))
    return all
  }

  private func noResource(_ resource: String) -> Problem {
    let known = ArtefactKind.allCases.map(\.rawValue) + ["data", "availableconstraint"]
    let near = Nearest.some(to: resource, among: known, atMost: 1)
    return .notFound(
      Name(
        vi: "“\(echoed(resource))” không phải là tài nguyên nào của SDMX\(ending(near).vi)",
        en: "\"\(echoed(resource))\" is no resource of SDMX\(ending(near).en)"),
      suggestions: near.map { "/sdmx/2.1/\($0)" })
  }

  private func noStructure(_ kind: ArtefactKind?) -> Problem {
    let known = prepared.artefacts.value.filter { kind == nil || $0.kind == kind }.map(\.id)
    let near =
      values.count > 2 ? Nearest.some(to: values[2], among: known, atMost: 1) : []
    return .notFound(
      Name(
        vi: "Không có cấu trúc nào như thế\(ending(near).vi)",
        en: "There is no such structure\(ending(near).en)"),
      suggestions: near)
  }
}
