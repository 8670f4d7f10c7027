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
  /// Of the numbers that are written on the drawing.
  static let digits = 6

  package init(_ style: Style, _ caption: Caption, _ series: [Series]) {
    precondition((1...LineChart.mostSeries).contains(series.count))
    self.style = style
    self.caption = caption
    self.series = series
  }

  /// The drawing; a single figure is written large instead.
  package func svg() -> [UInt8] {
    let said = said()
    let count = series.reduce(0) { $0 + $1.points.count }
    let hasFigures = series.contains { $0.points.contains { $0.hasFigure } }
    if count == 1, hasFigures, let only = series.first(where: { !$0.points.isEmpty }) {
      return card(only, said)
    }
    guard hasFigures else {
      let untimed = style.language.pick(
        "Không giá trị nào có kỳ để vẽ theo thời gian.",
        "No value has a period to be drawn at.")
      return Sheet.empty(style, caption, because: count == 0 ? untimed : words(said))
    }
    var drawing = LineDrawing(self, said)
    drawing.draw()
    let notes = notes(drawing)
    return drawing.sheet.finish(notes: notes) { $0.words(words(said)) }
  }

  /// The figures of each line in words.
  private func said() -> [[String]] {
    series.map { one in one.points.map { $0.said(style.language, unit: unit) } }
  }

  /// What a screen reader says: every figure of every line.
  private func words(_ said: [[String]]) -> String {
    var words = ""
    for (line, one) in series.enumerated() {
      if line > 0 { words += ". " }
      words += one.name
      words += ": "
      for place in one.points.indices {
        if place > 0 { words += ", " }
        words += one.points[place].periodName
        words += " "
        words += said[line][place]
      }
    }
    return words
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
    let hasRounded = series.contains { one in
      one.points.contains { point in
        [point.value, point.low, point.high].contains { value in
          value.map { Numerals.isRounded([$0], digits: LineChart.digits) } ?? false
        }
      }
    }
    if hasRounded { notes.append(Numerals.note(language)) }
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
  private func card(_ one: Series, _ said: [[String]]) -> [UInt8] {
    let point = one.points[0]
    var sheet = Sheet(style, caption)
    sheet.head()
    let language = style.language
    let text = point.text(language, unit: unit)
    var size = 56.0
    while size > 20, Advances.width(of: text, size: size, isBold: true) > sheet.width { size -= 4 }
    LineChart.open(one, point, point.said(language, unit: unit), &sheet.canvas)
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
    return sheet.finish { $0.words(words(said)) }
  }

  /// Opens the group of a point.
  static func open(
    _ series: Series, _ point: Series.Point, _ said: String, _ canvas: inout Canvas
  ) {
    canvas.open()
    canvas.datum(" data-indicator=\"", series.indicator)
    canvas.datum(" data-area=\"", series.area)
    canvas.datum(" data-period=\"", point.period)
    canvas.datum(" data-value=\"", point.value?.text)
    canvas.datum(" data-low=\"", point.low?.text)
    canvas.datum(" data-high=\"", point.high?.text)
    canvas.datum(" data-mark=\"", point.marks.word)
    canvas.entitle(series.name + ", " + point.periodName, said)
  }
}

extension Marks {
  /// For programs: nil of plain figures.
  var word: String? {
    if isEmpty { return nil }
    var words: [String] = []
    if contains(.estimated) { words.append("estimated") }
    if contains(.derived) { words.append("derived") }
    if contains(.otherSpan) { words.append("otherSpan") }
    return words.joined(separator: " ")
  }
}
