/// Everything that the files hold but observations, before it is checked and linked.
package struct Contents: Sendable {
  package var sources: [Source] = []
  package var countries: [Country] = []
  package var provinces: [Province] = []
  package var regions: [Region] = []
  package var pillars: [Pillar] = []
  package var units: [Unit] = []
  package var indicators: [Indicator] = []
  package var publishedRanks: [PublishedRank] = []
  package var agencies: [Agency] = []
  package var meetings: [Meeting] = []
  package var commitments: [CommitmentSet] = []
  package var targets: [Target] = []
  package var tasks: [Assignment] = []
  package var platforms: [Platform] = []

  package init() {}

  /// Appends what another file holds.
  package mutating func add(_ other: Contents) {
    sources += other.sources
    countries += other.countries
    provinces += other.provinces
    regions += other.regions
    pillars += other.pillars
    units += other.units
    indicators += other.indicators
    publishedRanks += other.publishedRanks
    agencies += other.agencies
    meetings += other.meetings
    commitments += other.commitments
    targets += other.targets
    tasks += other.tasks
    platforms += other.platforms
  }
}
