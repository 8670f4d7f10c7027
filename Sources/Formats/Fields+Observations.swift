import JSON
import Statistics

/// A row of the observation table.
package struct ObservationRow: Sendable {
  package let number: Int

  package init(_ number: Int) {
    self.number = number
  }
}

extension Field where Row == ObservationRow {
  package static let all: [Field] = [
    Field("indicator") { row, view in
      .text(view.snapshot.indicators.ids[Int(view.table.indicator[row.number])])
    },
    Field("area") { row, view in .text(view.snapshot.areas.ids[view.area(row)]) },
    Field("areaCode") { row, view in .text(view.snapshot.code(ofArea: view.area(row))) },
    Field("areaName") { row, view in
      .name(view.snapshot.name(ofArea: view.area(row), on: view.day))
    },
    Field("period") { row, view in .period(view.table.period(row.number)) },
    Field("value") { row, view in .number(view.table.value(row.number)) },
    Field("low", always: false) { row, view in .number(view.annotation(row).low) },
    Field("high", always: false) { row, view in .number(view.annotation(row).high) },
    Field("outOf", always: false) { row, view in .number(view.annotation(row).outOf) },
    Field("qualifier") { row, view in
      .text(
        view.table.missing(row.number) == nil
          ? view.table.qualifier(row.number).rawValue : nil)
    },
    Field("status") { row, view in .text(view.table.status(row.number).rawValue) },
    Field("otherStatus", always: false) { row, view in
      .texts(view.annotation(row).otherStatus.map(\.rawValue))
    },
    Field("published") { row, view in .date(view.table.provenance(row.number).published) },
    Field("source") { row, view in
      .text(view.snapshot.sources.ids[Int(view.table.provenance(row.number).source)])
    },
    Field("locator") { row, view in .text(view.annotation(row).locator) },
    Field("excerpt") { row, view in .text(view.annotation(row).excerpt) },
    Field("missing", always: false) { row, view in
      .text(view.table.missing(row.number)?.rawValue)
    },
    Field("confirmedBy", always: false) { row, view in
      .texts(view.annotation(row).confirmedBy.map { view.snapshot.sources.ids[Int($0)] })
    },
    Field("conflict", always: false) { row, view in
      let conflict = view.annotation(row).conflict
      return .list(count: conflict.count) { index, writer in
        writer.beginObject()
        writer.key("value")
        FieldValue.number(conflict[index].value).write(onto: &writer)
        writer.member("source", view.snapshot.sources.ids[Int(conflict[index].source)])
        writer.endObject()
      }
    },
    Field("note", always: false) { row, view in .name(view.annotation(row).note) },
    Field("periodText", always: false) { row, view in .name(view.annotation(row).periodText) },
    Field("statedChange", always: false) { row, view in
      guard let change = view.annotation(row).statedChange else { return .nested(nil) }
      return .nested { writer in change.write(onto: &writer) }
    },
  ]
}

extension View {
  fileprivate var table: ObservationTable { snapshot.observations }
  fileprivate func area(_ row: ObservationRow) -> Int { Int(table.area[row.number]) }
  fileprivate func annotation(_ row: ObservationRow) -> Annotation {
    table.annotation(row.number)
  }
}

extension StatedChange {
  fileprivate func write(onto writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("kind", kind.rawValue)
    for (key, figure) in [("value", value), ("low", low), ("high", high)] {
      guard let figure else { continue }
      writer.key(key)
      writer.number(figure)
    }
    writer.member("qualifier", qualifier.rawValue)
    if let since { writer.member("since", since.description) }
    writer.endObject()
  }
}
