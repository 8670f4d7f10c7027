import JSON
import Testing

@Suite struct TextPlaceTests {
  @Test(arguments: [
    ("", 0, 1, 1), ("abc", 0, 1, 1), ("abc", 2, 1, 3), ("abc", 3, 1, 4), ("a\nb", 1, 1, 2),
    ("a\nb", 2, 2, 1), ("a\nb", 3, 2, 2), ("\n\n\n", 3, 4, 1), ("a\r\nb", 3, 2, 1),
    ("a\r\nb", 2, 1, 3), ("abc", 99, 1, 4), ("a\n", 99, 2, 1),
    // Columns count characters, not bytes: ế has three, 😀 four.
    ("ếx", 3, 1, 2), ("ếx", 4, 1, 3), ("a\n😀ếx", 9, 2, 3),
  ])
  func `a byte's place counts lines and characters from 1`(
    _ row: (text: String, offset: Int, line: Int, column: Int)
  ) {
    let place = TextPlace(offset: row.offset, in: Array(row.text.utf8).span)
    #expect(place == TextPlace(line: row.line, column: row.column))
  }
}
