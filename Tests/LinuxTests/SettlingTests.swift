import Linux
import Testing

@Suite struct SettlingTests {
  private var settling = Settling(quiet: 200, longest: 2000)

  @Test mutating func `what has changed is due once nothing has changed for a while`() {
    #expect(settling.due == nil)
    #expect(!settling.isDue(at: 10_000))
    settling.note(at: 1000)
    settling.note(at: 1150)
    #expect(settling.due == 1350)
    #expect(!settling.isDue(at: 1349))
    #expect(settling.isDue(at: 1350))
    settling.end()
    #expect(!settling.isDue(at: 10_000))
  }

  @Test mutating func `what changes all the time is due all the same`() {
    for now in stride(from: Int64(1000), to: 4000, by: 100) { settling.note(at: now) }
    #expect(settling.due == 3000)
  }
}
