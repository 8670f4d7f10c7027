import JSON
import Statistics

extension Field where Row == Ranking.Row {
  package static let all: [Field] = [
    Field("rank") { row, _ in .number(row.rank.map { Decimal($0) }) },
    Field("outOf") { row, _ in .number(row.outOf.map { Decimal($0) }) },
    Field("tied") { row, _ in .flag(row.isTied) },
    Field("area") { row, view in .text(view.snapshot.areas.ids[row.area]) },
    Field("areaCode") { row, view in .text(view.snapshot.code(ofArea: row.area)) },
    Field("areaName") { row, view in
      .name(view.snapshot.name(ofArea: row.area, on: view.day))
    },
    Field("value") { row, _ in .number(row.cell?.value) },
    Field("status") { row, view in
      .text(
        (row.cell.map { view.snapshot.status(of: $0).status }
          ?? MissingReason.notHeld.status).rawValue)
    },
    Field("derived") { row, _ in .flag(row.cell?.derivation != nil && row.cell?.value != nil) },
    Field("previousRank") { row, _ in .number(row.previousRank.map { Decimal($0) }) },
    Field("rankChange") { row, _ in .number(row.rankChange.map { Decimal($0) }) },
    Field("source") { row, view in
      .text(row.published?.source ?? row.cell.flatMap(view.source))
    },
    Field("missing", always: false) { row, _ in
      .text(row.cell == nil ? MissingReason.notHeld.rawValue : row.cell?.missing?.rawValue)
    },
    Field("rankBasis", always: false) { row, _ in
      .text(row.published == nil ? nil : "published")
    },
    Field("refused", always: false) { row, _ in
      .text(row.isRefused ? Change.Refusal.break.rawValue : nil)
    },
  ]
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

extension Field where Row == PageRow {
  package static let all: [Field] =
    Field<Cell>.all.map { field in
      Field(field.name, always: field.isAlways) { row, view in field.value(row.cell, view) }
    } + [
      Field("rank") { row, _ in .number(row.rank.map { Decimal($0) }) },
      Field("rankedOf") { row, _ in .number(row.rankedOf.map { Decimal($0) }) },
      Field("peerMean") { row, _ in .number(row.peerMean) },
    ]
}
