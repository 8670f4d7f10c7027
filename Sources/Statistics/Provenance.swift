/// The document a value came from and when it became known.
package struct Provenance: Sendable, Hashable {
  package var source: UInt16
  package var original: UInt16?
  /// The day on which the figure became public, as far as it is known.
  package var published: PartialDate?
  /// The day that `asOf` compares with.
  package var knownFrom: Day

  /// The original's date where the source is a transcription; where that is not known, the day of
  /// the copy is when it became known here.
  ///
  /// A source that is unknown or has no day, which loading refuses, counts as known from 1970.
  init(_ source: UInt16, original: UInt16?, _ sources: Table<Source>) {
    let own = Int(source) < sources.count ? sources.rows[Int(source)] : nil
    let document = original.flatMap { Int($0) < sources.count ? sources.rows[Int($0)] : nil } ?? own
    self.source = source
    self.original = original
    published = document?.published
    knownFrom = published?.last ?? own?.knownFrom ?? Day(number: 0)
  }
}

extension Provenance: Comparable {
  package static func < (one: Provenance, other: Provenance) -> Bool {
    (one.knownFrom, one.source, one.original ?? .max)
      < (other.knownFrom, other.source, other.original ?? .max)
  }
}
