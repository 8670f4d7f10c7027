/// Which cell a row speaks of and what it comes from: four numbers in one, ordered by indicator,
/// area, period and provenance.
struct RowKey: Sendable, Comparable {
  let bits: UInt64

  init(indicator: UInt16, area: UInt16, period: UInt16, provenance: UInt16) {
    bits =
      UInt64(indicator) << 48 | UInt64(area) << 32 | UInt64(period) << 16 | UInt64(provenance)
  }

  var indicator: UInt16 { UInt16(truncatingIfNeeded: bits >> 48) }
  var area: UInt16 { UInt16(truncatingIfNeeded: bits >> 32) }
  var period: UInt16 { UInt16(truncatingIfNeeded: bits >> 16) }
  var provenance: UInt16 { UInt16(truncatingIfNeeded: bits) }

  /// Whether two rows have indicator, area and period in common.
  func sharesCell(with other: RowKey) -> Bool { (bits ^ other.bits) >> 16 == 0 }

  static func < (one: RowKey, other: RowKey) -> Bool { one.bits < other.bits }
}

extension [RowKey] {
  /// The order that sorts the keys and leaves equal ones as they stand; nil if they are sorted.
  ///
  /// Byte by byte from the lowest, passing over the bytes that all keys have in common: linear.
  func sortingOrder() -> [UInt32]? {
    if zip(self, dropFirst()).allSatisfy({ $0 <= $1 }) { return nil }
    var order = indices.map { UInt32($0) }
    var next = order
    for shift in stride(from: UInt64(0), to: 64, by: 8) {
      var starts = [Int](repeating: 0, count: 256)
      for key in self { starts[Int(key.bits >> shift & 255)] += 1 }
      if starts.contains(count) { continue }
      var sum = 0
      for digit in starts.indices { (starts[digit], sum) = (sum, sum + starts[digit]) }
      for row in order {
        let digit = Int(self[Int(row)].bits >> shift & 255)
        next[starts[digit]] = row
        starts[digit] += 1
      }
      swap(&order, &next)
    }
    return order
  }
}
