import Statistics
import Testing

/// The 63 units to 30 June 2025, the 34 since, and how they follow each other.
@Suite struct ProvincesDataTests {
  private func day(_ text: String) throws -> Day { try #require(Day(text)) }

  private func units(_ text: String) throws -> [Province] {
    let snapshot = try Bundled.snapshot()
    let day = try day(text)
    let map = try #require(snapshot.map(on: day))
    return map.provinces.map { snapshot.provinces.rows[$0] }
  }

  @Test(arguments: [
    ("2008-08-01", 63, 5), ("2024-12-31", 63, 5), ("2025-01-01", 63, 6), ("2025-06-30", 63, 6),
    ("2025-07-01", 34, 6), ("2026-08-31", 34, 6), ("2026-09-01", 34, 7), ("2026-09-20", 34, 8),
  ])
  func `each map has its units and its municipalities`(
    _ row: (day: String, units: Int, municipalities: Int)
  ) throws {
    let units = try units(row.day)
    let day = try day(row.day)
    #expect(units.count == row.units)
    #expect(Set(units.map(\.code)).count == row.units)
    #expect(Set(units.map(\.slug)).count == row.units)
    let municipalities = units.filter {
      ($0.formerName(on: day)?.type ?? $0.type) == .municipality
    }
    #expect(municipalities.count == row.municipalities, "\(municipalities.map(\.name.vi))")
  }

  @Test(arguments: ["2008-08-01", "2025-06-30", "2025-07-01", "2026-11-21"])
  func `each unit is in exactly one region, each region has units`(_ text: String) throws {
    let snapshot = try Bundled.snapshot()
    let day = try day(text)
    let regions = snapshot.regions.rows.filter { $0.isValid(on: day) }
    #expect(regions.count == 6)
    let units = try units(text)
    for unit in units {
      #expect(regions.filter { $0.provinces.contains(unit.id) }.count == 1, "\(unit.id)")
    }
    #expect(Set(regions.flatMap(\.provinces)) == Set(units.map(\.id)))
  }

  @Test(arguments: [
    ("trung-du-va-mien-nui-phia-bac-2008", 14), ("dong-bang-song-hong-2008", 11),
    ("bac-trung-bo-va-duyen-hai-mien-trung-2008", 14), ("tay-nguyen-2008", 5),
    ("dong-nam-bo-2008", 6), ("dong-bang-song-cuu-long-2008", 13),
    ("trung-du-va-mien-nui-phia-bac-2025", 9), ("dong-bang-song-hong-2025", 6),
    ("bac-trung-bo-2025", 5), ("duyen-hai-nam-trung-bo-va-tay-nguyen-2025", 6),
    ("dong-nam-bo-2025", 3), ("dong-bang-song-cuu-long-2025", 5),
  ])
  func `a region has its units`(_ row: (region: String, units: Int)) throws {
    let region = try #require(try Bundled.snapshot().regions[row.region])
    #expect(region.provinces.count == row.units)
  }

  /// Resolution 202/2025/QH15: the new unit and those that were put together.
  static let mergers = [
    ("Tuyên Quang", ["Hà Giang", "Tuyên Quang"]), ("Lào Cai", ["Lào Cai", "Yên Bái"]),
    ("Thái Nguyên", ["Bắc Kạn", "Thái Nguyên"]), ("Bắc Ninh", ["Bắc Giang", "Bắc Ninh"]),
    ("Phú Thọ", ["Hòa Bình", "Phú Thọ", "Vĩnh Phúc"]), ("Hải Phòng", ["Hải Dương", "Hải Phòng"]),
    ("Hưng Yên", ["Hưng Yên", "Thái Bình"]), ("Ninh Bình", ["Hà Nam", "Nam Định", "Ninh Bình"]),
    ("Quảng Trị", ["Quảng Bình", "Quảng Trị"]), ("Đà Nẵng", ["Quảng Nam", "Đà Nẵng"]),
    ("Quảng Ngãi", ["Kon Tum", "Quảng Ngãi"]), ("Gia Lai", ["Bình Định", "Gia Lai"]),
    ("Khánh Hòa", ["Khánh Hòa", "Ninh Thuận"]), ("Đắk Lắk", ["Phú Yên", "Đắk Lắk"]),
    ("Lâm Đồng", ["Bình Thuận", "Lâm Đồng", "Đắk Nông"]), ("Đồng Nai", ["Bình Phước", "Đồng Nai"]),
    ("Hồ Chí Minh", ["Bà Rịa - Vũng Tàu", "Bình Dương", "Hồ Chí Minh"]),
    ("Tây Ninh", ["Long An", "Tây Ninh"]), ("Đồng Tháp", ["Tiền Giang", "Đồng Tháp"]),
    ("Vĩnh Long", ["Bến Tre", "Trà Vinh", "Vĩnh Long"]), ("An Giang", ["An Giang", "Kiên Giang"]),
    ("Cần Thơ", ["Cần Thơ", "Hậu Giang", "Sóc Trăng"]), ("Cà Mau", ["Bạc Liêu", "Cà Mau"]),
  ]

  @Test(arguments: mergers)
  func `a merged unit follows those that were put together`(
    _ merger: (unit: String, of: [String])
  ) throws {
    let snapshot = try Bundled.snapshot()
    let unit = try #require(
      snapshot.provinces.rows.first {
        $0.name.vi == merger.unit && $0.validFrom == Day("2025-07-01")
      })
    let predecessors = unit.predecessors.compactMap { snapshot.provinces[$0] }
    #expect(Set(predecessors.map(\.name.vi)) == Set(merger.of))
    #expect(unit.act == "202-2025-qh15")
    #expect(unit.id == "\(unit.code)-2025")
    // It took its code from one of them.
    #expect(predecessors.map(\.code).contains(unit.code))
    for predecessor in predecessors {
      #expect(predecessor.validTo == Day("2025-06-30"))
      #expect(predecessor.successors == [unit.id])
    }
  }

