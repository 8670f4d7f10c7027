import Formats
import Statistics

extension Asking {
  mutating func commitmentSets() throws(Problem) -> Answer {
    let indicators = ids(.indicator, of: snapshot.indicators, see: "/v1/indicators")
    let sources = ids(.source, of: snapshot.sources, see: "/v1/sources")
    let meetings = ids(.meeting, of: snapshot.meetings, see: "/v1/meetings")
    let found = found(.commitment)
    let asOf = asOf(default: today)
    let rows = knownSets(asOf: asOf).filter { set in
      matches(meetings, [set.meeting]) && isFound(set, found)
        && matches(indicators, set.items.flatMap { $0.measuredBy.map(\.indicator) })
        && matches(sources, set.items.flatMap { $0.wordings.map(\.source) })
    }
    return try collection(
      rows, Field<CommitmentSet>.all, judging(asOf: asOf), notes(asOf: asOf))
  }

  mutating func commitmentSet() throws(Problem) -> Answer {
    let asOf = asOf(default: today)
    let set = try setOfPath(asOf)
    return try thing(set, Field<CommitmentSet>.all, view(asOf: asOf), notes(asOf: asOf))
  }

  mutating func commitment() throws(Problem) -> Answer {
    let asOf = asOf(default: today)
    let set = try setOfPath(asOf)
    guard let item = set.items.first(where: { $0.id == values[1] }) else {
      throw missing("/v1/commitments/\(set.id)", set.items.map(\.id))
    }
    return try thing(
      CommitmentRow(item, of: set), Field<CommitmentRow>.all, view(asOf: asOf),
      notes(asOf: asOf), links: [("set", "/v1/commitments/\(set.id)")])
  }

  private func setOfPath(_ asOf: Day) throws(Problem) -> CommitmentSet {
    try settled()
    guard let set = snapshot.commitments[values[0]] else {
      throw missing("/v1/commitments", snapshot.commitments.ids, among: values[0])
    }
    guard let known = snapshot.known(set, on: asOf) else {
      throw unknown(values[0], asOf, from: snapshot.knownFrom(set))
    }
    return known
  }

  mutating func targets() throws(Problem) -> Answer {
    let (rows, view) = askedTargets()
    return try collection(rows, Field<Target>.all, view, notes(asOf: view.asOf))
  }

  /// The targets that match, as they were known on a day.
  mutating func askedTargets() -> (rows: [Target], view: View) {
    let indicators = ids(.indicator, of: snapshot.indicators, see: "/v1/indicators")
    let areas = areas(.area, on: mapChoice(default: namesNeedMap(.area) ? today : nil))
    let pillars = ids(.pillar, of: snapshot.pillars, see: "/v1/pillars")
    let sources = ids(.source, of: snapshot.sources, see: "/v1/sources")
    let meetings = ids(.meeting, of: snapshot.meetings, see: "/v1/meetings")
    let due = daySpan(.due)
    let statuses = codes(.status, TargetStatus.self)
    let updatedAfter = day(.updatedAfter)
    let found = found(.target)
    let asOf = asOf(default: today)
    let view = judging(asOf: asOf)
    let rows = knownTargets(asOf: asOf).filter { target in
      (found?.contains(target.id) ?? true)
        && matches(indicators, target.indicators) && matches(pillars, [target.pillar])
        && matches(sources, [target.source, target.act]) && matches(meetings, [target.meeting])
        && isDue(target.due, due)
        && (areas.map { $0.contains(snapshot.areas.place(target.area) ?? -1) } ?? true)
        && (statuses.map { $0.contains(view.status(of: target).status) } ?? true)
        && (updatedAfter.map { isUpdated(target, after: $0, view) } ?? true)
    }
    return (rows, view)
  }

  mutating func target() throws(Problem) -> Answer {
    let (target, asOf) = try targetOfPath()
    return try thing(target, Field<Target>.all, view(asOf: asOf), notes(asOf: asOf))
  }

  /// The target of the path, as it was known on a day.
  mutating func targetOfPath() throws(Problem) -> (target: Target, asOf: Day) {
    let asOf = asOf(default: today)
    try settled()
    guard let target = snapshot.targets[values[0]] else {
      throw missing("/v1/targets", snapshot.targets.ids)
    }
    guard isKnown(snapshot.knownFrom(target), asOf) else {
      throw unknown(target.id, asOf, from: snapshot.knownFrom(target))
    }
    return (target, asOf)
  }

