import Statistics
import Testing

@Suite struct TableTests {
  @Test func `rows are ordered by the UTF-8 bytes of their ids and found by id`() {
    let ids = ["b", "a-2", "Z", "10", "9", "a", "đ", "a.1", "é"]
    let table = Table(ids, id: { $0 })
    #expect(table.ids == ["10", "9", "Z", "a", "a-2", "a.1", "b", "é", "đ"])
    #expect(table.rows == table.ids)
    #expect(table.count == 9)
    for (place, id) in table.ids.enumerated() {
      #expect(table.place(id) == place)
      #expect(table[id] == id)
    }
  }

  @Test func `an id that no row has finds nothing`() {
    let table = Table(["a", "b"], id: { $0 })
    for id in ["", "A", "a ", "c"] {
      #expect(table.place(id) == nil)
      #expect(table[id] == nil)
    }
    #expect(Table([String](), id: { $0 }).count == 0)
  }

  @Test(arguments: [("a", "b"), ("a", "aa"), ("", "a"), ("B", "a"), ("z", "é"), ("e\u{301}", "é")])
  func `texts are ordered by their UTF-8 bytes`(_ row: (first: String, second: String)) {
    #expect(precedes(row.first, row.second))
    #expect(!precedes(row.second, row.first))
    #expect(!precedes(row.first, row.first))
  }
}
