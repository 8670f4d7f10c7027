import JSON

/// The JSON readers: what is taken can be written and read again with the same meaning, and the
/// readers of rows take nothing that the reader of documents refuses.
@Sendable func fuzzJSON(_ bytes: [UInt8]) {
  let document = parse(bytes)
  if let document {
    let written = write(document, bytes)
    guard let again = parse(written) else { return promise(false, "what was written is refused") }
    promise(write(again, written) == written, "what was written means something else")
  }
  if readRows(bytes) { promise(document != nil, "rows of a document that is none") }
  readFlat(bytes)
}

private func parse(_ bytes: [UInt8]) -> Tape? {
  var tape = Tape()
  do throws(JSONError) {
    try tape.parseDocument(bytes.span)
    return tape
  } catch {
    promise(error.offset <= bytes.count, "an error beyond the end")
    _ = TextPlace(offset: error.offset, in: bytes.span)
    return nil
  }
}

private func write(_ tape: Tape, _ bytes: [UInt8]) -> [UInt8] {
  var writer = JSONWriter()
  write(0, tape, bytes, &writer)
  return writer.bytes
}

private func write(_ index: Int, _ tape: Tape, _ bytes: [UInt8], _ writer: inout JSONWriter) {
  let token = tape.tokens[index]
  let range = Int(token.start)..<Int(token.end)
  promise(range.upperBound <= bytes.count, "a value beyond the end")
  switch token.kind {
  case .null: writer.null()
  case .true: writer.bool(true)
  case .false: writer.bool(false)
  case .number:
    if let number = Decimal(bytes.span, range) {
      writer.number(number)
    } else {
      writer.string(String(decoding: bytes[range], as: UTF8.self))
    }
  case .string, .escapedString:
    let text = tape.text(index, bytes.span)
    promise(tape.matches(index, text, bytes.span), "a text is not itself")
    writer.string(text)
  case .array:
    writer.beginArray()
    for element in tape.elements(of: index) { write(element, tape, bytes, &writer) }
    writer.endArray()
  case .object:
    // The writer's own keys need no escapes; these may, and are written as texts.
    writer.beginArray()
    for key in tape.keys(of: index) {
      let name = tape.text(key, bytes.span)
      promise(tape.member(name, of: index, bytes.span) == key + 1, "a key is not found")
      writer.string(name)
      write(key + 1, tape, bytes, &writer)
    }
    writer.endArray()
  }
}

/// Whether the bytes are a document of lists of rows to the last.
private func readRows(_ bytes: [UInt8]) -> Bool {
  var reader = RowReader()
  var tape = Tape()
  do throws(JSONError) {
    while try reader.nextList(bytes.span) != nil {
      while try reader.nextRow(bytes.span, onto: &tape) {}
    }
    return true
  } catch {
    promise(error.offset <= bytes.count, "an error beyond the end")
    return false
  }
}

/// What the reader of plain rows reads, the tape reads the same way.
private func readFlat(_ bytes: [UInt8]) {
  var row = FlatRow(at: 0)
  guard row.open(bytes.span) else { return }
  var texts: [String] = []
  var goesOn: Bool? = true
  while goesOn == true {
    guard row.openString(bytes.span), row.closeWord(bytes.span) != nil, row.colon(bytes.span) else {
      return
    }
    var attempt = row
    if let text = attempt.text(bytes.span) {
      texts.append(text)
      row = attempt
    } else if let number = row.number(bytes.span) {
      texts.append(number.description)
    } else {
      return
    }
    goesOn = row.goesOn(bytes.span)
  }
  guard goesOn == false, let tape = parse(Array(bytes[..<row.offset])) else { return }
  let values = tape.keys(of: 0).map { key in
    let token = tape.tokens[key + 1]
    return token.kind == .number
      ? Decimal(bytes.span, Int(token.start)..<Int(token.end))?.description ?? "none"
      : tape.text(key + 1, bytes.span)
  }
  promise(values == texts, "a plain row read in two ways: \(values) \(texts)")
}
