import Testing

/// Bytes to be coded.
struct Sample: CustomTestStringConvertible {
  let name: String
  let bytes: [UInt8]
  var testDescription: String { name }

  static let empty = Sample(name: "empty", bytes: [])
  static let vietnamese = Sample(name: "Vietnamese JSON", bytes: rows(200))
  static let large = Sample(name: "a third of a MB of rows", bytes: rows(3000))
  static let incompressible = Sample(name: "incompressible", bytes: noise(70_000))
  /// What brotli codes in the middle of a block, before it has taken in the rest of it.
  static let digits = Sample(
    name: "digits", bytes: noise(60_000).map { UInt8(ascii: "0") + $0 % 13 })
  /// With the ends of blocks of 32 KiB.
  static let all =
    [
      empty, Sample(name: "a byte", bytes: [0]), Sample(name: "a word", bytes: Array("Huế".utf8)),
      vietnamese, large, incompressible,
    ]
    + [32_767, 32_768, 32_769, 65_536].map {
      Sample(name: "\($0) bytes", bytes: Array(large.bytes.prefix($0)))
    }
    + [20_000, 23_168, 60_000].map {
      Sample(name: "\($0) digits", bytes: Array(digits.bytes.prefix($0)))
    }

  private static func rows(_ count: Int) -> [UInt8] {
    var text = "{\"data\":["
    for row in 0..<count {
      text += "{\"indicator\":\"dti\",\"areaName\":{\"vi\":\"Đắk Nông\",\"en\":\"Dak Nong\"},"
      text += "\"period\":\"\(2000 + row % 25)\",\"value\":\(row &* 7919 % 10_007),\"note\":null},"
    }
    return Array(text.utf8)
  }

  private static func noise(_ count: Int) -> [UInt8] {
    var numbers = Numbers(state: 1)
    return (0..<count).map { _ in UInt8(truncatingIfNeeded: numbers.next() >> 32) }
  }
}

/// The same numbers in every run (xorshift64).
struct Numbers: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }
}
