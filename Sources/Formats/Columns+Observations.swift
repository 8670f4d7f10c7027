import JSON
import Statistics

extension Column where Row == Cell {
  /// All columns of observations, maybe with those of changes and of the place among vintages.
  package static func all(vintages: Bool, changes: Bool) -> [Column] {
    switch (vintages, changes) {
    case (false, false): plain
    default: Field<Cell>.columns(vintages: vintages, changes: changes).flatMap(\.columns)
    }
  }

  private static let plain = Field<Cell>.columns(vintages: false, changes: false)
    .flatMap(\.columns)
}

/// The columns of observations: more than the fields say, so that a table stands without others.
extension Field where Row == Cell {
  /// The fields in the order of their columns; those with nothing in a table are not there.
  static func columns(vintages: Bool, changes: Bool) -> [Field] {
    inOrder + (changes ? ordered(["change"]) : []) + (vintages ? ordered(["vintage"]) : [])
  }

  private static let inOrder: [Field] = ordered([
    "indicator", "area", "areaCode", "areaName", "period", "value", "low", "high", "outOf",
    "qualifier", "status", "otherStatus", "missing", "derivation", "published", "source", "locator",
    "excerpt", "periodText", "note",
  ])

  private static func ordered(_ names: [String]) -> [Field] {
    names.compactMap { name in withVintages.first { $0.name == name } }
  }

  static let ofIndicator: [Column<Cell>] = [
    Column("indicator") { cell, view, writer in
      writer.text(view.snapshot.indicators.ids[cell.indicator])
    },
    Column("indicatorNameVi") { cell, view, writer in
      writer.text(view.snapshot.indicators.rows[cell.indicator].name.vi)
    },
    Column("indicatorNameEn") { cell, view, writer in
      writer.text(view.snapshot.indicators.rows[cell.indicator].name.en)
    },
    Column("unit") { cell, view, writer in
      writer.text(view.snapshot.indicators.rows[cell.indicator].unit)
    },
    Column("unitMultiplier", .integer) { cell, view, writer in
      writer.number(Decimal(view.snapshot.indicators.rows[cell.indicator].unitMultiplier))
    },
  ]

  static let ofPeriod: [Column<Cell>] = [
    Column("period") { cell, _, writer in writer.text(cell.period?.description) },
    Column("periodStart", .date) { cell, _, writer in writer.day(cell.period?.start) },
    Column("periodEnd", .date) { cell, _, writer in writer.day(cell.period?.end) },
  ]

  static let ofDerivation: [Column<Cell>] = [
    Column("derivationRule") { cell, _, writer in writer.text(cell.derivation?.rule.rawValue) },
    Column("derivationInputs") { cell, _, writer in
      writer.text(
        cell.derivation?.inputs.map { "\($0.area)=\($0.value?.description ?? "")" }
          .joined(separator: ";"))
    },
    Column("boundaries", .date) { cell, _, writer in writer.day(cell.derivation?.boundaries) },
  ]

  static let ofTheChange: [Column<Cell>] = [
    Column("changeFrom") { cell, _, writer in writer.text(cell.change?.from?.description) },
    Column("changeDifference", .number) { cell, _, writer in writer.number(cell.change?.difference)
    },
    Column("changePercent", .number) { cell, _, writer in writer.number(cell.change?.percent) },
    Column("changeRefused") { cell, _, writer in writer.text(cell.change?.refused?.rawValue) },
    Column("acrossBreak", .boolean) { cell, _, writer in
      let isAcross = cell.change.map { $0.isAcrossBreak && $0.refused == nil } ?? false
      writer.text(isAcross ? "true" : nil)
    },
  ]

  static let ofTheVintage: [Column<Cell>] = [
    Column("knownFrom") { cell, view, writer in
      writer.day(cell.row.map { view.snapshot.observations.provenance($0).knownFrom })
    },
    Column("shown") { cell, view, writer in
      writer.text(cell.row.map { view.isShown($0) ? "true" : "false" })
    },
    Column("replacedBy") { cell, view, writer in
      let next = cell.row.flatMap {
        view.snapshot.observations.replacement(of: $0, asOf: view.asOf)
      }
      writer.text(
        next.map {
          view.snapshot.sources.ids[Int(view.snapshot.observations.provenance($0).source)]
        })
    },
  ]
}

extension Field where Row == PageRow {
  /// The fields in the order of their columns.
  package static func columns(changes: Bool) -> [Field] {
    page(Field<Cell>.columns(vintages: false, changes: false)) + own
      + page(changes ? Field<Cell>.all.filter { $0.name == "change" } : [])
  }
}
