import Formats
import JSON
import Statistics

/// The rows of a collection, selected and in the resource's order, and how one is written whole.
struct Rows<Row> {
  let count: Int
  /// One row by its place.
  let at: (Int) -> Row
  /// Writes all fields of a row.
  let write: (Int, View, inout JSONWriter) -> Void

  /// Rows whose fields are written one by one.
  init(_ rows: [Row], _ fields: [Field<Row>]) {
    count = rows.count
    at = { rows[$0] }
    write = { place, view, writer in writer.object(rows[place], fields, view) }
  }

  /// Cells; with `vintages` they tell their place among them.
  init(_ cells: [Cell], vintages: Bool, _ view: View) where Row == Cell {
    count = cells.count
    at = { cells[$0] }
    var cellWriter = CellWriter(view, vintages: vintages)
    write = { place, _, writer in cellWriter.write(cells[place], onto: &writer) }
  }

  init(_ rows: [Ranking.Row]) where Row == Ranking.Row {
    count = rows.count
    at = { rows[$0] }
    write = { place, view, writer in rows[place].write(view, onto: &writer) }
  }

  init(_ rows: [PageRow]) where Row == PageRow {
    count = rows.count
    at = { rows[$0] }
    write = { place, view, writer in rows[place].write(view, onto: &writer) }
  }

  /// Rows of a table, which are written beforehand; `places` of them.
  init(_ places: [Int], of table: Table<Row>, _ pieces: JSONPieces) where Row: Sendable {
    count = places.count
    at = { table.rows[places[$0]] }
    write = { place, _, writer in writer.piece(pieces, places[place]) }
  }
}
