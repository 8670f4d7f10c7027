import API
import Statistics
import Testing

/// Links that begin with the address under which the world reaches the server.
@Suite struct PublicURLTests {
  private static let base = "https://example.org/du-lieu"

  private static let api: API = {
    guard let url = PublicURL(base + "/"), let day = Day("2026-11-22") else {
      preconditionFailure("the test's own address is one")
    }
    return API(API.snapshot, publicURL: url) { day }
  }()

  @Test(arguments: [
    ("https://example.org", "https://example.org"), ("http://[::1]:8080/", "http://[::1]:8080"),
    ("https://example.org/a/b/", "https://example.org/a/b"),
  ])
  func `a scheme, a host, maybe a port and a path are an address`(text: String, url: String) {
    #expect(PublicURL(text)?.text == url)
  }

  @Test(arguments: [
    "", "example.org", "ftp://example.org", "https://", "https:///v1", "https://:80",
    "https://a@example.org", "https://example.org?a", "https://example.org#a", "https://exam ple",
    "https://example.org/\"", "https://\(String(repeating: "a", count: 200))",
  ])
  func `nothing else is`(text: String) {
    #expect(PublicURL(text) == nil)
  }

  @Test(arguments: Examples.json)
  func `the links of an answer begin with it`(_ example: Example) throws {
    let links = try #require(try ask(example.target, of: PublicURLTests.api).json()["links"])
    let paths = try #require(try ask(example.target).json()["links"])
    for key in links.keys {
      let link = try #require(links[key]?.text)
      #expect(link == PublicURLTests.base + (paths[key]?.text ?? ""), "\(key)")
    }
  }

  @Test func `so do the head's, and every other address of an answer`() throws {
    let page = ask("/v1/provinces?limit=5&offset=5", of: PublicURLTests.api)
    let link = try #require(page[field: "Link"])
    for part in link.split(separator: ", ") {
      #expect(part.hasPrefix("<\(PublicURLTests.base)/v1/provinces?limit=5"), "\(part)")
    }
    let canonical = ask("/v1/provinces/48", of: PublicURLTests.api)[field: "Link"]
    #expect(canonical == "<\(PublicURLTests.base)/v1/provinces/48-2025>; rel=\"canonical\"")
    let hit = try ask("/v1/search?q=quang+nam", of: PublicURLTests.api).data()[0]
    #expect(hit?["href"]?.text?.hasPrefix("\(PublicURLTests.base)/v1/") == true)
    let collection = try ask("/v1", of: PublicURLTests.api).data()["collections"]?[0]
    #expect(collection?["href"]?.text == "\(PublicURLTests.base)/v1/provinces")
    let empty = try ask("/v1/observations?indicator=dti&period=2098", of: PublicURLTests.api).json()
    let near = empty["meta"]?["empty"]?["near"]?[0]?.text
    #expect(near?.hasPrefix("\(PublicURLTests.base)/v1/observations?") == true)
  }

  @Test func `so do a cube's own address and those of the descriptions`() throws {
    let target = "/v1/indicators/dti/ranking?period=2023&format=jsonstat"
    let cube = try ask(target, of: PublicURLTests.api).json()
    #expect(cube["href"]?.text == PublicURLTests.base + target)
    let package = try ask("/datapackage.json", of: PublicURLTests.api).json()
    for resource in package["resources"]?.elements ?? [] {
      #expect(resource["path"]?.text?.hasPrefix("\(PublicURLTests.base)/v1/") == true)
    }
    let catalog = try ask("/catalog.jsonld", of: PublicURLTests.api).json()
    let file = catalog["dcat:dataset"]?[0]?["dcat:distribution"]?["dcat:downloadURL"]
    #expect(file == ["@id": .text("\(PublicURLTests.base)/v1/export.ndjson")])
  }

  @Test func `so do those of the structures of SDMX`() {
    let target = "/sdmx/2.1/codelist?detail=allstubs"
    let lists = ask(target, of: PublicURLTests.api).tags("str:Codelist")
    #expect(!lists.isEmpty)
    for (list, plain) in zip(lists, ask(target).tags("str:Codelist")) {
      #expect(list["structureURL"] == PublicURLTests.base + (plain["structureURL"] ?? "-"))
    }
  }

  @Test func `the rows and a problem are the same wherever they are served`() throws {
    let target = "/v1/observations?indicator=dti&period=2023"
    #expect(ask(target, of: PublicURLTests.api).data == ask(target).data)
    let problem = "/v1/provinces/49"
    #expect(ask(problem, of: PublicURLTests.api).bytes == ask(problem).bytes)
  }

  @Test(arguments: ["/v1", "/v1/provinces/48", "/datapackage.json"])
  func `another address has other tags`(target: String) {
    let tags = [ask(target, of: PublicURLTests.api), ask(target)].map { $0[field: "ETag"] }
    #expect(tags[0] != nil && tags[0] != tags[1])
  }
}
