import JSON
import Testing

/// A document and what must become of it: in the rewriting an object's key and value stand side by
/// side with a comma.
struct Taken: Sendable, CustomTestStringConvertible {
  var text: String
  var rewritten: String

  init(_ text: String, _ rewritten: String) {
    self.text = text
    self.rewritten = rewritten
  }

  var testDescription: String { text.debugDescription }
}

/// A document that is refused, and how.
struct Refused: Sendable, CustomTestStringConvertible {
  var text: String
  var offset: Int
  var expected: String
  var found: String

  init(_ text: String, at offset: Int, _ expected: String, found: String) {
    self.text = text
    self.offset = offset
    self.expected = expected
    self.found = found
  }

  var error: JSONError { JSONError(offset: offset, expected: expected, found: found) }
  var testDescription: String { text.debugDescription }
}

@Suite struct TapeTests {
  @Test(arguments: [
    Taken("null", "null"),
    Taken("true", "true"),
    Taken("false", "false"),
    Taken("0", "0"),
    Taken("-0", "0"),
    Taken("\"\"", "\"\""),
    Taken("{}", "{}"),
    Taken("[]", "[]"),
    Taken(" \t\r\n[ \t\r\n] \t\r\n", "[]"),
    Taken(" { \"a\" : 1 , \"b\" : [ true , null ] } ", "{\"a\",1,\"b\",[true,null]}"),
    Taken("[[],[[]],{}]", "[[],[[]],{}]"),
    Taken("{\"\":0}", "{\"\",0}"),
    Taken("{\"a\":{\"a\":{\"a\":1}}}", "{\"a\",{\"a\",{\"a\",1}}}"),
    Taken("[{\"a\":1},{\"a\":1}]", "[{\"a\",1},{\"a\",1}]"),
    Taken("[\"Quảng Ngãi\",\"€\",\"😀\"]", "[\"Quảng Ngãi\",\"€\",\"😀\"]"),
    Taken("[\"\u{7F}\u{2028}\u{10FFFF}\u{FEFF}\"]", "[\"\u{7F}\u{2028}\u{10FFFF}\u{FEFF}\"]"),
    Taken(#"["\"\\\/\b\f\n\r\t"]"#, #"["\"\\/\u0008\u000c\n\r\t"]"#),
    Taken(#"["\u0041\u00e9\u1EA3\u20AC"]"#, #"["Aéả€"]"#),
    Taken(#"["\ud83d\ude00\uD83D\uDE00"]"#, "[\"😀😀\"]"),
    Taken(#"["\ud800\udc00\udbff\udfff"]"#, "[\"\u{10000}\u{10FFFF}\"]"),
    Taken(#"["\u0000\u001f\ufffe\uffff"]"#, "[\"\\u0000\\u001f\u{FFFE}\u{FFFF}\"]"),
    Taken(#"{"\u0061":1,"b":2}"#, #"{"a",1,"b",2}"#),
  ])
  func `what RFC 8259 allows is taken`(_ document: Taken) throws {
    #expect(try rewritten(document.text) == document.rewritten)
  }

  @Test(arguments: [
    Refused("", at: 0, "a JSON value", found: "the end of the file"),
    Refused(" \n", at: 2, "a JSON value", found: "the end of the file"),
    Refused("\u{FEFF}{}", at: 0, "a JSON value", found: "a byte order mark"),
    Refused("[\u{FEFF}]", at: 1, "a JSON value", found: "`\u{FEFF}]`"),
    Refused("\u{A0}[]", at: 0, "a JSON value", found: "`\u{A0}[]`"),
    Refused("\u{01}[]", at: 0, "a JSON value", found: "`\u{01}[]`"),
    Refused("nul", at: 0, "\"null\"", found: "`nul`"),
    Refused("nil", at: 0, "\"null\"", found: "`nil`"),
    Refused("True", at: 0, "a JSON value", found: "`True`"),
    Refused("[tru]", at: 1, "\"true\"", found: "`tru]`"),
    Refused("fals", at: 0, "\"false\"", found: "`fals`"),
    Refused("nulll", at: 4, "the end of the document", found: "`l`"),
    Refused("NaN", at: 0, "a JSON value", found: "`NaN`"),
    Refused("-Infinity", at: 1, "a digit", found: "`Infinity`"),
    Refused("'a'", at: 0, "a JSON value", found: "`'a'`"),
    Refused("// a\n1", at: 0, "a JSON value", found: "`// a`"),
    Refused("[1 /* b */]", at: 3, "\",\" or \"]\"", found: "`/* b */]`"),
  ])
  func `what is no JSON value is refused`(_ document: Refused) {
    #expect(refusal(of: document.text) == document.error)
  }

  @Test(arguments: [
    Refused("{} {}", at: 3, "the end of the document", found: "`{}`"),
    Refused("[],", at: 2, "the end of the document", found: "`,`"),
    Refused("1 2", at: 2, "the end of the document", found: "`2`"),
    Refused("[]\0", at: 2, "the end of the document", found: "`\0`"),
    Refused("[]]", at: 2, "the end of the document", found: "`]`"),
    Refused("\"a\"b", at: 3, "the end of the document", found: "`b`"),
  ])
  func `bytes after the document are refused`(_ document: Refused) {
    #expect(refusal(of: document.text) == document.error)
  }

  @Test(arguments: [
    Refused("[", at: 1, "a JSON value", found: "the end of the file"),
    Refused("[1", at: 2, "\",\" or \"]\"", found: "the end of the file"),
    Refused("[1,", at: 3, "a JSON value", found: "the end of the file"),
    Refused("[1,]", at: 3, "a JSON value", found: "`]`"),
    Refused("[,1]", at: 1, "a JSON value", found: "`,1]`"),
    Refused("[1,,2]", at: 3, "a JSON value", found: "`,2]`"),
    Refused("[1 2]", at: 3, "\",\" or \"]\"", found: "`2]`"),
    Refused("[1}", at: 2, "\",\" or \"]\"", found: "`}`"),
    Refused("]", at: 0, "a JSON value", found: "`]`"),
    Refused("{", at: 1, "a key in quotes", found: "the end of the file"),
    Refused("{a:1}", at: 1, "a key in quotes", found: "`a:1}`"),
    Refused("{1:1}", at: 1, "a key in quotes", found: "`1:1}`"),
    Refused("{\"a\"}", at: 4, "\":\"", found: "`}`"),
    Refused("{\"a\",1}", at: 4, "\":\"", found: "`,1}`"),
    Refused("{\"a\":}", at: 5, "a JSON value", found: "`}`"),
    Refused("{\"a\":1", at: 6, "\",\" or \"}\"", found: "the end of the file"),
    Refused("{\"a\":1,}", at: 7, "a key in quotes", found: "`}`"),
    Refused("{,\"a\":1}", at: 1, "a key in quotes", found: "`,\"a\":1}`"),
    Refused("{\"a\":1 \"b\":2}", at: 7, "\",\" or \"}\"", found: "`\"b\":2}`"),
    Refused("{\"a\":1]", at: 6, "\",\" or \"}\"", found: "`]`"),
    Refused("[1\n\n2]", at: 4, "\",\" or \"]\"", found: "`2]`"),
  ])
  func `brackets, commas and colons stand where they must`(_ document: Refused) {
    #expect(refusal(of: document.text) == document.error)
  }

  @Test(arguments: [
    Refused(#"{"a":1,"a":2}"#, at: 7, "each key once in an object", found: "\"a\" again"),
    Refused(#"{"a":1,"b":{},"a":1}"#, at: 14, "each key once in an object", found: "\"a\" again"),
    Refused(#"[{"x":{"b":1,"b":1}}]"#, at: 13, "each key once in an object", found: "\"b\" again"),
    Refused(#"{"a":1,"\u0061":2}"#, at: 7, "each key once in an object", found: "\"a\" again"),
    Refused(#"{"\u0061":1,"a":2}"#, at: 12, "each key once in an object", found: "\"a\" again"),
    Refused(#"{"":1,"":2}"#, at: 6, "each key once in an object", found: "\"\" again"),
  ])
  func `a key twice in one object is refused, however it is spelt`(_ document: Refused) {
    #expect(refusal(of: document.text) == document.error)
  }

  @Test(arguments: [1, 23, 24, 25, 300])
  func `a key twice is refused in large objects too`(_ count: Int) {
    let members = (0..<count).map { "\"k\($0)\":\($0)" }
    #expect(refusal(of: "{\(members.joined(separator: ","))}") == nil)
    let twice = "{\(members.joined(separator: ",")),\"k0\":0}"
    #expect(
      refusal(of: twice)
        == JSONError(
          offset: twice.utf8.count - 7, expected: "each key once in an object",
          found: "\"k0\" again"))
  }

  @Test(arguments: ["{\"é\":1,\"e\u{301}\":2}", #"{"\u00e9":1,"e\u0301":2}"#])
  func `keys of other code points are other keys, even where they look alike`(_ text: String) {
    #expect(refusal(of: text) == nil)
    let filler = (0..<40).map { "\"k\($0)\":0" }.joined(separator: ",")
    #expect(refusal(of: "{\(filler),\(text.dropFirst())") == nil)
  }

  @Test(arguments: [("[", "]"), ("{\"a\":", "}")])
  func `64 levels of nesting are taken and 65 are not`(_ brackets: (String, String)) {
    func nested(_ depth: Int) -> String {
      String(repeating: brackets.0, count: depth - 1)
        + (brackets.0 == "[" ? "[]" : "{}") + String(repeating: brackets.1, count: depth - 1)
    }
    #expect(JSONLimits.depth == 64)
    #expect(refusal(of: nested(64)) == nil)
    #expect(
      refusal(of: nested(65))
        == JSONError(
          offset: 64 * brackets.0.utf8.count, expected: "at most 64 levels of nesting",
          found: "one more"))
  }

  @Test func `nesting without end is refused, not followed`() {
    let open = [UInt8](repeating: UInt8(ascii: "["), count: 1_000_000)
    #expect(refusal(of: open)?.offset == 64)
  }

  @Test func `depth counts levels, not brackets`() {
    let wide = "[" + String(repeating: "[[]],", count: 200) + "0]"
    #expect(refusal(of: wide) == nil)
  }

  @Test func `what an error quotes is one line of at most 40 characters`() {
    let long = String(repeating: "ế", count: 60)
    #expect(refusal(of: "[1 \(long)]")?.found == "`\(String(repeating: "ế", count: 40))`")
    #expect(refusal(of: "[1 x\ny]")?.found == "`x`")
    #expect(refusal(of: "[\"a\nb\"]")?.found == "a line end")
  }

  @Test func `a tape that is filled again holds the new document only`() throws {
    var tape = Tape()
    let long = Array("[1,2,3,{\"a\":[4]}]".utf8)
    try tape.parseDocument(long.span)
    #expect(tape.tokens.count == 8)
    let short = Array("[5]".utf8)
    try tape.parseDocument(short.span)
    #expect(tape.tokens.count == 2)
    #expect(tape.elements(of: 0) == [1])
  }

  @Test func `a value in the middle is parsed up to its end`() throws {
    var tape = Tape()
    let bytes = Array("xx  [1] , 2".utf8)
    #expect(try tape.parse(bytes.span, at: 2) == 7)
    #expect(try tape.parse(bytes.span, at: 9) == 11)
    #expect(tape.tokens.map(\.kind) == [.number])
  }
}
