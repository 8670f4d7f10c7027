import HTTP
import Linux

// How a loop tells others what it has done, without waiting for any of them.
extension Loop {
  /// How often a loop shows what it has counted, at most; in nanoseconds.
  static let reportInterval: Int64 = 100_000_000

  /// Ends a round in which something may have happened.
  mutating func report() {
    let start = context.now.nanoseconds
    context.counts.endRound { SystemClock.monotonic() - start }
    if hasNews, context.now >= reportsAt { tell() }
  }

  /// Shows everything now.
  mutating func tell() {
    context.counts[.open] = slots.count
    board.show(context.counts, of: index)
    hasNews = false
    reportsAt = Instant(nanoseconds: context.now.nanoseconds + Loop.reportInterval)
  }
}
