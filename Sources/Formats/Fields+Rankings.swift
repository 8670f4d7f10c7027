import JSON
import Statistics

extension Field where Row == Ranking.Row {
  package static let all: [Field] = [
    Field("rank", says: .orNull(.integer())) { row, _ in .number(row.rank.map { Decimal($0) }) },
    Field("outOf", says: .orNull(.integer())) { row, _ in .number(row.outOf.map { Decimal($0) }) },
    Field("tied") { row, _ in .flag(row.isTied) },
    Field("area", of: .place, says: .text()) { row, view in .text(view.snapshot.areas.ids[row.area])
    },
    Field("areaCode", of: .place) { row, view in .text(view.snapshot.code(ofArea: row.area)) },
    Field("areaName", of: .place, as: .name, says: .name) { row, view in
      .name(view.snapshot.name(ofArea: row.area, on: view.day))
    },
    Field("value") { row, _ in .number(row.cell?.value) },
    Field("status", of: .status, says: .codes(of: ObservationStatus.self)) { row, view in
      .text(view.status(of: row).rawValue)
    },
    Field("derived") { row, _ in .flag(row.cell?.derivation != nil && row.cell?.value != nil) },
    Field("previousRank", says: .orNull(.integer())) { row, _ in
      .number(row.previousRank.map { Decimal($0) })
    },
    Field("rankChange", says: .orNull(.integer())) { row, _ in
      .number(row.rankChange.map { Decimal($0) })
    },
    Field("source", of: .source) { row, view in
      .text(row.published?.source ?? row.cell.flatMap(view.source))
    },
    Field("missing", always: false, says: .codes(of: MissingReason.self)) { row, _ in
      .text(row.cell == nil ? MissingReason.notHeld.rawValue : row.cell?.missing?.rawValue)
    },
    Field("rankBasis", always: false, says: .codes(["published"])) { row, _ in
      .text(row.isPublished ? "published" : nil)
    },
    Field("refused", always: false, says: .codes(["break"])) { row, _ in
      .text(row.isRefused ? Change.Refusal.break.rawValue : nil)
    },
  ]
}

extension View {
  func status(of row: Ranking.Row) -> ObservationStatus {
    row.cell.map { snapshot.status(of: $0).status } ?? MissingReason.notHeld.status
  }
}

/// One indicator on a province's page: its newest value there, with its place among its peers.
package struct PageRow: Sendable {
  package var cell: Cell
  package var rank: Int?
  package var rankedOf: Int?
  package var peerMean: Decimal?

  package init(_ cell: Cell, rank: Int? = nil, rankedOf: Int? = nil, peerMean: Decimal? = nil) {
    self.cell = cell
    self.rank = rank
    self.rankedOf = rankedOf
    self.peerMean = peerMean
  }
}

extension Field where Row == PublishedRank {
  package static let all: [Field] = [
    Field("indicator", says: .text()) { rank, _ in .text(rank.indicator) },
    Field("area", says: .text()) { rank, _ in .text(rank.area) },
    Field("period") { rank, _ in .period(rank.period) },
    Field("rank", says: .integer()) { rank, _ in .integer(rank.rank) },
    Field("outOf", says: .orNull(.integer())) { rank, _ in
      .number(rank.outOf.map { Decimal($0) })
    },
    Field("source", says: .text()) { rank, _ in .text(rank.source) },
    Field("locator") { rank, _ in .text(rank.locator) },
    Field("excerpt") { rank, _ in .text(rank.excerpt) },
  ]
}

extension Field where Row == PageRow {
  package static let all: [Field] = page(Field<Cell>.all) + own

  /// The fields of a page's cells.
  static func page(_ fields: [Field<Cell>]) -> [Field] {
    fields.map { field in
      let columns = field.columns.map { column in
        Column<PageRow>(column.name, column.type) { row, view, writer in
          column.write(row.cell, view, &writer)
        }
      }
      return Field(
        field.name, always: field.isAlways, of: field.basis, as: .these(columns),
        says: field.says
      ) { row, view in
        field.value(row.cell, view)
      }
    }
  }

  /// Those that only pages have.
  static let own: [Field] = [
    Field("rank", says: .orNull(.integer())) { row, _ in .number(row.rank.map { Decimal($0) }) },
    Field("rankedOf", says: .orNull(.integer())) { row, _ in
      .number(row.rankedOf.map { Decimal($0) })
    },
    Field("peerMean") { row, _ in .number(row.peerMean) },
  ]
}
