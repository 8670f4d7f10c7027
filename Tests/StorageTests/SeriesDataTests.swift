import JSON
import Statistics
import Testing

/// Series over provinces and years, and cells that several documents give.
@Suite struct SeriesDataTests {
  private func number(_ text: String) throws -> Decimal {
    let bytes = Array(text.utf8)
    let number = Decimal(bytes.span, 0..<bytes.count)
    return try #require(number)
  }

  /// Of each unit of the old map, the value of an indicator in a year.
  private func values(_ indicator: String, _ year: String) throws -> [String: Decimal] {
    let snapshot = try Bundled.snapshot()
    let day = try #require(Day("2024-12-31"))
    let map = try #require(snapshot.map(on: day))
    var values: [String: Decimal] = [:]
    for unit in map.provinces.map({ snapshot.provinces.ids[$0] }) {
      let row = try snapshot.cell(indicator, unit, year)
      values[unit] = snapshot.observations.value(row)
    }
    return values
  }

  /// The sums are those of the tables that the ministry published.
  @Test(arguments: [
    ("dti", "2022", "36.4559"), ("dti", "2023", "42.7334"), ("dti", "2024", "43.8563"),
    ("dti-infrastructure", "2022", "38.8601"), ("dti-infrastructure", "2023", "43.3393"),
    ("dti-infrastructure", "2024", "55.0999"), ("dti-government-activity", "2022", "38.225"),
    ("dti-government-activity", "2023", "45.6822"),
    ("dti-government-activity", "2024", "36.2438"), ("dti-economy-activity", "2022", "35.4074"),
    ("dti-economy-activity", "2023", "37.875"), ("dti-economy-activity", "2024", "35.904"),
    ("dti-society-activity", "2022", "17.4897"), ("dti-society-activity", "2023", "26.3385"),
    ("dti-society-activity", "2024", "35.1237"),
  ])
  func `the DTI of 2022 to 2024 has all 63 provinces`(
    _ row: (indicator: String, year: String, sum: String)
  ) throws {
    let snapshot = try Bundled.snapshot()
    let values = try values(row.indicator, row.year)
    #expect(values.count == 63)
    let mantissas = values.values.map { Int128($0.mantissa) * Decimal.power(4 - $0.places) }
    #expect(Decimal(mantissa: mantissas.reduce(0, +), places: 4) == (try number(row.sum)))
    let one = try number("1")
    #expect(values.values.allSatisfy { $0 <= one && $0.mantissa > 0 })
    let index = try #require(snapshot.indicators.place(row.indicator))
    let period = try #require(Period(row.year))
    #expect(snapshot.coverage[index].complete.contains(period))
  }

  @Test func `in 2022 two provinces share the 15th place, as was published`() throws {
    let values = try values("dti", "2022")
    let shared = try number("0.635")
    #expect(values.values.filter { $0 > shared }.count == 14)
    #expect(values.filter { $0.value == shared }.keys.sorted() == ["15-2008", "38-2008"])
    let next = try #require(values["93-2008"])
    #expect(values.values.filter { $0 > next }.count == 16)
  }

  /// Value, the source shown, and the sources that confirm it.
  @Test(arguments: [
    ("dti", "48-2008", "2020", "0.4874"), ("dti", "48-2008", "2021", "0.6419"),
    ("dti", "48-2008", "2022", "0.8002"), ("dti", "48-2008", "2023", "0.834"),
    ("dti", "48-2008", "2024", "0.8335"), ("dti", "49-2008", "2024", "0.5803"),
    ("dti", "01-2008", "2022", "0.6098"), ("dti", "01-2008", "2023", "0.7448"),
    ("dti", "01-2008", "2024", "0.8241"), ("dti", "46-2008", "2024", "0.7951"),
    ("dti", "31-2025", "2024", "0.7857"), ("dti", "79-2025", "2024", "0.777"),
    ("dti", "79-2008", "2024", "0.8373"), ("dti-national", "VN", "2022", "0.71"),
    ("digital-economy-gdp-share-gso", "VN", "2022", "12.83"),
    ("digital-economy-gdp-share-gso", "VN", "2024", "13.17"),
    ("egdi-rank", "VN", "2022", "86"), ("ai-readiness-rank", "VN", "2022", "55"),
  ])
  func `a cell shows what was published of it last`(
    _ row: (indicator: String, area: String, period: String, value: String)
  ) throws {
    let snapshot = try Bundled.snapshot()
    let place = try snapshot.cell(row.indicator, row.area, row.period)
    #expect(snapshot.observations.value(place) == (try number(row.value)))
  }

