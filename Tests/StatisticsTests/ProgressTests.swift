import JSON
import Statistics
import Testing

/// How far a target has come: every status, every reason, every comparator.
@Suite struct ProgressTests {
  /// The progress in words, of figures of "dti" in VN with one decimal.
  private func progress(
    _ figures: String, _ target: Target, asOf day: String = "2024-06-30",
    _ prepare: (inout World) -> Void = { _ in }
  ) throws -> String {
    var world = World()
    world.change("dti") { $0.decimals = 1 }
    world.figures("dti", "VN", figures)
    prepare(&world)
    return try world.progress(of: target, asOf: day).words
  }

  @Test(arguments: [
    (Comparator.atLeast, "20", "met 2023=20; 20 ≥ 20"),
    (.atLeast, "19.9", "met 2023=20; 20 ≥ 19.9"),
    (.moreThan, "19", "met 2023=20; 20 > 19"), (.atMost, "20", "met 2023=20; 20 ≤ 20"),
    (.lessThan, "21", "met 2023=20; 20 < 21"), (.about, "20", "met 2023=20; 20 ≈ 20"),
  ])
  func `a target that is satisfied is met, whenever it is due`(
    comparator: Comparator, value: String, words: String
  ) throws {
    #expect(try progress("2023=20", World.target(comparator, value)) == words)
    #expect(
      try progress("2023=20", World.target(comparator, value) { $0.due = nil }) == words)
    #expect(try progress("2023=20", World.target(comparator, value), asOf: "2026-06-30") == words)
  }

  @Test(arguments: [
    (Comparator.atLeast, "20.1", "missed 2025=20: gap 0.1; 20 < 20.1"),
    (.moreThan, "20", "missed 2025=20: gap 0; 20 ≤ 20"),
    (.atMost, "19", "missed 2025=20: gap 1; 20 > 19"),
    (.lessThan, "20", "missed 2025=20: gap 0; 20 ≥ 20"),
    (.about, "21", "missed 2025=20: gap 1; 20 ≠ 21"),
  ])
  func `a target is missed where the figure of the due date says so`(
    comparator: Comparator, value: String, words: String
  ) throws {
    for day in ["2025-12-31", "2026-11-22"] {
      #expect(try progress("2025=20", World.target(comparator, value), asOf: day) == words)
    }
  }

  @Test(arguments: [
    ("1", "18", "missed 2025=20: gap -2; 20 ≠ 18"), ("2", "18", "met 2025=20; 20 ≈ 18"),
    ("2", "22", "met 2025=20; 20 ≈ 22"), ("1.9", "22", "missed 2025=20: gap 2; 20 ≠ 22"),
  ])
  func `about means within the tolerance on either side`(
    tolerance: String, value: String, words: String
  ) throws {
    let target = World.target(.about, value) { $0.tolerance = .written(tolerance) }
    #expect(try progress("2025=20", target, asOf: "2026-01-01") == words)
  }

  @Test(arguments: [
    // From 10 at the end of 2020 to 20 at the end of 2025: 12, 14, 16, 18.
    ("2020=10 2021=11", "behind 2021=11 since 2020=10: gap 9, expected 12, required 2.3"),
    ("2020=10 2022=14", "onTrack 2022=14 since 2020=10: gap 6, expected 14, required 2"),
    ("2020=10 2023=15.9", "behind 2023=15.9 since 2020=10: gap 4.1, expected 16, required 2.1"),
    ("2020=10 2023=19", "onTrack 2023=19 since 2020=10: gap 1, expected 16, required 0.5"),
    ("2020=10 2022=15 2023=9", "behind 2023=9 since 2020=10: gap 11, expected 16, required 5.5"),
  ])
  func `before the due date a straight line from the baseline decides`(
    figures: String, words: String
  ) throws {
    let progress = try progress(figures, World.target(.atLeast, "20"))
    #expect(progress.hasPrefix(words + "; "), "\(progress)")
  }

  @Test func `the formula says the line in figures, in both languages`() throws {
    var world = World()
    world.change("dti") { $0.decimals = 2 }
    world.figures("dti", "VN", "2021=12.87 2024=13.17")
    let target = World.target(.atLeast, "20") { $0.setOn = .written("2022-03-31") }
    let progress = try world.progress(of: target, asOf: "2025-01-31")
    #expect(progress.formula?.en == "12.87 + (20 − 12.87) × 3/4 = 18.22 > 13.17")
    #expect(progress.formula?.vi == "12,87 + (20 − 12,87) × 3/4 = 18,22 > 13,17")
    #expect(progress.words.hasPrefix("behind 2024=13.17 since 2021=12.87: gap 6.83"))
  }

  @Test(arguments: [
    ("2020=80 2022=68", "onTrack 2022=68 since 2020=80: gap 18, expected 68, required 6"),
    ("2020=80 2022=69", "behind 2022=69 since 2020=80: gap 19, expected 68, required 6.3"),
    ("2020=80 2023=50", "met 2023=50"), ("2020=40 2023=51", "behind 2023=51 since 2020=40"),
  ])
  func `towards a lower figure the line falls`(figures: String, words: String) throws {
    // A place among the fifty first, from 80th in five years: 74, 68, 62, 56.
    let progress = try progress(figures, World.target(.atMost, "50"))
    #expect(progress.hasPrefix(words), "\(progress)")
  }

  @Test(arguments: [
    ("2020=10 2022=13", "behind"), ("2020=10 2022=14", "onTrack"), ("2020=30 2022=26", "onTrack"),
    ("2020=30 2022=27", "behind"),
  ])
  func `about a figure the line comes from either side`(figures: String, status: String) throws {
    #expect(try progress(figures, World.target(.about, "20")).hasPrefix(status + " "))
  }

  @Test(arguments: [
    // The newest that ended by the day of the decision, 2020-12-31, else the first after it.
    ("2018=1 2019=2 2020=3 2021=4 2022=5", "2020=3"), ("2018=1 2022=5", "2018=1"),
    ("2021=4 2022=5", "2021=4"), ("2020-S2=9 2021-01=4 2022=5", "2020-S2=9"),
    ("2020=1 2020-12=2 2022=5", "2020=1"),
  ])
  func `the baseline is the newest figure of the day on which the target was set`(
    figures: String, baseline: String
  ) throws {
    var world = World()
    world.figures("dti", "VN", figures)
    let progress = try world.progress(of: World.target(.atLeast, "20"), asOf: "2023-06-30")
    #expect(progress.observation?.words == "2022=5")
    #expect(progress.baseline?.words == baseline)
  }

  @Test(arguments: [
    // 2024 ends after 2024-07 though it begins before it.
    ("2020=1 2024=5 2024-07=6", "2025-01-01", "2024=5"),
    ("2020=1 2024=5 2024-07=6", "2024-12-30", "2024-07=6"),
    ("2020=1 2024=5 2024-S2=6", "2025-01-01", "2024=5"),
    ("2020=1 2021-01-01/P4Y=5 2024=6", "2025-01-01", "2021-01-01/P4Y=5"),
  ])
  func `the newest figure is the one whose period ended last, of equal ends the longer`(
    figures: String, day: String, newest: String
  ) throws {
    var world = World()
    world.figures("dti", "VN", figures)
    let progress = try world.progress(of: World.target(.atLeast, "20"), asOf: day)
    #expect(progress.observation?.words == newest)
  }

  @Test(arguments: [
    ("2023=10", "2022-12-31", "noData noObservation"),
    ("2020=10", "2020-12-30", "noData noObservation"),
    ("2023=10", "2023-12-31", "noData noBaseline 2023=10"),
    ("2024=10", "2026-01-01", "noData notYetPublished 2024=10: gap 10"),
    ("2026=10", "2026-12-31", "noData notYetPublished"),
  ])
  func `there is no status without the figures for one`(
    figures: String, day: String, words: String
  ) throws {
    #expect(try progress(figures, World.target(.atLeast, "20"), asOf: day) == words)
  }

  @Test func `without any figure there is no observation, whatever the day`() throws {
    for day in ["2024-01-01", "2026-01-01"] {
      let words = try World().progress(of: World.target(.atLeast, "20"), asOf: day).words
      #expect(words == "noData noObservation")
    }
  }

  @Test func `a figure of the due date that is satisfied only later is no proof`() throws {
    let target = World.target(.atLeast, "20") { $0.due = .written("2025-06-30") }
    #expect(
      try progress("2024=10 2025=30", target, asOf: "2026-03-31")
        == "noData notYetPublished 2024=10: gap 10")
    #expect(try progress("2025=30", target, asOf: "2026-03-31") == "noData notYetPublished 2025=30")
    #expect(
      try progress("2024=10 2025=19", target, asOf: "2026-03-31")
        == "missed 2025=19: gap 1; 19 < 20")
    #expect(
      try progress("2024=10 2025=19", target, asOf: "2025-12-30")
        == "noData notYetPublished 2024=10: gap 10")
    #expect(
      try progress("2025=19 2025-06=21", target, asOf: "2026-03-31") == "met 2025-06=21; 21 ≥ 20")
    #expect(
      try progress("2025=19 2025-S1=18", target, asOf: "2026-03-31")
        == "missed 2025-S1=18: gap 2; 18 < 20")
  }

  @Test func `figures after the due date do not count`() throws {
    #expect(
      try progress("2025=10 2026=30", World.target(.atLeast, "20"), asOf: "2027-01-01")
        == "missed 2025=10: gap 10; 10 < 20")
  }

  @Test func `only what was known on the day counts`() throws {
    let target = World.target(.atLeast, "20")
    func words(asOf day: String) throws -> String {
      try progress("2020=10", target, asOf: day) {
        $0.source("new", published: "2025-02-06")
        $0.figures("dti", "VN", "2023=30", from: "new")
      }
    }
    #expect(try words(asOf: "2025-02-05") == "noData noBaseline 2020=10")
    #expect(try words(asOf: "2025-02-06") == "met 2023=30; 30 ≥ 20")
  }

  @Test func `without a due date only met can be said, and what is missing`() throws {
    let target = World.target(.atLeast, "20") { $0.due = nil }
    #expect(try progress("2020=10 2023=15", target) == "noData noDueDate 2023=15: gap 5")
  }

  @Test func `without the day of the decision there is no baseline`() throws {
    let target = World.target(.atLeast, "20") { $0.setOn = nil }
    #expect(try progress("2020=10 2023=15", target) == "noData noBaseline 2023=15")
  }

  @Test func `no line is drawn across a change of method`() throws {
    let target = World.target(.atLeast, "20")
    let words = try progress("2020=10 2023=15", target) {
      $0.method(of: "dti", changesIn: "2022")
    }
    #expect(words == "noData breakBetween 2023=15 since 2020=10: gap 5")
    let before = try progress("2020=10 2023=15", target) {
      $0.method(of: "dti", changesIn: "2020")
    }
    #expect(before.hasPrefix("behind "))
    let met = try progress("2020=10 2023=20", target) { $0.method(of: "dti", changesIn: "2022") }
    #expect(met == "met 2023=20; 20 ≥ 20")
  }

  @Test(arguments: [
    (Comparator.atLeast, "15", "missed", "12 < 15"), (.atLeast, "12", "met", "12 ≥ 12"),
    (.moreThan, "12", "missed", "12 ≤ 12"), (.atMost, "15", "missed", "18 > 15"),
    (.atMost, "18", "met", "18 ≤ 18"), (.lessThan, "18", "missed", "18 ≥ 18"),
    (.about, "14", "missed", "18 ≠ 14"), (.about, "15.5", "missed", "12 ≠ 15.5"),
    (.about, "15", "met", "12 ≈ 15"),
  ])
  func `a range counts as the end that satisfies less`(
    comparator: Comparator, value: String, status: String, formula: String
  ) throws {
    // 12 to 18 in 2025.
    let target = World.target(comparator, value) { $0.tolerance = Decimal(3) }
    let words = try progress("2020=1", target, asOf: "2026-01-01") {
      $0.observe("dti", "VN", "2025", nil, "old") {
        $0.annotation.low = Decimal(12)
        $0.annotation.high = Decimal(18)
        $0.qualifier = .range
      }
    }
    #expect(words.hasPrefix(status + " 2025:range"), "\(words)")
    #expect(words.hasSuffix("; " + formula), "\(words)")
  }

  @Test func `a figure in words of precision counts as its number`() throws {
    let words = try progress("2020=10", World.target(.atLeast, "20"), asOf: "2026-01-01") {
      $0.observe("dti", "VN", "2025", 20, "old") { $0.qualifier = .nearly }
    }
    #expect(words == "met 2025=20; 20 ≥ 20")
  }

  @Test func `a missing value is no observation`() throws {
    let words = try progress("2020=10 2022=14", World.target(.atLeast, "20")) {
      $0.observe("dti", "VN", "2023", nil, "old") { $0.missing = .notYetPublished }
      $0.observe("dti", "VN", nil, 99, "old")
    }
    #expect(words.hasPrefix("onTrack 2022=14 "))
  }

  @Test(arguments: [
    (
      "2020=10 2022=14", "2024-06-30",
      "onTrack 2022=14 since 2020=10: gap 6, expected 4, required 2"
    ),
    (
      "2020=10 2022=13", "2024-06-30",
      "behind 2022=13 since 2020=10: gap 7, expected 4, required 2.3"
    ),
    ("2020=10 2022=20", "2024-06-30", "met 2022=20 since 2020=10; 10 ≥ 10"),
    ("2020=10 2025=19", "2026-01-01", "missed 2025=19 since 2020=10: gap 1; 9 < 10"),
    ("2020=10", "2024-06-30", "noData noBaseline 2020=10"),
  ])
  func `a change from the baseline is compared with the change that was set`(
    figures: String, day: String, words: String
  ) throws {
    let target = World.target(.atLeast, "10") { $0.measure = .changeFromBaseline }
    let progress = try progress(figures, target, asOf: day)
    #expect(progress.hasPrefix(words), "\(progress)")
  }

  @Test(arguments: [
    ("2020=10 2022=24", "2024-06-30", "met 2022=24 since 2020=10; 7 ≥ 7"),
    ("2020=10 2022=20", "2024-06-30", "behind 2022=20 since 2020=10: gap 2, expected 7; 5 < 7"),
    ("2020=10 2025=20", "2026-01-01", "missed 2025=20 since 2020=10: gap 5; 2 < 7"),
    ("2022=20", "2024-06-30", "noData noBaseline 2022=20"),
  ])
  func `a change a year is the change since the baseline over the years`(
    figures: String, day: String, words: String
  ) throws {
    let target = World.target(.atLeast, "7") { $0.measure = .changePerYear }
    #expect(try progress(figures, target, asOf: day) == words)
  }

  @Test func `no change across a change of method is compared`() throws {
    for measure in [TargetMeasure.changeFromBaseline, .changePerYear] {
      let target = World.target(.atLeast, "1") { $0.measure = measure }
      let words = try progress("2020=10 2022=24", target) {
        $0.method(of: "dti", changesIn: "2022")
      }
      #expect(words == "noData breakBetween 2022=24 since 2020=10")
    }
  }

  @Test func `months are whole: the line is read at the end of the figure's period`() throws {
    // Set at the end of 2020, due in the middle of 2022: 18 months, 15 of them passed.
    let target = World.target(.atLeast, "28") { $0.due = .written("2022-06-30") }
    let words = try progress("2020=10 2022-Q1=24", target, asOf: "2022-05-31")
    #expect(
      words == "behind 2022-Q1=24 since 2020=10: gap 4, expected 25, required 16;"
        + " 10 + (28 − 10) × 5/6 = 25 > 24")
  }

  @Test func `each indicator has its own progress, in the order of the target`() throws {
    var world = World()
    world.figures("gdp", "VN", "2023=30")
    world.figures("dti", "VN", "2020=10 2023=11")
    let target = World.target(.atLeast, "20") { $0.indicators = ["gdp", "dti"] }
    let all = world.snapshot.progress(of: target, asOf: .written("2024-06-30"))
    #expect(all.map(\.status) == [.met, .behind])
    #expect(all.map { world.snapshot.indicators.ids[$0.indicator] } == ["gdp", "dti"])
  }

  @Test func `a target of near indicators only says in what they differ`() {
    var world = World()
    world.change("dti") { $0.unit = "PT" }
    world.change("gdp") {
      $0.unit = "VND"
      $0.unitMultiplier = 9
    }
    let snapshot = world.snapshot
    func reason(_ near: String?, unit: String, multiplier: Int = 0) -> NoDataReason {
      snapshot.reasonWithoutIndicator(
        World.target(.atLeast, "20") {
          $0.indicators = []
          $0.unit = unit
          $0.unitMultiplier = multiplier
          var related = RelatedIndicator()
          related.indicator = near ?? ""
          $0.related = near == nil ? [] : [related]
        })
    }
    #expect(reason("dti", unit: "PT") == .denominatorDiffers)
    #expect(reason("dti", unit: "NUMBER") == .unitDiffers)
    #expect(reason("gdp", unit: "VND", multiplier: 9) == .denominatorDiffers)
    #expect(reason("gdp", unit: "VND", multiplier: 6) == .unitDiffers)
    #expect(reason(nil, unit: "PT") == .noObservation)
  }
}
