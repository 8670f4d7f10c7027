import HTTP
import Testing

@Suite struct AcceptTests {
  static let json = MediaType("application", "json")
  static let csv = MediaType("text", "csv")
  static let html = MediaType("text", "html")
  static let sdmx = MediaType(
    "application", "vnd.sdmx.structurespecificdata+xml", [.init("version", "2.1")])
  static let offers = [json, csv, html, sdmx]

  @Test(
    arguments: [
      ("*/*", 0),
      ("application/json", 0),
      ("text/csv", 1),
      ("TEXT/CSV", 1),
      ("text/*", 1),
      ("text/html, text/csv", 1),
      ("text/html, text/csv;q=0.9", 2),
      ("text/csv;q=0.5, application/json;q=0.4", 1),
      ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", 2),
      ("application/*, text/csv;q=0.9", 0),
      ("*/*;q=0.1, text/csv", 1),
      ("*/*, application/json;q=0", 1),
      ("text/*;q=0.9, text/csv;q=0.1, application/json;q=0.2", 2),
      ("application/json; charset=utf-8", 0),
      ("application/json;charset=\"UTF-8\"", 0),
      ("application/vnd.sdmx.structurespecificdata+xml;version=2.1", 3),
      ("application/vnd.sdmx.structurespecificdata+xml; Version=\"2.1\"; q=1.0", 3),
      ("application/vnd.sdmx.structurespecificdata+xml", 3),
      ("text/csv;q=0.001", 1),
      (" text/csv ; q=1 , ", 1),
      ("text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2", 2),
      ("*", 0),
      ("text/html, */*", 2),
      ("*/*, text/*", 1),
      ("text/html;q=0.5, */*;q=0.5", 2),
      ("text/html;q=0.4, */*;q=0.5", 0),
      ("", 0),
      ("nonsense", 0),
      ("text/csv;q=2, text/html;q=0.1", 2),
      ("text/csv;q=0.5;ext=1", 1),
    ]) func `the best offer is chosen`(_ value: String, _ index: Int)
  {
    #expect(Accept(value).choose(among: Self.offers) == index)
  }

  @Test(
    arguments: [
      "image/png", "application/json;q=0", "*/*;q=0", "text/*;q=0, application/*;q=0.000",
      "application/json;charset=latin1", "application/json;version=2", "application/jsonp",
      "application/vnd.sdmx.structurespecificdata+xml;version=3.0",
    ]) func `nothing is chosen where nothing is taken`(_ value: String)
  {
    #expect(Accept(value).choose(among: Self.offers) == nil)
  }

  @Test(
    arguments: [
      ("text/csv", 1000), ("text/csv;q=0.5", 500), ("text/csv;q=.25", 250), ("text/csv;q=1.", 1000),
      ("text/csv;q=0.123", 123), ("*/*;q=0.7", 700), ("text/*;q=0.3, */*", 300), ("a/b", 0),
      ("text/csv;q=0.1234, */*;q=0.2", 200), ("text/csv;q=1.001, */*;q=0.2", 200),
    ]) func `the closest range gives the quality`(_ value: String, _ quality: Int)
  {
    #expect(Accept(value).quality(of: Self.csv) == quality)
  }

  @Test func `the field of a request may come in several lines`() throws {
    let (head, bytes) = try readHead(
      "GET / HTTP/1.0\r\nAccept: text/html;q=0.1\r\naccept: text/csv\r\n\r\n")
    #expect(Accept(head, bytes.span).choose(among: Self.offers) == 1)
  }

  @Test func `a request without the field takes everything`() throws {
    let (head, bytes) = try readHead("GET / HTTP/1.0\r\n\r\n")
    #expect(Accept(head, bytes.span).choose(among: Self.offers) == 0)
  }
}
