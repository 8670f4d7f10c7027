import JSON
import Statistics
import Testing

/// Units of a map in the order of a value; no rank where one has none.
@Suite struct RankingTests {
  /// A world of five units "11" to "15" that nothing happens to, with "dti" of 2022 and 2023.
  private func world(_ values: [String: String] = [:]) -> World {
    var world = World()
    world.contents.provinces = (11...15).map {
      World.province("\($0)-2008", from: "2008-08-01")
    }
    world.change("dti") {
      $0.decimals = 2
      $0.direction = .higherIsBetter
    }
    for (code, figures) in values.sorted(by: { $0.key < $1.key }) {
      world.figures("dti", "\(code)-2008", figures)
    }
    return world
  }

  private func ranking(
    _ world: World, _ period: String = "2023", of units: [String]? = nil, across: Bool = false,
    asOf: String = "2030-01-01"
  ) -> Ranking {
    let snapshot = world.snapshot
    let map = snapshot.maps[0].provinces.map { snapshot.provinces.ids[$0] }
    return Ranking(
      0, .written(period), units: (units ?? map).compactMap { snapshot.areas.place($0) },
      ofWholeMap: units == nil, in: snapshot.atlas(on: "2010-01-01", asOf: asOf),
      acrossBreaks: across)
  }

  /// "11:1 12:2= 13:-" in the order of the rows; "=" where the rank is shared.
  private func words(_ ranking: Ranking, in world: World) -> String {
    let ids = world.snapshot.areas.ids
    return ranking.rows.map { row in
      "\(ids[row.area].prefix(2)):\(row.rank.map(String.init) ?? "-")\(row.isTied ? "=" : "")"
    }.joined(separator: " ")
  }

  @Test func `the highest value is first where higher is better`() {
    let world = world([
      "11": "2023=1", "12": "2023=5", "13": "2023=3", "14": "2023=4", "15": "2023=2",
    ])
    let ranking = ranking(world)
    #expect(words(ranking, in: world) == "12:1 14:2 13:3 15:4 11:5")
    #expect(ranking.isComplete)
    #expect(ranking.mean == Decimal(3))
    #expect(ranking.rows.allSatisfy { $0.outOf == 5 })
    #expect(ranking.previousPeriod == nil)
  }

  @Test func `the lowest value is first where lower is better`() {
    var world = world([
      "11": "2023=1", "12": "2023=5", "13": "2023=3", "14": "2023=4", "15": "2023=2",
    ])
    world.change("dti") { $0.direction = .lowerIsBetter }
    #expect(words(ranking(world), in: world) == "11:1 15:2 13:3 14:4 12:5")
  }

  @Test func `equal values share a rank and the next is skipped`() {
    let world = world([
      "11": "2023=2", "12": "2023=5", "13": "2023=2", "14": "2023=2", "15": "2023=1",
    ])
    #expect(words(ranking(world), in: world) == "12:1 11:2= 13:2= 14:2= 15:5")
    let pairs = self.world([
      "11": "2023=2", "12": "2023=2", "13": "2023=1", "14": "2023=1", "15": "2023=1",
    ])
    #expect(words(ranking(pairs), in: pairs) == "11:1= 12:1= 13:3= 14:3= 15:3=")
  }

  @Test func `a value written otherwise is the same value`() {
    let world = world([
      "11": "2023=0.50", "12": "2023=0.5", "13": "2023=5e-1", "14": "2023=0.4", "15": "2023=0.3",
    ])
    #expect(words(ranking(world), in: world) == "11:1= 12:1= 13:1= 14:4 15:5")
  }

  @Test func `where one unit has no value nobody has a rank`() {
    var world = world(["11": "2023=1 2022=1", "12": "2023=5", "13": "2023=3", "14": "2023=4"])
    for gap in [false, true] {
      if gap { world.observe("dti", "15-2008", "2023", nil, "old") { $0.missing = .withheld } }
      let ranking = ranking(world)
      #expect(words(ranking, in: world) == "11:- 12:- 13:- 14:- 15:-")
      #expect(!ranking.isComplete)
      #expect(ranking.mean == nil)
      #expect(ranking.rows.allSatisfy { $0.outOf == nil && $0.previousRank == nil })
    }
  }

  @Test func `the mean is rounded to the indicator's digits`() {
    let world = world([
      "11": "2023=1", "12": "2023=1", "13": "2023=1", "14": "2023=1", "15": "2023=1.33",
    ])
    #expect(ranking(world).mean?.description == "1.07")
  }

