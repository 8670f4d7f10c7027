/// How precisely a document states a figure.
package enum Qualifier: String, Sendable, CaseIterable {
  case exact
  /// trên, hơn
  case moreThan
  /// ít nhất, tối thiểu
  case atLeast
  /// dưới
  case lessThan
  /// tối đa
  case atMost
  /// gần
  case nearly
  /// khoảng
  case about
  case range
}

/// Observation status by the SDMX code list CL_OBS_STATUS.
package enum ObservationStatus: String, Sendable, CaseIterable {
  case normal = "A"
  case seriesBreak = "B"
  case definitionDiffers = "D"
  case estimated = "E"
  case forecast = "F"
  case provisional = "P"
  case lowReliability = "U"
  case derived = "I"
  case notCollected = "L"
  case notApplicable = "M"
  case missing = "O"
  case suppressed = "Q"

  /// Whether the code says that there is no value.
  package var isMissing: Bool {
    switch self {
    case .notCollected, .notApplicable, .missing, .suppressed: true
    default: false
    }
  }
}

/// Why a value is missing.
package enum MissingReason: String, Sendable, CaseIterable {
  case notCollected, notYetPublished, withheld, suppressed, notHeld, areaDidNotExist
  case notApplicable, noRule, inputMissing, notDivisible

  package var status: ObservationStatus {
    switch self {
    case .notCollected: .notCollected
    case .suppressed: .suppressed
    case .areaDidNotExist, .notApplicable: .notApplicable
    case .notYetPublished, .withheld, .notHeld, .noRule, .inputMissing, .notDivisible: .missing
    }
  }
}

package enum Level: String, Sendable, CaseIterable {
  case country, nation, province
}

package enum IndicatorKind: String, Sendable, CaseIterable {
  case flow, stock
}

package enum Direction: String, Sendable, CaseIterable {
  case higherIsBetter, lowerIsBetter, none
}

/// How a series is carried over a merger of provinces.
package enum AggregationRule: String, Sendable, CaseIterable {
  case sum, mean, weightedMean, none
}

package enum ProvinceType: String, Sendable, CaseIterable {
  case province, municipality
}

package enum SourceKind: String, Sendable, CaseIterable {
  case act, statistics, officialSite, press, transcription, survey
}

package enum Reliability: String, Sendable, CaseIterable {
  case primary, checked, single, unofficial
}

package enum TargetMeasure: String, Sendable, CaseIterable {
  case level, changeFromBaseline, changePerYear
}

package enum Comparator: String, Sendable, CaseIterable {
  case atLeast, moreThan, atMost, lessThan, about
}

package enum DueBound: String, Sendable, CaseIterable {
  case by, before
}

package enum PlatformKind: String, Sendable, CaseIterable {
  case portal, app, database, system, infrastructure
}

package enum PlatformState: String, Sendable, CaseIterable {
  case operating, pilot, planned
}

package enum TaskOutcome: String, Sendable, CaseIterable {
  case done, notDone
}

package enum StatedChangeKind: String, Sendable, CaseIterable {
  case difference, percent, points, ratio, rank
}

/// The seven questions of 19 July 2024, in the order in which they were put.
package enum Question: String, Sendable, CaseIterable {
  case goal, who, what, when, accountable, product, result
}
