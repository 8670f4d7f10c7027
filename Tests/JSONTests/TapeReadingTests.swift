import JSON
import Testing

@Suite struct TapeReadingTests {
  @Test func `tokens say where their bytes lie`() throws {
    let document = try Parsed(#" {"a":[12,"x\n"],"b":true} "#)
    let tokens = document.tape.tokens
    let parts = tokens.map {
      String(decoding: document.bytes[Int($0.start)..<Int($0.end)], as: UTF8.self)
    }
    #expect(
      parts == [#"{"a":[12,"x\n"],"b":true}"#, "a", #"[12,"x\n"]"#, "12", #"x\n"#, "b", "true"])
    #expect(tokens.map(\.next) == [7, 2, 5, 4, 5, 6, 7])
    #expect(
      tokens.map(\.kind)
        == [.object, .string, .array, .number, .escapedString, .string, .true])
  }

  @Test func `members are found by key, whatever stands before them`() throws {
    let document = try Parsed(#"{"a":{"c":1},"b":[2,3],"\u0063":null}"#)
    let a = try #require(document.member("a", of: 0))
    #expect(document.kind(a) == .object)
    let b = try #require(document.member("b", of: 0))
    #expect(document.tape.elements(of: b).count == 2)
    let c = try #require(document.member("c", of: 0))
    #expect(document.kind(c) == .null)
    #expect(document.member("d", of: 0) == nil)
    #expect(document.member("", of: 0) == nil)
    #expect(document.member("a", of: a) == nil)
    let inner = try #require(document.member("c", of: a))
    #expect(document.kind(inner) == .number)
  }

  @Test func `keys and elements come in the order of the document`() throws {
    let document = try Parsed(#"{"z":[1,[2],{"q":3},4],"a":0}"#)
    #expect(document.tape.keys(of: 0).map(document.text) == ["z", "a"])
    let elements = document.tape.elements(of: 2)
    #expect(elements.map(document.kind) == [.number, .array, .object, .number])
  }

  @Test func `empty objects and lists have no children`() throws {
    let tape = try Parsed("[[],{}]").tape
    #expect(tape.elements(of: 1).isEmpty)
    #expect(tape.keys(of: 2).isEmpty)
    #expect(tape.elements(of: 0) == [1, 2])
  }

  @Test(arguments: [
    ("\"abc\"", "abc", true), ("\"abc\"", "abd", false), ("\"abc\"", "ab", false),
    ("\"abc\"", "abcd", false), (#""\u0061bc""#, "abc", true), (#""\u0061bc""#, "abd", false),
    ("\"\"", "", true), (#""\u212a""#, "K", false), (#""e\u0301""#, "é", false),
  ])
  func `a text matches its own bytes only`(_ row: (json: String, text: String, same: Bool)) throws {
    #expect(try Parsed(row.json).matches(0, row.text) == row.same)
  }
}
