import Statistics

extension Field where Row == Country {
  package static let all: [Field] = [
    Field("id", says: .text()) { country, _ in .text(country.id) },
    Field("name", as: .name, says: .name) { country, _ in .name(country.name) },
    Field("level", says: .codes(of: Level.self)) { country, _ in .text(country.level.rawValue) },
  ]
}

extension Field where Row == Area {
  /// Whatever observations are about, with the name of the view's day or the last one.
  package static let all: [Field] = [
    Field("id", says: .text()) { area, _ in .text(area.id) },
    Field("code", says: .text()) { area, view in .text(area.unit(in: view)?.code ?? area.id) },
    Field("isoCode") { area, view in .text(area.unit(in: view)?.isoCode) },
    Field("name", as: .name, says: .name) { area, view in
      .name(view.snapshot.areas.place(area.id).map { view.name(of: .area($0)) })
    },
    Field("level", says: .codes(of: Level.self)) { area, _ in .text(area.level.rawValue) },
    Field("type", says: .orNull(.codes(of: ProvinceType.self))) { area, view in
      .text(area.unit(in: view).map { ($0.former(in: view)?.type ?? $0.type).rawValue })
    },
    Field("validFrom") { area, view in .day(area.unit(in: view)?.validFrom) },
    Field("validTo") { area, view in .day(area.unit(in: view)?.validTo) },
    Field("successors") { area, view in .texts(area.unit(in: view)?.successors ?? []) },
  ]
}

extension Area {
  /// Nil for a country.
  fileprivate func unit(in view: View) -> Province? {
    guard case .province(let place) = kind else { return nil }
    return view.snapshot.provinces.rows[place]
  }
}

extension Field where Row == Province {
  /// A provincial unit, with the name and type of the view's day.
  package static let all: [Field] = [
    Field("id", says: .text()) { unit, _ in .text(unit.id) },
    Field("code", says: .text()) { unit, _ in .text(unit.code) },
    Field("isoCode") { unit, _ in .text(unit.isoCode) },
    Field("slug", says: .text()) { unit, _ in .text(unit.slug) },
    Field("name", as: .name, says: .name) { unit, view in
      .name(unit.former(in: view)?.name ?? unit.name)
    },
    Field("fullName", as: .name, says: .name) { unit, view in
      .name(unit.former(in: view)?.fullName ?? unit.fullName)
    },
    Field("type", says: .codes(of: ProvinceType.self)) { unit, view in
      .text((unit.former(in: view)?.type ?? unit.type).rawValue)
    },
    Field("level", says: .codes(of: Level.self)) { _, _ in .text(Level.province.rawValue) },
    Field("region") { unit, view in .text(view.snapshot.region(of: unit, on: view.day)) },
    Field("validFrom") { unit, _ in .day(unit.validFrom) },
    Field("validTo") { unit, _ in .day(unit.validTo) },
    Field("act") { unit, _ in .text(unit.act) },
    Field("predecessors", as: .leftOut, says: .units) { unit, view in
      .units(unit.predecessors, view)
    },
    Field("successors", as: .leftOut, says: .units) { unit, view in .units(unit.successors, view) },
    Field("formerly", as: .leftOut, says: .formerNames) { unit, _ in
      .list(count: unit.formerly.count) { index, writer in
        let former = unit.formerly[index]
        writer.beginObject()
        writer.member("name", former.name)
        writer.member("type", former.type.rawValue)
        writer.member("validFrom", former.validFrom?.description)
        writer.member("validTo", former.validTo.description)
        writer.member("act", former.act)
        if !former.notes.isEmpty {
          writer.key("notes")
          FieldValue.names(former.notes).write(onto: &writer)
        }
        writer.endObject()
      }
    },
    Field("aliases") { unit, _ in .texts(unit.aliases) },
    Field("notes", as: .leftOut) { unit, _ in .names(unit.notes) },
  ]
}

extension Province {
  /// The former name that is in force on the view's day, never later than the unit's last day.
  fileprivate func former(in view: View) -> FormerName? {
    formerName(on: min(view.day, validTo ?? view.day))
  }
}

extension FieldValue {
  /// Units as id, code and name, each with its last name where it has ended.
  fileprivate static func units(_ ids: [String], _ view: View) -> FieldValue {
    let units = ids.compactMap { view.snapshot.provinces[$0] }
    return .list(count: units.count) { index, writer in
      let unit = units[index]
      writer.beginObject()
      writer.member("id", unit.id)
      writer.member("code", unit.code)
      writer.member("name", unit.former(in: view)?.name ?? unit.name)
      writer.endObject()
    }
  }
}

extension Field where Row == Region {
  package static let all: [Field] = [
    Field("id", says: .text()) { region, _ in .text(region.id) },
    Field("slug", says: .text()) { region, _ in .text(region.slug) },
    Field("name", as: .name, says: .name) { region, _ in .name(region.name) },
    Field("validFrom") { region, _ in .day(region.validFrom) },
    Field("validTo") { region, _ in .day(region.validTo) },
    Field("act") { region, _ in .text(region.act) },
    Field("provinces") { region, _ in .texts(region.provinces) },
    Field("provinceCount") { region, _ in .integer(region.provinces.count) },
    Field("notes", as: .leftOut) { region, _ in .names(region.notes) },
  ]
}

extension Field where Row == Lineage {
  package static let all: [Field] = [
    Field("unit", says: .text()) { lineage, _ in .text(lineage.unit.id) },
    Field("predecessors", as: .leftOut, says: .lineageSteps) { lineage, _ in
      .steps(lineage.predecessors)
    },
    Field("successors", as: .leftOut, says: .lineageSteps) { lineage, _ in
      .steps(lineage.successors)
    },
  ]
}

extension FieldValue {
  fileprivate static func steps(_ steps: [Lineage.Step]) -> FieldValue {
    .list(count: steps.count) { index, writer in
      let step = steps[index]
      writer.beginObject()
      writer.member("id", step.unit.id)
      writer.member("name", step.unit.name)
      writer.member("share", step.isWhole ? "whole" : "part")
      writer.member("on", step.on?.description)
      writer.member("act", step.act)
      writer.endObject()
    }
  }
}
