import JSON
import Statistics
import Testing

/// What several documents say of one cell: dti of VN in 2023.
private struct Cell {
  var world = World()

  /// A document with its date, or undated and retrieved on a day.
  mutating func says(
    _ value: Int?, _ source: String, on published: String?, retrieved: String = "2026-11-21",
    agency: String? = nil, change: (inout Observation) -> Void = { _ in }
  ) {
    world.source(source, published: published, retrieved: retrieved, agency: agency)
    world.observe("dti", "VN", "2023", value, source, change: change)
  }

  /// Every vintage in order: value and source, `*` where it is shown.
  var vintages: [String] {
    let snapshot = world.snapshot
    return (0..<snapshot.observations.count).map { row in
      let table = snapshot.observations
      let value = table.value(row)?.description ?? table.missing(row)?.rawValue ?? "range"
      return "\(value) \(snapshot.source(row))\(table.isShown(row) ? " *" : "")"
    }
  }

  func confirmedBy(_ row: Int) -> [String] { world.snapshot.confirmedBy(row) }
  func conflict(_ row: Int) -> [String] { world.snapshot.conflict(row) }
}

@Suite struct VintagesTests {
  @Test func `one document of a cell is shown`() {
    var cell = Cell()
    cell.says(1, "a", on: "2024-01-01")
    #expect(cell.vintages == ["1 a *"])
    #expect(cell.confirmedBy(0) == [])
    #expect(cell.conflict(0) == [])
  }

  @Test func `the document that became known last is shown`() {
    var cell = Cell()
    cell.says(3, "c", on: "2023-12-04")
    cell.says(2, "b", on: "2025-01-06")
    cell.says(1, "a", on: "2024-06-30")
    #expect(cell.vintages == ["3 c", "1 a", "2 b *"])
    #expect(cell.conflict(2) == [])
  }

  @Test func `a date that is known in part counts by its last day`() {
    var cell = Cell()
    cell.says(1, "a", on: "2024")
    cell.says(2, "b", on: "2024-12-30")
    cell.says(3, "c", on: "2024-11")
    #expect(cell.vintages == ["3 c", "2 b", "1 a *"])
  }

  @Test func `a document that repeats the vintage before it confirms it`() {
    var cell = Cell()
    cell.says(1, "b", on: "2024-01-01")
    cell.says(1, "c", on: "2024-02-01")
    cell.says(1, "a", on: "2024-03-01")
    #expect(cell.vintages == ["1 b *"])
    #expect(cell.confirmedBy(0) == ["a", "c"])
  }

  @Test func `a document that returns to an older value is a vintage of its own`() {
    var cell = Cell()
    cell.says(1, "a", on: "2024-01-01")
    cell.says(2, "b", on: "2024-02-01")
    cell.says(1, "c", on: "2024-03-01")
    #expect(cell.vintages == ["1 a", "2 b", "1 c *"])
    #expect(cell.confirmedBy(0) == [])
  }

