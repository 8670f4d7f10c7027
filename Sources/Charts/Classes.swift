/// Values in at most five classes of about as many each; equal values are in one class.
struct Classes {
  /// The least and the greatest figure of each class, from low to high; each has a value.
  let bounds: [(low: Bound, high: Bound)]

  /// A value as its figure says it: "< 10".
  struct Bound {
    let value: Value
    let sign: String
    var number: Double { value.number }

    /// Where "less than" stands before the number itself, and "more than" behind it.
    fileprivate var order: Int { sign.isEmpty ? 1 : "<≤".contains(sign.prefix(1)) ? 0 : 2 }
  }

  static let most = 5

  init(_ figures: [AreaFigure]) {
    // What is moved about while sorting is numbers: a bound has texts to be counted.
    let all = figures.compactMap { figure in
      figure.value.map { Bound(value: $0, sign: figure.sign) }
    }
    let keys = all.indices.map { (number: all[$0].number, order: all[$0].order, place: $0) }
    let sorted = keys.sorted { ($0.number, $0.order) < ($1.number, $1.order) }
    var distinct = sorted.isEmpty ? 0 : 1
    for (one, next) in zip(sorted, sorted.dropFirst()) where one.number != next.number {
      distinct += 1
    }
    let count = min(Classes.most, distinct)
    var bounds: [(low: Bound, high: Bound)] = []
    var start = 0
    while start < sorted.count {
      let left = max(1, count - bounds.count)
      var end = left == 1 ? sorted.count : start + max(1, (sorted.count - start) / left)
      while end < sorted.count, sorted[end].number == sorted[end - 1].number { end += 1 }
      bounds.append((all[sorted[start].place], all[sorted[end - 1].place]))
      start = end
    }
    self.bounds = bounds
  }

  /// The class of a value.
  func place(of number: Double) -> Int {
    bounds.firstIndex { number <= $0.high.number } ?? max(0, bounds.count - 1)
  }

  /// The place of a class among five shades: the few of a short list stand far apart.
  func shade(of place: Int) -> Int {
    bounds.count < 2 ? 2 : place * (Classes.most - 1) / (bounds.count - 1)
  }
}

/// The classes of a map as one bar of shades, from the least value to the greatest.
enum Ramp {
  private static let height = 12.0
  static let digits = 6

  /// Draws it with the value from which on each shade is; false where there is no room for these.
  static func draw(
    _ classes: Classes, _ unit: String, _ width: Double, _ sheet: inout Sheet
  ) -> Bool {
    guard classes.bounds.count > 1 else { return false }
    let texts = texts(classes, sheet.style.language)
    let step = width / Double(classes.bounds.count)
    let size = Sheet.smallSize
    let wide = texts.map { Advances.width(of: $0 + unit, size: size) }
    // Words at the ends stand within, those between stand around their place.
    let ends = max(wide[0] + wide[1] / 2, wide[wide.count - 1] + wide[wide.count - 2] / 2)
    if ends + 6 > step || (wide.max() ?? 0) + 6 > step { return false }
    let (left, top) = (sheet.left, sheet.bottom)
    for place in classes.bounds.indices {
      sheet.canvas.rectangle(
        left + Double(place) * step, top, step, height,
        sheet.theme.classes[classes.shade(of: place)])
    }
    for (place, text) in texts.enumerated() {
      let anchor: Canvas.Anchor =
        place == 0 ? .start : place == classes.bounds.count ? .end : .middle
      sheet.canvas.text(
        text + unit, left + Double(place) * step, top + height + 14, size: size,
        sheet.theme.quiet, anchor)
    }
    sheet.bottom += height + 26
    return true
  }

  /// The same as entries of a legend.
  static func entries(_ classes: Classes, _ unit: String, _ style: Style) -> [Legend.Entry] {
    classes.bounds.enumerated().map { place, bounds in
      let ends = [bounds.low, bounds.high].map {
        $0.sign + Numerals.text($0.value, style.language, digits: digits)
      }
      let text = ends[0] == ends[1] ? ends[0] : ends.joined(separator: " – ")
      return Legend.Entry(.ground(style.theme.classes[classes.shade(of: place)]), text + unit)
    }
  }

  /// The least value of each class, and the greatest of all where it is not that of the last class.
  private static func texts(_ classes: Classes, _ language: Language) -> [String] {
    let last = classes.bounds.suffix(1).filter { $0.low.number < $0.high.number }
    let all = classes.bounds.map(\.low) + last.map(\.high)
    let number = Numerals.even(all.map(\.value), language, digits: digits)
    return all.map { $0.sign + number($0.value) }
  }
}
