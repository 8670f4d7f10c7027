import HTTP
import Testing

/// A conversation is the same wherever the network cuts it.
@Suite struct ExchangeCutTests {
  private let get = "GET /a HTTP/1.1\r\nHost: a\r\n\r\n"

  /// Several requests of every kind, the last but one of them refused.
  private var conversation: [UInt8] {
    Array(
      (get + "HEAD /h?q=%41 HTTP/1.1\r\nHost: [::1]:80\r\n\r\n"
        + "POST /p HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello\r\n"
        + "POST /c HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
        + "3;a=\"b\"\r\nabc\r\n0\r\nT: u\r\n\r\n" + get + "GET / HTTP/1.1\r\nHost : a\r\n\r\n"
        + get).utf8)
  }

  /// Everything that is answered to `bytes` when they come in pieces that end at `cuts`.
  private func talk(_ bytes: [UInt8], _ cuts: [Int]) -> String {
    var wire = Wire()
    var start = 0
    for end in cuts + [bytes.count] {
      var action = wire.receive(Array(bytes[start..<end]))
      while action == .send || action == .proceed {
        action = action == .send ? wire.send() : wire.receive()
      }
      start = end
      if action == .finish { break }
    }
    return wire.sent
  }

  @Test func `a conversation is the same wherever its bytes are cut`() {
    let bytes = conversation
    let whole = talk(bytes, [])
    #expect(whole.components(of: "HTTP/1.1 ") == 6)
    for cut in bytes.indices { #expect(talk(bytes, [cut]) == whole, "cut at \(cut)") }
    #expect(talk(bytes, Array(bytes.indices)) == whole, "byte by byte")
  }

  @Test(arguments: 1...20) func `damage ends the same wherever its bytes are cut`(_ seed: UInt64) {
    var random = Random(state: seed)
    let marks = Array("\r\n :;,%+/?#\"\\0159aFx\0\t\u{7F}".utf8)
    for _ in 0..<40 {
      var bytes = conversation
      for _ in 0...Int.random(in: 0..<3, using: &random) {
        let place = Int.random(in: bytes.indices, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes[place] = marks.randomElement(using: &random) ?? 0
        case 1: bytes.insert(marks.randomElement(using: &random) ?? 0, at: place)
        case 2: bytes.remove(at: place)
        default: bytes[place] = UInt8.random(in: .min ... .max, using: &random)
        }
      }
      let whole = talk(bytes, [])
      let cuts = (0..<4).map { _ in Int.random(in: bytes.indices, using: &random) }.sorted()
      #expect(talk(bytes, cuts) == whole, "\(String(decoding: bytes, as: UTF8.self)) \(cuts)")
      #expect(
        talk(bytes, Array(bytes.indices)) == whole, "\(String(decoding: bytes, as: UTF8.self))")
    }
  }
}

/// Numbers that are the same in every run (Steele and others, "SplitMix").
private struct Random: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

extension String {
  fileprivate func components(of part: String) -> Int {
    var count = 0
    var rest = self[...]
    while let found = rest.firstRange(of: part) {
      count += 1
      rest = rest[found.upperBound...]
    }
    return count
  }
}
