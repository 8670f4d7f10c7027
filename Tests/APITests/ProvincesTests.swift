import Testing

/// Provinces by every name they bear, on every map.
@Suite struct ProvincesTests {
  @Test func `a province says all of itself`() throws {
    let fields =
      "id,code,isoCode,slug,name,fullName,type,level,region,validFrom,validTo,act,predecessors,"
      + "successors,formerly"
    #expect(
      try ask("/v1/provinces/48?fields=\(fields)").data() == [
        "id": "48-2025", "code": "48", "isoCode": "VN-DN", "slug": "da-nang",
        "name": ["vi": "Đà Nẵng", "en": "Da Nang"],
        "fullName": ["vi": "thành phố Đà Nẵng", "en": "Da Nang City"],
        "type": "municipality", "level": "province",
        "region": "duyen-hai-nam-trung-bo-va-tay-nguyen-2025",
        "validFrom": "2025-07-01", "validTo": nil, "act": "202-2025-qh15",
        "predecessors": [
          ["id": "48-2008", "code": "48", "name": ["vi": "Đà Nẵng", "en": "Da Nang"]],
          ["id": "49-2008", "code": "49", "name": ["vi": "Quảng Nam", "en": "Quang Nam"]],
        ],
        "successors": [], "formerly": [],
      ])
  }

  @Test(arguments: [
    ("48", "48-2025"), ("VN-DN", "48-2025"), ("da-nang", "48-2025"), ("48-2025", "48-2025"),
    ("48-2008", "48-2008"), ("49-2008", "49-2008"), ("15", "15-2025"), ("15-2008", "15-2008"),
    ("46", "46-2008"), ("hue", "46-2008"), ("quang-ninh", "22-2008"), ("lao-cai", "15-2025"),
  ])
  func `code, ISO code, slug and id all find a province`(name: String, id: String) throws {
    let answer = ask("/v1/provinces/\(name)")
    #expect(try answer.data()["id"]?.text == id)
    #expect(try answer.json()["links"]?["canonical"]?.text == "/v1/provinces/\(id)")
    #expect(answer[field: "Link"] == "</v1/provinces/\(id)>; rel=\"canonical\"")
  }

  @Test(arguments: [
    ("15", "2025-06-30", "15-2008", "Yên Bái"), ("15", "2025-07-01", "15-2025", "Lào Cai"),
    ("lao-cai", "2025-06-30", "10-2008", "Lào Cai"),
    ("lao-cai", "2025-07-01", "15-2025", "Lào Cai"),
    ("48", "2025-06-30", "48-2008", "Đà Nẵng"), ("da-nang", "2008-08-01", "48-2008", "Đà Nẵng"),
    ("VN-27", "2025-06-30", "49-2008", "Quảng Nam"), ("49", "2020-02-29", "49-2008", "Quảng Nam"),
    ("48", "today", "48-2025", "Đà Nẵng"),
  ])
  func `a name means the unit that bears it on the date`(
    name: String, day: String, id: String, called: String
  ) throws {
    let data = try ask("/v1/provinces/\(name)?boundaries=\(day)").data()
    #expect(data["id"]?.text == id)
    #expect(data["name"]?["vi"]?.text == called)
  }

  @Test func `a name means what it meant on the day that was today`() throws {
    #expect(try ask("/v1/provinces/15", of: .on("2025-06-30")).data()["id"] == "15-2008")
    #expect(try ask("/v1/provinces/15", of: .on("2025-07-01")).data()["id"] == "15-2025")
    #expect(ask("/v1/provinces/49", of: .on("2025-06-30")).status == 200)
  }

  @Test(arguments: [
    ("46-2008", "2024-12-31", "Thừa Thiên Huế", "province"),
    ("46-2008", "2025-01-01", "Huế", "municipality"),
    ("46", "2024-12-31", "Thừa Thiên Huế", "province"), ("hue", "today", "Huế", "municipality"),
    ("22", "2026-08-31", "Quảng Ninh", "province"),
    ("22", "2026-09-01", "Quảng Ninh", "municipality"),
    ("quang-ninh", "today", "Quảng Ninh", "municipality"),
    ("24-2025", "2026-09-19", "Bắc Ninh", "province"),
    ("24-2025", "2026-09-20", "Bắc Ninh", "municipality"),
  ])
  func `name and type are those of the date`(
    unit: String, day: String, name: String, type: String
  ) throws {
    let data = try ask("/v1/provinces/\(unit)?boundaries=\(day)").data()
    #expect(data["name"]?["vi"]?.text == name)
    #expect(data["type"]?.text == type)
    let prefix = type == "province" ? "tỉnh" : "thành phố"
    #expect(data["fullName"]?["vi"]?.text == "\(prefix) \(name)")
    // The collection of that day says the same.
    let all = try ask("/v1/provinces?boundaries=\(day)").data().elements
    #expect(all.filter { $0["id"] == data["id"] } == [data])
  }

  @Test func `a change of name or type makes no new map`() throws {
    let before = try column("id", of: "/v1/provinces?boundaries=2024-12-31")
    let after = try column("id", of: "/v1/provinces?boundaries=2025-01-01")
    #expect(before == after)
    let today = try column("id", of: "/v1/provinces")
    #expect(try column("id", of: "/v1/provinces?boundaries=2025-07-01") == today)
  }

  @Test func `earlier names are kept`() throws {
    #expect(
      try ask("/v1/provinces/hue?fields=formerly").data()["formerly"]?[0] == [
        "name": ["vi": "Thừa Thiên Huế", "en": "Thua Thien Hue"], "type": "province",
        "validFrom": nil, "validTo": "2024-12-31", "act": nil,
      ])
  }

  @Test func `a unit that has ended keeps its last name and region`() throws {
    let data = try ask("/v1/provinces/49-2008").data()
    #expect(data["name"]?["vi"] == "Quảng Nam")
    #expect(data["validTo"] == "2025-06-30")
    #expect(data["region"] == "bac-trung-bo-va-duyen-hai-mien-trung-2008")
    #expect(data["successors"]?[0]?["id"] == "48-2025")
  }

  @Test(arguments: [("2025-06-30", 63), ("2008-08-01", 63), ("2025-07-01", 34), ("today", 34)])
  func `each map has its units`(day: String, count: Int) throws {
    let rows = try ask("/v1/provinces?boundaries=\(day)").data().elements
    #expect(rows.count == count)
    for field in ["id", "code", "slug", "isoCode"] {
      let values = rows.compactMap { $0[field]?.text }
      #expect(Set(values).count == values.count, "\(field)")
    }
    #expect(rows.allSatisfy { $0["level"] == "province" })
  }

  @Test func `every unit of the old map is one of today's, or part of one`() throws {
    let old = try ask("/v1/provinces?boundaries=2025-06-30").data().elements
    let new = try ask("/v1/provinces").data().elements
    let kept = Set(new.compactMap { $0["id"]?.text })
    let merged = new.flatMap { unit in
      (unit["predecessors"]?.elements ?? []).compactMap { $0["id"]?.text }
    }
    #expect(Set(merged).count == merged.count)
    for unit in old {
      let id = try #require(unit["id"]?.text)
      #expect(kept.contains(id) != merged.contains(id), "\(id)")
    }
    #expect(old.count == merged.count + new.filter { $0["predecessors"] == [] }.count)
  }

  @Test func `successors and predecessors agree`() throws {
    for unit in try ask("/v1/provinces").data().elements {
      for predecessor in unit["predecessors"]?.elements ?? [] {
        let id = try #require(predecessor["id"]?.text)
        let data = try ask("/v1/provinces/\(id)").data()
        #expect(data["successors"]?[0]?["id"] == unit["id"])
        #expect(data["code"] == predecessor["code"])
        #expect(data["name"] == predecessor["name"])
      }
    }
  }

  @Test(arguments: ["today", "2026-08-31", "2024-12-31"])
  func `type selects by the type of the date`(day: String) throws {
    let all = try ask("/v1/provinces?boundaries=\(day)").data().elements
    for type in ["province", "municipality"] {
      let rows = try ask("/v1/provinces?boundaries=\(day)&type=\(type)").data().elements
      #expect(!rows.isEmpty)
      #expect(rows == all.filter { $0["type"]?.text == type })
    }
    let both = try ask("/v1/provinces?boundaries=\(day)&type=municipality,province").data()
    #expect(both == .list(all))
  }

  @Test(arguments: [
    ("dong-nam-bo", "today", ["75-2025", "79-2025", "80-2025"]),
    ("dong-nam-bo-2025", "today", ["75-2025", "79-2025", "80-2025"]),
    (
      "dong-nam-bo", "2025-06-30",
      ["70-2008", "72-2008", "74-2008", "75-2008", "77-2008", "79-2008"]
    ),
  ])
  func `region selects the units of a region of the map`(
    region: String, day: String, ids: [String]
  ) throws {
    let rows = try column("id", of: "/v1/provinces?region=\(region)&boundaries=\(day)")
    #expect(rows == ids.map(Value.text))
  }

  @Test func `the regions of a map part its units`() throws {
    for day in ["today", "2025-06-30"] {
      let slugs = try column("slug", of: "/v1/regions?boundaries=\(day)").compactMap(\.text)
      let all = try ask("/v1/provinces?boundaries=\(day)").data()
      let joined = slugs.joined(separator: ",")
      #expect(try ask("/v1/provinces?boundaries=\(day)&region=\(joined)").data() == all)
      var ids: [Value] = []
      for slug in slugs {
        let rows = try ask("/v1/provinces?boundaries=\(day)&region=\(slug)").data().elements
        ids += rows.compactMap { $0["id"] }
      }
      #expect(Set(ids).count == ids.count)
      #expect(ids.count == all.elements.count)
    }
  }

  @Test func `conditions narrow each other`() throws {
    #expect(
      try column("id", of: "/v1/provinces?region=dong-nam-bo&type=municipality") == ["79-2025"])
    #expect(
      try ask("/v1/provinces?region=tay-nguyen&boundaries=2025-06-30&type=municipality")
        .data() == [])
  }

  @Test func `a region that is not on the map is refused`() throws {
    let answer = ask("/v1/provinces?region=tay-nguyen")
    #expect(answer.status == 400)
    #expect(try answer.json()["errors"]?[0]?["parameter"] == "region")
  }
}
