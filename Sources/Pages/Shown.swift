import JSON
import Statistics

/// What is shown of the indicator that a reader chose: on which map, in which period.
package struct Shown: Sendable {
  /// Among the snapshot's indicators.
  package let indicator: Int
  /// Whether the nation has a figure.
  package let isNational: Bool
  /// The periods in which provinces have one, in order.
  package let periods: [Period]
  /// Of provinces; nil where none has anything.
  package let period: Period?
  /// Where the period that was asked for has nothing: that one.
  package let emptyPeriod: Period?
  package let map: ProvincialMap?
  /// The day on whose map it is shown, and whose names are read.
  package let day: Day

  /// - Parameters:
  ///   - period: as asked; else the newest in which provinces have something.
  ///   - day: the day whose map was asked for; else the last of the period.
  package init(_ indicator: Int, period: Period?, on day: Day?, _ desk: Desk) {
    let snapshot = desk.snapshot
    self.indicator = indicator
    let published = snapshot.periodsOfPublishedRanks(snapshot.indicators.ids[indicator])
    let held = snapshot.series.held(ofIndicator: indicator).filter { $0.knownFrom <= desk.asOf }
    let known = Set(held.map { snapshot.observations.periods[$0.period] }).union(published)
    // What was before the first map stands on no map.
    let first = snapshot.maps.first?.from ?? desk.today
    let periods = known.filter { $0.end >= first }.sorted {
      ($0.end, $1.start) < ($1.end, $0.start)
    }
    self.periods = periods
    isNational = desk.national(indicator).contains { $0.missing == nil }
    let asked = period.flatMap { periods.contains($0) ? $0 : nil }
    emptyPeriod = asked == nil ? period : nil
    let chosen = asked ?? periods.last
    self.period = chosen
    self.day = day ?? max(min(chosen?.end ?? desk.today, desk.today), first)
    map = desk.map(on: self.day)
  }

  /// The indicator that is shown unasked: of the provinces' the one that most promises are about.
  package static func usual(_ snapshot: Snapshot) -> Int? {
    let links = snapshot.links
    func score(_ place: Int) -> (Int, Int) {
      let id = snapshot.indicators.ids[place]
      return (
        (links.commitmentsOfIndicator[id]?.count ?? 0) + (links.targetsOfIndicator[id]?.count ?? 0),
        snapshot.coverage[place].observations
      )
    }
    return snapshot.indicators.rows.indices.filter { place in
      let indicator = snapshot.indicators.rows[place]
      return indicator.parent == nil && indicator.levels.contains(.province)
        && !snapshot.series.held(ofIndicator: place).isEmpty
    }.max { score($0) < score($1) } ?? snapshot.indicators.rows.indices.first
  }

  package func ranking(_ desk: Desk) -> Ranking? {
    guard let period, let map else { return nil }
    return Ranking(
      indicator, period, units: map.provinces.map { desk.snapshot.kinship.areaOfProvince[$0] },
      ofWholeMap: true, in: Atlas(desk.snapshot, on: map, asOf: desk.asOf), acrossBreaks: false)
  }
}
