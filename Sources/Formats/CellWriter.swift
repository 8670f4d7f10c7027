import JSON
import Statistics

/// Writes cells one after another with all their fields. Neighbours mostly say the same before the
/// period and after the value: what the cell before said there is copied.
package struct CellWriter {
  private let view: View
  private let template: Template<Cell>
  /// The step of the period.
  private let period: Int
  private let valueKey: JSONKey
  private let isRepeating: Bool
  private var head = Memory()
  private var tail = Memory()

  /// What was written last for a part of the row, and what it followed from.
  private struct Memory {
    var basis = -1
    var bytes: [UInt8] = []
  }

  private static let all = Template(Field<Cell>.all)
  private static let withVintages = Template(Field<Cell>.withVintages)

  /// - Parameter vintages: whether each cell tells its place among the vintages, too.
  package init(_ view: View, vintages: Bool = false) {
    self.view = view
    template = vintages ? CellWriter.withVintages : CellWriter.all
    period = template.step(of: "period")
    valueKey = template.key(ofStep: period + 1)
    isRepeating = !vintages
  }

  /// Writes the cells of some rows of the table, each of which is all there is of its cell.
  package mutating func write(alone rows: Range<Int>, onto writer: inout JSONWriter) {
    let table = view.snapshot.observations
    for row in rows {
      let number = table.periodIndex[row]
      guard isRepeating, let phrases = view.phrases, let value = table.value(row),
        number != ObservationTable.noPeriod, table.missing(row) == nil, !table.isAnnotated(row),
        case .exact = table.qualifier(row), case .normal = table.status(row),
        head.basis == CellWriter.basis(Int(table.indicator[row]), Int(table.area[row]))
      else {
        write(Atlas(view.snapshot, on: nil, asOf: view.asOf).published(row), onto: &writer)
        continue
      }
      writer.repeating(head.bytes)
      writer.key(phrases.middles, Int(number))
      writer.number(value)
      writer.piece(phrases.tails, table.provenanceNumber(row))
    }
  }

  /// What a plain cell says between its series and its value, for each period.
  static func middles(_ view: View) -> JSONPieces {
    let writer = CellWriter(view)
    return JSONPieces(view.snapshot.observations.periods) { period, json in
      let cell = Cell(
        indicator: 0, place: .area(0), period: period, value: nil, missing: nil, origin: .nothing)
      writer.template.write(writer.period..<(writer.period + 1), of: cell, view, onto: &json)
      json.key(writer.valueKey)
    }
  }

  /// What a plain cell says after its value, and its end, for each provenance: of a value that is
  /// exact, normal, published by one document and without an annotation.
  static func tails(_ view: View) -> JSONPieces {
    let writer = CellWriter(view)
    let provenances = view.snapshot.observations.provenances
    return JSONPieces(provenances.indices) { number, json in
      let statement = Statement(
        row: 0, periodNumber: ObservationTable.noPeriod, provenanceNumber: UInt16(number),
        source: provenances[number].source, qualifier: .exact, status: .normal,
        isAnnotated: false, isAlone: true)
      let cell = Cell(
        indicator: 0, place: .area(0), period: nil, value: nil, missing: nil,
        origin: .published(statement))
      writer.template.write(writer.tailSteps, of: cell, view, onto: &json)
      json.endObject()
    }
  }

  /// The steps after the value, which follows the period.
  private var tailSteps: Range<Int> { (period + 2)..<template.whole.upperBound }

  /// What is said before the period follows from this.
  private static func basis(_ indicator: Int, _ area: Int) -> Int { indicator << 32 | area }

  /// Writes a cell as an object of all its fields.
  package mutating func write(_ cell: Cell, onto writer: inout JSONWriter) {
    guard isRepeating, case .area(let area) = cell.place, let statement = cell.statement else {
      writer.beginObject()
      writeMembers(of: cell, onto: &writer)
      writer.endObject()
      return
    }
    let place = CellWriter.basis(cell.indicator, area)
    if head.basis == place {
      writer.repeating(head.bytes)
    } else {
      let mark = writer.mark
      writer.beginObject()
      template.write(0..<period, of: cell, view, onto: &writer)
      writer.copy(since: mark, to: &head.bytes)
      head.basis = place
    }
    if cell.period == nil
      || view.phrases?.write(.period, Int(statement.periodNumber), onto: &writer) != true
    {
      template.write(period..<(period + 1), of: cell, view, onto: &writer)
    }
    writer.key(valueKey)
    writer.number(cell.value)
    if statement.isAnnotated || !statement.isAlone || cell.missing != nil || cell.hasChange {
      template.write(tailSteps, of: cell, view, onto: &writer)
      writer.endObject()
      return
    }
    let said =
      Int(statement.provenanceNumber) << 8 | statement.qualifier.number << 4
      | statement.status.number
    if tail.basis == said {
      writer.repeating(tail.bytes)
    } else {
      let mark = writer.mark
      template.write(tailSteps, of: cell, view, onto: &writer)
      writer.endObject()
      writer.copy(since: mark, to: &tail.bytes)
      tail.basis = said
    }
  }

  /// Writes the members of a cell's object.
  package func writeMembers(of cell: Cell, onto writer: inout JSONWriter) {
    template.write(template.whole, of: cell, view, onto: &writer)
  }
}

extension PageRow {
  /// Writes the row as an object of all its fields.
  package func write(_ view: View, onto writer: inout JSONWriter) {
    let cells = CellWriter(view)
    writer.beginObject()
    cells.writeMembers(of: cell, onto: &writer)
    writer.members(self, Field<PageRow>.own, view)
    writer.endObject()
  }
}
