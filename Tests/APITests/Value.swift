import JSON

/// A JSON value as tests look at it: read by the room `JSON`, members in the order of the document.
enum Value: Hashable, Sendable {
  case null
  case flag(Bool)
  case number(Decimal)
  case text(String)
  case list([Value])
  case object([Member])

  struct Member: Hashable, Sendable {
    var key: String
    var value: Value
  }

  init(_ bytes: [UInt8]) throws {
    var tape = Tape()
    try tape.parseDocument(bytes.span)
    self.init(tape, 0, bytes.span)
  }

  private init(_ tape: Tape, _ index: Int, _ bytes: Span<UInt8>) {
    let token = tape.tokens[index]
    switch token.kind {
    case .null: self = .null
    case .true: self = .flag(true)
    case .false: self = .flag(false)
    case .string, .escapedString: self = .text(tape.text(index, bytes))
    case .number:
      guard let number = Decimal(bytes, Int(token.start)..<Int(token.end)) else {
        preconditionFailure("a number of an answer fits")
      }
      self = .number(number)
    case .array: self = .list(tape.elements(of: index).map { Value(tape, $0, bytes) })
    case .object:
      self = .object(
        tape.keys(of: index).map {
          Member(key: tape.text($0, bytes), value: Value(tape, $0 + 1, bytes))
        })
    }
  }
}

extension Value {
  /// The value of a member; nil where there is no such member.
  subscript(key: String) -> Value? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  /// An element of a list; nil where there is none.
  subscript(index: Int) -> Value? {
    guard case .list(let elements) = self, elements.indices.contains(index) else { return nil }
    return elements[index]
  }

  var keys: [String] {
    guard case .object(let members) = self else { return [] }
    return members.map(\.key)
  }

  /// The elements of a list; nothing else has any.
  var elements: [Value] {
    guard case .list(let elements) = self else { return [] }
    return elements
  }

  var text: String? {
    guard case .text(let text) = self else { return nil }
    return text
  }

  var number: Decimal? {
    guard case .number(let number) = self else { return nil }
    return number
  }

  var integer: Int? {
    number.flatMap { $0.places == 0 ? Int($0.mantissa) : nil }
  }

  var flag: Bool? {
    guard case .flag(let flag) = self else { return nil }
    return flag
  }

  /// Every value inside this one and itself, each with the keys that lead to it.
  func visit(_ path: [String] = [], _ look: (_ path: [String], Value) -> Void) {
    look(path, self)
    switch self {
    case .list(let elements): for element in elements { element.visit(path, look) }
    case .object(let members):
      for member in members { member.value.visit(path + [member.key], look) }
    default: break
    }
  }
}

extension Value: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByNilLiteral, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral
{
  init(stringLiteral text: String) { self = .text(text) }
  init(integerLiteral number: Int) { self = .number(Decimal(number)) }
  init(booleanLiteral flag: Bool) { self = .flag(flag) }
  init(nilLiteral: ()) { self = .null }
  init(arrayLiteral elements: Value...) { self = .list(elements) }
  init(dictionaryLiteral members: (String, Value)...) {
    self = .object(members.map { Member(key: $0.0, value: $0.1) })
  }
}

extension Value: ExpressibleByFloatLiteral {
  /// A number with the digits that stand in the test.
  init(floatLiteral number: Double) {
    let digits = Array("\(number)".utf8)
    guard let decimal = Decimal(digits.span, 0..<digits.count) else {
      preconditionFailure("a number of a test fits")
    }
    self = .number(decimal)
  }
}

extension Value: CustomStringConvertible {
  /// JSON, near enough for a message.
  var description: String {
    switch self {
    case .null: "null"
    case .flag(let flag): "\(flag)"
    case .number(let number): "\(number)"
    case .text(let text): "\"\(text)\""
    case .list(let elements): "[\(elements.map(\.description).joined(separator: ","))]"
    case .object(let members):
      "{\(members.map { "\"\($0.key)\":\($0.value)" }.joined(separator: ","))}"
    }
  }
}
