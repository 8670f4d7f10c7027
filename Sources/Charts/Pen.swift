/// What one line of several is drawn with: a colour, a shape and a dash of its own, so that it is
/// told from the others by each of them.
struct Pen {
  let color: Color
  let shape: Shape
  /// As SVG says it; nil of the line that is not interrupted.
  let dash: String?

  /// - Parameter place: of the line, below `LineChart.mostSeries`.
  init(_ place: Int, _ theme: Theme) {
    color = theme.lines[place]
    shape = Shape.ofLines[place]
    dash = Pen.dashes[place]
  }

  /// None is that of an estimate.
  private static let dashes: [String?] = [
    nil, "10 4", "2 3", "10 3 2 3", "18 4", "6 2", "10 3 2 3 2 3", "18 3 6 3",
  ]
}

/// The outline of a figure's sign, about ten pixels across; none of corners is a circle.
struct Shape {
  let corners: [(x: Double, y: Double)]

  static let circle = Shape(corners: [])
  /// Of a figure over another length of time than the others of its line.
  static let diamond = Shape(corners: [(0, -6), (6, 0), (0, 6), (-6, 0)])

  static let ofLines = [
    circle,
    Shape(corners: [(-4, -4), (4, -4), (4, 4), (-4, 4)]),
    Shape(corners: [(0, -5.5), (5.5, 4), (-5.5, 4)]),
    Shape(corners: [(0, 5.5), (5.5, -4), (-5.5, -4)]),
    Shape(corners: [
      (-2, -5.5), (2, -5.5), (2, -2), (5.5, -2), (5.5, 2), (2, 2), (2, 5.5), (-2, 5.5), (-2, 2),
      (-5.5, 2), (-5.5, -2), (-2, -2),
    ]),
    Shape(corners: [(5.5, 0), (-4, 5.5), (-4, -5.5)]),
    Shape(corners: [
      (0, -6.5), (1.6, -2.2), (6.2, -2), (2.6, 0.9), (3.8, 5.3), (0, 2.7), (-3.8, 5.3), (-2.6, 0.9),
      (-6.2, -2), (-1.6, -2.2),
    ]),
    Shape(corners: [(-5, -5.5), (5, -5.5), (-5, 5.5), (5, 5.5)]),
  ]
}

/// The sign of a figure on a line, and of its absence.
enum Symbol {
  /// Full of what was published, open of an estimate, in a ring of what was derived, a diamond of
  /// what is over another length of time.
  static func draw(
    _ marks: Marks, _ x: Double, _ y: Double, _ color: Color, _ shape: Shape,
    _ theme: Theme, _ canvas: inout Canvas
  ) {
    if marks.contains(.derived) {
      canvas.circle(x, y, 7.5, fill: theme.paper, stroke: color, width: 1.2)
    }
    let isOpen = marks.contains(.estimated)
    let fill = isOpen ? theme.paper : color
    let stroke = isOpen ? color : theme.paper
    let width = isOpen ? 2 : 1.2
    let shape = marks.contains(.otherSpan) ? .diamond : shape
    if shape.corners.isEmpty {
      canvas.circle(x, y, 4, fill: fill, stroke: stroke, width: width)
    } else {
      canvas.polygon(
        shape.corners.map { (x + $0.x, y + $0.y) }, fill, stroke: stroke, width: width)
    }
  }

  /// From the upper end of a range to the lower; interrupted, of an estimate.
  static func range(
    _ x: Double, _ upper: Double, _ lower: Double, _ color: Color, isEstimate: Bool,
    _ canvas: inout Canvas
  ) {
    canvas.line(x, upper, x, lower, color, width: 4, isDashed: isEstimate)
    canvas.line(x - 6, upper, x + 6, upper, color, width: 2)
    canvas.line(x - 6, lower, x + 6, lower, color, width: 2)
  }

  static func cross(_ x: Double, _ y: Double, _ color: Color, _ canvas: inout Canvas) {
    canvas.line(x - 4, y - 4, x + 4, y + 4, color, width: 1.8)
    canvas.line(x - 4, y + 4, x + 4, y - 4, color, width: 1.8)
  }
}
