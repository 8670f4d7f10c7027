import Statistics

extension Thing {
  init(_ pillar: Pillar) {
    self.init(.pillar, in: "pillars", pillar.id, pillar.name)
    add(.name, pillar.name)
  }

  init(_ indicator: Indicator) {
    self.init(.indicator, in: "indicators", indicator.id, indicator.name)
    add(.name, indicator.name)
    add(.name, indicator.shortName)
    add(.text, indicator.definition)
  }

  init(_ set: CommitmentSet) {
    self.init(.commitment, in: "commitments", set.id, set.name)
    add(.name, set.name)
    for group in set.groups { add(.text, group.name) }
  }

  /// An item of a set; its text is its name.
  init(_ item: Commitment, of set: CommitmentSet) {
    self.init(.commitment, in: "commitments", "\(set.id)/\(item.id)", item.text)
    add(.name, item.text)
    for wording in item.wordings { add(.text, wording.vi) }
  }

  /// A target; the number of the act that sets it finds it too.
  init(_ target: Target, in snapshot: Snapshot) {
    self.init(.target, in: "targets", target.id, target.name)
    add(.name, target.name)
    if let number = target.act.flatMap({ snapshot.sources[$0]?.number }) { add(.text, number) }
    if let due = target.dueAs { add(.text, due.text) }
  }

  init(_ task: Assignment) {
    self.init(.task, in: "tasks", task.id, task.name)
    let questions = task.questions
    add(.name, task.name)
    add(.text, questions.what)
    add(.text, questions.goal)
    add(.text, questions.product)
    add(.text, questions.accountable)
    add(.text, questions.result?.text)
    for agency in (questions.who?.lead ?? []) + (questions.who?.with ?? []) {
      add(.text, agency.asWritten)
    }
  }

  init(_ platform: Platform) {
    self.init(.platform, in: "platforms", platform.id, platform.name)
    add(.name, platform.name)
    for alias in platform.aliases { add(.alias, alias) }
    if let owner = platform.owner { add(.text, owner.asWritten) }
  }

  init(_ meeting: Meeting) {
    self.init(.meeting, in: "meetings", meeting.id, meeting.name)
    add(.name, meeting.name)
    add(.text, meeting.place)
  }

  /// A document; a part of its number finds it as another name would.
  init(_ source: Source) {
    self.init(
      .source, in: "sources", source.id, Name(vi: source.title, en: source.title))
    add(.name, source.title)
    if let number = source.number {
      codes = [number]
      add(.code, number)
    }
    add(.text, source.publisher)
  }

  /// Everything that can be found, in the order of kinds, then of ids.
  static func all(of snapshot: Snapshot) -> [Thing] {
    let commitments = snapshot.commitments.rows.flatMap { set in
      [Thing(set)] + set.items.map { Thing($0, of: set) }
    }
    let areas =
      snapshot.provinces.rows.map { Thing($0, in: snapshot) }
      + snapshot.regions.rows.map { Thing($0) }
    let figures =
      snapshot.pillars.rows.map { Thing($0) } + snapshot.indicators.rows.map { Thing($0) }
    let promises =
      commitments.sorted { precedes($0.id, $1.id) }
      + snapshot.targets.rows.map { Thing($0, in: snapshot) }
      + snapshot.tasks.rows.map { Thing($0) }
    let actors =
      snapshot.agencies.rows.map { Thing($0, in: snapshot) }
      + snapshot.platforms.rows.map { Thing($0) }
    let documents =
      snapshot.meetings.rows.map { Thing($0) } + snapshot.sources.rows.map { Thing($0) }
    return areas + figures + promises + actors + documents
  }
}
