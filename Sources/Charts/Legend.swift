/// Signs with their meaning, in rows that break where they are full.
enum Legend {
  struct Entry {
    enum Sign {
      case line(Pen)
      case mark(Marks)
      case range(isEstimate: Bool)
      case gap
      case arrows
      case outline
      case ground(Color)
      case corner
      case hatching
      case island
    }

    let sign: Sign
    let text: String
    /// Where the entry leads to.
    let link: String?

    init(_ sign: Sign, _ text: String, link: String? = nil) {
      self.sign = sign
      self.text = text
      self.link = link
    }
  }

  /// Why there are no figures, in the words of the data: each reason once.
  static func reasons(_ reasons: some Sequence<String?>, _ language: Language) -> String {
    var named: [String] = []
    for reason in reasons {
      let words = reason ?? language.pick("không có số liệu", "no figure")
      if !named.contains(words) { named.append(words) }
    }
    return named.joined(separator: ", ")
  }

  private static let rowHeight = 20.0
  private static let signWidth = 26.0

  static func draw(
    _ entries: [Entry], _ sheet: inout Sheet, at start: Double? = nil, width: Double? = nil
  ) {
    if entries.isEmpty { return }
    let left = start ?? sheet.left
    let right = left + (width ?? sheet.width)
    var x = left
    for entry in entries {
      let most = right - left - signWidth
      let lines = Fitting.lines(entry.text, width: most, size: Sheet.labelSize, most: 3)
      let wide = lines.map { Advances.width(of: $0, size: Sheet.labelSize) }.max() ?? 0
      if x > left, x + signWidth + wide > right {
        x = left
        sheet.bottom += rowHeight
      }
      if entry.link != nil {
        sheet.hasLinks = true
        sheet.canvas.open(link: entry.link)
        sheet.canvas.entitle(entry.text)
      }
      draw(entry.sign, x, sheet.bottom + 8, &sheet)
      for (place, line) in lines.enumerated() {
        if place > 0 { sheet.bottom += 16 }
        sheet.canvas.text(
          line, x + signWidth, sheet.bottom + 12, size: Sheet.labelSize, sheet.theme.ink)
      }
      if entry.link != nil { sheet.canvas.close() }
      x += signWidth + wide + 16
    }
    sheet.bottom += rowHeight + 4
  }

  private static func draw(_ sign: Entry.Sign, _ x: Double, _ y: Double, _ sheet: inout Sheet) {
    let theme = sheet.theme
    switch sign {
    case .line(let pen):
      sheet.canvas.path(
        [(x: x - 3, y: y), (x: x + 21, y: y)], pen.color, width: 2.4, dash: pen.dash)
      Symbol.draw([], x + 9, y, pen.color, pen.shape, theme, &sheet.canvas)
    case .mark(let marks):
      if marks.contains(.estimated) {
        sheet.canvas.line(x, y, x + 18, y, theme.rule, width: 2, isDashed: true)
      }
      Symbol.draw(marks, x + 9, y, theme.rule, .circle, theme, &sheet.canvas)
    case .range(let isEstimate):
      Symbol.range(x + 9, y - 7, y + 7, theme.rule, isEstimate: isEstimate, &sheet.canvas)
    case .gap: Symbol.cross(x + 9, y, theme.rule, &sheet.canvas)
    case .arrows:
      sheet.canvas.polygon([(x, y + 3), (x + 8, y + 3), (x + 4, y - 5)], theme.lines[2])
      sheet.canvas.polygon([(x + 10, y - 3), (x + 18, y - 3), (x + 14, y + 5)], theme.lines[1])
    case .outline: sheet.canvas.outline(x, y - 7, 18, 14, theme.accent)
    case .ground(let color): sheet.canvas.rectangle(x, y - 7, 18, 14, color, radius: 2)
    case .corner:
      sheet.canvas.rectangle(x, y - 7, 18, 14, theme.classes[2], radius: 2)
      Corner.draw(x + 18, y - 7, theme.ink(onClass: 2), &sheet.canvas)
    case .island:
      sheet.canvas.line(x, y, x + 6, y, theme.rule, width: 1.2, isDashed: true)
      sheet.canvas.rectangle(x + 6, y - 6, 12, 12, theme.classes[2], radius: 6)
    case .hatching: sheet.canvas.hatching(x, y - 7, 18, 14, theme.paper, theme.rule)
    }
  }
}
