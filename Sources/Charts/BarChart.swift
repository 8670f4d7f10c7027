/// Areas in the order of a figure, a bar each from zero, with rank and change of rank.
package struct BarChart: Sendable {
  package var style: Style
  package var caption: Caption
  package var indicator: String
  package var period: String
  /// At most `mostBars`, in their order.
  package var bars: [AreaFigure]
  package var unit = ""
  /// Of all areas, not only of those that are drawn.
  package var mean: Value?

  package static let mostBars = 200

  package init(
    _ style: Style, _ caption: Caption, indicator: String, period: String,
    _ bars: [AreaFigure]
  ) {
    precondition((1...BarChart.mostBars).contains(bars.count))
    self.style = style
    self.caption = caption
    self.indicator = indicator
    self.period = period
    self.bars = bars
  }

  private static let rowHeight = 22.0
  private static let digits = 6
  /// Areas without figure and rank that have a row of their own; more are counted instead.
  package static let mostMissing = 3

  package func svg() -> [UInt8] {
    var sheet = Sheet(style, caption)
    sheet.head()
    legend(&sheet)
    let known = bars.compactMap(\.value)
    let number = Numerals.even(known, style.language, digits: BarChart.digits)
    let figures = bars.map { bar in bar.value.map { bar.sign + number($0) + unit } ?? "" }
    let said = bars.map { $0.text(style.language, unit: unit) }
    var rows = bars.indices.filter { bars[$0].value != nil || bars[$0].rank != nil }
    let areCounted = bars.count - rows.count > BarChart.mostMissing
    if !areCounted { rows = Array(bars.indices) }
    let columns = Columns(self, sheet, figures)
    if mean != nil { sheet.bottom += 16 }
    sheet.hasLinks = bars.contains { $0.link != nil }
    let top = sheet.bottom
    let bottom = top + Double(rows.count) * BarChart.rowHeight
    if columns.zero > columns.bars.lowerBound {
      let zero = columns.x(0)
      sheet.canvas.line(zero, top, zero, bottom, style.theme.rule)
    }
    for (row, place) in rows.enumerated() {
      let top = top + Double(row) * BarChart.rowHeight
      draw(bars[place], figures[place], said[place], top, columns, &sheet)
    }
    if let mean { draw(mean: mean, top, bottom, columns, &sheet) }
    sheet.bottom = bottom + 4
    if areCounted { count(bars.filter { $0.value == nil && $0.rank == nil }, &sheet) }
    let areRounded = Numerals.isRounded(known, digits: BarChart.digits)
    return sheet.finish(notes: areRounded ? [Numerals.note(style.language)] : []) {
      words(said, &$0)
    }
  }

  /// How many areas have no figure, a line for each reason.
  private func count(_ missing: [AreaFigure], _ sheet: inout Sheet) {
    let language = style.language
    var reasons: [(words: String, areas: [AreaFigure])] = []
    for area in missing {
      let words = area.text(language, unit: unit)
      if let place = reasons.firstIndex(where: { $0.words == words }) {
        reasons[place].areas.append(area)
      } else {
        reasons.append((words, [area]))
      }
    }
    for (words, areas) in reasons {
      let text = language.pick("\(areas.count) nơi \(words)", "\(areas.count) places: \(words)")
      sheet.canvas.open()
      sheet.canvas.datum(" data-period=\"", period)
      sheet.canvas.datum(" data-count=\"", "\(areas.count)")
      sheet.canvas.entitle(text, areas.map(\.name).joined(separator: ", "))
      sheet.canvas.hatching(
        sheet.left, sheet.bottom + 4, 24, 14, style.theme.paper, style.theme.rule)
      sheet.paragraph(
        text, sheet.width - 32, at: sheet.left + 32, size: Sheet.labelSize, style.theme.ink)
      sheet.canvas.close()
      sheet.bottom += 6
    }
  }

  /// What a screen reader says: the mean, and every bar's figure.
  private func words(_ said: [String], _ canvas: inout Canvas) {
    let language = style.language
    if let mean {
      canvas.words(
        language.pick("Trung bình ", "Mean ") + Numerals.text(mean, language) + unit + ". ")
    }
    for place in bars.indices {
      if place > 0 { canvas.write("; ") }
      if let rank = bars[place].rank {
        canvas.write(String(rank))
        canvas.write(". ")
      }
      canvas.words(bars[place].name)
      canvas.write(" ")
      canvas.words(said[place])
    }
  }

  private func legend(_ sheet: inout Sheet) {
    let language = style.language
    var entries: [Legend.Entry] = []
    if bars.contains(where: { $0.rankChange != nil }) {
      entries.append(
        Legend.Entry(
          .arrows, language.pick("số bậc tăng, giảm so với kỳ trước", "places gained or lost")))
    }
    if bars.contains(where: { $0.marks.contains(.derived) }) {
      entries.append(
        Legend.Entry(
          .mark(.derived),
          language.pick("tính từ các tỉnh cũ theo quy tắc", "derived from the former provinces")))
    }
    if bars.contains(where: { $0.marks.contains(.estimated) }) {
      entries.append(
        Legend.Entry(.outline, language.pick("ước tính, dự báo", "estimate, forecast")))
    }
    Legend.draw(entries, &sheet)
  }

  /// Where in a row stands what.
  private struct Columns {
    /// The right end of the ranks.
    let rank: Double
    let names: Double
    let nameWidth: Double
    let bars: ClosedRange<Double>
    /// The right end of the figures.
    let values: Double
    /// The right end of the changes of rank; nil where none is known.
    let changes: Double?
    private let least: Double
    private let most: Double

    init(_ chart: BarChart, _ sheet: Sheet, _ figures: [String]) {
      func widest(_ texts: [String], isBold: Bool = false) -> Double {
        texts.map { Advances.width(of: $0, size: Sheet.labelSize, isBold: isBold) }.max() ?? 0
      }
      let all = chart.bars
      let ranks = widest(all.compactMap { $0.rank.map(String.init) })
      rank = sheet.left + ranks
      names = rank + (ranks > 0 ? 8 : 0)
      nameWidth = min(widest(all.map(\.name)), sheet.width * 0.4)
      let hasChanges = all.contains { $0.rankChange != nil }
      changes = hasChanges ? sheet.right : nil
      let ofChanges =
        hasChanges ? 24 + widest(all.compactMap { $0.rankChange.map { "\(abs($0))" } }) : 0
      values = sheet.right - ofChanges
      let numbers = all.compactMap { $0.value?.number }
      least = min(0, numbers.min() ?? 0)
      most = max(0, numbers.max() ?? 1)
      let left = names + nameWidth + 8
      bars = left...max(values - widest(figures, isBold: true) - 24, left + 16)
    }

    var zero: Double { x(0) }

    func x(_ value: Double) -> Double {
      let share = most > least ? (value - least) / (most - least) : 0
      return bars.lowerBound + share * (bars.upperBound - bars.lowerBound)
    }
  }

  /// - Parameters:
  ///   - figure: as it is compared with the others.
  ///   - said: with all its digits.
  private func draw(
    _ bar: AreaFigure, _ figure: String, _ said: String, _ top: Double, _ columns: Columns,
    _ sheet: inout Sheet
  ) {
    let theme = style.theme
    let base = top + 15
    let size = Sheet.labelSize
    let rank = bar.rank.map { String($0) }
    sheet.canvas.open(link: bar.link)
    sheet.canvas.datum(" data-indicator=\"", indicator)
    sheet.canvas.datum(" data-area=\"", bar.area)
    sheet.canvas.datum(" data-period=\"", period)
    sheet.canvas.datum(" data-value=\"", bar.value?.text)
    sheet.canvas.datum(" data-rank=\"", rank)
    sheet.canvas.datum(" data-mark=\"", bar.marks.word)
    sheet.canvas.entitle(bar.name, said)
    if let rank {
      sheet.canvas.text(rank, columns.rank, base, size: size, theme.quiet, .end)
    }
    sheet.canvas.text(
      Fitting.cut(bar.name, width: columns.nameWidth, size: size), columns.names, base, size: size,
      theme.ink)
    if let value = bar.value {
      let end = columns.x(value.number)
      let from = min(columns.zero, end)
      let wide = max(abs(end - columns.zero), 1)
      if bar.marks.contains(.estimated) {
        sheet.canvas.outline(from, top + 4, wide, 14, theme.accent)
      } else {
        sheet.canvas.rectangle(from, top + 4, wide, 14, theme.accent, radius: 1.5)
      }
      if bar.marks.contains(.derived) {
        Symbol.draw(
          .derived, columns.bars.upperBound + 11, top + 11, theme.rule, .circle, theme,
          &sheet.canvas)
      }
      sheet.canvas.text(
        figure, columns.values, base, size: size, theme.ink, .end, isBold: true)
    } else {
      let room = columns.values - columns.bars.lowerBound
      let words = Fitting.cut(said, width: room - 32, size: Sheet.smallSize)
      sheet.canvas.hatching(
        columns.bars.lowerBound, top + 4, 24, 14, theme.paper, theme.rule)
      sheet.canvas.text(
        words, columns.bars.lowerBound + 30, base, size: Sheet.smallSize, theme.quiet)
    }
    if let change = bar.rankChange, let right = columns.changes {
      Arrow.draw(change, right, top + 11, theme, &sheet.canvas)
    }
    sheet.canvas.close()
  }

  /// A rule through all bars, with a word above.
  private func draw(
    mean: Value, _ top: Double, _ bottom: Double, _ columns: Columns, _ sheet: inout Sheet
  ) {
    let language = style.language
    let text =
      language.pick("trung bình ", "mean ")
      + Numerals.text(mean, language, digits: BarChart.digits) + unit
    let wide = Advances.width(of: text, size: Sheet.smallSize)
    let place = columns.x(mean.number)
    sheet.canvas.line(
      place, top - 2, place, bottom, style.theme.ink, width: 1, isDashed: true)
    let middle = min(max(place, sheet.left + wide / 2), sheet.right - wide / 2)
    sheet.canvas.text(
      text, middle, top - 6, size: Sheet.smallSize, style.theme.quiet, .middle)
  }
}

/// The change of a rank: an arrow up or down with the places, a dash where it stayed.
enum Arrow {
  /// - Parameter right: where it ends.
  static func draw(
    _ change: Int, _ right: Double, _ middle: Double, _ theme: Theme, _ canvas: inout Canvas
  ) {
    let color = change > 0 ? theme.lines[2] : change < 0 ? theme.lines[1] : theme.quiet
    if change == 0 {
      canvas.line(right - 10, middle, right, middle, color, width: 2)
      return
    }
    let text = "\(abs(change))"
    let wide = Advances.width(of: text, size: Sheet.smallSize)
    canvas.text(text, right, middle + 4, size: Sheet.smallSize, theme.ink, .end)
    let x = right - wide - 8
    let tip = change > 0 ? middle - 4 : middle + 4
    let foot = change > 0 ? middle + 4 : middle - 4
    canvas.polygon([(x - 4.5, foot), (x + 4.5, foot), (x, tip)], color)
  }
}
