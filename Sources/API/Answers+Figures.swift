import Formats
import Statistics

enum ObservationParameters {
  /// What the values of one indicator are selected by.
  static let ofOne: [Parameter] = [
    .area, .province, .region, .level, .period, .frequency, .latest, .status, .source,
    .boundaries, .asOf, .vintages, .change, .updatedAfter, .groupBy, .acrossBreaks,
  ]

  enum Vintages: String, CaseIterable {
    case shown, all
  }

  enum Grouping: String, CaseIterable {
    case region
  }
}

extension Asking {
  mutating func pillars() throws(Problem) -> Answer {
    try collection(
      TableRows(
        Array(snapshot.pillars.rows.indices), of: snapshot.pillars, prepared.pillars.value,
        Field<Pillar>.all), Field<Pillar>.all, view())
  }

  mutating func pillar() throws(Problem) -> Answer {
    guard let pillar = snapshot.pillars.place(values[0]) else {
      throw missing("/v1/pillars", snapshot.pillars.ids)
    }
    return try thing(
      pillar, of: snapshot.pillars, prepared.pillars.value, Field<Pillar>.all, view())
  }

  mutating func indicators() throws(Problem) -> Answer {
    let pillars = ids(.pillar, of: snapshot.pillars, see: "/v1/pillars")
    let frequencies = codes(.frequency, Frequency.self)
    let platforms = ids(.platform, of: snapshot.platforms, see: "/v1/platforms")
    let wanted = platforms.map { platforms in
      Set(platforms.flatMap { snapshot.platforms[$0]?.indicators ?? [] })
    }
    let found = found(.indicator)
    let rows = snapshot.indicators.rows.indices.filter { place in
      let indicator = snapshot.indicators.rows[place]
      return (found?.contains(indicator.id) ?? true)
        && (pillars.map { $0.contains(indicator.pillar ?? "") } ?? true)
        && (frequencies.map { $0.contains(indicator.frequency) } ?? true)
        && (wanted.map { $0.contains(indicator.id) } ?? true)
    }
    return try collection(
      TableRows(rows, of: snapshot.indicators, prepared.indicators.value, Field<Indicator>.all),
      Field<Indicator>.all, view())
  }

  mutating func indicator() throws(Problem) -> Answer {
    let indicator = try indicatorOfPath()
    let address = "/v1/indicators/\(snapshot.indicators.ids[indicator])"
    return try thing(
      indicator, of: snapshot.indicators, prepared.indicators.value, Field<Indicator>.all, view(),
      links: [("observations", "\(address)/observations"), ("ranking", "\(address)/ranking")])
  }

  /// The place of the path's indicator.
  func indicatorOfPath() throws(Problem) -> Int {
    guard let indicator = snapshot.indicators.place(values[0]) else {
      throw missing("/v1/indicators", snapshot.indicators.ids, among: values[0])
    }
    return indicator
  }

  mutating func observationsOfIndicator() throws(Problem) -> Answer {
    try observations(of: [indicatorOfPath()])
  }

  mutating func observations() throws(Problem) -> Answer {
    let indicators = ids(.indicator, of: snapshot.indicators, see: "/v1/indicators")
    return try observations(
      of: indicators.map { Set($0.compactMap { snapshot.indicators.place($0) }) })
  }

  /// What is asked of the observations, and on which map.
  struct AskedFigures {
    let selection: Selection
    let scope: Selection.Scope
    /// The places that were named, in their order.
    let places: [Cell.Place]
    let vintages: ObservationParameters.Vintages
    let choice: MapChoice
    let asOf: Day
    let atlas: Atlas
  }

  /// Reads every parameter of the observations that chooses cells.
  mutating func askedFigures(of indicators: Set<Int>?) -> AskedFigures {
    let grouping = oneCode(.groupBy, ObservationParameters.Grouping.self)
    let vintages = oneCode(.vintages, ObservationParameters.Vintages.self) ?? .shown
    let needsMap =
      namesNeedMap(.province) || namesNeedMap(.area) || text(.region) != nil
      || text(.groupBy) != nil
    let choice = mapChoice(default: needsMap ? today : nil, publishedAllowed: true)
    checkConflicts(grouping, vintages, choice)
    let asOf = asOfObservations()
    let regions = regions(on: choice.map == nil ? nil : choice.day)
    var (selection, places) = selection(on: choice, regions: grouping == nil ? regions : nil)
    selection.indicators = indicators
    let scope = scope(grouping, vintages, regions, choice)
    if case .regions(let regions) = scope { places = regions.map { .region($0) } }
    return AskedFigures(
      selection: selection, scope: scope, places: places, vintages: vintages, choice: choice,
      asOf: asOf, atlas: Atlas(snapshot, on: choice.map, asOf: asOf))
  }

