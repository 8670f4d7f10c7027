import JSON
import Statistics
import Testing

@Suite struct SelectionTests {
  /// Rows of every kind; source `b` confirms what `a` says of VN in 2023.
  static let snapshot: Snapshot = {
    var world = World()
    world.source("a", published: "2024-01-01")
    world.source("b", published: "2024-02-01")
    world.observe("dti", "VN", "2022", 1, "a")
    world.observe("dti", "VN", "2023", 2, "a")
    world.observe("dti", "VN", "2023", 2, "b")
    world.observe("dti", "VN", "2024-S1", 3, "a") { $0.status = .estimated }
    world.observe("dti", "VN", "2024-07-19", 4, "a")
    world.observe("dti", "VN", nil, 5, "a") { $0.annotation.periodText = Name(vi: "x", en: "x") }
    world.observe("dti", "SG", "2023", 6, "a") {
      $0.status = .seriesBreak
      $0.annotation.otherStatus = [.estimated]
    }
    world.observe("dti", "48-2008", "2023", 7, "a")
    world.observe("dti", "48-2008", "2024", nil, "a") { $0.missing = .withheld }
    world.observe("gdp", "VN", "2023-01-01/P2M", 8, "a")
    world.observe("gdp", "VN", "2023", 9, "a")
    world.observe("gdp", "VN", "2023", 10, "b")
    return world.snapshot
  }()

  private func words(_ change: (inout Selection) -> Void) -> [String] {
    var selection = Selection()
    change(&selection)
    return selected(selection, SelectionTests.snapshot).map {
      $0.split(separator: " ").dropLast().joined(separator: " ")
    }
  }

  private func areas(_ ids: String...) -> Set<Int> {
    Set(ids.compactMap(SelectionTests.snapshot.areas.place))
  }

  /// The rows selected of the published map, in words.
  private func selected(_ selection: Selection, _ snapshot: Snapshot) -> [String] {
    let atlas = Atlas(snapshot, on: nil, asOf: Day(number: 1 << 20))
    return selection.cells(in: atlas).compactMap(\.row).map(snapshot.words)
  }

