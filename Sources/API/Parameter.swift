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
  /// What shapes an answer without choosing its rows.
  static let shaping: Set<Parameter> = [
    .vintages, .change, .groupBy, .acrossBreaks, .sort, .fields, .limit, .offset, .format,
  ]
}
