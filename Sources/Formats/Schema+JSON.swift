import JSON

extension Schema {
  /// Writes it as JSON Schema; one with a name is referred to by it.
  package func write(onto writer: inout JSONWriter) {
    writer.beginObject()
    writeMembers(onto: &writer)
    writer.endObject()
  }

  private func writeMembers(orNull: Bool = false, onto writer: inout JSONWriter) {
    switch self {
    case .anything: break
    case .text(let pattern, _):
      writer.type("string", orNull)
      if let pattern { writer.member("pattern", pattern) }
    case .codes(let codes):
      writer.type("string", orNull)
      writer.key("enum")
      writer.beginArray()
      for code in codes { writer.string(code) }
      if orNull { writer.null() }
      writer.endArray()
    case .number: writer.type("number", orNull)
    case .integer(let range):
      writer.type("integer", orNull)
      if let range {
        writer.member("minimum", range.lowerBound)
        writer.member("maximum", range.upperBound)
      }
    case .flag: writer.type("boolean", orNull)
    case .list(let element):
      writer.type("array", orNull)
      writer.member("items", element)
    case .set(let element, let most):
      writer.type("array", orNull)
      writer.member("items", element)
      writer.member("minItems", 1)
      writer.member("maxItems", most)
      writer.key("uniqueItems")
      writer.bool(true)
    case .order(let names):
      Schema.set(of: .codes(names.flatMap { [$0, "-\($0)"] }), atMost: names.count)
        .writeMembers(orNull: orNull, onto: &writer)
      Schema.writeBothWays(names, onto: &writer)
    case .object(let members):
      writer.type("object", orNull)
      Schema.write(members, onto: &writer)
    case .either(let schemas):
      writer.key("anyOf")
      writer.beginArray()
      for schema in schemas { schema.write(onto: &writer) }
      if orNull { Schema.writeNull(onto: &writer) }
      writer.endArray()
    case .both(let one, let other):
      writer.key("allOf")
      writer.beginArray()
      one.write(onto: &writer)
      other.write(onto: &writer)
      writer.endArray()
    case .orNull(let schema): schema.writeMembers(orNull: true, onto: &writer)
    case .named(let name, let schema):
      if orNull {
        Schema.either([.named(name, schema)]).writeMembers(orNull: true, onto: &writer)
      } else {
        writer.member("$ref", "#/components/schemas/\(name)")
      }
    }
  }

  private static func write(_ members: [Member], onto writer: inout JSONWriter) {
    let always = members.filter(\.isAlways).map(\.name)
    if !always.isEmpty {
      writer.key("required")
      writer.strings(always)
    }
    writer.key("properties")
    writer.beginObject()
    for member in members { writer.member(member.name, member.schema) }
    writer.endObject()
  }

  private static func writeNull(onto writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("type", "null")
    writer.endObject()
  }

  /// Rules out lists that sort by a name both ways.
  private static func writeBothWays(_ names: [String], onto writer: inout JSONWriter) {
    writer.key("not")
    writer.beginObject()
    writer.key("anyOf")
    writer.beginArray()
    for name in names {
      writer.beginObject()
      writer.key("allOf")
      writer.beginArray()
      for way in [name, "-\(name)"] {
        writer.beginObject()
        writer.key("contains")
        writer.beginObject()
        writer.member("const", way)
        writer.endObject()
        writer.endObject()
      }
      writer.endArray()
      writer.endObject()
    }
    writer.endArray()
    writer.endObject()
  }

  /// The schemas with names of their own that it refers to, and those they refer to.
  package func collect(into named: inout [String: Schema]) {
    switch self {
    case .named(let name, let schema):
      guard named[name] == nil else { return }
      named[name] = schema
      schema.collect(into: &named)
    case .list(let schema), .set(let schema, _), .orNull(let schema):
      schema.collect(into: &named)
    case .both(let one, let other):
      one.collect(into: &named)
      other.collect(into: &named)
    case .object(let members): for member in members { member.schema.collect(into: &named) }
    case .either(let schemas): for schema in schemas { schema.collect(into: &named) }
    case .anything, .text, .codes, .number, .integer, .flag, .order: break
    }
  }
}

extension JSONWriter {
  package mutating func member(_ key: String, _ schema: Schema) {
    self.key(key)
    schema.write(onto: &self)
  }

  package mutating func member(_ key: String, _ integer: Int) {
    self.key(key)
    self.integer(integer)
  }

  fileprivate mutating func type(_ name: String, _ orNull: Bool) {
    key("type")
    if orNull { strings([name, "null"]) } else { string(name) }
  }
}
