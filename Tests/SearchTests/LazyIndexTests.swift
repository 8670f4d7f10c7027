import Search
import Statistics
import Testing

@Suite struct LazyIndexTests {
  @Test func `it is made once`() {
    let lazy = LazyIndex(Indexes.snapshot)
    #expect(lazy.index() === lazy.index())
  }

  @Test func `all who want it at the same time get the same one`() async {
    let lazy = LazyIndex(Indexes.snapshot)
    let found = await withTaskGroup(of: SearchIndex.self) { group in
      for _ in 0..<4 { group.addTask { lazy.index() } }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(found.count == 4)
    #expect(found.allSatisfy { $0 === lazy.index() })
  }
}
