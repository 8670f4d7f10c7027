import Formats
import Statistics

extension Asking {
  /// Countries, and every provincial unit that there ever was.
  mutating func areas() throws(Problem) -> Answer {
    try collection(snapshot.areas.rows, Field<Area>.all, view(), Notes(era: era(on: today)))
  }

  mutating func provinces() throws(Problem) -> Answer {
    let day = boundaries()
    let regions = regions(on: day)
    let types = codes(.type, ProvinceType.self)
    let found = found(.province)
    let map = map(on: day)
    let all = snapshot.provinces.rows
    let units = map.provinces.filter { place in
      (regions.map { $0.contains { $0.provinces.contains(all[place].id) } } ?? true)
        && (found?.contains(all[place].id) ?? true)
        && (types.map { $0.contains(all[place].formerName(on: day)?.type ?? all[place].type) }
          ?? true)
    }
    let ordered = units.sorted {
      snapshot.kinship.orderByCode[$0] < snapshot.kinship.orderByCode[$1]
    }
    let view = view(on: day)
    let fields = Field<Province>.all
    let notes = notes(on: day)
    if let rows = prepared.provinces(on: day) {
      return try collection(
        TableRows(ordered, of: snapshot.provinces, rows, fields), fields, view, notes)
    }
    return try collection(ordered.map { all[$0] }, fields, view, notes)
  }

  mutating func province() throws(Problem) -> Answer {
    let (unit, day) = try unitOfPath()
    let canonical = "/v1/provinces/\(unit.id)"
    let links = [
      ("canonical", canonical), ("indicators", "\(canonical)/indicators"),
      ("lineage", "\(canonical)/lineage"),
    ]
    let (view, fields) = (view(on: day), Field<Province>.all)
    var answer: Answer
    if let place = snapshot.provinces.place(unit.id), let rows = prepared.provinces(on: day) {
      answer = try thing(
        place, of: snapshot.provinces, rows, fields, view, notes(on: day), links: links)
    } else {
      answer = try thing(unit, fields, view, notes(on: day), links: links)
    }
    answer.links = ["<\(absolute(canonical))>; rel=\"canonical\""]
    return answer
  }

  mutating func regions() throws(Problem) -> Answer {
    let day = boundaries()
    let places = snapshot.regions.rows.indices.filter { snapshot.regions.rows[$0].isValid(on: day) }
    return try collection(
      TableRows(places, of: snapshot.regions, prepared.regions.value, Field<Region>.all),
      Field<Region>.all,
      view(on: day), notes(on: day))
  }

  mutating func region() throws(Problem) -> Answer {
    tellBoundaries()
    let asked = text(.boundaries) == nil ? nil : boundaries()
    try settled()
    let name = values[0]
    let region =
      snapshot.regions[name].flatMap { region in
        asked.map(region.isValid) ?? true ? region : nil
      } ?? snapshot.regions.rows.first { $0.slug == name && $0.isValid(on: asked ?? today) }
    guard let region else {
      throw missing("/v1/regions", snapshot.regions.rows.flatMap { [$0.slug, $0.id] })
    }
    let day = asked ?? min(today, region.validTo ?? today)
    return try thing(region, Field<Region>.all, view(on: day), notes(on: day))
  }

  /// The map that the answer stands on, and what its bytes depend on. A unit that ended before
  /// the first map stands on none.
  func notes(on day: Day) -> Notes {
    let map = snapshot.map(on: day)
    return Notes(
      boundaries: text(.boundaries).flatMap { $0 == "today" ? nil : $0 }
        ?? map?.from.description ?? "published",
      era: era(on: text(.boundaries) == nil ? today : day))
  }

  /// 404 for an id that a collection does not have.
  func missing(_ collection: String, _ ids: [String], among name: String? = nil) -> Problem {
    let name = name ?? values.last ?? ""
    let near = Nearest.some(to: name, among: ids)
    return .notFound(
      Name(
        vi: "“\(echoed(name))” không có trong \(collection)\(ending(near).vi)",
        en: "\"\(echoed(name))\" is not in \(collection)\(ending(near).en)"),
      suggestions: near.map { "\(collection)/\($0)" })
  }
}
