/// Cells of the cube, and what stands in them on a day.
extension ObservationTable {
  /// The place of a period among `periods`; nil where no row has it.
  package func number(of period: Period) -> Int? {
    let place = firstPeriod { $0 >= period }
    return place < periods.count && periods[place] == period ? place : nil
  }

  /// The first of `periods` of which something holds that holds of all after it.
  func firstPeriod(where isAtOrAfter: (Period) -> Bool) -> Int {
    var low = 0
    var high = periods.count
    while low < high {
      let middle = low + (high - low) / 2
      if isAtOrAfter(periods[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// The first row of a series of which the period's number is not below one.
  func firstRow(in series: Range<Int>, from number: Int) -> Int {
    var low = series.lowerBound
    var high = series.upperBound
    while low < high {
      let middle = low + (high - low) / 2
      if Int(periodIndex[middle]) >= number { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// The rows that speak of the same cell as a row: its vintages, by the day they became known.
  package func cell(of row: Int) -> Range<Int> {
    var start = row
    var end = row + 1
    while start > 0, isSameCell(start - 1, row) { start -= 1 }
    while end < count, isSameCell(end, row) { end += 1 }
    return start..<end
  }

  /// The same for the first row of a cell.
  func cell(from row: Int) -> Range<Int> {
    var end = row + 1
    while end < count, isSameCell(end, row) { end += 1 }
    return row..<end
  }

  /// A figure without a period is a cell of its own.
  private func isSameCell(_ one: Int, _ other: Int) -> Bool {
    periodIndex[one] == periodIndex[other] && area[one] == area[other]
      && indicator[one] == indicator[other] && periodIndex[one] != ObservationTable.noPeriod
  }

  /// The row that stands in its cell on a day, and the rows that only the source's id kept from
  /// standing; empty where nothing was known.
  package func standing(in cell: Range<Int>, asOf day: Day) -> [Int] {
    let known = cell.filter { provenance($0).knownFrom <= day }
    return Vintages.standing(known.map(vintage)).map { known[$0] }
  }

  /// Whether a row was known on a day and not rejected.
  func isEligible(_ row: Int, asOf day: Day) -> Bool {
    provenance(row).knownFrom <= day && !isRejected(row)
  }

  /// Whether a row does not stand in its cell by all that is known.
  func isHidden(_ row: Int) -> Bool {
    periodIndex[row] == ObservationTable.noPeriod ? isRejected(row) : !isShown(row)
  }

  private func isRejected(_ row: Int) -> Bool {
    isAnnotated(row) && annotation(row).rejected != nil
  }

  /// The vintage that took a row's place by a day, nil where none did.
  package func replacement(of row: Int, asOf day: Day) -> Int? {
    let mine = vintage(row)
    guard mine.isDated, !mine.isRejected else { return nil }
    let next = cell(of: row).first {
      let other = vintage($0)
      return other.isDated && !other.isRejected && other.knownFrom > mine.knownFrom
        && other.knownFrom <= day
    }
    return next.flatMap { first in
      standing(in: cell(of: row), asOf: provenance(first).knownFrom).first
    }
  }

  /// The newest day on which something became known.
  package var newestKnownFrom: Day? { provenances.map(\.knownFrom).max() }

  private func vintage(_ row: Int) -> Vintage {
    Vintage(
      knownFrom: provenance(row).knownFrom, source: provenance(row).source,
      isDated: provenance(row).published != nil, isProducers: isProducers(row),
      isRejected: isRejected(row))
  }
}
