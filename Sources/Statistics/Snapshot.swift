/// Everything that is known, loaded whole, checked and linked. Never changes once made.
package final class Snapshot: Sendable {
  /// SHA-256 of the files that it was made of, in hexadecimal digits.
  package let digest: String
  package let sources: Table<Source>
  package let countries: Table<Country>
  package let provinces: Table<Province>
  package let areas: Table<Area>
  package let regions: Table<Region>
  package let pillars: Table<Pillar>
  package let units: Table<Unit>
  package let indicators: Table<Indicator>
  package let agencies: Table<Agency>
  package let meetings: Table<Meeting>
  package let commitments: Table<CommitmentSet>
  package let targets: Table<Target>
  package let tasks: Table<Assignment>
  package let platforms: Table<Platform>
  package let observations: ObservationTable
  /// By indicator, period, rank and area.
  package let publishedRanks: [PublishedRank]
  private let publishedRanksByIndicator: [String: [PublishedRank]]
  package let maps: [ProvincialMap]
  /// Every day on which a name, a type, a region or the map changed, oldest first.
  package let changes: [Day]
  package let kinship: Kinship
  package let series: SeriesIndex
  package let links: Links
  package let coverage: [Coverage]
  /// The newest publication date of the whole data.
  package let lastUpdated: Day

  /// Links what has been checked: every reference must be known and every id unique.
  ///
  /// - Parameter rows: the observations of each file, settled by `numbers`; they are taken.
  package init(
    _ contents: Contents, taking rows: inout [ObservationRows], _ numbers: RowNumbers,
    digest: String
  ) {
    self.digest = digest
    sources = Table(contents.sources, id: \.id)
    countries = Table(contents.countries, id: \.id)
    provinces = Table(Snapshot.withSuccessors(contents.provinces), id: \.id)
    areas = .areas(countries, provinces)
    regions = Table(contents.regions, id: \.id)
    pillars = Table(contents.pillars, id: \.id)
    units = Table(contents.units, id: \.code)
    indicators = Table(contents.indicators, id: \.id)
    agencies = Table(contents.agencies, id: \.id)
    meetings = Table(contents.meetings, id: \.id)
    commitments = Table(contents.commitments, id: \.id)
    targets = Table(contents.targets, id: \.id)
    tasks = Table(contents.tasks, id: \.id)
    platforms = Table(contents.platforms, id: \.id)
    publishedRanks = contents.publishedRanks.sorted { one, other in
      if one.indicator != other.indicator { return precedes(one.indicator, other.indicator) }
      if one.period != other.period { return one.period < other.period }
      return one.rank == other.rank ? precedes(one.area, other.area) : one.rank < other.rank
    }
    publishedRanksByIndicator = Dictionary(grouping: contents.publishedRanks, by: \.indicator)
    let maps = ProvincialMap.all(of: provinces)
    let areas = areas
    let (sources, indicators) = (sources, indicators)
    let table = ObservationTable(
      taking: &rows, numbers, sources: sources, indicators: indicators)
    self.maps = maps
    changes = Snapshot.changes(provinces, regions)
    observations = table
    kinship = Kinship(provinces, areas)
    series = SeriesIndex(table, areas, indicatorCount: indicators.count)
    var links = Links(contents)
    links.countObservations(table, sources)
    self.links = links
    coverage = Coverage.all(table, indicatorCount: indicators.count, areas: areas, maps: maps)
    lastUpdated = sources.rows.compactMap(\.published?.last).max() ?? Day(number: 0)
  }

  /// Links a few observations with what they refer to.
  package convenience init(
    _ contents: Contents, _ observations: [Observation] = [], digest: String
  ) {
    var rows = [ObservationRows(observations)]
    let numbers = RowNumbers(rows, contents)
    numbers.settle(&rows[0], ofFile: 0)
    self.init(contents, taking: &rows, numbers, digest: digest)
  }

  /// The ranks that documents published for a period, by the day they became known.
  func publishedRanks(_ indicator: String, _ period: Period) -> [PublishedRank] {
    (publishedRanksByIndicator[indicator] ?? []).filter { $0.period == period }.sorted {
      (sources[$0.source]?.knownFrom?.number ?? 0) < (sources[$1.source]?.knownFrom?.number ?? 0)
    }
  }

  /// The periods in which documents published ranks for an indicator.
  package func periodsOfPublishedRanks(_ indicator: String) -> Set<Period> {
    Set((publishedRanksByIndicator[indicator] ?? []).map(\.period))
  }

  private static func withSuccessors(_ provinces: [Province]) -> [Province] {
    var successors: [String: [String]] = [:]
    for unit in provinces {
      for predecessor in unit.predecessors { successors[predecessor, default: []] += [unit.id] }
    }
    return provinces.map {
      var unit = $0
      unit.successors = (successors[unit.id] ?? []).sorted(by: precedes)
      return unit
    }
  }
}
