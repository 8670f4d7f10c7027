/// Every parameter there is, in the order in which addresses state them.
package enum Parameter: String, Sendable, CaseIterable {
  case indicator, area, province, region, level, pillar, type, period, frequency, latest, status
  case source, agency, meeting, platform, due, unsaid, boundaries, asOf, vintages, change
  case updatedAfter, groupBy, acrossBreaks
  case query = "q"
  case sort, fields, limit, offset, format

  /// What every collection takes beside its own.
  static let paging: [Parameter] = [.sort, .fields, .limit, .offset, .format]
  /// What every single thing takes beside its own.
  static let thing: [Parameter] = [.fields, .format]
  /// The conditions that choose rows, from those that refine a question to those that say what it
  /// is about: of two that emptied an answer alike, the earlier is to blame.
  static let refinements: [Parameter] = [
    .updatedAfter, .asOf, .unsaid, .due, .latest, .period, .frequency, .status, .source, .query,
    .meeting, .platform, .agency, .type, .level, .pillar, .boundaries, .region, .province, .area,
    .indicator,
  ]
}
