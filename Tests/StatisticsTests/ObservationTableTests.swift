import JSON
import Statistics
import Testing

@Suite struct ObservationTableTests {
  @Test func `rows are ordered by indicator, area, start, end, day known and source`() {
    var world = World()
    world.source("a", published: "2024-02-01")
    world.source("b", published: "2024-01-01")
    world.source("c", published: "2024-01-01")
    world.observe("gdp", "VN", "2023", 1, "a")
    world.observe("dti", "VN", nil, 2, "b")
    world.observe("dti", "VN", "2023", 3, "a")
    world.observe("dti", "VN", "2023", 4, "c")
    world.observe("dti", "VN", "2023", 5, "b")
    world.observe("dti", "VN", "2023-S1", 6, "a")
    world.observe("dti", "VN", "2022", 7, "a")
    world.observe("dti", "SG", "2024", 8, "a")
    world.observe("dti", "48-2008", "2024", 9, "a")
    world.observe("dti", "48-2025", "2023-12", 10, "a")
    world.observe("dti", "01-2008", nil, 11, "a")
    let snapshot = world.snapshot
    #expect(
      (0..<snapshot.observations.count).map(snapshot.words) == [
        "dti 01-2008 - 11 a", "dti 48-2008 2024 9 a", "dti 48-2025 2023-12 10 a",
        "dti SG 2024 8 a", "dti VN 2022 7 a", "dti VN 2023-S1 6 a", "dti VN 2023 5 b",
        "dti VN 2023 4 c", "dti VN 2023 3 a", "dti VN - 2 b", "gdp VN 2023 1 a",
      ])
  }

  @Test func `the order of the files makes no difference`() {
    var world = World()
    for (index, area) in ["VN", "SG", "01-2008", "48-2008"].enumerated() {
      for (step, period) in ["2022", "2023-S1", "2023", "2024-07"].enumerated() {
        for source in ["a", "b"] {
          world.observe("dti", area, period, index * 100 + step * 10 + source.utf8.count, source)
        }
      }
    }
    let words = { (snapshot: Snapshot) in (0..<snapshot.observations.count).map(snapshot.words) }
    let first = words(world.snapshot)
    world.observations.reverse()
    world.contents.sources.reverse()
    world.contents.countries.reverse()
    world.contents.provinces.reverse()
    #expect(words(world.snapshot) == first)
    world.observations.shuffle()
    #expect(words(world.snapshot) == first)
  }

  @Test func `each indicator's rows are a range, empty where it has none`() {
    var world = World()
    world.contents.indicators = ["a", "b", "c", "d", "e"].map { World.indicator($0) }
    world.observe("b", "VN", "2023", 1, "s")
    world.observe("b", "VN", "2024", 2, "s")
    world.observe("d", "VN", "2023", 3, "s")
    let table = world.snapshot.observations
    #expect((0..<5).map { table.rows(ofIndicator: $0) } == [0..<0, 0..<2, 2..<2, 2..<3, 3..<3])
    #expect(World().snapshot.observations.rows(ofIndicator: 1).isEmpty)
  }

  @Test func `a row gives back everything that its file said`() throws {
    var world = World()
    world.source("original", published: "2023-02")
    world.observe("dti", "VN", "2023-01-01/P2M", nil, "a") {
      $0.qualifier = .range
      $0.status = .estimated
      $0.original = "original"
      $0.annotation.low = Decimal(7)
      $0.annotation.high = Decimal(8)
      $0.annotation.outOf = Decimal(63)
      $0.annotation.locator = "para. 1"
      $0.annotation.excerpt = "7- 8"
      $0.annotation.note = Name(vi: "v", en: "e")
      $0.annotation.otherStatus = [.provisional]
    }
    let snapshot = world.snapshot
    let table = snapshot.observations
    #expect(table.count == 1)
    #expect(table.value(0) == nil)
    #expect(table.period(0) == Period("2023-01-01/P2M"))
    #expect(table.qualifier(0) == .range)
    #expect(table.status(0) == .estimated)
    #expect(table.missing(0) == nil)
    #expect(table.provenance(0).original == snapshot.sources.place("original").map(UInt16.init))
    let annotation = table.annotation(0)
    #expect(annotation.low == Decimal(7))
    #expect(annotation.high == Decimal(8))
    #expect(annotation.outOf == Decimal(63))
    #expect(annotation.locator == "para. 1")
    #expect(annotation.excerpt == "7- 8")
    #expect(annotation.note == Name(vi: "v", en: "e"))
    #expect(annotation.otherStatus == [.provisional])
  }

  @Test func `a row without anything beside its value has an empty annotation`() {
    var world = World()
    world.observe("dti", "VN", "2023", 1, "a")
    world.observe("dti", "VN", "2024", 2, "a") { $0.annotation.locator = "x" }
    let table = world.snapshot.observations
    #expect(table.annotation(0) == Annotation())
    #expect(table.annotation(1).locator == "x")
    #expect(table.value(0) == Decimal(1))
  }

  @Test func `zero and negative values are values`() {
    var world = World()
    world.observe("dti", "VN", "2023", 0, "a")
    world.observe("dti", "VN", "2024", -5, "a")
    let table = world.snapshot.observations
    #expect(table.value(0) == Decimal(0))
    #expect(table.value(1) == Decimal(-5))
  }

  @Test(
    arguments: [
      (.notCollected, .notCollected), (.notYetPublished, .missing), (.withheld, .missing),
      (.suppressed, .suppressed), (.notHeld, .missing), (.areaDidNotExist, .notApplicable),
      (.notApplicable, .notApplicable), (.noRule, .missing), (.inputMissing, .missing),
      (.notDivisible, .missing),
    ] as [(MissingReason, ObservationStatus)])
  func `a missing value has the status of its reason`(
    _ row: (reason: MissingReason, status: ObservationStatus)
  ) {
    var world = World()
    world.observe("dti", "VN", "2023", nil, "a") { $0.missing = row.reason }
    let table = world.snapshot.observations
    #expect(table.missing(0) == row.reason)
    #expect(table.status(0) == row.status)
    #expect(row.status.isMissing)
    #expect(table.value(0) == nil)
  }

  @Test func `a value in the first period of a new method is a break, whatever else it is`() throws
  {
    var world = World()
    let breaks = [MethodBreak(period: try #require(Period("2024")))]
    world.contents.indicators[0].breaks = breaks
    world.observe("dti", "VN", "2023", 1, "a")
    world.observe("dti", "VN", "2024", 2, "a")
    world.observe("dti", "VN", "2024-S1", 2, "a")
    world.observe("dti", "SG", "2024", 2, "a") { $0.status = .estimated }
    world.observe("dti", "01-2008", "2024", 2, "a") {
      $0.status = .provisional
      $0.annotation.otherStatus = [.lowReliability]
    }
    world.observe("dti", "48-2008", "2024", nil, "a") { $0.missing = .withheld }
    world.observe("gdp", "VN", "2024", 2, "a")
    let snapshot = world.snapshot
    let table = snapshot.observations
    let statuses = (0..<table.count).map { row in
      let codes = ([table.status(row)] + table.annotation(row).otherStatus).map(\.rawValue)
      return "\(snapshot.words(row)): \(codes.joined(separator: " "))"
    }
    #expect(
      statuses == [
        "dti 01-2008 2024 2 a: B P U", "dti 48-2008 2024 withheld a: O", "dti SG 2024 2 a: B E",
        "dti VN 2023 1 a: A", "dti VN 2024-S1 2 a: A", "dti VN 2024 2 a: B",
        "gdp VN 2024 2 a: A",
      ])
  }
}
