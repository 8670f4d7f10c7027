import JSON

/// All observations in columns, ordered by indicator, area, period, day known and source, so that
/// a series is a slice.
///
/// Rows are numbered from 0. Indicators, areas and sources are indices into the snapshot's tables.
package struct ObservationTable: Sendable {
  package private(set) var indicator: [UInt16] = []
  package private(set) var area: [UInt16] = []
  /// An index into `periods`; `noPeriod` where the document states none (sorts last).
  package private(set) var periodIndex: [UInt16] = []
  private var values: [Int64] = []
  private var provenanceIndex: [UInt16] = []
  private var codes: [RowCodes] = []
  private var annotations: [Annotation] = []
  /// The rows that have them, ascending: most rows have none.
  private var annotatedRows: [Int32] = []

  /// In the order of time.
  package let periods: [Period]
  /// By the day known, then the source.
  package let provenances: [Provenance]
  /// Where each indicator's rows begin; one more entry than there are indicators.
  private var firstRow: [Int] = []

  package static let noPeriod = Numbering.none
  private static let noAnnotation = Annotation()

  /// No rows yet, and room for some.
  init(periods: [Period], provenances: [Provenance], capacity: Int, annotated: Int) {
    self.periods = periods
    self.provenances = provenances
    indicator.reserveCapacity(capacity)
    area.reserveCapacity(capacity)
    periodIndex.reserveCapacity(capacity)
    values.reserveCapacity(capacity)
    provenanceIndex.reserveCapacity(capacity)
    codes.reserveCapacity(capacity)
    annotations.reserveCapacity(annotated)
    annotatedRows.reserveCapacity(annotated)
  }

  package var count: Int { indicator.count }

  /// The rows of one indicator.
  package func rows(ofIndicator index: Int) -> Range<Int> {
    firstRow[index]..<firstRow[index + 1]
  }

  package func period(_ row: Int) -> Period? {
    periodIndex[row] == ObservationTable.noPeriod ? nil : periods[Int(periodIndex[row])]
  }

  package func value(_ row: Int) -> Decimal? {
    values[row] == ObservationRows.noValue ? nil : Decimal(packed: values[row])
  }

  package func qualifier(_ row: Int) -> Qualifier { codes[row].qualifier }
  package func status(_ row: Int) -> ObservationStatus { codes[row].status }
  package func missing(_ row: Int) -> MissingReason? { codes[row].missing }

  /// Whether a plain question gets this row: the vintage that stands, not one it replaced.
  package func isShown(_ row: Int) -> Bool { codes[row].isShown }

  func isProducers(_ row: Int) -> Bool { codes[row].isProducers }
  package func provenance(_ row: Int) -> Provenance { provenances[Int(provenanceIndex[row])] }

  /// The place of a row's provenance among `provenances`.
  package func provenanceNumber(_ row: Int) -> Int { Int(provenanceIndex[row]) }

  /// Whether a row has an annotation.
  package func isAnnotated(_ row: Int) -> Bool { codes[row].isAnnotated }

  package func annotation(_ row: Int) -> Annotation {
    guard codes[row].isAnnotated else { return ObservationTable.noAnnotation }
    var low = 0
    var high = annotatedRows.count
    while low < high {
      let middle = low + (high - low) / 2
      if annotatedRows[middle] < row { low = middle + 1 } else { high = middle }
    }
    return annotations[low]
  }

  // MARK: filling

  /// Adds a row, which must come after all before it.
  mutating func append(
    _ key: RowKey, packedValue: Int64, _ code: RowCodes, _ annotation: Annotation?
  ) {
    while firstRow.count <= Int(key.indicator) { firstRow.append(count) }
    if let annotation, code.isAnnotated {
      annotatedRows.append(Int32(count))
      annotations.append(annotation)
    }
    indicator.append(key.indicator)
    area.append(key.area)
    periodIndex.append(key.period)
    provenanceIndex.append(key.provenance)
    values.append(packedValue)
    codes.append(code)
  }

  /// Closes the list of indicators.
  mutating func end(indicatorCount: Int) {
    while firstRow.count <= indicatorCount { firstRow.append(count) }
  }
}
