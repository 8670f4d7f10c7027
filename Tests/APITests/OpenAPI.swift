import API
import JSON
import Testing

/// The document for programs, and as much of JSON Schema as it is written in.
enum OpenAPI {
  static let document = Result { try ask("/openapi.json").json() }

  static func operations(of document: Value) -> [Value] {
    document["paths"]?.members.compactMap { $0.value["get"] } ?? []
  }

  /// What `#/…` refers to.
  static func target(of reference: String, in document: Value) -> Value? {
    reference.split(separator: "/").dropFirst().reduce(document) { value, key in
      value?[String(key)]
    }
  }

  static func resolved(_ schema: Value, in document: Value) -> Value {
    schema["$ref"]?.text.flatMap { target(of: $0, in: document) } ?? schema
  }

  /// The reference to what a row is with all its fields.
  static func row(of schema: Value, in document: Value) -> String? {
    var found: String?
    // A cube stands beside the envelope.
    schema.visit { path, value in
      if found == nil, path.contains("data"), path.last == "$ref" { found = value.text }
    }
    return found
  }

  /// What of a value is not as its schema says, by path.
  static func wrong(
    _ value: Value, _ schema: Value, _ document: Value, _ path: String = ""
  ) -> [String] {
    var errors: [String] = []
    if let reference = schema["$ref"]?.text {
      guard let target = target(of: reference, in: document) else { return ["no \(reference)"] }
      return wrong(value, target, document, path)
    }
    if let types = schema["type"] {
      let names = types.text.map { [$0] } ?? types.elements.compactMap(\.text)
      if !names.contains(where: value.isOf) { return ["\(path): \(value) is no \(names)"] }
    }
    if case .list(let allowed)? = schema["enum"], !allowed.contains(value) {
      errors.append("\(path): \(value) is not among \(allowed)")
    }
    if let pattern = schema["pattern"]?.text, let text = value.text {
      if !matches(text, pattern) { errors.append("\(path): \(text) is not \(pattern)") }
    }
    if case .object = value {
      for name in schema["required"]?.elements.compactMap(\.text) ?? []
      where value[name] == nil { errors.append("\(path): no \(name)") }
      for member in schema["properties"]?.members ?? [] {
        if let inner = value[member.key] {
          errors += wrong(inner, member.value, document, "\(path)/\(member.key)")
        }
      }
    }
    if case .list(let elements) = value, let items = schema["items"] {
      for element in elements { errors += wrong(element, items, document, "\(path)[]") }
    }
    for part in schema["allOf"]?.elements ?? [] { errors += wrong(value, part, document, path) }
    if case .list(let ways)? = schema["anyOf"] {
      let each = ways.map { wrong(value, $0, document, path) }
      if !each.contains(where: \.isEmpty) { errors += each.min { $0.count < $1.count } ?? [] }
    }
    return errors
  }

  /// Whether a query may give a text: a list's elements have commas between them.
  static func takes(_ text: String, _ schema: Value, _ document: Value) -> Bool {
    let schema = resolved(schema, in: document)
    if case .list(let ways)? = schema["anyOf"] {
      return ways.contains { takes(text, $0, document) }
    }
    let value: Value =
      schema["type"] == "array"
      ? .list(text.split(separator: ",", omittingEmptySubsequences: false).map { .text("\($0)") })
      : .text(text)
    return wrong(value, schema, document).isEmpty
  }

  private static func matches(_ text: String, _ pattern: String) -> Bool {
    // Swift has no ranges between characters that are not their own canonical forms.
    let blanks = (0...10).map { "\\u20\($0 < 10 ? "0\($0)" : "0a")" }.joined()
    let known = pattern.replacing("\\u2000-\\u200a", with: blanks)
    guard let regex = try? Regex(known) else { return false }
    return text.wholeMatch(of: regex.matchingSemantics(.unicodeScalar)) != nil
  }
}

extension Value {
  var members: [Member] {
    guard case .object(let members) = self else { return [] }
    return members
  }

  fileprivate func isOf(_ type: String) -> Bool {
    switch self {
    case .null: type == "null"
    case .flag: type == "boolean"
    case .number: type == "number" || type == "integer" && integer != nil
    case .text: type == "string"
    case .list: type == "array"
    case .object: type == "object"
    }
  }
}
