import Formats
import SDMX
import Statistics

/// What of the data stands as an example of what a parameter takes, where its values are no codes.
/// The first that is answered with rows is taken, so each list may hold what fits one route only.
extension Asking {
  /// Of those of provinces the one with most values.
  var tellingIndicator: String? {
    let ids = snapshot.indicators.ids
    return ids.indices.filter { snapshot.indicators.rows[$0].levels.contains(.province) }
      .max { snapshot.coverage[$0].observations < snapshot.coverage[$1].observations }
      .map { ids[$0] } ?? ids.first
  }

  /// Complete years and other periods with much to say: of the indicator that the path names, or
  /// of all; the newest first.
  var tellingPeriods: [String] {
    let own = values.first.flatMap(snapshot.indicators.place)
    let coverage = own.map { [snapshot.coverage[$0]] } ?? snapshot.coverage
    let complete = Set(coverage.flatMap(\.complete)).sorted { $0.end > $1.end }
    let last = Set(coverage.compactMap(\.last)).subtracting(complete).sorted { $0.end > $1.end }
    return (complete + last).map(\.description)
  }

  /// The last day of a map, the first one's first day, and days on which all is known.
  func tellingDays(within range: ClosedRange<Day>? = nil) -> [String] {
    let days = snapshot.maps.dropFirst().reversed().map { $0.from.advanced(by: -1) }
    return (days + snapshot.maps.prefix(1).map(\.from) + [snapshot.lastUpdated, today])
      .filter { range?.contains($0) ?? true }.map(\.description)
  }

  /// The years in which something is due, the latest first.
  var tellingYears: [String] {
    let days = snapshot.targets.rows.compactMap(\.due) + snapshot.tasks.rows.compactMap(\.due)
    return Set(days.map(\.civil.year)).sorted(by: >).map { "\($0)-01-01..\($0)-12-31" }
  }

  /// A name of each kind of thing that can be looked for.
  var tellingNames: [String] {
    let unit = map(on: today).provinces.first.map { snapshot.provinces.rows[$0].name.vi }
    let others = [
      snapshot.indicators.rows.first?.name.vi, snapshot.commitments.rows.first?.name.vi,
      snapshot.targets.rows.first?.name.vi, snapshot.tasks.rows.first?.name.vi,
      snapshot.platforms.rows.first?.name.vi, snapshot.agencies.rows.first?.name.vi,
      snapshot.sources.rows.first?.title,
    ]
    return ([unit] + others).compactMap { $0 }
      .filter { APILimits.queryCharacters.contains($0.count) }
  }
}
