import HTTP

/// Pages about the program itself, as it is at the moment that they are asked for.
enum Live: Sendable {
  /// Whether it can answer.
  case readiness
  /// What it has counted.
  case metrics

  /// What such a page says.
  struct Said {
    var text: String
    var status = Status.ok
    var type = "text/plain; charset=utf-8"
    /// Seconds after which asking again makes sense.
    var retryAfter: Int?
  }
}

/// What the answers know of the program around them; each part is asked on any thread, and says at
/// once what is so now.
package struct Watch: Sendable {
  package var counts: @Sendable () -> Counts
  package var isStopping: @Sendable () -> Bool
  /// On a clock that nobody sets.
  package var seconds: @Sendable () -> Int
  /// Seconds since the beginning of 1970.
  package var clock: @Sendable () -> Int

  /// Unless told otherwise there is no program, and time stands still.
  package init(
    counts: @escaping @Sendable () -> Counts = { Counts() },
    isStopping: @escaping @Sendable () -> Bool = { false },
    seconds: @escaping @Sendable () -> Int = { 0 }, clock: @escaping @Sendable () -> Int = { 0 }
  ) {
    self.counts = counts
    self.isStopping = isStopping
    self.seconds = seconds
    self.clock = clock
  }
}
