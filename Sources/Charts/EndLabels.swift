/// The names of several lines at their ends, pushed apart where they would touch.
struct EndLabels {
  /// Of the labels and the air before them, pixels.
  let width: Double
  private let labels: [Label]

  private struct Label {
    let lines: [String]
    let title: String
    let link: String?
    let pen: Pen
    /// Of the last figure.
    let number: Double
    var height: Double { Double(lines.count) * EndLabels.leading + EndLabels.gap }
  }

  /// The last figures of the lines, in their order.
  var numbers: [Double] { labels.map(\.number) }

  private static let leading = 15.0
  private static let gap = 5.0
  private static let size = Sheet.labelSize
  /// Pixels before the text, which the line to the figure takes, and the sign of the line.
  private static let before = 28.0

  /// Nil where there are no several lines, or no room beside them.
  init?(_ chart: LineChart, _ sheet: Sheet) {
    guard chart.series.count > 1, !sheet.isNarrow else { return nil }
    let most = sheet.width * 0.3
    var labels: [Label] = []
    for (place, series) in chart.series.enumerated() {
      guard let last = series.points.last(where: { $0.value != nil }), let value = last.value
      else { return nil }
      let text = last.label(chart.style.language, unit: chart.unit)
      let lines = Fitting.lines("\(series.name) \(text)", width: most, size: EndLabels.size)
      if lines.count > 3 { return nil }
      labels.append(
        Label(
          lines: lines, title: "\(series.name): \(text)", link: series.link,
          pen: Pen(place, sheet.theme), number: value.number))
    }
    let height = min(max(sheet.width * 0.5, 200), 360)
    if labels.map(\.height).reduce(0, +) > height { return nil }
    self.labels = labels
    let wide = labels.flatMap(\.lines).map { Advances.width(of: $0, size: EndLabels.size) }
    width = EndLabels.before + 10 + (wide.max() ?? 0)
  }

  /// Draws them to the right of a plot; `levels` are the heights of `numbers`.
  func draw(at x: Double, within plot: Box, _ levels: [Double], _ sheet: inout Sheet) {
    let order = labels.indices.sorted { levels[$0] < levels[$1] }
    var tops = order.map { levels[$0] - labels[$0].height / 2 }
    // Down from the top, then up from the bottom: there is room for all.
    var free = plot.top - 6
    for place in order.indices {
      tops[place] = max(tops[place], free)
      free = tops[place] + labels[order[place]].height
    }
    free = plot.bottom + 6
    for place in order.indices.reversed() {
      let height = labels[order[place]].height
      tops[place] = min(tops[place], free - height)
      free = tops[place]
    }
    for (place, top) in zip(order, tops) { draw(labels[place], x, top, levels[place], &sheet) }
  }

  private func draw(
    _ label: Label, _ x: Double, _ top: Double, _ level: Double, _ sheet: inout Sheet
  ) {
    let middle = top + label.height / 2
    if label.link != nil {
      sheet.hasLinks = true
      sheet.canvas.open(link: label.link)
      sheet.canvas.entitle(label.title)
    }
    sheet.canvas.path(
      [(x - 6, level), (x + 4, middle), (x + EndLabels.before - 10, middle)],
      label.pen.color, width: 1.4)
    Symbol.draw(
      [], x + EndLabels.before - 10, middle, label.pen.color, label.pen.shape, sheet.theme,
      &sheet.canvas)
    for (place, line) in label.lines.enumerated() {
      sheet.canvas.text(
        line, x + EndLabels.before,
        top + EndLabels.gap / 2 + Double(place) * EndLabels.leading + 11,
        size: EndLabels.size, sheet.theme.ink)
    }
    if label.link != nil { sheet.canvas.close() }
  }
}
