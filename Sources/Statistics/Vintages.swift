/// What the documents say of one cell, settled: which repeat each other, and which one stands.
///
/// The rule: a document that repeats the vintage before it confirms it (an undated one, any dated
/// vintage); what stands is the dated vintage that became known last, an undated one only where no
/// dated one is; of one day, the producer's document before others, then the lower source id. A
/// rejected vintage is kept and never stands.
struct Vintages {
  private(set) var rows: [ResolvedObservation] = []
  /// The index of the row that stands; nil where none may.
  private(set) var shown: Int?

  init(_ cell: ArraySlice<ResolvedObservation>) {
    if cell.count == 1, let only = cell.first {
      rows = [only]
    } else {
      // Of one day the producer's document is the vintage, and others confirm it.
      let ordered = cell.sorted {
        ($0.provenance.knownFrom, $0.codes.isProducers ? 0 : 1, $0.provenance.source)
          < ($1.provenance.knownFrom, $1.codes.isProducers ? 0 : 1, $1.provenance.source)
      }
      for row in ordered where row.provenance.published != nil { add(row, confirming: before(row)) }
      for row in ordered where row.provenance.published == nil {
        add(row, confirming: Array(rows.indices))
      }
      rows.sort {
        ($0.provenance.knownFrom, $0.provenance.source)
          < ($1.provenance.knownFrom, $1.provenance.source)
      }
    }
    shown = Vintages.standing(rows.map(\.vintage)).first
  }

  /// The vintages that a dated document may confirm, the likeliest last: the one before its day,
  /// those of its day. A rejected one stands between nothing.
  private func before(_ row: ResolvedObservation) -> [Int] {
    let standing = rows.indices.filter { rows[$0].annotation.rejected == nil }
    let earlier = standing.last { rows[$0].provenance.knownFrom < row.provenance.knownFrom }
    let sameDay = standing.filter { rows[$0].provenance.knownFrom == row.provenance.knownFrom }
    return [earlier].compactMap { $0 } + sameDay
  }

  private mutating func add(_ row: ResolvedObservation, confirming candidates: [Int]) {
    if row.annotation.rejected == nil,
      let same = candidates.last(where: { confirms(row, rows[$0]) })
    {
      rows[same].annotation.confirmedBy.append(
        Confirmation(source: row.provenance.source, knownFrom: row.provenance.knownFrom))
      rows[same].annotation.confirmedBy.sort { $0.source < $1.source }
    } else {
      rows.append(row)
    }
  }

  /// Whether a row repeats an earlier one. One that was known before it cannot confirm it: without
  /// it a day in between would know nothing.
  private func confirms(_ row: ResolvedObservation, _ earlier: ResolvedObservation) -> Bool {
    row.value == earlier.value && row.codes.missing == earlier.codes.missing
      && row.codes.qualifier == earlier.codes.qualifier
      && row.annotation.low == earlier.annotation.low
      && row.annotation.high == earlier.annotation.high && earlier.annotation.rejected == nil
      && row.provenance.source != earlier.provenance.source
      && row.provenance.knownFrom >= earlier.provenance.knownFrom
  }

  /// The vintage that stands among those given, and after it those that only the source's id
  /// kept from standing; empty where none may stand. Indices into the list.
  static func standing(_ vintages: [Vintage]) -> [Int] {
    let eligible = vintages.indices.filter { !vintages[$0].isRejected }
    let dated = eligible.filter { vintages[$0].isDated }
    // Undated documents have no order in time among each other; of dated ones the newest day.
    let newest = dated.map { vintages[$0].knownFrom }.max()
    let last = dated.isEmpty ? eligible : dated.filter { vintages[$0].knownFrom == newest }
    let own = last.filter { vintages[$0].isProducers }
    return (own.isEmpty ? last : own).sorted { vintages[$0].source < vintages[$1].source }
  }
}

/// What decides between vintages.
struct Vintage {
  var knownFrom: Day
  var source: UInt16
  var isDated: Bool
  var isProducers: Bool
  var isRejected: Bool
}
