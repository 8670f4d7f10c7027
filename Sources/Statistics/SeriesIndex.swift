/// Where each series begins and when provinces have values: what a question looks up so that it
/// need not walk an indicator's rows. Eight bytes a series.
package struct SeriesIndex: Sendable {
  /// The rows of one indicator in one area.
  private struct Series {
    var area: UInt16
    var firstRow: UInt32
  }

  /// A period in which some province has a value, and the first day on which one was known.
  package struct Held: Sendable {
    /// Among the table's periods.
    package var period: Int
    package var knownFrom: Day
  }

  private var series: [Series] = []
  /// Where each indicator's series begin; one more entry than there are indicators.
  private var firstSeries: [Int] = [0]
  private var held: [[Held]] = []
  /// The rows that do not stand by all that is known, ascending: few.
  private var hidden: [UInt32] = []
  /// How many rows a plain question gets, of all.
  package let shownCount: Int
  /// The newest day on which something became known.
  package let newestKnownFrom: Day?

  init(_ table: ObservationTable, _ areas: Table<Area>, indicatorCount: Int) {
    newestKnownFrom = table.newestKnownFrom
    let isProvince = areas.rows.map { area in
      if case .province = area.kind { true } else { false }
    }
    var shown = 0
    var known = [Day?](repeating: nil, count: table.periods.count)
    for indicator in 0..<indicatorCount {
      var touched: [Int] = []
      var last = -1
      for row in table.rows(ofIndicator: indicator) {
        let area = Int(table.area[row])
        if area != last { series.append(Series(area: UInt16(area), firstRow: UInt32(row))) }
        last = area
        if table.isShown(row) { shown += 1 }
        if table.isHidden(row) { hidden.append(UInt32(row)) }
        let period = table.periodIndex[row]
        guard isProvince[area], period != ObservationTable.noPeriod, table.missing(row) == nil
        else { continue }
        let day = table.provenance(row).knownFrom
        if let before = known[Int(period)] {
          known[Int(period)] = min(before, day)
        } else {
          known[Int(period)] = day
          touched.append(Int(period))
        }
      }
      firstSeries.append(series.count)
      held.append(
        touched.sorted().compactMap { period in
          known[period].map { Held(period: period, knownFrom: $0) }
        })
      for period in touched { known[period] = nil }
    }
    shownCount = shown
    series.append(Series(area: .max, firstRow: UInt32(table.count)))
  }

  /// The periods in which provinces have a value that is not missing, in the order of time.
  package func held(ofIndicator indicator: Int) -> [Held] { held[indicator] }

  /// The rows of one indicator in one area.
  package func rows(ofIndicator indicator: Int, area wanted: Int) -> Range<Int> {
    let first = firstSeries[indicator]
    var low = first
    var high = firstSeries[indicator + 1]
    // Areas mostly follow each other without gaps.
    if low < high {
      let guess = low + wanted - Int(series[low].area)
      if guess >= low, guess < high, Int(series[guess].area) == wanted { return rows(guess) }
    }
    while low < high {
      let middle = low + (high - low) / 2
      if Int(series[middle].area) < wanted { low = middle + 1 } else { high = middle }
    }
    guard low < firstSeries[indicator + 1], Int(series[low].area) == wanted else { return 0..<0 }
    return rows(low)
  }

  /// How many of some rows stand by all that is known.
  func standingCount(in rows: Range<Int>) -> Int {
    rows.count - (hiddenCount(before: rows.upperBound) - hiddenCount(before: rows.lowerBound))
  }

  private func hiddenCount(before row: Int) -> Int {
    var low = 0
    var high = hidden.count
    while low < high {
      let middle = low + (high - low) / 2
      if Int(hidden[middle]) < row { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The areas in which an indicator has rows, ascending.
  func areas(ofIndicator indicator: Int) -> [Int] {
    series[firstSeries[indicator]..<firstSeries[indicator + 1]].map { Int($0.area) }
  }

  private func rows(_ place: Int) -> Range<Int> {
    Int(series[place].firstRow)..<Int(series[place + 1].firstRow)
  }
}
