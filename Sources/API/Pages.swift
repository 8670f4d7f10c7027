import Formats
import JSON
import Statistics

/// The pages of all provinces of one map by all that is known: the newest value of every indicator
/// with its rank among its peers. Never changes once made; 16 bytes a
/// province and indicator.
struct Pages: Sendable {
  fileprivate struct Entry {
    /// Of the observation table; negative: the place among `made`, counted from -1 down.
    var row: Int32
    /// 0 where there is none.
    var rank: Int32 = 0
    var rankedOf: Int32 = 0
    /// Among `means`; negative where there is no ranking.
    var mean: Int32 = -1
  }

  private let atlas: Atlas
  /// The day on which names are read where rows are written.
  fileprivate let day: Day
  private var entries: [Int: [Entry]] = [:]
  private var made: [Cell] = []
  private var means: [Decimal?] = []
  /// The rows of all pages, where they are not too many.
  fileprivate private(set) var written = JSONPieces()
  /// Where those of an area begin.
  private var firstWritten: [Int: Int] = [:]

  init?(_ snapshot: Snapshot, _ phrases: Phrases, today: Day) {
    guard let map = snapshot.map(on: today) else { return nil }
    atlas = Atlas(snapshot, on: map, asOf: min(today, snapshot.series.newestKnownFrom ?? today))
    day = today
    let units = map.provinces.map { snapshot.kinship.areaOfProvince[$0] }
    for indicator in Profile.indicators(snapshot) { add(indicator, units) }
    // Those with a value first, each in the order of the indicators.
    for (area, all) in entries {
      entries[area] =
        all.filter { cell($0).missing == nil } + all.filter { cell($0).missing != nil }
    }
    if units.count <= APILimits.preparedUnits,
      snapshot.indicators.count <= APILimits.preparedIndicators
    {
      write(units, View(snapshot, on: day, asOf: atlas.asOf, phrases: phrases))
    }
  }

  private mutating func write(_ units: [Int], _ view: View) {
    for area in units {
      firstWritten[area] = written.count
      for entry in entries[area] ?? [] {
        let row = row(entry)
        written.append { row.write(view, onto: &$0) }
      }
    }
  }

  /// The page of an area on a map by what was known on a day; nil where it was not prepared.
  func page(_ area: Int, on map: ProvincialMap?, asOf: Day) -> PreparedPage? {
    guard let map, map.from == atlas.map?.from, asOf == atlas.asOf, let page = entries[area] else {
      return nil
    }
    return PreparedPage(pages: self, area: area, entries: page, first: firstWritten[area])
  }

  fileprivate func row(_ entry: Entry) -> PageRow {
    PageRow(
      cell(entry), rank: entry.rank == 0 ? nil : Int(entry.rank),
      rankedOf: entry.rankedOf == 0 ? nil : Int(entry.rankedOf),
      peerMean: entry.mean < 0 ? nil : means[Int(entry.mean)])
  }

  /// Whether an area bears the same name on a day as where its rows are written.
  fileprivate func isNamedAlike(_ area: Int, on other: Day) -> Bool {
    let snapshot = atlas.snapshot
    return snapshot.name(ofArea: area, on: day) == snapshot.name(ofArea: area, on: other)
  }

  private mutating func add(_ indicator: Int, _ units: [Int]) {
    let page = Profile(atlas: atlas, units: units)
    var rankings: [Period: (mean: Int, rows: [Int: Ranking.Row])] = [:]
    for area in units {
      let cell = page.cell(indicator, area)
      if cell.row == nil { made.append(cell) }
      var entry = Entry(row: Int32(cell.row ?? -made.count))
      if let period = cell.period {
        let ranking = rankings[period] ?? rank(indicator, period, page)
        rankings[period] = ranking
        entry.mean = Int32(ranking.mean)
        entry.rank = Int32(ranking.rows[area]?.rank ?? 0)
        entry.rankedOf = Int32(ranking.rows[area]?.outOf ?? 0)
      }
      entries[area, default: []].append(entry)
    }
  }

