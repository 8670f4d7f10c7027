import Formats
import JSON
import Statistics

/// The rows of a collection, selected and in the resource's order, and how they are written.
protocol Rows<Row> {
  associatedtype Row

  var count: Int { get }
  /// Bytes that a row takes as JSON, more or less: the room that is made for it at first.
  var bytesOfRow: Int { get }
  /// All columns of a table.
  var columns: [Column<Row>] { get }
  /// One row by its place.
  func row(at place: Int) -> Row
  /// Where a row stands in the cube that the rows make; asked only of those that make one.
  func coordinates(of row: Row) -> Coordinates
  /// Gives the rows from a place on, one after another; nil at the end.
  func rows(from first: Int) -> () -> Row?
  /// Makes what writes all fields of rows given one after another.
  func lines(_ view: View) -> (Row, inout JSONWriter) -> Void
  /// The same as a line of a table with all columns.
  func tableLines(_ view: View) -> (Row, inout CSVWriter) -> Void
  /// Makes what writes the next rows from a place on as lines of a table, so many at most, and says
  /// how many it wrote; 0 at the end.
  func tableWriting(from first: Int, _ view: View) -> (Int, inout CSVWriter) -> Int
  /// Makes what writes all fields of the next rows from a place on, so many at most, and says how
  /// many it wrote; 0 at the end.
  func writing(from first: Int, _ view: View) -> (Int, inout JSONWriter) -> Int
  /// Writes all fields of the rows of some places.
  func write(_ places: Range<Int>, _ view: View, onto writer: inout JSONWriter)
}

extension Rows {
  var bytesOfRow: Int { 384 }

  func tableLines(_ view: View) -> (Row, inout CSVWriter) -> Void {
    { [columns] row, writer in writer.line(row, columns, view) }
  }

  func tableWriting(from first: Int, _ view: View) -> (Int, inout CSVWriter) -> Int {
    oneByOne(rows(from: first), tableLines(view))
  }

  func coordinates(of row: Row) -> Coordinates {
    preconditionFailure("only figures are said as a cube")
  }

  func writing(from first: Int, _ view: View) -> (Int, inout JSONWriter) -> Int {
    var next = first
    return { most, writer in
      let places = next..<min(next + most, count)
      write(places, view, onto: &writer)
      next = places.upperBound
      return places.count
    }
  }

  func rows(from first: Int) -> () -> Row? {
    var next = first
    return {
      guard next < count else { return nil }
      next += 1
      return row(at: next - 1)
    }
  }
}

/// Rows whose fields are written one by one.
struct ListedRows<Row>: Rows {
  let rows: [Row]
  let fields: [Field<Row>]

  init(_ rows: [Row], _ fields: [Field<Row>]) {
    self.rows = rows
    self.fields = fields
  }

  var count: Int { rows.count }
  var columns: [Column<Row>] { fields.flatMap(\.columns) }

  func row(at place: Int) -> Row { rows[place] }

  func lines(_ view: View) -> (Row, inout JSONWriter) -> Void {
    { row, writer in writer.object(row, fields, view) }
  }

  func write(_ places: Range<Int>, _ view: View, onto writer: inout JSONWriter) {
    for place in places { writer.object(rows[place], fields, view) }
  }
}

/// Some rows of a table, all of which were written beforehand.
struct TableRows<Row: Sendable>: Rows {
  let places: [Int]
  let table: Table<Row>
  let pieces: JSONPieces
  let fields: [Field<Row>]

  init(_ places: [Int], of table: Table<Row>, _ pieces: JSONPieces, _ fields: [Field<Row>]) {
    self.places = places
    self.table = table
    self.pieces = pieces
    self.fields = fields
  }

  var count: Int { places.count }
  var columns: [Column<Row>] { fields.flatMap(\.columns) }

  /// Some are longer than most.
  var bytesOfRow: Int { 5 * pieces.byteCount / (4 * max(pieces.count, 1)) + 64 }

  func row(at place: Int) -> Row { table.rows[places[place]] }

  func lines(_ view: View) -> (Row, inout JSONWriter) -> Void {
    { row, writer in writer.object(row, fields, view) }
  }

  func write(_ places: Range<Int>, _ view: View, onto writer: inout JSONWriter) {
    for place in places { writer.piece(pieces, self.places[place]) }
  }
}

/// Makes what writes the next rows one by one, so many at most, and says how many it wrote; 0 at
/// the end.
func oneByOne<Row, Writer>(
  _ next: @escaping () -> Row?, _ write: @escaping (Row, inout Writer) -> Void
) -> (Int, inout Writer) -> Int {
  { most, writer in
    var count = 0
    while count < most, let row = next() {
      write(row, &writer)
      count += 1
    }
    return count
  }
}
