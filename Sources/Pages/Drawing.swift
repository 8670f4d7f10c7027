import HTML
import JSON
import Statistics

/// Small drawings beside figures, in the colours of the page: by attributes and classes only.
extension HTMLWriter {
  /// A bar of a share of its whole; what it says stands in words beside it.
  ///
  /// - Parameter aim: the share that is to be reached, which is marked.
  mutating func bar(_ share: Double, aim: Double? = nil) {
    let length = fixed(min(max(share, 0), 1) * 100)
    element(
      "svg",
      [
        "class": "bar", "viewBox": "0 0 100 8", "preserveAspectRatio": "none",
        "aria-hidden": "true",
      ]
    ) { writer in
      writer.element("rect", ["class": "whole", "width": "100", "height": "8"], "")
      writer.element("rect", ["class": "part", "width": length, "height": "8"], "")
      if let aim {
        let place = fixed(max(min(aim, 1) * 100 - 0.8, 0))
        writer.element("rect", ["class": "aimed", "x": place, "width": "0.8", "height": "8"], "")
      }
    }
  }

  /// Shares of a whole, one after the other, each in the colour of its class.
  mutating func stack(_ shares: [(class: String, share: Double)]) {
    element(
      "svg",
      [
        "class": "stack", "viewBox": "0 0 100 8", "preserveAspectRatio": "none",
        "aria-hidden": "true",
      ]
    ) { writer in
      var left = 0.0
      for share in shares where share.share > 0 {
        writer.element(
          "rect",
          [
            "class": share.class, "x": fixed(left * 100), "width": fixed(share.share * 100),
            "height": "8",
          ], "")
        left += share.share
      }
    }
  }

  /// A line through values at places in time, its last point marked; never over a gap or a change
  /// of method.
  ///
  /// - Parameter isFalling: whether less is better, so that better is up.
  mutating func trend(_ points: [TrendPoint], isFalling: Bool) {
    guard let first = points.first, let last = points.last, points.count > 1 else { return }
    let values = points.map { isFalling ? -$0.value : $0.value }
    let (least, most) = (values.min() ?? 0, values.max() ?? 1)
    let span = last.time - first.time
    let places = zip(points, values).map { point, value in
      (
        x: fixed(4 + (span > 0 ? (point.time - first.time) / span : 0) * 112),
        y: fixed(4 + (most > least ? (most - value) / (most - least) : 0.5) * 24)
      )
    }
    element("svg", ["class": "trend", "viewBox": "0 0 120 32", "aria-hidden": "true"]) { writer in
      var segments: [[String]] = []
      for (point, place) in zip(points, places) {
        if !point.isJoined || segments.isEmpty { segments.append([]) }
        segments[segments.count - 1].append("\(place.x),\(place.y)")
      }
      for segment in segments where segment.count > 1 {
        writer.element("polyline", ["points": segment.joined(separator: " ")], "")
      }
      for place in places.dropLast() {
        writer.element("circle", ["cx": place.x, "cy": place.y, "r": "2"], "")
      }
      if let end = places.last {
        writer.element("circle", ["class": "end", "cx": end.x, "cy": end.y, "r": "3.5"], "")
      }
    }
  }
}

/// A value of a course over time.
struct TrendPoint: Sendable {
  var time: Double
  var value: Double
  /// Whether the line comes here from the point before.
  var isJoined: Bool
}

extension Desk {
  /// The numbers of a series in the order of time. As in charts, only neighbours are joined: of one
  /// frequency, by one method, and no further apart than is usual in the series.
  func points(of series: [Cell]) -> [TrendPoint] {
    var points: [TrendPoint] = []
    var last: Period?
    let steps = Desk.steps(of: series.compactMap(\.period))
    let dated = series.filter { $0.period != nil && $0.hasNumber }.sorted {
      ($0.period?.end ?? today) < ($1.period?.end ?? today)
    }
    for cell in dated {
      guard let period = cell.period, let value = cell.value else { continue }
      let indicator = snapshot.indicators.rows[cell.indicator]
      let isJoined = last.map { last in
        let distance = period.start.number - last.start.number
        return last.frequency == period.frequency && distance > 0
          && Double(distance) < Double(steps[period.frequency] ?? 0) * 1.3
          && !indicator.hasBreak(after: last, through: period)
      }
      points.append(
        TrendPoint(
          time: Double(period.end.number), value: value.drawn, isJoined: isJoined ?? false))
      last = period
    }
    return points
  }

  /// The days from one period to the next as a series has them at least, by frequency: what comes
  /// every two years has no gap in between. Of two periods alone nothing can be told, and only
  /// neighbours count.
  static func steps(of periods: [Period]) -> [Frequency: Int] {
    Dictionary(grouping: Set(periods), by: \.frequency).compactMapValues { some in
      let starts = some.map { Int($0.start.number) }.sorted()
      let distances = zip(starts, starts.dropFirst()).map { $1 - $0 }.filter { $0 > 0 }
      if distances.count > 1 { return distances.min() }
      return some.map { Int($0.end.number - $0.start.number) + 1 }.max()
    }
  }
}

/// With one place, as drawings need it.
private func fixed(_ number: Double) -> String {
  let tenths = Int((number * 10).rounded())
  return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
}

extension Decimal {
  /// For drawings only.
  var drawn: Double {
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    return Double(mantissa) / scale
  }
}
