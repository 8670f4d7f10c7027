import JSON

/// What a JSON value may be: as much of JSON Schema as parameters and answers need.
package indirect enum Schema: Sendable {
  case anything
  /// A text; where there is a pattern (ECMA-262), one that matches it, such as those of the list.
  case text(matching: String? = nil, like: [String] = [])
  case codes([String])
  case number
  case integer(ClosedRange<Int>? = nil)
  case flag
  case list(of: Schema)
  /// A list of at least one, each once.
  case set(of: Schema, atMost: Int)
  /// The same of names to sort by, `-` before one for descending, no name twice.
  case order(by: [String])
  case object([Member])
  case either([Schema])
  /// All that two say.
  case both(Schema, Schema)
  case orNull(Schema)
  /// One that has a name of its own in a document.
  case named(String, Schema)

  /// A member of an object.
  package struct Member: Sendable {
    package let name: String
    package let schema: Schema
    package let isAlways: Bool

    package init(_ name: String, _ schema: Schema, always isAlways: Bool = true) {
      self.name = name
      self.schema = schema
      self.isAlways = isAlways
    }
  }

  /// An object that has the members of the first list always, those of the second maybe.
  package static func object(
    _ always: KeyValuePairs<String, Schema>, maybe: KeyValuePairs<String, Schema> = [:]
  ) -> Schema {
    .object(always.map { Member($0, $1) } + maybe.map { Member($0, $1, always: false) })
  }

  /// The codes of an enumeration.
  package static func codes<Code: RawRepresentable & CaseIterable>(of _: Code.Type) -> Schema
  where Code.RawValue == String {
    .codes(Code.allCases.map(\.rawValue))
  }

  package static let name = Schema.named("Name", .object(["vi": .text(), "en": .text()]))
  package static let day = Schema.named(
    "Day", .text(matching: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"))
  /// A day, or a month or year where a document gives no more.
  package static let date = Schema.named(
    "PartialDate", .text(matching: "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"))
  package static let period = Schema.named(
    "Period",
    .text(
      matching: "^[0-9]{4}(-(S[12]|Q[1-4]|[0-9]{2}(-[0-9]{2}(/P[1-9][0-9]{0,4}[YMD])?)?))?$"))
}

extension FieldValue {
  /// What values of this kind may be, where nothing more is said; `null` only where it is always
  /// there.
  func schema(always isAlways: Bool) -> Schema {
    let schema: Schema
    switch self {
    case .integer: return .integer()
    case .flag: return .flag
    case .texts: return .list(of: .text())
    case .names: return .list(of: .name)
    case .list: return .list(of: .anything)
    case .text: schema = .text()
    case .number: schema = .number
    case .day: schema = .day
    case .date: schema = .date
    case .period: schema = .period
    case .name: schema = .name
    case .nested: schema = .anything
    }
    return isAlways ? .orNull(schema) : schema
  }
}

extension Field {
  /// What the field says, by its own word or a row's value; `nil` of both says nothing.
  package func schema(_ row: Row?, _ view: View) -> Schema {
    says ?? row.map { value($0, view).schema(always: isAlways) } ?? .anything
  }
}
