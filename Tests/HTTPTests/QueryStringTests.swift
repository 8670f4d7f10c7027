import HTTP
import Testing

@Suite struct QueryStringTests {
  @Test(
    arguments: [
      ("", []),
      ("a=b", ["a=b"]),
      ("a=b&c=d", ["a=b", "c=d"]),
      ("c=d&a=b&c=e", ["c=d", "a=b", "c=e"]),
      ("a", ["a="]),
      ("a=", ["a="]),
      ("=b", ["=b"]),
      ("=", ["="]),
      ("a=b=c", ["a=b=c"]),
      ("&&a=b&&", ["a=b"]),
      ("a=b+c", ["a=b c"]),
      ("a+b=c", ["a b=c"]),
      ("a=b%2Bc", ["a=b+c"]),
      ("a=1%2C2", ["a=1,2"]),
      ("a=%26%3D", ["a=&="]),
      ("a%3Db=c", ["a=b=c"]),
      ("a=%2526", ["a=%26"]),
      ("q=%C4%90%C3%A0+N%E1%BA%B5ng", ["q=Đà Nẵng"]),
      ("a=b;c=d", ["a=b;c=d"]),
      ("a=?/:@", ["a=?/:@"]),
      ("A=b", ["A=b"]),
    ]) func `parameters are decoded once, in their order`(_ query: String, _ pairs: [String]) throws
  {
    let bytes = Array(query.utf8)
    let parameters = try QueryString.parse(bytes.span)
    #expect(parameters.map { "\($0.name)=\($0.value)" } == pairs)
  }

  @Test(
    arguments: [
      "a=%", "a=%4", "a=%GG", "a=%4G", "%=a", "a=%00", "%00=a", "a=%FF", "a=%C4", "%C4=%90",
      "a=%C0%80", "a=%ED%A0%80", "a=%F5%80%80%80", "a=% 41", "a=%+1",
    ]) func `what cannot be decoded is refused`(_ query: String)
  {
    let bytes = Array(query.utf8)
    let refusal = #expect(throws: Refusal.self) { try QueryString.parse(bytes.span) }
    #expect(refusal?.status == .badRequest)
  }
}
