import JSON
import Statistics

/// Writes cells one after another as lines of a table with all columns. What follows from the
/// series, the period or the document is copied from where it was written before; the columns
/// themselves say the same.
package struct CellTable {
  private let view: View
  private let columns: [Column<Cell>]
  /// Those of the indicator and the area.
  private let head: Int
  /// Those of changes and vintages.
  private let own: Range<Int>
  /// Those behind them that are empty where there is no annotation, and they written so.
  private let addition: Range<Int>
  private let blank: [UInt8]
  private let isPlain: Bool
  private var headCells = Memory()
  private var tailCells = Memory()

  /// What was written last for a part of the line, and what it followed from.
  private struct Memory {
    var basis = -1
    var bytes: [UInt8] = []
  }

  /// - Parameter columns: all there are, with or without those of changes and vintages.
  package init(_ view: View, _ columns: [Column<Cell>], vintages: Bool, changes: Bool) {
    self.view = view
    self.columns = columns
    head = columns.firstIndex { $0.name == "period" } ?? 0
    let common = Column<Cell>.common.count
    let from = columns.firstIndex { $0.name == Column<Cell>.addition.first?.name } ?? columns.count
    own = common..<from
    addition = from..<(from + Column<Cell>.addition.count)
    blank = Array(repeating: UInt8(ascii: ","), count: addition.count)
    isPlain = !vintages && !changes
  }

  /// Writes the cells of some rows of the table, each of which is all there is of its cell.
  package mutating func write(alone rows: Range<Int>, onto writer: inout CSVWriter) {
    let table = view.snapshot.observations
    for row in rows {
      let number = table.periodIndex[row]
      guard isPlain, let phrases = view.phrases, number != ObservationTable.noPeriod,
        !table.isAnnotated(row), table.missing(row) == nil,
        headCells.basis == CellTable.basis(Int(table.indicator[row]), Int(table.area[row])),
        tailCells.basis
          == CellTable.basis(
            table.provenanceNumber(row), table.qualifier(row), table.status(row))
      else {
        write(Atlas(view.snapshot, on: nil, asOf: view.asOf).published(row), onto: &writer)
        continue
      }
      writer.repeating(headCells.bytes)
      writer.repeating(phrases.periodCells[Int(number)])
      writer.number(table.value(row))
      writer.repeating(tailCells.bytes)
      writer.repeating(blank)
      writer.endLine()
    }
  }

  /// Writes a cell as a line.
  package mutating func write(_ cell: Cell, onto writer: inout CSVWriter) {
    guard case .area(let area) = cell.place, let statement = cell.statement,
      let phrases = view.phrases
    else { return writer.line(cell, columns, view) }
    let place = CellTable.basis(cell.indicator, area)
    if headCells.basis != place {
      headCells = Memory(basis: place, bytes: cells(of: cell, columns[..<head]))
    }
    writer.repeating(headCells.bytes)
    if statement.periodNumber == ObservationTable.noPeriod {
      for _ in 0..<3 { writer.empty() }
    } else {
      writer.repeating(phrases.periodCells[Int(statement.periodNumber)])
    }
    writer.number(cell.value)
    if statement.isAnnotated || cell.missing != nil {
      writeTail(of: cell, statement, phrases, onto: &writer)
    } else {
      let said = CellTable.basis(
        Int(statement.provenanceNumber), statement.qualifier, statement.status)
      if tailCells.basis != said {
        var tail = CSVWriter(continuing: [])
        writeTail(of: cell, statement, phrases, onto: &tail)
        tailCells = Memory(basis: said, bytes: tail.bytes)
      }
      writer.repeating(tailCells.bytes)
    }
    for column in columns[own] { column.write(cell, view, &writer) }
    if statement.isAnnotated {
      for column in columns[addition] { column.write(cell, view, &writer) }
    } else {
      writer.repeating(blank)
    }
    for column in columns[addition.upperBound...] { column.write(cell, view, &writer) }
    writer.endLine()
  }

  /// The common columns behind the value.
  private func writeTail(
    of cell: Cell, _ statement: Statement, _ phrases: Phrases, onto writer: inout CSVWriter
  ) {
    let annotation = view.annotation(cell)
    writer.number(annotation?.low)
    writer.number(annotation?.high)
    writer.number(annotation?.outOf)
    writer.text(cell.missing == nil ? statement.qualifier.rawValue : nil)
    writer.text(statement.status.rawValue)
    let others = annotation?.otherStatus ?? []
    writer.text(others.isEmpty ? nil : others.map(\.rawValue).joined(separator: ";"))
    writer.text(cell.missing?.rawValue)
    // Rule, inputs and map of a derivation.
    for _ in 0..<3 { writer.empty() }
    writer.repeating(phrases.documentCells[Int(statement.provenanceNumber)])
    for text in [
      annotation?.locator, annotation?.excerpt, annotation?.periodText?.vi,
      annotation?.periodText?.en, annotation?.note?.vi, annotation?.note?.en,
    ] {
      writer.text(text)
    }
  }

  private func cells(of cell: Cell, _ columns: ArraySlice<Column<Cell>>) -> [UInt8] {
    var writer = CSVWriter()
    for column in columns { column.write(cell, view, &writer) }
    return writer.bytes
  }

  private static func basis(_ indicator: Int, _ area: Int) -> Int { indicator << 32 | area }

  private static func basis(
    _ provenance: Int, _ qualifier: Qualifier, _ status: ObservationStatus
  ) -> Int {
    provenance << 8 | qualifier.number << 4 | status.number
  }

  /// What the columns of the period say, for each period of the table.
  static func periodCells(_ snapshot: Snapshot) -> [[UInt8]] {
    snapshot.observations.periods.map { period in
      var writer = CSVWriter(continuing: [])
      writer.text(period.description)
      writer.day(period.start)
      writer.day(period.end)
      return writer.bytes
    }
  }

  /// The date of the document and its id, for each provenance.
  static func documentCells(_ snapshot: Snapshot) -> [[UInt8]] {
    snapshot.observations.provenances.map { provenance in
      var writer = CSVWriter(continuing: [])
      writer.text(provenance.published?.description)
      writer.text(snapshot.sources.ids[Int(provenance.source)])
      return writer.bytes
    }
  }
}
