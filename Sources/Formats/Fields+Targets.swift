import JSON
import Statistics

extension Field where Row == Target {
  package static let all: [Field] = [
    Field("id", says: .text()) { target, _ in .text(target.id) },
    Field("name", as: .name, says: .name) { target, _ in .name(target.name) },
    Field("act") { target, _ in .text(target.act) },
    Field("meeting") { target, _ in .text(target.meeting) },
    Field("pillar") { target, _ in .text(target.pillar) },
    Field("setOn") { target, _ in .day(target.setOn) },
    Field("source") { target, _ in .text(target.source) },
    Field("locator") { target, _ in .text(target.locator) },
    Field("excerpt") { target, _ in .text(target.excerpt) },
    Field("measure", says: .codes(of: TargetMeasure.self)) { target, _ in
      .text(target.measure.rawValue)
    },
    Field("comparator", says: .codes(of: Comparator.self)) { target, _ in
      .text(target.comparator.rawValue)
    },
    Field("tolerance", always: false) { target, _ in .number(target.tolerance) },
    Field("value") { target, _ in .number(target.value) },
    Field("low") { target, _ in .number(target.low) },
    Field("unit") { target, _ in .text(target.unit) },
    Field("unitMultiplier") { target, _ in .integer(target.unitMultiplier) },
    Field("area") { target, _ in .text(target.area) },
    Field("due") { target, _ in .day(target.due) },
    Field("dueAs", as: .members(["text", "period", "bound"]), says: .due) { target, _ in
      .due(target.dueAs)
    },
    Field("status", says: .codes(of: TargetStatus.self)) { target, view in
      .text(view.status(of: target).status.rawValue)
    },
    Field("reason", always: false, says: .codes(of: NoDataReason.self)) { target, view in
      .text(view.status(of: target).reason?.rawValue)
    },
    Field("progress", as: .leftOut, says: .targetProgress) { target, view in
      .progress(of: target, view)
    },
    Field("indicators") { target, _ in .texts(target.indicators) },
    Field("related", as: .leftOut, says: .related) { target, _ in
      .list(count: target.related.count) { index, writer in
        writer.beginObject()
        writer.member("indicator", target.related[index].indicator)
        writer.member("reason", target.related[index].reason)
        writer.endObject()
      }
    },
    Field("commitments") { target, view in
      .texts((view.snapshot.links.commitmentsOfTarget[target.id] ?? []).filter(view.knowsItem))
    },
    Field("supersedes") { target, _ in .texts(target.supersedes) },
    Field("supersededBy") { target, view in
      .texts((view.snapshot.links.successorsOfTarget[target.id] ?? []).filter(view.knowsTarget))
    },
    Field("notes", always: false, as: .leftOut) { target, _ in .names(target.notes) },
  ]
}

extension View {
  /// Whether an item, as `set/item`, was known on the view's day.
  fileprivate func knowsItem(_ id: String) -> Bool {
    let set = snapshot.commitments[String(id.prefix { $0 != "/" })]
    return set.flatMap(snapshot.knownFrom).map { $0 <= asOf } ?? false
  }

  fileprivate func knowsTarget(_ id: String) -> Bool {
    snapshot.targets[id].flatMap(snapshot.knownFrom).map { $0 <= asOf } ?? false
  }
}

extension FieldValue {
  /// A due date as it was said.
  fileprivate static func due(_ due: Due?) -> FieldValue {
    guard let due else { return .nested(nil) }
    return .nested { writer in
      writer.beginObject()
      writer.member("text", due.text)
      writer.member("period", due.period?.description)
      writer.member("bound", due.bound?.rawValue)
      writer.endObject()
    }
  }
}

extension Field where Row == Assignment {
  package static let all: [Field] = [
    Field("id", says: .text()) { task, _ in .text(task.id) },
    Field("name", as: .name, says: .name) { task, _ in .name(task.name) },
    Field("meeting") { task, _ in .text(task.meeting) },
    Field("assignedOn") { task, _ in .day(task.assignedOn) },
    Field("assignedBy") { task, _ in .text(task.assignedBy) },
    Field("source") { task, _ in .text(task.source) },
    Field("locator") { task, _ in .text(task.locator) },
    Field("excerpt") { task, _ in .text(task.excerpt) },
    Field("due") { task, _ in .day(task.due) },
    Field("dueAs", as: .members(["text", "period", "bound"]), says: .due) { task, _ in
      .due(task.dueAs)
    },
    Field(
      "questions",
      as: .members([
        "goal.vi", "goal.en", "what.vi", "what.en", "when.text", "accountable.vi", "accountable.en",
        "product.vi", "product.en", "result.outcome", "result.text.vi", "result.text.en",
        "result.date",
        "result.source", "result.excerpt",
      ]), says: .questions
    ) { task, _ in
      .nested { writer in task.questions.write(onto: &writer) }
    },
    Field("clear", says: .list(of: .codes(of: Question.self))) { task, _ in
      .texts(task.questions.names(clear: true))
    },
    Field("unsaid", says: .list(of: .codes(of: Question.self))) { task, _ in
      .texts(task.questions.names(clear: false))
    },
    Field("status", says: .codes(of: TaskStatus.self)) { task, view in
      .text(view.snapshot.status(of: task, asOf: view.asOf).rawValue)
    },
    Field("statusReason", as: .name) { task, view in
      .name(view.snapshot.statusReason(of: task, asOf: view.asOf))
    },
    Field("platforms") { task, _ in .texts(task.platforms) },
    Field("indicators") { task, _ in .texts(task.indicators) },
    Field("targets") { task, _ in .texts(task.targets) },
    Field("notes", always: false, as: .leftOut) { task, _ in .names(task.notes) },
  ]
}

extension Answers {
  fileprivate func names(clear: Bool) -> [String] {
    Question.allCases.filter { isClear($0) == clear }.map(\.rawValue)
  }

  fileprivate func write(onto writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("goal", goal)
    writer.key("who")
    if let who { who.write(onto: &writer) } else { writer.null() }
    writer.member("what", what)
    writer.key("when")
    if let when {
      writer.beginObject()
      writer.member("text", when)
      writer.endObject()
    } else {
      writer.null()
    }
    writer.member("accountable", accountable)
    writer.member("product", product)
    writer.key("result")
    if let result { result.write(onto: &writer) } else { writer.null() }
    writer.endObject()
  }
}

extension Responsible {
  fileprivate func write(onto writer: inout JSONWriter) {
    writer.beginObject()
    for (key, agencies) in [("lead", lead), ("with", with)] {
      writer.key(key)
      writer.beginArray()
      for agency in agencies { agency.write(onto: &writer) }
      writer.endArray()
    }
    writer.endObject()
  }
}

extension TaskResult {
  fileprivate func write(onto writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("outcome", outcome.rawValue)
    writer.member("text", text)
    writer.member("date", date?.description)
    writer.member("source", source)
    writer.member("excerpt", excerpt)
    writer.endObject()
  }
}
