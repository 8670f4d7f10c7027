import JSON
import Statistics

/// Rows about what was promised, set and assigned.
extension Reading {
  mutating func commitmentSet(_ record: inout Record) -> CommitmentSet {
    var set = CommitmentSet()
    set.id = defineID(&record, .commitmentSet)
    set.name = record.requiredName("name")
    set.meeting = reference(&record, "meeting", to: .meeting)
    set.announcedOn = record.optionalDay("announcedOn")
    set.announcedBy = reference(&record, "announcedBy", to: .agency)
    set.declaredCount = record.integer("declaredCount", in: 1...1000, default: nil)
    set.groups = record.objects("groups") { entry in
      var group = CommitmentGroup()
      group.id = entry.requiredText("id")
      group.name = entry.requiredName("name")
      return group
    }
    set.items = record.objects("items") { commitment(&$0, groups: set.groups.map(\.id)) }
    set.notes = record.names("notes")
    var seen = Set<String>()
    for item in set.items where !seen.insert(item.id).inserted {
      record.place.report(expected: "each item id once in a set", found: "\"\(item.id)\" twice")
    }
    return set
  }

  private mutating func commitment(_ record: inout Record, groups: [String]) -> Commitment {
    var item = Commitment()
    item.id = record.requiredText("id")
    if !Identifier.isValid(item.id) {
      record.place.report(expected: Identifier.rule, found: "\"\(item.id)\"")
    }
    item.group = record.optionalText("group")
    if let group = item.group, !groups.contains(group) {
      record.place.report(
        expected: "one of the set's groups \(groups.joined(separator: ", "))",
        found: "\"\(group)\"", suggestion: Nearest.one(to: group, among: groups))
    }
    item.number = record.integer("number", in: 1...1000, default: nil)
    item.text = record.requiredName("text")
    item.wordings = record.objects("wordings") { entry in
      var wording = Wording()
      wording.vi = entry.requiredText("vi")
      wording.source = requiredReference(&entry, "source", to: .source)
      wording.locator = entry.optionalText("locator")
      wording.isOfficial = entry.bool("official")
      wording.note = entry.optionalName("note")
      return wording
    }
    item.measuredBy = record.objects("measuredBy") { entry in
      var measure = Measure()
      measure.indicator = requiredReference(&entry, "indicator", to: .indicator)
      measure.why = entry.requiredName("why")
      return measure
    }
    item.targets = referenceList(&record, "targets", to: .target)
    item.tasks = referenceList(&record, "tasks", to: .task)
    item.unmeasuredNote = record.optionalName("unmeasuredNote")
    if item.isUnmeasured != (item.unmeasuredNote != nil) {
      record.place.report(
        expected: "an unmeasuredNote where nothing measures the item, and only there",
        found: item.isUnmeasured ? "none" : "one beside measuredBy or targets")
    }
    return item
  }

  mutating func target(_ record: inout Record) -> Target {
    var target = Target()
    target.id = defineID(&record, .target)
    target.name = record.requiredName("name")
    target.act = reference(&record, "act", to: .source)
    target.setOn = record.optionalDay("setOn")
    target.meeting = reference(&record, "meeting", to: .meeting)
    target.pillar = reference(&record, "pillar", to: .pillar)
    target.source = requiredReference(&record, "source", to: .source)
    target.locator = record.optionalText("locator")
    target.excerpt = record.excerpt()
    target.measure = record.requiredCode("measure", default: .level)
    target.comparator = record.requiredCode("comparator", default: .atLeast)
    target.tolerance = record.optionalDecimal("tolerance")
    target.value = record.optionalDecimal("value")
    target.low = record.optionalDecimal("low")
    target.unit = requiredReference(&record, "unit", to: .unit)
    target.unitMultiplier = record.integer("unitMultiplier", in: -6...15, default: 0)
    target.area = requiredReference(&record, "area", to: .area)
    target.due = record.optionalDay("due")
    target.dueAs = due(&record)
    target.indicators = referenceList(&record, "indicators", to: .indicator)
    target.related = record.objects("related") { entry in
      var related = RelatedIndicator()
      related.indicator = requiredReference(&entry, "indicator", to: .indicator)
      related.reason = entry.requiredName("reason")
      return related
    }
    target.supersedes = referenceList(&record, "supersedes", to: .target)
    target.notes = record.names("notes")
    if target.value == nil {
      record.place.report(expected: "value, the figure to reach", found: "none")
    }
    return target
  }

