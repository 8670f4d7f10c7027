import JSON
import Statistics

/// What is said of observations beside their value, in the order of the columns of a table: first
/// what every observation has.
package enum ObservationAttribute: Int, Sendable, CaseIterable {
  case status, qualifier, source, knownFrom, published
  case missing, otherStatus, low, high, outOf, locator, excerpt, confirmedBy, statedChange
  case note, noteVi

  /// The name of the component.
  package var id: String {
    switch self {
    case .status: "OBS_STATUS"
    case .qualifier: "QUALIFIER"
    case .source: "SOURCE"
    case .knownFrom: "KNOWN_FROM"
    case .published: "PUBLISHED"
    case .missing: "MISSING"
    case .otherStatus: "OTHER_STATUS"
    case .low: "LOW"
    case .high: "HIGH"
    case .outOf: "OUT_OF"
    case .locator: "LOCATOR"
    case .excerpt: "EXCERPT"
    case .confirmedBy: "CONFIRMED_BY"
    case .statedChange: "STATED_CHANGE"
    case .note: "NOTE"
    case .noteVi: "NOTE_VI"
    }
  }
}

/// What is said of all observations of an indicator.
package enum SeriesAttribute: String, Sendable, CaseIterable {
  case unit = "UNIT_MEASURE"
  case multiplier = "UNIT_MULT"
  case decimals = "DECIMALS"

  func value(of indicator: Indicator) -> String {
    switch self {
    case .unit: Identity.code(indicator.unit)
    case .multiplier: "\(indicator.unitMultiplier)"
    case .decimals: "\(indicator.decimals)"
    }
  }
}

/// Takes the attributes of an observation, in their order.
protocol AttributeSink {
  mutating func add(_ attribute: ObservationAttribute, _ text: String)
  mutating func add(_ attribute: ObservationAttribute, _ number: Decimal)
}

extension Snapshot {
  /// Says what only some observations have to be said of.
  func say(ofRow row: Int, asOf day: Day, to sink: inout some AttributeSink) {
    if let missing = observations.missing(row) { sink.add(.missing, missing.rawValue) }
    guard observations.isAnnotated(row) else { return }
    let annotation = observations.annotation(row)
    if !annotation.otherStatus.isEmpty {
      sink.add(
        .otherStatus, annotation.otherStatus.map(\.rawValue).joined(separator: " "))
    }
    if let low = annotation.low { sink.add(.low, low) }
    if let high = annotation.high { sink.add(.high, high) }
    if let outOf = annotation.outOf { sink.add(.outOf, outOf) }
    if let locator = annotation.locator { sink.add(.locator, locator) }
    if let excerpt = annotation.excerpt { sink.add(.excerpt, excerpt) }
    let confirming = annotation.confirmedBy.filter { $0.knownFrom <= day }
    if !confirming.isEmpty {
      let ids = confirming.map { Identity.code(sources.ids[Int($0.source)]) }
      sink.add(.confirmedBy, ids.joined(separator: " "))
    }
    if let change = annotation.statedChange { sink.add(.statedChange, change.words) }
    if let note = annotation.note {
      sink.add(.note, note.en)
      sink.add(.noteVi, note.vi)
    }
  }
}

extension StatedChange {
  /// `percent 80 moreThan since 2023-S1`, with a range for a number where it is one.
  fileprivate var words: String {
    var words = [kind.rawValue]
    if let value { words.append(value.description) }
    if low != nil || high != nil {
      words.append("\(low?.description ?? "")..\(high?.description ?? "")")
    }
    if qualifier != .exact { words.append(qualifier.rawValue) }
    if let since { words.append("since \(since)") }
    return words.joined(separator: " ")
  }
}
