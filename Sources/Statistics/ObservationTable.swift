import JSON

/// All observations in columns, ordered by indicator, area, period, day known and source, so that
/// a series is a slice.
///
/// Rows are numbered from 0. Indicators, areas and sources are indices into the snapshot's tables.
package struct ObservationTable: Sendable {
  package fileprivate(set) var indicator: [UInt16] = []
  package fileprivate(set) var area: [UInt16] = []
  /// An index into `periods`; `noPeriod` where the document states none (sorts last).
  package fileprivate(set) var periodIndex: [UInt16] = []
  fileprivate var values: [Int64] = []
  fileprivate var provenanceIndex: [UInt16] = []
  fileprivate var codes: [RowCodes] = []
  /// An index into `annotations`; 0 is the empty one.
  fileprivate var annotationIndex: [UInt32] = []

  /// In the order of time.
  package fileprivate(set) var periods: [Period] = []
  package fileprivate(set) var provenances: [Provenance] = []
  fileprivate var annotations: [Annotation] = [Annotation()]
  /// Where each indicator's rows begin; one more entry than there are indicators.
  fileprivate var firstRow: [Int] = [0]

  package static let noPeriod = UInt16.max
  fileprivate static let noValue = Int64.min

  package var count: Int { indicator.count }

  /// The rows of one indicator.
  package func rows(ofIndicator index: Int) -> Range<Int> {
    firstRow[index]..<firstRow[index + 1]
  }

  package func period(_ row: Int) -> Period? {
    periodIndex[row] == ObservationTable.noPeriod ? nil : periods[Int(periodIndex[row])]
  }

  package func value(_ row: Int) -> Decimal? {
    values[row] == ObservationTable.noValue ? nil : Decimal(packed: values[row])
  }

  package func qualifier(_ row: Int) -> Qualifier { codes[row].qualifier }
  package func status(_ row: Int) -> ObservationStatus { codes[row].status }
  package func missing(_ row: Int) -> MissingReason? { codes[row].missing }

  /// Whether a plain question gets this row: the vintage that stands, not one it replaced.
  package func isShown(_ row: Int) -> Bool { codes[row].isShown }

  func isProducers(_ row: Int) -> Bool { codes[row].isProducers }
  package func provenance(_ row: Int) -> Provenance { provenances[Int(provenanceIndex[row])] }
  package func annotation(_ row: Int) -> Annotation { annotations[Int(annotationIndex[row])] }
}

/// The document a value came from and when it became known.
package struct Provenance: Sendable, Hashable {
  package var source: UInt16
  package var original: UInt16?
  /// The day on which the figure became public, as far as it is known.
  package var published: PartialDate?
  /// The day that `asOf` compares with.
  package var knownFrom: Day
}

/// The codes of a row in four bytes.
struct RowCodes: Sendable {
  var qualifier: Qualifier
  var status: ObservationStatus
  var missing: MissingReason?
  var isShown: Bool
  /// Whether the source is the producer of the figure.
  var isProducers: Bool
}

/// One row on its way into the table, references resolved.
package struct ResolvedObservation: Sendable {
  package var indicator: UInt16
  package var area: UInt16
  package var period: Period?
  package var value: Decimal?
  package var qualifier: Qualifier
  package var status: ObservationStatus
  package var missing: MissingReason?
  package var provenance: Provenance
  package var annotation: Annotation
  var isShown = true
  var isProducers: Bool

  package init(
    _ row: Observation, indicator: Int, area: Int, provenance: Provenance, isProducers: Bool
  ) {
    self.isProducers = isProducers
    self.indicator = UInt16(indicator)
    self.area = UInt16(area)
    period = row.period
    value = row.value
    qualifier = row.qualifier
    status = row.status
    missing = row.missing
    self.provenance = provenance
    annotation = row.annotation
  }

  var vintage: Vintage {
    Vintage(
      knownFrom: provenance.knownFrom, source: provenance.source,
      isDated: provenance.published != nil, isProducers: isProducers,
      isRejected: annotation.rejected != nil)
  }

  /// Whether two rows speak of the same cell: figures without a period are a cell for each source.
  func sharesCell(with other: ResolvedObservation) -> Bool {
    indicator == other.indicator && area == other.area && period == other.period
      && (period != nil || provenance.source == other.provenance.source)
  }
}

extension ObservationTable {
  /// Orders the rows, settles the vintages and fills the columns.
  package init(_ given: [ResolvedObservation], indicatorCount: Int) {
    let sorted = given.sorted(by: ObservationTable.precedes)
    var rows: [ResolvedObservation] = []
    rows.reserveCapacity(sorted.count)
    var start = 0
    while start < sorted.count {
      var end = start + 1
      while end < sorted.count, sorted[end].sharesCell(with: sorted[start]) { end += 1 }
      rows += Vintages(sorted[start..<end]).rows
      start = end
    }
    fill(rows, indicatorCount: indicatorCount)
  }

  private static func precedes(_ one: ResolvedObservation, _ other: ResolvedObservation) -> Bool {
    if one.indicator != other.indicator { return one.indicator < other.indicator }
    if one.area != other.area { return one.area < other.area }
    if one.period != other.period {
      guard let mine = one.period else { return false }
      guard let its = other.period else { return true }
      return mine < its
    }
    return (one.provenance.knownFrom, one.provenance.source)
      < (other.provenance.knownFrom, other.provenance.source)
  }

  private mutating func fill(_ rows: [ResolvedObservation], indicatorCount: Int) {
    periods = Set(rows.compactMap(\.period)).sorted()
    precondition(periods.count < Int(ObservationTable.noPeriod), "more periods than 65,534")
    let numbered = Dictionary(
      uniqueKeysWithValues: periods.enumerated().map { ($1, UInt16($0)) })
    var provenanceNumbers: [Provenance: UInt16] = [:]
    firstRow.removeAll()
    for row in rows {
      while firstRow.count <= Int(row.indicator) { firstRow.append(indicator.count) }
      indicator.append(row.indicator)
      area.append(row.area)
      periodIndex.append(row.period.flatMap { numbered[$0] } ?? ObservationTable.noPeriod)
      values.append(row.value?.packed ?? ObservationTable.noValue)
      let provenance = provenanceNumbers[row.provenance] ?? UInt16(provenances.count)
      if Int(provenance) == provenances.count {
        provenanceNumbers[row.provenance] = provenance
        provenances.append(row.provenance)
      }
      provenanceIndex.append(provenance)
      codes.append(
        RowCodes(
          qualifier: row.qualifier, status: row.status, missing: row.missing,
          isShown: row.isShown, isProducers: row.isProducers))
      if row.annotation == Annotation() {
        annotationIndex.append(0)
      } else {
        annotationIndex.append(UInt32(annotations.count))
        annotations.append(row.annotation)
      }
    }
    while firstRow.count <= indicatorCount { firstRow.append(indicator.count) }
  }
}
