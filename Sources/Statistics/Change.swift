import JSON

/// The change of a value since an earlier period of its series.
package struct Change: Sendable {
  package enum Since: String, Sendable, CaseIterable {
    /// The newest earlier period of the same frequency with a number on the map.
    case previous
    /// The same period a year before.
    case year
  }

  package enum Refusal: String, Sendable, CaseIterable {
    /// A change of method lies between.
    case `break`
    case noPrevious
    /// The value itself is a range or missing.
    case noNumber
  }

  package var from: Period?
  /// In the indicator's unit.
  package var difference: Decimal?
  /// With one decimal; nil for ranks and from 0.
  package var percent: Decimal?
  package var refused: Refusal?
  package var isAcrossBreak = false

  /// The change of a cell within its series on the same map.
  package init(
    of cell: Cell, in series: [Cell], _ since: Since, indicator: Indicator, acrossBreaks: Bool
  ) {
    guard let value = cell.value, let period = cell.period else {
      refused = .noNumber
      return
    }
    guard let earlier = Change.earlier(than: period, in: series, since), let from = earlier.period,
      let base = earlier.value
    else {
      refused = .noPrevious
      return
    }
    self.from = from
    isAcrossBreak = indicator.hasBreak(after: from, through: period)
    if isAcrossBreak, !acrossBreaks {
      refused = .break
      return
    }
    difference = value.minus(base)?.rounded(to: indicator.decimals)
    if indicator.unit != "RANK", base.mantissa != 0, let difference = value.minus(base) {
      let places = max(difference.places, base.places)
      percent = Decimal.quotient(
        difference.mantissa(at: places) * 100, Int128(base.mantissa(at: places).magnitude),
        places: 0, decimals: 1)
    }
  }

  private static func earlier(than period: Period, in series: [Cell], _ since: Since) -> Cell? {
    let candidates = series.filter { cell in
      guard let other = cell.period, cell.hasNumber, other.frequency == period.frequency else {
        return false
      }
      switch since {
      case .previous: return other.end < period.end && other.start < period.start
      case .year: return other.isSame(as: period, yearsBefore: 1)
      }
    }
    return candidates.max(by: Cell.isEarlier)
  }
}

extension Indicator {
  /// Whether a method changed after one period, up to another.
  package func hasBreak(after earlier: Period, through later: Period) -> Bool {
    breaks.contains { $0.period.start > earlier.start && $0.period.start <= later.start }
  }
}

extension Period {
  /// Whether this is the same part of a year some years before the other.
  func isSame(as other: Period, yearsBefore years: Int) -> Bool {
    let (mine, its) = (start.civil, other.start.civil)
    let (myEnd, itsEnd) = (end.civil, other.end.civil)
    return frequency == other.frequency && mine.year + years == its.year
      && mine.month == its.month && mine.day == its.day
      && myEnd.year + years == itsEnd.year && myEnd.month == itsEnd.month
      && (myEnd.day == itsEnd.day || myEnd.month == 2)
  }
}
