import JSON
import Statistics
import Testing

/// What stands on a map: published, else carried by the indicator's rule, else missing.
@Suite struct AtlasTests {
  /// Two old provinces, 48 and 49, that 48-2025 follows; "dti" is carried by the rule.
  private func world(_ rule: AggregationRule, weight: String? = nil, decimals: Int = 4) -> World {
    var world = World()
    world.change("dti") {
      $0.aggregation.rule = rule
      $0.aggregation.weight = weight
      $0.decimals = decimals
    }
    return world
  }

  @Test(arguments: [
    (AggregationRule.sum, "2022=7"), (.mean, "2022=3.5"), (.none, "2022:noRule"),
  ])
  func `a series is carried by the indicator's rule`(rule: AggregationRule, words: String) throws {
    var world = world(rule)
    world.figures("dti", "48-2008", "2022=3")
    world.figures("dti", "49-2008", "2022=4")
    let snapshot = world.snapshot
    #expect(try snapshot.atlas(on: "2025-07-01").words("dti", "48-2025") == words)
    #expect(try snapshot.atlas(on: "2025-06-30").words("dti", "48-2008") == "2022=3")
    #expect(try snapshot.atlas().words("dti", "48-2025") == "")
  }

  @Test func `a weighted mean weighs by the other indicator of the same period`() throws {
    var world = world(.weightedMean, weight: "gdp", decimals: 2)
    world.figures("dti", "48-2008", "2022=10 2023=10")
    world.figures("dti", "49-2008", "2022=20 2023=20")
    world.figures("gdp", "48-2008", "2022=1 2023=1")
    world.figures("gdp", "49-2008", "2022=2")
    let atlas = world.snapshot.atlas(on: "2025-07-01")
    #expect(try atlas.words("dti", "48-2025") == "2022=16.67 2023:inputMissing")
  }

