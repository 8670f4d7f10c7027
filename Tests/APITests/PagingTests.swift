import API
import Testing

/// `limit=` and `offset=`: parts that make up the whole.
@Suite struct PagingTests {
  @Test(arguments: Examples.collections)
  func `the pages that next leads to make up the whole`(_ example: Example) throws {
    // As much as can be asked for at once, whatever a collection gives by itself.
    let whole = try ask(example.with("limit=100")).data().elements
    let limit = max(1, whole.count / 4)
    var address: String? = example.with("limit=\(limit)")
    var rows: [Value] = []
    var pages = 0
    while let target = address, rows.count < whole.count {
      let answer = ask(target)
      let page = try answer.data().elements
      let json = try answer.json()
      #expect(json["meta"]?["count"]?.integer == page.count)
      #expect(json["meta"]?["limit"]?.integer == limit)
      #expect(json["meta"]?["offset"]?.integer == rows.count)
      rows += page
      address = json["links"]?["next"]?.text
      pages += 1
    }
    #expect(rows.prefix(whole.count) == whole[...])
    #expect(pages >= min(4, whole.count))
  }

  @Test func `the first page has a next and no previous, the last a previous and no next`() throws {
    let first = try ask("/v1/provinces?limit=20").json()["links"]
    #expect(first?["prev"] == nil)
    #expect(first?["next"] == "/v1/provinces?limit=20&offset=20")
    let last = try ask("/v1/provinces?limit=20&offset=20").json()["links"]
    #expect(last?["next"] == nil)
    #expect(last?["prev"] == "/v1/provinces?limit=20")
  }

  @Test func `a page in the middle has both, in the head too`() throws {
    let answer = ask("/v1/provinces?boundaries=today&sort=-code&fields=id&limit=5&offset=10")
    let base = "/v1/provinces?boundaries=today&sort=-code&fields=id&limit=5"
    let links = try answer.json()["links"]
    #expect(links?["next"]?.text == "\(base)&offset=15")
    #expect(links?["prev"]?.text == "\(base)&offset=5")
    #expect(
      answer[field: "Link"]
        == "<\(base)&offset=15>; rel=\"next\", <\(base)&offset=5>; rel=\"prev\"")
  }

  @Test func `a page that ends with the last row has no next`() throws {
    #expect(try ask("/v1/provinces?limit=34").json()["links"]?["next"] == nil)
    #expect(try ask("/v1/provinces?limit=17&offset=17").json()["links"]?["next"] == nil)
    #expect(ask("/v1/provinces?limit=34")[field: "Link"] == nil)
  }

  @Test func `previous never passes the beginning`() throws {
    let links = try ask("/v1/provinces?limit=10&offset=3").json()["links"]
    #expect(links?["prev"] == "/v1/provinces?limit=10")
  }

  @Test func `without a limit there are no pages`() throws {
    let answer = ask("/v1/provinces?offset=30")
    #expect(try answer.data().elements.count == 4)
    #expect(try answer.json()["links"]?["next"] == nil)
    #expect(try answer.json()["links"]?["prev"] == nil)
    #expect(try answer.json()["meta"]?["limit"] == .null)
    #expect(try answer.json()["meta"]?["total"] == 34)
  }

  @Test func `beyond the end there is nothing, and a way back`() throws {
    let answer = ask("/v1/provinces?limit=10&offset=999999999")
    #expect(try answer.data() == [])
    let meta = try answer.json()["meta"]
    #expect(meta?["total"] == 34)
    #expect(meta?["count"] == 0)
    #expect(meta?["offset"] == 999_999_999)
    let links = try #require(try answer.json()["links"])
    #expect(links["next"] == nil)
    let back = try ask(try #require(links["prev"]?.text)).data().elements
    #expect(back.last?["code"] == "96")
  }

  @Test func `an offset of nothing is no page of its own`() throws {
    let answer = ask("/v1/provinces?limit=5&offset=0")
    #expect(try answer.data() == (try ask("/v1/provinces?limit=5").data()))
  }

  @Test func `the total is of what matches, not of what is shown`() {
    let answer = ask("/v1/provinces?type=municipality&limit=1")
    let all = ask("/v1/provinces?type=municipality")
    #expect(answer[field: "X-Total-Count"] == all[field: "X-Total-Count"])
    #expect(answer[field: "X-Total-Count"] != "1")
  }
}
