import JSON
import Statistics

/// Writes cells one after another with all their fields. Neighbours mostly say the same before the
/// period and after the value: what the cell before said there is copied.
package struct CellWriter {
  private let view: View
  private let template: Template<Cell>
  private let period: Int
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
    isRepeating = !vintages
  }

  package mutating func write(_ cell: Cell, onto writer: inout JSONWriter) {
    writer.beginObject()
    writeMembers(of: cell, onto: &writer)
    writer.endObject()
  }

  mutating func writeMembers(of cell: Cell, onto writer: inout JSONWriter) {
    let template = template
    // The value follows the period.
    let (first, last) = (period, period + 2)
    guard isRepeating, case .area(let area) = cell.place, let statement = cell.statement else {
      template.write(template.whole, of: cell, view, onto: &writer)
      return
    }
    CellWriter.write(&head, cell.indicator << 32 | area, onto: &writer) { [view] in
      template.write(0..<first, of: cell, view, onto: &$0)
    }
    template.write(first..<last, of: cell, view, onto: &writer)
    let rest = last..<template.whole.upperBound
    if statement.isAnnotated || !statement.isAlone || cell.missing != nil || cell.hasChange {
      template.write(rest, of: cell, view, onto: &writer)
      return
    }
    let said =
      Int(statement.provenanceNumber) << 8 | statement.qualifier.number << 4
      | statement.status.number
    CellWriter.write(&tail, said, onto: &writer) { [view] in
      template.write(rest, of: cell, view, onto: &$0)
    }
  }

  private static func write(
    _ memory: inout Memory, _ basis: Int, onto writer: inout JSONWriter,
    _ write: (inout JSONWriter) -> Void
  ) {
    if memory.basis == basis {
      writer.repeating(memory.bytes)
      return
    }
    let mark = writer.mark
    write(&writer)
    writer.copy(since: mark, to: &memory.bytes)
    memory.basis = basis
  }
}

extension PageRow {
  /// Writes the row as an object of all its fields.
  package func write(_ view: View, onto writer: inout JSONWriter) {
    var cells = CellWriter(view)
    writer.beginObject()
    cells.writeMembers(of: cell, onto: &writer)
    writer.members(self, Field<PageRow>.own, view)
    writer.endObject()
  }
}
