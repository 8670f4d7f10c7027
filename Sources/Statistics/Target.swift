import JSON

/// A value to reach by a day, as a document set it.
package struct Target: Sendable {
  package var id = ""
  package var name = Name(vi: "", en: "")
  package var act: String?
  package var setOn: Day?
  package var meeting: String?
  package var pillar: String?
  package var source = ""
  package var locator: String?
  package var excerpt: String?
  package var measure = TargetMeasure.level
  package var comparator = Comparator.atLeast
  package var tolerance: Decimal?
  package var value: Decimal?
  package var low: Decimal?
  package var unit = ""
  package var unitMultiplier = 0
  package var area = ""
  package var due: Day?
  package var dueAs: Due?
  /// Only indicators of the same unit and denominator.
  package var indicators: [String] = []
  package var related: [RelatedIndicator] = []
  package var supersedes: [String] = []
  package var notes: [Name] = []

  package init() {}
}

/// A due date as it was said.
package struct Due: Sendable {
  package var text = ""
  package var period: Period?
  package var bound: DueBound?

  package init() {}
}

/// A near indicator, and why it does not measure the target.
package struct RelatedIndicator: Sendable {
  package var indicator = ""
  package var reason = Name(vi: "", en: "")

  package init() {}
}
