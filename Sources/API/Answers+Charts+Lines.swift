import Charts
import JSON
import Statistics

extension Asking {
  mutating func observationsOfIndicatorChart() throws(Problem) -> Answer {
    try lines(of: [indicatorOfPath()])
  }

  mutating func observationsChart() throws(Problem) -> Answer {
    let indicators = ids(.indicator, of: snapshot.indicators, see: "/v1/indicators")
    return try lines(of: indicators.map { Set($0.compactMap { snapshot.indicators.place($0) }) })
  }

  private mutating func lines(of indicators: Set<Int>?) throws(Problem) -> Answer {
    let style = style()
    let asked = askedFigures(of: indicators)
    try settled()
    let cursor = CellCursor(asked.selection, asked.scope, in: asked.atlas)
    if isProbe {
      let (count, newest) = cursor.survey()
      return counted(count, newest: newest)
    }
    let groups = try groups(of: cursor)
    guard var chart = lineChart(of: groups, on: asked.choice.day, asOf: asked.asOf, style) else {
      let caption = Caption(title: title(of: [], indicators, asked.choice.day, style.language))
      return drawn(empty(style, caption, nil), names: asked.choice.day, asOf: asked.asOf)
    }
    if let map = words(of: asked.choice, style.language) { chart.caption.description.append(map) }
    return drawn(chart.svg(), names: asked.choice.day, asOf: asked.asOf)
  }

  /// Cells as lines over time; nil where there are none.
  ///
  /// - Parameters:
  ///   - groups: the cells of each line in the order of time, none empty: at most
  ///     `LineChart.mostSeries` of one unit, with at most `LineChart.mostPoints` together.
  ///   - day: as on which areas are named.
  func lineChart(
    of groups: [[Cell]], on day: Day, asOf: Day, _ style: Style
  ) -> LineChart? {
    guard let first = groups.first?.first else { return nil }
    let language = style.language
    var caption = Caption(title: title(of: groups, nil, day, language))
    var sources = ChartSources(snapshot)
    for cell in groups.joined() { sources.add(cell) }
    sources.write(into: &caption, asOf: asOf, language)
    let entry = snapshot.indicators.rows[first.indicator]
    if groups.count == 1, groups[0].count > 1 {
      caption.description.append(name(of: first.place, day).said(language))
    }
    caption.description.append(entry.unitLine(snapshot, language))
    let places = entry.places(of: groups.lazy.joined().map(Optional.some))
    caption.notes = timeless(groups, places, day, language)
    let names = Naming(groups)
    var chart = LineChart(style, caption, groups.map { line($0, names, places, day, language) })
    chart.unit = entry.suffix
    chart.isRank = entry.unit == "RANK"
    return chart
  }

  /// The cells of each line. Throws where there are more than can be drawn, and where they are not
  /// of one unit.
  private func groups(of cursor: CellCursor) throws(Problem) -> [[Cell]] {
    var cursor = cursor
    var groups: [[Cell]] = []
    var count = 0
    while let cell = cursor.next() {
      count += 1
      if let last = groups.last?.last, last.indicator == cell.indicator, last.place == cell.place {
        groups[groups.count - 1].append(cell)
      } else {
        groups.append([cell])
      }
      if groups.count > LineChart.mostSeries {
        throw tooMany(
          .area, Name(vi: "đường", en: "lines"), LineChart.mostSeries,
          narrowedBy: Name(
            vi: "hãy chọn ít hơn bằng area=, province=, level= hay indicator=.",
            en: "choose fewer by area=, province=, level= or indicator=."))
      }
      if count > LineChart.mostPoints {
        throw tooMany(
          .period, Name(vi: "giá trị", en: "values"), LineChart.mostPoints,
          narrowedBy: Name(
            vi: "hãy thu hẹp bằng period= hay latest=.", en: "narrow it by period= or latest=."))
      }
    }
    let units = Set(
      groups.compactMap(\.first).map { cell in
        let entry = snapshot.indicators.rows[cell.indicator]
        return "\(entry.unit) \(entry.unitMultiplier)"
      })
    if units.count > 1 {
      throw .parameters([
        .conflict(
          "indicator", text(.indicator) ?? "",
          vi: "Một biểu đồ có một trục, nên chỉ có một đơn vị; hãy chọn các chỉ số cùng đơn vị.",
          en: "A chart has one axis, hence one unit; choose indicators of the same unit.")
      ])
    }
    return groups
  }

  func name(of place: Cell.Place, _ day: Day) -> Name {
    switch place {
    case .area(let area): snapshot.name(ofArea: area, on: day)
    case .region(let region): snapshot.regions.rows[region].name
    }
  }

