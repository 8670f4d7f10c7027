/// Waits for changes that come one after another to end: whoever copies files does so one by one.
///
/// All times are nanoseconds on the monotonic clock.
package struct Settling: Sendable {
  /// How long nothing may change before what has changed is looked at.
  private let quiet: Int64
  /// How long that is waited for: a file that changes all the time must not hide the others.
  private let longest: Int64
  /// When something first changed and when it last did.
  private var changed: (first: Int64, last: Int64)?

  package init(quiet: Int64, longest: Int64) {
    self.quiet = quiet
    self.longest = longest
  }

  /// Something has changed.
  package mutating func note(at now: Int64) { changed = (changed?.first ?? now, now) }

  /// What has changed is looked at.
  package mutating func end() { changed = nil }

  /// When to look; nil where nothing has changed.
  package var due: Int64? {
    changed.map { min($0.last + quiet, $0.first + longest) }
  }

  package func isDue(at now: Int64) -> Bool { due.map { now >= $0 } ?? false }
}
