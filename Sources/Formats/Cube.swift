import Statistics

/// Where a row stands in a cube.
package struct Coordinates: Sendable {
  package var indicator: Int
  package var place: Cell.Place
  package var period: Period?
  /// Whether it says anything at all; on a province's page, whether anything is held.
  package var isHeld: Bool

  package init(indicator: Int, place: Cell.Place, period: Period?, isHeld: Bool = true) {
    self.indicator = indicator
    self.place = place
    self.period = period
    self.isHeld = isHeld
  }
}

/// The categories of a cube's three dimensions, each in its order.
package struct CubeAxes: Sendable {
  package var indicators: [Int]
  package var places: [Cell.Place]
  package var periods: [Period]

  package init(
    indicators: [Int] = [], places: [Cell.Place] = [], periods: [Period] = []
  ) {
    self.indicators = indicators
    self.places = places
    self.periods = periods
  }

  package var sizes: [Int] { [indicators.count, places.count, periods.count] }

  /// How many cells there are; more than anybody may ask for where that passes an integer.
  package var cellCount: Int {
    sizes.reduce(1) { product, size in
      let (count, overflows) = product.multipliedReportingOverflow(by: size)
      return overflows ? .max : count
    }
  }

  /// The same where a dimension without categories has those of others.
  package func filled(from others: CubeAxes) -> CubeAxes {
    CubeAxes(
      indicators: indicators.isEmpty ? others.indicators : indicators,
      places: places.isEmpty ? others.places : places,
      periods: periods.isEmpty ? others.periods : periods)
  }
}

/// Why rows are no cube.
package enum CubeMisfit: Error {
  case tooManyCells
  /// A figure without a period has no place.
  case noPeriod
}

/// Rows as a dense cube of indicator, area and period, whose categories are in the order in which
/// the rows name them, periods by time where that is wanted. Never changes once made.
package struct Cube<Row> {
  package let axes: CubeAxes
  private let rows: [Row]
  /// For each cell, periods running fastest, the row; negative where there is none.
  private let places: [Int32]
  /// Of each dimension, whether its categories are neither of rows nor asked for.
  package let isFiller: [Bool]

  /// - Parameters:
  ///   - next: gives the rows, no two of one cell, one after another; nil at the end.
  ///   - asked: the categories of a dimension of which no row has one.
  ///   - others: those where none were asked for either: no dimension may be empty.
  ///   - byTime: whether periods stand by their start, then end, in whatever order rows name them.
  ///   - most: the most cells.
  package init(
    _ next: () -> Row?, at coordinates: (Row) -> Coordinates, asked: CubeAxes,
    others: CubeAxes, byTime: Bool, most: Int
  ) throws(CubeMisfit) {
    var indicators = Axis<Int>()
    var areas = Axis<Cell.Place>()
    var periods = Axis<Period>()
    var rows: [Row] = []
    var cells: [(indicator: Int, area: Int, period: Int)] = []
    while let row = next() {
      let here = coordinates(row)
      let indicator = indicators.number(of: here.indicator)
      let area = areas.number(of: here.place)
      guard let period = here.period else {
        if here.isHeld { throw .noPeriod }
        continue
      }
      cells.append((indicator, area, periods.number(of: period)))
      rows.append(row)
      // Categories only become more.
      if indicators.keys.count * areas.keys.count > most / periods.keys.count {
        throw .tooManyCells
      }
    }
    // A series that begins later than the first must not turn time about for all.
    let order = byTime ? periods.order : Array(periods.keys.indices)
    axes = CubeAxes(
      indicators: indicators.keys, places: areas.keys, periods: order.map { periods.keys[$0] }
    ).filled(from: asked).filled(from: others)
    isFiller = zip(
      [indicators.keys.isEmpty, areas.keys.isEmpty, periods.keys.isEmpty], asked.sizes
    ).map { $0 && $1 == 0 }
    if axes.cellCount > most { throw .tooManyCells }
    var places = [Int32](repeating: -1, count: axes.cellCount)
    var column = [Int](repeating: 0, count: order.count)
    for (new, old) in order.enumerated() { column[old] = new }
    for (row, cell) in cells.enumerated() {
      let place = cell.indicator * axes.places.count + cell.area
      places[place * axes.periods.count + column[cell.period]] = Int32(row)
    }
    self.places = places
    self.rows = rows
  }

  package var count: Int { places.count }

  /// What stands in a cell.
  package subscript(cell: Int) -> Row? { places[cell] < 0 ? nil : rows[Int(places[cell])] }

  /// Whether something holds of any row.
  package func contains(where holds: (Row) -> Bool) -> Bool { rows.contains(where: holds) }

  /// The sources that any row rests on, each once.
  package func distinct<Value: Hashable>(_ value: (Row) -> Value?) -> Set<Value> {
    var distinct = Set<Value>()
    for row in rows { if let one = value(row) { distinct.insert(one) } }
    return distinct
  }
}

/// The categories of one dimension while they are gathered.
private struct Axis<Key: Hashable> {
  private(set) var keys: [Key] = []
  private var numbers: [Key: Int] = [:]
  /// The number of the key that was asked for last: neighbours mostly have the same.
  private var last = 0

  /// The place of a key, which is added where it is new.
  mutating func number(of key: Key) -> Int {
    if last < keys.count, keys[last] == key { return last }
    if let known = numbers[key] {
      last = known
    } else {
      last = keys.count
      numbers[key] = last
      keys.append(key)
    }
    return last
  }
}

extension Axis where Key: Comparable {
  /// The places of the keys from the least to the greatest.
  var order: [Int] { keys.indices.sorted { keys[$0] < keys[$1] } }
}
