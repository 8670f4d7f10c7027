/// One reference area of observations: a country or a provincial unit.
package struct Area: Sendable {
  package enum Kind: Sendable {
    case country(Int)
    case province(Int)
  }

  package var id: String
  package var kind: Kind
  package var level: Level
}

extension Table where Row == Area {
  /// Countries and provinces as one table of areas.
  static func areas(_ countries: Table<Country>, _ provinces: Table<Province>) -> Table<Area> {
    Table(
      countries.rows.enumerated().map { Area(id: $1.id, kind: .country($0), level: $1.level) }
        + provinces.rows.enumerated().map {
          Area(id: $1.id, kind: .province($0), level: .province)
        },
      id: \.id)
  }
}
