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

  /// Writes a cell as an object of all its fields.
  package mutating func write(_ cell: Cell, onto writer: inout JSONWriter) {
    guard isRepeating, case .area(let area) = cell.place, let statement = cell.statement else {
      writer.beginObject()
      writeMembers(of: cell, onto: &writer)
      writer.endObject()
      return
    }
    let place = cell.indicator << 32 | area
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
    // The value follows the period.
    writer.key(valueKey)
    writer.number(cell.value)
    let rest = (period + 2)..<template.whole.upperBound
    if statement.isAnnotated || !statement.isAlone || cell.missing != nil || cell.hasChange {
      template.write(rest, of: cell, view, onto: &writer)
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
      template.write(rest, of: cell, view, onto: &writer)
      writer.endObject()
      writer.copy(since: mark, to: &tail.bytes)
      tail.basis = said
    }
  }

  func writeMembers(of cell: Cell, onto writer: inout JSONWriter) {
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
