import Linux
import Testing

@Suite struct SystemClockTests {
  @Test func `the monotonic clock goes forward`() {
    let first = SystemClock.monotonic()
    var second = first
    while second == first { second = SystemClock.monotonic() }
    #expect(second > first)
  }

  @Test func `the calendar's clock counts from 1970`() {
    // Between the days of this program and the year 2100.
    #expect((1_750_000_000..<4_102_444_800).contains(SystemClock.secondsSince1970()))
  }
}
