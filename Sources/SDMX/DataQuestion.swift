import Statistics

/// Which observations of the published map are asked for, and how much of each is told.
package struct DataQuestion: Sendable {
  package var flow: Flow
  package var key: SeriesKey
  package var span = TimeSpan(first: nil, last: nil)
  /// Those that became known after a day.
  package var updatedAfter: Day?
  /// As it was known on a day.
  package var asOf: Day
  /// How many of each series, from its beginning and from its end; nil: all.
  package var first: Int?
  package var last: Int?
  /// Whether everything that ever stood is told, by the day on which it became known.
  package var hasHistory = false
  package var detail = Detail.full
  /// Whether observations are told one by one rather than in series.
  package var isFlat = false

  package enum Detail: String, Sendable, CaseIterable {
    case full
    /// Without attributes.
    case dataOnly = "dataonly"
    /// Without attributes and observations.
    case seriesKeysOnly = "serieskeysonly"
    /// Without observations.
    case noData = "nodata"

    var hasObservations: Bool { self == .full || self == .dataOnly }
    var hasAttributes: Bool { self == .full || self == .noData }
  }

  package init(_ flow: Flow, _ key: SeriesKey, asOf: Day) {
    self.flow = flow
    self.key = key
    self.asOf = asOf
  }

  /// How many observations there are, before a number of each series is chosen.
  package func count(in snapshot: Snapshot) -> Int { cells(in: snapshot).count() }

  /// Without figures that have no period, which have no place in a series.
  func cells(in snapshot: Snapshot) -> CellCursor {
    var selection = Selection()
    selection.indicators = flow.indicators
    if let asked = key.indicators {
      selection.indicators = flow.indicators?.intersection(asked) ?? asked
    }
    selection.areas = key.areas
    selection.frequencies = key.frequencies
    selection.periods = .within(span)
    selection.updatedAfter = updatedAfter
    return CellCursor(
      selection, hasHistory ? .vintages : .standing, in: Atlas(snapshot, on: nil, asOf: asOf))
  }

  /// The rows that stood from the day on which they became known, by that day. What a later
  /// document of the same day or another's own figure kept from standing was never the value, and
  /// a rejected one neither.
  func history(in snapshot: Snapshot) -> [Int32] {
    let table = snapshot.observations
    var cells = cells(in: snapshot)
    var rows: [Int32] = []
    while let row = cells.next()?.row {
      let standing = table.standing(in: table.cell(of: row), asOf: table.provenance(row).knownFrom)
      if standing.first == row { rows.append(Int32(row)) }
    }
    // By the numbers of provenances, which follow the days; rows of one day stay in their order.
    return rows.sorted {
      let (one, other) = (table.provenance(Int($0)).knownFrom, table.provenance(Int($1)).knownFrom)
      return one == other ? $0 < $1 : one < other
    }
  }
}
