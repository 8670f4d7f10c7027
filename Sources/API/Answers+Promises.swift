import Formats
import Statistics

extension Asking {
  mutating func commitmentSets() throws(Problem) -> Answer {
    let indicators = ids(.indicator, of: snapshot.indicators, see: "/v1/indicators")
    let sources = ids(.source, of: snapshot.sources, see: "/v1/sources")
    let meetings = ids(.meeting, of: snapshot.meetings, see: "/v1/meetings")
    let rows = snapshot.commitments.rows.filter { set in
      matches(meetings, [set.meeting])
        && matches(indicators, set.items.flatMap { $0.measuredBy.map(\.indicator) })
        && matches(sources, set.items.flatMap { $0.wordings.map(\.source) })
    }
    return try collection(rows, Field<CommitmentSet>.all, View(snapshot, on: today))
  }

  mutating func commitmentSet() throws(Problem) -> Answer {
    try thing(
      try setOfPath(), Field<CommitmentSet>.all, View(snapshot, on: today))
  }

  mutating func commitment() throws(Problem) -> Answer {
    let set = try setOfPath()
    guard let item = set.items.first(where: { $0.id == values[1] }) else {
      throw missing("/v1/commitments/\(set.id)", set.items.map(\.id))
    }
    return try thing(
      CommitmentRow(item, of: set), Field<CommitmentRow>.all, View(snapshot, on: today),
      links: [("set", "/v1/commitments/\(set.id)")])
  }

  private func setOfPath() throws(Problem) -> CommitmentSet {
    guard let set = snapshot.commitments[values[0]] else {
      let near = Nearest.some(to: values[0], among: snapshot.commitments.ids)
      throw .notFound(
        Name(
          vi: "“\(echoed(values[0]))” không có trong /v1/commitments\(ending(near).vi)",
          en: "\"\(echoed(values[0]))\" is not in /v1/commitments\(ending(near).en)"),
        suggestions: near.map { "/v1/commitments/\($0)" })
    }
    return set
  }

  mutating func targets() throws(Problem) -> Answer {
    let indicators = ids(.indicator, of: snapshot.indicators, see: "/v1/indicators")
    let areas = areas(.area)
    let pillars = ids(.pillar, of: snapshot.pillars, see: "/v1/pillars")
    let sources = ids(.source, of: snapshot.sources, see: "/v1/sources")
    let meetings = ids(.meeting, of: snapshot.meetings, see: "/v1/meetings")
    let due = daySpan(.due)
    let rows = snapshot.targets.rows.filter { target in
      matches(indicators, target.indicators) && matches(pillars, [target.pillar])
        && matches(sources, [target.source, target.act]) && matches(meetings, [target.meeting])
        && isDue(target.due, due)
        && (areas.map { $0.contains(snapshot.areas.place(target.area) ?? -1) } ?? true)
    }
    return try collection(rows, Field<Target>.all, View(snapshot, on: today))
  }

  mutating func target() throws(Problem) -> Answer {
    guard let target = snapshot.targets[values[0]] else {
      throw missing("/v1/targets", snapshot.targets.ids)
    }
    return try thing(target, Field<Target>.all, View(snapshot, on: today))
  }

  mutating func tasks() throws(Problem) -> Answer {
    let sources = ids(.source, of: snapshot.sources, see: "/v1/sources")
    let agencies = agenciesWithPredecessors()
    let meetings = ids(.meeting, of: snapshot.meetings, see: "/v1/meetings")
    let platforms = ids(.platform, of: snapshot.platforms, see: "/v1/platforms")
    let due = daySpan(.due)
    let unsaid = codes(.unsaid, Question.self)
    let rows = snapshot.tasks.rows.filter { task in
      let who = task.questions.who
      return matches(sources, [task.source]) && matches(meetings, [task.meeting])
        && matches(platforms, task.platforms) && isDue(task.due, due)
        && matches(agencies, ((who?.lead ?? []) + (who?.with ?? [])).map(\.agency))
        && (unsaid.map { $0.contains { !task.questions.isClear($0) } } ?? true)
    }
    return try collection(rows, Field<Assignment>.all, View(snapshot, on: today))
  }

  mutating func task() throws(Problem) -> Answer {
    guard let task = snapshot.tasks[values[0]] else {
      throw missing("/v1/tasks", snapshot.tasks.ids)
    }
    return try thing(task, Field<Assignment>.all, View(snapshot, on: today))
  }

  /// Whether one of a row's ids is asked for; nothing asked takes every row.
  func matches(_ asked: [String]?, _ ids: [String?]) -> Bool {
    asked.map { asked in ids.contains { id in id.map(asked.contains) ?? false } } ?? true
  }

  private func isDue(_ day: Day?, _ span: TimeSpan?) -> Bool {
    guard let span else { return true }
    return day.map { span.contains(from: $0, to: $0) } ?? false
  }

  /// The agencies of `agency=`, and those that they succeeded.
  mutating func agenciesWithPredecessors() -> [String]? {
    guard var wanted = ids(.agency, of: snapshot.agencies, see: "/v1/agencies") else {
      return nil
    }
    var next = 0
    while next < wanted.count {
      wanted += snapshot.agencies.rows.filter {
        $0.successors.contains(wanted[next]) && !wanted.contains($0.id)
      }.map(\.id)
      next += 1
    }
    return wanted
  }
}