  @Test func `no condition selects every shown row, in the table's order`() {
    #expect(
      words { _ in } == [
        "dti 48-2008 2023 7", "dti 48-2008 2024 withheld", "dti SG 2023 6", "dti VN 2022 1",
        "dti VN 2023 2", "dti VN 2024-S1 3", "dti VN 2024-07-19 4", "dti VN - 5",
        "gdp VN 2023-01-01/P2M 8", "gdp VN 2023 10",
      ])
  }

  @Test func `indicators select their rows, none selects nothing`() {
    #expect(words { $0.indicators = [1] } == ["gdp VN 2023-01-01/P2M 8", "gdp VN 2023 10"])
    #expect(words { $0.indicators = [0, 1] } == words { _ in })
    #expect(words { $0.indicators = [] } == [])
  }

  @Test func `areas widen each other and narrow the rest`() {
    #expect(words { $0.areas = areas("SG") } == ["dti SG 2023 6"])
    #expect(
      words { $0.areas = areas("SG", "48-2008") }
        == ["dti 48-2008 2023 7", "dti 48-2008 2024 withheld", "dti SG 2023 6"])
    #expect(
      words {
        $0.areas = areas("SG", "48-2008")
        $0.levels = [.province]
      } == ["dti 48-2008 2023 7", "dti 48-2008 2024 withheld"])
    #expect(words { $0.areas = [] } == [])
  }

  @Test func `levels are those of the area`() {
    #expect(words { $0.levels = [.country] } == ["dti SG 2023 6"])
    #expect(words { $0.levels = [.nation] }.allSatisfy { $0.contains(" VN ") })
    #expect(words { $0.levels = [.nation] }.count == 7)
    #expect(words { $0.levels = Set(Level.allCases) } == words { _ in })
  }

  @Test func `a period selects itself only`() throws {
    let year = try #require(Period("2023"))
    #expect(
      words { $0.periods = .these([year]) }
        == ["dti 48-2008 2023 7", "dti SG 2023 6", "dti VN 2023 2", "gdp VN 2023 10"])
    let half = try #require(Period("2024-S1"))
    #expect(words { $0.periods = .these([half]) } == ["dti VN 2024-S1 3"])
    #expect(words { $0.periods = .these([]) } == [])
  }

  @Test func `a span selects what lies wholly in it, of every frequency`() {
    let span = TimeSpan(first: Day("2023-01-01"), last: Day("2024-06-30"))
    #expect(
      words { $0.periods = .within(span) } == [
        "dti 48-2008 2023 7", "dti SG 2023 6", "dti VN 2023 2", "dti VN 2024-S1 3",
        "gdp VN 2023-01-01/P2M 8", "gdp VN 2023 10",
      ])
    // A figure without a period lies in no span, not even in the open one.
    let open = TimeSpan(first: nil, last: nil)
    #expect(words { $0.periods = .within(open) } == words { _ in }.filter { !$0.contains("- 5") })
  }

  @Test func `frequencies are those of the period`() {
    #expect(words { $0.frequencies = [.halfYearly] } == ["dti VN 2024-S1 3"])
    #expect(words { $0.frequencies = [.daily] } == ["dti VN 2024-07-19 4"])
    #expect(words { $0.frequencies = [.other] } == ["gdp VN 2023-01-01/P2M 8"])
    #expect(words { $0.frequencies = [.monthly, .quarterly] } == [])
    #expect(words { $0.frequencies = Set(Frequency.allCases) }.count == 9)
  }

  @Test func `a status selects rows that have it first or beside another`() {
    #expect(words { $0.statuses = [.estimated] } == ["dti SG 2023 6", "dti VN 2024-S1 3"])
    #expect(words { $0.statuses = [.seriesBreak] } == ["dti SG 2023 6"])
    #expect(words { $0.statuses = [.missing] } == ["dti 48-2008 2024 withheld"])
    #expect(words { $0.statuses = [.forecast] } == [])
  }

  @Test func `a source selects what it says and what it confirms`() throws {
    let b = try #require(SelectionTests.snapshot.sources.place("b"))
    #expect(words { $0.sources = [UInt16(b)] } == ["dti VN 2023 2", "gdp VN 2023 10"])
    #expect(words { $0.sources = [] } == [])
  }

  @Test func `latest keeps for each series the periods that end last and have a number`() {
    #expect(
      words { $0.latest = 1 } == [
        "dti 48-2008 2023 7", "dti SG 2023 6", "dti VN 2024-07-19 4", "gdp VN 2023 10",
      ])
    #expect(
      words { $0.latest = 2 } == [
        "dti 48-2008 2023 7", "dti SG 2023 6", "dti VN 2024-S1 3", "dti VN 2024-07-19 4",
        "gdp VN 2023-01-01/P2M 8", "gdp VN 2023 10",
      ])
    #expect(words { $0.latest = 100 }.count == 8)
  }

  @Test func `latest comes after all other conditions`() throws {
    let span = TimeSpan(first: nil, last: Day("2023-12-31"))
    #expect(
      words {
        $0.latest = 1
        $0.periods = .within(span)
        $0.areas = areas("VN")
      } == ["dti VN 2023 2", "gdp VN 2023 10"])
  }

  @Test func `of periods that end on one day the longer is the later`() {
    var world = World()
    for period in ["2024", "2024-S2", "2024-Q4", "2024-12", "2024-12-31", "2021-01-01/P4Y"] {
      world.observe("dti", "VN", period, 1, "a")
    }
    let snapshot = world.snapshot
    var selection = Selection()
    selection.latest = 3
    #expect(
      selected(selection, snapshot)
        == ["dti VN 2021-01-01/P4Y 1 a", "dti VN 2024 1 a", "dti VN 2024-S2 1 a"])
  }

  @Test func `a range counts as a number for latest`() {
    var world = World()
    world.observe("dti", "VN", "2023", 1, "a")
    world.observe("dti", "VN", "2024", nil, "a") {
      $0.qualifier = .range
      $0.annotation.low = Decimal(1)
      $0.annotation.high = Decimal(2)
    }
    let snapshot = world.snapshot
    var selection = Selection()
    selection.latest = 1
    #expect(selected(selection, snapshot) == ["dti VN 2024 1–2 a"])
  }
}
