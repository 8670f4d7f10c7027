/// Round numbers that a range of values lies between, evenly apart.
struct Scale {
  let low: Double
  let high: Double
  /// From low to high.
  let ticks: [Double]
  /// Places after the point that the ticks need.
  let places: Int

  /// - Parameters:
  ///   - isRank: 1 is the first tick, and all are whole.
  ///   - count: about so many ticks.
  init(_ values: [Double], count: Int = 4, isRank: Bool = false) {
    let least = values.min() ?? 0
    let most = values.max() ?? 1
    if isRank {
      (low, high, ticks) = Scale.ofRanks(most, count)
      places = 0
      return
    }
    // Far above zero, the differences are what is to be seen.
    let base = least >= 0 && least < most * 0.3 ? 0 : least
    var span = most - base
    if span <= 0 { span = max(abs(most) * 0.2, 1e-6) }
    let (step, places) = Scale.step(span / Double(count))
    let first = (base / step).rounded(.down)
    let last = max((most / step).rounded(.up), first + 1)
    ticks = stride(from: first, through: last, by: 1).map { $0 * step }
    low = first * step
    high = last * step
    self.places = places
  }

  private static func ofRanks(_ most: Double, _ count: Int) -> (Double, Double, [Double]) {
    let step = max(1, self.step(max(1, most - 1) / Double(count)).step.rounded())
    var ticks = [1.0]
    var next = step == 1 ? 2 : step
    // A scale of one tick would have no height.
    while ticks.count < 2 || next < most + step {
      ticks.append(next)
      next += step
    }
    return (1, ticks[ticks.count - 1], ticks)
  }

  /// 1, 2 or 5 times a power of ten, not below a number, and the places that it takes.
  private static func step(_ least: Double) -> (step: Double, places: Int) {
    var power = 1.0
    var places = 0
    while power > least, places < 12 {
      power /= 10
      places += 1
    }
    while power * 10 <= least { power *= 10 }
    for factor in [1.0, 2, 5] where power * factor >= least * 0.999 {
      return (power * factor, places)
    }
    return (power * 10, max(0, places - 1))
  }

  /// The share of the way from low to high, 0 to 1.
  func share(_ value: Double) -> Double { (value - low) / (high - low) }
}
