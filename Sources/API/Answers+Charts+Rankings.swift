import Charts
import Statistics

extension Asking {
  mutating func rankingChart() throws(Problem) -> Answer {
    let style = style()
    let limit = integer(.limit, in: APILimits.limit)
    let offset = integer(.offset, in: APILimits.offset) ?? 0
    let asked = try askedRanking()
    try settled()
    let all = wantedRows(of: asked)
    if isProbe { return counted(all.count, newest: asked.ranking?.ranking.period) }
    let rows = all.dropFirst(offset).prefix(limit ?? .max)
    if rows.count > BarChart.mostBars {
      throw tooMany(
        .limit, Name(vi: "thanh", en: "bars"), BarChart.mostBars,
        narrowedBy: Name(
          vi: "hãy thêm limit= hay region=.", en: "add limit= or region=."))
    }
    guard var chart = barChart(of: asked, rows, style) else {
      let emptiness = asked.only == nil && offset == 0 ? neverRanked(asked.indicator) : nil
      let caption = caption(of: asked, style.language)
      return drawn(
        empty(style, caption, emptiness ?? Emptiness(self, total: all.count)),
        names: asked.choice.day, asOf: asked.asOf)
    }
    if rows.count < all.count {
      chart.caption.description.append(
        style.language.pick(
          "\(rows.count) trong \(all.count) dòng", "\(rows.count) of \(all.count) rows"))
    }
    return drawn(chart.svg(), names: asked.choice.day, asOf: asked.asOf)
  }

  mutating func rankingMap() throws(Problem) -> Answer {
    let style = style()
    let asked = try askedRanking()
    try settled()
    let rows = wantedRows(of: asked)
    if isProbe { return counted(rows.count, newest: asked.ranking?.ranking.period) }
    if rows.count > TileMap.mostTiles {
      throw tooMany(
        .boundaries, Name(vi: "ô", en: "tiles"), TileMap.mostTiles,
        narrowedBy: Name(
          vi: "bản đồ này có \(rows.count) đơn vị.", en: "this map has \(rows.count) units."))
    }
    guard let map = tileMap(of: asked, rows, style) else {
      let caption = caption(of: asked, style.language)
      return drawn(
        empty(style, caption, neverRanked(asked.indicator)), names: asked.choice.day,
        asOf: asked.asOf)
    }
    return drawn(map.svg(), names: asked.choice.day, asOf: asked.asOf)
  }

  /// Rows of a ranking as bars, in their order; nil where there are none.
  ///
  /// - Parameter rows: at most `BarChart.mostBars`.
  func barChart(
    of asked: AskedRanking, _ rows: some Collection<Ranking.Row>, _ style: Style
  ) -> BarChart? {
    guard !rows.isEmpty, let ranking = asked.ranking?.ranking else { return nil }
    var caption = caption(of: asked, style.language)
    writeSources(of: rows, asked, into: &caption, style.language)
    if ranking.isAcrossBreak {
      caption.notes.append(
        style.language.pick(
          "Cách tính đã đổi so với kỳ trước.", "The method changed since the period before."))
    }
    if !ranking.isComplete {
      let known = ranking.rows.count { $0.cell?.value != nil }
      caption.notes.append(
        style.language.pick(
          "Có số của \(known) trong \(ranking.rows.count) đơn vị, nên không tính hạng.",
          "\(known) of \(ranking.rows.count) units have a number, so no ranks are computed."))
    }
    let entry = snapshot.indicators.rows[asked.indicator]
    let places = entry.places(of: rows.lazy.map(\.cell))
    var chart = BarChart(
      style, caption, indicator: entry.id, period: ranking.period.description,
      ranked(rows.map { figure($0, asked, places, style.language) }, entry.direction))
    chart.unit = entry.suffix
    chart.mean = ranking.mean.map { Charts.Value($0, places: places) }
    return chart
  }

