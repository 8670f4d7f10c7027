import JSON
import Statistics

extension Field where Row == Cell {
  /// An observation; `vintage` is not among them, since only lists of vintages have it.
  package static let all: [Field] = [
    Field("indicator", of: .indicator, as: .these(ofIndicator), says: .text()) { cell, view in
      .text(view.snapshot.indicators.ids[cell.indicator])
    },
    Field("area", of: .place, says: .text()) { cell, view in .text(view.id(of: cell.place)) },
    Field("areaCode", of: .place) { cell, view in .text(view.code(of: cell.place)) },
    Field("areaName", of: .place, as: .name, says: .name) { cell, view in
      .name(view.name(of: cell.place))
    },
    Field("period", of: .period, as: .these(ofPeriod)) { cell, _ in .period(cell.period) },
    Field("value", says: .orNull(.number)) { cell, _ in .number(cell.value) },
    Field("low", always: false, of: .annotation, says: .number) { cell, view in
      .number(view.annotation(cell)?.low)
    },
    Field("high", always: false, of: .annotation, says: .number) { cell, view in
      .number(view.annotation(cell)?.high)
    },
    Field("outOf", always: false, of: .annotation, says: .number) { cell, view in
      .number(view.annotation(cell)?.outOf)
    },
    Field("qualifier", of: .qualifier, says: .orNull(.codes(of: Qualifier.self))) { cell, view in
      .text(view.qualifier(cell)?.rawValue)
    },
    Field("status", of: .status, says: .codes(of: ObservationStatus.self)) { cell, view in
      .text(view.snapshot.status(of: cell).status.rawValue)
    },
    Field(
      "otherStatus", always: false, of: .annotation,
      says: .list(of: .codes(of: ObservationStatus.self))
    ) { cell, view in
      .texts(view.snapshot.status(of: cell).other.map(\.rawValue))
    },
    Field("published", of: .document) { cell, view in .date(view.published(cell)) },
    Field("source", of: .document) { cell, view in .text(view.source(cell)) },
    Field("locator", of: .annotation) { cell, view in .text(view.annotation(cell)?.locator) },
    Field("excerpt", of: .annotation) { cell, view in .text(view.annotation(cell)?.excerpt) },
    Field("missing", always: false, says: .codes(of: MissingReason.self)) { cell, _ in
      .text(cell.missing?.rawValue)
    },
    Field("derivation", always: false, as: .these(ofDerivation), says: .derivation) { cell, _ in
      .derivation(cell.derivation)
    },
    Field("confirmedBy", always: false, of: .annotation) { cell, view in
      .texts(
        (view.annotation(cell)?.confirmedBy ?? []).filter { $0.knownFrom <= view.asOf }.map {
          view.snapshot.sources.ids[Int($0.source)]
        })
    },
    Field("conflict", always: false, as: .leftOut, says: .conflict) { cell, view in
      .conflict(cell, view)
    },
    Field("note", always: false, of: .annotation, as: .name) { cell, view in
      .name(view.annotation(cell)?.note)
    },
    Field("periodText", always: false, of: .annotation, as: .name) { cell, view in
      .name(view.annotation(cell)?.periodText)
    },
    Field(
      "statedChange", always: false, of: .annotation, as: .these(ofTheStatedChange),
      says: .statedChange
    ) { cell, view in
      guard let change = view.annotation(cell)?.statedChange else { return .nested(nil) }
      return .nested { writer in change.write(onto: &writer) }
    },
    Field("change", always: false, as: .these(ofTheChange), says: .change) { cell, _ in
      guard let change = cell.change else { return .nested(nil) }
      return .nested { writer in change.write(onto: &writer) }
    },
  ]

  /// The same with the place of each row among the vintages of its cell.
  package static let withVintages: [Field] =
    all + [
      Field("vintage", always: false, as: .these(ofTheVintage + ofTheVintageToo), says: .vintage) {
        cell, view in
        guard let row = cell.row else { return .nested(nil) }
        return .nested { writer in view.writeVintage(of: row, onto: &writer) }
      }
    ]
}

extension View {
  func id(of place: Cell.Place) -> String {
    switch place {
    case .area(let area): snapshot.areas.ids[area]
    case .region(let region): snapshot.regions.ids[region]
    }
  }

