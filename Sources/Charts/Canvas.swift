/// Shapes and words written as SVG, by attributes only: no style sheet, no script, no identifier,
/// so that it may stand under any content policy and twice in one page.
///
/// Pieces of markup begin with the quotation mark of the attribute before them: few and long ones
/// are written faster than many short ones.
struct Canvas {
  /// What is written, and room behind it.
  private var room: [UInt8]
  private(set) var count = 0
  /// Whether colours are named by classes, too, for the style sheet of a page.
  private let hasClasses: Bool
  /// What closes the group that is open.
  private var closing = ""

  init(capacity: Int, hasClasses: Bool = false) {
    self.hasClasses = hasClasses
    room = [UInt8](repeating: 0, count: capacity)
  }

  /// All that is written; nothing more can be.
  consuming func finish() -> [UInt8] {
    room.removeLast(room.count - count)
    return room
  }

  enum Anchor {
    case start, middle, end
  }

  mutating func rectangle(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, _ fill: Color,
    radius: Double = 0
  ) {
    write("<rect x=\"", x)
    write("\" y=\"", y)
    write("\" width=\"", width)
    write("\" height=\"", height)
    if radius > 0 { write("\" rx=\"", radius) }
    write("\"")
    paint(fill, nil)
    write("\"/>")
  }

  /// The frame of a rectangle, dashed: an estimate.
  mutating func outline(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, _ stroke: Color
  ) {
    write("<rect x=\"", x + 0.8)
    write("\" y=\"", y + 0.8)
    write("\" width=\"", max(0, width - 1.6))
    write("\" height=\"", height - 1.6)
    write("\"")
    paint(nil, stroke)
    write("\" stroke-width=\"1.6\" stroke-dasharray=\"4 3\"/>")
  }

  /// The ground of what is missing: slanted lines in a frame, cut off by our own geometry.
  mutating func hatching(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, _ paper: Color, _ stroke: Color
  ) {
    write("<path d=\"M", x)
    write(" ", y)
    write("h", width)
    write("v", height)
    write("h-", width)
    write("z")
    var offset = 6.0
    while offset < width + height {
      // The line x + y = offset, between the edges of the rectangle.
      write("M", x + min(offset, width))
      write(" ", y + max(0, offset - width))
      write("L", x + max(0, offset - height))
      write(" ", y + min(offset, height))
      offset += 6
    }
    write("\"")
    paint(paper, stroke)
    write("\" stroke-width=\"0.8\"/>")
  }

  mutating func line(
    _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ stroke: Color, width: Double = 1,
    isDashed: Bool = false
  ) {
    write("<path d=\"M", x1)
    write(" ", y1)
    write("L", x2)
    write(" ", y2)
    finishPath(stroke, width, isDashed ? Canvas.dash : nil)
  }

  /// Of a line that only guides, and of one to an estimate.
  static let dash = "5 4"

  /// Straight lines from point to point.
  ///
  /// - Parameter dash: the lengths of strokes and gaps; nil is one stroke.
  mutating func path(
    _ points: [(x: Double, y: Double)], _ stroke: Color, width: Double, dash: String? = nil
  ) {
    write("<path d=\"")
    trace(points)
    finishPath(stroke, width, dash)
  }

  private mutating func finishPath(_ stroke: Color, _ width: Double, _ dash: String?) {
    write("\"")
    paint(nil, stroke)
    write("\" stroke-width=\"", width)
    if let dash { write("\" stroke-dasharray=\"", dash) }
    write("\" stroke-linejoin=\"round\"/>")
  }

  /// A filled shape with straight edges, and what is drawn around it.
  mutating func polygon(
    _ points: [(x: Double, y: Double)], _ fill: Color, stroke: Color? = nil, width: Double = 0
  ) {
    write("<path d=\"")
    trace(points)
    write("z\"")
    paint(fill, stroke)
    if stroke != nil { write("\" stroke-width=\"", width) }
    write("\"/>")
  }

  private mutating func trace(_ points: [(x: Double, y: Double)]) {
    for (place, next) in points.enumerated() {
      write(place == 0 ? "M" : "L", next.x)
      write(" ", next.y)
    }
  }

  mutating func circle(
    _ x: Double, _ y: Double, _ radius: Double, fill: Color, stroke: Color, width: Double = 2
  ) {
    write("<circle cx=\"", x)
    write("\" cy=\"", y)
    write("\" r=\"", radius)
    write("\"")
    paint(fill, stroke)
    write("\" stroke-width=\"", width)
    write("\"/>")
  }

  /// One line of words; `y` is its base line.
  mutating func text(
    _ text: String, _ x: Double, _ y: Double, size: Double, _ fill: Color,
    _ anchor: Anchor = .start, isBold: Bool = false
  ) {
    write("<text x=\"", x)
    write("\" y=\"", y)
    write("\" font-size=\"", size)
    switch anchor {
    case .start: write("\"")
    case .middle: write("\" text-anchor=\"middle\"")
    case .end: write("\" text-anchor=\"end\"")
    }
    if isBold { write(" font-weight=\"700\"") }
    paint(fill, nil)
    words(text, behind: "\">", before: "</text>")
  }

  /// Opens a group, which `datum` and then `entitle` say what it draws of.
  ///
  /// - Parameter link: where the group leads to.
  mutating func open(link: String? = nil) {
    closing = link == nil ? "</g>" : "</a>"
    guard let link else { return write("<g") }
    write("<a href=\"")
    words(link)
    write("\"")
  }

