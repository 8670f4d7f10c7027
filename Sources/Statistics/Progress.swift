import JSON

/// How far a target has come, or a task been done: computed, never typed in.
package enum TargetStatus: String, Sendable, CaseIterable {
  case met, missed, onTrack, behind, noData
}

/// Why a target has no status.
package enum NoDataReason: String, Sendable, CaseIterable {
  case noObservation, noBaseline, noDueDate, notYetPublished, unitDiffers, denominatorDiffers
  case breakBetween
}

/// The progress of a target by one of its indicators, with everything that it was computed from.
package struct Progress: Sendable {
  package let indicator: Int
  package private(set) var status = TargetStatus.noData
  package private(set) var reason: NoDataReason?
  /// The observation used.
  package private(set) var observation: Cell?
  package private(set) var baseline: Cell?
  /// What is still missing, in the target's unit, in the direction of the target.
  package private(set) var gap: Decimal?
  /// Where the straight line from the baseline to the target stands at the observation's end.
  package private(set) var expected: Decimal?
  package private(set) var requiredPerYear: Decimal?
  /// The comparison in words and figures.
  package private(set) var formula: Name?

  private let target: Target
  private let decimals: Int

  /// Computes it from what was known on the atlas's day.
  package init(of target: Target, by indicator: Int, in atlas: Atlas) {
    self.indicator = indicator
    self.target = target
    let entry = atlas.snapshot.indicators.rows[indicator]
    decimals = entry.decimals
    guard let area = atlas.snapshot.areas.place(target.area), let aim = target.value else {
      reason = .noObservation
      return
    }
    let series = atlas.series(indicator, area).filter { $0.period != nil && $0.missing == nil }
    weigh(series, aim, entry, atlas)
  }

  private mutating func weigh(
    _ series: [Cell], _ aim: Decimal, _ entry: Indicator, _ atlas: Atlas
  ) {
    let last = target.due.map { min($0, atlas.asOf) } ?? atlas.asOf
    let isDue = target.due.map { $0 <= atlas.asOf } ?? false
    let ended = Progress.newest(of: series) { $0.end <= last }
    let covering = isDue ? covering(in: series, asOf: atlas.asOf) : nil
    guard let used = ended ?? covering else {
      reason = isDue && !series.isEmpty ? .notYetPublished : .noObservation
      return
    }
    observation = used
    let start = baseline(in: series, before: used)
    guard let reached = reached(used, since: start, entry, atlas) else { return }
    if ended != nil, satisfies(reached, aim) {
      status = .met
      formula = comparison(reached, aim, met: true)
      return
    }
    gap = satisfies(reached, aim) ? nil : difference(aim, reached)
    if let due = target.due {
      if isDue {
        judge(covering, in: series, aim, entry, atlas)
      } else {
        follow(used, reached, aim, since: start, until: due, entry, atlas)
      }
    } else {
      reason = .noDueDate
    }
  }

  /// After the due date: missed where the observation that covers it says so. One that ends later
  /// and satisfies the target may have come to it only after the day.
  private mutating func judge(
    _ covering: Cell?, in series: [Cell], _ aim: Decimal, _ entry: Indicator, _ atlas: Atlas
  ) {
    guard let covering,
      let reached = reached(
        covering, since: baseline(in: series, before: covering), entry, atlas),
      !satisfies(reached, aim)
    else {
      reason = .notYetPublished
      return
    }
    observation = covering
    status = .missed
    gap = difference(aim, reached)
    formula = comparison(reached, aim, met: false)
  }

  /// Before the due date: the straight line from the baseline to the target. Of a change the line
  /// begins with none; a change a year is to be the same every year.
  private mutating func follow(
    _ newest: Cell, _ reached: Decimal, _ aim: Decimal, since start: Cell?, until due: Day,
    _ entry: Indicator, _ atlas: Atlas
  ) {
    guard let start, let from = start.period, let to = newest.period,
      let base = target.measure == .level ? number(of: start, atlas) : Decimal(0),
      let way = aim.minus(base)
    else {
      reason = .noBaseline
      gap = nil
      return
    }
    baseline = start
    if entry.hasBreak(after: from, through: to) {
      reason = .breakBetween
      return
    }
    if target.measure == .changePerYear {
      status = .behind
      expected = aim
      formula = comparison(reached, aim, met: false)
      return
    }
    // Of two days within one month the line has no length.
    let whole = max(1, from.end.wholeMonths(until: due))
    let passed = from.end.wholeMonths(until: to.end)
    let left = to.end.wholeMonths(until: due)
    let places = max(way.places, base.places)
    expected = Decimal.quotient(
      base.mantissa(at: places) * Int128(whole) + way.mantissa(at: places) * Int128(passed),
      Int128(whole), places: places, decimals: decimals)
    if left > 0, let gap {
      requiredPerYear = Decimal.quotient(
        Int128(gap.mantissa) * 12, Int128(left), places: gap.places, decimals: decimals)
    }
    guard let expected else { return }
    let isOnTrack = satisfies(reached, expected, towards: aim)
    status = isOnTrack ? .onTrack : .behind
    formula = line(base, aim, passed, whole, expected, reached)
  }

  /// The newest observation whose period ended by the day the target was set, else the first after
  /// it; in either case before the observation used.
  private func baseline(in series: [Cell], before used: Cell) -> Cell? {
    guard let setOn = target.setOn, let end = used.period?.end else { return nil }
    let earlier = series.filter { ($0.period?.end).map { $0 < end } ?? false }
    return Progress.newest(of: earlier) { $0.end <= setOn }
      ?? earlier.min { one, other in
        guard let mine = one.period, let its = other.period else { return false }
        return (mine.end, mine.start) < (its.end, its.start)
      }
  }

  /// The observation whose period the due date lies in; of several the one that ends first.
  private func covering(in series: [Cell], asOf: Day) -> Cell? {
    guard let due = target.due else { return nil }
    return series.filter { cell in
      cell.period.map { $0.start <= due && $0.end >= due && $0.end <= asOf } ?? false
    }.min { ($0.period?.end ?? due) < ($1.period?.end ?? due) }
  }

  /// The observation whose period ended last; of equal ends the longer period.
  private static func newest(of series: [Cell], where isWanted: (Period) -> Bool) -> Cell? {
    series.filter { $0.period.map(isWanted) ?? false }.max { one, other in
      guard let mine = one.period, let its = other.period else { return false }
      return mine.end != its.end ? mine.end < its.end : mine.start > its.start
    }
  }

  /// What is compared with the target: the level, or the change that the target speaks of; nil with
  /// the reason where there is none.
  private mutating func reached(
    _ used: Cell, since start: Cell?, _ entry: Indicator, _ atlas: Atlas
  ) -> Decimal? {
    let figure = number(of: used, atlas)
    if target.measure == .level { return figure }
    guard let figure, let start, let base = number(of: start, atlas), let from = start.period,
      let to = used.period, let change = figure.minus(base)
    else {
      reason = .noBaseline
      return nil
    }
    baseline = start
    if entry.hasBreak(after: from, through: to) {
      reason = .breakBetween
      return nil
    }
    if target.measure == .changeFromBaseline { return change }
    let months = max(1, from.end.wholeMonths(until: to.end))
    return Decimal.quotient(
      Int128(change.mantissa) * 12, Int128(months), places: change.places, decimals: decimals)
  }

  /// A range counts as the end that satisfies less.
  private func number(of cell: Cell, _ atlas: Atlas) -> Decimal? {
    if let value = cell.value { return value }
    guard let row = cell.row else { return nil }
    let annotation = atlas.snapshot.observations.annotation(row)
    switch target.comparator {
    case .atLeast, .moreThan: return annotation.low
    case .atMost, .lessThan: return annotation.high
    case .about:
      guard let low = annotation.low, let high = annotation.high, let aim = target.value,
        let below = aim.minus(low), let above = high.minus(aim)
      else { return nil }
      return below < above ? high : low
    }
  }

  private func satisfies(_ value: Decimal, _ aim: Decimal) -> Bool {
    switch target.comparator {
    case .atLeast: return value >= aim
    case .moreThan: return value > aim
    case .atMost: return value <= aim
    case .lessThan: return value < aim
    case .about:
      guard let distance = value.minus(aim) else { return false }
      return Decimal(mantissa: Int128(distance.mantissa.magnitude), places: distance.places)
        ?? distance <= target.tolerance ?? Decimal(0)
    }
  }

  /// At the line or beyond it.
  private func satisfies(_ value: Decimal, _ line: Decimal, towards aim: Decimal) -> Bool {
    switch target.comparator {
    case .atLeast, .moreThan: value >= line
    case .atMost, .lessThan: value <= line
    case .about: line <= aim ? value >= line : value <= line
    }
  }

  /// Positive where something is still missing.
  private func difference(_ aim: Decimal, _ reached: Decimal) -> Decimal? {
    switch target.comparator {
    case .atMost, .lessThan: reached.minus(aim)
    default: aim.minus(reached)
    }
  }
}

