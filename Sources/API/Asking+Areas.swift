import Statistics

/// Names of areas, regions and maps in parameters and paths.
extension Asking {
  /// The day of `boundaries`, today where none is given; before the first map and to come are out
  /// of range.
  mutating func boundaries() -> Day {
    tellBoundaries()
    guard let text = text(.boundaries), text != "today" else { return today }
    if text == "published" {
      wrong(
        .unknownValue(
          "boundaries", text, vi: "chỉ dùng cho giá trị quan sát; hãy dùng today hoặc một ngày",
          en: "is for observations only; use today or a date", suggestions: ["today"]))
      return today
    }
    guard let first = snapshot.maps.first?.from, first <= today else { return today }
    return day(.boundaries, in: first...today) ?? today
  }

  /// The map in force on a day.
  func map(on day: Day) -> ProvincialMap {
    guard let map = snapshot.map(on: day) ?? snapshot.maps.first else {
      preconditionFailure("a snapshot has a map")
    }
    return map
  }

  /// The unit of the path: a name on the map of `boundaries`, or an id.
  ///
  /// An id without `boundaries` is looked at on the newest map on which it stands.
  mutating func unitOfPath() throws(Problem) -> (unit: Province, day: Day) {
    let name = values[0]
    tellBoundaries()
    let asked = text(.boundaries) == nil ? nil : boundaries()
    try settled()
    if let unit = snapshot.provinces[name] {
      guard let asked else { return (unit, min(today, unit.validTo ?? today)) }
      if unit.isValid(on: asked) { return (unit, asked) }
    } else if let unit = snapshot.unit(bearing: name, on: asked ?? today) {
      return (unit, asked ?? today)
    }
    throw noUnit(name, on: asked ?? today)
  }

  private func noUnit(_ name: String, on day: Day) -> Problem {
    let from = map(on: day).from
    if let unit = snapshot.provinces[name], let first = unit.validFrom, first > day {
      return .notFound(
        Name(
          vi: "\(unit.name.vi) (\(unit.id)) chỉ có từ \(first).",
          en: "\(unit.name.en) (\(unit.id)) exists only from \(first)."),
        suggestions: unit.predecessors.map { "/v1/provinces/\($0)" })
    }
    let former = snapshot.units(bearing: name).last
    guard let former else {
      let suggestions = unitsNear(name, on: day)
      return .notFound(
        Name(
          vi:
            "“\(echoed(name))” không phải là tỉnh nào trên bản đồ từ \(from)"
            + ending(suggestions).vi,
          en: "\"\(echoed(name))\" is no province on the map of \(from)\(ending(suggestions).en)"),
        suggestions: suggestions.map { "/v1/provinces/\($0)" })
    }
    var problem = Problem.notFound(
      formerDetail(name, former, from), suggestions: ["/v1/provinces/\(former.id)"])
    problem.was = former.id
    problem.successors = former.successors
    return problem
  }

  private func formerDetail(_ name: String, _ former: Province, _ from: Day) -> Name {
    let next = former.successors.compactMap { snapshot.provinces[$0] }
    var vi = "Không đơn vị nào mang tên hay mã “\(echoed(name))” trên bản đồ từ \(from)"
    var en = "No unit bears \"\(echoed(name))\" on the map of \(from)"
    vi += "; \(former.name.vi) (\(former.id)) từng mang"
    en += "; \(former.name.en) (\(former.id)) did"
    if !next.isEmpty {
      vi += ", nay thuộc \(next.map { "\($0.name.vi) (\($0.id))" }.joined(separator: ", "))"
      en += ", now part of \(next.map { "\($0.name.en) (\($0.id))" }.joined(separator: ", "))"
    }
    return Name(vi: vi + ".", en: en + ".")
  }

  private func unitsNear(_ name: String, on day: Day) -> [String] {
    let units = snapshot.provinces.rows.filter { $0.isValid(on: day) }
    return Nearest.some(
      to: name, among: units.flatMap { [$0.code, $0.slug, $0.isoCode ?? "", $0.id] })
  }

  /// The areas that `area=` or `province=` names. On a map a code, ISO code or slug is the unit
  /// that bears it there; on `published` it is every unit that ever bore it. An id is itself.
  mutating func areas(_ parameter: Parameter, on choice: MapChoice) -> Set<Int>? {
    tell(parameter) { $0.areasSchema(parameter) }
    guard let names = list(parameter) else { return nil }
    var chosen = Set<Int>()
    for name in names {
      if parameter != .province, snapshot.countries[name] != nil {
        if let place = snapshot.areas.place(name) { chosen.insert(place) }
        continue
      }
      let units = units(named: name, on: choice)
      if units.isEmpty { wrong { $0.noArea(parameter, name, choice) } }
      for unit in units { chosen.insert(snapshot.kinship.areaOfProvince[unit]) }
    }
    return chosen
  }

