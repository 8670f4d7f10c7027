import HTTP
import Linux

// How a loop tells others what it has done, without waiting for any of them.
extension Loop {
  /// How often a loop shows what it has counted, at most; in nanoseconds.
  static let reportInterval: Int64 = 100_000_000

  /// The bytes of lines that are handed over as soon as there are so many.
  private static let manyLines = 64 << 10

  /// Ends a round in which something may have happened.
  mutating func report() {
    let start = context.now.nanoseconds
    context.counts.endRound { SystemClock.monotonic() - start }
    if hasNews, context.now >= reportsAt { return tell() }
    if let log = context.log, log.bytes.count >= Loop.manyLines { handOverLines() }
  }

  /// Shows everything now.
  mutating func tell() {
    context.counts[.open] = slots.count
    board.show(context.counts, of: index)
    handOverLines()
    hasNews = false
    reportsAt = Instant(nanoseconds: context.now.nanoseconds + Loop.reportInterval)
  }

  private mutating func handOverLines() {
    guard let accessLog, let log = context.log, log.count > 0 || log.lost > 0,
      let (bytes, count, lost) = context.log?.take(room: Loop.manyLines)
    else { return }
    accessLog.take(bytes, count: count, lost: lost)
  }
}
