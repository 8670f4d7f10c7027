import Testing

/// A file that is wrong in some places, which `▸` marks in order, and the errors that must say so.
struct Wrong: Sendable, CustomTestStringConvertible {
  /// Without the marks.
  let text: String
  private let list: String?
  private var places: [(line: Int, column: Int)]
  /// As they are printed.
  private(set) var messages: [String] = []

  init(
    _ text: String, _ pointer: String, expected: String, found: String, suggestion: String? = nil
  ) {
    self.init(text: text, list: nil)
    add(pointer, expected: expected, found: found, suggestion: suggestion)
  }

  /// A file of this row only; the pointer begins at the row.
  init(
    _ row: Row, _ pointer: String, expected: String, found: String, suggestion: String? = nil
  ) {
    self.init(text: row.file, list: row.list)
    add(pointer, expected: expected, found: found, suggestion: suggestion)
  }

  private init(text: String, list: String?) {
    let pieces = text.split(separator: "▸", omittingEmptySubsequences: false)
    self.text = pieces.joined()
    self.list = list
    // Counted here in characters, apart from how the program counts.
    var before = ""
    places = pieces.dropLast().map { piece in
      before += piece
      let lines = before.split(separator: "\n", omittingEmptySubsequences: false)
      return (lines.count, (lines.last?.count ?? 0) + 1)
    }
  }

  /// One more error, at the next mark.
  func and(
    _ pointer: String, expected: String, found: String, suggestion: String? = nil
  ) -> Wrong {
    var wrong = self
    wrong.add(pointer, expected: expected, found: found, suggestion: suggestion)
    return wrong
  }

  private mutating func add(
    _ pointer: String, expected: String, found: String, suggestion: String?
  ) {
    let place = places[min(messages.count, places.count - 1)]
    let pointer = list.map { "/\($0)/0\(pointer)" } ?? pointer
    var message = "rows.json:\(place.line):\(place.column): "
    if !pointer.isEmpty { message += "\(pointer): " }
    message += "expected \(expected); found \(found)"
    if let suggestion { message += "; did you mean \"\(suggestion)\"?" }
    messages.append(message)
  }

  var testDescription: String { messages.joined(separator: " | ") }

  /// Expects these errors, and no other, beside the base that is right.
  func expect(sourceLocation: SourceLocation = #_sourceLocation) throws {
    let folder = try Folder(["base.json": base, "rows.json": text])
    #expect(folder.messages == messages, sourceLocation: sourceLocation)
  }
}
