import JSON
import Statistics
import Testing

@Suite struct NumberingTests {
  @Test func `texts are numbered in the order in which they first appear`() {
    var numbering = Numbering()
    let numbers = ["b", "a", "b", "", "ab", "a", "b"].enumerated().map { row, text in
      numbering.number(of: text, row: row)
    }
    #expect(numbers == [0, 1, 0, 2, 3, 1, 0])
    #expect(numbering.texts == ["b", "a", "", "ab"])
    #expect(numbering.firstRows == [0, 1, 3, 4])
  }

  @Test func `a range of bytes is the text that it spells`() {
    var numbering = Numbering()
    let bytes = Array("xđờix".utf8)
    #expect(numbering.number(of: bytes.span, 1..<(bytes.count - 1), row: 0) == 0)
    #expect(numbering.number(of: "đời", row: 1) == 0)
    #expect(numbering.text(0) == "đời")
  }

  @Test func `as many texts are numbered as 16 bits tell apart but one, and no more`() {
    var numbering = Numbering()
    let numbers = (0..<Numbering.most).map { numbering.number(of: "\($0)", row: $0) }
    #expect(numbers == (0..<Numbering.most).map { UInt16($0) })
    #expect(numbering.number(of: "one more", row: 0) == nil)
    #expect(numbering.number(of: "65534", row: 0) == 65_534)
    #expect(numbering.count == 65_535)
  }

  /// The number of each of some JSON strings, read one after the other; nil where one is left to
  /// whoever reads more than plain text.
  private func numbers(_ strings: [String], _ numbering: inout Numbering) -> [UInt16?] {
    strings.enumerated().map { row, string in
      let bytes = Array(string.utf8)
      var reader = FlatRow(at: 0)
      let number = numbering.number(in: &reader, bytes.span, row: row)
      #expect(number == nil || reader.offset == bytes.count - 1, "\(string)")
      return number
    }
  }

  @Test func `a string in a row is the text that it spells, whether it was likely or not`() {
    var numbering = Numbering()
    let strings = ["a", "a", "ab", "a", "ab", "b", "a", "ab", "b", "b", "ab", "abc", "a"]
    let found = numbers(strings.map { "\"\($0)\"," }, &numbering)
    #expect(found == [0, 0, 1, 0, 1, 2, 0, 1, 2, 2, 1, 3, 0])
    #expect(numbering.texts == ["a", "ab", "b", "abc"])
  }

  @Test(arguments: [#""","#, "1,", #""a"#, #""a\u0062","#, #""đ","#, "\"a\u{1}\",", ""])
  func `what is no plain string is not numbered`(_ string: String) {
    var numbering = Numbering()
    #expect(numbers([#""a","#, string, #""a","#], &numbering) == [0, nil, 0])
    #expect(numbering.texts == ["a"])
  }

  @Test(arguments: [#"a"b"#, #"a\b"#, "a\u{1}b"])
  func `a text that had to be escaped is not taken for what is written without`(_ text: String) {
    var numbering = Numbering()
    _ = numbering.number(of: text, row: 0)
    var reader = FlatRow(at: 0)
    let bytes = Array("\"\(text)\",".utf8)
    let number = numbering.number(in: &reader, bytes.span, row: 1)
    #expect(number == nil || reader.offset < bytes.count - 1)
  }
}
