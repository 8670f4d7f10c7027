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
    ("46", "46-2008"), ("hue", "46-2008"), ("quang-ninh", "22-2008"),
  ])
  func `code, ISO code, slug and id all find a province`(name: String, id: String) throws {
    let answer = ask("/v1/provinces/\(name)")
    #expect(try answer.data()["id"]?.text == id)
    #expect(try answer.json()["links"]?["canonical"]?.text == "/v1/provinces/\(id)")
    #expect(answer[field: "Link"] == "</v1/provinces/\(id)>; rel=\"canonical\"")
  }
}
