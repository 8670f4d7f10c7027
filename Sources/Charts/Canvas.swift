/// Shapes and words written as SVG, by attributes only: no style sheet, no script, no identifier,
/// so that it may stand under any content policy and twice in one page.
struct Canvas {
  private(set) var bytes: [UInt8] = []
  /// Whether colours are named by classes, too, for the style sheet of a page.
  private let hasClasses: Bool
  /// What closes the group that is open.
  private var closing = ""

  init(capacity: Int, hasClasses: Bool = false) {
    self.hasClasses = hasClasses
    bytes.reserveCapacity(capacity)
  }

  enum Anchor {
    case start, middle, end
  }

  mutating func rectangle(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, _ fill: Color,
    radius: Double = 0
  ) {
    write("<rect")
    attribute(" x=\"", x)
    attribute(" y=\"", y)
    attribute(" width=\"", width)
    attribute(" height=\"", height)
    if radius > 0 { attribute(" rx=\"", radius) }
    paint(fill, nil)
    write("/>")
  }

  /// The frame of a rectangle, dashed: an estimate.
  mutating func outline(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, _ stroke: Color
  ) {
    write("<rect")
    attribute(" x=\"", x + 0.8)
    attribute(" y=\"", y + 0.8)
    attribute(" width=\"", max(0, width - 1.6))
    attribute(" height=\"", height - 1.6)
    paint(nil, stroke)
    write(" stroke-width=\"1.6\" stroke-dasharray=\"4 3\"/>")
  }

  /// The ground of what is missing: slanted lines in a frame, cut off by our own geometry.
  mutating func hatching(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, _ paper: Color, _ stroke: Color
  ) {
    write("<path d=\"M")
    point(x, y)
    write("h")
    number(width)
    write("v")
    number(height)
    write("h-")
    number(width)
    write("z")
    var offset = 6.0
    while offset < width + height {
      // The line x + y = offset, between the edges of the rectangle.
      write("M")
      point(x + min(offset, width), y + max(0, offset - width))
      write("L")
      point(x + max(0, offset - height), y + min(offset, height))
      offset += 6
    }
    write("\"")
    paint(paper, stroke)
    write(" stroke-width=\"0.8\"/>")
  }

  mutating func line(
    _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ stroke: Color, width: Double = 1,
    isDashed: Bool = false
  ) {
    path([(x1, y1), (x2, y2)], stroke, width: width, isDashed: isDashed)
  }

  /// Straight lines from point to point.
  mutating func path(
    _ points: [(x: Double, y: Double)], _ stroke: Color, width: Double, isDashed: Bool = false
  ) {
    write("<path d=\"M")
    for (place, next) in points.enumerated() {
      if place > 0 { write("L") }
      point(next.x, next.y)
    }
    write("\"")
    paint(nil, stroke)
    attribute(" stroke-width=\"", width)
    if isDashed { write(" stroke-dasharray=\"5 4\"") }
    write(" stroke-linejoin=\"round\"/>")
  }

  /// A filled shape with straight edges.
  mutating func polygon(_ points: [(x: Double, y: Double)], _ fill: Color) {
    write("<path d=\"M")
    for (place, next) in points.enumerated() {
      if place > 0 { write("L") }
      point(next.x, next.y)
    }
    write("z\"")
    paint(fill, nil)
    write("/>")
  }

  mutating func circle(
    _ x: Double, _ y: Double, _ radius: Double, fill: Color, stroke: Color, width: Double = 2
  ) {
    write("<circle")
    attribute(" cx=\"", x)
    attribute(" cy=\"", y)
    attribute(" r=\"", radius)
    paint(fill, stroke)
    attribute(" stroke-width=\"", width)
    write("/>")
  }