  /// Indices of the provinces.
  private func units(named name: String, on choice: MapChoice) -> [Int] {
    let units = snapshot.kinship.provinces(bearing: name)
    if let map = choice.map {
      return units.filter { snapshot.kinship.isValid($0, on: map.from) }
    }
    return snapshot.provinces.place(name).map { [$0] } ?? units
  }

  /// A name that is nobody's, or nobody's on this map.
  private func noArea(
    _ parameter: Parameter, _ name: String, _ choice: MapChoice
  ) -> ParameterError {
    if let map = choice.map, let former = snapshot.units(bearing: name).last {
      var error = ParameterError(
        .notOnThisMap, parameter.rawValue, name, formerDetail(name, former, map.from))
      error.was = former.id
      error.successors = former.successors
      error.suggestions = former.successors
      return error
    }
    let onlyProvinces = parameter == .province
    let kind =
      onlyProvinces
      ? Name(vi: "tỉnh", en: "province") : Name(vi: "địa bàn", en: "area")
    let map = choice.map.map {
      Name(vi: " trên bản đồ từ \($0.from)", en: " on the map of \($0.from)")
    }
    return .unknownValue(
      parameter.rawValue, name,
      vi: "không phải là \(kind.vi) nào\(map?.vi ?? "")",
      en: "is no \(kind.en)\(map?.en ?? "")",
      suggestions: nearest(
        to: name, among: namesOfAreas(on: choice, onlyProvinces: onlyProvinces)),
      see: "/v1/provinces")
  }

  /// The words that may be meant by a wrong one.
  private func namesOfAreas(on choice: MapChoice, onlyProvinces: Bool) -> some Sequence<String> {
    let units =
      choice.map.map { $0.provinces.map { snapshot.provinces.rows[$0] } }
      ?? snapshot.provinces.rows
    let countries = onlyProvinces ? [] : snapshot.countries.ids
    return [
      units.flatMap { [$0.code, $0.slug, $0.isoCode ?? ""] }, snapshot.provinces.ids, countries,
    ].joined()
  }

  /// Whether a parameter names a unit by what it bears on a map: anything but an id.
  func namesNeedMap(_ parameter: Parameter) -> Bool {
    guard let text = text(parameter) else { return false }
    if !text.utf8.contains(UInt8(ascii: ",")) { return snapshot.areas.place(text) == nil }
    return text.split(separator: ",").contains { snapshot.areas.place(String($0)) == nil }
  }

  /// The regions of `region=` by id or, on a day, by slug; without a day every region of the slug.
  mutating func regions(on day: Day?) -> [Region]? {
    tell(.region) { asking in
      asking.idsSchema(
        "RegionName",
        Set(asking.snapshot.regions.rows.flatMap { [$0.id, $0.slug] }).sorted(by: precedes))
    }
    guard let names = list(.region) else { return nil }
    let candidates = snapshot.regions.rows.filter { day.map($0.isValid) ?? true }
    return names.flatMap { name -> [Region] in
      let found = candidates.filter { $0.id == name || $0.slug == name }
      let elsewhere = snapshot.regions.rows.filter { $0.id == name || $0.slug == name }
      if found.isEmpty, let other = elsewhere.last, let day {
        let now = candidates.first { $0.slug == other.slug }
        var error = ParameterError(
          .notOnThisMap, "region", name,
          Name(
            vi: "“\(name)” không có trên bản đồ từ \(map(on: day).from).",
            en: "\"\(name)\" is not on the map of \(map(on: day).from)."))
        error.suggestions = now.map { [$0.id] } ?? []
        wrong(error)
      } else if found.isEmpty {
        wrong { asking in
          .unknownValue(
            "region", name,
            vi: day.map { "không phải là vùng nào trên bản đồ từ \(asking.map(on: $0).from)" }
              ?? "không phải là vùng nào",
            en: day.map { "is no region on the map of \(asking.map(on: $0).from)" }
              ?? "is no region",
            suggestions: asking.nearest(
              to: name, among: candidates.flatMap { [$0.slug, $0.id] }),
            see: "/v1/regions")
        }
      }
      return found
    }
  }
}
