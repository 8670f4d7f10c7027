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

  init(_ provinces: Table<Province>, _ areas: Table<Area>) {
    areaOfProvince = provinces.ids.map { id in
      guard let area = areas.place(id) else { preconditionFailure("\(id) is no area") }
      return area
    }
    var earlier = [[Int]](repeating: [], count: areas.count)
    var later = earlier
    for (place, unit) in provinces.rows.enumerated() {
      earlier[areaOfProvince[place]] = unit.predecessors.compactMap { areas.place($0) }
      later[areaOfProvince[place]] = unit.successors.compactMap { areas.place($0) }
    }
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
