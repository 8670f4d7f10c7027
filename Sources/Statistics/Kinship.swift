/// Which areas came of which, and who bears which name: found by number or name, never by walking
/// all areas. Areas are indices into the snapshot's table.
package struct Kinship: Sendable {
  /// The area of each province.
  package let areaOfProvince: [Int]
  /// Of each area the units that it was made of, and those that it became part of.
  let predecessors: [[Int]]
  let successors: [[Int]]
  /// The same with theirs, however far back or on.
  let ancestors: [[Int]]
  let descendants: [[Int]]
  private let provincesByName: [String: [Int]]
  /// The first and the last day of each province; nil: before this data, until today.
  private let days: [(first: Day?, last: Day?)]
  /// The place of each province in the order of codes, then of ids.
  package let orderByCode: [Int]

  init(_ provinces: Table<Province>, _ areas: Table<Area>) {
    areaOfProvince = provinces.ids.map { id in
      guard let area = areas.place(id) else { preconditionFailure("\(id) is no area") }
      return area
    }
    days = provinces.rows.map { ($0.validFrom, $0.validTo) }
    var earlier = [[Int]](repeating: [], count: areas.count)
    var later = earlier
    for (place, unit) in provinces.rows.enumerated() {
      earlier[areaOfProvince[place]] = unit.predecessors.compactMap { areas.place($0) }
      later[areaOfProvince[place]] = unit.successors.compactMap { areas.place($0) }
    }
    var order = [Int](repeating: 0, count: provinces.count)
    let byCode = provinces.rows.indices.sorted {
      provinces.rows[$0].code == provinces.rows[$1].code
        ? $0 < $1 : precedes(provinces.rows[$0].code, provinces.rows[$1].code)
    }
    for (place, province) in byCode.enumerated() { order[province] = place }
    orderByCode = order
    predecessors = earlier
    successors = later
    ancestors = Kinship.all(earlier)
    descendants = Kinship.all(later)
    var named: [String: [Int]] = [:]
    for (place, unit) in provinces.rows.enumerated() {
      for name in [unit.id, unit.code, unit.slug] + [unit.isoCode].compactMap({ $0 })
      where named[name]?.last != place {
        named[name, default: []].append(place)
      }
    }
    provincesByName = named
  }

  /// Indices of the provinces that bear or bore a name (id, code, ISO code, slug), ascending.
  package func provinces(bearing name: String) -> [Int] { provincesByName[name] ?? [] }

  /// Whether a province exists on a day.
  package func isValid(_ province: Int, on day: Day) -> Bool {
    (days[province].first.map { $0 <= day } ?? true)
      && (days[province].last.map { $0 >= day } ?? true)
  }

  /// Whether values of other units can be carried onto an area.
  func hasKin(_ area: Int) -> Bool { !predecessors[area].isEmpty || !successors[area].isEmpty }

  private static func all(_ next: [[Int]]) -> [[Int]] {
    next.map { first in
      var found = first
      var place = 0
      while place < found.count {
        for other in next[found[place]] where !found.contains(other) { found.append(other) }
        place += 1
      }
      return found
    }
  }
}