  private func id(of place: Cell.Place) -> String {
    switch place {
    case .area(let area): snapshot.areas.ids[area]
    case .region(let region): snapshot.regions.ids[region]
    }
  }

  /// What tells the lines of a chart from each other.
  private struct Naming {
    let isByArea: Bool
    let isByIndicator: Bool

    init(_ groups: [[Cell]]) {
      let firsts = groups.compactMap(\.first)
      isByArea = Set(firsts.map(\.place)).count > 1
      isByIndicator = Set(firsts.map(\.indicator)).count > 1
    }
  }

  private func title(
    of groups: [[Cell]], _ asked: Set<Int>?, _ day: Day, _ language: Charts.Language
  ) -> String {
    let indicators = Set(groups.compactMap(\.first?.indicator)).union(
      groups.isEmpty ? asked ?? [] : [])
    if indicators.count == 1, let only = indicators.first {
      return snapshot.indicators.rows[only].name.said(language)
    }
    let places = Set(groups.compactMap(\.first?.place))
    if places.isEmpty { return language.pick("Giá trị", "Values") }
    let count = language.pick("\(indicators.count) chỉ số", "\(indicators.count) indicators")
    if places.count == 1, let only = places.first {
      return "\(name(of: only, day).said(language)): \(count)"
    }
    return language.pick("\(count), \(places.count) nơi", "\(count), \(places.count) places")
  }

  private func line(
    _ cells: [Cell], _ names: Naming, _ places: Int, _ day: Day, _ language: Charts.Language
  ) -> Series {
    let first = cells[0]
    let entry = snapshot.indicators.rows[first.indicator]
    let area = name(of: first.place, day).said(language)
    let indicator = (entry.shortName ?? entry.name).said(language)
    let name =
      names.isByIndicator ? (names.isByArea ? "\(area): \(indicator)" : indicator) : area
    // A figure that bears no time can be drawn only where it stands alone.
    let timed = cells.count == 1 ? cells : cells.filter { $0.period != nil }
    var series = Series(
      indicator: entry.id, area: id(of: first.place), name: name,
      points: timed.map { point($0, of: entry, places, language) })
    series.breaks = entry.breaks.map { change in
      Charts.MethodBreak(
        day: Int(change.period.start.number), period: change.period.words(language),
        what: names.isByIndicator
          ? "\(indicator): \(change.what.said(language))" : change.what.said(language))
    }.sorted { $0.day < $1.day }
    return series
  }

  private func point(
    _ cell: Cell, of entry: Indicator, _ places: Int, _ language: Charts.Language
  ) -> Series.Point {
    let annotation = snapshot.annotation(of: cell)
    let start = Int(cell.period?.start.number ?? 0)
    let untimed = language.pick("không ghi kỳ", "no period stated")
    var point = Series.Point(
      days: start...max(start, Int(cell.period?.end.number ?? 0)),
      period: cell.period?.description ?? "",
      periodName: cell.period?.words(language) ?? annotation?.periodText?.said(language) ?? untimed,
      frequency: cell.period?.frequency.rawValue ?? "",
      value: cell.value.map { Charts.Value($0, places: places) })
    point.low = annotation?.low.map { Charts.Value($0, places: places) }
    point.high = annotation?.high.map { Charts.Value($0, places: places) }
    point.missing = cell.missing?.words(language)
    // What is not there was neither computed nor estimated.
    if point.value == nil, point.low == nil { return point }
    point.sign = snapshot.sign(of: cell)
    point.marks = snapshot.marks(of: cell)
    // What flows in half a year is no year's; what stands at a time is the same at any.
    if entry.kind == .flow, entry.frequency != .other, let frequency = cell.period?.frequency,
      frequency != entry.frequency
    {
      point.marks.insert(.otherSpan)
      point.span = frequency.span(language)
    }
    return point
  }

  /// Figures without a period, which have no place on an axis of time, in words.
  private func timeless(
    _ groups: [[Cell]], _ places: Int, _ day: Day, _ language: Charts.Language
  ) -> [String] {
    groups.filter { $0.count > 1 }.flatMap { cells in
      cells.filter { $0.period == nil }.map { cell in
        let entry = snapshot.indicators.rows[cell.indicator]
        let point = point(cell, of: entry, places, language)
        let figure = point.said(language, unit: entry.suffix)
        return language.pick("Ngoài trục thời gian: ", "Not on the axis of time: ")
          + "\(name(of: cell.place, day).said(language)) \(figure) (\(point.periodName))."
      }
    }
  }
}
