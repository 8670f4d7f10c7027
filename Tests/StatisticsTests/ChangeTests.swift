import JSON
import Statistics
import Testing

/// The change of a value since an earlier period of its series, or why none is given.
@Suite struct ChangeTests {
  /// The change of one period's value in words: "from difference percent", or "from refused".
  private func change(
    _ period: String, in figures: String, _ since: Change.Since = .previous,
    across: Bool = false, on map: String? = nil, _ prepare: (inout World) -> Void = { _ in }
  ) throws -> String {
    var world = World()
    world.change("dti") { $0.decimals = 4 }
    world.figures("dti", "VN", figures)
    prepare(&world)
    let atlas = world.snapshot.atlas(on: map)
    let area = map == nil ? "VN" : "48-2025"
    let series = atlas.series(0, try #require(atlas.snapshot.areas.place(area)))
    let cell = try #require(series.first { $0.period?.description == period })
    let change = Change(
      of: cell, in: series, since, indicator: atlas.snapshot.indicators.rows[0],
      acrossBreaks: across)
    let from = change.from?.description ?? "-"
    if let refused = change.refused {
      #expect(change.difference == nil && change.percent == nil)
      return "\(from) \(refused.rawValue)"
    }
    let percent = change.percent.map { "\($0)%" } ?? "-"
    return "\(from) \(change.difference?.description ?? "-") \(percent)"
      + (change.isAcrossBreak ? " across" : "")
  }

  @Test(arguments: [
    ("2022=0.5 2023=0.6", "2023", "2022 0.1 20%"),
    ("2022=0.6 2023=0.5", "2023", "2022 -0.1 -16.7%"),
    ("2022=0.5 2023=0.5", "2023", "2022 0 0%"), ("2020=1 2023=3", "2023", "2020 2 200%"),
    ("2022=3 2023=4 2024=5", "2024", "2023 1 25%"), ("2022=8 2023=8.1", "2023", "2022 0.1 1.3%"),
    ("2022=0.12345 2023=0.2", "2023", "2022 0.0766 62%"),
    ("2022=-2 2023=1", "2023", "2022 3 150%"), ("2022=0 2023=1", "2023", "2022 1 -"),
    ("2022=2000 2023=2001", "2023", "2022 1 0.1%"),
    ("2022=2000 2023=1999", "2023", "2022 -1 -0.1%"),
  ])
  func `the previous value is the newest earlier one`(
    figures: String, period: String, change: String
  ) throws {
    #expect(try self.change(period, in: figures) == change)
  }

  @Test(arguments: [
    ("2023=1 2023-S1=2 2024-S1=4", "2024-S1", "2023-S1 2 100%"),
    ("2023=1 2024-Q1=4", "2024-Q1", "- noPrevious"),
    ("2024-01=1 2024-02=3", "2024-02", "2024-01 2 200%"),
    ("2023-S2=1 2024-S1=4", "2024-S1", "2023-S2 3 300%"),
    ("2024-06-30=1 2024-07-19=3", "2024-07-19", "2024-06-30 2 200%"),
    ("2023-01-01/P2M=1 2024-01-01/P2M=3", "2024-01-01/P2M", "2023-01-01/P2M 2 200%"),
  ])
  func `only periods of the same frequency are compared`(
    figures: String, period: String, change: String
  ) throws {
    #expect(try self.change(period, in: figures) == change)
  }

  @Test(arguments: [
    ("2022=1 2023=3", "2023", "2022 2 200%"), ("2021=1 2023=3", "2023", "- noPrevious"),
    ("2023-S1=1 2023-S2=2 2024-S1=3", "2024-S1", "2023-S1 2 200%"),
    ("2023-02=1 2024-01=2 2024-02=4", "2024-02", "2023-02 3 300%"),
    ("2023-Q4=5 2024-Q4=4", "2024-Q4", "2023-Q4 -1 -20%"),
    ("2023-07-19=1 2024-07-18=1 2024-07-19=2", "2024-07-19", "2023-07-19 1 100%"),
    (
      "2023-01-01/P2M=1 2023-01-01/P3M=9 2024-01-01/P2M=3", "2024-01-01/P2M",
      "2023-01-01/P2M 2 200%"
    ),
  ])
  func `a year before is the same part of the year before`(
    figures: String, period: String, change: String
  ) throws {
    #expect(try self.change(period, in: figures, .year) == change)
  }

  @Test func `the first value has nothing before it`() throws {
    #expect(try change("2022", in: "2022=1 2023=2") == "- noPrevious")
    #expect(try change("2022", in: "2022=1 2023=2", .year) == "- noPrevious")
  }

  @Test(arguments: [
    // The first period by the new method is 2023.
    ("2022", "2021 1 100%", "2021 1 100%"), ("2023", "2022 break", "2022 1 50% across"),
    ("2024", "2023 1 33.3%", "2023 1 33.3%"),
  ])
  func `a change of method between is said, not passed over`(
    period: String, plain: String, across: String
  ) throws {
    let figures = "2021=1 2022=2 2023=3 2024=4"
    for since in Change.Since.allCases {
      #expect(
        try change(period, in: figures, since) { $0.method(of: "dti", changesIn: "2023") } == plain)
      #expect(
        try change(period, in: figures, since, across: true) {
          $0.method(of: "dti", changesIn: "2023")
        } == across)
    }
  }

  @Test func `a method that changed in a year without a value still lies between`() throws {
    #expect(
      try change("2024", in: "2022=1 2024=2") { $0.method(of: "dti", changesIn: "2023") }
        == "2022 break")
  }

  @Test func `ranges and gaps are no numbers`() throws {
    let gap = try change("2023", in: "2022=1") {
      $0.observe("dti", "VN", "2023", nil, "old") { $0.missing = .withheld }
    }
    #expect(gap == "- noNumber")
    let range = try change("2023", in: "2022=1") {
      $0.observe("dti", "VN", "2023", nil, "old") {
        $0.annotation.low = Decimal(1)
        $0.annotation.high = Decimal(2)
        $0.qualifier = .range
      }
    }
    #expect(range == "- noNumber")
    let since = try change("2024", in: "2022=1 2024=3") {
      $0.observe("dti", "VN", "2023", nil, "old") { $0.missing = .withheld }
    }
    #expect(since == "2022 2 200%")
  }

  @Test func `ranks have no percentages`() throws {
    #expect(
      try change("2023", in: "2022=50 2023=44") { $0.change("dti") { $0.unit = "RANK" } }
        == "2022 -6 -")
  }

  @Test func `a carried value is compared with what stands on the same map`() throws {
    let change = try change("2024", in: "2020=9", on: "2025-07-01") {
      $0.change("dti") { $0.aggregation.rule = .mean }
      $0.figures("dti", "48-2008", "2023=0.8 2024=0.9")
      $0.figures("dti", "49-2008", "2023=0.6 2024=0.65")
    }
    // Means of 0.7 and 0.775.
    #expect(change == "2023 0.075 10.7%")
  }

  @Test func `changes are of the values that are shown, rounded as they are`() throws {
    let change = try change("2024", in: "2020=9", on: "2025-07-01") {
      $0.change("dti") {
        $0.aggregation.rule = .mean
        $0.decimals = 1
      }
      $0.figures("dti", "48-2008", "2023=0.1 2024=0.2")
      $0.figures("dti", "49-2008", "2023=0.2 2024=0.3")
    }
    // 0.15 is shown as 0.2 and 0.25 as 0.3.
    #expect(change == "2023 0.1 50%")
  }
}