  @Test func `the change of rank is places gained since the period before`() {
    let world = world([
      "11": "2021=9 2022=1 2023=5", "12": "2022=2 2023=4", "13": "2022=3 2023=3",
      "14": "2022=4 2023=2", "15": "2022=5 2023=1",
    ])
    let ranking = ranking(world)
    #expect(ranking.previousPeriod == .written("2022"))
    #expect(!ranking.isAcrossBreak)
    #expect(ranking.rows.map(\.previousRank) == [5, 4, 3, 2, 1])
    #expect(ranking.rows.map(\.rankChange) == [4, 2, 0, -2, -4])
    // Of 2021 only one unit has a value, so nobody had a rank.
    let earlier = self.ranking(world, "2022")
    #expect(earlier.previousPeriod == .written("2021"))
    #expect(earlier.rows.allSatisfy { $0.previousRank == nil && $0.rankChange == nil })
    #expect(earlier.rows.allSatisfy { !$0.isRefused })
  }

  @Test func `a change of rank across a change of method is given only when asked for`() {
    var world = world([
      "11": "2022=1 2023=5", "12": "2022=2 2023=4", "13": "2022=3 2023=3", "14": "2022=4 2023=2",
      "15": "2022=5 2023=1",
    ])
    world.method(of: "dti", changesIn: "2023")
    let plain = ranking(world)
    #expect(plain.isAcrossBreak)
    #expect(plain.rows.allSatisfy { $0.rank != nil && $0.rankChange == nil && $0.isRefused })
    let across = ranking(world, across: true)
    #expect(across.isAcrossBreak)
    #expect(across.rows.map(\.rankChange) == [4, 2, 0, -2, -4])
    #expect(across.rows.allSatisfy { !$0.isRefused })
  }

  @Test func `the previous period is of the same frequency`() {
    let world = world([
      "11": "2022=1 2023-Q1=1 2023=5", "12": "2022=2 2023=4", "13": "2022=3 2023=3",
      "14": "2022=4 2023=2", "15": "2022=5 2023=1",
    ])
    #expect(ranking(world).previousPeriod == .written("2022"))
  }

  private func publish(
    _ rank: Int, of code: String, in world: inout World, outOf: Int? = 5, from source: String
  ) {
    var published = PublishedRank(period: .written("2023"))
    published.indicator = "dti"
    published.area = "\(code)-2008"
    published.rank = rank
    published.outOf = outOf
    published.source = source
    world.contents.publishedRanks.append(published)
  }

  @Test func `published ranks stand in where none can be computed`() {
    var world = world(["11": "2023=1", "12": "2023=5", "13": "2022=3"])
    world.source("paper", published: "2024-03-01")
    publish(1, of: "12", in: &world, from: "paper")
    publish(3, of: "15", in: &world, from: "paper")
    publish(3, of: "14", in: &world, outOf: nil, from: "paper")
    let ranking = ranking(world)
    #expect(words(ranking, in: world) == "12:1 14:3= 15:3= 11:- 13:-")
    #expect(ranking.rows.map(\.outOf) == [5, nil, 5, nil, nil])
    #expect(ranking.rows.map { $0.published?.source } == ["paper", "paper", "paper", nil, nil])
    #expect(ranking.rows.map { $0.cell?.value } == [Decimal(5), nil, nil, Decimal(1), nil])
    #expect(ranking.rows.allSatisfy { $0.rankChange == nil })
    #expect(ranking.mean == nil)
    let before = self.ranking(world, asOf: "2024-02-29")
    #expect(words(before, in: world) == "11:- 12:- 13:- 14:- 15:-")
  }

  @Test func `of two published ranks the newer one stands`() {
    var world = world(["11": "2023=1"])
    world.source("later", published: "2024-04-01")
    world.source("paper", published: "2024-03-01")
    publish(2, of: "12", in: &world, from: "later")
    publish(1, of: "12", in: &world, from: "paper")
    #expect(words(ranking(world), in: world) == "12:2 11:- 13:- 14:- 15:-")
    #expect(
      words(ranking(world, asOf: "2024-03-31"), in: world) == "12:1 11:- 13:- 14:- 15:-")
  }

  @Test func `computed ranks need no published ones`() {
    var world = world([
      "11": "2023=1", "12": "2023=5", "13": "2023=3", "14": "2023=4", "15": "2023=2",
    ])
    world.source("paper", published: "2024-03-01")
    publish(5, of: "12", in: &world, from: "paper")
    let ranking = ranking(world)
    #expect(words(ranking, in: world) == "12:1 14:2 13:3 15:4 11:5")
    #expect(ranking.rows.allSatisfy { $0.published == nil })
  }

  @Test func `some units are ranked among themselves, without published ranks`() {
    var world = world(["11": "2023=1", "12": "2023=5", "13": "2023=3"])
    world.source("paper", published: "2024-03-01")
    publish(1, of: "14", in: &world, from: "paper")
    let some = ranking(world, of: ["11-2008", "13-2008", "12-2008"])
    #expect(words(some, in: world) == "12:1 13:2 11:3")
    #expect(some.rows.allSatisfy { $0.outOf == 3 })
    #expect(some.mean == Decimal(3))
    #expect(words(ranking(world, of: ["11-2008", "14-2008"]), in: world) == "11:- 14:-")
  }
}
