/// Every parameter there is, in the order in which addresses state them.
package enum Parameter: String, Sendable, CaseIterable {
  case indicator, area, province, region, level, pillar, type, period, frequency, latest, status
  case source, agency, meeting, platform, due, unsaid, boundaries, asOf, vintages, change
  case updatedAfter, groupBy, acrossBreaks
  // Of SDMX, which has names of its own for some of these.
  case startPeriod, endPeriod, firstNObservations, lastNObservations, dimensionAtObservation
  case detail, references, mode, includeHistory
  case query = "q"
  case sort, fields, limit, offset, format
  case width, theme
  case language = "lang"

  /// What every collection takes beside its own.
  static let paging: [Parameter] = [.sort, .fields, .limit, .offset, .format]
  /// What every single thing takes beside its own.
  static let thing: [Parameter] = [.fields, .format]
  /// What every chart takes beside its own: how it looks.
  static let chart: [Parameter] = [.width, .theme, .language]
  /// The conditions that choose rows, from those that refine a question to those that say what it
  /// is about: of two that emptied an answer alike, the earlier is to blame.
  static let refinements: [Parameter] = [
    .updatedAfter, .asOf, .unsaid, .due, .latest, .period, .frequency, .status, .source, .query,
    .meeting, .platform, .agency, .type, .level, .pillar, .boundaries, .region, .province, .area,
    .indicator,
  ]

  /// The place in the table.
  var place: Int {
    switch self {
    case .indicator: 0
    case .area: 1
    case .province: 2
    case .region: 3
    case .level: 4
    case .pillar: 5
    case .type: 6
    case .period: 7
    case .frequency: 8
    case .latest: 9
    case .status: 10
    case .source: 11
    case .agency: 12
    case .meeting: 13
    case .platform: 14
    case .due: 15
    case .unsaid: 16
    case .boundaries: 17
    case .asOf: 18
    case .vintages: 19
    case .change: 20
    case .updatedAfter: 21
    case .groupBy: 22
    case .acrossBreaks: 23
    case .startPeriod: 24
    case .endPeriod: 25
    case .firstNObservations: 26
    case .lastNObservations: 27
    case .dimensionAtObservation: 28
    case .detail: 29
    case .references: 30
    case .mode: 31
    case .includeHistory: 32
    case .query: 33
    case .sort: 34
    case .fields: 35
    case .limit: 36
    case .offset: 37
    case .format: 38
    case .width: 39
    case .theme: 40
    case .language: 41
    }
  }

  /// Whether it takes values with commas between them.
  var takesList: Bool {
    switch self {
    case .latest, .boundaries, .asOf, .vintages, .change, .updatedAfter, .groupBy, .acrossBreaks,
      .due, .startPeriod, .endPeriod, .firstNObservations, .lastNObservations,
      .dimensionAtObservation, .detail, .references, .mode, .includeHistory, .query, .limit,
      .offset, .format, .width, .theme, .language:
      false
    default: true
    }
  }

  /// The parameter that goes by a name.
  static func named(_ name: String) -> Parameter? { byName[name] }

  private static let byName = Dictionary(
    uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })
}

/// Some of the parameters, one bit each.
struct ParameterSet: Sendable {
  private var bits: UInt64 = 0

  init(_ parameters: [Parameter] = []) {
    for parameter in parameters { insert(parameter) }
  }

  func contains(_ parameter: Parameter) -> Bool { bits >> parameter.place & 1 == 1 }

  /// Whether it was not in the set before.
  @discardableResult
  mutating func insert(_ parameter: Parameter) -> Bool {
    defer { bits |= 1 << parameter.place }
    return !contains(parameter)
  }
}
