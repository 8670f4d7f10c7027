import Formats
import JSON
import Statistics

/// A ranking with its rows as they are written. Never changes once made.
struct WrittenRanking {
  let ranking: Ranking
  /// Nil where they are many, of which mostly few are asked for.
  let rows: JSONPieces?
  /// How many units have a rank.
  let ranked: Int
  /// Whether any unit has a value or a rank.
  let isHeld: Bool

  init(_ ranking: Ranking, _ view: View) {
    self.ranking = ranking
    if ranking.rows.count <= APILimits.preparedUnits {
      rows = JSONPieces(ranking.rows) { row, writer in row.write(view, onto: &writer) }
    } else {
      rows = nil
    }
    ranked = ranking.rows.count { $0.rank != nil }
    isHeld = ranked > 0 || ranking.rows.contains { $0.cell != nil }
  }
}

/// The whole rankings that a loop made last, of one snapshot: there are few, and many questions are
/// about each.
typealias KeptRankings = Kept<RankingKey, WrittenRanking>

/// What the rows of a whole ranking depend on.
struct RankingKey: Hashable {
  let indicator: Int
  let period: Period
  /// Since when the map is drawn and its units are named so.
  let era: Day
  let asOf: Day
  let acrossBreaks: Bool
}
