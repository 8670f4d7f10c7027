import Server
import Testing

@Suite struct SlotsTests {
  private final class Thing {}

  @Test func `a thing is found by its token`() {
    var slots = Slots<Thing>()
    var tokens: [UInt64] = []
    let things = (0..<5).map { _ in
      slots.insert { token in
        tokens.append(token)
        return Thing()
      }
    }
    #expect(slots.count == 5)
    for (thing, token) in zip(things, tokens) { #expect(slots[token] === thing) }
  }

  @Test func `a stale token finds nothing, even where the place is taken again`() {
    var slots = Slots<Thing>()
    var tokens: [UInt64] = []
    for _ in 0..<100 {
      _ = slots.insert { token in
        tokens.append(token)
        return Thing()
      }
      slots.remove(tokens[tokens.count - 1])
    }
    #expect(slots.places.count == 1)
    #expect(Set(tokens).count == 100)
    #expect(slots.count == 0)
    for token in tokens { #expect(slots[token] == nil) }
  }

  @Test func `a thing is removed once`() {
    var slots = Slots<Thing>()
    var first: UInt64 = 0
    _ = slots.insert {
      first = $0
      return Thing()
    }
    slots.remove(first)
    let second = slots.insert { _ in Thing() }
    slots.remove(first)
    #expect(slots.count == 1)
    #expect(slots.element(at: 0) === second)
  }

  @Test(arguments: [0, 1, 7, 0xFFFF_FFFF, UInt64.max])
  func `tokens below 2^32 and unknown ones find nothing`(_ token: UInt64) {
    var slots = Slots<Thing>()
    _ = slots.insert { _ in Thing() }
    #expect(slots[token] == nil)
  }
}
