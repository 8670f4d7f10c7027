import JSON

/// JSON to be read: what fits on a line stands on one.
struct Indented {
  private let json: [UInt8]
  private let tape: Tape
  private var bytes: [UInt8] = []

  /// Characters of a line.
  private static let width = 112

  static func text(_ json: [UInt8]) -> String {
    var indented = Indented(json)
    indented.write(0, depth: 0, behind: 0)
    return String(decoding: indented.bytes, as: UTF8.self)
  }

  private init(_ json: [UInt8]) {
    self.json = json
    tape = Tape.ofAnswer(json)
  }

  /// - Parameter used: the characters that stand before it on the line.
  private mutating func write(_ place: Int, depth: Int, behind used: Int) {
    let token = tape.tokens[place]
    let isObject = token.kind == .object
    let parts = isObject ? tape.keys(of: place) : tape.elements(of: place)
    guard isObject || token.kind == .array, !parts.isEmpty else { return writeLine(place) }
    let start = bytes.count
    writeLine(place)
    // A byte that goes on a character takes no room.
    let length = bytes[start...].count { $0 & 0xC0 != 0x80 }
    if used + length <= Indented.width { return }
    bytes.removeLast(bytes.count - start)
    bytes.append(UInt8(ascii: isObject ? "{" : "["))
    for (number, part) in parts.enumerated() {
      if number > 0 { bytes.append(UInt8(ascii: ",")) }
      newline(depth + 1)
      var before = depth * 2 + 3
      if isObject {
        let start = bytes.count
        writeLine(part)
        bytes += Array(": ".utf8)
        before += bytes.count - start
      }
      write(isObject ? part + 1 : part, depth: depth + 1, behind: before)
    }
    newline(depth)
    bytes.append(UInt8(ascii: isObject ? "}" : "]"))
  }

  private mutating func newline(_ depth: Int) {
    bytes.append(0x0A)
    bytes += Array(repeating: 0x20, count: depth * 2)
  }

  /// A value on a line, with blanks behind commas and colons.
  private mutating func writeLine(_ place: Int) {
    let token = tape.tokens[place]
    switch token.kind {
    case .object:
      bytes.append(UInt8(ascii: "{"))
      for (number, key) in tape.keys(of: place).enumerated() {
        if number > 0 { bytes += Array(", ".utf8) }
        writeLine(key)
        bytes += Array(": ".utf8)
        writeLine(key + 1)
      }
      bytes.append(UInt8(ascii: "}"))
    case .array:
      bytes.append(UInt8(ascii: "["))
      for (number, element) in tape.elements(of: place).enumerated() {
        if number > 0 { bytes += Array(", ".utf8) }
        writeLine(element)
      }
      bytes.append(UInt8(ascii: "]"))
    case .string, .escapedString:
      bytes += json[Int(token.start) - 1...Int(token.end)]
    default: bytes += json[Int(token.start)..<Int(token.end)]
    }
  }
}

extension Tape {
  /// What an answer of this program says.
  static func ofAnswer(_ json: [UInt8]) -> Tape {
    var tape = Tape()
    do throws(JSONError) {
      try tape.parseDocument(json.span)
    } catch {
      preconditionFailure("an answer is no JSON: \(error)")
    }
    return tape
  }
}
