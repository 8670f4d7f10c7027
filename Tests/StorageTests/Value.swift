import JSON

/// A JSON value as a test reads it, apart from how the program reads rows.
indirect enum Value: Sendable {
  case null
  case bool(Bool)
  case number(Decimal)
  case text(String)
  case list([Value])
  case object([(key: String, value: Value)])

  init(_ tape: Tape, _ index: Int, _ bytes: [UInt8]) throws {
    let token = tape.tokens[index]
    switch token.kind {
    case .null: self = .null
    case .true: self = .bool(true)
    case .false: self = .bool(false)
    case .number:
      guard let number = Decimal(bytes.span, Int(token.start)..<Int(token.end)) else {
        throw TooManyDigits()
      }
      self = .number(number)
    case .string, .escapedString: self = .text(tape.text(index, bytes.span))
    case .array: self = .list(try tape.elements(of: index).map { try Value(tape, $0, bytes) })
    case .object:
      self = .object(
        try tape.keys(of: index).map {
          (tape.text($0, bytes.span), try Value(tape, $0 + 1, bytes))
        })
    }
  }

  struct TooManyDigits: Error {}

  subscript(key: String) -> Value? {
    if case .object(let members) = self { members.first { $0.key == key }?.value } else { nil }
  }

  var text: String? { if case .text(let text) = self { text } else { nil } }
  var number: Decimal? { if case .number(let number) = self { number } else { nil } }
  var list: [Value] { if case .list(let list) = self { list } else { [] } }

  /// Every member of this and of everything in it, with the key that it, or its list, stands under.
  func walk(under key: String = "", _ visit: (_ key: String, _ value: Value) -> Void) {
    visit(key, self)
    switch self {
    case .list(let list): for value in list { value.walk(under: key, visit) }
    case .object(let members): for (key, value) in members { value.walk(under: key, visit) }
    case .null, .bool, .number, .text: break
    }
  }
}
