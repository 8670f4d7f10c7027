/// A country: Viet Nam itself, or one that it is compared with.
package struct Country: Sendable {
  package var id = ""
  package var name = Name(vi: "", en: "")
  package var level = Level.country

  package init() {}
}

/// A provincial unit: from one re-drawing of the map to the next it is the same unit.
package struct Province: Sendable {
  /// Never changes meaning: code and year of the first map that has the unit, `48-2025`.
  package var id = ""
  /// By the General Statistics Office; after a merger another unit may bear it.
  package var code = ""
  package var isoCode: String?
  package var slug = ""
  package var name = Name(vi: "", en: "")
  package var fullName = Name(vi: "", en: "")
  package var type = ProvinceType.province
  /// Nil: before this data.
  package var validFrom: Day?
  /// The last day; nil while it exists.
  package var validTo: Day?
  package var act: String?
  package var predecessors: [String] = []
  /// Made when the snapshot is.
  package var successors: [String] = []
  package var aliases: [String] = []
  /// Earlier names and types of the same unit, oldest first.
  package var formerly: [FormerName] = []
  package var notes: [Name] = []

  package init() {}

  package func isValid(on day: Day) -> Bool {
    (validFrom.map { $0 <= day } ?? true) && (validTo.map { $0 >= day } ?? true)
  }

  /// The former name in force on a day, nil where the present one was already.
  package func formerName(on day: Day) -> FormerName? {
    formerly.first { $0.validTo >= day }
  }

  /// Whether the unit is called so: id, code, ISO code or slug.
  package func bears(_ name: String) -> Bool {
    id == name || code == name || isoCode == name || slug == name
  }
}

/// A name and type that a unit had until a day.
package struct FormerName: Sendable {
  package var name = Name(vi: "", en: "")
  package var fullName = Name(vi: "", en: "")
  package var type = ProvinceType.province
  package var validFrom: Day?
  package var validTo = Day(number: 0)
  package var act: String?
  package var notes: [Name] = []

  package init() {}
}

/// A socio-economic region of one map.
package struct Region: Sendable {
  package var id = ""
  package var slug = ""
  package var name = Name(vi: "", en: "")
  package var validFrom = Day(number: 0)
  package var validTo: Day?
  package var act: String?
  package var provinces: [String] = []
  package var notes: [Name] = []

  package init() {}

  package func isValid(on day: Day) -> Bool {
    validFrom <= day && (validTo.map { $0 >= day } ?? true)
  }
}
