/// One line of a chart: the figures of one thing over time.
package struct Series: Sendable {
  /// Ids, for programs that read the drawing.
  package var indicator: String
  package var area: String
  package var name: String
  /// In the order of time.
  package var points: [Point]
  /// Oldest first.
  package var breaks: [MethodBreak] = []
  /// Where its name leads to.
  package var link: String?

  package init(indicator: String, area: String, name: String, points: [Point]) {
    self.indicator = indicator
    self.area = area
    self.name = name
    self.points = points
  }

  /// One figure, a range, or a gap.
  package struct Point: Sendable {
    /// First and last day, in days since any day.
    package var days: ClosedRange<Int>
    /// By the code that data say it with, and in words.
    package var period: String
    package var periodName: String
    /// Lines join only figures of one frequency.
    package var frequency: String
    package var value: Value?
    /// The ends of a range.
    package var low: Value?
    package var high: Value?
    /// What stands before the number where it is not exact: ">", "≈".
    package var sign = ""
    package var marks: Marks = []
    /// In words, why there is no value.
    package var missing: String?
    /// In few words, the length of time, of one that is marked `.otherSpan`.
    package var span: String?

    package init(
      days: ClosedRange<Int>, period: String, periodName: String, frequency: String,
      value: Value?
    ) {
      self.days = days
      self.period = period
      self.periodName = periodName
      self.frequency = frequency
      self.value = value
    }

    var middle: Double { Double(days.lowerBound + days.upperBound + 1) / 2 }
    var numbers: [Double] { [value, low, high].compactMap { $0?.number } }
    /// Whether only the ends of a range are known.
    var isRange: Bool { value == nil && low != nil && high != nil }
    var hasFigure: Bool { value != nil || low != nil || high != nil }
  }
}

/// A change of method: nothing is joined across it.
package struct MethodBreak: Sendable, Hashable {
  /// The first day by the new method.
  package var day: Int
  package var period: String
  package var what: String

  package init(day: Int, period: String, what: String) {
    self.day = day
    self.period = period
    self.what = what
  }
}

extension Series.Point {
  /// The figure in words: number, sign, unit.
  func text(_ language: Language, unit: String, digits: Int = .max) -> String {
    func say(_ value: Value) -> String {
      digits == .max
        ? Numerals.text(value, language) : Numerals.text(value, language, digits: digits)
    }
    if let value { return sign + say(value) + unit }
    if let low, let high { return "\(say(low))–\(say(high))\(unit)" }
    return missing ?? language.pick("không có số liệu", "no figure")
  }

  /// What is written beside its sign: rounded, with the length of time that is another.
  func label(_ language: Language, unit: String) -> String {
    text(language, unit: unit, digits: LineChart.digits) + (span.map { " (\($0))" } ?? "")
  }

  /// The figure with what else is to be known of it.
  package func said(_ language: Language, unit: String) -> String {
    var words = text(language, unit: unit)
    if marks.contains(.estimated) { words += language.pick(" (ước tính)", " (estimate)") }
    if marks.contains(.derived) { words += language.pick(" (tính theo quy tắc)", " (derived)") }
    return words
  }
}

extension Series {
  /// The runs of points that are joined: of one frequency, one step apart, with a value, on one
  /// side of every change of method.
  func runs(step: [String: Int]) -> [[Point]] {
    var runs: [[Point]] = []
    for point in points where point.value != nil {
      if let last = runs.last?.last, isJoined(last, point, step) {
        runs[runs.count - 1].append(point)
      } else {
        runs.append([point])
      }
    }
    return runs
  }

  private func isJoined(
    _ one: Point, _ other: Point, _ step: [String: Int]
  ) -> Bool {
    let from = one.days.lowerBound
    let to = other.days.lowerBound
    guard one.frequency == other.frequency, one.span == nil, other.span == nil,
      let step = step[one.frequency], to > from, Series.isStep(to - from, step)
    else { return false }
    return !breaks.contains { from < $0.day && $0.day <= to }
  }

  /// The days from one figure to the next, by frequency: as many as a period has, or the fewest
  /// that there are, where a series has twice as many one after the other. What comes every two
  /// years has no gap in between; two figures that are two years apart have.
  static func steps(_ series: [Series]) -> [String: Int] {
    var steps: [String: Int] = [:]
    for one in series {
      for point in one.points {
        steps[point.frequency] = min(steps[point.frequency] ?? .max, point.days.count)
      }
    }
    for (frequency, length) in steps {
      let distances = series.map { one in
        let starts = one.points.filter { $0.frequency == frequency }.map(\.days.lowerBound)
        return zip(starts, starts.dropFirst()).map { $1 - $0 }.filter { $0 > 0 }
      }
      guard let least = distances.joined().min(), !isStep(least, length) else { continue }
      let isRhythm = distances.contains { all in
        zip(all, all.dropFirst()).contains { isStep($0, least) && isStep($1, least) }
      }
      if isRhythm { steps[frequency] = least }
    }
    return steps
  }

  private static func isStep(_ distance: Int, _ step: Int) -> Bool {
    Double(distance) < Double(step) * 1.3
  }
}
