/// The drawing of a line chart: the frame, the lines, their labels.
struct LineDrawing {
  let chart: LineChart
  /// The figures of each line in words.
  private let said: [[String]]
  var sheet: Sheet
  let scale: Scale
  /// Those that lie between figures.
  let breaks: [MethodBreak]
  private let steps: [String: Int]
  /// Days at the left and the right edge.
  private let first: Double
  private let last: Double
  private let years: ClosedRange<Int>
  private var plot = Box(left: 0, top: 0, right: 0, bottom: 0)
  /// What stands in the plot already, which no label may cover.
  private var taken: [Box] = []

  /// Signs of gaps at one time stand below each other: how many there are so far, by time.
  private var gaps: [Double: Int] = [:]
  /// How far they reach below the plot.
  private let depth: Double

  private static let gapOfLabels = 3.0
  private static let gapHeight = 10.0

  init(_ chart: LineChart, _ said: [[String]]) {
    self.chart = chart
    self.said = said
    sheet = Sheet(chart.style, chart.caption)
    scale = Scale(chart.series.flatMap { $0.points.flatMap(\.numbers) }, isRank: chart.isRank)
    steps = Series.steps(chart.series)
    let start = chart.series.compactMap { $0.points.map(\.days.lowerBound).min() }.min() ?? 0
    let end = chart.series.compactMap { $0.points.map(\.days.upperBound).max() }.max() ?? 1
    years = CivilYear.of(start)...CivilYear.of(end)
    first = Double(CivilYear.start(years.lowerBound))
    last = Double(CivilYear.start(years.upperBound + 1))
    var gaps: [Double: Int] = [:]
    for point in chart.series.lazy.flatMap(\.points) where !point.hasFigure {
      gaps[point.middle, default: 0] += 1
    }
    depth = Double(max(0, (gaps.values.max() ?? 0) - 1)) * LineDrawing.gapHeight
    breaks = Set(chart.series.flatMap(\.breaks)).filter { start < $0.day && $0.day <= end }
      .sorted { ($0.day, $0.what) < ($1.day, $1.what) }
  }

  private var theme: Theme { sheet.theme }
  private var language: Language { sheet.style.language }

  mutating func draw() {
    sheet.head()
    let labels = EndLabels(chart, sheet)
    if chart.series.count > 1, labels == nil { legend() }
    marksLegend()
    frame(right: labels?.width ?? 0)
    for place in chart.series.indices { draw(place, Pen(place, theme)) }
    if chart.series.count == 1 { valueLabels(chart.series[0]) }
    if let labels {
      labels.draw(at: plot.right + 10, within: plot, labels.numbers.map(y), &sheet)
    }
    sheet.bottom = plot.bottom + depth + 24
  }

  private func x(_ day: Double) -> Double {
    plot.left + (day - first) / (last - first) * (plot.right - plot.left)
  }

  private func y(_ value: Double) -> Double {
    let share = scale.share(value)
    let height = plot.bottom - plot.top
    return chart.isRank ? plot.top + share * height : plot.bottom - share * height
  }

  /// The grid, the years below, the changes of method.
  private mutating func frame(right: Double) {
    let texts = scale.ticks.map {
      Numerals.text($0, places: $0 == 0 ? 0 : scale.places, language) + chart.unit
    }
    let gutter =
      texts.map { Advances.width(of: $0, size: Sheet.smallSize) }.max().map { $0 + 8 } ?? 0
    let height = min(max(sheet.width * 0.5, 200), 360)
    let top = sheet.bottom + (breaks.isEmpty ? (chart.series.count == 1 ? 22 : 10) : 26)
    plot = Box(
      left: sheet.left + gutter, top: top, right: sheet.right - max(right, 6),
      bottom: top + height)
    for (tick, text) in zip(scale.ticks, texts) {
      let level = y(tick)
      let isBase = tick == 0 && !chart.isRank
      sheet.canvas.line(
        plot.left, level, plot.right, level, isBase ? theme.rule : theme.faint)
      sheet.canvas.text(
        text, plot.left - 8, level + 4, size: Sheet.smallSize, theme.quiet, .end)
    }
    let wide = (plot.right - plot.left) / Double(years.count)
    let every = max(1, Int((38 / wide).rounded(.up)))
    for year in years where (years.upperBound - year) % every == 0 {
      let middle = x(Double(CivilYear.start(year)) + 182.5)
      sheet.canvas.text(
        "\(year)", middle, plot.bottom + depth + 17, size: Sheet.smallSize, theme.quiet,
        .middle)
    }
    for (number, change) in breaks.enumerated() { rule(number, change) }
  }

