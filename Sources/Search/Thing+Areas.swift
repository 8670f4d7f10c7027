import Statistics

extension Thing {
  /// A provincial unit; one that took in others is found by their names too.
  init(_ unit: Province, in snapshot: Snapshot) {
    self.init(.province, in: "provinces", unit.id, unit.name)
    validFrom = unit.validFrom
    validTo = unit.validTo
    successors = unit.successors
    earlierNames = unit.formerly.map { ($0.validTo, $0.name) }
    codes = [unit.code] + (unit.isoCode.map { [$0] } ?? [])
    add(.name, unit.name, until: unit.validTo)
    add(.name, unit.fullName, until: unit.validTo)
    for former in unit.formerly where former.name != unit.name {
      add(.formerName, former.name, until: former.validTo)
    }
    for former in unit.formerly where former.fullName != unit.fullName {
      add(.formerName, former.fullName, until: former.validTo)
    }
    for alias in unit.aliases { add(.alias, alias) }
    addRunTogether(.alias, unit.name.vi)
    for former in unit.formerly { addRunTogether(.formerName, former.name.vi) }
    addPredecessors(
      unit.predecessors,
      Lineage(vi: "gồm ", en: "made of ", runsTogether: true) {
        snapshot.provinces[$0].map(Forebear.init)
      })
    for note in unit.notes { addAside(note) }
  }

  init(_ region: Region) {
    self.init(.region, in: "regions", region.id, region.name)
    validFrom = region.validFrom
    validTo = region.validTo
    add(.name, region.name, until: region.validTo)
  }

  init(_ agency: Agency, in snapshot: Snapshot) {
    self.init(.agency, in: "agencies", agency.id, agency.name)
    validFrom = agency.validFrom
    validTo = agency.validTo
    successors = agency.successors
    add(.name, agency.name, until: agency.validTo)
    for alias in agency.aliases { add(.alias, alias) }
    let succeeded = snapshot.agencies.rows.filter { $0.successors.contains(agency.id) }
    addPredecessors(
      succeeded.map(\.id),
      Lineage(vi: "kế thừa ", en: "successor of ") { id in
        snapshot.agencies[id].map { agency in
          Forebear(
            agency,
            predecessors: snapshot.agencies.rows.filter { $0.successors.contains(id) }.map(\.id))
        }
      })
    for note in agency.notes { addAside(note) }
  }
}

extension Thing {
  /// Adds a name with its last day, where it has one: `Quảng Nam, đến 30/6/2025`.
  fileprivate mutating func add(_ matchedBy: MatchedBy, _ name: Name, until day: Day?) {
    let civil = day?.civil
    add(
      matchedBy, name.vi, after: civil.map { ", đến \($0.day)/\($0.month)/\($0.year)" } ?? "")
    add(matchedBy, name.en, after: day.map { ", until \($0)" } ?? "")
  }

  /// Adds what the predecessors were called, theirs too: a name that is gone leads to who bears
  /// its territory or its work today.
  ///
  /// `heir` is who the predecessors are of, nil for this thing itself.
  fileprivate mutating func addPredecessors(
    _ ids: [String], _ lineage: Lineage, heir: Forebear? = nil, seen: Set<String> = []
  ) {
    let forebears = ids.compactMap(lineage.forebear)
    let vi = (heir.map { "\($0.name.vi) " } ?? "") + lineage.vi
    let en = (heir.map { "\($0.name.en) " } ?? "") + lineage.en
    for (place, one) in forebears.enumerated() {
      let before = vi + Lineage.joined(forebears, before: place)
      let after = Lineage.joined(forebears, after: place)
      add(.predecessor, one.name.vi, before: before, after: after)
      add(.predecessor, one.name.en, before: en)
      if lineage.runsTogether {
        addRunTogether(.predecessor, one.name.vi, before: before, after: after)
      }
      for other in one.otherNames {
        add(.predecessor, other, before: "\(vi)\(one.name.vi) (", after: ")")
      }
      if !seen.contains(one.id) {
        addPredecessors(one.predecessors, lineage, heir: one, seen: seen.union([one.id]))
      }
    }
  }
}

/// How one kind of thing follows another, and how that is said.
private struct Lineage {
  var vi: String
  var en: String
  var runsTogether = false
  var forebear: (String) -> Forebear?

  /// `A, B và ` before the last of three.
  static func joined(_ forebears: [Forebear], before place: Int) -> String {
    forebears[..<place].enumerated().map {
      $1.name.vi + separator(after: $0, of: forebears.count)
    }.joined()
  }

  /// `, B và C` after the first of three.
  static func joined(_ forebears: [Forebear], after place: Int) -> String {
    forebears.indices[(place + 1)...].map {
      separator(after: $0 - 1, of: forebears.count) + forebears[$0].name.vi
    }.joined()
  }

  private static func separator(after place: Int, of count: Int) -> String {
    place + 2 < count ? ", " : " và "
  }
}

private struct Forebear {
  var id: String
  var name: Name
  var otherNames: [String]
  var predecessors: [String]

  init(_ unit: Province) {
    id = unit.id
    name = unit.name
    otherNames = unit.formerly.map(\.name.vi) + unit.aliases
    predecessors = unit.predecessors
  }

  init(_ agency: Agency, predecessors: [String]) {
    id = agency.id
    name = agency.name
    otherNames = agency.aliases
    self.predecessors = predecessors
  }
}
