import JSON
import Statistics

/// A row of which some fields follow from few things alone.
package protocol Figure: Sendable {
  /// The place among its likes of what a row's fields of a basis follow from; nil where the fields
  /// have to be asked one by one.
  func number(of basis: Basis, _ view: View) -> Int?
}

/// All fields of a figure as they are written fast: those that follow from one thing together,
/// from a phrase that was written before. The fields themselves say the same.
package final class Template<Row: Figure>: Sendable {
  /// Fields that are written together; one alone where it has no basis.
  private struct Step {
    var basis: Basis?
    var fields: Range<Int>
  }

  private let names: [String]
  private let keys: [JSONKey]
  private let isAlways: [Bool]
  private let values: [@Sendable (Row, View) -> FieldValue]
  private let steps: [Step]
  /// What the fields of each step say where the row has no annotation.
  private let unannotated: JSONPieces

  init(_ fields: [Field<Row>]) {
    names = fields.map(\.name)
    keys = fields.map(\.key)
    isAlways = fields.map(\.isAlways)
    values = fields.map(\.value)
    var steps: [Step] = []
    for place in fields.indices {
      let basis = fields[place].basis
      if basis != nil, basis == steps.last?.basis, let last = steps.indices.last {
        steps[last].fields = steps[last].fields.lowerBound..<(place + 1)
      } else {
        steps.append(Step(basis: basis, fields: place..<(place + 1)))
      }
    }
    self.steps = steps
    var unannotated = JSONPieces()
    for step in steps {
      unannotated.append { writer in
        for field in fields[step.fields] where field.isAlways {
          writer.key(field.key)
          writer.null()
        }
      }
    }
    self.unannotated = unannotated
  }

  /// All steps.
  var whole: Range<Int> { steps.indices }

  /// The step of a field.
  func step(of name: String) -> Int {
    guard let place = steps.firstIndex(where: { names[$0.fields.lowerBound] == name }) else {
      preconditionFailure("no field begins with \(name)")
    }
    return place
  }

  /// The key of a step's first field.
  func key(ofStep place: Int) -> JSONKey { keys[steps[place].fields.lowerBound] }

  /// Writes the fields of some steps of a row as members.
  func write(_ some: Range<Int>, of row: Row, _ view: View, onto writer: inout JSONWriter) {
    for place in some {
      let step = steps[place]
      if let basis = step.basis, let number = row.number(of: basis, view) {
        if case .annotation = basis {
          if !unannotated.isEmpty(place) { writer.piece(unannotated, place) }
          continue
        }
        if view.phrases?.write(basis, number, onto: &writer) == true { continue }
      }
      for field in step.fields {
        let value = values[field](row, view)
        if value.isEmpty, !isAlways[field] { continue }
        writer.key(keys[field])
        value.write(onto: &writer)
      }
    }
  }
}

extension Cell: Figure {
  package func number(of basis: Basis, _ view: View) -> Int? {
    switch basis {
    case .indicator: return indicator
    case .place:
      if case .area(let area) = place { return area }
      return nil
    case .period:
      return period == nil ? nil : statement.map { Int($0.periodNumber) }
    case .qualifier: return view.qualifier(self)?.number
    case .status: return statement?.status.number
    case .document: return statement.map { Int($0.provenanceNumber) }
    case .source: return statement.map { Int($0.source) }
    // What was carried has statuses without an annotation.
    case .annotation:
      guard let statement, !statement.isAnnotated else { return nil }
      return 0
    }
  }
}

extension Ranking.Row: Figure {
  private static let template = Template(Field<Ranking.Row>.all)

  /// Writes the row as an object of all its fields.
  package func write(_ view: View, onto writer: inout JSONWriter) {
    let template = Ranking.Row.template
    writer.beginObject()
    template.write(template.whole, of: self, view, onto: &writer)
    writer.endObject()
  }

  package func number(of basis: Basis, _ view: View) -> Int? {
    switch basis {
    case .place: area
    case .status: cell?.statement?.status.number
    case .source: isPublished ? nil : cell?.number(of: .source, view)
    case .indicator, .period, .qualifier, .document, .annotation: nil
    }
  }
}

extension Qualifier {
  /// The place among all cases.
  package var number: Int {
    switch self {
    case .exact: 0
    case .moreThan: 1
    case .atLeast: 2
    case .lessThan: 3
    case .atMost: 4
    case .nearly: 5
    case .about: 6
    case .range: 7
    }
  }
}

extension ObservationStatus {
  /// The place among all cases.
  package var number: Int {
    switch self {
    case .normal: 0
    case .seriesBreak: 1
    case .definitionDiffers: 2
    case .estimated: 3
    case .forecast: 4
    case .provisional: 5
    case .lowReliability: 6
    case .derived: 7
    case .notCollected: 8
    case .notApplicable: 9
    case .missing: 10
    case .suppressed: 11
    }
  }
}
