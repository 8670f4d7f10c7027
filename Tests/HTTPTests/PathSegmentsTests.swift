import HTTP
import Testing

@Suite struct PathSegmentsTests {
  @Test(
    arguments: [
      ("", []),
      ("/", []),
      ("/v1", ["v1"]),
      ("/v1/provinces/48", ["v1", "provinces", "48"]),
      ("/v1/", ["v1", ""]),
      ("//", ["", ""]),
      ("/a%2Fb/c", ["a/b", "c"]),
      ("/a+b", ["a+b"]),
      ("/%C4%90", ["Đ"]),
      ("/../a", ["..", "a"]),
      ("/%2E%2E", [".."]),
    ]) func `a path is split and then decoded`(_ path: String, _ segments: [String]) throws
  {
    let bytes = Array(path.utf8)
    #expect(try PathSegments.parse(bytes.span) == segments)
  }

  @Test(arguments: ["/%", "/%00", "/%FF", "/%C4/%90"])
  func `what cannot be decoded is refused`(_ path: String) {
    let bytes = Array(path.utf8)
    #expect(throws: Refusal.self) { try PathSegments.parse(bytes.span) }
  }
}
