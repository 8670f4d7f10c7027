import JSON
import Statistics

/// An item together with the set that it belongs to.
package struct CommitmentRow: Sendable {
  package let set: CommitmentSet
  package let item: Commitment

  package init(_ item: Commitment, of set: CommitmentSet) {
    self.set = set
    self.item = item
  }
}

extension Field where Row == CommitmentSet {
  package static let all: [Field] = [
    Field("id", says: .text()) { set, _ in .text(set.id) },
    Field("name", as: .name, says: .name) { set, _ in .name(set.name) },
    Field("meeting") { set, _ in .text(set.meeting) },
    Field("announcedOn") { set, _ in .day(set.announcedOn) },
    Field("announcedBy") { set, _ in .text(set.announcedBy) },
    Field("declaredCount") { set, _ in .integer(set.declaredCount) },
    Field("itemCount") { set, _ in .integer(set.items.count) },
    Field("groups", as: .leftOut, says: .groups) { set, _ in
      .list(count: set.groups.count) { index, writer in
        let group = set.groups[index]
        writer.beginObject()
        writer.member("id", group.id)
        writer.member("name", group.name)
        writer.key("items")
        writer.strings(set.items.filter { $0.group == group.id }.map(\.id))
        writer.endObject()
      }
    },
    Field("items", as: .leftOut, says: .commitments) { set, view in
      .list(count: set.items.count) { index, writer in
        writer.object(
          CommitmentRow(set.items[index], of: set), Field<CommitmentRow>.all, view)
      }
    },
    Field("notes", always: false, as: .leftOut) { set, _ in .names(set.notes) },
  ]
}

extension Field where Row == CommitmentRow {
  package static let all: [Field] = [
    Field("id", says: .text()) { row, _ in .text("\(row.set.id)/\(row.item.id)") },
    Field("set", says: .text()) { row, _ in .text(row.set.id) },
    Field("group", says: .orNull(.text())) { row, _ in .text(row.item.group) },
    Field("number", says: .integer()) { row, _ in .integer(row.item.number) },
    Field("text", as: .name, says: .name) { row, _ in .name(row.item.text) },
    Field("wordings", as: .leftOut, says: .wordings) { row, _ in
      .list(count: row.item.wordings.count) { index, writer in
        row.item.wordings[index].write(onto: &writer)
      }
    },
    Field("measuredBy", as: .leftOut, says: .measuredBy) { row, _ in
      .list(count: row.item.measuredBy.count) { index, writer in
        writer.beginObject()
        writer.member("indicator", row.item.measuredBy[index].indicator)
        writer.member("why", row.item.measuredBy[index].why)
        writer.endObject()
      }
    },
    Field("targets", says: .list(of: .text())) { row, _ in .texts(row.item.targets) },
    Field("tasks", says: .list(of: .text())) { row, _ in .texts(row.item.tasks) },
    Field("unmeasured", says: .flag) { row, _ in .flag(row.item.isUnmeasured) },
    Field("unmeasuredNote", always: false, as: .name, says: .name) { row, _ in
      .name(row.item.unmeasuredNote)
    },
    Field(
      "progress",
      as: .members([
        "indicatorsWithData", "targets.met", "targets.missed", "targets.onTrack", "targets.behind",
        "targets.noData",
      ]), says: .commitmentProgress
    ) { row, view in .progress(of: row.item, view) },
  ]
}

extension Wording {
  fileprivate func write(onto writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("vi", vi)
    writer.member("source", source)
    writer.member("locator", locator)
    writer.key("official")
    writer.bool(isOfficial)
    if let note { writer.member("note", note) }
    writer.endObject()
  }
}
