// Formats: how it is said: the fields of every thing, and the JSON that they make.

import Statistics

/// What a thing is looked at with: the snapshot, the day on which names and types are read, and
/// the day on which everything said was known.
package struct View: Sendable {
  package let snapshot: Snapshot
  package var day: Day
  package var asOf: Day
  /// The members that rows share, where they were written beforehand.
  let phrases: Phrases?
  /// How far the targets have come on the day `asOf`, where that was computed beforehand.
  package var judgement: Judgement?
  /// What stands before the paths of addresses.
  package let base: String

  package init(
    _ snapshot: Snapshot, on day: Day, asOf: Day, phrases: Phrases? = nil, base: String = ""
  ) {
    self.base = base
    self.snapshot = snapshot
    self.day = day
    self.asOf = asOf
    self.phrases = phrases
  }

  /// A target's progress by each of its indicators, and its status: that of the first.
  package func progress(of target: Target) -> [Progress] {
    if let judgement, judgement.asOf == asOf { return judgement.progress(of: target) }
    return snapshot.progress(of: target, asOf: asOf)
  }
}
