import Statistics
import Testing

@Suite struct NearestTests {
  static let words = ["indicator", "area", "province", "region", "level", "period", "source", "48"]

  @Test(arguments: [
    ("indicater", "indicator"), ("indicato", "indicator"), ("indicators", "indicator"),
    ("idnicator", "indicator"), ("INDICATOR", "indicator"), ("indcatr", "indicator"),
    ("provnice", "province"), ("ara", "area"), ("levle", "level"), ("4S", "48"), ("peri", "period"),
    ("sou", "source"), ("perio", "period"),
  ])
  func `a mistyped word finds the one that was meant`(_ row: (typed: String, meant: String)) {
    #expect(Nearest.one(to: row.typed, among: NearestTests.words) == row.meant)
  }

  @Test(arguments: ["", "zzz", "so", "population", "xyzzyabc", "lxxxl", "vùng"])
  func `a word that is near to none finds none`(_ typed: String) {
    #expect(Nearest.one(to: typed, among: NearestTests.words) == nil)
    #expect(Nearest.some(to: typed, among: NearestTests.words).isEmpty)
  }

  @Test func `an empty list has nothing near`() {
    #expect(Nearest.one(to: "area", among: []) == nil)
    #expect(Nearest.some(to: "a", among: [""]) == [""])
  }

  @Test func `the nearest come first, equally near ones by their bytes, then beginnings`() {
    let candidates = ["gdp-growth", "gdp-share-x", "gdp-shard", "gdp-shares", "gdp-share", "zzz"]
    #expect(
      Nearest.some(to: "gdp-share", among: candidates)
        == ["gdp-share", "gdp-shard", "gdp-shares"])
    #expect(
      Nearest.some(to: "gdp-share", among: candidates, atMost: 9)
        == ["gdp-share", "gdp-shard", "gdp-shares", "gdp-share-x"])
    #expect(Nearest.some(to: "gdp", among: candidates, atMost: 1) == ["gdp-growth"])
  }

  @Test func `no more are named than asked for`() {
    let candidates = (0..<50).map { "word-\($0)" }
    #expect(Nearest.some(to: "word-1x", among: candidates).count == 3)
    #expect(Nearest.some(to: "word-1x", among: candidates, atMost: 7).count == 7)
  }

  @Test func `a very long word costs no more than its first 80 bytes`() {
    let long = String(repeating: "a", count: 100_000)
    let eighty = String(repeating: "a", count: 80)
    #expect(Nearest.some(to: long, among: [eighty, "b"]) == [eighty])
  }
}
