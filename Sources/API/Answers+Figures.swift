import Formats
import Statistics

enum ObservationParameters {
  /// What the values of one indicator are selected by.
  static let ofOne: [Parameter] = [
    .area, .province, .region, .level, .period, .frequency, .latest, .status, .source,
    .boundaries,
  ]
}

extension Asking {
  mutating func pillars() throws(Problem) -> Answer {
    try collection(snapshot.pillars.rows, Field<Pillar>.all, View(snapshot, on: today))
  }

  mutating func pillar() throws(Problem) -> Answer {
    guard let pillar = snapshot.pillars[values[0]] else {
      throw missing("/v1/pillars", snapshot.pillars.ids)
    }
    return try thing(pillar, Field<Pillar>.all, View(snapshot, on: today))
  }

  mutating func indicators() throws(Problem) -> Answer {
    let pillars = ids(.pillar, of: snapshot.pillars, see: "/v1/pillars")
    let frequencies = codes(.frequency, Frequency.self)
    let platforms = ids(.platform, of: snapshot.platforms, see: "/v1/platforms")
    let wanted = platforms.map { platforms in
      Set(platforms.flatMap { snapshot.platforms[$0]?.indicators ?? [] })
    }
    let rows = snapshot.indicators.rows.filter { indicator in
      (pillars.map { $0.contains(indicator.pillar ?? "") } ?? true)
        && (frequencies.map { $0.contains(indicator.frequency) } ?? true)
        && (wanted.map { $0.contains(indicator.id) } ?? true)
    }
    return try collection(rows, Field<Indicator>.all, View(snapshot, on: today))
  }

  mutating func indicator() throws(Problem) -> Answer {
    let indicator = try indicatorOfPath()
    return try thing(
      indicator, Field<Indicator>.all, View(snapshot, on: today),
      links: [("observations", "/v1/indicators/\(indicator.id)/observations")])
  }

  private func indicatorOfPath() throws(Problem) -> Indicator {
    guard let indicator = snapshot.indicators[values[0]] else {
      throw missing("/v1/indicators", snapshot.indicators.ids)
    }
    return indicator
  }

  mutating func observationsOfIndicator() throws(Problem) -> Answer {
    let indicator = try indicatorOfPath()
    var selection = selection()
    selection.indicators = snapshot.indicators.place(indicator.id).map { [$0] }
    return try observations(selection)
  }

  mutating func observations() throws(Problem) -> Answer {
    let indicators = ids(.indicator, of: snapshot.indicators, see: "/v1/indicators")
    var selection = selection()
    selection.indicators = indicators.map { Set($0.compactMap { snapshot.indicators.place($0) }) }
    return try observations(selection)
  }

  private mutating func observations(_ selection: Selection) throws(Problem) -> Answer {
    let rows = errors.isEmpty ? selection.rows(of: snapshot) : []
    return try collection(
      rows.map(ObservationRow.init), Field<ObservationRow>.all, View(snapshot, on: today),
      Notes(boundaries: "published", era: era(on: today)))
  }

  /// What the parameters select, on the published map.
  private mutating func selection() -> Selection {
    var selection = Selection()
    let areas = [areas(.area), areas(.province), areasOfRegions()].compactMap { $0 }
    if let first = areas.first {
      selection.areas = areas.dropFirst().reduce(first) { $0.intersection($1) }
    }
    selection.levels = codes(.level, Level.self)
    selection.periods = periods() ?? .all
    selection.frequencies = codes(.frequency, Frequency.self)
    selection.latest = integer(.latest, in: APILimits.latest)
    selection.statuses = codes(.status, ObservationStatus.self)
    selection.sources = ids(.source, of: snapshot.sources, see: "/v1/sources").map {
      Set($0.compactMap { snapshot.sources.place($0).map(UInt16.init) })
    }
    if let text = text(.boundaries), text != "published" {
      wrong(
        .unknownValue(
          "boundaries", text, vi: "chưa có ở đây; các giá trị đứng trên bản đồ lúc công bố",
          en: "is not to be had here yet; values stand on the map for which they were published",
          suggestions: ["published"], allowed: ["published"]))
    }
    return selection
  }

  private mutating func areasOfRegions() -> Set<Int>? {
    regions(on: nil).map { regions in
      Set(regions.flatMap(\.provinces).compactMap { snapshot.areas.place($0) })
    }
  }
}
