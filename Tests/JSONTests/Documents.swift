import JSON

/// What documents hold, for tests: parsed whole, written again, or the error that refused them.
func rewritten(_ bytes: [UInt8]) throws(JSONError) -> String {
  var tape = Tape()
  try tape.parseDocument(bytes.span)
  var writer = JSONWriter()
  write(tape, 0, bytes, onto: &writer)
  return String(decoding: writer.bytes, as: UTF8.self)
}

func rewritten(_ text: String) throws(JSONError) -> String {
  try rewritten(Array(text.utf8))
}

/// A document with its tape; the macros of tests cannot hold spans themselves.
struct Parsed {
  let bytes: [UInt8]
  let tape: Tape

  init(_ text: String) throws(JSONError) {
    let bytes = Array(text.utf8)
    var tape = Tape()
    try tape.parseDocument(bytes.span)
    self.bytes = bytes
    self.tape = tape
  }

  func text(_ index: Int) -> String { tape.text(index, bytes.span) }
  func matches(_ index: Int, _ text: String) -> Bool { tape.matches(index, text, bytes.span) }
  func member(_ key: String, of object: Int) -> Int? { tape.member(key, of: object, bytes.span) }
  func kind(_ index: Int) -> Token.Kind { tape.tokens[index].kind }
}

/// Nil where the document is taken.
func refusal(of bytes: [UInt8]) -> JSONError? {
  var tape = Tape()
  do {
    try tape.parseDocument(bytes.span)
    return nil
  } catch {
    return error
  }
}

func refusal(of text: String) -> JSONError? {
  refusal(of: Array(text.utf8))
}

/// Writes the value at a token with everything in it; numbers that do not fit as their text.
private func write(_ tape: Tape, _ index: Int, _ bytes: [UInt8], onto writer: inout JSONWriter) {
  let token = tape.tokens[index]
  switch token.kind {
  case .null: writer.null()
  case .true: writer.bool(true)
  case .false: writer.bool(false)
  case .number:
    let range = Int(token.start)..<Int(token.end)
    if let number = Decimal(bytes.span, range) {
      writer.number(number)
    } else {
      writer.string("number \(String(decoding: bytes[range], as: UTF8.self))")
    }
  case .string, .escapedString: writer.string(tape.text(index, bytes.span))
  case .array:
    writer.beginArray()
    for element in tape.elements(of: index) { write(tape, element, bytes, onto: &writer) }
    writer.endArray()
  case .object:
    writer.beginObject()
    for key in tape.keys(of: index) {
      // `JSONWriter.key` takes keys that need no escapes only: written as a string with a value.
      writer.string(tape.text(key, bytes.span))
      write(tape, key + 1, bytes, onto: &writer)
    }
    writer.endObject()
  }
}
