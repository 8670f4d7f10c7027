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
}
