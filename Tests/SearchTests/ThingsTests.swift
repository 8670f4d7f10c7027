import Search
import Statistics
import Testing

/// Whatever is in the data is found.
struct ThingsTests {
  struct Known: Sendable {
    var kind: Kind
    var id: String
    var names: [String]

    init(_ kind: Kind, _ id: String, _ names: [String]) {
      self.kind = kind
      self.id = id
      self.names = names
    }

    init(_ kind: Kind, _ id: String, _ name: Name) { self.init(kind, id, [name.vi, name.en]) }
  }

  static func known(_ kind: Kind) -> [Known] {
    let data = Indexes.snapshot
    return switch kind {
    case .province:
      data.provinces.rows.map { unit in
        Known(
          kind, unit.id,
          [unit.name.vi, unit.name.en, unit.fullName.vi, unit.fullName.en, unit.code, unit.slug]
            + unit.aliases + unit.formerly.flatMap { [$0.name.vi, $0.fullName.en] }
            + [unit.isoCode ?? unit.id])
      }
    case .region: data.regions.rows.map { Known(kind, $0.id, [$0.name.vi, $0.name.en, $0.slug]) }
    case .pillar: data.pillars.rows.map { Known(kind, $0.id, $0.name) }
    case .indicator: data.indicators.rows.map { Known(kind, $0.id, $0.name) }
    case .commitment:
      data.commitments.rows.flatMap { set in
        [Known(kind, set.id, set.name)]
          + set.items.map { item in
            Known(
              kind, "\(set.id)/\(item.id)",
              [item.text.vi, item.text.en] + item.wordings.map(\.vi))
          }
      }
    case .target: data.targets.rows.map { Known(kind, $0.id, $0.name) }
    case .task: data.tasks.rows.map { Known(kind, $0.id, $0.name) }
    case .agency:
      data.agencies.rows.map { Known(kind, $0.id, [$0.name.vi, $0.name.en] + $0.aliases) }
    case .platform:
      data.platforms.rows.map { Known(kind, $0.id, [$0.name.vi, $0.name.en] + $0.aliases) }
    case .meeting: data.meetings.rows.map { Known(kind, $0.id, $0.name) }
    case .source:
      data.sources.rows.map { Known(kind, $0.id, [$0.title, $0.publisher, $0.number ?? $0.title]) }
    }
  }

  @Test(arguments: Kind.allCases)
  func `everything of a kind is found by its names and its id`(kind: Kind) {
    let all = ThingsTests.known(kind)
    #expect(!all.isEmpty)
    for thing in all {
      #expect(Indexes.bundled.ids(thing.id).first == thing.id)
      for name in thing.names {
        #expect(Indexes.bundled.ids(name, types: [kind]).contains(thing.id), "\(thing.id): \(name)")
      }
    }
  }

  @Test func `a name leads through every merger to who bears it last`() {
    let index = Indexes.index { contents in
      contents.provinces = [
        ("1-2000", "Hà Tây", "2008-07-31", []), ("2-2000", "Hà Nội", "2008-07-31", []),
        ("2-2008", "Hà Nội", "2030-06-30", ["1-2000", "2-2000"]),
        ("3-2000", "Hưng Yên", "2030-06-30", []), ("2-2030", "Hà Nội", nil, ["2-2008", "3-2000"]),
      ].map { id, name, to, predecessors in
        var unit = Province()
        unit.id = id
        unit.code = String(id.prefix(1))
        unit.slug = id
        unit.name = Name(vi: name, en: name)
        unit.validTo = to.flatMap { Day($0) }
        unit.predecessors = predecessors
        return unit
      }
    }
    let hits = index.search("ha tay", on: Day("2031-01-01") ?? Indexes.day)
    #expect(hits.map(\.id) == ["1-2000", "2-2030", "2-2008"])
    #expect(
      hits.map(\.marked) == [
        "[Hà Tây], đến 31/7/2008", "Hà Nội gồm [Hà Tây] và Hà Nội", "gồm [Hà Tây] và Hà Nội",
      ])
  }

  @Test func `units that name each other as predecessors end the search for more`() {
    let index = Indexes.index { contents in
      contents.agencies = [("a", "b"), ("b", "a")].map { id, successor in
        var agency = Agency()
        agency.id = id
        agency.name = Name(vi: "Cơ quan \(id)", en: "Agency \(id)")
        agency.successors = [successor]
        return agency
      }
    }
    #expect(index.ids("agency a") == ["a", "b"])
  }

  @Test func `an agency is found by those that it succeeded`() throws {
    let hit = try #require(
      Indexes.bundled.search("Bộ Thông tin và Truyền thông").first { $0.id == "bo-khcn" })
    #expect(hit.matchedBy == .predecessor)
    #expect(hit.marked == "kế thừa [Bộ Thông tin và Truyền thông]")
    let former = try #require(Indexes.bundled.search("bo tttt").first)
    #expect(former.successors == ["bo-khcn"])
  }
}
