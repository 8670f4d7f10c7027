import JSON
import Testing

/// Reads a document row by row: each list's name with its rows rewritten.
private func lists(_ bytes: [UInt8]) throws(JSONError) -> [String] {
  var reader = RowReader()
  var tape = Tape()
  var found: [String] = []
  while let name = try reader.nextList(bytes.span) {
    var rows: [String] = []
    while try reader.nextRow(bytes.span, onto: &tape) {
      let range = Int(tape.tokens[0].start)..<Int(tape.tokens[0].end)
      rows.append(String(decoding: bytes[range], as: UTF8.self))
    }
    found.append("\(name): \(rows.joined(separator: " "))")
  }
  return found
}

private func refusalByRows(_ bytes: [UInt8]) -> JSONError? {
  do {
    _ = try lists(bytes)
    return nil
  } catch {
    return error
  }
}

@Suite struct RowReaderTests {
  @Test(arguments: [
    ("{}", []),
    (" { } \n", []),
    (#"{"a":[]}"#, ["a: "]),
    (#"{"a":[],"b":[]}"#, ["a: ", "b: "]),
    (#"{"a":[1,true,null,[2],{"x":[3]}]}"#, ["a: 1 true null [2] {\"x\":[3]}"]),
    (
      " {\n \"a\" : [\n{\"x\":1} ,\n{\"x\":2}\n] ,\n\"b\":[ 3 ]\n}\n",
      [
        "a: {\"x\":1} {\"x\":2}", "b: 3",
      ]
    ),
    (#"{"\u0061":[1]}"#, ["a: 1"]),
  ])
  func `lists and their rows come in the order of the document`(
    _ row: (text: String, lists: [String])
  ) throws {
    #expect(try lists(Array(row.text.utf8)) == row.lists)
  }

  @Test(arguments: [
    Refused("", at: 0, "\"{\"", found: "the end of the file"),
    Refused("\u{FEFF}{}", at: 0, "\"{\"", found: "a byte order mark"),
    Refused("[]", at: 0, "\"{\"", found: "`[]`"),
    Refused("{", at: 1, "a key in quotes", found: "the end of the file"),
    Refused("{a:[]}", at: 1, "a key in quotes", found: "`a:[]}`"),
    Refused("{\"a\"}", at: 4, "\":\"", found: "`}`"),
    Refused("{\"a\":1}", at: 5, "\"[\": a list of rows", found: "`1}`"),
    Refused("{\"a\":{}}", at: 5, "\"[\": a list of rows", found: "`{}}`"),
    Refused("{\"a\":null}", at: 5, "\"[\": a list of rows", found: "`null}`"),
    Refused("{\"a\":[1", at: 7, "\",\" or \"]\"", found: "the end of the file"),
    Refused("{\"a\":[1 2]}", at: 8, "\",\" or \"]\"", found: "`2]}`"),
    Refused("{\"a\":[1,]}", at: 8, "a JSON value", found: "`]}`"),
    Refused("{\"a\":[,1]}", at: 6, "a JSON value", found: "`,1]}`"),
    Refused("{\"a\":[1}", at: 7, "\",\" or \"]\"", found: "`}`"),
    Refused("{\"a\":[]", at: 7, "\",\" or \"}\"", found: "the end of the file"),
    Refused("{\"a\":[],}", at: 8, "a key in quotes", found: "`}`"),
    Refused("{\"a\":[] \"b\":[]}", at: 8, "\",\" or \"}\"", found: "`\"b\":[]}`"),
    Refused("{\"a\":[]}{}", at: 8, "the end of the document", found: "`{}`"),
    Refused("{}x", at: 2, "the end of the document", found: "`x`"),
    Refused("{\"a\":[],\"a\":[]}", at: 8, "each key once in an object", found: "\"a\" again"),
    Refused(
      #"{"a":[],"b":[],"\u0061":[]}"#, at: 15, "each key once in an object",
      found: "\"a\" again"),
    Refused(
      #"{"a":[{"x":1,"x":2}]}"#, at: 13, "each key once in an object", found: "\"x\" again"),
    Refused(
      "{\"a\u{1}\":[]}", at: 3,
      "no control characters in a string (write \\n, \\t or \\u00XX)", found: "`\u{1}\":[]}`"),
  ])
  func `what is not lists of rows is refused where it goes wrong`(_ document: Refused) {
    #expect(refusalByRows(Array(document.text.utf8)) == document.error)
  }

  @Test func `a document cut at any byte is refused, but where only blanks are lost`() throws {
    let whole = Array(
      #"{"rows":[{"a":1,"b":[true,"é"]},{"a":2}], "none":[],"last":[3,4]} "#.utf8)
    let rows = try lists(whole)
    #expect(rows.count == 3)
    for end in 0...whole.count {
      let cut = Array(whole[..<end])
      if end >= whole.count - 1 {
        #expect(try lists(cut) == rows, "cut at \(end)")
      } else {
        #expect(refusalByRows(cut) != nil, "cut at \(end)")
      }
    }
  }

  @Test func `rows are the same document as the whole`() throws {
    let bytes = Array(CutTests.document.utf8)
    let asRows = Array("{\"rows\":[".utf8) + bytes + Array("]}".utf8)
    #expect(refusal(of: asRows) == nil)
    #expect(try lists(asRows).count == 1)
    for place in bytes.indices {
      var cut = bytes
      cut[place] = 0x01
      let document = Array("{\"rows\":[".utf8) + cut + Array("]}".utf8)
      #expect(refusalByRows(document) == refusal(of: document), "byte \(place)")
    }
  }

  @Test func `the offset is where the last name or row begins`() throws {
    let bytes = Array("{ \"a\": [ 1, [2] ] }".utf8)
    var reader = RowReader()
    var tape = Tape()
    _ = try reader.nextList(bytes.span)
    #expect(reader.offset == 2)
    _ = try reader.nextRow(bytes.span, onto: &tape)
    #expect(reader.offset == 9)
    _ = try reader.nextRow(bytes.span, onto: &tape)
    #expect(reader.offset == 12)
  }
}
