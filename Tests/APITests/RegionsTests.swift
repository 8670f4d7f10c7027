import Testing

/// Regions, dated as provinces are.
@Suite struct RegionsTests {
  @Test func `a region says all of itself`() throws {
    let fields = "id,slug,name,validFrom,validTo,act,provinces,provinceCount"
    #expect(
      try ask("/v1/regions/dong-nam-bo?fields=\(fields)").data() == [
        "id": "dong-nam-bo-2025", "slug": "dong-nam-bo",
        "name": ["vi": "Đông Nam Bộ", "en": "Southeast"],
        "validFrom": "2025-07-01", "validTo": nil, "act": nil,
        "provinces": ["75-2025", "79-2025", "80-2025"], "provinceCount": 3,
      ])
  }

  @Test(arguments: [
    ("/v1/regions/dong-nam-bo", "dong-nam-bo-2025"),
    ("/v1/regions/dong-nam-bo?boundaries=2025-06-30", "dong-nam-bo-2008"),
    ("/v1/regions/dong-nam-bo?boundaries=2025-07-01", "dong-nam-bo-2025"),
    ("/v1/regions/dong-nam-bo-2008", "dong-nam-bo-2008"),
    ("/v1/regions/dong-nam-bo-2008?boundaries=2010-01-01", "dong-nam-bo-2008"),
    ("/v1/regions/dong-nam-bo-2025", "dong-nam-bo-2025"),
    ("/v1/regions/tay-nguyen?boundaries=2025-06-30", "tay-nguyen-2008"),
  ])
  func `a slug means the region that bears it on the date, an id always itself`(
    target: String, id: String
  ) throws {
    #expect(try ask(target).data()["id"]?.text == id)
  }

  @Test(arguments: [
    "/v1/regions/tay-nguyen", "/v1/regions/dong-nam-bo-2008?boundaries=2025-07-01",
    "/v1/regions/dong-nam-bo-2025?boundaries=2025-06-30", "/v1/regions/48",
  ])
  func `a region that is not on the map is not found`(target: String) throws {
    let answer = ask(target)
    #expect(answer.status == 404)
    #expect(try answer.json()["code"] == "notFound")
  }

  @Test(arguments: [("today", 34), ("2025-06-30", 63)])
  func `the regions of a day hold all of its provinces once`(day: String, count: Int) throws {
    let regions = try ask("/v1/regions?boundaries=\(day)").data().elements
    #expect(regions.count == 6)
    let units = regions.flatMap { $0["provinces"]?.elements ?? [] }
    let all = try column("id", of: "/v1/provinces?boundaries=\(day)")
    #expect(units.count == count)
    #expect(Set(units) == Set(all))
    for region in regions {
      #expect(region["provinceCount"]?.integer == region["provinces"]?.elements.count)
    }
  }

  @Test(arguments: ["today", "2025-06-30"])
  func `a province names the region that names it`(day: String) throws {
    for region in try ask("/v1/regions?boundaries=\(day)").data().elements {
      for unit in region["provinces"]?.elements ?? [] {
        let id = try #require(unit.text)
        let province = try ask("/v1/provinces/\(id)?boundaries=\(day)&fields=region").data()
        #expect(province["region"] == region["id"])
      }
    }
  }
}
