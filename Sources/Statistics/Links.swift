/// What refers to a thing, found from the other side; every list is in the order of its ids.
package struct Links: Sendable {
  package private(set) var componentsOfIndicator: [String: [String]] = [:]
  package private(set) var platformsOfIndicator: [String: [String]] = [:]
  /// Commitments as `set/item`.
  package private(set) var commitmentsOfIndicator: [String: [String]] = [:]
  package private(set) var targetsOfIndicator: [String: [String]] = [:]
  package private(set) var commitmentsOfTarget: [String: [String]] = [:]
  package private(set) var successorsOfTarget: [String: [String]] = [:]
  package private(set) var tasksOfPlatform: [String: [String]] = [:]
  package private(set) var setsOfMeeting: [String: [String]] = [:]
  package private(set) var targetsOfMeeting: [String: [String]] = [:]
  package private(set) var tasksOfMeeting: [String: [String]] = [:]
  package private(set) var indicatorsOfPillar: [String: [String]] = [:]
  package private(set) var targetsOfPillar: [String: [String]] = [:]
  package private(set) var usesOfSource: [String: SourceUses] = [:]

  init(_ contents: Contents) {
    for indicator in contents.indicators {
      if let parent = indicator.parent {
        componentsOfIndicator[parent, default: []] += [indicator.id]
      }
      if let pillar = indicator.pillar { indicatorsOfPillar[pillar, default: []] += [indicator.id] }
    }
    for platform in contents.platforms {
      for indicator in platform.indicators {
        platformsOfIndicator[indicator, default: []] += [platform.id]
      }
    }
    for set in contents.commitments {
      if let meeting = set.meeting { setsOfMeeting[meeting, default: []] += [set.id] }
      for item in set.items { add(item, of: set) }
    }
    for target in contents.targets {
      for indicator in target.indicators {
        targetsOfIndicator[indicator, default: []] += [target.id]
      }
      for earlier in target.supersedes {
        successorsOfTarget[earlier, default: []] += [target.id]
      }
      if let meeting = target.meeting { targetsOfMeeting[meeting, default: []] += [target.id] }
      if let pillar = target.pillar { targetsOfPillar[pillar, default: []] += [target.id] }
      usesOfSource[target.source, default: SourceUses()].targets += 1
    }
    for task in contents.tasks {
      for platform in task.platforms { tasksOfPlatform[platform, default: []] += [task.id] }
      if let meeting = task.meeting { tasksOfMeeting[meeting, default: []] += [task.id] }
      usesOfSource[task.source, default: SourceUses()].tasks += 1
    }
    sortAll()
  }

  private mutating func add(_ item: Commitment, of set: CommitmentSet) {
    let id = "\(set.id)/\(item.id)"
    for measure in item.measuredBy {
      commitmentsOfIndicator[measure.indicator, default: []] += [id]
    }
    for target in item.targets { commitmentsOfTarget[target, default: []] += [id] }
    for source in Set(item.wordings.map(\.source)) {
      usesOfSource[source, default: SourceUses()].commitments += 1
    }
  }

  mutating func countObservations(_ table: ObservationTable, _ sources: Table<Source>) {
    var counts = [Int](repeating: 0, count: sources.count)
    for row in 0..<table.count {
      counts[Int(table.provenance(row).source)] += 1
      for confirmation in table.annotation(row).confirmedBy {
        counts[Int(confirmation.source)] += 1
      }
    }
    for (source, count) in counts.enumerated() where count > 0 {
      usesOfSource[sources.ids[source], default: SourceUses()].observations += count
    }
  }

  private mutating func sortAll() {
    for path in [
      \Links.componentsOfIndicator, \.platformsOfIndicator, \.commitmentsOfIndicator,
      \.targetsOfIndicator, \.commitmentsOfTarget, \.successorsOfTarget, \.tasksOfPlatform,
      \.setsOfMeeting, \.targetsOfMeeting, \.tasksOfMeeting, \.indicatorsOfPillar,
      \.targetsOfPillar,
    ] {
      self[keyPath: path] = self[keyPath: path].mapValues { $0.sorted(by: precedes) }
    }
  }
}

/// How many things a source stands behind.
package struct SourceUses: Sendable {
  package var observations = 0
  package var targets = 0
  package var tasks = 0
  package var commitments = 0

  package init() {}
}