  private mutating func observations(of indicators: Set<Int>?) throws(Problem) -> Answer {
    let asked = askedFigures(of: indicators)
    let (selection, scope, atlas) = (asked.selection, asked.scope, asked.atlas)
    let (vintages, choice, asOf) = (asked.vintages, asked.choice, asked.asOf)
    if isProbe {
      try settled()
      let (count, newest) = CellCursor(selection, scope, in: atlas).survey()
      return Answer(content: .whole([]), total: count, newestPeriod: newest)
    }
    let all = vintages == .all
    if all, format == .jsonstat {
      try settled()
      throw noCubeOfVintages
    }
    let view = view(on: choice.day, asOf: asOf)
    let fields = all ? Field<Cell>.withVintages : Field<Cell>.all
    let changes = selection.change != nil
    let axes = CubeAxes(
      indicators: indicators?.sorted() ?? [], places: asked.places, periods: askedPeriods)
    let notes = Notes(boundaries: choice.label, asOf: asOf, era: era(on: choice.day), axes: axes)
    let cursor = CellCursor(selection, scope, in: atlas)
    // What few rows there are may be held all at once, which spares counting them before.
    let areFew = snapshot.observations.count <= limits.rows
    if errors.isEmpty, text(.sort) == nil, cursor.isPlain || format != .json || !areFew {
      return try collection(
        SelectedRows(cursor, vintages: all, changes: changes), fields, view, notes)
    }
    if errors.isEmpty, !areFew {
      let count = cursor.count()
      if count > limits.rows { throw tooManyRows(count, toSort: true) }
    }
    let cells = errors.isEmpty ? selection.cells(scope, in: atlas) : []
    return try collection(
      CellRows(cells: cells, vintages: all, changes: changes), fields, view, notes)
  }

  private func scope(
    _ grouping: ObservationParameters.Grouping?, _ vintages: ObservationParameters.Vintages,
    _ regions: [Region]?, _ choice: MapChoice
  ) -> Selection.Scope {
    if grouping == nil { return vintages == .all ? .vintages : .standing }
    let chosen = regions ?? snapshot.regions.rows.filter { $0.isValid(on: choice.day) }
    return .regions(chosen.compactMap { snapshot.regions.place($0.id) }.sorted())
  }

  private mutating func checkConflicts(
    _ grouping: ObservationParameters.Grouping?, _ vintages: ObservationParameters.Vintages,
    _ choice: MapChoice
  ) {
    if grouping != nil, choice.map == nil {
      wrong(
        .conflict(
          "groupBy", "region", vi: "“groupBy=region” cần một bản đồ, không phải “published”.",
          en: "\"groupBy=region\" needs a map, not \"published\"."))
    }
    if grouping != nil {
      for parameter in [Parameter.area, .province, .level] where text(parameter) != nil {
        wrong(
          .conflict(
            parameter.rawValue, text(parameter) ?? "",
            vi: "“\(parameter.rawValue)” không đi cùng “groupBy=region”; hãy chọn bằng “region”.",
            en:
              "\"\(parameter.rawValue)\" does not go with \"groupBy=region\"; choose by \"region\"."
          ))
      }
    }
    if vintages == .all, text(.change) != nil {
      wrong(
        .conflict(
          "change", text(.change) ?? "",
          vi: "“change” là của giá trị đang hiện, không đi cùng “vintages=all”.",
          en: "\"change\" is of the values that are shown; it does not go with \"vintages=all\"."))
    }
    if vintages == .all, choice.map != nil {
      wrong(
        .conflict(
          "vintages", "all",
          vi:
            "“vintages=all” chỉ có trên bản đồ “published”;"
            + " hãy gọi tỉnh bằng định danh như 48-2008.",
          en:
            "\"vintages=all\" is only on the map \"published\";"
            + " name provinces by ids such as 48-2008."
        ))
    }
  }

  /// What the parameters select on a map, and the areas that they name.
  private mutating func selection(
    on choice: MapChoice, regions: [Region]?
  ) -> (Selection, named: [Cell.Place]) {
    var selection = Selection()
    let ofRegions = regions.map { regions in
      Set(regions.flatMap(\.provinces).compactMap { snapshot.areas.place($0) })
    }
    let areas = [areas(.area, on: choice), areas(.province, on: choice), ofRegions]
      .compactMap { $0 }
    if let first = areas.first {
      selection.areas = areas.dropFirst().reduce(first) { $0.intersection($1) }
    }
    selection.levels = codes(.level, Level.self)
    selection.periods = periods() ?? .all
    selection.frequencies = codes(.frequency, Frequency.self)
    selection.latest = integer(.latest, in: APILimits.latest)
    selection.statuses = codes(.status, ObservationStatus.self)
    selection.sources = ids(.source, of: snapshot.sources, see: "/v1/sources").map {
      Set($0.compactMap { snapshot.sources.place($0).map(UInt16.init) })
    }
    selection.updatedAfter = day(.updatedAfter)
    selection.change = change()
    return (selection, areas.reduce(Set()) { $0.union($1) }.sorted().map { .area($0) })
  }
}
