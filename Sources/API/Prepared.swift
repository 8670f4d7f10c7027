import Formats
import JSON
import SDMX
import Statistics

/// What the answers from one snapshot are put together from: members, rows and pages that no
/// question changes, made at the first question that needs them.
final class Prepared: Sendable {
  let phrases: Once<Phrases>
  let regions: Once<JSONPieces>
  let pillars: Once<JSONPieces>
  let indicators: Once<JSONPieces>
  let agencies: Once<JSONPieces>
  let platforms: Once<JSONPieces>
  let meetings: Once<JSONPieces>
  let sources: Once<JSONPieces>
  let pages: Once<Pages?>
  let description = OfDay<Description>()
  let judgement = OfDay<Judgement>()
  let artefacts: Once<[Artefact]>
  /// What every `meta` ends with.
  let colophon: JSONPieces
  /// The rows of all provinces, by the day from which they read so, newest first.
  private let provinces: [(from: Day, rows: Once<JSONPieces>)]

  /// `today` is the day whose map the provinces' pages are made for.
  init(_ snapshot: Snapshot, today: Day) {
    let phrases = Once { Phrases(snapshot) }
    self.phrases = phrases
    regions = Prepared.rows(snapshot.regions, Field<Region>.all, snapshot)
    pillars = Prepared.rows(snapshot.pillars, Field<Pillar>.all, snapshot)
    indicators = Prepared.rows(snapshot.indicators, Field<Indicator>.all, snapshot)
    agencies = Prepared.rows(snapshot.agencies, Field<Agency>.all, snapshot)
    platforms = Prepared.rows(snapshot.platforms, Field<Platform>.all, snapshot)
    meetings = Prepared.rows(snapshot.meetings, Field<Meeting>.all, snapshot)
    sources = Prepared.rows(snapshot.sources, Field<Source>.all, snapshot)
    provinces = snapshot.changes.suffix(APILimits.preparedEras).reversed().map { day in
      (day, Prepared.rows(snapshot.provinces, Field<Province>.all, snapshot, on: day))
    }
    artefacts = Once { Artefact.all(in: snapshot) }
    pages = Once { Pages(snapshot, phrases.value, today: today) }
    var colophon = JSONPieces()
    colophon.append { writer in
      writer.member("snapshot", "sha256:\(snapshot.digest)")
      writer.member("lastUpdated", snapshot.lastUpdated.description)
    }
    self.colophon = colophon
  }

  /// Makes what most questions need.
  func make() {
    _ = phrases.value
    _ = pages.value
    _ = provinces.first?.rows.value
  }

  /// The rows of all provinces as they read on a day; nil for days too long ago.
  func provinces(on day: Day) -> JSONPieces? {
    provinces.first { $0.from <= day }?.rows.value
  }

  private static func rows<Row>(
    _ table: Table<Row>, _ fields: [Field<Row>], _ snapshot: Snapshot,
    on day: Day = Day(number: 0)
  ) -> Once<JSONPieces> {
    Once {
      let view = View(snapshot, on: day, asOf: day)
      var pieces = JSONPieces()
      for row in table.rows { pieces.append { $0.object(row, fields, view) } }
      return pieces
    }
  }
}