  /// Says to programs what is drawn; nothing of nil.
  ///
  /// - Parameter opening: a blank, the attribute's name, `="`.
  mutating func datum(_ opening: String, _ value: String?) {
    if let value { words(value, behind: opening, before: "\"") }
  }

  /// Says to people what the group draws, and the figure.
  mutating func entitle(_ name: String, _ figure: String? = nil) {
    guard let figure else { return words(name, behind: "><title>", before: "</title>") }
    words(name, behind: "><title>", before: ": ")
    words(figure, behind: "", before: "</title>")
  }

  mutating func close() { write(closing) }

  mutating func element(_ name: String, _ text: String) {
    write("<")
    write(name)
    write(">")
    words(text)
    write("</")
    write(name)
    write(">")
  }

  /// What a shape is filled and drawn around with, nil is nothing; its last attribute stays open.
  private mutating func paint(_ fill: Color?, _ stroke: Color?) {
    if let fill { write(" fill=\"#", fill.digits) } else { write(" fill=\"none") }
    if let stroke { write("\" stroke=\"#", stroke.digits) }
    guard hasClasses else { return }
    write("\" class=\"")
    if let fill { write("cf-", fill.role) }
    if let stroke { write(fill == nil ? "cs-" : " cs-", stroke.role) }
  }
}

extension Canvas {
  mutating func append(_ other: Canvas) {
    let end = makeRoom(other.count)
    room.replaceSubrange(end..<end + other.count, with: other.room[..<other.count])
    count = end + other.count
  }

  mutating func write(_ text: String) { write(text.utf8.span) }

  private mutating func write(_ text: Span<UInt8>) {
    let end = makeRoom(text.count)
    var bytes = room.mutableSpan
    for place in text.indices { bytes[end + place] = text[place] }
    count = end + text.count
  }

  private mutating func write(_ one: String, _ other: String) {
    let (one, other) = (one.utf8.span, other.utf8.span)
    let end = makeRoom(one.count + other.count)
    var bytes = room.mutableSpan
    for place in one.indices { bytes[end + place] = one[place] }
    for place in other.indices { bytes[end + one.count + place] = other[place] }
    count = end + one.count + other.count
  }

  /// Text of the data, escaped; what XML cannot hold is replaced.
  mutating func words(_ text: String) { words(text, behind: "", before: "") }

  /// The same between pieces of markup, all written at once.
  private mutating func words(_ text: String, behind opening: String, before closing: String) {
    let (text, opening, closing) = (text.utf8.span, opening.utf8.span, closing.utf8.span)
    var end = makeRoom(opening.count + text.count + closing.count)
    var bytes = room.mutableSpan
    for place in opening.indices { bytes[end + place] = opening[place] }
    end += opening.count
    for place in text.indices {
      let byte = text[place]
      if Canvas.isSpecial(byte) {
        count = end
        escape(text)
        return write(closing)
      }
      bytes[end + place] = byte
    }
    end += text.count
    for place in closing.indices { bytes[end + place] = closing[place] }
    count = end + closing.count
  }

  private mutating func escape(_ text: Span<UInt8>) {
    for place in text.indices {
      switch text[place] {
      case UInt8(ascii: "&"): write("&amp;")
      case UInt8(ascii: "<"): write("&lt;")
      case UInt8(ascii: ">"): write("&gt;")
      case UInt8(ascii: "\""): write("&quot;")
      case UInt8(ascii: "'"): write("&#39;")
      case 0..<0x20: write(" ")
      case let byte:
        room[makeRoom(1)] = byte
        count += 1
        // U+FFFE and U+FFFF are no characters of XML.
        if byte >= 0xBE, place >= 2, text[place - 1] == 0xBF, text[place - 2] == 0xEF {
          count -= 3
          write(" ")
        }
      }
    }
  }

  /// Whether a byte may stand for something that XML says otherwise; letters are asked about first.
  private static func isSpecial(_ byte: UInt8) -> Bool {
    if byte > UInt8(ascii: ">") { return byte == 0xEF }
    return switch byte {
    case 0..<0x20, UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
      UInt8(ascii: "'"):
      true
    default: false
    }
  }

  /// Markup and a number behind it, to a tenth of a pixel.
  mutating func write(_ opening: String, _ value: Double) {
    let opening = opening.utf8.span
    var end = makeRoom(opening.count + Canvas.longestNumber)
    var bytes = room.mutableSpan
    for place in opening.indices { bytes[end + place] = opening[place] }
    end += opening.count
    let tenths = Int((value * 10).rounded())
    if tenths < 0 {
      bytes[end] = UInt8(ascii: "-")
      end += 1
    }
    var whole = tenths.magnitude / 10
    let part = tenths.magnitude % 10
    var digits = 1
    var power: UInt = 10
    while digits < Canvas.mostDigits, whole >= power { (digits, power) = (digits + 1, power * 10) }
    end += digits
    for place in 1...digits {
      bytes[end - place] = UInt8(ascii: "0") + UInt8(whole % 10)
      whole /= 10
    }
    if part > 0 {
      bytes[end] = UInt8(ascii: ".")
      bytes[end + 1] = UInt8(ascii: "0") + UInt8(part)
      end += 2
    }
    count = end
  }

  /// Of a number before the point, and with sign, point and tenth.
  private static let mostDigits = 19
  private static let longestNumber = mostDigits + 3

  /// Sees to it that there is room for so many bytes more, and says where.
  private mutating func makeRoom(_ more: Int) -> Int {
    let lack = count + more - room.count
    if lack > 0 {
      room += [UInt8](repeating: 0, count: max(lack, room.count))
    }
    return count
  }
}