  @Test func `a rule needs the value of every predecessor`() throws {
    var world = world(.sum)
    world.figures("dti", "48-2008", "2021=1 2022=3")
    world.figures("dti", "49-2008", "2022=4 2023=1")
    world.observe("dti", "48-2008", "2023", nil, "old") { $0.missing = .withheld }
    let atlas = world.snapshot.atlas(on: "2025-07-01")
    #expect(
      try atlas.words("dti", "48-2025") == "2021:inputMissing 2022=7 2023:inputMissing")
    let derivation = try #require(
      try atlas.cell("dti", "48-2025", "2021").derivation)
    #expect(derivation.inputs.map(\.area) == ["48-2008", "49-2008"])
    #expect(derivation.inputs.map { $0.value?.description } == ["1", nil])
    #expect(derivation.inputs.map(\.source) == ["old", nil])
    #expect(derivation.published == nil)
  }

  @Test func `a range is no number for a rule`() throws {
    var world = world(.sum)
    world.figures("dti", "48-2008", "2022=3")
    world.observe("dti", "49-2008", "2022", nil, "old") {
      $0.annotation.low = Decimal(1)
      $0.annotation.high = Decimal(2)
      $0.qualifier = .range
    }
    let atlas = world.snapshot.atlas(on: "2025-07-01")
    #expect(try atlas.words("dti", "48-2025") == "2022:inputMissing")
  }

  @Test func `a published value beats a carried one`() throws {
    var world = world(.mean)
    world.figures("dti", "48-2008", "2023=1 2024=1")
    world.figures("dti", "49-2008", "2023=2 2024=2")
    world.figures("dti", "48-2025", "2024=1.6")
    let atlas = world.snapshot.atlas(on: "2025-07-01")
    #expect(try atlas.words("dti", "48-2025") == "2023=1.5 2024=1.6")
    #expect(try atlas.cell("dti", "48-2025", "2024").derivation == nil)
    #expect(try atlas.cell("dti", "48-2025", "2023").derivation?.rule == .mean)
  }

  @Test func `a published value is carried until it is known`() throws {
    var world = world(.mean)
    world.figures("dti", "48-2008", "2024=1")
    world.figures("dti", "49-2008", "2024=2")
    world.source("new", published: "2025-10-21")
    world.figures("dti", "48-2025", "2024=1.6", from: "new")
    let snapshot = world.snapshot
    let before = snapshot.atlas(on: "2025-07-01", asOf: "2025-10-20")
    #expect(try before.words("dti", "48-2025") == "2024=1.5")
    let after = snapshot.atlas(on: "2025-07-01", asOf: "2025-10-21")
    #expect(try after.words("dti", "48-2025") == "2024=1.6")
  }

  @Test func `what is published of a merged unit is not divided`() throws {
    var world = world(.mean)
    world.figures("dti", "48-2008", "2023=1")
    world.figures("dti", "48-2025", "2023=2 2024=3")
    let atlas = world.snapshot.atlas(on: "2025-06-30")
    #expect(try atlas.words("dti", "48-2008") == "2023=1 2024:notDivisible")
    #expect(try atlas.words("dti", "49-2008") == "2023:notDivisible 2024:notDivisible")
    let derivation = try #require(
      try atlas.cell("dti", "49-2008", "2024").derivation)
    #expect(derivation.inputs.map(\.area) == ["48-2025"])
    #expect(derivation.boundaries == .written("2008-08-01"))
  }

  @Test func `what a merged unit lacks is not said to be indivisible`() throws {
    var world = world(.mean)
    world.figures("dti", "48-2008", "2022=1")
    world.figures("dti", "49-2008", "2022=1")
    world.observe("dti", "48-2025", "2024", nil, "old") { $0.missing = .withheld }
    #expect(try world.snapshot.atlas(on: "2025-06-30").words("dti", "48-2008") == "2022=1")
  }

  @Test func `series go through two mergers`() throws {
    var world = world(.sum)
    world.contents.provinces[0].validTo = .written("2029-12-31")
    world.contents.provinces[3].validTo = .written("2029-12-31")
    world.contents.provinces.append(
      World.province("01-2030", from: "2030-01-01", predecessors: ["01-2008", "48-2025"]))
    world.figures("dti", "01-2008", "2022=1 2026=10")
    world.figures("dti", "48-2008", "2022=2")
    world.figures("dti", "49-2008", "2022=3")
    world.figures("dti", "48-2025", "2026=20")
    world.figures("dti", "01-2030", "2031=7")
    let snapshot = world.snapshot
    let last = snapshot.atlas(on: "2030-01-01")
    #expect(try last.words("dti", "01-2030") == "2022=6 2026=30 2031=7")
    let cell = try last.cell("dti", "01-2030", "2022")
    #expect(cell.derivation?.inputs.map(\.source) == ["old", nil])
    #expect(
      try snapshot.atlas(on: "2010-01-01").words("dti", "49-2008")
        == "2022=3 2026:notDivisible 2031:notDivisible")
  }

  @Test func `a unit that no merger touched stands on every map`() throws {
    var world = world(.none)
    world.figures("dti", "01-2008", "2022=1")
    let snapshot = world.snapshot
    for day in [nil, "2010-01-01", "2025-07-01"] {
      #expect(try snapshot.atlas(on: day).words("dti", "01-2008") == "2022=1")
    }
  }

  @Test func `a map holds its units, and every country`() {
    let snapshot = World().snapshot
    let areas = { (atlas: Atlas) in atlas.areas.map { snapshot.areas.ids[$0] } }
    #expect(
      areas(snapshot.atlas(on: "2010-01-01")) == ["01-2008", "48-2008", "49-2008", "SG", "VN"])
    #expect(areas(snapshot.atlas(on: "2025-07-01")) == ["01-2008", "48-2025", "SG", "VN"])
    #expect(areas(snapshot.atlas()).count == 6)
  }

  @Test func `a carried value is as precise as its inputs`() throws {
    var world = world(.sum)
    for (period, one, other) in [
      ("2021", Qualifier.moreThan, Qualifier.moreThan), ("2022", .exact, .about),
      ("2023", .exact, .exact),
    ] {
      world.observe("dti", "48-2008", period, 1, "old") { $0.qualifier = one }
      world.observe("dti", "49-2008", period, 1, "old") { $0.qualifier = other }
    }
    let atlas = world.snapshot.atlas(on: "2025-07-01")
    let qualifiers = try ["2021", "2022", "2023"].map {
      try atlas.cell("dti", "48-2025", $0).derivation?.qualifier
    }
    #expect(qualifiers == [.moreThan, .about, .exact])
  }

  @Test func `a carried value is as new as its newest input`() throws {
    var world = world(.sum)
    world.source("a", published: "2023-05-01")
    world.source("b", published: "2023")
    world.figures("dti", "48-2008", "2022=1", from: "a")
    world.figures("dti", "49-2008", "2022=1", from: "b")
    let derivation = try #require(
      try world.snapshot.atlas(on: "2025-07-01").cell("dti", "48-2025", "2022").derivation)
    #expect(derivation.published?.description == "2023")
    #expect(derivation.knownFrom == .written("2023-12-31"))
  }

  @Test func `figures without a period are not carried and stand last`() throws {
    var world = world(.sum)
    world.figures("dti", "48-2008", "2022=1")
    world.figures("dti", "49-2008", "2022=1")
    for area in ["48-2008", "49-2008", "48-2025"] { world.observe("dti", area, nil, 9, "old") }
    #expect(
      try world.snapshot.atlas(on: "2025-07-01").words("dti", "48-2025") == "2022=2 -=9")
  }

  @Test func `a region is made of all its units by the same rule`() throws {
    var world = world(.sum)
    var region = Region()
    region.id = "north"
    region.validFrom = .written("2025-07-01")
    region.provinces = ["01-2008", "48-2025"]
    world.contents.regions = [region]
    world.figures("dti", "01-2008", "2022=10 2023=1")
    world.figures("dti", "48-2008", "2022=2 2023=1")
    world.figures("dti", "49-2008", "2022=3")
    let atlas = world.snapshot.atlas(on: "2025-07-01")
    let cells = atlas.series(0, ofRegion: 0)
    #expect(cells.map(\.words) == ["2022=15", "2023:inputMissing"])
    #expect(cells[0].derivation?.inputs.map(\.area) == ["01-2008", "48-2025"])
    #expect(cells[0].derivation?.inputs.map { $0.value?.description } == ["10", "5"])
    #expect(cells[0].derivation?.inputs.map(\.source) == ["old", nil])
    #expect(cells[0].place == .region(0))
  }
}
