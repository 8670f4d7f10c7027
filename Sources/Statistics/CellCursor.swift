/// The cells of a selection in their order, made as they are asked for: a series at a time, and of
/// a series that is published as it stands only a row.
package struct CellCursor: Sendable {
  private var selection: Selection
  private let scope: Selection.Scope
  private let atlas: Atlas
  private let window: PeriodWindow
  /// Whether every period in the window matches.
  private let isWindowExact: Bool
  private let indicators: [Int]
  private var indicatorPlace = 0
  /// Where every indicator is looked up; nil: wherever it has rows.
  private let places: [Int]?
  /// The same for the indicator under way.
  private var itsPlaces: [Int]
  private var place = 0
  /// The rows of the series under way that are cells as they stand.
  private var rows = 0..<0
  /// Whether each of them is the only one of its cell and matches, so that none is looked at.
  private var areAlone = false
  /// The cells of the series under way that had to be worked out.
  private var made: [Cell] = []
  private var madePlace = 0

  package init(_ selection: Selection, _ scope: Selection.Scope, in atlas: Atlas) {
    self.selection = selection
    self.scope = scope
    self.atlas = atlas
    let snapshot = atlas.snapshot
    let table = snapshot.observations
    window = PeriodWindow(selection.periods, table)
    isWindowExact = window.isExact(for: selection, table)
    indicators = selection.indicators?.sorted() ?? Array(snapshot.indicators.rows.indices)
    places = CellCursor.places(selection, scope, atlas)
    itsPlaces = places ?? []
    if places == nil, let first = indicators.first { itsPlaces = held(first) }
  }

  private static func places(
    _ selection: Selection, _ scope: Selection.Scope, _ atlas: Atlas
  ) -> [Int]? {
    if case .regions(let regions) = scope { return regions }
    let areas =
      selection.areas.map { $0.sorted().filter(atlas.has) }
      ?? (atlas.map == nil ? nil : atlas.areas)
    guard let areas, let levels = selection.levels else { return areas }
    return areas.filter { levels.contains(atlas.snapshot.areas.rows[$0].level) }
  }

  private func held(_ indicator: Int) -> [Int] {
    let areas = atlas.snapshot.series.areas(ofIndicator: indicator)
    guard let levels = selection.levels else { return areas }
    return areas.filter { levels.contains(atlas.snapshot.areas.rows[$0].level) }
  }

  /// The next cell that matches; nil at the end.
  package mutating func next() -> Cell? {
    while true {
      while let row = nextRow() {
        let cell = atlas.published(row)
        if matches(cell) { return cell }
      }
      if madePlace < made.count {
        madePlace += 1
        return made[madePlace - 1]
      }
      if !openNext() { return nil }
    }
  }

  /// The next cells, so many at most, as rows of the table, where no other row speaks of them; none
  /// where `next` has to be asked.
  package mutating func nextAlone(atMost count: Int) -> Range<Int> {
    guard areAlone else { return 0..<0 }
    let next = rows.prefix(count)
    rows = next.upperBound..<rows.upperBound
    return next
  }

  /// Whether the cells are rows as they stand, which are counted without looking at each.
  package var isPlain: Bool {
    guard isCountedByBounds, selection.latest == nil else { return false }
    switch scope {
    case .regions: return false
    case .vintages: return true
    case .standing:
      return selection.change == nil && !(places ?? []).contains(where: atlas.isCarriedOnto)
    }
  }

  /// How many cells there are from here on; whole series are counted by their bounds where nothing
  /// else is asked of them.
  package consuming func count() -> Int {
    // A change belongs to a cell and makes none.
    selection.change = nil
    var count = 0
    repeat {
      if let here = countOfRows {
        count += here
      } else {
        while let row = nextRow() {
          if matches(atlas.published(row)) { count += 1 }
        }
      }
      count += made.count - madePlace
    } while openNext()
    return count
  }

  /// Passes over so many cells, whole series at once where that is possible.
  package mutating func skip(_ count: Int) {
    var left = count
    while left > 0 {
      if let here = countOfRows, here <= left {
        left -= here
        rows = 0..<0
        if left == 0 { return }
        if madePlace == made.count {
          if !openNext() { return }
          continue
        }
      }
      if next() == nil { return }
      left -= 1
    }
  }

  private var isCountedByBounds: Bool {
    isWindowExact && !selection.asksRest && atlas.isSettled
  }

  /// How many cells the rows under way are, where that is known without looking at each.
  private var countOfRows: Int? {
    guard isCountedByBounds else { return nil }
    if case .vintages = scope { return rows.count }
    return atlas.snapshot.series.standingCount(in: rows)
  }

  /// How many cells there are from here on, and the newest period of those with a value; looks at
  /// rows without making cells of them where that is enough.
  package consuming func survey() -> (count: Int, newest: Period?) {
    let table = atlas.snapshot.observations
    var count = 0
    var isHeld = [Bool](repeating: false, count: table.periods.count)
    var newest: Period?
    let isEnough = isWindowExact && !selection.asksRest
    repeat {
      while let row = nextRow() {
        if !isEnough, !matches(atlas.published(row)) { continue }
        count += 1
        let period = table.periodIndex[row]
        if period != ObservationTable.noPeriod, table.missing(row) == nil {
          isHeld[Int(period)] = true
        }
      }
      count += made.count - madePlace
      for cell in made where cell.missing == nil {
        if let period = cell.period { newest = CellCursor.newer(period, newest) }
      }
    } while openNext()
    for number in isHeld.indices where isHeld[number] {
      newest = CellCursor.newer(table.periods[number], newest)
    }
    return (count, newest)
  }

  /// The one with the later end; of equal ends the longer.
  private static func newer(_ one: Period, _ other: Period?) -> Period {
    guard let other else { return one }
    return (other.end, one.start) < (one.end, other.start) ? one : other
  }

  private func matches(_ cell: Cell) -> Bool {
    (isWindowExact || selection.matchesTime(cell.period))
      && (!selection.asksRest || selection.matchesRest(cell, atlas.snapshot))
  }

  /// The next row that stands or, among vintages, was known.
  private mutating func nextRow() -> Int? {
    if areAlone { return rows.popFirst() }
    while let row = rows.first {
      if case .vintages = scope {
        rows = (row + 1)..<rows.upperBound
        if atlas.isKnown(row) { return row }
      } else {
        let cell = atlas.snapshot.observations.cell(from: row)
        rows = cell.upperBound..<rows.upperBound
        if let standing = atlas.standing(in: cell) { return standing }
      }
    }
    return nil
  }

  private mutating func openNext() -> Bool {
    while indicatorPlace < indicators.count {
      if place < itsPlaces.count {
        open(indicators[indicatorPlace], itsPlaces[place])
        place += 1
        return true
      }
      indicatorPlace += 1
      place = 0
      if places == nil, indicatorPlace < indicators.count {
        itsPlaces = held(indicators[indicatorPlace])
      }
    }
    return false
  }

  private mutating func open(_ indicator: Int, _ place: Int) {
    rows = 0..<0
    areAlone = false
    made = []
    madePlace = 0
    let snapshot = atlas.snapshot
    switch scope {
    case .regions:
      made = selection.chosen(
        of: atlas.series(indicator, ofRegion: place), indicator, snapshot)
    case .vintages:
      rows = window.rows(of: snapshot.observations, in: atlas.rows(indicator, place))
      if selection.latest == nil { return }
      var series: [Cell] = []
      while let row = nextRow() { series.append(atlas.published(row)) }
      made = selection.chosen(ofVintages: series, snapshot)
    case .standing:
      if selection.latest == nil, selection.change == nil, !atlas.isCarriedOnto(place) {
        rows = window.rows(of: snapshot.observations, in: atlas.rows(indicator, place))
        areAlone = isCountedByBounds && snapshot.series.standingCount(in: rows) == rows.count
        return
      }
      let series = atlas.series(
        indicator, place, within: selection.change == nil ? window : .all)
      made = selection.chosen(of: series, indicator, snapshot)
    }
  }
}
