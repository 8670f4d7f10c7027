import JSON

/// One of several rows that speak of a cell, while it is settled which of them stands.
struct ResolvedObservation: Sendable {
  var key: RowKey
  var value: Decimal?
  var codes: RowCodes
  var provenance: Provenance
  var annotation: Annotation

  var vintage: Vintage {
    Vintage(
      knownFrom: provenance.knownFrom, source: provenance.source,
      isDated: provenance.published != nil, isProducers: codes.isProducers,
      isRejected: annotation.rejected != nil)
  }

  /// Whether two rows speak of the same cell: figures without a period are a cell for each source.
  func sharesCell(with other: ResolvedObservation) -> Bool {
    key.sharesCell(with: other.key)
      && (key.period != ObservationTable.noPeriod || provenance.source == other.provenance.source)
  }
}
