/// The provincial units of the country from one day to the next re-drawing.
package struct ProvincialMap: Sendable {
  package var from: Day
  /// The last day; nil for the map in force.
  package var to: Day?
  /// Indices into the provinces, in their order.
  package var provinces: [Int]

  /// All maps, oldest first: a new one begins on each day on which a unit begins.
  static func all(of provinces: Table<Province>) -> [ProvincialMap] {
    let starts = Set(provinces.rows.compactMap(\.validFrom)).sorted()
    return starts.enumerated().map { place, start in
      ProvincialMap(
        from: start,
        to: place + 1 < starts.count ? starts[place + 1].advanced(by: -1) : nil,
        provinces: provinces.rows.indices.filter { provinces.rows[$0].isValid(on: start) })
    }
  }
}