  /// One line of words; `y` is its base line.
  mutating func text(
    _ text: String, _ x: Double, _ y: Double, size: Double, _ fill: Color,
    _ anchor: Anchor = .start, isBold: Bool = false
  ) {
    write("<text")
    attribute(" x=\"", x)
    attribute(" y=\"", y)
    attribute(" font-size=\"", size)
    switch anchor {
    case .start: break
    case .middle: write(" text-anchor=\"middle\"")
    case .end: write(" text-anchor=\"end\"")
    }
    if isBold { write(" font-weight=\"700\"") }
    paint(fill, nil)
    write(">")
    words(text)
    write("</text>")
  }

  /// Opens a group that says what it draws, to programs by attributes and to people by a title.
  ///
  /// - Parameter link: where the group leads to.
  mutating func open(
    _ attributes: [(name: String, value: String?)], title: String, link: String? = nil
  ) {
    write(link == nil ? "<g" : "<a")
    closing = link == nil ? "</g>" : "</a>"
    if let link {
      write(" href=\"")
      words(link)
      write("\"")
    }
    for (name, value) in attributes {
      guard let value else { continue }
      write(" data-")
      write(name)
      write("=\"")
      words(value)
      write("\"")
    }
    write(">")
    element("title", title)
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

  mutating func attribute(_ opening: String, _ value: Double) {
    write(opening)
    number(value)
    write("\"")
  }

  /// What a shape is filled and drawn around with; nil is nothing.
  private mutating func paint(_ fill: Color?, _ stroke: Color?) {
    write(fill == nil ? " fill=\"none" : " fill=\"#")
    if let fill { digits(fill) }
    if let stroke {
      write("\" stroke=\"#")
      digits(stroke)
    }
    if hasClasses {
      write("\" class=\"")
      if let fill {
        write("cf-")
        write(fill.role)
      }
      if let stroke {
        write(fill == nil ? "cs-" : " cs-")
        write(stroke.role)
      }
    }
    write("\"")
  }

  private mutating func digits(_ color: Color) {
    for shift in stride(from: UInt32(20), through: 0, by: -4) {
      let digit = UInt8(color.rgb >> shift & 15)
      bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
    }
  }

  mutating func append(_ other: Canvas) { bytes.append(contentsOf: other.bytes) }

  mutating func write(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// Text of the data, escaped; what XML cannot hold is replaced.
  mutating func words(_ text: String) {
    if !text.utf8.contains(where: Canvas.isSpecial) { return write(text) }
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): write("&amp;")
      case UInt8(ascii: "<"): write("&lt;")
      case UInt8(ascii: ">"): write("&gt;")
      case UInt8(ascii: "\""): write("&quot;")
      case UInt8(ascii: "'"): write("&#39;")
      case 0..<0x20: bytes.append(UInt8(ascii: " "))
      case 0xBE, 0xBF:
        bytes.append(byte)
        // U+FFFE and U+FFFF are no characters of XML.
        if bytes.suffix(3).starts(with: [0xEF, 0xBF]) {
          bytes.removeLast(3)
          bytes.append(UInt8(ascii: " "))
        }
      default: bytes.append(byte)
      }
    }
  }

  /// Whether a byte may stand for something that XML says otherwise.
  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "&") || byte == UInt8(ascii: "<")
      || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
      || byte == 0xEF
  }

  private mutating func point(_ x: Double, _ y: Double) {
    number(x)
    bytes.append(UInt8(ascii: " "))
    number(y)
  }

  /// To a tenth of a pixel.
  private mutating func number(_ value: Double) {
    var tenths = Int((value * 10).rounded())
    if tenths < 0 {
      bytes.append(UInt8(ascii: "-"))
      tenths = -tenths
    }
    let whole = tenths / 10
    var power = 1
    while power * 10 <= whole { power *= 10 }
    while power > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(whole / power % 10))
      power /= 10
    }
    if tenths % 10 > 0 {
      bytes.append(UInt8(ascii: "."))
      bytes.append(UInt8(ascii: "0") + UInt8(tenths % 10))
    }
  }
}
