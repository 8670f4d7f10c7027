import HTTP
import Testing

/// Which content coding an answer gets.
@Suite struct AcceptEncodingTests {
  @Test(
    arguments: [
      ("gzip", "gzip"), ("br", "br"), ("gzip, deflate, br, zstd", "br"), ("GZIP", "gzip"),
      ("gzip;q=0.9, br;q=0.5", "gzip"), ("br;q=0, *", "gzip"), ("*", "br"), ("x-gzip", "gzip"),
      ("gzip;q=1.0,identity;q=0.5", "gzip"), ("identity;q=0", nil), ("deflate", nil),
      ("identity, gzip;q=0.5", nil), ("gzip;q=0", nil), ("", nil), ("gzip;q=nonsense", nil),
      ("identity;q=0, gzip;q=0.001", "gzip"), ("identity;q=0.5, *;q=0", nil),
      ("gzip;q=1, identity;q=1", "gzip"), ("*;q=0", nil), ("br;q=0.2 , gzip ; q=0.3", "gzip"),
    ] as [(String, String?)])
  func `the coding that the client likes best`(field: String, coding: String?) {
    #expect(AcceptEncoding(field).choose(among: ["br", "gzip"]) == coding)
  }
}
