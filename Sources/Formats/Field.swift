import JSON
import Statistics

/// One field of a kind of thing: its name, when it is there, and what it says of a row.
///
/// The list of a thing's fields is all that a format needs to know of it: JSON members, sorting,
/// `fields=` and columns come from the same list.
package struct Field<Row>: Sendable {
  package let name: String
  /// Whether it is there even with nothing to say (`null` or `[]`); else it is left out then.
  package let isAlways: Bool
  package let value: @Sendable (Row, View) -> FieldValue
  /// What the value follows from alone, where rows share it.
  let basis: Basis?
  let shape: Shape<Row>
  /// What its values may be, where the kind of a value does not tell.
  let says: Schema?
  let key: JSONKey

  package init(
    _ name: String, always isAlways: Bool = true, of basis: Basis? = nil,
    as shape: Shape<Row> = .one, says: Schema? = nil,
    _ value: @escaping @Sendable (Row, View) -> FieldValue
  ) {
    self.name = name
    self.isAlways = isAlways
    self.basis = basis
    self.shape = shape
    self.says = says
    self.value = value
    key = JSONKey(name)
  }
}

/// What a field says.
package enum FieldValue: Sendable {
  case text(String?)
  case number(Decimal?)
  case integer(Int)
  case flag(Bool)
  case day(Day?)
  case date(PartialDate?)
  case period(Period?)
  case name(Name?)
  case names([Name])
  case texts([String])
  /// Anything nested, as the closure writes it; `nil` is nothing to say.
  case nested((@Sendable (inout JSONWriter) -> Void)?)
  /// The same for a list, which says `[]` where it is empty.
  case list(count: Int, @Sendable (_ index: Int, inout JSONWriter) -> Void)

  /// Whether the field can be sorted by: it is one string, number or date.
  package var isSortable: Bool {
    switch self {
    case .text, .number, .integer, .day, .date, .period: true
    default: false
    }
  }

  package var isEmpty: Bool {
    switch self {
    case .text(let value): value == nil
    case .number(let value): value == nil
    case .day(let value): value == nil
    case .date(let value): value == nil
    case .period(let value): value == nil
    case .name(let value): value == nil
    case .names(let values): values.isEmpty
    case .texts(let values): values.isEmpty
    case .nested(let value): value == nil
    case .list(let count, _): count == 0
    case .integer, .flag: false
    }
  }

  /// Whether this comes before the other, nothing last; nil where they are equal.
  package func precedes(_ other: FieldValue, descending: Bool) -> Bool? {
    if isEmpty || other.isEmpty { return isEmpty == other.isEmpty ? nil : other.isEmpty }
    switch compared(to: other) {
    case 0: return nil
    case let order: return descending ? order > 0 : order < 0
    }
  }

  private func compared(to other: FieldValue) -> Int {
    switch (self, other) {
    case (.text(let one?), .text(let two?)):
      one == two ? 0 : Statistics.precedes(one, two) ? -1 : 1
    case (.number(let one?), .number(let two?)): one == two ? 0 : one < two ? -1 : 1
    case (.integer(let one), .integer(let two)): one == two ? 0 : one < two ? -1 : 1
    case (.day(let one?), .day(let two?)): one == two ? 0 : one < two ? -1 : 1
    case (.date(let one?), .date(let two?)):
      one == two ? 0 : (one.first, one.last) < (two.first, two.last) ? -1 : 1
    case (.period(let one?), .period(let two?)): one == two ? 0 : one < two ? -1 : 1
    default: 0
    }
  }
}

extension FieldValue {
  package func write(onto writer: inout JSONWriter) {
    switch self {
    case .text(let text): writer.text(text)
    case .number(let number): writer.number(number)
    case .integer(let integer): writer.integer(integer)
    case .flag(let flag): writer.bool(flag)
    case .day(let day): writer.day(day)
    case .date(let date):
      if let date, date.isWhole { writer.day(date.first) } else { writer.text(date?.description) }
    case .period(let period): writer.text(period?.description)
    case .name(let name): writer.name(name)
    case .names(let names):
      writer.beginArray()
      for name in names { writer.name(name) }
      writer.endArray()
    case .texts(let texts): writer.strings(texts)
    case .nested(let write):
      if let write { write(&writer) } else { writer.null() }
    case .list(let count, let write):
      writer.beginArray()
      for index in 0..<count { write(index, &writer) }
      writer.endArray()
    }
  }
}

extension JSONWriter {
  package mutating func text(_ text: String?) {
    if let text { string(text) } else { null() }
  }

  package mutating func number(_ number: Decimal?) {
    if let number { self.number(number) } else { null() }
  }

  package mutating func day(_ day: Day?) {
    if let day { string { day.write(onto: &$0) } } else { null() }
  }

  package mutating func name(_ name: Name?) {
    guard let name else { return null() }
    beginObject()
    member("vi", name.vi)
    member("en", name.en)
    endObject()
  }

  package mutating func member(_ key: String, _ name: Name?) {
    self.key(key)
    self.name(name)
  }

  /// One thing as an object of its fields.
  package mutating func object<Row>(_ row: Row, _ fields: [Field<Row>], _ view: View) {
    beginObject()
    members(row, fields, view)
    endObject()
  }

  package mutating func members<Row>(_ row: Row, _ fields: [Field<Row>], _ view: View) {
    for field in fields { member(field, row, view) }
  }

  mutating func member<Row>(_ field: Field<Row>, _ row: Row, _ view: View) {
    let value = field.value(row, view)
    if value.isEmpty, !field.isAlways { return }
    key(field.key)
    value.write(onto: &self)
  }
}
