import JSON
import Statistics

/// What some fields of a row follow from alone, so that rows alike in it say the same there.
package enum Basis: Sendable {
  case indicator, place, period, qualifier, status
  /// The document and its date; the document alone.
  case document, source
  /// Nothing but the row's annotation, which most rows do not have.
  case annotation
}

/// The members of figures that stand in many rows, written once for a snapshot. Never changes once
/// made.
package final class Phrases: Sendable {
  private let indicators: JSONPieces
  /// Without those whose name has changed: what they are called depends on the day.
  private let areas: JSONPieces
  private let periods: JSONPieces
  private let qualifiers: JSONPieces
  private let statuses: JSONPieces
  private let documents: JSONPieces
  private let sources: JSONPieces
  /// What plain cells say before their value, by their period, its key included.
  let middles: JSONPieces
  /// What they end with, by their provenance.
  let tails: JSONPieces
  /// The cells of a table that follow from a period, each with the comma before it.
  let periodCells: [[UInt8]]
  /// The same for a document and its date.
  let documentCells: [[UInt8]]

  package convenience init(_ snapshot: Snapshot) {
    let parts = Phrases(partsOf: snapshot)
    let day = Day(number: 0)
    self.init(parts, View(snapshot, on: day, asOf: day, phrases: parts))
  }

  private init(_ parts: Phrases, _ view: View) {
    indicators = parts.indicators
    areas = parts.areas
    periods = parts.periods
    qualifiers = parts.qualifiers
    statuses = parts.statuses
    documents = parts.documents
    sources = parts.sources
    middles = CellWriter.middles(view)
    tails = CellWriter.tails(view)
    periodCells = CellTable.periodCells(view.snapshot)
    documentCells = CellTable.documentCells(view.snapshot)
  }

  /// All but what is put together from these.
  private init(partsOf snapshot: Snapshot) {
    middles = JSONPieces()
    tails = JSONPieces()
    periodCells = []
    documentCells = []
    indicators = JSONPieces(snapshot.indicators.ids) { $1.member("indicator", $0) }
    areas = JSONPieces(snapshot.areas.rows.indices) { area, writer in
      if case .province(let place) = snapshot.areas.rows[area].kind,
        !snapshot.provinces.rows[place].formerly.isEmpty
      {
        return
      }
      writer.member("area", snapshot.areas.ids[area])
      writer.member("areaCode", snapshot.code(ofArea: area))
      writer.member("areaName", snapshot.name(ofArea: area, on: Day(number: 0)))
    }
    periods = JSONPieces(snapshot.observations.periods) { $1.member("period", $0.description) }
    qualifiers = JSONPieces(Qualifier.allCases) { $1.member("qualifier", $0.rawValue) }
    statuses = JSONPieces(ObservationStatus.allCases) { $1.member("status", $0.rawValue) }
    documents = JSONPieces(snapshot.observations.provenances) { provenance, writer in
      writer.member("published", provenance.published?.description)
      writer.member("source", snapshot.sources.ids[Int(provenance.source)])
    }
    sources = JSONPieces(snapshot.sources.ids) { $1.member("source", $0) }
  }

  /// Writes what the fields of a basis say for a number of it; false where that was not written
  /// beforehand.
  func write(_ basis: Basis, _ number: Int, onto writer: inout JSONWriter) -> Bool {
    switch basis {
    case .indicator: writer.piece(indicators, number)
    case .place:
      if areas.isEmpty(number) { return false }
      writer.piece(areas, number)
    case .period: writer.piece(periods, number)
    case .qualifier: writer.piece(qualifiers, number)
    case .status: writer.piece(statuses, number)
    case .document: writer.piece(documents, number)
    case .source: writer.piece(sources, number)
    case .annotation: return false
    }
    return true
  }
}
