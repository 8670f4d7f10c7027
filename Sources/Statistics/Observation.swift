import JSON

/// What a document says of one cell, as it stands in a file; references are ids.
package struct Observation: Sendable {
  package var indicator = ""
  package var area = ""
  /// Nil where the document states none.
  package var period: Period?
  package var value: Decimal?
  package var qualifier = Qualifier.exact
  package var status = ObservationStatus.normal
  package var missing: MissingReason?
  package var source = ""
  /// Where the source is a transcription, the document that it transcribes.
  package var original: String?
  package var annotation = Annotation()

  package init() {}
}

/// What few observations have: everything beside the value and its place in the cube.
///
/// There may be one for each row, so that what most of these have not takes a word of each.
package struct Annotation: Sendable, Hashable {
  package var locator: String?
  package var excerpt: String?
  /// One or none.
  private var rest: [Rest] = []

  private struct Rest: Sendable, Hashable {
    var low: Decimal?
    var high: Decimal?
    var outOf: Decimal?
    var otherStatus: [ObservationStatus] = []
    var note: Name?
    var periodText: Name?
    var statedChange: StatedChange?
    var rejected: Name?
    var confirmedBy: [Confirmation] = []
  }

  package init() {}

  /// The ends of a range.
  package var low: Decimal? {
    get { rest.first?.low }
    set { change { $0.low = newValue } }
  }
  package var high: Decimal? {
    get { rest.first?.high }
    set { change { $0.high = newValue } }
  }
  /// The whole that a figure is a part of: 4,543 of 6,325; 25th of 194.
  package var outOf: Decimal? {
    get { rest.first?.outOf }
    set { change { $0.outOf = newValue } }
  }
  package var otherStatus: [ObservationStatus] {
    get { rest.first?.otherStatus ?? [] }
    set { change { $0.otherStatus = newValue } }
  }
  package var note: Name? {
    get { rest.first?.note }
    set { change { $0.note = newValue } }
  }
  /// The words for the time, where the document gives no period.
  package var periodText: Name? {
    get { rest.first?.periodText }
    set { change { $0.periodText = newValue } }
  }
  package var statedChange: StatedChange? {
    get { rest.first?.statedChange }
    set { change { $0.statedChange = newValue } }
  }
  /// Why a vintage is kept and never shown.
  package var rejected: Name? {
    get { rest.first?.rejected }
    set { change { $0.rejected = newValue } }
  }
  /// Sources that repeat the value. Made when the snapshot is.
  package var confirmedBy: [Confirmation] {
    get { rest.first?.confirmedBy ?? [] }
    set { change { $0.confirmedBy = newValue } }
  }

  private mutating func change(_ change: (inout Rest) -> Void) {
    var changed = rest.first ?? Rest()
    change(&changed)
    rest = changed == Rest() ? [] : [changed]
  }
}

/// A change that the document itself states, kept as it said it.
package struct StatedChange: Sendable, Hashable {
  package var kind = StatedChangeKind.percent
  package var value: Decimal?
  package var low: Decimal?
  package var high: Decimal?
  package var qualifier = Qualifier.exact
  package var since: Period?

  package init() {}
}

/// A document that repeats a value: an index into the sources, and when it became known.
package struct Confirmation: Sendable, Hashable {
  package var source: UInt16
  package var knownFrom: Day
}
