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
package struct Annotation: Sendable, Hashable {
  package var locator: String?
  package var excerpt: String?
  /// The ends of a range.
  package var low: Decimal?
  package var high: Decimal?
  /// The whole that a figure is a part of: 4,543 of 6,325; 25th of 194.
  package var outOf: Decimal?
  package var otherStatus: [ObservationStatus] = []
  package var note: Name?
  /// The words for the time, where the document gives no period.
  package var periodText: Name?
  package var statedChange: StatedChange?
  /// Why a vintage is kept and never shown.
  package var rejected: Name?
  /// Sources that repeat the value. Made when the snapshot is.
  package var confirmedBy: [Confirmation] = []

  package init() {}
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
