import API
import Testing

/// `/v1/search`: how it is asked and answered; what finds what is the business of the room Search.
@Suite struct SearchTests {
  @Test func `a former name leads to the present unit`() throws {
    let rows = try ask("/v1/search?q=quang%20nam").data().elements
    try #require(rows.count > 1)
    #expect(
      rows[0]
        == (try value(
          """
          {"type":"province","id":"49-2008","name":{"vi":"Quảng Nam","en":"Quang Nam"},\
          "href":"/v1/provinces/49-2008","matchedBy":"name",\
          "snippet":[{"text":"Quảng Nam","match":true},{"text":", đến 30/6/2025"}],\
          "successors":["48-2025"]}
          """)))
    #expect(
      rows[1]
        == (try value(
          """
          {"type":"province","id":"48-2025","name":{"vi":"Đà Nẵng","en":"Da Nang"},\
          "href":"/v1/provinces/48-2025","matchedBy":"predecessor",\
          "snippet":[{"text":"gồm Đà Nẵng và "},{"text":"Quảng Nam","match":true}]}
          """)))
  }

  static let spellings = [
    "da+nang", "DA%20NANG", "%C4%90%C3%A0%20N%E1%BA%B5ng",
    "%C4%90a%CC%80%20Na%CC%86%CC%83ng", "++da-nang+",
  ]

  @Test(arguments: spellings)
  func `every spelling finds the same`(_ words: String) throws {
    #expect(try ask("/v1/search?q=\(words)").data() == ask("/v1/search?q=da%20nang").data())
  }

  @Test(arguments: ["", "?type=task", "?q=", "?q=+", "?q=%20%C2%A0", "?q=%20&limit=5"])
  func `words are asked for where there are none, once`(_ query: String) throws {
    let answer = ask("/v1/search\(query)")
    #expect(answer.status == 400)
    let errors = try answer.json()["errors"]?.elements ?? []
    #expect(errors.count == 1)
    #expect(errors.first?["code"] == "empty")
    #expect(errors.first?["parameter"] == "q")
  }

  @Test func `as many characters are taken as are allowed, however they are written`() throws {
    let letter = "a%CC%80"
    #expect(ask("/v1/search?q=" + String(repeating: letter, count: 100)).status == 200)
    #expect(ask("/v1/search?q=+" + String(repeating: "a", count: 100) + "+").status == 200)
    let answer = ask("/v1/search?q=" + String(repeating: letter, count: 101))
    #expect(answer.status == 400)
    #expect(try answer.json()["errors"]?.elements.first?["code"] == "outOfRange")
  }

  @Test(arguments: [
    ("q=a&limit=0", "limit", "outOfRange"), ("q=a&limit=101", "limit", "outOfRange"),
    ("q=a&type=tasks", "type", "unknownValue"), ("q=a&sort=id", "sort", "notHere"),
    ("q=a&type=task,task", "type", "repeated"), ("q=a&q=b", "q", "repeated"),
    ("q=a&fields=score", "fields", "unknownValue"),
  ])
  func `what cannot be asked is refused`(query: String, parameter: String, code: String) throws {
    let answer = ask("/v1/search?\(query)")
    #expect(answer.status == 400)
    let errors = try answer.json()["errors"]?.elements ?? []
    #expect(errors.count == 1)
    #expect(errors.first?["parameter"]?.text == parameter)
    #expect(errors.first?["code"]?.text == code)
  }

  @Test func `all that is wrong is said at once`() throws {
    let errors = try ask("/v1/search?type=tasks&limit=0&offset=-1").json()["errors"]?.elements ?? []
    #expect(Set(errors.compactMap { $0["parameter"]?.text }) == ["q", "type", "limit", "offset"])
  }

  @Test func `twenty hits are given unasked, and a link to the rest`() throws {
    let json = try ask("/v1/search?q=chuyen+doi+so").json()
    #expect(json["data"]?.elements.count == 20)
    #expect(json["meta"]?["count"]?.integer == 20)
    #expect(json["meta"]?["limit"]?.integer == 20)
    #expect((json["meta"]?["total"]?.integer ?? 0) > 20)
    #expect(json["links"]?["next"] == "/v1/search?q=chuyen%20doi%20so&offset=20")
  }

  @Test func `a type chooses, the counts by type stay`() throws {
    let all = try ask("/v1/search?q=da+nang&limit=100").json()
    let counts = try #require(all["meta"]?["byType"])
    let types = try #require(all["data"]).elements.compactMap { $0["type"]?.text }
    for type in ["province", "agency", "source", "task"] {
      #expect(counts[type]?.integer == types.count { $0 == type })
      let some = try ask("/v1/search?q=da+nang&type=\(type)&limit=100").json()
      #expect(some["meta"]?["byType"] == counts)
      #expect(some["meta"]?["total"] == counts[type])
      #expect(
        some["data"]?.elements == all["data"]?.elements.filter { $0["type"]?.text == type })
    }
    #expect(counts["province"]?.integer == 2)
    #expect(counts["pillar"]?.integer == 0)
  }

  @Test(arguments: ["da+nang", "s%E1%BB%91", "bo", "411", "d", "hue", "kh%C3%B4ng+ti%E1%BB%81n"])
  func `every hit leads to what it names`(_ words: String) throws {
    for hit in try ask("/v1/search?q=\(words)&limit=100").data().elements {
      let href = try #require(hit["href"]?.text)
      let thing = try ask(href).data()
      #expect(thing["id"] == hit["id"], "\(href)")
    }
  }

  @Test func `fields are chosen as everywhere`() throws {
    let rows = try ask("/v1/search?q=vneid&fields=id,type&limit=1").data().elements
    #expect(rows == [try value(#"{"id":"vneid","type":"platform"}"#)])
  }

  @Test(arguments: [
    ("da+nangg", "da%20nang"), ("quangg+nam", "quang%20nam"), ("vneid+xyzxyz", "vneid"),
    ("Hu%E1%BA%BF+V%C5%A9ng+T%C3%A0u", "vung%20tau"),
  ])
  func `nothing found says what is near`(_ words: String, near: String) throws {
    let json = try ask("/v1/search?q=\(words)&type=task").json()
    #expect(json["data"]?.elements == [])
    let empty = try #require(json["meta"]?["empty"])
    #expect(empty["because"]?.elements.compactMap { $0["parameter"]?.text } == ["q"])
    let address = try #require(empty["near"]?.elements.first?.text)
    #expect(address == "/v1/search?q=\(near)")
    #expect(try !ask(address).data().elements.isEmpty)
  }

  @Test func `nothing near is said too`() throws {
    let empty = try ask("/v1/search?q=%3F%3F%3F").json()["meta"]?["empty"]
    #expect(empty?["near"]?.elements == [])
    #expect(empty?["explanation"]?["en"] == #"Nothing has all the words of "???"."#)
  }

  @Test func `nothing of a type says that it is the type`() throws {
    let empty = try ask("/v1/search?q=da+nang&type=task").json()["meta"]?["empty"]
    #expect(empty?["because"]?.elements.compactMap { $0["parameter"]?.text } == ["type"])
    #expect(empty?["near"]?.elements.first == "/v1/search?q=da%20nang")
  }

  @Test func `on a day before the merger the old unit comes first`() throws {
    let api = API.on("2025-06-30")
    let hits = try ask("/v1/search?q=da+nang", of: api).data().elements
    #expect(hits.first?["id"] == "48-2008")
    #expect(hits.first?["successors"] == nil)
    let tags = [api, API.on("2025-07-01"), API.on("2025-07-02")].map {
      ask("/v1/search?q=da+nang", of: $0)[field: "ETag"]
    }
    #expect(tags[0] != tags[1])
    #expect(tags[1] == tags[2])
  }

  @Test func `the index says how to search`() throws {
    #expect(
      try ask("/v1").json()["links"]?["search"] == "/v1/search{?q,type,limit,offset}")
  }

  private func value(_ text: String) throws -> Value { try Value(Array(text.utf8)) }
}
