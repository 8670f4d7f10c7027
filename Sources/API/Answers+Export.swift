import Formats
import JSON
import Statistics

/// Everything in one answer: `/v1/export.ndjson`.
extension Asking {
  private typealias Line = (inout JSONWriter) -> Void

  /// All tables one after another, a JSON object a line, each of which says its table first. Of
  /// areas and regions there are all that ever were, of observations all vintages; ranks that
  /// documents published beside them are a table of their own.
  mutating func export() throws(Problem) -> Answer {
    let asOf = asOfObservations()
    try settled()
    let selection = CellCursor(Selection(), .vintages, in: Atlas(snapshot, on: nil, asOf: asOf))
    var answer = Answer(content: .whole([]), era: today.description)
    answer.total =
      snapshot.areas.count + snapshot.regions.count + snapshot.pillars.count
      + snapshot.indicators.count + selection.count() + knownSets(asOf: today).count
      + knownTargets(asOf: today).count + knownTasks(asOf: today).count + snapshot.agencies.count
      + snapshot.platforms.count + snapshot.meetings.count + snapshot.sources.count
      + knownRanks(asOf: asOf).count
    answer.content = .pieces { [self] in
      var tables = tables(asOf: asOf)[...]
      return RowPieces.lines { _, writer in
        while let table = tables.first {
          if let line = table() {
            line(&writer)
            return 1
          }
          tables.removeFirst()
        }
        return 0
      }
    }
    return answer
  }

  /// Each gives its lines one after another; nil at the end.
  private func tables(asOf: Day) -> [() -> Line?] {
    let view = view()
    return [
      areas(view), lines("regions", snapshot.regions.rows, Field.all, view),
      lines("pillars", snapshot.pillars.rows, Field.all, view),
      lines("indicators", snapshot.indicators.rows, Field.all, view), observations(asOf: asOf),
      lines("commitments", knownSets(asOf: today), Field.all, view),
      lines("targets", knownTargets(asOf: today), Field.all, view),
      lines("tasks", knownTasks(asOf: today), Field.all, view),
      lines("agencies", snapshot.agencies.rows, Field.all, view),
      lines("platforms", snapshot.platforms.rows, Field.all, view),
      lines("meetings", snapshot.meetings.rows, Field.all, view),
      lines("sources", snapshot.sources.rows, Field.all, view),
      lines("publishedRanks", knownRanks(asOf: asOf), Field.all, view),
    ]
  }

  /// The ranks that documents known on a day published.
  private func knownRanks(asOf: Day) -> [PublishedRank] {
    snapshot.publishedRanks.filter { rank in
      snapshot.sources[rank.source]?.knownFrom.map { $0 <= asOf } ?? false
    }
  }

  private func lines<Row>(
    _ table: String, _ rows: [Row], _ fields: [Field<Row>], _ view: View
  ) -> () -> Line? {
    var rows = rows[...]
    return {
      rows.popFirst().map { row in
        { writer in writer.line(of: table) { $0.members(row, fields, view) } }
      }
    }
  }

  /// Countries and provincial units.
  private func areas(_ view: View) -> () -> Line? {
    var areas = snapshot.areas.rows[...]
    return { [snapshot] in
      areas.popFirst().map { area in
        { writer in
          writer.line(of: "areas") { writer in
            switch area.kind {
            case .country(let place):
              writer.members(snapshot.countries.rows[place], Field.all, view)
            case .province(let place):
              writer.members(snapshot.provinces.rows[place], Field.all, view)
            }
          }
        }
      }
    }
  }

  private func observations(asOf: Day) -> () -> Line? {
    var cursor = CellCursor(Selection(), .vintages, in: Atlas(snapshot, on: nil, asOf: asOf))
    let cells = CellWriter(view(asOf: asOf), vintages: true)
    return {
      cursor.next().map { cell in
        { writer in
          writer.line(of: "observations") { cells.writeMembers(of: cell, onto: &$0) }
        }
      }
    }
  }
}

extension JSONWriter {
  fileprivate mutating func line(of table: String, _ writeMembers: (inout JSONWriter) -> Void) {
    beginObject()
    member("table", table)
    writeMembers(&self)
    endObject()
  }
}