  @Test func `each of the 52 units that ended went into exactly one`() throws {
    let provinces = try Bundled.snapshot().provinces.rows
    let ended = provinces.filter { $0.validTo == Day("2025-06-30") }
    #expect(ended.count == 52)
    let named = provinces.filter { $0.validFrom == Day("2025-07-01") }.flatMap(\.predecessors)
    #expect(named.sorted() == ended.map(\.id).sorted())
    #expect(ProvincesDataTests.mergers.flatMap(\.1).count == 52)
  }

  @Test func `eleven units were not touched and stand once`() throws {
    let before = Set(try units("2025-06-30").map(\.id))
    let after = Set(try units("2025-07-01").map(\.id))
    #expect(
      before.intersection(after).sorted() == [
        "01-2008", "04-2008", "11-2008", "12-2008", "14-2008", "20-2008", "22-2008", "38-2008",
        "40-2008", "42-2008", "46-2008",
      ])
  }

  @Test func `seven codes mean another province since 1 July 2025`() throws {
    let before = Dictionary(
      uniqueKeysWithValues: try units("2025-06-30").map { ($0.code, $0.name.vi) })
    let moved = try units("2025-07-01").filter { before[$0.code] != $0.name.vi }
    #expect(moved.map(\.code).sorted() == ["15", "24", "44", "52", "80", "82", "91"])
    #expect(before["15"] == "Yên Bái")
    #expect(moved.first { $0.code == "15" }?.name.vi == "Lào Cai")
  }

  @Test(arguments: [
    ("46-2008", "2024-12-31", "Thừa Thiên Huế", "province"),
    ("46-2008", "2025-01-01", "Huế", "municipality"),
    ("22-2008", "2026-08-31", "Quảng Ninh", "province"),
    ("22-2008", "2026-09-01", "Quảng Ninh", "municipality"),
    ("24-2025", "2026-09-19", "Bắc Ninh", "province"),
    ("24-2025", "2026-09-20", "Bắc Ninh", "municipality"),
  ])
  func `a change of name or type makes no new unit`(
    _ row: (unit: String, day: String, name: String, type: String)
  ) throws {
    let unit = try #require(try Bundled.snapshot().provinces[row.unit])
    let day = try day(row.day)
    #expect(unit.isValid(on: day))
    #expect((unit.formerName(on: day)?.name ?? unit.name).vi == row.name)
    #expect((unit.formerName(on: day)?.type ?? unit.type).rawValue == row.type)
  }

  @Test func `a start that is only before this data is no date`() throws {
    let old = try units("2025-06-30")
    #expect(old.filter { $0.validFrom != nil }.map(\.id) == ["01-2008"])
    #expect(old.first { $0.id == "01-2008" }?.validFrom == Day("2008-08-01"))
  }
}