  private mutating func rank(
    _ indicator: Int, _ period: Period, _ page: Profile
  ) -> (mean: Int, rows: [Int: Ranking.Row]) {
    let ranking = page.ranking(indicator, period)
    means.append(ranking.mean)
    let rows = Dictionary(ranking.rows.map { ($0.area, $0) }, uniquingKeysWith: { one, _ in one })
    return (means.count - 1, rows)
  }

  private func cell(_ entry: Entry) -> Cell {
    entry.row < 0 ? made[Int(-entry.row) - 1] : atlas.published(Int(entry.row))
  }
}

/// A page among those that were prepared.
struct PreparedPage {
  fileprivate let pages: Pages
  fileprivate let area: Int
  fileprivate let entries: [Pages.Entry]
  fileprivate let first: Int?

  var count: Int { entries.count }

  func row(at place: Int) -> PageRow { pages.row(entries[place]) }

  func rows() -> [PageRow] { entries.map(pages.row) }

  /// The rows with the names of a day: pieces and the first of them; nil where they were not
  /// written, or the area was called otherwise.
  func written(on day: Day) -> (pieces: JSONPieces, first: Int)? {
    guard let first, pages.isNamedAlike(area, on: day) else { return nil }
    return (pages.written, first)
  }
}

/// What a province's page says of each indicator.
struct Profile {
  let atlas: Atlas
  /// The areas of all units of the map.
  let units: [Int]
  var periods = Selection.Periods.all
  var change: (since: Change.Since, acrossBreaks: Bool)?

  /// The indicators that pages speak of, in their order: by pillar, those of none last, then id.
  static func indicators(_ snapshot: Snapshot) -> [Int] {
    let all = snapshot.indicators.rows
    return all.indices.filter { all[$0].levels.contains(.province) }.sorted { one, other in
      let (mine, its) = (all[one].pillar, all[other].pillar)
      if mine == its { return one < other }
      guard let mine else { return false }
      guard let its else { return true }
      return precedes(mine, its)
    }
  }

  func row(_ indicator: Int, _ area: Int) -> PageRow {
    let cell = cell(indicator, area)
    guard let period = cell.period, atlas.map != nil else { return PageRow(cell) }
    let ranking = ranking(indicator, period)
    let mine = ranking.rows.first { $0.area == area }
    return PageRow(cell, rank: mine?.rank, rankedOf: mine?.outOf, peerMean: ranking.mean)
  }

  /// The newest value of an indicator, or that there is nothing.
  func cell(_ indicator: Int, _ area: Int) -> Cell {
    if case .all = periods, change == nil, let newest = atlas.newest(indicator, area) {
      return newest
    }
    let series = atlas.series(indicator, area)
    let dated = series.filter { $0.period.map(isAsked) ?? false }
    let newest = dated.filter { $0.missing == nil }.max { one, other in
      guard let mine = one.period, let its = other.period else { return false }
      return mine.end != its.end ? mine.end < its.end : mine.start > its.start
    }
    guard var cell = newest else { return nothing(indicator, area, dated.last?.missing) }
    if let change {
      cell.change = Change(
        of: cell, in: series, change.since, indicator: atlas.snapshot.indicators.rows[indicator],
        acrossBreaks: change.acrossBreaks)
    }
    return cell
  }

  func ranking(_ indicator: Int, _ period: Period) -> Ranking {
    Ranking(
      indicator, period, units: units, ofWholeMap: true, in: atlas, acrossBreaks: false,
      withPrevious: false)
  }

  private func isAsked(_ period: Period) -> Bool {
    switch periods {
    case .all: true
    case .these(let chosen): chosen.contains(period)
    case .within(let span): span.contains(from: period.start, to: period.end)
    }
  }

  private func nothing(_ indicator: Int, _ area: Int, _ missing: MissingReason?) -> Cell {
    Cell(
      indicator: indicator, place: .area(area), period: nil, value: nil,
      missing: missing == .noRule || missing == .inputMissing ? missing : .notHeld,
      origin: .nothing)
  }
}
