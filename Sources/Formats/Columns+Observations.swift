import JSON
import Statistics

extension Column where Row == Cell {
  /// All columns of observations, maybe with those of changes and of the place among vintages.
  /// What was added later stands last, so that no column moves.
  package static func all(vintages: Bool, changes: Bool) -> [Column] {
    if !vintages, !changes { return plain }
    return common + (changes ? Field<Cell>.ofTheChange : [])
      + (vintages ? Field<Cell>.ofTheVintage : []) + addition
      + (vintages ? Field<Cell>.ofTheVintageToo : [])
  }

  /// Those that every table begins with, and those that it has behind all but those of vintages
  /// that were added as they were.
  static let common = Field<Cell>.common.flatMap(\.columns)
  static let addition = Field<Cell>.addition.flatMap(\.columns)
  private static let plain = common + addition

  /// The names of the columns of every observation, and what their cells are.
  package static func types(_ view: View) -> [(name: String, type: ColumnType)] {
    (Field<Cell>.common + Field<Cell>.addition).flatMap { $0.columnTypes(nil, view) }
  }
}

/// The columns of observations: more than the fields say, so that a table stands without others.
extension Field where Row == Cell {
  /// The fields in the order of their columns; those with nothing in a table are not there.
  static let common: [Field] = ordered([
    "indicator", "area", "areaCode", "areaName", "period", "value", "low", "high", "outOf",
    "qualifier", "status", "otherStatus", "missing", "derivation", "published", "source", "locator",
    "excerpt", "periodText", "note",
  ])
  /// All of them are annotations: a row without any leaves the columns empty.
  static let addition: [Field] = ordered(["confirmedBy", "statedChange"])

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

  static let ofTheStatedChange: [Column<Cell>] = [
    Column("statedChangeKind") { cell, view, writer in
      writer.text(view.annotation(cell)?.statedChange?.kind.rawValue)
    },
    Column("statedChangeValue", .number) { cell, view, writer in
      writer.number(view.annotation(cell)?.statedChange?.value)
    },
    Column("statedChangeLow", .number) { cell, view, writer in
      writer.number(view.annotation(cell)?.statedChange?.low)
    },
    Column("statedChangeHigh", .number) { cell, view, writer in
      writer.number(view.annotation(cell)?.statedChange?.high)
    },
    Column("statedChangeQualifier") { cell, view, writer in
      writer.text(view.annotation(cell)?.statedChange?.qualifier.rawValue)
    },
    Column("statedChangeSince") { cell, view, writer in
      writer.text(view.annotation(cell)?.statedChange?.since?.description)
    },
  ]

  static let ofTheVintage: [Column<Cell>] = [
    Column("knownFrom", .date) { cell, view, writer in
      writer.day(cell.row.map { view.snapshot.observations.provenance($0).knownFrom })
    },
    Column("shown", .boolean) { cell, view, writer in
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

  /// What was added to them.
  static let ofTheVintageToo: [Column<Cell>] = [
    Column("replacedOn", .date) { cell, view, writer in
      let next = cell.row.flatMap {
        view.snapshot.observations.replacement(of: $0, asOf: view.asOf)
      }
      writer.day(next.map { view.snapshot.observations.provenance($0).knownFrom })
    },
    Column("rejectedVi") { cell, view, writer in
      writer.text(view.annotation(cell)?.rejected?.vi)
    },
    Column("rejectedEn") { cell, view, writer in
      writer.text(view.annotation(cell)?.rejected?.en)
    },
  ]
}

extension Field where Row == PageRow {
  /// The fields in the order of their columns.
  package static func columns(changes: Bool) -> [Field] {
    page(Field<Cell>.common) + own
      + page(changes ? Field<Cell>.all.filter { $0.name == "change" } : [])
      + page(Field<Cell>.addition)
  }
}
