/// The asked periods as a range of the numbers that a table gives its periods, so that a series is
/// cut to them by binary search.
///
/// What lies in it need not all match: a span holds periods wholly, a list leaves some out.
struct PeriodWindow: Sendable {
  private let numbers: Range<Int>

  /// Everything, figures without a period too.
  static let all = PeriodWindow(0..<Int(ObservationTable.noPeriod) + 1)

  private init(_ numbers: Range<Int>) {
    self.numbers = numbers
  }

  init(_ periods: Selection.Periods, _ table: ObservationTable) {
    switch periods {
    case .all: self = .all
    case .these(let chosen):
      let found = chosen.compactMap { table.number(of: $0) }
      self.init((found.min() ?? 0)..<(found.max().map { $0 + 1 } ?? 0))
    case .within(let span):
      let start = span.first.map { day in table.firstPeriod { $0.start >= day } } ?? 0
      let end =
        span.last.map { day in table.firstPeriod { $0.start > day } } ?? table.periods.count
      self.init(start..<max(start, end))
    }
  }

  /// The rows of a series that lie in the window.
  func rows(of table: ObservationTable, in series: Range<Int>) -> Range<Int> {
    let start =
      numbers.lowerBound == 0
      ? series.lowerBound : table.firstRow(in: series, from: numbers.lowerBound)
    let end =
      numbers.upperBound > Int(ObservationTable.noPeriod)
      ? series.upperBound
      : table.firstRow(in: start..<series.upperBound, from: numbers.upperBound)
    return start..<end
  }

  /// Whether every period in the window is asked for; one that only reaches into a span is not.
  func isExact(for selection: Selection, _ table: ObservationTable) -> Bool {
    if numbers.upperBound > Int(ObservationTable.noPeriod) {
      return selection.frequencies == nil
    }
    return numbers.allSatisfy { selection.matchesTime(table.periods[$0]) }
  }
}
