/// A rectangle that something takes up.
struct Box {
  var left: Double
  var top: Double
  var right: Double
  var bottom: Double

  func meets(_ other: Box) -> Bool {
    left < other.right && other.left < right && top < other.bottom && other.top < bottom
  }

  func grown(by margin: Double) -> Box {
    Box(left: left - margin, top: top - margin, right: right + margin, bottom: bottom + margin)
  }

  /// A straight line between two points.
  struct Segment {
    let x1: Double
    let y1: Double
    let x2: Double
    let y2: Double

    init(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double) {
      (self.x1, self.y1, self.x2, self.y2) = (x1, y1, x2, y2)
    }
  }

  /// Whether a line passes through: what of it lies between left and right lies between top and
  /// bottom, too.
  func isCrossed(_ line: Segment) -> Bool {
    let from = max(left, min(line.x1, line.x2))
    let to = min(right, max(line.x1, line.x2))
    if from > to { return false }
    let wide = line.x2 - line.x1
    func level(_ x: Double) -> Double {
      abs(wide) < 0.01 ? line.y1 : line.y1 + (x - line.x1) / wide * (line.y2 - line.y1)
    }
    let (one, other) = abs(wide) < 0.01 ? (line.y1, line.y2) : (level(from), level(to))
    return min(one, other) < bottom && max(one, other) > top
  }
}

/// The years of the calendar by days since 1970.
enum CivilYear {
  static func start(_ year: Int) -> Int {
    let before = year - 1
    return (year - 1970) * 365 + (before / 4 - before / 100 + before / 400)
      - (1969 / 4 - 1969 / 100 + 1969 / 400)
  }

  static func of(_ day: Int) -> Int {
    var year = 1970 + Int((Double(day) / 365.2425).rounded(.down))
    while start(year + 1) <= day { year += 1 }
    while start(year) > day { year -= 1 }
    return year
  }
}