extension Progress {
  private func comparison(_ reached: Decimal, _ aim: Decimal, met: Bool) -> Name {
    let sign: String
    switch target.comparator {
    case .atLeast: sign = met ? "≥" : "<"
    case .moreThan: sign = met ? ">" : "≤"
    case .atMost: sign = met ? "≤" : ">"
    case .lessThan: sign = met ? "<" : "≥"
    case .about: sign = met ? "≈" : "≠"
    }
    return Name(
      vi: "\(reached.inVietnamese) \(sign) \(aim.inVietnamese)", en: "\(reached) \(sign) \(aim)")
  }

  private func line(
    _ base: Decimal, _ aim: Decimal, _ passed: Int, _ whole: Int, _ expected: Decimal,
    _ reached: Decimal
  ) -> Name {
    let divisor = Progress.greatestCommonDivisor(passed, whole)
    let share = "\(passed / divisor)/\(whole / divisor)"
    let sign = expected == reached ? "=" : expected < reached ? "<" : ">"
    func text(_ write: (Decimal) -> String) -> String {
      "\(write(base)) + (\(write(aim)) − \(write(base))) × \(share) = \(write(expected))"
        + " \(sign) \(write(reached))"
    }
    return Name(vi: text(\.inVietnamese), en: text(\.description))
  }

