import Statistics

/// One series: what has the same frequency, indicator and area, in the order of time; or a part of
/// it, where the order of the rows goes before.
struct Series: Sendable {
  var frequency: Frequency
  var indicator: Int
  var area: Int
  /// Of the observation table.
  var rows: [Int]
  /// The day on which they became known; of a history only.
  var knownFrom: Day?
}

/// The series of a question, one after another; only one indicator's rows in one area are held.
struct SeriesCursor: Sendable {
  private var cells: CellCursor
  /// The rows of a history that are left; nil where there is none.
  private var history: ArraySlice<Int32>?
  private let table: ObservationTable
  /// By the number of the period.
  private let frequencies: [Frequency]
  private let ends: Ends
  /// Whether the rows keep the order that they have everywhere else, so that a series may come in
  /// parts, with one of another frequency between them.
  private let keepsOrder: Bool
  private var isOpen = false
  /// The row that showed that the ones before it were all of theirs.
  private var ahead: Int?
  /// Series that were read together with others, the next one last.
  private var waiting: [Series] = []

  /// How many observations of each series are wanted; nil: all.
  struct Ends: Sendable {
    var first: Int?
    var last: Int?

    func chosen(of rows: [Int]) -> [Int] {
      if first == nil, last == nil { return rows }
      let (first, last) = (min(first ?? 0, rows.count), min(last ?? 0, rows.count))
      return Array(rows.prefix(first) + rows.suffix(min(last, rows.count - first)))
    }
  }

  init(_ question: DataQuestion, in snapshot: Snapshot, keepsOrder: Bool = false) {
    self.keepsOrder = keepsOrder
    table = snapshot.observations
    frequencies = table.periods.map(\.frequency)
    ends = Ends(first: question.first, last: question.last)
    cells = question.cells(in: snapshot)
    if question.hasHistory { history = question.history(in: snapshot)[...] }
  }

  mutating func next() -> Series? {
    if let series = waiting.popLast() { return series }
    let rows = nextRows()
    guard let first = rows.first else { return nil }
    let knownFrom = history == nil ? nil : table.provenance(first).knownFrom
    // Most are all of one frequency.
    for frequency in Frequency.allCases.reversed() {
      let own = rows.filter { frequencies[Int(table.periodIndex[$0])] == frequency }
      if own.isEmpty { continue }
      waiting.append(
        Series(
          frequency: frequency, indicator: Int(table.indicator[first]),
          area: Int(table.area[first]), rows: ends.chosen(of: own), knownFrom: knownFrom))
      if own.count == rows.count { break }
    }
    if keepsOrder, waiting.count > 1 { waiting = parts(of: waiting) }
    return waiting.popLast()
  }

  /// Series of one indicator in one area, parted so that their rows are in order, the first last.
  private func parts(of series: [Series]) -> [Series] {
    var parts: [Series] = []
    for row in series.flatMap(\.rows).sorted() {
      let frequency = frequencies[Int(table.periodIndex[row])]
      if parts.last?.frequency != frequency {
        var part = series[0]
        part.frequency = frequency
        part.rows = []
        parts.append(part)
      }
      parts[parts.count - 1].rows.append(row)
    }
    return parts.reversed()
  }

  /// The rows of the next indicator in the next area; of a history those that became known on one
  /// day.
  private mutating func nextRows() -> [Int] {
    var rows: [Int] = []
    if !isOpen {
      isOpen = true
      ahead = nextRow()
    }
    guard let first = ahead else { return rows }
    rows.append(first)
    if history == nil { rows.append(contentsOf: cells.nextAlone(atMost: .max)) }
    ahead = nextRow()
    while let row = ahead, belongs(row, with: first) {
      rows.append(row)
      ahead = nextRow()
    }
    return rows
  }

  private mutating func nextRow() -> Int? {
    if history != nil { return history?.popFirst().map { Int($0) } }
    return cells.next()?.row
  }

  private func belongs(_ row: Int, with first: Int) -> Bool {
    table.area[row] == table.area[first] && table.indicator[row] == table.indicator[first]
      && (history == nil
        || table.provenance(row).knownFrom == table.provenance(first).knownFrom)
  }
}
