/// Every byte in every place of a request, judged by the grammar of the RFCs as it is written
/// here, a second time and in another way than in the parser.
enum ByteSweeps {
  typealias Case = ConformanceCase

  static let all = family(
    "every byte", method, path, query, version, name, nameEnd, value, host, ends, chunks,
    trailers)

  private static let alphanumeric =
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
  private static let token = Set("\(alphanumeric)!#$%&'*+-.^_`|~".utf8)
  private static let segment = Set("\(alphanumeric)-._~!$&'()*+,;=:@/[]".utf8)
  private static let parameter = segment.union("?\\^`{|}".utf8)
  private static let regName = Set("\(alphanumeric)-._~!$&'()*+,;=".utf8)
  private static let text = Set((0x20...0x7E).map { UInt8($0) } + [0x09]).union(0x80...0xFF)

  /// A case for each byte between two texts.
  private static func sweep(
    _ clause: String, _ place: String, _ before: String, _ after: String,
    _ outcome: (UInt8) -> ConformanceOutcome
  ) -> [Case] {
    (0...255).map { (byte: UInt8) in
      let bytes = Array(before.utf8) + [byte] + Array(after.utf8)
      return Case(clause, "\(place) 0x\(String(byte, radix: 16))", bytes, outcome(byte))
    }
  }

  private static func letter(_ byte: UInt8) -> String { String(UnicodeScalar(byte)) }

  private static let rest = "Host: a\r\n\r\n"

  private static let method = sweep("3.1", "method", "G", "T / HTTP/1.1\r\n\(rest)") {
    if $0 == UInt8(ascii: "E") { return .ok }
    return token.contains($0) ? .kept("405 G\(letter($0))T / []") : .bad
  }

  private static let path = sweep("3.2.1", "path", "GET /a", "41b HTTP/1.1\r\n\(rest)") {
    let isAllowed = segment.contains($0) || $0 == UInt8(ascii: "%") || $0 == UInt8(ascii: "?")
    return isAllowed ? .kept("200 GET /a\(letter($0))41b []") : .bad
  }

  private static let query = sweep("3.2.1", "query", "GET /?a", "41b HTTP/1.1\r\n\(rest)") {
    let isAllowed = parameter.contains($0) || $0 == UInt8(ascii: "%")
    return isAllowed ? .kept("200 GET /?a\(letter($0))41b []") : .bad
  }

  private static let version =
    sweep("2.3", "version's first digit", "GET / HTTP/", ".1\r\n\(rest)") {
      switch letter($0) {
      case "1": .ok
      case "0", "2", "3", "4", "5", "6", "7", "8", "9": .refused(505)
      default: .bad
      }
    }
    + sweep("2.3", "version's second digit", "GET / HTTP/1.", "\r\n\(rest)") {
      switch letter($0) {
      case "0": .closed("200 GET / []")
      case "1", "2", "3", "4", "5", "6", "7", "8", "9": .ok
      default: .bad
      }
    }

  private static let name = sweep("5.1", "name", "GET / HTTP/1.1\r\n\(host0)A", "B: c\r\n\r\n") {
    token.contains($0) || $0 == UInt8(ascii: ":") ? .ok : .bad
  }

  private static let nameEnd = sweep(
    "5.1", "before the colon", "GET / HTTP/1.1\r\n\(host0)A", ": c\r\n\r\n"
  ) {
    token.contains($0) || $0 == UInt8(ascii: ":") ? .ok : .bad
  }

  private static let host0 = "Host: a\r\n"

  private static let value = sweep("5.5", "value", "GET / HTTP/1.1\r\nA: b", "c\r\n\(rest)") {
    text.contains($0) ? .ok : .bad
  }

  private static let host = sweep("9110, 7.2", "host", "GET / HTTP/1.1\r\nHost: a", "41\r\n\r\n") {
    let isAllowed =
      regName.contains($0) || $0 == UInt8(ascii: "%") || $0 == UInt8(ascii: ":")
    return isAllowed ? .ok : .bad
  }

  private static let ends =
    sweep("2.2", "for a line's LF", "GET / HTTP/1.1\r", "Host: a\r\n\r\n") {
      $0 == 0x0A ? .ok : .bad
    }
    + sweep("2.2", "for a field's LF", "GET / HTTP/1.1\r\nHost: a\r", "\r\n") {
      $0 == 0x0A ? .ok : .bad
    }
    + sweep("2.2", "for the last LF", "GET / HTTP/1.1\r\nHost: a\r\n\r", "") {
      $0 == 0x0A ? .ok : .bad
    }
    + sweep("2.2", "in front of a request", "", "GET / HTTP/1.1\r\nHost: a\r\n\r\n") {
      token.contains($0) ? .kept("405 \(letter($0))GET / []") : .bad
    }

  private static let chunked = "POST /p HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
  private static let chunks =
    sweep("7.1", "behind a size", "\(chunked)0", "\r\n\r\n") {
      Set("0".utf8).contains($0)
        ? .empty : Set("123456789abcdefABCDEF".utf8).contains($0) ? sized($0) : .bad
    }
    + sweep("7.1", "for a content's CR", "\(chunked)1\r\nx", "\n0\r\n\r\n") {
      $0 == 0x0D ? .kept("405 POST /p [x]") : .bad
    }
    + sweep("7.1", "for a content's LF", "\(chunked)1\r\nx\r", "0\r\n\r\n") {
      $0 == 0x0A ? .kept("405 POST /p [x]") : .bad
    }
    + sweep("7.1.1", "in an extension", "\(chunked)0;a", "b\r\n\r\n") {
      token.contains($0) || $0 == UInt8(ascii: ";") || $0 == UInt8(ascii: "=") ? .empty : .bad
    }

  /// A chunk that is larger than the two bytes behind it holds them, and more is awaited.
  private static func sized(_ byte: UInt8) -> ConformanceOutcome {
    byte == UInt8(ascii: "1") ? .bad : .waiting
  }

  private static let trailers = sweep("7.1.2", "trailer", "\(chunked)0\r\nA: b", "\r\n\r\n") {
    text.contains($0) ? .empty : .bad
  }
}
