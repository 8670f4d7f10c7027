import Formats
import JSON
import Statistics

/// Cells at hand; with `vintages` they tell their place among them, with `changes` their change.
struct CellRows: Rows {
  let cells: [Cell]
  let vintages: Bool
  let changes: Bool

  var bytesOfRow: Int { 288 }
  var columns: [Column<Cell>] { Column<Cell>.all(vintages: vintages, changes: changes) }
  var count: Int { cells.count }

  func row(at place: Int) -> Cell { cells[place] }

  func coordinates(of cell: Cell) -> Coordinates { Coordinates(cell) }

  func lines(_ view: View) -> (Cell, inout JSONWriter) -> Void {
    var cells = CellWriter(view, vintages: vintages)
    return { cell, writer in cells.write(cell, onto: &writer) }
  }

  func tableLines(_ view: View) -> (Cell, inout CSVWriter) -> Void {
    var table = CellTable(view, columns, vintages: vintages, changes: changes)
    return { cell, writer in table.write(cell, onto: &writer) }
  }

  func writing(from first: Int, _ view: View) -> (Int, inout JSONWriter) -> Int {
    oneByOne(rows(from: first), lines(view))
  }

  func write(_ places: Range<Int>, _ view: View, onto writer: inout JSONWriter) {
    var writing = CellWriter(view, vintages: vintages)
    for place in places { writing.write(cells[place], onto: &writer) }
  }
}

/// Cells that are selected as they are asked for, in their order only.
struct SelectedRows: Rows {
  let cursor: CellCursor
  let count: Int
  let vintages: Bool
  let changes: Bool

  init(_ cursor: CellCursor, vintages: Bool, changes: Bool) {
    self.cursor = cursor
    self.vintages = vintages
    self.changes = changes
    count = cursor.count()
  }

  var bytesOfRow: Int { 288 }
  var columns: [Column<Cell>] { Column<Cell>.all(vintages: vintages, changes: changes) }

  func row(at place: Int) -> Cell {
    guard let cell = rows(from: place)() else { preconditionFailure("there are \(count) cells") }
    return cell
  }

  func coordinates(of cell: Cell) -> Coordinates { Coordinates(cell) }

  func rows(from first: Int) -> () -> Cell? {
    var cursor = cursor
    cursor.skip(first)
    return { cursor.next() }
  }

  func lines(_ view: View) -> (Cell, inout JSONWriter) -> Void {
    var cells = CellWriter(view, vintages: vintages)
    return { cell, writer in cells.write(cell, onto: &writer) }
  }

  func tableLines(_ view: View) -> (Cell, inout CSVWriter) -> Void {
    var table = CellTable(view, columns, vintages: vintages, changes: changes)
    return { cell, writer in table.write(cell, onto: &writer) }
  }

  func writing(from first: Int, _ view: View) -> (Int, inout JSONWriter) -> Int {
    var cells = CellWriter(view, vintages: vintages)
    return writing(
      from: first, { rows, writer in cells.write(alone: rows, onto: &writer) },
      { cell, writer in cells.write(cell, onto: &writer) })
  }

  func tableWriting(from first: Int, _ view: View) -> (Int, inout CSVWriter) -> Int {
    var table = CellTable(view, columns, vintages: vintages, changes: changes)
    return writing(
      from: first, { rows, writer in table.write(alone: rows, onto: &writer) },
      { cell, writer in table.write(cell, onto: &writer) })
  }

  /// - Parameters:
  ///   - writeAlone: writes the cells of rows of the table that are all there is of their cells.
  ///   - write: writes one of the others.
  private func writing<Writer>(
    from first: Int, _ writeAlone: @escaping (Range<Int>, inout Writer) -> Void,
    _ write: @escaping (Cell, inout Writer) -> Void
  ) -> (Int, inout Writer) -> Int {
    var cursor = cursor
    cursor.skip(first)
    return { most, writer in
      var left = most
      while left > 0 {
        let rows = cursor.nextAlone(atMost: left)
        left -= rows.count
        if !rows.isEmpty {
          writeAlone(rows, &writer)
        } else if let cell = cursor.next() {
          write(cell, &writer)
          left -= 1
        } else {
          break
        }
      }
      return most - left
    }
  }

  func write(_ places: Range<Int>, _ view: View, onto writer: inout JSONWriter) {
    _ = writing(from: places.lowerBound, view)(places.count, &writer)
  }
}

/// The rows of a ranking, all or those of some areas.
struct RankingRows: Rows {
  private let written: WrittenRanking
  /// Among its rows; nil: all.
  private let places: [Int]?

  init(_ written: WrittenRanking, of areas: Set<Int>?) {
    self.written = written
    let rows = written.ranking.rows
    places = areas.map { areas in rows.indices.filter { areas.contains(rows[$0].area) } }
  }

  var count: Int { places?.count ?? written.ranking.rows.count }
  var columns: [Column<Ranking.Row>] { Field<Ranking.Row>.all.flatMap(\.columns) }

  func row(at place: Int) -> Ranking.Row { written.ranking.rows[places?[place] ?? place] }

  func coordinates(of row: Ranking.Row) -> Coordinates {
    Coordinates(
      indicator: written.ranking.indicator, place: .area(row.area), period: written.ranking.period)
  }

  func lines(_ view: View) -> (Ranking.Row, inout JSONWriter) -> Void {
    { row, writer in row.write(view, onto: &writer) }
  }

  func write(_ places: Range<Int>, _ view: View, onto writer: inout JSONWriter) {
    guard let rows = written.rows else {
      for place in places { row(at: place).write(view, onto: &writer) }
      return
    }
    guard let some = self.places else { return writer.pieces(rows, places) }
    for place in some[places] { writer.piece(rows, place) }
  }
}

/// The rows of a province's page at hand.
struct PageRows: Rows {
  let rows: [PageRow]
  let changes: Bool

  var columns: [Column<PageRow>] { Field<PageRow>.columns(changes: changes).flatMap(\.columns) }

  var count: Int { rows.count }

  func row(at place: Int) -> PageRow { rows[place] }

  func coordinates(of row: PageRow) -> Coordinates { Coordinates(row.cell) }

  func lines(_ view: View) -> (PageRow, inout JSONWriter) -> Void {
    { row, writer in row.write(view, onto: &writer) }
  }

  func write(_ places: Range<Int>, _ view: View, onto writer: inout JSONWriter) {
    for place in places { rows[place].write(view, onto: &writer) }
  }
}

/// All rows of a province's page that was made beforehand.
struct PreparedPageRows: Rows {
  let page: PreparedPage

  var columns: [Column<PageRow>] { Field<PageRow>.columns(changes: false).flatMap(\.columns) }

  var count: Int { page.count }

  func row(at place: Int) -> PageRow { page.row(at: place) }

  func coordinates(of row: PageRow) -> Coordinates { Coordinates(row.cell) }

  func lines(_ view: View) -> (PageRow, inout JSONWriter) -> Void {
    { row, writer in row.write(view, onto: &writer) }
  }

  func write(_ places: Range<Int>, _ view: View, onto writer: inout JSONWriter) {
    if let written = page.written(on: view.day) {
      let first = written.first
      writer.pieces(written.pieces, (first + places.lowerBound)..<(first + places.upperBound))
    } else {
      for place in places { row(at: place).write(view, onto: &writer) }
    }
  }
}

extension Coordinates {
  fileprivate init(_ cell: Cell) {
    let isHeld = if case .nothing = cell.origin { false } else { true }
    self.init(
      indicator: cell.indicator, place: cell.place, period: cell.period, isHeld: isHeld)
  }
}