  mutating func task(_ record: inout Record) -> Assignment {
    var task = Assignment()
    task.id = defineID(&record, .task)
    task.name = record.requiredName("name")
    task.meeting = reference(&record, "meeting", to: .meeting)
    task.assignedOn = record.optionalDay("assignedOn")
    task.assignedBy = reference(&record, "assignedBy", to: .agency)
    task.source = requiredReference(&record, "source", to: .source)
    task.locator = record.optionalText("locator")
    task.excerpt = record.excerpt()
    task.due = record.optionalDay("due")
    task.dueAs = due(&record)
    task.questions = record.object("questions") { answers(&$0) } ?? Answers()
    task.platforms = referenceList(&record, "platforms", to: .platform)
    task.indicators = referenceList(&record, "indicators", to: .indicator)
    task.targets = referenceList(&record, "targets", to: .target)
    task.notes = record.names("notes")
    return task
  }

  private func due(_ record: inout Record) -> Due? {
    record.object("dueAs") { entry in
      var due = Due()
      due.text = entry.requiredText("text")
      due.period = entry.optionalPeriod("period")
      due.bound = entry.optionalCode("bound")
      return due
    }
  }

  private mutating func answers(_ record: inout Record) -> Answers {
    var answers = Answers()
    answers.goal = record.optionalName("goal")
    answers.who = record.object("who") { entry in
      var who = Responsible()
      who.lead = mentions(&entry, "lead")
      who.with = mentions(&entry, "with")
      return who
    }
    answers.what = record.optionalName("what")
    answers.when = record.object("when") { $0.requiredText("text") }
    answers.accountable = record.optionalName("accountable")
    answers.product = record.optionalName("product")
    answers.result = record.object("result") { entry in
      var result = TaskResult()
      result.outcome = entry.requiredCode("outcome", default: .done)
      result.text = entry.requiredName("text")
      result.date = entry.optionalPartialDate("date")
      result.source = requiredReference(&entry, "source", to: .source)
      result.excerpt = entry.excerpt()
      return result
    }
    return answers
  }

  private mutating func mentions(_ record: inout Record, _ key: String) -> [AgencyMention] {
    record.objects(key) { agencyMention(&$0) }
  }

  private mutating func agencyMention(_ record: inout Record) -> AgencyMention {
    var mention = AgencyMention()
    mention.agency = reference(&record, "agency", to: .agency)
    mention.asWritten = record.requiredText("asWritten")
    return mention
  }

  mutating func platform(_ record: inout Record) -> Platform {
    var platform = Platform()
    platform.id = defineID(&record, .platform)
    platform.name = record.requiredName("name")
    platform.aliases = record.texts("aliases")
    platform.kind = record.requiredCode("kind", default: .system)
    platform.url = record.optionalText("url")
    platform.owner = record.object("owner") { agencyMention(&$0) }
    platform.pillars = referenceList(&record, "pillars", to: .pillar)
    platform.state = record.requiredCode("state", default: .operating)
    platform.mentions = record.objects("mentions") { entry in
      var mention = Mention()
      mention.source = requiredReference(&entry, "source", to: .source)
      mention.locator = entry.optionalText("locator")
      mention.excerpt = entry.excerpt()
      return mention
    }
    platform.indicators = referenceList(&record, "indicators", to: .indicator)
    platform.notes = record.names("notes")
    return platform
  }
}
