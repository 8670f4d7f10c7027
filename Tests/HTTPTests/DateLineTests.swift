import HTTP
import Testing

@Suite struct DateLineTests {
  @Test func `the line is the moment as HTTP writes it`() {
    let line = DateLine(secondsSince1970: 784_111_777)
    #expect(String(decoding: line.bytes, as: UTF8.self) == "Sun, 06 Nov 1994 08:49:37 GMT")
  }
}
