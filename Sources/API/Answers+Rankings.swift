import Formats
import JSON
import Statistics

extension Asking {
  /// What is asked of a ranking, and the ranking itself.
  struct AskedRanking {
    /// The place of the indicator.
    let indicator: Int
    let asOf: Day
    let choice: MapChoice
    /// The areas of which rows are wanted; nil: all.
    let only: Set<Int>?
    /// What spans a cube of it.
    let axes: CubeAxes
    /// Nil where no period or no map could be ranked.
    let ranking: WrittenRanking?
  }

  /// Reads every parameter of a ranking that chooses units, and ranks them.
  mutating func askedRanking() throws(Problem) -> AskedRanking {
    let indicator = try indicatorOfPath()
    let asOf = asOfObservations()
    let asked = onePeriod()
    let acrossBreaks = flag(.acrossBreaks) ?? false
    if text(.boundaries) != nil { _ = boundaries() }
    try settled()
    let period = asked ?? newestRankedPeriod(of: indicator, asOf: asOf)
    let choice = rankingMap(for: period)
    let regions = regions(on: choice.day)
    let only = areas(.province, on: choice)
    try settled()
    let view = view(on: choice.day, asOf: asOf)
    let axes = CubeAxes(
      indicators: [indicator], places: (only ?? []).sorted().map { .area($0) },
      periods: period.map { [$0] } ?? [])
    guard let period, let map = choice.map else {
      return AskedRanking(
        indicator: indicator, asOf: asOf, choice: choice, only: only, axes: axes, ranking: nil)
    }
    let make = { [snapshot] (units: [Int]) in
      let areas = units.map { snapshot.kinship.areaOfProvince[$0] }
      let ranking = Ranking(
        indicator, period, units: areas, ofWholeMap: regions == nil,
        in: Atlas(snapshot, on: map, asOf: asOf), acrossBreaks: acrossBreaks)
      return WrittenRanking(ranking, view)
    }
    let ranking: WrittenRanking
    if let regions {
      let chosen = Set(regions.flatMap(\.provinces))
      ranking = make(map.provinces.filter { chosen.contains(snapshot.provinces.ids[$0]) })
    } else {
      let key = RankingKey(
        indicator: indicator, period: period, era: snapshot.lastChange(until: choice.day),
        asOf: asOf, acrossBreaks: acrossBreaks)
      ranking = kept.value(of: key) {
        make(map.provinces)
      } mayKeep: {
        $0.rows != nil
      }
    }
    return AskedRanking(
      indicator: indicator, asOf: asOf, choice: choice, only: only, axes: axes, ranking: ranking)
  }

  /// The units of a map ordered by an indicator's value in one period.
  mutating func ranking() throws(Problem) -> Answer {
    let asked = try askedRanking()
    let (indicator, choice, asOf) = (asked.indicator, asked.choice, asked.asOf)
    let entry = snapshot.indicators.rows[indicator]
    let view = view(on: choice.day, asOf: asOf)
    guard let ranking = asked.ranking else {
      return try collection(
        [], Field<Ranking.Row>.all, view,
        Notes(
          boundaries: choice.label, asOf: asOf, emptiness: neverRanked(indicator),
          era: era(on: choice.day), axes: asked.axes))
    }
    var notes = notes(of: ranking, entry, choice, asOf)
    notes.newestPeriod = ranking.ranking.period
    notes.axes = asked.axes
    if !ranking.isHeld { notes.emptiness = neverRanked(indicator) }
    return try collection(
      RankingRows(ranking, of: ranking.isHeld ? asked.only : []), Field<Ranking.Row>.all, view,
      notes)
  }

  /// Why there is no ranking whatever is asked: no province has a value or a rank at any time.
  func neverRanked(_ indicator: Int) -> Emptiness? {
    let entry = snapshot.indicators.rows[indicator]
    let table = snapshot.observations
    let rows = table.rows(ofIndicator: indicator)
    let isOfProvinces = rows.contains { row in
      snapshot.areas.rows[Int(table.area[row])].level == .province && table.missing(row) == nil
    }
    if isOfProvinces || !snapshot.periodsOfPublishedRanks(entry.id).isEmpty { return nil }
    return Emptiness(
      because: [],
      explanation: Name(
        vi: "Không tỉnh nào có giá trị của \(entry.id).",
        en: "No province has a value of \(entry.id)."),
      near: rows.isEmpty ? [] : ["/v1/indicators/\(entry.id)/observations"])
  }

  private mutating func onePeriod() -> Period? {
    tell(.period) { $0.periodsSchema(single: true) }
    guard let periods = periods() else { return nil }
    if case .these(let chosen) = periods, chosen.count <= 1 { return chosen.first }
    wrong(
      .badSyntax(
        "period", text(.period) ?? "", vi: "một kỳ duy nhất; xếp hạng là của một kỳ",
        en: "a single period; a ranking is of one"))
    return nil
  }

  /// The newest period in which some unit of the asked map has a number, or a published rank.
  private mutating func newestRankedPeriod(of indicator: Int, asOf: Day) -> Period? {
    let known = snapshot.series.held(ofIndicator: indicator).filter { $0.knownFrom <= asOf }
    var periods = known.map { snapshot.observations.periods[$0.period] }
    let ofRanks = snapshot.periodsOfPublishedRanks(snapshot.indicators.ids[indicator])
    if !ofRanks.isEmpty { periods += ofRanks.subtracting(periods) }
    var newest: Period?
    // Mostly the first that is tried is held: taking the newest of the rest is less than sorting.
    while let place = periods.indices.max(by: { isOlder(periods[$0], periods[$1]) }) {
      let period = periods.remove(at: place)
      newest = newest ?? period
      guard let map = rankingMap(for: period).map else { continue }
      let atlas = Atlas(snapshot, on: map, asOf: asOf)
      let isHeld = map.provinces.contains { unit in
        atlas.cell(indicator, snapshot.kinship.areaOfProvince[unit], period)?.hasNumber == true
      }
      if isHeld { return period }
    }
    return newest
  }

