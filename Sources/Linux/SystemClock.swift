import Glibc

/// The clocks of the system.
package enum SystemClock {
  /// Nanoseconds on the clock that never goes back and that nobody sets.
  package static func monotonic() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }

  /// Whole seconds since the beginning of 1970, UTC, as far as this machine knows.
  package static func secondsSince1970() -> Int {
    var time = timespec()
    // The coarse clock ticks every few milliseconds and is read for a fifth of the price.
    clock_gettime(CLOCK_REALTIME_COARSE, &time)
    return time.tv_sec
  }
}
