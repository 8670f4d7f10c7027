import JSON
import Statistics

extension Ranking {
  /// The rows as a reader looks for them: where no ranks are computed, those with a figure first,
  /// the best before the others, then those without one.
  func rowsInOrder(of indicator: Indicator) -> [Row] {
    if isComplete { return rows }
    let lowerFirst = indicator.direction == .lowerIsBetter
    let known = rows.compactMap { row in
      row.cell.flatMap(\.value).map { (row: row, value: $0) }
    }.enumerated().sorted { one, other in
      let (mine, its) = (one.element.value, other.element.value)
      if mine == its { return one.offset < other.offset }
      return lowerFirst ? mine < its : its < mine
    }
    // A published rank or a range is more than nothing.
    let rest = rows.filter { $0.cell?.hasNumber != true }
    func isSaid(_ row: Row) -> Bool {
      row.rank != nil || row.cell.map { $0.missing == nil } ?? false
    }
    return known.map(\.element.row) + rest.filter(isSaid) + rest.filter { !isSaid($0) }
  }
}
