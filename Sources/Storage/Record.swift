import JSON
import Statistics

/// One object of a file while it is read into a value: every key is taken once, by type, and what
/// is wrong is noted with its place; `end` reports the keys that nobody took.
struct Record {
  let file: DataFile
  private let tape: Tape
  private let window: Window
  private let object: Int
  private let pointer: String
  private var untaken: [Int]
  private var asked: [String] = []

  /// - Parameter window: the bytes that the tape was parsed from.
  init?(_ tape: Tape, _ index: Int, of window: Window, in file: DataFile, pointer: String) {
    self.tape = tape
    self.window = window
    self.file = file
    self.pointer = pointer
    object = index
    untaken = []
    guard tape.tokens[index].kind == .object else {
      report(index, nil, expected: "an object: {…}")
      return nil
    }
    untaken = tape.keys(of: index)
  }

  /// The value of a key; `null` counts as absent.
  mutating func take(_ key: String) -> Int? {
    asked.append(key)
    guard
      let position = untaken.firstIndex(where: { tape.matches($0, key, window.bytes.span) })
    else { return nil }
    let value = untaken.remove(at: position) + 1
    return kind(value) == .null ? nil : value
  }

  mutating func require(_ key: String) -> Int? {
    let value = take(key)
    if value == nil {
      place.report(expected: "the key \"\(key)\"", found: "none")
    }
    return value
  }

  /// Reports the keys that were not asked for.
  func end() {
    for key in untaken {
      let name = tape.text(key, window.bytes.span)
      Place(
        file: file, offset: window.base + Int(tape.tokens[key].start) - 1,
        pointer: "\(pointer)/\(Record.escaped(name))"
      ).report(
        expected: "one of the keys \(asked.joined(separator: ", "))", found: "\"\(name)\"",
        suggestion: Nearest.one(to: name, among: asked))
    }
  }

  func kind(_ value: Int) -> Token.Kind { tape.tokens[value].kind }
  func text(_ value: Int) -> String { tape.text(value, window.bytes.span) }

  func decimal(_ value: Int) -> Decimal? {
    let token = tape.tokens[value]
    return Decimal(window.bytes.span, Int(token.start)..<Int(token.end))
  }

  func elements(_ array: Int) -> [Int] { tape.elements(of: array) }

  /// The key is one that was asked for, with the number of the element after it: nothing to escape.
  func place(_ value: Int, _ key: String?) -> Place {
    let token = tape.tokens[value]
    let quoted = token.kind == .string || token.kind == .escapedString
    return Place(
      file: file, offset: window.base + Int(token.start) - (quoted ? 1 : 0),
      pointer: key.map { "\(pointer)/\($0)" } ?? pointer)
  }

  /// The place of the whole object.
  var place: Place { place(object, nil) }

  func report(_ value: Int, _ key: String?, expected: String, suggestion: String? = nil) {
    place(value, key).report(
      expected: expected, found: written(value), suggestion: suggestion)
  }

  func record(_ value: Int, _ key: String) -> Record? {
    Record(tape, value, of: window, in: file, pointer: "\(pointer)/\(key)")
  }

  /// A value as it stands in the file, cut at 60 characters.
  private func written(_ value: Int) -> String {
    let token = tape.tokens[value]
    let quoted = token.kind == .string || token.kind == .escapedString
    let range = (Int(token.start) - (quoted ? 1 : 0))..<(Int(token.end) + (quoted ? 1 : 0))
    let whole = String(decoding: window.bytes[range], as: UTF8.self)
    return whole.count > 60 ? "\(whole.prefix(60))…" : whole
  }

  /// RFC 6901, section 3.
  static func escaped(_ key: String) -> String {
    guard key.utf8.contains(where: { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "/") }) else {
      return key
    }
    return key.reduce(into: "") {
      $0 += $1 == "~" ? "~0" : $1 == "/" ? "~1" : String($1)
    }
  }
}
