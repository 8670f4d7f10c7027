import API
import Testing

/// The contents page: what is on it can be asked.
@Suite struct RoutesTests {
  @Test(arguments: Examples.json) func `every route answers`(_ example: Example) throws {
    let answer = ask(example.target)
    #expect(answer.status == 200, "\(answer.text)")
    #expect(answer[field: "Content-Type"] == "application/json")
    #expect(!answer.closes)
  }

  @Test func `the front door leads to the index`() {
    let answer = ask("/")
    #expect(answer.status == 303)
    #expect(answer[field: "Location"] == "/v1")
    #expect(answer.bytes.isEmpty)
  }

  @Test(arguments: [("/healthz", "ok\n"), ("/readyz", "ready\n")])
  func `machines that watch get a word, never a kept one`(path: String, word: String) {
    let answer = ask(path)
    #expect(answer.status == 200)
    #expect(answer.text == word)
    #expect(answer[field: "Content-Type"] == "text/plain; charset=utf-8")
    #expect(answer[field: "Cache-Control"] == "no-store")
  }

  @Test func `no two routes have one pattern`() {
    let patterns = Routes.all.map(\.pattern)
    #expect(Set(patterns).count == patterns.count)
  }

  @Test func `every route says what it is in both languages`() {
    for route in Routes.all {
      #expect(!route.summary.vi.isEmpty, "\(route.pattern)")
      #expect(!route.summary.en.isEmpty, "\(route.pattern)")
      #expect(route.summary.vi != route.summary.en, "\(route.pattern)")
    }
  }

  @Test func `an absolute address is asked like its path`() {
    #expect(
      ask("http://localhost/v1/provinces/48?fields=id").bytes
        == ask("/v1/provinces/48?fields=id").bytes)
  }

  @Test func `an encoded path is decoded once`() throws {
    #expect(try ask("/v1/provinces/%34%38?fields=id").data() == ["id": "48-2025"])
    #expect(ask("/v1/provinces/%2534%2538").status == 404)
  }

  @Test func `an encoded slash does not part a path`() {
    #expect(ask("/v1/commitments/5-5-5-2024%2Fkhong-3").status == 404)
    #expect(ask("/v1%2Fprovinces").status == 404)
  }
}
