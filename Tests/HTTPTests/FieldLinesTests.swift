import HTTP
import Testing

@Suite struct FieldLinesTests {
  @Test func `lines stand as they go over the wire`() {
    var fields = FieldLines()
    fields.append("ETag", "\"abc\"")
    fields.append("Vary", "Accept")
    #expect(String(decoding: fields.bytes, as: UTF8.self) == "ETag: \"abc\"\r\nVary: Accept\r\n")
  }

  @Test func `the lines behind others stand alone`() {
    var fields = FieldLines()
    fields.append("Content-Type", "text/csv")
    let count = fields.bytes.count
    fields.append("Vary", "Accept")
    let rest = fields.lines(behind: count)
    #expect(String(decoding: rest.bytes, as: UTF8.self) == "Vary: Accept\r\n")
    #expect(fields.lines(behind: fields.bytes.count).bytes.isEmpty)
  }

  @Test func `a value that ends its line stops the program`() async {
    await #expect(processExitsWith: .failure) {
      var fields = FieldLines()
      fields.append("Location", "/a\r\nSet-Cookie: b")
    }
    await #expect(processExitsWith: .failure) {
      var fields = FieldLines()
      fields.append("Location", "/a\0")
    }
  }
}
