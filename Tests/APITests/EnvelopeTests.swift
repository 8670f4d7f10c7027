import Testing

/// What stands around every answer: data, meta, links, and nothing else.
@Suite struct EnvelopeTests {
  @Test(arguments: Examples.json) func `nothing else stands at the top`(_ example: Example) throws {
    let json = try ask(example.target).json()
    #expect(json.keys == ["data", "meta", "links"])
  }

  @Test(arguments: Examples.collections)
  func `the data of a collection is a list of objects`(_ example: Example) throws {
    guard case .list(let rows) = try ask(example.target).data() else {
      Issue.record("no list")
      return
    }
    #expect(!rows.isEmpty)
    for row in rows { #expect(!row.keys.isEmpty) }
  }

  @Test(arguments: Examples.things)
  func `the data of a thing is an object`(_ example: Example) throws {
    #expect(try !ask(example.target).data().keys.isEmpty)
  }

  @Test(arguments: Examples.json)
  func `every answer names its snapshot and the newest publication`(_ example: Example) throws {
    let meta = try #require(try ask(example.target).json()["meta"])
    let snapshot = try #require(meta["snapshot"]?.text)
    #expect(snapshot.wholeMatch(of: /sha256:[0-9a-f]{64}/) != nil)
    let day = try #require(meta["lastUpdated"]?.text)
    #expect(day.wholeMatch(of: /20\d\d-\d\d-\d\d/) != nil)
  }

  @Test(arguments: Examples.collections)
  func `a collection counts itself`(_ example: Example) throws {
    let answer = ask(example.target)
    let json = try answer.json()
    let rows = try answer.data().elements.count
    #expect(json["meta"]?["count"]?.integer == rows)
    // Search alone has a limit where none is given.
    if json["meta"]?["limit"] == .null { #expect(json["meta"]?["total"]?.integer == rows) }
    #expect(json["meta"]?["limit"] != nil)
    #expect(json["meta"]?["offset"] == 0)
  }

  @Test(arguments: Examples.collections)
  func `a collection tells total and snapshot in its head too`(_ example: Example) throws {
    let answer = ask(example.target)
    let meta = try #require(try answer.json()["meta"])
    #expect(answer[field: "X-Total-Count"] == meta["total"]?.integer.map { "\($0)" })
    #expect(answer[field: "X-Snapshot"] == meta["snapshot"]?.text)
  }

  @Test(arguments: Examples.things)
  func `a thing has no count in its head`(_ example: Example) {
    #expect(ask(example.target)[field: "X-Total-Count"] == nil)
  }

  @Test(arguments: Examples.json)
  func `links begin with the address itself`(_ example: Example) throws {
    let links = try #require(try ask(example.target).json()["links"])
    #expect(links.keys.first == "self")
    #expect(links["self"]?.text == example.target)
  }

  @Test(arguments: Examples.json)
  func `every link is an address of this program`(_ example: Example) throws {
    let links = try #require(try ask(example.target).json()["links"])
    for key in links.keys {
      let link = try #require(links[key]?.text)
      #expect(link.hasPrefix("/"), "\(key)")
      // A template is for programs to fill.
      if !link.contains("{") { #expect(ask(link).status == 200, "\(key): \(link)") }
    }
  }

  @Test(arguments: [
    ("/v1/provinces", "2025-07-01"), ("/v1/provinces/48", "2025-07-01"),
    ("/v1/regions", "2025-07-01"), ("/v1/regions/dong-nam-bo", "2025-07-01"),
    ("/v1/provinces?boundaries=today", "2025-07-01"),
    ("/v1/provinces?boundaries=2024-02-29", "2024-02-29"),
    ("/v1/provinces/49-2008", "2008-08-01"), ("/v1/provinces/48-2025", "2025-07-01"),
    ("/v1/regions/dong-nam-bo?boundaries=2025-06-30", "2025-06-30"),
    ("/v1/observations?indicator=dti&area=48-2008", "published"),
  ])
  func `meta says on which map an answer stands`(target: String, map: String) throws {
    #expect(try ask(target).json()["meta"]?["boundaries"]?.text == map)
  }
}