  @Test func `another precision, range or reason is another vintage`() {
    var cell = Cell()
    cell.says(1, "a", on: "2024-01-01")
    cell.says(1, "b", on: "2024-01-02") { $0.qualifier = .moreThan }
    cell.says(nil, "c", on: "2024-01-03") { $0.missing = .withheld }
    cell.says(nil, "d", on: "2024-01-04") { $0.missing = .notCollected }
    for (source, high) in [("e", 2), ("f", 3)] {
      cell.says(nil, source, on: "2024-01-05") {
        $0.qualifier = .range
        $0.annotation.low = Decimal(1)
        $0.annotation.high = Decimal(high)
      }
    }
    #expect(
      cell.vintages
        == ["1 a", "1 b", "withheld c", "notCollected d", "range e *", "range f"])
  }

  @Test func `a range and a reason are repeated as values are`() {
    var ranges = Cell()
    for (source, day) in [("a", "2024-01-01"), ("b", "2024-01-02")] {
      ranges.says(nil, source, on: day) {
        $0.qualifier = .range
        $0.annotation.low = Decimal(1)
        $0.annotation.high = Decimal(2)
      }
    }
    #expect(ranges.vintages == ["range a *"])
    #expect(ranges.confirmedBy(0) == ["b"])
    var gaps = Cell()
    gaps.says(nil, "a", on: "2024-01-01") { $0.missing = .withheld }
    gaps.says(nil, "b", on: "2024-01-02") { $0.missing = .withheld }
    #expect(gaps.vintages == ["withheld a *"])
    #expect(gaps.confirmedBy(0) == ["b"])
  }

  @Test func `an undated document is shown only where no dated one gives the cell`() {
    var cell = Cell()
    cell.says(1, "a", on: "2020-01-01")
    cell.says(2, "b", on: nil, retrieved: "2026-11-21")
    #expect(cell.vintages == ["1 a *", "2 b"])
    var alone = Cell()
    alone.says(2, "b", on: nil)
    #expect(alone.vintages == ["2 b *"])
  }

  @Test func `an undated document that repeats any dated vintage confirms that`() {
    var cell = Cell()
    cell.says(1, "a", on: "2024-01-01")
    cell.says(2, "b", on: "2024-02-01")
    cell.says(1, "c", on: nil)
    cell.says(2, "d", on: nil)
    cell.says(3, "e", on: nil)
    #expect(cell.vintages == ["1 a", "2 b *", "3 e"])
    #expect(cell.confirmedBy(0) == ["c"])
    #expect(cell.confirmedBy(1) == ["d"])
  }

  @Test func `undated documents have no order in time, only the producer's before others`() {
    var cell = Cell()
    cell.says(1, "a", on: nil, retrieved: "2025-01-01")
    cell.says(2, "b", on: nil, retrieved: "2026-01-01")
    #expect(cell.vintages == ["1 a *", "2 b"])
    #expect(cell.conflict(0) == ["2 b"])
    cell.world.contents.indicators[0].producer = "gso"
    cell.world.contents.sources[1].agency = "gso"
    #expect(cell.vintages == ["1 a", "2 b *"])
    #expect(cell.conflict(1) == [])
  }

  @Test func `of one day the producer's document is shown, and nothing conflicts`() {
    var cell = Cell()
    cell.world.contents.indicators[0].producer = "gso"
    cell.says(1, "a", on: "2024-01-01")
    cell.says(2, "b", on: "2024-01-01", agency: "gso")
    cell.says(3, "c", on: "2024-01-01")
    #expect(cell.vintages == ["1 a", "2 b *", "3 c"])
    #expect(cell.conflict(1) == [])
  }

  @Test func `a newer document goes before the producer's`() {
    var cell = Cell()
    cell.world.contents.indicators[0].producer = "gso"
    cell.says(1, "a", on: "2024-01-01", agency: "gso")
    cell.says(2, "b", on: "2024-01-02")
    #expect(cell.vintages == ["1 a", "2 b *"])
  }

  @Test func `the producer's document is the one that others of its day confirm`() {
    var cell = Cell()
    cell.world.contents.indicators[0].producer = "gso"
    cell.says(1, "a", on: "2024-01-01")
    cell.says(1, "b", on: "2024-01-01", agency: "gso")
    #expect(cell.vintages == ["1 b *"])
    #expect(cell.confirmedBy(0) == ["a"])
  }

  @Test func `of one day a document may repeat the vintage before, whatever others say`() {
    for (changed, repeating) in [("a", "b"), ("b", "a")] {
      var cell = Cell()
      cell.says(1, "first", on: "2023-01-01")
      cell.says(2, changed, on: "2024-01-01")
      cell.says(1, repeating, on: "2024-01-01")
      #expect(cell.vintages == ["1 first", "2 \(changed) *"])
      #expect(cell.confirmedBy(0) == [repeating])
      #expect(cell.conflict(1) == [])
    }
  }

  @Test func `of one day documents of one value confirm each other, whatever stands between`() {
    var cell = Cell()
    cell.says(1, "a", on: "2024-01-01")
    cell.says(2, "b", on: "2024-01-01")
    cell.says(1, "c", on: "2024-01-01")
    #expect(cell.vintages == ["1 a *", "2 b"])
    #expect(cell.confirmedBy(0) == ["c"])
    #expect(cell.conflict(0) == ["2 b"])
  }

  @Test func `where only the source's id decides, the row shown names the others`() {
    var cell = Cell()
    cell.says(2, "b", on: "2024-01-01")
    cell.says(1, "a", on: "2024-01-01")
    cell.says(nil, "c", on: "2024-01-01") { $0.missing = .withheld }
    cell.says(9, "z", on: "2023-01-01")
    #expect(cell.vintages == ["9 z", "1 a *", "2 b", "withheld c"])
    #expect(cell.conflict(1) == ["2 b", "- c"])
    #expect(cell.conflict(2) == [])
  }

  @Test func `two documents of the producer on one day conflict`() {
    var cell = Cell()
    cell.world.contents.indicators[0].producer = "gso"
    cell.says(1, "a", on: "2024-01-01", agency: "gso")
    cell.says(2, "b", on: "2024-01-01", agency: "gso")
    cell.says(3, "c", on: "2024-01-01")
    #expect(cell.vintages == ["1 a *", "2 b", "3 c"])
    #expect(cell.conflict(0) == ["2 b"])
  }

  @Test func `a rejected vintage is kept and never shown`() {
    let reason = Name(vi: "Khác bản gốc.", en: "At odds with its primary.")
    var alone = Cell()
    alone.says(1, "a", on: "2024-01-01") { $0.annotation.rejected = reason }
    #expect(alone.vintages == ["1 a"])
    var newest = Cell()
    newest.says(1, "a", on: "2024-01-01")
    newest.says(2, "b", on: "2025-01-01") { $0.annotation.rejected = reason }
    #expect(newest.vintages == ["1 a *", "2 b"])
    var before = Cell()
    before.says(2, "b", on: "2024-01-01") { $0.annotation.rejected = reason }
    before.says(1, "a", on: nil)
    #expect(before.vintages == ["2 b", "1 a *"])
    var sameDay = Cell()
    sameDay.says(2, "a", on: "2024-01-01") { $0.annotation.rejected = reason }
    sameDay.says(1, "b", on: "2024-01-01")
    #expect(sameDay.vintages == ["2 a", "1 b *"])
    #expect(sameDay.conflict(1) == [])
  }

  @Test func `a rejected vintage confirms nothing and is confirmed by nothing`() {
    let reason = Name(vi: "Khác bản gốc.", en: "At odds with its primary.")
    var cell = Cell()
    cell.says(1, "a", on: "2024-01-01")
    cell.says(1, "b", on: "2024-02-01") { $0.annotation.rejected = reason }
    #expect(cell.vintages == ["1 a *", "1 b"])
    #expect(cell.confirmedBy(0) == [])
    var later = Cell()
    later.says(1, "a", on: "2024-01-01") { $0.annotation.rejected = reason }
    later.says(1, "b", on: "2024-02-01")
    #expect(later.vintages == ["1 a", "1 b *"])
    #expect(later.confirmedBy(0) == [])
  }

  @Test func `a rejected vintage does not stand between a value and its repetition`() {
    let reason = Name(vi: "Khác bản gốc.", en: "At odds with its primary.")
    var cell = Cell()
    cell.says(59, "a", on: "2024-01-01")
    cell.says(39, "b", on: "2024-02-01") { $0.annotation.rejected = reason }
    cell.says(59, "c", on: "2024-03-01")
    #expect(cell.vintages == ["59 a *", "39 b"])
    #expect(cell.confirmedBy(0) == ["c"])
  }

  @Test func `a transcription has the date of its original`() {
    var cell = Cell()
    cell.world.source("original", published: "2023-10-21", retrieved: nil)
    cell.says(1, "a", on: "2024-01-01")
    cell.says(2, "copy", on: "2025-11-14") { $0.original = "original" }
    #expect(cell.vintages == ["2 copy", "1 a *"])
    let snapshot = cell.world.snapshot
    #expect(snapshot.observations.provenance(0).published == PartialDate("2023-10-21"))
    #expect(snapshot.observations.provenance(0).knownFrom == Day("2023-10-21"))
  }

  @Test func `an undated original became known with its copy, else on the day of retrieval`() {
    var cell = Cell()
    cell.world.source("original", retrieved: "2026-11-01")
    cell.says(1, "copy", on: "2025-11-14") { $0.original = "original" }
    let dated = cell.world.snapshot.observations.provenance(0)
    #expect(dated.published == nil)
    #expect(dated.knownFrom == Day("2025-11-14"))
    var undated = Cell()
    undated.says(1, "page", on: nil, retrieved: "2026-11-20")
    #expect(undated.world.snapshot.observations.provenance(0).published == nil)
    #expect(undated.world.snapshot.observations.provenance(0).knownFrom == Day("2026-11-20"))
  }

  @Test func `figures without a period are one cell for each source`() {
    var world = World()
    world.observe("dti", "VN", nil, 25, "a") { $0.annotation.periodText = Name(vi: "x", en: "x") }
    world.observe("dti", "VN", nil, 26, "b") { $0.annotation.periodText = Name(vi: "x", en: "x") }
    world.observe("dti", "VN", nil, 25, "c") { $0.annotation.periodText = Name(vi: "x", en: "x") }
    let snapshot = world.snapshot
    #expect(snapshot.shown.map(snapshot.source) == ["a", "b", "c"])
    #expect(snapshot.shown.allSatisfy { snapshot.confirmedBy($0).isEmpty })
  }

  @Test func `another area, period or indicator is another cell`() {
    var world = World()
    world.observe("dti", "VN", "2023", 1, "a")
    world.observe("dti", "VN", "2023-S1", 1, "b")
    world.observe("dti", "SG", "2023", 1, "b")
    world.observe("gdp", "VN", "2023", 1, "b")
    let snapshot = world.snapshot
    #expect(snapshot.shown.count == 4)
    #expect(snapshot.shown.allSatisfy { snapshot.confirmedBy($0).isEmpty })
  }
}
