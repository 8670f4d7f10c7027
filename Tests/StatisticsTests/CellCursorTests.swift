import JSON
import Statistics
import Testing

/// Counting and passing over cells without making them.
@Suite struct CellCursorTests {
  /// What a cursor is asked over: every kind of row, values carried, replaced and rejected.
  static let snapshot: Snapshot = {
    var world = World()
    world.source("early", published: "2023-01-01")
    world.source("late", published: "2025-06-01")
    for year in 2015...2024 {
      world.observe("dti", "48-2008", "\(year)", year, "early")
      world.observe("dti", "49-2008", "\(year)", year, "early")
      world.observe("gdp", "VN", "\(year)", year, "early")
      if year % 2 == 0 { world.observe("gdp", "VN", "\(year)", year + 1, "late") }
    }
    world.observe("gdp", "VN", nil, 1, "early") {
      $0.annotation.periodText = Name(vi: "x", en: "x")
    }
    world.observe("gdp", "SG", "2023", 2, "early") {
      $0.annotation.rejected = Name(vi: "x", en: "x")
    }
    world.observe("gdp", "SG", "2024", nil, "early") { $0.missing = .withheld }
    world.observe("gdp", "SG", "2023-01-01/P3Y", 3, "late")
    return world.snapshot
  }()

  struct Question: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var map: String?
    var asOf = "2030-01-01"
    var scope = Selection.Scope.standing
    var change: @Sendable (inout Selection) -> Void = { _ in }
  }

  static let questions: [Question] = [
    Question(testDescription: "everything"),
    Question(testDescription: "on a map", map: "2025-07-01"),
    Question(testDescription: "on an early day", asOf: "2024-01-01"),
    Question(testDescription: "vintages", scope: .vintages),
    Question(testDescription: "early vintages", asOf: "2024-01-01", scope: .vintages),
    Question(testDescription: "latest vintages", scope: .vintages) { $0.latest = 2 },
    Question(testDescription: "latest", map: "2025-07-01") { $0.latest = 3 },
    Question(testDescription: "one period") { $0.periods = .these([.written("2020")]) },
    Question(testDescription: "periods apart") {
      $0.periods = .these([.written("2016"), .written("2022")])
    },
    Question(testDescription: "no period") { $0.periods = .these([]) },
    Question(testDescription: "a span that one period only reaches into") {
      $0.periods = .within(TimeSpan(first: .written("2022-01-01"), last: .written("2024-12-31")))
    },
    Question(testDescription: "an open span") {
      $0.periods = .within(TimeSpan(first: nil, last: .written("2018-12-31")))
    },
    Question(testDescription: "a frequency") { $0.frequencies = [.annual] },
    Question(testDescription: "a status") { $0.statuses = [.missing] },
    Question(testDescription: "a document") { $0.sources = [1] },
    Question(testDescription: "later documents") { $0.updatedAfter = .written("2024-01-01") },
    Question(testDescription: "a level") { $0.levels = [.country] },
    Question(testDescription: "change") { $0.change = (.previous, false) },
  ]

  private func cursor(_ question: Question) -> (cursor: CellCursor, cells: [Cell]) {
    var selection = Selection()
    question.change(&selection)
    let atlas = CellCursorTests.snapshot.atlas(on: question.map, asOf: question.asOf)
    return (
      CellCursor(selection, question.scope, in: atlas), selection.cells(question.scope, in: atlas)
    )
  }

  @Test(arguments: questions)
  func `there are as many cells as are counted, and the newest is among them`(
    question: Question
  ) {
    let (cursor, cells) = cursor(question)
    #expect(cursor.count() == cells.count)
    let survey = cursor.survey()
    #expect(survey.count == cells.count)
    let newest = cells.filter { $0.missing == nil }.compactMap(\.period).max {
      ($0.end, $1.start) < ($1.end, $0.start)
    }
    #expect(survey.newest == newest)
  }

  @Test(arguments: questions)
  func `what is passed over is what would have come`(question: Question) {
    let (cursor, cells) = cursor(question)
    for count in 0...(cells.count + 1) {
      var rest = cursor
      rest.skip(count)
      var seen: [String] = []
      while let cell = rest.next() { seen.append("\(cell.indicator) \(cell.place) \(cell.words)") }
      #expect(
        seen == cells.dropFirst(count).map { "\($0.indicator) \($0.place) \($0.words)" })
    }
  }

  @Test(arguments: questions)
  func `cells are plain only where each is a row of the table`(question: Question) {
    let (cursor, cells) = cursor(question)
    let areRows = cells.allSatisfy { $0.row != nil && !$0.hasChange }
    #expect(areRows || !cursor.isPlain)
  }

  @Test(arguments: questions)
  func `rows that are alone are the cells that would have come`(question: Question) {
    for most in [1, 2, 100] {
      var (cursor, cells) = cursor(question)
      let atlas = CellCursorTests.snapshot.atlas(on: question.map, asOf: question.asOf)
      var seen: [String] = []
      func see(_ cell: Cell) { seen.append("\(cell.indicator) \(cell.place) \(cell.words)") }
      while true {
        let rows = cursor.nextAlone(atMost: most)
        #expect(rows.count <= most)
        for row in rows {
          #expect(atlas.snapshot.observations.cell(of: row) == row..<(row + 1))
          see(atlas.published(row))
        }
        guard rows.isEmpty else { continue }
        guard let cell = cursor.next() else { break }
        see(cell)
      }
      #expect(seen == cells.map { "\($0.indicator) \($0.place) \($0.words)" })
    }
  }

  @Test func `rows are alone where nothing else speaks of their cells`() {
    let snapshot = CellCursorTests.snapshot
    var selection = Selection()
    selection.areas = [snapshot.areas.place("48-2008") ?? -1]
    var cursor = CellCursor(selection, .standing, in: snapshot.atlas(on: nil, asOf: "2030-01-01"))
    #expect(cursor.next() != nil)
    #expect(cursor.nextAlone(atMost: 100).count == 9)
  }

  @Test func `a question for periods alone has plain cells`() {
    let plain = CellCursorTests.questions.filter { cursor($0).cursor.isPlain }
    #expect(
      plain.map(\.testDescription) == [
        "everything", "vintages", "one period", "no period", "an open span", "a level",
      ])
  }

  @Test func `a series is found wherever it lies among the others`() throws {
    let snapshot = CellCursorTests.snapshot
    let table = snapshot.observations
    for indicator in snapshot.indicators.rows.indices {
      for area in snapshot.areas.rows.indices {
        let rows = table.rows(ofIndicator: indicator).filter { Int(table.area[$0]) == area }
        #expect(Array(snapshot.series.rows(ofIndicator: indicator, area: area)) == rows)
      }
    }
  }

  @Test func `a period is held from the day on which the first province has it`() throws {
    var world = World()
    world.source("early", published: "2023-01-01")
    world.source("late", published: "2025-06-01")
    world.observe("dti", "48-2008", "2022", 1, "late")
    world.observe("dti", "49-2008", "2022", 1, "early")
    world.observe("dti", "49-2008", "2023", nil, "early") { $0.missing = .withheld }
    world.observe("dti", "VN", "2021", 1, "early")
    world.observe("dti", "01-2008", "2024", 1, "late")
    let snapshot = world.snapshot
    let held = snapshot.series.held(ofIndicator: 0).map {
      "\(snapshot.observations.periods[$0.period]) \($0.knownFrom)"
    }
    #expect(held == ["2022 2023-01-01", "2024 2025-06-01"])
    #expect(snapshot.series.newestKnownFrom == .written("2025-06-01"))
  }
}