  func code(of place: Cell.Place) -> String? {
    switch place {
    case .area(let area): snapshot.code(ofArea: area)
    case .region: nil
    }
  }

  func name(of place: Cell.Place) -> Name {
    switch place {
    case .area(let area): snapshot.name(ofArea: area, on: day)
    case .region(let region): snapshot.regions.rows[region].name
    }
  }

  func annotation(_ cell: Cell) -> Annotation? {
    guard let statement = cell.statement, statement.isAnnotated else { return nil }
    return snapshot.observations.annotation(Int(statement.row))
  }

  func qualifier(_ cell: Cell) -> Qualifier? {
    if cell.missing != nil { return nil }
    return cell.statement?.qualifier ?? cell.derivation?.qualifier
  }

  fileprivate func published(_ cell: Cell) -> PartialDate? {
    if let row = cell.row { return snapshot.observations.provenance(row).published }
    return cell.derivation?.published
  }

  func source(_ cell: Cell) -> String? {
    cell.statement.map { snapshot.sources.ids[Int($0.source)] }
  }

  func isShown(_ row: Int) -> Bool {
    let table = snapshot.observations
    return table.standing(in: table.cell(of: row), asOf: asOf).first == row
  }

  fileprivate func writeVintage(of row: Int, onto writer: inout JSONWriter) {
    let table = snapshot.observations
    writer.beginObject()
    writer.member("knownFrom", table.provenance(row).knownFrom.description)
    writer.key("shown")
    writer.bool(isShown(row))
    if let next = table.replacement(of: row, asOf: asOf) {
      let provenance = table.provenance(next)
      writer.member("replacedBy", snapshot.sources.ids[Int(provenance.source)])
      writer.member("replacedOn", provenance.knownFrom.description)
    }
    if let rejected = table.annotation(row).rejected { writer.member("rejected", rejected) }
    writer.endObject()
  }
}

extension FieldValue {
  fileprivate static func derivation(_ derivation: Derivation?) -> FieldValue {
    guard let derivation else { return .nested(nil) }
    return .nested { writer in
      writer.beginObject()
      writer.member("rule", derivation.rule.rawValue)
      writer.member("boundaries", derivation.boundaries.description)
      writer.key("inputs")
      writer.beginArray()
      for input in derivation.inputs {
        writer.beginObject()
        writer.member("area", input.area)
        writer.member("value", input.value)
        if let source = input.source { writer.member("source", source) }
        writer.endObject()
      }
      writer.endArray()
      writer.endObject()
    }
  }

  /// What other documents of the same day say, where only the source's id decided.
  fileprivate static func conflict(_ cell: Cell, _ view: View) -> FieldValue {
    guard let row = cell.row, cell.statement?.isAlone == false else { return .texts([]) }
    let table = view.snapshot.observations
    let standing = table.standing(in: table.cell(of: row), asOf: view.asOf)
    guard standing.first == row else { return .texts([]) }
    let others = Array(standing.dropFirst())
    return .list(count: others.count) { index, writer in
      writer.beginObject()
      writer.member("value", table.value(others[index]))
      writer.member(
        "source", view.snapshot.sources.ids[Int(table.provenance(others[index]).source)])
      writer.endObject()
    }
  }
}

extension JSONWriter {
  mutating func member(_ key: String, _ number: Decimal?) {
    self.key(key)
    if let number { self.number(number) } else { null() }
  }
}

extension StatedChange {
  fileprivate func write(onto writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("kind", kind.rawValue)
    for (key, figure) in [("value", value), ("low", low), ("high", high)] where figure != nil {
      writer.member(key, figure)
    }
    writer.member("qualifier", qualifier.rawValue)
    if let since { writer.member("since", since.description) }
    writer.endObject()
  }
}

extension Change {
  fileprivate func write(onto writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("from", from?.description)
    writer.member("difference", difference)
    writer.member("percent", percent)
    if let refused { writer.member("refused", refused.rawValue) }
    if refused == nil, isAcrossBreak {
      writer.key("acrossBreak")
      writer.bool(true)
    }
    writer.endObject()
  }
}
