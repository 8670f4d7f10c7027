import Testing

/// Where a province came from and what became of it.
@Suite struct LineageTests {
  @Test func `a lineage names each step with its day and act`() throws {
    #expect(
      try ask("/v1/provinces/48/lineage").data()
        == json(
          """
          {"unit":"48-2025",
           "predecessors":[
            {"id":"48-2008","name":{"vi":"Đà Nẵng","en":"Da Nang"},"share":"whole",
             "on":"2025-07-01","act":"202-2025-qh15"},
            {"id":"49-2008","name":{"vi":"Quảng Nam","en":"Quang Nam"},"share":"whole",
             "on":"2025-07-01","act":"202-2025-qh15"}],
           "successors":[]}
          """))
    #expect(
      try ask("/v1/provinces/49-2008/lineage").data()["successors"]
        == json(
          """
          [{"id":"48-2025","name":{"vi":"Đà Nẵng","en":"Da Nang"},"share":"whole",
            "on":"2025-07-01","act":"202-2025-qh15"}]
          """))
  }

  @Test func `the old Hà Nội came before the one of 2008`() throws {
    let lineage = try ask("/v1/provinces/01/lineage").data()
    #expect(lineage["unit"] == "01-2008")
    #expect(lineage["predecessors"]?.elements.map { $0["id"] } == ["01-2005"])
    #expect(lineage["predecessors"]?[0]?["on"] == "2008-08-01")
    #expect(lineage["successors"] == [])
  }

  @Test(arguments: [
    ("04", "04-2008"), ("hue", "46-2008"), ("quang-ninh", "22-2008"), ("38-2008", "38-2008"),
  ])
  func `a unit that no merger touched has no steps`(name: String, id: String) throws {
    let lineage = try ask("/v1/provinces/\(name)/lineage").data()
    #expect(lineage == ["unit": .text(id), "predecessors": [], "successors": []])
  }

  @Test func `every step can be walked back`() throws {
    let units =
      try rows("/v1/provinces?fields=id") + rows("/v1/provinces?fields=id&boundaries=2025-06-30")
    var steps = 0
    for unit in Set(units.compactMap { $0["id"]?.text }) {
      let lineage = try ask("/v1/provinces/\(unit)/lineage").data()
      for (there, back) in [("predecessors", "successors"), ("successors", "predecessors")] {
        for step in lineage[there]?.elements ?? [] {
          let other = try #require(step["id"]?.text)
          let way = try ask("/v1/provinces/\(other)/lineage").data()[back]?.elements
          #expect(way?.contains { $0["id"]?.text == unit } == true, "\(unit) and \(other)")
          steps += 1
        }
      }
    }
    // 52 units went into 23 others, each step walked from both ends; and the old Hà Nội.
    #expect(steps == 2 * 52 + 1)
  }

  @Test func `the 63 went whole into the 34`() throws {
    let before = try column("id", of: "/v1/provinces?boundaries=2025-06-30&fields=id")
    let after = try rows("/v1/provinces?fields=id,predecessors,validFrom")
    #expect(before.count == 63 && after.count == 34)
    let merged = after.filter { $0["validFrom"] == "2025-07-01" }
    #expect(merged.count == 23)
    let former = merged.flatMap { $0["predecessors"]?.elements ?? [] }.compactMap { $0["id"] }
    let untouched = after.filter { $0["validFrom"] != "2025-07-01" }.compactMap { $0["id"] }
    #expect(former.count == 52 && Set(former).count == 52)
    #expect(Set(former).union(untouched) == Set(before))
  }

  @Test func `a name is looked up on the map that is asked for`() throws {
    #expect(try ask("/v1/provinces/15/lineage").data()["unit"] == "15-2025")
    #expect(
      try ask("/v1/provinces/15/lineage?boundaries=2025-06-30").data()["unit"] == "15-2008")
    #expect(ask("/v1/provinces/49/lineage").status == 404)
    #expect(ask("/v1/provinces/49/lineage?boundaries=2025-06-30").status == 200)
    #expect(ask("/v1/provinces/49-2008/lineage?boundaries=today").status == 404)
  }
}
