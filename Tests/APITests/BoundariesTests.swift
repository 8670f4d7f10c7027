import JSON
import Statistics
import Testing

/// On which map an answer stands, and how series are carried onto it.
@Suite struct BoundariesTests {
  @Test func `a carried value says all of how it was made`() throws {
    #expect(
      try row("/v1/observations?indicator=dti&province=48&period=2024&change=previous")
        == json(
          """
          {"indicator":"dti","area":"48-2025","areaCode":"48",
           "areaName":{"vi":"Đà Nẵng","en":"Da Nang"},"period":"2024","value":0.7069,
           "qualifier":"exact","status":"B","otherStatus":["I"],"published":"2025-10-21",
           "source":null,"locator":null,"excerpt":null,
           "derivation":{"rule":"mean","boundaries":"2025-07-01",
             "inputs":[{"area":"48-2008","value":0.8335,"source":"haui-bang1"},
                       {"area":"49-2008","value":0.5803,"source":"haui-bang1"}]},
           "change":{"from":"2023","difference":null,"percent":null,"refused":"break"}}
          """))
  }

  @Test func `a value that no rule carries says why it is missing`() throws {
    #expect(
      try row(
        "/v1/observations?indicator=papi-e-governance&province=24&period=2022"
          + "&boundaries=2025-07-01")
        == json(
          """
          {"indicator":"papi-e-governance","area":"24-2025","areaCode":"24",
           "areaName":{"vi":"Bắc Ninh","en":"Bac Ninh"},"period":"2022","value":null,
           "qualifier":null,"status":"O","published":null,"source":null,"locator":null,
           "excerpt":null,"missing":"noRule",
           "derivation":{"rule":"none","boundaries":"2025-07-01",
             "inputs":[{"area":"24-2008","value":null},{"area":"27-2008","value":null}]}}
          """))
  }

  /// Computed apart from this program, from the files.
  static let carried:
    [(indicator: String, area: String, period: String, value: Value, of: String)] =
      [
        ("dti", "96-2025", "2024", 0.6453, "95-2008=0.5629;96-2008=0.7277"),
        ("dti", "52-2025", "2023", 0.6543, "52-2008=0.6926;64-2008=0.6159"),
        ("dti", "19-2025", "2022", 0.5205, "06-2008=0.3941;19-2008=0.6469"),
        ("dti-infrastructure", "82-2025", "2022", 0.5903, "82-2008=0.6443;87-2008=0.5362"),
        (
          "dti-infrastructure", "92-2025", "2024", 0.8889,
          "92-2008=0.8929;93-2008=0.869;94-2008=0.9047"
        ),
        ("dti-infrastructure", "80-2025", "2023", 0.725, "72-2008=0.6745;80-2008=0.7755"),
        ("dti-society-activity", "80-2025", "2024", 0.5228, "72-2008=0.4981;80-2008=0.5475"),
        ("population", "56-2025", "2023", 1861.8, "56-2008=1260.6;58-2008=601.2"),
        ("population", "52-2025", "2024", 3153.4, "52-2008=1518.5;64-2008=1634.9"),
        ("population-urban", "48-2025", "2024", 1595.3, "48-2008=1120.5;49-2008=474.8"),
        ("population-urban", "37-2025", "2024", 869.7, "35-2008=257;36-2008=388;37-2008=224.7"),
      ]

  @Test(arguments: carried)
  func `a value is carried by the indicator's rule`(
    indicator: String, area: String, period: String, value: Value, of: String
  ) throws {
    let row = try row(
      "/v1/observations?indicator=\(indicator)&area=\(area)&period=\(period)"
        + "&boundaries=today")
    #expect(row["value"] == value)
    #expect(row["source"] == .null)
    let inputs = row["derivation"]?["inputs"]?.elements.map {
      "\($0["area"]?.text ?? "-")=\($0["value"] ?? .null)"
    }
    #expect(inputs?.joined(separator: ";") == of)
    // On the map on which it was published the unit has no such row.
    #expect(
      try rows("/v1/observations?indicator=\(indicator)&area=\(area)&period=\(period)").isEmpty)
  }

  @Test(arguments: [
    ("dti", "2020", "24-2025", "inputMissing"), ("dti-security", "2022", "48-2025", "noRule"),
    ("pci", "2016", "48-2025", "noRule"), ("papi", "2024", "79-2025", "noRule"),
    ("pci", "2006", "01-2008", "noRule"),
  ])
  func `what cannot be carried is missing with the reason`(
    indicator: String, period: String, area: String, missing: String
  ) throws {
    let row = try row(
      "/v1/observations?indicator=\(indicator)&area=\(area)&period=\(period)"
        + "&boundaries=today")
    #expect(row["value"] == .null)
    #expect(row["missing"]?.text == missing)
    #expect(row["status"] == "O")
    #expect(row["qualifier"] == .null)
  }

  @Test func `what was published of a merged unit is not divided`() throws {
    let row = try row(
      "/v1/observations?indicator=procedures-total&area=49-2008&boundaries=2025-06-30")
    #expect(row["period"] == "2025-11")
    #expect(row["missing"] == "notDivisible")
    #expect(row["value"] == .null)
    #expect(
      row["derivation"]
        == (try json(
          """
          {"rule":"none","boundaries":"2008-08-01","inputs":[{"area":"48-2025","value":null}]}
          """)))
    let own = try rows(
      "/v1/observations?indicator=procedures-total&area=01-2008&boundaries=2025-06-30")
    #expect(own.first?["missing"] == nil)
  }

  @Test func `a published value on a map beats the carried one`() throws {
    let target = "/v1/observations?indicator=dti&province=79&period=2024"
    #expect(
      try row(target).only(["area", "value", "source", "derivation"])
        == ["area": "79-2025", "value": 0.777, "source": "dantri-2024"])
    // The day before it was published nothing was known of any unit.
    #expect(try rows(target + "&asOf=2025-10-20").isEmpty)
    #expect(try row("/v1/observations?indicator=dti&province=79&period=2023")["derivation"] != nil)
  }

  // MARK: which map

  static let maps: [(target: String, map: String, areas: [Value])] = [
    ("/v1/observations?indicator=dti&period=2024&area=48-2008", "published", ["48-2008"]),
    ("/v1/observations?indicator=dti&period=2024&area=48", "2025-07-01", ["48-2025"]),
    ("/v1/observations?indicator=dti&period=2024&province=da-nang", "2025-07-01", ["48-2025"]),
    ("/v1/observations?indicator=dti&period=2024&province=VN-DN", "2025-07-01", ["48-2025"]),
    (
      "/v1/observations?indicator=dti&period=2024&province=48&boundaries=2025-06-30", "2025-06-30",
      ["48-2008"]
    ),
    (
      "/v1/observations?indicator=dti&period=2024&province=49&boundaries=2024-01-01", "2024-01-01",
      ["49-2008"]
    ),
    (
      "/v1/observations?indicator=dti&period=2024&area=48&boundaries=published", "published",
      ["48-2008"]
    ),
    ("/v1/observations?indicator=dti&period=2024&province=15-2008", "published", ["15-2008"]),
    ("/v1/observations?indicator=dti&period=2024&province=15", "2025-07-01", ["15-2025"]),
    // An id beside a code: the map is today's, and Hà Nội stands on it.
    (
      "/v1/observations?indicator=dti&period=2024&area=01-2008,48", "2025-07-01",
      ["01-2008", "48-2025"]
    ),
    (
      "/v1/observations?indicator=dti&period=2024&region=dong-nam-bo", "2025-07-01",
      ["75-2025", "79-2025", "80-2025"]
    ),
    (
      "/v1/observations?indicator=dti&period=2024&region=dong-nam-bo&boundaries=2025-06-30",
      "2025-06-30", ["70-2008", "72-2008", "74-2008", "75-2008", "77-2008", "79-2008"]
    ),
    ("/v1/observations?indicator=egdi-rank&area=VN&period=2024", "published", ["VN"]),
    ("/v1/indicators/dti/observations?period=2024&area=48", "2025-07-01", ["48-2025"]),
    ("/v1/indicators/dti/observations?period=2024&area=48-2008", "published", ["48-2008"]),
  ]

  @Test(arguments: maps)
  func `a name that needs a map is read on today's, an id stands as published`(
    target: String, map: String, areas: [Value]
  ) throws {
    #expect(try ask(target).json()["meta"]?["boundaries"]?.text == map)
    #expect(try column("area", of: target) == areas)
  }

  @Test(arguments: [
    ("province=49", "province", "49-2008", "48-2025"), ("area=49", "area", "49-2008", "48-2025"),
    ("province=quang-nam", "province", "49-2008", "48-2025"),
    ("area=48,49-2008", "area", "49-2008", "48-2025"),
    ("area=48-2008&boundaries=2025-07-01", "area", "48-2008", "48-2025"),
    ("province=10", "province", "10-2008", "15-2025"),
  ])
  func `a name that no unit bears on the map is told with what became of it`(
    query: String, parameter: String, was: String, successor: String
  ) throws {
    let answer = ask("/v1/observations?indicator=dti&" + query)
    #expect(answer.status == 400)
    let error = try #require(try answer.json()["errors"]?[0])
    #expect(error["code"] == "notOnThisMap")
    #expect(error["parameter"]?.text == parameter)
    #expect(error["was"]?.text == was)
    #expect(error["successors"]?.elements.map(\.text) == [successor])
  }

  @Test func `a unit that is to come is not on an earlier map`() throws {
    #expect(
      try wrongs("/v1/observations?indicator=dti&area=48-2025&boundaries=2025-06-30")
        == ["area notOnThisMap"])
    #expect(
      try wrongs("/v1/observations?indicator=dti&region=dong-nam-bo-2008&boundaries=today")
        == ["region notOnThisMap"])
  }

  @Test(arguments: [
    "/v1/provinces", "/v1/regions", "/v1/provinces/48", "/v1/provinces/48/lineage",
    "/v1/provinces/48/indicators", "/v1/regions/dong-nam-bo", "/v1/observations",
    "/v1/indicators/dti/observations", "/v1/indicators/dti/ranking",
  ])
  func `maps are dated from 2008-08-01 to today`(path: String) throws {
    for day in ["2008-07-31", "1999-12-31", "1900-01-01", "2026-11-23", "2100-12-31"] {
      #expect(try wrongs("\(path)?boundaries=\(day)") == ["boundaries outOfRange"], "\(day)")
    }
    for day in [
      "2025-02-30", "2025-13-01", "2025-7-1", "20250701", "tomorrow", "2025", "2025-07", "TODAY",
    ] {
      let wrong = try wrongs("\(path)?boundaries=\(day)")
      #expect(wrong == ["boundaries badSyntax"], "\(day)")
    }
    for day in ["2008-08-01", "2026-11-22"] where !path.contains("48") {
      #expect(ask("\(path)?boundaries=\(day)&fields=area").status != 404)
    }
  }

  @Test(arguments: [
    "/v1/provinces", "/v1/regions", "/v1/provinces/48", "/v1/provinces/48/lineage",
    "/v1/provinces/48/indicators", "/v1/indicators/dti/ranking",
  ])
  func `published is a map of observations only`(path: String) throws {
    #expect(try wrongs("\(path)?boundaries=published") == ["boundaries unknownValue"])
  }

  @Test(arguments: [
    ("2024-12-31", "Thừa Thiên Huế"), ("2025-01-01", "Huế"), ("today", "Huế"),
  ])
  func `an area is called what it was called on the day`(day: String, name: String) throws {
    let row = try row(
      "/v1/observations?indicator=dti&area=46-2008&period=2023&boundaries=\(day)")
    #expect(row["areaName"]?["vi"]?.text == name)
    let province = try ask("/v1/provinces/46-2008?boundaries=\(day)").data()
    #expect(province["name"]?["vi"]?.text == name)
    #expect(province["type"] == (name == "Huế" ? "municipality" : "province"))
  }

  @Test func `the old Hà Nội stands on the published map only`() throws {
    let row = try row("/v1/observations?indicator=pci&area=01-2005&period=2007")
    #expect(row["area"] == "01-2005")
    #expect(row["derivation"] == nil)
    #expect(
      try wrongs("/v1/observations?indicator=pci&area=01-2005&boundaries=2008-08-01")
        == ["area notOnThisMap"])
  }
}
