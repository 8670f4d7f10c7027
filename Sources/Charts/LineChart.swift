/// Figures over time, a line for each series; gaps and changes of method are never joined over.
package struct LineChart: Sendable {
  package var style: Style
  package var caption: Caption
  /// At most `mostSeries` of `mostPoints` together.
  package var series: [Series]
  /// Written behind each number: "%".
  package var unit = ""
  /// Whether 1 is best and stands at the top.
  package var isRank = false

  package static let mostSeries = 8
  package static let mostPoints = 1000

  package init(_ style: Style, _ caption: Caption, _ series: [Series]) {
    precondition((1...LineChart.mostSeries).contains(series.count))
    self.style = style
    self.caption = caption
    self.series = series
  }

  /// The drawing; a single figure is written large instead.
  package func svg() -> [UInt8] {
    let figures = series.flatMap(\.points)
    if figures.count == 1, !figures[0].numbers.isEmpty { return card(figures[0]) }
    guard figures.contains(where: { !$0.numbers.isEmpty }) else {
      let untimed = style.language.pick(
        "Không giá trị nào có kỳ để vẽ theo thời gian.",
        "No value has a period to be drawn at.")
      return Sheet.empty(style, caption, because: figures.isEmpty ? untimed : words)
    }
    var sheet = Sheet(style, caption)
    sheet.head()
    var drawing = LineDrawing(self, &sheet)
    drawing.draw()
    sheet = drawing.sheet
    return sheet.finish(notes: notes(drawing), words: words)
  }

  /// What a screen reader says: every figure of every line.
  var words: String {
    series.map { one in
      let figures = one.points.map {
        "\($0.periodName) \($0.said(style.language, unit: unit))"
      }
      return "\(one.name): \(figures.joined(separator: ", "))"
    }.joined(separator: ". ")
  }

  private func notes(_ drawing: LineDrawing) -> [String] {
    let language = style.language
    var notes: [String] = []
    if isRank {
      notes.append(language.pick("Hạng 1 ở trên cùng.", "Rank 1 is at the top."))
    } else if drawing.scale.low > 0 {
      notes.append(
        language.pick("Trục đứng không bắt đầu từ 0.", "The vertical axis does not begin at 0."))
    }
    for (number, change) in drawing.breaks.enumerated() {
      notes.append(
        language.pick(
          "(\(number + 1)) \(change.period): đổi cách tính, không so trực tiếp với kỳ trước: ",
          "(\(number + 1)) \(change.period): method changed, not comparable with before: ")
          + change.what + ".")
    }
    return notes
  }

  /// A single figure, large.
  private func card(_ point: Series.Point) -> [UInt8] {
    var sheet = Sheet(style, caption)
    sheet.head()
    let language = style.language
    let text = point.text(language, unit: unit)
    var size = 56.0
    while size > 20, Advances.width(of: text, size: size, isBold: true) > sheet.width { size -= 4 }
    let one = series[0]
    sheet.canvas.open(
      LineChart.attributes(one, point),
      title: "\(one.name), \(point.periodName): \(point.said(language, unit: unit))")
    sheet.bottom += size
    sheet.canvas.text(
      text, sheet.left, sheet.bottom - size * 0.18, size: size, style.theme.accent, isBold: true)
    sheet.canvas.close()
    sheet.bottom += 6
    sheet.paragraph(
      "\(one.name) · \(point.periodName)", sheet.width, size: 14, style.theme.ink, leading: 1.4)
    if point.marks.contains(.estimated) {
      sheet.paragraph(
        language.pick("Ước tính", "Estimate"), sheet.width, size: 13, style.theme.quiet)
    }
    return sheet.finish(words: words)
  }

  static func attributes(
    _ series: Series, _ point: Series.Point
  ) -> [(name: String, value: String?)] {
    [
      ("indicator", series.indicator), ("area", series.area), ("period", point.period),
      ("value", point.value?.text), ("low", point.low?.text), ("high", point.high?.text),
      ("mark", point.marks.word),
    ]
  }
}

extension Marks {
  /// For programs: nil of plain figures.
  var word: String? {
    let words = [contains(.estimated) ? "estimated" : nil, contains(.derived) ? "derived" : nil]
    let known = words.compactMap { $0 }
    return known.isEmpty ? nil : known.joined(separator: " ")
  }
}
