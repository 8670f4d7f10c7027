import Statistics

/// Which series are asked for: a code, several, or any for each dimension, as in `A.dti+papi.`.
package struct SeriesKey: Sendable {
  package private(set) var frequencies: Set<Frequency>?
  /// Indices into the snapshot's tables.
  package private(set) var indicators: Set<Int>?
  package private(set) var areas: Set<Int>?

  /// What is wrong with a key.
  package enum Fault: Error, Equatable {
    /// Not as many parts as there are dimensions.
    case parts(Int)
    /// Nothing between or beside plus signs.
    case empty(Dimension)
    case unknown(Dimension, String)
  }

  /// Reads a key; `all` is every series. Adds everything that is wrong to `faults`.
  package init(_ text: String, in snapshot: Snapshot, _ faults: inout [Fault]) {
    if text == "all" { return }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == Dimension.ofSeries.count else {
      faults.append(.parts(parts.count))
      return
    }
    frequencies = SeriesKey.codes(parts[0], .frequency, &faults) { Frequency(rawValue: $0) }
    indicators = SeriesKey.codes(parts[1], .indicator, &faults, snapshot.indicators.place)
    areas = SeriesKey.codes(parts[2], .area, &faults, snapshot.areas.place)
  }

  /// Asks for any code of a dimension.
  mutating func forget(_ dimension: Dimension) {
    switch dimension {
    case .frequency: frequencies = nil
    case .indicator: indicators = nil
    case .area: areas = nil
    case .time: break
    }
  }

  private static func codes<Code: Hashable>(
    _ part: Substring, _ dimension: Dimension, _ faults: inout [Fault],
    _ find: (String) -> Code?
  ) -> Set<Code>? {
    if part.isEmpty { return nil }
    var codes = Set<Code>()
    let words = part.split(separator: "+", omittingEmptySubsequences: false)
    if words.contains("") { faults.append(.empty(dimension)) }
    for word in words where !word.isEmpty {
      if let code = find(String(word)) {
        codes.insert(code)
      } else {
        faults.append(.unknown(dimension, String(word)))
      }
    }
    return codes
  }
}

/// What tells observations apart, in the order of keys.
package enum Dimension: String, Sendable, CaseIterable {
  case frequency = "FREQ"
  case indicator = "INDICATOR"
  case area = "REF_AREA"
  case time = "TIME_PERIOD"

  /// Those of a key.
  package static let ofSeries: [Dimension] = [.frequency, .indicator, .area]
}
