/// Everything that the files hold, before it is checked and linked.
package struct Contents: Sendable {
  package var sources: [Source] = []
  package var countries: [Country] = []
  package var provinces: [Province] = []
  package var regions: [Region] = []
  package var pillars: [Pillar] = []
  package var units: [Unit] = []
  package var indicators: [Indicator] = []
  package var observations: [Observation] = []
  package var publishedRanks: [PublishedRank] = []
  package var agencies: [Agency] = []
  package var meetings: [Meeting] = []
  package var commitments: [CommitmentSet] = []
  package var targets: [Target] = []
  package var tasks: [Assignment] = []
  package var platforms: [Platform] = []

  package init() {}
}