  private static func greatestCommonDivisor(_ one: Int, _ other: Int) -> Int {
    other == 0 ? max(1, one) : greatestCommonDivisor(other, one % other)
  }
}

extension Decimal {
  /// With a decimal comma.
  var inVietnamese: String {
    String(description.map { $0 == "." ? "," : $0 })
  }
}

extension Day {
  /// Whole months from this day to a later one; from the last of a month to the last of another
  /// they are whole. Negative where the other day is earlier.
  func wholeMonths(until other: Day) -> Int {
    if other < self { return -other.wholeMonths(until: self) }
    let (mine, its) = (civil, other.civil)
    let months = (its.year - mine.year) * 12 + its.month - mine.month
    let isLast = its.day == Day.count(ofMonth: its.month, year: its.year)
    return its.day >= mine.day || isLast ? months : months - 1
  }
}

extension Snapshot {
  /// A target's progress by each of its indicators, and its status: that of the first.
  package func progress(of target: Target, asOf day: Day) -> [Progress] {
    let atlas = Atlas(self, on: nil, asOf: day)
    return target.indicators.compactMap { indicators.place($0) }.map {
      Progress(of: target, by: $0, in: atlas)
    }
  }

  /// Why a target without progress has none: only near indicators, or none at all.
  package func reasonWithoutIndicator(_ target: Target) -> NoDataReason {
    guard let near = target.related.first.flatMap({ indicators[$0.indicator] }) else {
      return .noObservation
    }
    return near.unit == target.unit && near.unitMultiplier == target.unitMultiplier
      ? .denominatorDiffers : .unitDiffers
  }

  /// The day from which a target is known: when it was set, else its document's.
  package func knownFrom(_ target: Target) -> Day? {
    target.setOn ?? sources[target.source]?.knownFrom
  }

  package func knownFrom(_ task: Assignment) -> Day? {
    task.assignedOn ?? sources[task.source]?.knownFrom
  }

  /// A set is known from its announcement, else from the first document that words it.
  package func knownFrom(_ set: CommitmentSet) -> Day? {
    set.announcedOn
      ?? set.items.flatMap(\.wordings).compactMap { sources[$0.source]?.knownFrom }.min()
  }
}
