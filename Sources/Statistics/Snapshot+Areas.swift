extension Snapshot {
  /// The map in force on a day; nil before the first one.
  package func map(on day: Day) -> ProvincialMap? {
    maps.last { $0.from <= day }
  }

  /// The region that a unit belongs to on a day, or on the unit's last day if that is earlier.
  package func region(of unit: Province, on day: Day) -> String? {
    let day = min(day, unit.validTo ?? day)
    return regions.rows.first { $0.isValid(on: day) && $0.provinces.contains(unit.id) }?.id
  }

  /// Every unit that bears or bore a name (id, code, ISO code, slug), in the order of ids.
  package func units(bearing name: String) -> [Province] {
    kinship.provinces(bearing: name).map { provinces.rows[$0] }
  }

  /// The unit that bears a name on a day.
  package func unit(bearing name: String, on day: Day) -> Province? {
    for place in kinship.provinces(bearing: name) where kinship.isValid(place, on: day) {
      return provinces.rows[place]
    }
    return nil
  }

  /// What an area is called on a day, never later than the area's last day.
  package func name(ofArea index: Int, on day: Day) -> Name {
    switch areas.rows[index].kind {
    case .country(let country): return countries.rows[country].name
    case .province(let province):
      let unit = provinces.rows[province]
      return unit.formerName(on: min(day, unit.validTo ?? day))?.name ?? unit.name
    }
  }

  /// The code that an area's unit bears; a country's is its id.
  package func code(ofArea index: Int) -> String {
    switch areas.rows[index].kind {
    case .country(let country): countries.rows[country].id
    case .province(let province): provinces.rows[province].code
    }
  }
}

extension Snapshot {
  /// The last day, up to a day, on which a name, a type, a region or the map changed.
  package func lastChange(until day: Day) -> Day {
    changes.last { $0 <= day } ?? day
  }

  /// Every day on which a name, a type, a region or the map changed, oldest first.
  static func changes(_ provinces: Table<Province>, _ regions: Table<Region>) -> [Day] {
    let names = provinces.rows.flatMap { unit in
      unit.formerly.map { $0.validTo.advanced(by: 1) }
        + [unit.validFrom, unit.validTo?.advanced(by: 1)].compactMap { $0 }
    }
    let drawn = regions.rows.flatMap { region in
      [region.validFrom, region.validTo?.advanced(by: 1)].compactMap { $0 }
    }
    return Set(names + drawn).sorted()
  }
}
