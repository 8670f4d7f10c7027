import JSON
import Statistics

extension View {
  /// A target's status and, where it has none, the reason.
  package func status(of target: Target) -> (status: TargetStatus, reason: NoDataReason?) {
    guard let first = progress(of: target).first else {
      return (.noData, snapshot.reasonWithoutIndicator(target))
    }
    return (first.status, first.reason)
  }
}

extension FieldValue {
  static func progress(of target: Target, _ view: View) -> FieldValue {
    let progress = view.progress(of: target)
    return .list(count: progress.count) { index, writer in
      progress[index].write(onto: &writer, view)
    }
  }

  /// How far the indicators and targets of a commitment are: counts, for it has no number of its
  /// own.
  static func progress(of item: Commitment, _ view: View) -> FieldValue {
    let snapshot = view.snapshot
    let withData = item.measuredBy.count { measure in
      guard let index = snapshot.indicators.place(measure.indicator) else { return false }
      return snapshot.observations.rows(ofIndicator: index).contains { row in
        snapshot.observations.provenance(row).knownFrom <= view.asOf
          && snapshot.observations.missing(row) == nil
          && snapshot.observations.annotation(row).rejected == nil
      }
    }
    let known = item.targets.compactMap { snapshot.targets[$0] }.filter {
      snapshot.knownFrom($0).map { $0 <= view.asOf } ?? false
    }
    let statuses = known.map { view.status(of: $0).status }
    return .nested { writer in
      writer.beginObject()
      writer.key("indicatorsWithData")
      writer.integer(withData)
      writer.key("targets")
      writer.beginObject()
      for status in TargetStatus.allCases {
        writer.key(status.rawValue)
        writer.integer(statuses.count { $0 == status })
      }
      writer.endObject()
      writer.endObject()
    }
  }
}

extension Progress {
  fileprivate func write(onto writer: inout JSONWriter, _ view: View) {
    writer.beginObject()
    writer.member("indicator", view.snapshot.indicators.ids[indicator])
    writer.member("status", status.rawValue)
    if let reason { writer.member("reason", reason.rawValue) }
    for (key, cell) in [("observation", observation), ("baseline", baseline)] {
      guard let cell else { continue }
      writer.key(key)
      cell.writeShort(onto: &writer, view)
    }
    for (key, figure) in [
      ("gap", gap), ("expected", expected), ("requiredPerYear", requiredPerYear),
    ] where figure != nil {
      writer.member(key, figure)
    }
    if let formula { writer.member("formula", formula) }
    writer.endObject()
  }
}

extension Cell {
  /// An observation as it stands inside a target: what was used, and where it came from.
  fileprivate func writeShort(onto writer: inout JSONWriter, _ view: View) {
    writer.beginObject()
    writer.member("period", period?.description)
    writer.member("value", value)
    if let row {
      let table = view.snapshot.observations
      let annotation = table.annotation(row)
      if let low = annotation.low { writer.member("low", low) }
      if let high = annotation.high { writer.member("high", high) }
      if table.qualifier(row) != .exact {
        writer.member("qualifier", table.qualifier(row).rawValue)
      }
      writer.member("published", table.provenance(row).published?.description)
      writer.member("source", view.source(self))
    }
    writer.endObject()
  }
}