  /// A rule where the method changes, with a word where there is room for it.
  private mutating func rule(_ number: Int, _ change: MethodBreak) {
    let place = x(Double(change.day))
    sheet.canvas.line(
      place, plot.top - 18, place, plot.bottom, theme.rule, width: 1.2, isDashed: true)
    let next =
      number + 1 < breaks.count ? x(Double(breaks[number + 1].day)) : plot.right
    let long = "(\(number + 1)) \(language.pick("đổi cách tính", "method changed"))"
    let short = "(\(number + 1))"
    let fits = { Advances.width(of: $0, size: Sheet.smallSize) + 8 <= next - place }
    sheet.canvas.text(
      fits(long) ? long : short, place + 4, plot.top - 10, size: Sheet.smallSize, theme.quiet)
  }

  private mutating func draw(_ line: Int, _ pen: Pen) {
    let series = chart.series[line]
    for run in series.runs(step: steps) where run.count > 1 {
      var part = [run[0]]
      var isDashed = false
      for point in run.dropFirst() {
        let dashed =
          point.marks.contains(.estimated) || part[part.count - 1].marks.contains(.estimated)
        if dashed != isDashed, part.count > 1 {
          self.line(part, pen, isDashed)
          part = [part[part.count - 1]]
        }
        isDashed = dashed
        part.append(point)
      }
      self.line(part, pen, isDashed)
    }
    for (point, said) in zip(series.points, said[line]) { mark(point, said, of: series, pen) }
  }

  private mutating func line(_ points: [Series.Point], _ pen: Pen, _ isEstimate: Bool) {
    sheet.canvas.path(
      points.map { (x($0.middle), y($0.value?.number ?? 0)) }, pen.color, width: 2.4,
      dash: isEstimate ? Canvas.dash : pen.dash)
  }

  private mutating func mark(
    _ point: Series.Point, _ said: String, of series: Series, _ pen: Pen
  ) {
    let color = pen.color
    let place = x(point.middle)
    LineChart.open(series, point, said, &sheet.canvas)
    if let value = point.value {
      Symbol.draw(
        point.marks, place, y(value.number), color, pen.shape, theme, &sheet.canvas)
    } else if let low = point.low, let high = point.high {
      Symbol.range(
        place, y(high.number), y(low.number), color, isEstimate: point.marks.contains(.estimated),
        &sheet.canvas)
    } else {
      let above = gaps[point.middle, default: 0]
      gaps[point.middle] = above + 1
      Symbol.cross(
        place, plot.bottom + Double(above) * LineDrawing.gapHeight, color, &sheet.canvas)
    }
    sheet.canvas.close()
  }
}

extension LineDrawing {
  /// The numbers of a single line, where they cover neither each other nor the line: the last, the
  /// first, the highest and the lowest before the others.
  private mutating func valueLabels(_ series: Series) {
    let known = series.points.filter(\.hasFigure)
    guard let last = known.last, let first = known.first else { return }
    let byValue = known.sorted { ($0.numbers[0]) < ($1.numbers[0]) }
    let order = [last, first] + [byValue.last, byValue.first].compactMap { $0 } + known
    let lines = series.runs(step: steps).flatMap { run in
      zip(run, run.dropFirst()).map { one, other in
        Box.Segment(
          x(one.middle), y(one.value?.number ?? 0), x(other.middle), y(other.value?.number ?? 0))
      }
    }
    for point in known {
      let levels = point.numbers.map(y)
      taken.append(
        Box(
          left: x(point.middle) - 5, top: (levels.min() ?? 0) - 5, right: x(point.middle) + 5,
          bottom: (levels.max() ?? 0) + 5))
    }
    for change in breaks {
      let place = x(Double(change.day))
      taken.append(Box(left: place - 1, top: plot.top, right: place + 1, bottom: plot.bottom))
    }
    var labelled = Set<String>()
    for point in order where labelled.insert(point.period).inserted {
      label(point, lines, isNeeded: point.period == last.period)
    }
  }