  @Test(arguments: [
    ("dti", "48-2008", "2023", "haui-bang1", "baomoi-dn-2023"),
    ("dti", "48-2008", "2020", "dcs-bacninh-2020", "hf-dti"),
    ("dti", "46-2008", "2024", "haui-bang1", "dantri-2024"),
  ])
  func `two documents of one value are one row and its confirmation`(
    _ row: (indicator: String, area: String, period: String, one: String, other: String)
  ) throws {
    let snapshot = try Bundled.snapshot()
    let table = snapshot.observations
    let place = try snapshot.cell(row.indicator, row.area, row.period)
    let sources =
      [table.provenance(place).source] + table.annotation(place).confirmedBy.map(\.source)
    let ids = Set(sources.map { snapshot.sources.ids[Int($0)] })
    #expect(ids.isSuperset(of: [row.one, row.other]))
    #expect(table.cell(of: place).count == 1)
  }

  @Test func `Đà Nẵng of 2023 is shown from the table, and a newspaper confirms it`() throws {
    let snapshot = try Bundled.snapshot()
    let table = snapshot.observations
    let place = try snapshot.cell("dti", "48-2008", "2023")
    #expect(snapshot.sources.ids[Int(table.provenance(place).source)] == "haui-bang1")
    #expect(
      table.annotation(place).confirmedBy.map { snapshot.sources.ids[Int($0.source)] }
        == ["baomoi-dn-2023"])
    #expect(table.provenance(place).published?.description == "2025-02-06")
    #expect(table.annotation(place).locator == "48, 2023")
  }

  @Test func `the first periods by a new method are breaks`() throws {
    let snapshot = try Bundled.snapshot()
    for (period, status) in [("2020", "A"), ("2021", "B"), ("2023", "A"), ("2024", "B")] {
      let place = try snapshot.cell("dti", "48-2008", period)
      #expect(snapshot.observations.status(place).rawValue == status, "\(period)")
    }
  }

  @Test func `three vintages of the digital economy's share of 2022 are kept`() throws {
    let snapshot = try Bundled.snapshot()
    let table = snapshot.observations
    let shown = try snapshot.cell("digital-economy-gdp-share-gso", "VN", "2022")
    let vintages = table.cell(of: shown).map { row in
      "\(snapshot.sources.ids[Int(table.provenance(row).source)]) \(table.value(row) ?? Decimal(0))"
        + " \(table.provenance(row).knownFrom)"
    }
    #expect(
      vintages == [
        "gso-dec23 12.67 2023-12-04", "gso-jan25 12.83 2025-01-06", "gso-2024v 12.63 2026-11-21",
      ])
    #expect(snapshot.sources.ids[Int(table.provenance(shown).source)] == "gso-jan25")
  }

  @Test func `the range of e-commerce in retail keeps both ends and is an estimate`() throws {
    let snapshot = try Bundled.snapshot()
    let table = snapshot.observations
    let row = try snapshot.cell("ecommerce-retail-share", "VN", "2023")
    #expect(table.value(row) == nil)
    #expect(table.annotation(row).low == (try number("7.8")))
    #expect(table.annotation(row).high == (try number("8")))
    #expect(table.qualifier(row) == .range)
    #expect(table.status(row) == .estimated)
  }

  @Test func `population weighs every province of 2022 to 2024`() throws {
    for year in ["2022", "2023", "2024"] {
      let values = try values("population", year)
      #expect(values.count == 63)
      // In thousands of persons: no province has fewer than 300, none more than 10,000.
      let (least, most) = (try number("300"), try number("10000"))
      #expect(values.values.allSatisfy { least < $0 && $0 < most }, "\(year)")
    }
  }

  @Test func `ranks of provinces are never observations`() throws {
    let snapshot = try Bundled.snapshot()
    for indicator in snapshot.indicators.rows where indicator.unit == "RANK" {
      #expect(!indicator.levels.contains(.province), "\(indicator.id)")
    }
  }
}