  /// Rows of a ranking as tiles, each in its place; nil where there are none.
  ///
  /// - Parameter rows: at most `TileMap.mostTiles`.
  func tileMap(
    of asked: AskedRanking, _ rows: some Collection<Ranking.Row>, _ style: Style
  ) -> TileMap? {
    guard !rows.isEmpty, let ranking = asked.ranking?.ranking else { return nil }
    var caption = caption(of: asked, style.language)
    writeSources(of: rows, asked, into: &caption, style.language)
    let entry = snapshot.indicators.rows[asked.indicator]
    let places = entry.places(of: rows.lazy.map(\.cell))
    let tiles = rows.sorted { $0.area < $1.area }.map { figure($0, asked, places, style.language) }
    var map = TileMap(
      style, caption, indicator: entry.id, period: ranking.period.description, tiles)
    map.unit = entry.suffix
    return map
  }

  /// The rows that are wanted; none where no unit has a value or a rank.
  func wantedRows(of asked: AskedRanking) -> [Ranking.Row] {
    guard let ranking = asked.ranking, ranking.isHeld else { return [] }
    guard let only = asked.only else { return ranking.ranking.rows }
    return ranking.ranking.rows.filter { only.contains($0.area) }
  }

  private func caption(of asked: AskedRanking, _ language: Charts.Language) -> Caption {
    let entry = snapshot.indicators.rows[asked.indicator]
    var caption = Caption(title: entry.name.said(language))
    let period = asked.ranking.map { $0.ranking.period.words(language) }
    caption.description = [
      [period, entry.unitLine(snapshot, language)].compactMap { $0 }.joined(separator: " · "),
      words(of: asked.choice, language),
    ].compactMap { $0 }
    return caption
  }

  private func writeSources(
    of rows: some Collection<Ranking.Row>, _ asked: AskedRanking, into caption: inout Caption,
    _ language: Charts.Language
  ) {
    var sources = ChartSources(snapshot)
    for row in rows {
      sources.add(row.published?.source)
      if let cell = row.cell { sources.add(cell) }
    }
    sources.write(into: &caption, asOf: asked.asOf, language)
    if rows.contains(where: { $0.isPublished }) {
      caption.notes.append(
        language.pick(
          "Thứ hạng theo văn bản công bố; giá trị không đủ để tính.",
          "Ranks as a document published them; there are not values enough to compute them."))
    }
  }

  private func marks(of row: Ranking.Row) -> Marks {
    guard let cell = row.cell, cell.value != nil else { return [] }
    return snapshot.marks(of: cell)
  }

  private func missing(
    _ row: Ranking.Row, _ places: Int, _ language: Charts.Language
  ) -> String? {
    if row.cell?.value != nil { return nil }
    if let annotation = row.cell.flatMap({ snapshot.annotation(of: $0) }), let low = annotation.low,
      let high = annotation.high
    {
      let ends = [low, high].map { Numerals.text(Charts.Value($0, places: places), language) }
      return ends.joined(separator: "–")
    }
    return (row.cell?.missing ?? .notHeld).words(language)
  }

  private func figure(
    _ row: Ranking.Row, _ asked: AskedRanking, _ places: Int, _ language: Charts.Language
  ) -> AreaFigure {
    var figure = AreaFigure(
      area: snapshot.areas.ids[row.area],
      name: snapshot.name(ofArea: row.area, on: asked.choice.day).said(language),
      value: row.cell?.value.map { Charts.Value($0, places: places) })
    figure.rank = row.rank
    figure.rankChange = row.rankChange
    figure.sign = row.cell.map { snapshot.sign(of: $0) } ?? ""
    figure.marks = marks(of: row)
    figure.missing = missing(row, places, language)
    return figure
  }

  /// In the order of ranks; by value where some that have one are not ranked, since few ranks that
  /// somebody published would stand between bars of other lengths. Those without a value are last.
  private func ranked(_ bars: [AreaFigure], _ direction: Direction) -> [AreaFigure] {
    let sign = direction == .lowerIsBetter ? 1.0 : -1.0
    let areRanked = bars.allSatisfy { $0.value == nil || $0.rank != nil }
    let keys = bars.enumerated().map { place, bar in
      let rank = bar.rank ?? .max
      let value = (bar.value?.number ?? 0) * sign
      return (areRanked ? rank : 0, bar.value == nil ? 1 : 0, value, rank, place)
    }
    return keys.sorted(by: <).map { bars[$0.4] }
  }
}