  /// - Parameter isNeeded: whether it is written on the line itself where all around is taken.
  private mutating func label(_ point: Series.Point, _ lines: [Box.Segment], isNeeded: Bool) {
    let text = point.label(language, unit: chart.unit)
    let wide = Advances.width(of: text, size: Sheet.labelSize, isBold: true)
    let levels = point.numbers.map(y)
    let above = (levels.min() ?? 0) - 10
    let below = (levels.max() ?? 0) + 20
    let headroom = breaks.isEmpty ? 20.0 : 4
    var most: (middle: Double, base: Double)?
    for distance in isNeeded ? [0.0, 12, 24, 36] : [0] {
      for aside in [0, -wide / 2 - 2, wide / 2 + 2] {
        let middle = min(
          max(x(point.middle) + aside, plot.left + wide / 2 - 6), sheet.right - wide / 2)
        for base in [above - distance, below + distance] {
          let box = box(of: wide, middle, base)
          guard box.top >= plot.top - headroom, box.bottom <= plot.bottom - 1 else { continue }
          if most == nil { most = (middle, base) }
          if taken.contains(where: box.meets) || lines.contains(where: box.isCrossed) { continue }
          return write(text, wide, middle, base)
        }
      }
    }
    guard isNeeded, let most else { return }
    let box = box(of: wide, most.middle, most.base)
    sheet.canvas.rectangle(
      box.left, box.top, box.right - box.left, box.bottom - box.top, theme.paper)
    write(text, wide, most.middle, most.base)
  }

  private func box(of wide: Double, _ middle: Double, _ base: Double) -> Box {
    Box(left: middle - wide / 2, top: base - 10, right: middle + wide / 2, bottom: base + 3)
  }

  private mutating func write(_ text: String, _ wide: Double, _ middle: Double, _ base: Double) {
    taken.append(box(of: wide, middle, base).grown(by: LineDrawing.gapOfLabels))
    sheet.canvas.text(
      text, middle, base, size: Sheet.labelSize, theme.ink, .middle, isBold: true)
  }

  /// What the marks mean, where there are any but plain ones.
  private mutating func marksLegend() {
    func hasAny(_ isWanted: (Series.Point) -> Bool) -> Bool {
      chart.series.contains { $0.points.contains(where: isWanted) }
    }
    var entries: [Legend.Entry] = []
    if hasAny({ $0.value != nil && $0.marks.contains(.estimated) }) {
      entries.append(
        Legend.Entry(.mark(.estimated), language.pick("ước tính, dự báo", "estimate, forecast")))
    }
    if hasAny({ $0.isRange && !$0.marks.contains(.estimated) }) {
      entries.append(
        Legend.Entry(
          .range(isEstimate: false), language.pick("khoảng, thấp đến cao", "range, low to high")))
    }
    if hasAny({ $0.isRange && $0.marks.contains(.estimated) }) {
      entries.append(
        Legend.Entry(
          .range(isEstimate: true),
          language.pick("khoảng ước tính, dự báo", "range estimated or forecast")))
    }
    if hasAny({ $0.value != nil && $0.marks.contains(.derived) }) {
      entries.append(
        Legend.Entry(
          .mark(.derived),
          language.pick("tính từ các tỉnh cũ theo quy tắc", "derived from the former provinces")))
    }
    var spans: [String] = []
    for span in chart.series.flatMap({ $0.points.compactMap(\.span) }) where !spans.contains(span) {
      spans.append(span)
    }
    if !spans.isEmpty {
      let all = spans.joined(separator: ", ")
      entries.append(
        Legend.Entry(
          .mark(.otherSpan),
          language.pick(
            "kỳ dài ngắn khác (\(all)), không so với các kỳ kia",
            "another length of time (\(all)), not comparable with the others")))
    }
    let gaps = chart.series.flatMap { $0.points.filter { !$0.hasFigure } }
    if !gaps.isEmpty {
      entries.append(Legend.Entry(.gap, Legend.reasons(gaps.map(\.missing), language)))
    }
    Legend.draw(entries, &sheet)
  }

  /// The names of the lines, where there is no room beside them.
  private mutating func legend() {
    let entries = chart.series.enumerated().map { place, series in
      var name = series.name
      if let last = series.points.last(where: { $0.value != nil }) {
        name += " \(last.label(language, unit: chart.unit))"
      }
      return Legend.Entry(.line(Pen(place, theme)), name, link: series.link)
    }
    Legend.draw(entries, &sheet)
  }
}
