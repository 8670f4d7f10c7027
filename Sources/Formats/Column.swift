import JSON
import Statistics

/// What the cells of a column are, by the names of Data Package.
package enum ColumnType: String, Sendable {
  case string, number, integer, boolean, date
}

/// One column of a table of comma-separated values.
package struct Column<Row>: Sendable {
  package let name: String
  package let type: ColumnType
  package let write: @Sendable (Row, View, inout CSVWriter) -> Void

  init(
    _ name: String, _ type: ColumnType = .string,
    _ write: @escaping @Sendable (Row, View, inout CSVWriter) -> Void
  ) {
    self.name = name
    self.type = type
    self.write = write
  }
}

/// What of a field stands in a table of comma-separated values.
package enum Shape<Row>: Sendable {
  /// One column: a text, a number, a date, or a list of texts joined by ";".
  case one
  /// A text in two languages: two columns.
  case name
  /// An object: these of its members, a column each; "name.vi" is a member of a member.
  case members([String])
  /// More or less than it says.
  case these([Column<Row>])
  /// A list of objects: nothing.
  case leftOut
}

extension Field {
  /// The columns that come from the field.
  package var columns: [Column<Row>] {
    let (name, value) = (name, value)
    switch shape {
    case .leftOut: return []
    case .these(let columns): return columns
    case .one:
      return [Column(name) { row, view, writer in value(row, view).write(onto: &writer) }]
    case .name:
      return [
        Column("\(name)Vi") { row, view, writer in writer.text(value(row, view).name?.vi) },
        Column("\(name)En") { row, view, writer in writer.text(value(row, view).name?.en) },
      ]
    case .members(let paths):
      return paths.map { path in
        let path = path.split(separator: ".").map(String.init)
        let joined = path.reduce(name) { $0 + $1.prefix(1).uppercased() + $1.dropFirst() }
        return Column(joined) { row, view, writer in
          value(row, view).write(path, onto: &writer)
        }
      }
    }
  }
}

extension Field {
  /// The names of the columns and what their cells are, as far as the field or a row tells.
  package func columnTypes(_ row: Row?, _ view: View) -> [(name: String, type: ColumnType)] {
    let schema = schema(row, view)
    let types: [ColumnType] =
      switch shape {
      case .one: [schema.columnType]
      case .members(let paths): paths.map { schema.member(at: $0.split(separator: ".")).columnType }
      case .name, .these, .leftOut: columns.map(\.type)
      }
    return zip(columns, types).map { ($0.name, $1) }
  }
}

extension Schema {
  /// What a cell of it is; of what may be more than one thing a text.
  fileprivate var columnType: ColumnType {
    switch self {
    case .number: .number
    case .integer: .integer
    case .flag: .boolean
    case .named("Day", _): .date
    case .named(_, let schema), .orNull(let schema): schema.columnType
    default: .string
    }
  }

  /// A member of an object, or of a member.
  fileprivate func member(at path: some Collection<Substring>) -> Schema {
    guard let name = path.first else { return self }
    switch self {
    case .named(_, let schema), .orNull(let schema): return schema.member(at: path)
    case .object(let members):
      guard let member = members.first(where: { $0.name == name }) else { return .anything }
      return member.schema.member(at: path.dropFirst())
    default: return .anything
    }
  }
}

extension FieldValue {
  fileprivate var name: Name? {
    if case .name(let name) = self { name } else { nil }
  }

  /// Writes a value that is one cell.
  fileprivate func write(onto writer: inout CSVWriter) {
    switch self {
    case .text(let text): writer.text(text)
    case .number(let number): writer.number(number)
    case .integer(let integer): writer.number(Decimal(integer))
    case .flag(let flag): writer.text(flag ? "true" : "false")
    case .day(let day): writer.day(day)
    case .date(let date): writer.text(date?.description)
    case .period(let period): writer.text(period?.description)
    case .texts(let texts): writer.text(texts.isEmpty ? nil : texts.joined(separator: ";"))
    case .name, .names, .nested, .list: writer.empty()
    }
  }

  /// Writes a member of an object: what the object is as JSON is read again.
  fileprivate func write(_ path: [String], onto writer: inout CSVWriter) {
    var json = JSONWriter()
    write(onto: &json)
    var tape = Tape()
    do throws(JSONError) {
      try tape.parseDocument(json.bytes.span)
    } catch {
      preconditionFailure("a field wrote what is no JSON: \(error)")
    }
    var place: Int? = 0
    for name in path {
      place = place.flatMap { object in
        tape.tokens[object].kind == .object ? tape.member(name, of: object, json.bytes.span) : nil
      }
    }
    guard let place else { return writer.empty() }
    let token = tape.tokens[place]
    switch token.kind {
    case .string, .escapedString: writer.text(tape.text(place, json.bytes.span))
    case .number, .true, .false:
      writer.plain { $0.append(contentsOf: json.bytes[Int(token.start)..<Int(token.end)]) }
    case .array:
      let texts = tape.elements(of: place).map { tape.text($0, json.bytes.span) }
      writer.text(texts.isEmpty ? nil : texts.joined(separator: ";"))
    default: writer.empty()
    }
  }
}

extension CSVWriter {
  /// A row as a line of some columns.
  package mutating func line<Row>(_ row: Row, _ columns: [Column<Row>], _ view: View) {
    for column in columns { column.write(row, view, &self) }
    endLine()
  }

  mutating func day(_ day: Day?) {
    plain { bytes in day?.write(onto: &bytes) }
  }
}