  mutating func tasks() throws(Problem) -> Answer {
    let sources = ids(.source, of: snapshot.sources, see: "/v1/sources")
    let agencies = agenciesWithPredecessors()
    let meetings = ids(.meeting, of: snapshot.meetings, see: "/v1/meetings")
    let platforms = ids(.platform, of: snapshot.platforms, see: "/v1/platforms")
    let due = daySpan(.due)
    let unsaid = codes(.unsaid, Question.self)
    let statuses = codes(.status, TaskStatus.self)
    let updatedAfter = day(.updatedAfter)
    let found = found(.task)
    let asOf = asOf(default: today)
    let rows = knownTasks(asOf: asOf).filter { task in
      let who = task.questions.who
      return (found?.contains(task.id) ?? true) && matches(sources, [task.source])
        && matches(meetings, [task.meeting])
        && matches(platforms, task.platforms) && isDue(task.due, due)
        && matches(agencies, ((who?.lead ?? []) + (who?.with ?? [])).map(\.agency))
        && (unsaid.map { $0.contains { !task.questions.isClear($0) } } ?? true)
        && (statuses.map { $0.contains(snapshot.status(of: task, asOf: asOf)) } ?? true)
        && (updatedAfter.map { isUpdated(task, after: $0) } ?? true)
    }
    return try collection(
      rows, Field<Assignment>.all, view(asOf: asOf), notes(asOf: asOf))
  }

  mutating func task() throws(Problem) -> Answer {
    let asOf = asOf(default: today)
    try settled()
    guard let task = snapshot.tasks[values[0]] else {
      throw missing("/v1/tasks", snapshot.tasks.ids)
    }
    guard let known = snapshot.known(task, on: asOf) else {
      throw unknown(task.id, asOf, from: snapshot.knownFrom(task))
    }
    return try thing(known, Field<Assignment>.all, view(asOf: asOf), notes(asOf: asOf))
  }

  /// What was known on a day, and of it what was known.
  func knownSets(asOf: Day) -> [CommitmentSet] {
    snapshot.commitments.rows.compactMap { snapshot.known($0, on: asOf) }
  }

  func knownTargets(asOf: Day) -> [Target] {
    snapshot.targets.rows.filter { isKnown(snapshot.knownFrom($0), asOf) }
  }

  func knownTasks(asOf: Day) -> [Assignment] {
    snapshot.tasks.rows.compactMap { snapshot.known($0, on: asOf) }
  }

  /// A set is found by its own name or by one of its items.
  private func isFound(_ set: CommitmentSet, _ found: Set<String>?) -> Bool {
    guard let found else { return true }
    return found.contains(set.id) || set.items.contains { found.contains("\(set.id)/\($0.id)") }
  }

  /// These answers depend on the day itself, which dates pass.
  func notes(asOf: Day) -> Notes {
    Notes(asOf: asOf, era: asOf.description)
  }

  private func isKnown(_ from: Day?, _ asOf: Day) -> Bool {
    from.map { $0 <= asOf } ?? false
  }

  /// 404 for something that nobody knew on the day asked.
  private func unknown(_ id: String, _ asOf: Day, from: Day?) -> Problem {
    .notFound(
      Name(
        vi: "“\(id)” chưa được biết vào \(asOf)\(from.map { "; được biết từ \($0)" } ?? "").",
        en: "\"\(id)\" was not known on \(asOf)\(from.map { "; it is known from \($0)" } ?? "")."),
      suggestions: [address(replacing: [.asOf: nil])])
  }

  private func isUpdated(_ target: Target, after day: Day, _ view: View) -> Bool {
    let used = view.progress(of: target).flatMap {
      [$0.observation, $0.baseline].compactMap { $0?.row }
    }
    return (snapshot.sources[target.source]?.knownFrom.map { $0 > day } ?? false)
      || used.contains { snapshot.observations.provenance($0).knownFrom > day }
  }

  private func isUpdated(_ task: Assignment, after day: Day) -> Bool {
    [task.source, task.questions.result?.source].compactMap { $0 }.contains {
      snapshot.sources[$0]?.knownFrom.map { $0 > day } ?? false
    }
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
