import JSON

/// What stands in one cell of the cube, published or carried onto a map.
package struct Cell: Sendable {
  /// An index into the snapshot's indicators.
  package let indicator: Int
  package let place: Place
  /// Nil where the document states none.
  package let period: Period?
  package let value: Decimal?
  package let missing: MissingReason?
  package let origin: Origin
  /// Filled in where it is asked for.
  package var change: Change?

  /// Where: an area of the snapshot's, or a region that units are added up to.
  package enum Place: Sendable, Hashable {
    case area(Int)
    case region(Int)
  }

  package enum Origin: Sendable {
    /// A row of the observation table.
    case published(Int)
    case carried(Derivation)
    /// Nothing is held; of a province's page.
    case nothing
  }

  /// Whether it has a number: not a range, not missing.
  package var hasNumber: Bool { value != nil }

  package var row: Int? {
    switch origin {
    case .published(let row): row
    case .carried, .nothing: nil
    }
  }

  package var derivation: Derivation? {
    switch origin {
    case .carried(let derivation): derivation
    case .published, .nothing: nil
    }
  }

  package init(
    indicator: Int, place: Place, period: Period?, value: Decimal?, missing: MissingReason?,
    origin: Origin
  ) {
    self.indicator = indicator
    self.place = place
    self.period = period
    self.value = value
    self.missing = missing
    self.origin = origin
  }
}

/// How a value was made of others by a rule, or why it could not be.
package final class Derivation: Sendable {
  package let rule: AggregationRule
  /// The first day of the map that it was carried onto.
  package let boundaries: Day
  package let inputs: [Input]
  package let qualifier: Qualifier
  /// The newest of the inputs' dates.
  package let published: PartialDate?
  package let knownFrom: Day?

  package struct Input: Sendable {
    /// The id of the area.
    package let area: String
    package let value: Decimal?
    /// The id of the source, nil of what was derived itself.
    package let source: String?
  }

  init(
    rule: AggregationRule, boundaries: Day, inputs: [Input], qualifier: Qualifier,
    published: PartialDate?, knownFrom: Day?
  ) {
    self.rule = rule
    self.boundaries = boundaries
    self.inputs = inputs
    self.qualifier = qualifier
    self.published = published
    self.knownFrom = knownFrom
  }
}
