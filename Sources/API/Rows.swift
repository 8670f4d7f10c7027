import Formats
import JSON
import Statistics

/// The rows of a collection, selected and in the resource's order, and how they are written.
struct Rows<Row> {
  let count: Int
  /// One row by its place.
  let at: (Int) -> Row
  /// Writes all fields of the row at a place.
  let write: (Int, View, inout JSONWriter) -> Void
  /// Gives the rows from a place on, one after another; nil at the end.
  let from: (Int) -> () -> Row?
  /// Makes what writes all fields of rows given one after another.
  let lines: (View) -> (Row, inout JSONWriter) -> Void
  /// The fields in the order of their columns, where that is not their own.
  var columnFields: [Field<Row>]?

  /// Rows at hand; `write` writes one with all its fields.
  private init(
    _ count: Int, _ at: @escaping (Int) -> Row,
    _ write: @escaping (Row, View, inout JSONWriter) -> Void,
    place: ((Int, View, inout JSONWriter) -> Void)? = nil
  ) {
    self.count = count
    self.at = at
    self.write = place ?? { place, view, writer in write(at(place), view, &writer) }
    from = { first in
      var next = first
      return {
        guard next < count else { return nil }
        next += 1
        return at(next - 1)
      }
    }
    lines = { view in { row, writer in write(row, view, &writer) } }
  }

  /// Rows whose fields are written one by one.
  init(_ rows: [Row], _ fields: [Field<Row>]) {
    self.init(rows.count, { rows[$0] }, { row, view, writer in writer.object(row, fields, view) })
  }

  /// Rows of a table, which are written beforehand; `places` of them.
  init(
    _ places: [Int], of table: Table<Row>, _ pieces: JSONPieces, _ fields: [Field<Row>]
  ) where Row: Sendable {
    self.init(
      places.count, { table.rows[places[$0]] },
      { row, view, writer in writer.object(row, fields, view) },
      place: { place, _, writer in writer.piece(pieces, places[place]) })
  }

  init(_ rows: [Ranking.Row]) where Row == Ranking.Row {
    self.init(rows.count, { rows[$0] }, { row, view, writer in row.write(view, onto: &writer) })
  }

  init(_ rows: [PageRow]) where Row == PageRow {
    self.init(rows.count, { rows[$0] }, { row, view, writer in row.write(view, onto: &writer) })
  }

  /// Cells at hand; with `vintages` they tell their place among them.
  init(_ cells: [Cell], vintages: Bool, _ view: View) where Row == Cell {
    count = cells.count
    at = { cells[$0] }
    var writer = CellWriter(view, vintages: vintages)
    write = { place, _, json in writer.write(cells[place], onto: &json) }
    from = { first in
      var rest = cells[first...]
      return { rest.popFirst() }
    }
    lines = Rows.cellLines(vintages: vintages)
  }

  /// Cells that are selected as they are asked for; they have no places.
  init(_ cursor: CellCursor, vintages: Bool) where Row == Cell {
    count = cursor.count()
    at = { _ in preconditionFailure("cells of a cursor come in their order") }
    write = { _, _, _ in preconditionFailure("cells of a cursor come in their order") }
    from = { first in
      var cursor = cursor
      cursor.skip(first)
      return { cursor.next() }
    }
    lines = Rows.cellLines(vintages: vintages)
  }

  private static func cellLines(
    vintages: Bool
  ) -> (View) -> (Cell, inout JSONWriter) -> Void where Row == Cell {
    { view in
      var writer = CellWriter(view, vintages: vintages)
      return { cell, json in writer.write(cell, onto: &json) }
    }
  }
}
