/// Runs of bytes by number, each made when it is first written and copied from then on.
struct Fragments: Sendable {
  private var bytes: [UInt8] = []
  private var places: [Range<Int>]

  /// For numbers below `count`.
  init(_ count: Int) {
    places = Array(repeating: 0..<0, count: count)
  }

  /// Writes the run of a number; `make` writes it the first time, and must write something.
  @inline(__always)
  mutating func write(
    _ number: Int, onto target: inout [UInt8], make: (inout [UInt8]) -> Void
  ) {
    if places[number].isEmpty {
      let start = bytes.count
      make(&bytes)
      places[number] = start..<bytes.count
    }
    target.append(contentsOf: bytes[places[number]])
  }
}
