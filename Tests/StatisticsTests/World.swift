import JSON
import Statistics

/// A small world for tests: two old provinces that one new one follows, two countries, sources
/// that are made as they are named.
struct World {
  var contents = Contents()
  var observations: [Observation] = []

  init() {
    contents.countries = [World.country("VN", .nation), World.country("SG", .country)]
    contents.provinces = [
      World.province("01-2008", from: "2008-08-01"),
      World.province("48-2008", to: "2025-06-30"),
      World.province("49-2008", to: "2025-06-30"),
      World.province("48-2025", from: "2025-07-01", predecessors: ["48-2008", "49-2008"]),
    ]
    contents.indicators = [World.indicator("dti"), World.indicator("gdp")]
    contents.agencies = [World.agency("gso")]
  }

  var snapshot: Snapshot { Snapshot(contents, observations, digest: "0") }

  mutating func source(
    _ id: String, published: String? = nil, retrieved: String? = "2026-11-21",
    agency: String? = nil, transcriptionOf: [String] = []
  ) {
    var source = Source()
    source.id = id
    source.published = published.flatMap { PartialDate($0) }
    source.retrieved = retrieved.flatMap { Day($0) }
    source.agency = agency
    source.transcriptionOf = transcriptionOf
    contents.sources.append(source)
  }

  /// An observation; its source is made where it is not known yet, without a date.
  @discardableResult
  mutating func observe(
    _ indicator: String, _ area: String, _ period: String?, _ value: Int?, _ source: String,
    change: (inout Observation) -> Void = { _ in }
  ) -> Int {
    var row = Observation()
    row.indicator = indicator
    row.area = area
    row.period = period.flatMap { Period($0) }
    row.value = value.map { Decimal($0) }
    row.source = source
    change(&row)
    if !contents.sources.contains(where: { $0.id == source }) { self.source(source) }
    observations.append(row)
    return observations.count - 1
  }

  static func country(_ id: String, _ level: Level) -> Country {
    var country = Country()
    country.id = id
    country.name = Name(vi: "\(id) vi", en: id)
    country.level = level
    return country
  }

  static func province(
    _ id: String, from: String? = nil, to: String? = nil, predecessors: [String] = []
  ) -> Province {
    var unit = Province()
    unit.id = id
    unit.code = String(id.prefix(2))
    unit.slug = "slug-\(unit.code)"
    unit.isoCode = "VN-\(unit.code)"
    unit.name = Name(vi: "\(id) vi", en: id)
    unit.validFrom = from.flatMap { Day($0) }
    unit.validTo = to.flatMap { Day($0) }
    unit.predecessors = predecessors
    return unit
  }

  static func indicator(_ id: String, change: (inout Indicator) -> Void = { _ in }) -> Indicator {
    var indicator = Indicator()
    indicator.id = id
    indicator.levels = Level.allCases
    change(&indicator)
    return indicator
  }

  static func agency(_ id: String) -> Agency {
    var agency = Agency()
    agency.id = id
    return agency
  }
}

extension Snapshot {
  /// A row in words: indicator area period value, for comparing.
  func words(_ row: Int) -> String {
    let table = observations
    let value =
      table.value(row)?.description ?? table.missing(row)?.rawValue
      ?? "\(table.annotation(row).low?.description ?? "?")–"
      + (table.annotation(row).high?.description ?? "?")
    return [
      indicators.ids[Int(table.indicator[row])], areas.ids[Int(table.area[row])],
      table.period(row)?.description ?? "-", value, source(row),
    ].joined(separator: " ")
  }

  func source(_ row: Int) -> String { sources.ids[Int(observations.provenance(row).source)] }

  var shown: [Int] { (0..<observations.count).filter { observations.isShown($0) } }

  func confirmedBy(_ row: Int) -> [String] {
    observations.annotation(row).confirmedBy.map { sources.ids[Int($0.source)] }
  }

  /// The rows that only the source's id kept from standing in place of this one.
  func conflict(_ row: Int) -> [String] {
    let cell = observations.cell(of: row)
    let standing = observations.standing(in: cell, asOf: Day(number: 1 << 20))
    guard standing.first == row else { return [] }
    return standing.dropFirst().map {
      "\(observations.value($0)?.description ?? "-") \(source($0))"
    }
  }
}
