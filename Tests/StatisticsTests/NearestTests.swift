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

  /// By the definition: whole tables, no bound.
  private static func changes(_ one: [UInt8], _ other: [UInt8]) -> Int {
    var rows = [Array(0...other.count)]
    for row in one.indices {
      var current = [row + 1]
      for column in other.indices {
        var best = min(
          rows[row][column + 1] + 1, current[column] + 1,
          rows[row][column] + (one[row] == other[column] ? 0 : 1))
        if row > 0, column > 0, one[row] == other[column - 1], one[row - 1] == other[column] {
          best = min(best, rows[row - 1][column - 1] + 1)
        }
        current.append(best)
      }
      rows.append(current)
    }
    return rows[one.count][other.count]
  }

  @Test func `it compares as the whole table would`() {
    var state: UInt64 = 7
    func word(_ count: Int) -> String {
      String(
        decoding: (0..<count).map { _ in
          state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
          return UInt8(ascii: "a") + UInt8(state >> 63)
        }, as: UTF8.self)
    }
    var near = 0
    for round in 0..<1500 {
      let (one, other) = (word(1 + round % 17), word(round / 17 % 17))
      let most = max(1, min(one.utf8.count / 3, 4))
      let isNear = Self.changes(Array(one.utf8), Array(other.utf8)) <= most
      let begins = one.utf8.count >= 3 && other.utf8.starts(with: one.utf8)
      #expect(
        (Nearest.one(to: one, among: [other]) != nil) == (isNear || begins), "\(one) \(other)")
      near += isNear ? 1 : 0
    }
    #expect(near > 100)
  }

  @Test func `a word that is there twice is named once, in any case of letters`() {
    #expect(Nearest.some(to: "AREAS", among: ["area", "Đa", "area"]) == ["area"])
    #expect(Nearest.some(to: "đà", among: ["ĐÀ", "ĐÀ"]) == ["ĐÀ"])
  }
}
