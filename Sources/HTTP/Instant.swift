/// A point on a clock that never goes back, in nanoseconds since some beginning.
package struct Instant: Sendable, Comparable, Hashable {
  package var nanoseconds: Int64

  package init(nanoseconds: Int64) {
    self.nanoseconds = nanoseconds
  }

  /// Later than every instant that is reached.
  package static let never = Instant(nanoseconds: .max)

  package static func < (one: Instant, other: Instant) -> Bool {
    one.nanoseconds < other.nanoseconds
  }

  package static func + (instant: Instant, duration: Duration) -> Instant {
    Instant(nanoseconds: instant.nanoseconds + duration.wholeNanoseconds)
  }

  package static func + (instant: Instant, nanoseconds: Int64) -> Instant {
    Instant(nanoseconds: instant.nanoseconds + nanoseconds)
  }

  package static func - (one: Instant, other: Instant) -> Duration {
    .nanoseconds(one.nanoseconds - other.nanoseconds)
  }
}

extension Duration {
  /// The duration in nanoseconds, which reaches to 292 years.
  package var wholeNanoseconds: Int64 {
    let (seconds, attoseconds) = components
    return seconds * 1_000_000_000 + attoseconds / 1_000_000_000
  }
}
