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
  private var boxedChange: Boxed<Change>?

  /// Filled in where it is asked for.
  package var change: Change? {
    get { boxedChange?.value }
    set { boxedChange = newValue.map { Boxed($0) } }
  }

  /// Where: an area of the snapshot's, or a region that units are added up to.
  package enum Place: Sendable, Hashable {
    case area(Int)
    case region(Int)
  }

  package enum Origin: Sendable {
    case published(Statement)
    case carried(Derivation)
    /// Nothing is held; of a province's page.
    case nothing
  }

  package var hasChange: Bool { boxedChange != nil }

  /// Whether it has a number: not a range, not missing.
  package var hasNumber: Bool { value != nil }

  /// Of the observation table.
  package var row: Int? { statement.map { Int($0.row) } }

  package var statement: Statement? {
    switch origin {
    case .published(let statement): statement
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

/// What a document states beside the value: of a row of the observation table what most questions
/// and formats want to know, taken out of its columns at once.
package struct Statement: Sendable {
  package let row: Int32
  /// Among the table's periods; `ObservationTable.noPeriod` where the document states none.
  package let periodNumber: UInt16
  /// Among the table's provenances.
  package let provenanceNumber: UInt16
  /// Among the snapshot's sources.
  package let source: UInt16
  package let qualifier: Qualifier
  package let status: ObservationStatus
  /// Whether the row has an annotation.
  package let isAnnotated: Bool
  /// Whether no other document speaks of the cell.
  package let isAlone: Bool

  package init(
    row: Int32, periodNumber: UInt16, provenanceNumber: UInt16, source: UInt16,
    qualifier: Qualifier, status: ObservationStatus, isAnnotated: Bool, isAlone: Bool
  ) {
    self.row = row
    self.periodNumber = periodNumber
    self.provenanceNumber = provenanceNumber
    self.source = source
    self.qualifier = qualifier
    self.status = status
    self.isAnnotated = isAnnotated
    self.isAlone = isAlone
  }
}

/// Something large that few values have, so that the others stay small.
final class Boxed<Value: Sendable>: Sendable {
  let value: Value

  init(_ value: Value) {
    self.value = value
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
