import API
import JSON
import Statistics
import Testing

/// JSON-stat 2.0: figures as a dense cube, asked for by `format=jsonstat`.
@Suite struct JSONStatTests {
  private func cube(
    _ target: String, of api: API = .ofToday, _ place: SourceLocation = #_sourceLocation
  ) throws -> Cube {
    let mark = target.contains("?") ? "&" : "?"
    let answer = ask("\(target)\(mark)format=jsonstat", of: api)
    #expect(answer.status == 200, "\(answer.text.prefix(300))", sourceLocation: place)
    return try #require(Cube(answer.json(place)), sourceLocation: place)
  }

  /// The rows of the same question as JSON, those without a period aside.
  private func rows(_ target: String) throws -> [Value] {
    try APITests.rows(target).filter { $0["period"] != .null }
  }

  @Test func `a dataset says all that clients look for`() throws {
    let target = "/v1/observations?indicator=dti&area=48-2008,01-2008&period=2022,2023"
    let cube = try cube(target).json
    #expect(
      cube.keys == [
        "version", "class", "label", "source", "updated", "href", "id", "size", "role", "dimension",
        "value", "status", "extension",
      ])
    #expect(cube["version"] == "2.0")
    #expect(cube["class"] == "dataset")
    #expect(cube["label"] == "Chỉ số chuyển đổi số cấp tỉnh (DTI)")
    #expect(cube["updated"]?.text?.wholeMatch(of: /20\d\d-\d\d-\d\d/) != nil)
    #expect(cube["href"]?.text == "\(target)&format=jsonstat")
    #expect(cube["id"] == ["indicator", "area", "period"])
    #expect(cube["size"] == [1, 2, 2])
    #expect(cube["role"] == ["metric": ["indicator"], "geo": ["area"], "time": ["period"]])
    let area = cube["dimension"]?["area"]
    #expect(area?["label"] == "Địa bàn")
    #expect(area?["category"]?["index"] == ["01-2008", "48-2008"])
    #expect(area?["category"]?["label"] == ["01-2008": "Hà Nội", "48-2008": "Đà Nẵng"])
    #expect(
      area?["extension"]?["en"]
        == ["label": "Area", "categories": ["01-2008": "Ha Noi", "48-2008": "Da Nang"]])
    let unit = cube["dimension"]?["indicator"]?["category"]?["unit"]?["dti"]
    #expect(unit?["decimals"] == 4)
    #expect(unit?["label"] == "chỉ số 0–1")
    #expect(unit?["base"] == "INDEX")
    #expect(unit?["multiplier"] == 0)
    let meta = cube["extension"]?["meta"]
    #expect(meta?["total"] == 4)
    #expect(meta?["boundaries"] == "published")
    #expect(meta?["snapshot"]?.text?.hasPrefix("sha256:") == true)
  }

  @Test(arguments: API.snapshot.indicators.ids)
  func `each indicator's cells are those of JSON`(indicator: String) throws {
    let target = "/v1/indicators/\(indicator)/observations?period=1900.."
    let cube = try cube(target)
    let rows = try rows(target)
    #expect(cube.count(of: "value") == cube.size)
    #expect(cube.count(of: "status") == cube.size)
    // Where an indicator has no figure with a period, one empty cell stands for it.
    #expect(cube.rows.count == rows.count)
    for row in rows {
      let cell = try cube.cell(row)
      #expect(cube["value", cell] == row["value"])
      #expect(cube["status", cell] == row["status"])
      for name in ["low", "high", "qualifier", "source", "missing"] {
        #expect(cube[extension: name, cell] == row[name] ?? .null, "\(name)")
      }
    }
  }

  @Test(arguments: [
    "/v1/observations?indicator=dti,population&province=48,79&period=2020..",
    "/v1/observations?area=VN&period=2000..2100", "/v1/observations?indicator=dti&sort=-value",
    "/v1/observations?indicator=dti&limit=7&offset=100",
    "/v1/observations?indicator=population&groupBy=region", "/v1/observations?period=2024",
    "/v1/observations?indicator=dti&province=48&change=previous&fields=indicator,value,change",
    "/v1/observations?indicator=digital-economy-gdp-share-gso&asOf=2024-06-30",
    "/v1/indicators/dti/ranking?period=2023", "/v1/indicators/dti/ranking?period=2020",
    "/v1/indicators/dti/ranking?region=dong-nam-bo", "/v1/provinces/48/indicators",
    "/v1/observations?indicator=dti&boundaries=published",
    "/v1/observations?indicator=dti&area=48-2008&sort=-period",
    "/v1/provinces/24/indicators?boundaries=2025-07-01", "/v1/provinces/01-2005/indicators",
  ])
  func `categories come in the order of the rows, periods by time, and cells have their values`(
    target: String
  ) throws {
    let cube = try cube(target)
    let json = try ask(target).json()
    let meta = try #require(json["meta"])
    var rows = try #require(json["data"]).elements
    if target.contains("fields=") {
      rows = try APITests.rows(String(target.prefix { $0 != "&" }) + "&province=48")
    }
    // A ranking's rows do not repeat what its meta says.
    let whole = rows.map { row -> Value in
      guard case .object(let members) = row, row["indicator"] == nil else { return row }
      let more = ["indicator", "period"].map { Value.Member(key: $0, value: meta[$0] ?? .null) }
      return .object(members + more)
    }
    let dated = whole.filter { $0["period"] != .null }
    for dimension in ["indicator", "area", "period"] {
      let rows = dimension == "period" ? dated : whole
      var seen: [String] = []
      for name in rows.compactMap({ $0[dimension]?.text }) where !seen.contains(name) {
        seen.append(name)
      }
      if dimension == "period", !target.contains("sort=") {
        seen = seen.compactMap { Period($0) }.sorted().map(\.description)
      }
      #expect(cube.categories(dimension) == seen)
    }
    #expect(!dated.isEmpty)
    for row in dated { #expect(try cube["value", cube.cell(row)] == row["value"]) }
    #expect(cube.json["extension"]?["meta"] == meta)
  }

  @Test func `fields choose what stands beside the values`() throws {
    let target = "/v1/observations?indicator=dti&area=48-2008&period=2023"
    let plain = try cube("\(target)&fields=value").json
    #expect(plain["status"] == nil)
    #expect(plain["extension"]?.keys == ["meta"])
    let other = try cube("\(target)&fields=value,status,locator").json
    #expect(other["status"] == ["A"])
    #expect(other["extension"]?["locator"] == ["48, 2023"])
    #expect(try wrongs("\(target)&fields=nothing&format=jsonstat") == ["fields unknownValue"])
  }

  @Test func `an empty cube is not named after what only fills it`() throws {
    let cube = try cube("/v1/observations?indicator=dti&period=2098").json
    #expect(cube["label"] == "Chỉ số chuyển đổi số cấp tỉnh (DTI), 2098")
    #expect(cube["size"] == [1, 1, 1])
  }

  @Test func `all that is said of a value's quality stands beside it`() throws {
    let cube = try cube("/v1/observations?indicator=internet-users-share&area=VN&period=2023")
    #expect(cube.json["extension"]?["otherStatus"] == [["U"]])
  }

  @Test func `two units of one name are told apart by their ids`() throws {
    let labels = try cube("/v1/observations?indicator=dti&period=2023..").json["dimension"]?["area"]
    let label = labels?["category"]?["label"]
    #expect(label?["79-2008"] == "Hồ Chí Minh (79-2008)")
    #expect(label?["79-2025"] == "Hồ Chí Minh (79-2025)")
    #expect(label?["49-2008"] == "Quảng Nam")
  }

  @Test func `ranges and gaps have no number, and say why`() throws {
    let range = try cube("/v1/observations?indicator=ecommerce-retail-share&area=VN&period=2023")
    #expect(range.json["value"] == [.null])
    #expect(range.json["extension"]?["low"] == [7.8])
    #expect(range.json["extension"]?["high"] == [8])
    #expect(range.json["extension"]?["qualifier"] == ["range"])
    let gap = try cube("/v1/observations?indicator=papi-e-governance&area=27-2008&period=2022")
    #expect(gap.json["value"] == [.null])
    #expect(gap.json["status"] == ["O"])
    #expect(gap.json["extension"]?["missing"] == ["withheld"])
  }

  @Test func `a ranking has its ranks beside the values`() throws {
    let cube = try cube("/v1/indicators/dti/ranking?period=2023")
    let rows = try APITests.rows("/v1/indicators/dti/ranking?period=2023")
    #expect(cube.json["size"] == [1, 63, 1])
    for name in ["rank", "previousRank", "rankChange", "source"] {
      let values = cube.json["extension"]?[name]?.elements
      #expect(values == rows.map { $0[name] ?? .null }, "\(name)")
    }
  }

  @Test(arguments: [
    ("/v1/observations?indicator=dti,population&area=48-2008&period=2098,2099", [2, 1, 2]),
    ("/v1/observations?indicator=dti&period=2050..2060", [1, 1, 2]),
    ("/v1/observations?source=bo-noi-vu-2017&indicator=dti", [1, 1, 1]),
    ("/v1/observations?area=VN&province=48&indicator=dti", [1, 2, 1]),
    ("/v1/observations?indicator=dti&offset=999999", [1, 1, 1]),
    ("/v1/indicators/dti/ranking?period=2098", [1, 1, 1]),
    ("/v1/indicators/online-retail-sales/ranking", [1, 1, 1]),
    ("/v1/provinces/48/indicators?indicator=dti&period=2098", [1, 1, 1]),
  ])
  func `an answer without rows keeps what was asked for, and no dimension is empty`(
    target: String, sizes: [Int]
  ) throws {
    let known = target.replacing("bo-noi-vu-2017", with: API.snapshot.sources.ids[0])
    let cube = try cube(known)
    #expect(cube.json["size"]?.elements.compactMap(\.integer) == sizes)
    #expect(cube.count(of: "value") == sizes.reduce(1, *))
    #expect(cube.rows.isEmpty)
    #expect(cube.json["value"]?.elements.allSatisfy { $0 == .null } == true)
  }

  @Test func `an empty answer names what was asked for, and why there is nothing`() throws {
    let cube = try cube("/v1/observations?indicator=dti&area=48-2008&period=2050..2060")
    #expect(cube.categories("indicator") == ["dti"])
    #expect(cube.categories("area") == ["48-2008"])
    #expect(cube.categories("period") == ["2050", "2060"])
    let because = cube.json["extension"]?["meta"]?["empty"]?["because"]
    #expect(because == [["parameter": "period", "value": "2050..2060"]])
  }

  @Test func `a figure without a period has no place, and the answer says how to go on`() throws {
    let target = "/v1/observations?indicator=egdi-rank&format=jsonstat"
    let undated = try APITests.rows("/v1/observations").first { $0["period"] == .null }
    let indicator = try #require(undated?["indicator"]?.text)
    let wrong = target.replacing("egdi-rank", with: indicator)
    #expect(try wrongs(wrong) == ["format conflict"])
    let error = try ask(wrong, "Accept-Language: en").json()["errors"]?[0]
    #expect(error?["detail"]?.text?.contains("period=1900..") == true)
    #expect(error?["suggestions"] == ["period=1900.."])
    #expect(ask("\(wrong)&period=1900..").status == 200)
  }

  @Test func `a cube of too many cells is refused, and CSV named`() throws {
    var limits = APILimits()
    let target = "/v1/observations?indicator=dti&area=01-2008,48-2008&period=2021,2022,2023"
    limits.cells = 6
    #expect(try cube(target, of: .on("2026-11-22", limits)).size == 6)
    limits.cells = 5
    let answer = ask("\(target)&format=jsonstat", of: .on("2026-11-22", limits))
    #expect(answer.status == 400)
    let error = try answer.json()["errors"]?[0]
    #expect(error?["code"] == "tooMany")
    #expect(error?["detail"]?.text?.contains("csv") == true)
    #expect(ask("\(target)&format=csv", of: .on("2026-11-22", limits)).status == 200)
    limits.cells = 6
    limits.rows = 3
    #expect(ask("\(target)&format=jsonstat", of: .on("2026-11-22", limits)).status == 400)
  }

  @Test func `categories that nothing was found for count as cells`() throws {
    var limits = APILimits()
    limits.cells = 3
    let target = "/v1/observations?indicator=dti&area=01-2008,48-2008&period=2098,2099"
    let answer = ask("\(target)&format=jsonstat", of: .on("2026-11-22", limits))
    #expect(try answer.json()["errors"]?[0]?["code"] == "tooMany")
  }

  @Test func `a cell has one vintage`() throws {
    let answer = ask(
      "/v1/observations?area=VN&vintages=all&format=jsonstat", "Accept-Language: en")
    #expect(answer.status == 406)
    #expect(try answer.json()["detail"]?.text?.contains("vintages=all") == true)
  }

  @Test func `a long cube comes in pieces, and is the same`() throws {
    // All of these indicators' cells are some 1.5 MB.
    let target = "/v1/observations?period=1900..&level=province&format=jsonstat"
    var limits = APILimits()
    limits.cells = 10_000_000
    let api = API.on("2026-11-22", limits)
    guard case .pieces = response(to: target, of: api).body else {
      Issue.record("it comes whole")
      return
    }
    let cube = try #require(Cube(ask(target, of: api).json()))
    #expect(cube.count(of: "value") == cube.size)
    #expect(cube.count(of: "status") == cube.size)
    #expect(cube.rows.count == (try rows("/v1/observations?period=1900..&level=province")).count)
  }

  @Test func `nobody gets it who does not ask for it by name`() {
    let answer = ask(
      "/v1/observations?indicator=dti", "Accept: application/json;q=0.5, application/vnd.json-stat")
    #expect(answer.text.hasPrefix(#"{"data":"#))
  }

  @Test func `it has a tag of its own`() throws {
    let target = "/v1/indicators/dti/ranking?period=2023"
    let tags = Set([target, "\(target)&format=jsonstat"].map { ask($0)[field: "ETag"] })
    #expect(tags.count == 2)
    let tag = try #require(ask("\(target)&format=jsonstat")[field: "ETag"])
    #expect(ask("\(target)&format=jsonstat", "If-None-Match: \(tag)").status == 304)
  }
}

