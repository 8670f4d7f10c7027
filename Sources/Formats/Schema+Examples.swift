import JSON

extension Schema {
  /// A value as a parameter gives it.
  package enum Example: Sendable, Equatable {
    case text(String)
    case texts([String])
    case integer(Int)
    case flag(Bool)

    /// As it stands in a query: with commas between the elements of a list.
    package var text: String {
      switch self {
      case .text(let text): text
      case .texts(let texts): texts.joined(separator: ",")
      case .integer(let integer): "\(integer)"
      case .flag(let flag): flag ? "true" : "false"
      }
    }

    /// Writes it as the JSON value that the schema describes.
    package func write(onto writer: inout JSONWriter) {
      switch self {
      case .text(let text): writer.string(text)
      case .texts(let texts): writer.strings(texts)
      case .integer(let integer): writer.integer(integer)
      case .flag(let flag): writer.bool(flag)
      }
    }
  }

  /// Values that it allows, those that are named first first; none where it names none.
  package var examples: [Example] {
    switch self {
    case .text(_, let some), .codes(let some): some.map { .text($0) }
    case .integer(let range):
      // The least says little: to leave out no row, say.
      [2, range?.lowerBound].compactMap { $0 }.filter { range?.contains($0) ?? true }
        .map { .integer($0) }
    case .flag: [.flag(true), .flag(false)]
    case .set(let element, _): element.examples.map { .texts([$0.text]) }
    case .order(let names): names.map { .texts(["-\($0)"]) }
    case .either(let schemas): schemas.flatMap(\.examples)
    case .named(_, let schema), .orNull(let schema): schema.examples
    case .anything, .number, .list, .object, .both: []
    }
  }
}