  /// Whether a period ends before another or, ending together, is the shorter.
  private func isOlder(_ one: Period, _ other: Period) -> Bool {
    one.end != other.end ? one.end < other.end : one.start > other.start
  }

  /// The map of `boundaries`, else the one in force on the last day of the period or today,
  /// whichever is earlier; the first map for periods before it.
  private mutating func rankingMap(for period: Period?) -> MapChoice {
    let last = min(period?.end ?? today, today)
    return mapChoice(default: max(last, snapshot.maps.first?.from ?? last))
  }

  private func notes(
    of written: WrittenRanking, _ indicator: Indicator, _ choice: MapChoice, _ asOf: Day
  ) -> Notes {
    let ranking = written.ranking
    return Notes(
      boundaries: choice.label, asOf: asOf,
      more: { writer in
        writer.member("indicator", indicator.id)
        writer.member("period", ranking.period.description)
        writer.member("previousPeriod", ranking.previousPeriod?.description)
        writer.member(
          "order", indicator.direction == .lowerIsBetter ? "ascending" : "descending")
        writer.key("acrossBreak")
        writer.bool(ranking.isAcrossBreak)
        writer.key("ranked")
        writer.integer(written.ranked)
        writer.key("unranked")
        writer.integer(ranking.rows.count - written.ranked)
        writer.key("mean")
        FieldValue.number(ranking.mean).write(onto: &writer)
      },
      members: Asking.membersOfRanking, era: era(on: choice.day))
  }

  /// The same for those who describe it; there is none of it where nothing was ever ranked.
  private static let membersOfRanking: [Schema.Member] = [
    Schema.Member("indicator", .text(), always: false),
    Schema.Member("period", .period, always: false),
    Schema.Member("previousPeriod", .orNull(.period), always: false),
    Schema.Member("order", .codes(["ascending", "descending"]), always: false),
    Schema.Member("acrossBreak", .flag, always: false),
    Schema.Member("ranked", .integer(), always: false),
    Schema.Member("unranked", .integer(), always: false),
    Schema.Member("mean", .orNull(.number), always: false),
  ]

  /// A province's whole page: the newest value of every indicator there, with rank, mean, change.
  mutating func provincePage() throws(Problem) -> Answer {
    let (unit, day) = try unitOfPath()
    let asOf = asOfObservations()
    let wanted = ids(.indicator, of: snapshot.indicators, see: "/v1/indicators")
    let pillars = ids(.pillar, of: snapshot.pillars, see: "/v1/pillars")
    let periods = periods() ?? .all
    let change = change()
    try settled()
    let choice = pageMap(of: unit, on: day)
    guard let area = snapshot.areas.place(unit.id) else {
      throw missing("/v1/provinces", snapshot.provinces.ids)
    }
    let axes = CubeAxes(
      indicators: (wanted ?? []).compactMap { snapshot.indicators.place($0) },
      places: [.area(area)], periods: askedPeriods)
    var notes = Notes(boundaries: choice.label, asOf: asOf, era: era(on: day), axes: axes)
    let view = view(on: choice.day, asOf: asOf)
    if text(.period) == nil, change == nil, wanted == nil, pillars == nil, !isProbe,
      let page = prepared.pages.value?.page(area, on: choice.map, asOf: asOf)
    {
      return try collection(PreparedPageRows(page: page), Field<PageRow>.all, view, notes)
    }
    let rows = pageRows(of: area, choice, asOf, periods, change) { indicator in
      (wanted.map { $0.contains(indicator.id) } ?? true)
        && (pillars.map { $0.contains(indicator.pillar ?? "") } ?? true)
    }
    if isProbe {
      notes.newestPeriod = rows.filter { $0.cell.missing == nil }.compactMap(\.cell.period).max()
    }
    return try collection(
      PageRows(rows: rows, changes: change != nil), Field<PageRow>.all, view, notes)
  }

  /// The rows of a page of some indicators, those with a value first.
  func pageRows(
    of area: Int, _ choice: MapChoice, _ asOf: Day, _ periods: Selection.Periods,
    _ change: (since: Change.Since, acrossBreaks: Bool)?, where isWanted: (Indicator) -> Bool
  ) -> [PageRow] {
    let indicators = snapshot.indicators.rows
    if text(.period) == nil, change == nil,
      let page = prepared.pages.value?.page(area, on: choice.map, asOf: asOf)
    {
      return page.rows().filter { isWanted(indicators[$0.cell.indicator]) }
    }
    let profile = Profile(
      atlas: Atlas(snapshot, on: choice.map, asOf: asOf),
      units: (choice.map?.provinces ?? []).map { snapshot.kinship.areaOfProvince[$0] },
      periods: periods, change: change)
    let all = Profile.indicators(snapshot).filter { isWanted(indicators[$0]) }
      .map { profile.row($0, area) }
    return all.filter { $0.cell.missing == nil } + all.filter { $0.cell.missing != nil }
  }

  /// A unit that ended before the first map stands on `published`.
  mutating func pageMap(of unit: Province, on day: Day) -> MapChoice {
    snapshot.map(on: day) == nil
      ? MapChoice(map: nil, day: day, label: "published") : mapChoice(default: day)
  }

  mutating func lineage() throws(Problem) -> Answer {
    let (unit, day) = try unitOfPath()
    let lineage = Lineage(of: unit, snapshot)
    return try thing(
      lineage, Field<Lineage>.all, view(on: day), notes(on: day),
      links: [("province", "/v1/provinces/\(unit.id)")])
  }
}
