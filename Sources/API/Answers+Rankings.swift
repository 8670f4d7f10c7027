import Formats
import JSON
import Statistics

extension Asking {
  /// The units of a map ordered by an indicator's value in one period.
  mutating func ranking() throws(Problem) -> Answer {
    let entry = try indicatorOfPath()
    guard let indicator = snapshot.indicators.place(entry.id) else {
      throw missing("/v1/indicators", snapshot.indicators.ids, among: values[0])
    }
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
    guard let period, let map = choice.map else {
      return try collection(
        [], Field<Ranking.Row>.all, view(on: choice.day, asOf: asOf),
        Notes(
          boundaries: choice.label, asOf: asOf, emptiness: neverRanked(entry, indicator),
          era: era(on: choice.day)))
    }
    let units = map.provinces.map { snapshot.provinces.rows[$0] }.filter { unit in
      regions.map { $0.contains { $0.provinces.contains(unit.id) } } ?? true
    }
    let ranking = Ranking(
      indicator, period, units: units.compactMap { snapshot.areas.place($0.id) },
      ofWholeMap: regions == nil, in: Atlas(snapshot, on: map, asOf: asOf),
      acrossBreaks: acrossBreaks)
    let isHeld = ranking.rows.contains { $0.cell != nil || $0.rank != nil }
    let rows = ranking.rows.filter { only?.contains($0.area) ?? true }
    var notes = notes(of: ranking, entry, choice, asOf)
    notes.newestPeriod = period
    if !isHeld { notes.emptiness = neverRanked(entry, indicator) }
    return try collection(
      isHeld ? rows : [], Field<Ranking.Row>.all, view(on: choice.day, asOf: asOf), notes)
  }

  /// Why there is no ranking whatever is asked: no province has a value or a rank at any time.
  private func neverRanked(_ entry: Indicator, _ indicator: Int) -> Emptiness? {
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
    let table = snapshot.observations
    var periods = snapshot.periodsOfPublishedRanks(snapshot.indicators.ids[indicator])
    for row in table.rows(ofIndicator: indicator)
    where table.provenance(row).knownFrom <= asOf && table.missing(row) == nil {
      if case .province = snapshot.areas.rows[Int(table.area[row])].kind,
        let period = table.period(row)
      {
        periods.insert(period)
      }
    }
    let newestFirst = periods.sorted { $0.end != $1.end ? $0.end > $1.end : $0.start < $1.start }
    for period in newestFirst {
      let atlas = Atlas(snapshot, on: rankingMap(for: period).map, asOf: asOf)
      let isHeld = atlas.areas.contains { area in
        snapshot.areas.rows[area].level == .province
          && atlas.cell(indicator, area, period)?.hasNumber == true
      }
      if isHeld { return period }
    }
    return newestFirst.first
  }

  /// The map of `boundaries`, else the one in force on the last day of the period or today,
  /// whichever is earlier; the first map for periods before it.
  private mutating func rankingMap(for period: Period?) -> MapChoice {
    let last = min(period?.end ?? today, today)
    return mapChoice(default: max(last, snapshot.maps.first?.from ?? last))
  }

  private func notes(
    of ranking: Ranking, _ indicator: Indicator, _ choice: MapChoice, _ asOf: Day
  ) -> Notes {
    let ranked = ranking.rows.count { $0.rank != nil }
    let unranked = ranking.rows.count - ranked
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
        writer.integer(ranked)
        writer.key("unranked")
        writer.integer(unranked)
        writer.key("mean")
        FieldValue.number(ranking.mean).write(onto: &writer)
      }, era: era(on: choice.day))
  }

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
    let page = Page(
      area: area, atlas: Atlas(snapshot, on: choice.map, asOf: asOf), periods: periods,
      change: change)
    let chosen = snapshot.indicators.rows.indices.filter { index in
      let indicator = snapshot.indicators.rows[index]
      return indicator.levels.contains(.province)
        && (wanted.map { $0.contains(indicator.id) } ?? true)
        && (pillars.map { $0.contains(indicator.pillar ?? "") } ?? true)
    }
    let rows = chosen.map { page.row($0) }
    let ordered = rows.filter { $0.cell.missing == nil } + rows.filter { $0.cell.missing != nil }
    var notes = Notes(boundaries: choice.label, asOf: asOf, era: era(on: day))
    notes.newestPeriod = rows.filter { $0.cell.missing == nil }.compactMap(\.cell.period).max()
    return try collection(
      ordered.sorted(by: inPageOrder), Field<PageRow>.all, view(on: choice.day, asOf: asOf),
      notes)
  }

  /// Those with a value by pillar and id, then those with nothing.
  private func inPageOrder(_ one: PageRow, _ other: PageRow) -> Bool {
    let (mine, its) = (one.cell.missing != nil, other.cell.missing != nil)
    if mine != its { return its }
    let (a, b) = (
      snapshot.indicators.rows[one.cell.indicator], snapshot.indicators.rows[other.cell.indicator]
    )
    if a.pillar != b.pillar {
      guard let first = a.pillar else { return false }
      guard let second = b.pillar else { return true }
      return precedes(first, second)
    }
    return precedes(a.id, b.id)
  }

  /// A unit that ended before the first map stands on `published`.
  private mutating func pageMap(of unit: Province, on day: Day) -> MapChoice {
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

/// What a province's page says of each indicator.
private struct Page {
  let area: Int
  let atlas: Atlas
  let periods: Selection.Periods
  let change: (since: Change.Since, acrossBreaks: Bool)?

  func row(_ indicator: Int) -> PageRow {
    let series = atlas.series(indicator, area)
    let dated = series.filter { $0.period.map(isAsked) ?? false }
    let newest = dated.filter { $0.missing == nil }.max { one, other in
      guard let mine = one.period, let its = other.period else { return false }
      return mine.end != its.end ? mine.end < its.end : mine.start > its.start
    }
    guard var cell = newest, let period = cell.period else {
      return PageRow(nothing(indicator, dated.last?.missing))
    }
    let entry = atlas.snapshot.indicators.rows[indicator]
    if let change {
      cell.change = Change(
        of: cell, in: series, change.since, indicator: entry, acrossBreaks: change.acrossBreaks)
    }
    guard let map = atlas.map else { return PageRow(cell) }
    let units = map.provinces.compactMap {
      atlas.snapshot.areas.place(atlas.snapshot.provinces.ids[$0])
    }
    let ranking = Ranking(
      indicator, period, units: units, ofWholeMap: true, in: atlas, acrossBreaks: false,
      withPrevious: false)
    let mine = ranking.rows.first { $0.area == area }
    return PageRow(cell, rank: mine?.rank, rankedOf: mine?.outOf, peerMean: ranking.mean)
  }

  private func isAsked(_ period: Period) -> Bool {
    switch periods {
    case .all: true
    case .these(let chosen): chosen.contains(period)
    case .within(let span): span.contains(from: period.start, to: period.end)
    }
  }

  private func nothing(_ indicator: Int, _ missing: MissingReason?) -> Cell {
    Cell(
      indicator: indicator, place: .area(area), period: nil, value: nil,
      missing: missing == .noRule || missing == .inputMissing ? missing : .notHeld,
      origin: .nothing)
  }
}
