/// Cells of the cube, and what stands in them on a day.
extension ObservationTable {
  /// The rows of one indicator in one area; found in time logarithmic in the indicator's rows.
  package func rows(ofIndicator indicator: Int, area wanted: Int) -> Range<Int> {
    let all = rows(ofIndicator: indicator)
    let start = firstRow(in: all) { Int(area[$0]) >= wanted }
    let end = firstRow(in: start..<all.upperBound) { Int(area[$0]) > wanted }
    return start..<end
  }

  private func firstRow(in range: Range<Int>, where isAtOrAfter: (Int) -> Bool) -> Int {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high {
      let middle = low + (high - low) / 2
      if isAtOrAfter(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// The periods in which an indicator has rows, in the order of time.
  package func periods(ofIndicator indicator: Int) -> [Period] {
    Set(rows(ofIndicator: indicator).map { periodIndex[$0] }).subtracting([
      ObservationTable.noPeriod
    ]).sorted().map { periods[Int($0)] }
  }

  /// The rows that speak of the same cell as a row: its vintages, by the day they became known.
  package func cell(of row: Int) -> Range<Int> {
    var start = row
    var end = row + 1
    while start > 0, isSameCell(start - 1, row) { start -= 1 }
    while end < count, isSameCell(end, row) { end += 1 }
    return start..<end
  }

  /// A figure without a period is a cell of its own.
  private func isSameCell(_ one: Int, _ other: Int) -> Bool {
    indicator[one] == indicator[other] && area[one] == area[other]
      && periodIndex[one] == periodIndex[other] && periodIndex[one] != ObservationTable.noPeriod
  }

  /// The row that stands in its cell on a day, and the rows that only the source's id kept from
  /// standing; empty where nothing was known.
  package func standing(in cell: Range<Int>, asOf day: Day) -> [Int] {
    let known = cell.filter { provenance($0).knownFrom <= day }
    return Vintages.standing(known.map(vintage)).map { known[$0] }
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
      isRejected: annotation(row).rejected != nil)
  }
}
