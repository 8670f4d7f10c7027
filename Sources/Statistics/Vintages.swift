/// What the documents say of one cell, settled: which repeat each other, and which one is shown.
///
/// The rule: a document that repeats the vintage before it confirms it (an undated one, any dated
/// vintage); shown is the dated vintage that became known last, an undated one only where no dated
/// one is; of one day, the producer's document before others, then the lower source id. A rejected
/// vintage is kept and never shown.
struct Vintages {
  private(set) var rows: [ResolvedObservation] = []

  init(
    _ cell: ArraySlice<ResolvedObservation>,
    isProducer: (_ indicator: UInt16, _ source: UInt16) -> Bool
  ) {
    if cell.count == 1, let only = cell.first, only.annotation.rejected == nil {
      rows = [only]
      return
    }
    for row in cell where row.provenance.published != nil { add(row, confirmingAny: false) }
    for row in cell where row.provenance.published == nil { add(row, confirmingAny: true) }
    rows.sort {
      ($0.provenance.knownFrom, $0.provenance.source)
        < ($1.provenance.knownFrom, $1.provenance.source)
    }
    choose(isProducer)
  }

  private mutating func add(_ row: ResolvedObservation, confirmingAny: Bool) {
    let candidates = confirmingAny ? Array(rows.indices) : Array(rows.indices.suffix(1))
    if row.annotation.rejected == nil,
      let same = candidates.last(where: { repeats(row, rows[$0]) })
    {
      rows[same].annotation.confirmedBy.append(row.provenance.source)
      rows[same].annotation.confirmedBy.sort()
    } else {
      rows.append(row)
    }
  }

  private func repeats(_ row: ResolvedObservation, _ earlier: ResolvedObservation) -> Bool {
    row.value == earlier.value && row.missing == earlier.missing
      && row.qualifier == earlier.qualifier && row.annotation.low == earlier.annotation.low
      && row.annotation.high == earlier.annotation.high && earlier.annotation.rejected == nil
      && row.provenance.source != earlier.provenance.source
  }

  private mutating func choose(_ isProducer: (UInt16, UInt16) -> Bool) {
    let standing = rows.indices.filter { rows[$0].annotation.rejected == nil }
    let dated = standing.filter { rows[$0].provenance.published != nil }
    let pool = dated.isEmpty ? standing : dated
    for index in rows.indices { rows[index].isShown = false }
    // Undated documents have no order in time among each other; of dated ones the newest day.
    let newest = pool.map { rows[$0].provenance.knownFrom }.max()
    let last = dated.isEmpty ? pool : pool.filter { rows[$0].provenance.knownFrom == newest }
    let own = last.filter { isProducer(rows[$0].indicator, rows[$0].provenance.source) }
    let tied = own.isEmpty ? last : own
    guard
      let shown = tied.min(by: { rows[$0].provenance.source < rows[$1].provenance.source })
    else { return }
    rows[shown].isShown = true
    rows[shown].annotation.conflict = tied.filter { $0 != shown }.map {
      Conflict(value: rows[$0].value, source: rows[$0].provenance.source)
    }
  }
}
