import JSON

/// Digital government, digital economy, digital society.
package struct Pillar: Sendable {
  package var id = ""
  package var name = Name(vi: "", en: "")

  package init() {}
}

/// What figures count: by the codes of SDMX and UCUM where they have one.
package struct Unit: Sendable {
  package var code = ""
  package var symbol = ""
  package var name = Name(vi: "", en: "")

  package init() {}
}

/// What is measured, by whom, in what unit, and how it may be carried over a merger.
package struct Indicator: Sendable {
  package var id = ""
  package var name = Name(vi: "", en: "")
  package var shortName: Name?
  package var definition = Name(vi: "", en: "")
  package var producer: String?
  package var producerNote: Name?
  package var pillar: String?
  package var parent: String?
  package var unit = ""
  /// A value × 10^unitMultiplier is in `unit`.
  package var unitMultiplier = 0
  /// How many digits after the point to print.
  package var decimals = 0
  package var minimum: Decimal?
  package var maximum: Decimal?
  package var kind = IndicatorKind.flow
  package var frequency = Frequency.annual
  package var direction = Direction.none
  package var levels: [Level] = []
  package var aggregation = Aggregation()
  package var breaks: [MethodBreak] = []
  package var notes: [Name] = []

  package init() {}
}

package struct Aggregation: Sendable {
  package var rule = AggregationRule.none
  package var over: String?
  /// The indicator that weighs a weighted mean.
  package var weight: String?
  package var source: String?
  package var excerpt: String?

  package init() {}
}

/// A change of method: no growth is computed across it.
package struct MethodBreak: Sendable {
  /// The first period by the new method.
  package var period: Period
  package var what = Name(vi: "", en: "")
  package var act: String?
  package var source: String?

  package init(period: Period) {
    self.period = period
  }
}
