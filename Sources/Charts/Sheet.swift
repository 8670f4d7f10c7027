/// A chart while it is drawn: from the top down, with a title before and the sources after what it
/// shows. Its height is known only at the end.
struct Sheet {
  let style: Style
  let caption: Caption
  /// What is drawn so far.
  var canvas: Canvas
  /// The lower end of it.
  var bottom: Double
  /// Around everything, pixels; a page has its own.
  let margin: Double
  /// Whether anything in it leads somewhere.
  var hasLinks = false

  /// Pixels of type: the title, what is read first, what is read second, the small print.
  static let titleSize = 18.0
  static let textSize = 13.0
  static let labelSize = 12.0
  static let smallSize = 11.0
  /// Lines of a title, of a line of the description, of a note.
  private static let mostLines = 4
  private static let mostNotes = 8
  /// Bytes that there is room for at first.
  private static let room = 48 << 10

  init(_ style: Style, _ caption: Caption) {
    self.style = style
    self.caption = caption
    margin = style.isInPage ? 0 : 16
    bottom = margin
    canvas = Canvas(capacity: Sheet.room, hasClasses: style.isInPage)
  }

  var theme: Theme { style.theme }
  var left: Double { margin }
  var right: Double { Double(style.width) - margin }
  var width: Double { right - left }
  var isNarrow: Bool { style.width < 480 }

  /// The title and what it is about, within a width; a page has said it already.
  mutating func head(within width: Double? = nil) {
    if style.isInPage { return }
    let width = width ?? self.width
    let size = isNarrow ? 16 : Sheet.titleSize
    canvas.rectangle(left, bottom, 28, 4, theme.accent)
    bottom += 12
    paragraph(
      caption.title, width, size: size, theme.ink, isBold: true, leading: 1.25)
    bottom += 3
    for line in caption.description {
      paragraph(line, width, size: Sheet.textSize, theme.quiet, leading: 1.35)
    }
    bottom += 12
  }

  /// Lines of words from the present bottom on.
  mutating func paragraph(
    _ text: String, _ width: Double, at x: Double? = nil, size: Double, _ color: Color,
    isBold: Bool = false, leading: Double = 1.35, most: Int = mostLines
  ) {
    for line in Fitting.lines(text, width: width, size: size, isBold: isBold, most: most) {
      bottom += size * leading
      canvas.text(line, x ?? left, bottom - size * 0.3, size: size, color, isBold: isBold)
    }
  }

  /// The notes, the sources and the date; in a page only what is of the drawing itself.
  private mutating func foot(_ ownNotes: [String]) {
    if style.isInPage, !style.hasFoot {
      if !ownNotes.isEmpty { bottom += 6 }
      for note in ownNotes.prefix(Sheet.mostNotes) { small(note) }
      bottom += 4
      return
    }
    bottom += 10
    canvas.line(left, bottom, right, bottom, theme.faint)
    bottom += 4
    let language = style.language
    let notes = ownNotes + caption.notes
    for note in notes.prefix(Sheet.mostNotes) { small(note) }
    if notes.count > Sheet.mostNotes {
      let left = notes.count - Sheet.mostNotes
      small(language.pick("… và \(left) ghi chú khác.", "… and \(left) more notes."))
    }
    if !caption.sources.isEmpty {
      let more = caption.moreSources
      small(
        language.pick("Nguồn: ", "Source: ") + caption.sources.joined(separator: "; ")
          + (more == 0
            ? "."
            : language.pick("; và \(more) nguồn khác.", "; and \(more) more.")))
    }
    if !caption.dates.isEmpty { small(caption.dates) }
    if !style.isInPage { small("ThuocDo") }
    bottom += max(margin - 4, 4)
  }

  private mutating func small(_ text: String) {
    paragraph(text, width, size: Sheet.smallSize, theme.quiet, leading: 1.4)
  }

  /// All of it, with what a screen reader says: the title, and the figures in words.
  consuming func finish(
    notes: [String] = [], words: (inout Canvas) -> Void
  ) -> [UInt8] {
    foot(notes)
    let height = bottom.rounded(.up)
    let inPage = style.isInPage
    var whole = Canvas(capacity: canvas.count + 16 << 10)
    whole.write(
      inPage ? "<svg class=\"chart\"" : "<svg xmlns=\"http://www.w3.org/2000/svg\"")
    // What stands in an image nobody can reach.
    whole.write(hasLinks ? " role=\"group\"" : " role=\"img\"")
    if !inPage { whole.write(" xml:lang=\"\(style.language.rawValue)\"") }
    whole.write(" lang=\"\(style.language.rawValue)\"")
    whole.write(" width=\"", Double(style.width))
    whole.write("\" height=\"", height)
    whole.write("\" viewBox=\"0 0 \(style.width) \(Int(height))\"")
    whole.write(inPage ? ">\n" : " font-family=\"\(Sheet.typefaces)\">\n")
    whole.element("title", caption.title)
    whole.write("<desc>")
    for line in caption.description {
      whole.words(line)
      whole.write(". ")
    }
    words(&whole)
    whole.write("</desc>")
    if !inPage { whole.rectangle(0, 0, Double(style.width), height, theme.paper) }
    whole.append(canvas)
    whole.write("</svg>\n")
    return whole.finish()
  }

  private static let typefaces =
    "'Be Vietnam Pro',Inter,'Segoe UI',Roboto,'Helvetica Neue',Arial,'Noto Sans',sans-serif"
}

extension Sheet {
  /// What stands where there is nothing to draw: why.
  static func empty(_ style: Style, _ caption: Caption, because: String) -> [UInt8] {
    var sheet = Sheet(style, caption)
    sheet.head()
    let top = sheet.bottom
    let lines = Fitting.lines(
      because, width: sheet.width - 32, size: textSize, most: mostLines)
    let height = Double(lines.count) * textSize * 1.4 + 32
    sheet.canvas.hatching(
      sheet.left, top, sheet.width, height, sheet.theme.paper, sheet.theme.faint)
    sheet.canvas.rectangle(
      sheet.left + 8, top + 8, sheet.width - 16, height - 16, sheet.theme.paper)
    sheet.bottom = top + 16
    sheet.paragraph(
      because, sheet.width - 32, at: sheet.left + 16, size: textSize, sheet.theme.ink,
      leading: 1.4)
    sheet.bottom = top + height
    return sheet.finish { $0.words(because) }
  }
}

/// A chart without figures, which says why there are none.
package struct EmptyChart {
  private let style: Style
  private let caption: Caption
  private let reason: String

  package init(_ style: Style, _ caption: Caption, because reason: String) {
    self.style = style
    self.caption = caption
    self.reason = reason
  }

  package func svg() -> [UInt8] { Sheet.empty(style, caption, because: reason) }
}
