/// The codes of a row in four bytes.
struct RowCodes: Sendable {
  var qualifier: Qualifier
  var status: ObservationStatus
  var missing: MissingReason?
  private var flags: Flags = []

  private struct Flags: OptionSet, Sendable {
    let rawValue: UInt8
    static let shown = Flags(rawValue: 1)
    static let producers = Flags(rawValue: 2)
    static let annotated = Flags(rawValue: 4)
  }

  init(qualifier: Qualifier, status: ObservationStatus, missing: MissingReason?) {
    self.qualifier = qualifier
    self.status = status
    self.missing = missing
  }

  var isShown: Bool {
    get { flags.contains(.shown) }
    set { set(.shown, newValue) }
  }

  /// Whether the source is the producer of the figure.
  var isProducers: Bool {
    get { flags.contains(.producers) }
    set { set(.producers, newValue) }
  }

  /// Whether the row has an annotation that is not empty.
  var isAnnotated: Bool {
    get { flags.contains(.annotated) }
    set { set(.annotated, newValue) }
  }

  private mutating func set(_ flag: Flags, _ isSet: Bool) {
    if isSet { flags.insert(flag) } else { flags.remove(flag) }
  }
}