/// A JSON-stat dataset as clients read it.
private struct Cube {
  let json: Value

  init?(_ json: Value) {
    guard json["class"] == "dataset" else { return nil }
    self.json = json
  }

  var size: Int { json["size"]?.elements.compactMap(\.integer).reduce(1, *) ?? 0 }

  func categories(_ dimension: String) -> [String] {
    json["dimension"]?[dimension]?["category"]?["index"]?.elements.compactMap(\.text) ?? []
  }

  func count(of list: String) -> Int { json[list]?.elements.count ?? 0 }

  /// The cells that a row stands in.
  var rows: [Int] {
    let statuses = json["status"]?.elements ?? []
    return statuses.indices.filter { statuses[$0] != .null }
  }

  /// Where a row of JSON stands.
  func cell(_ row: Value) throws -> Int {
    var place = 0
    for dimension in ["indicator", "area", "period"] {
      let all = categories(dimension)
      let category = all.firstIndex { $0 == row[dimension]?.text }
      place = place * all.count + (try #require(category, "\(row[dimension] ?? .null)"))
    }
    return place
  }

  subscript(list: String, cell: Int) -> Value? { json[list]?[cell] }

  subscript(extension list: String, cell: Int) -> Value {
    json["extension"]?[list]?[cell] ?? .null
  }
}
