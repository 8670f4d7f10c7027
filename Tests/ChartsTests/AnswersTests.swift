import API
import Charts
import HTTP
import Statistics
import Testing

/// Charts by their addresses, of the data that is served.
@Suite struct AnswersTests {
  @Test(arguments: Served.indicators(ofProvinces: true))
  func `every ranking is drawn with nothing cut off, in every look`(_ id: String) {
    for look in Served.looks {
      for kind in ["chart.svg", "map.svg"] {
        let drawing = Served.drawing("/v1/indicators/\(id)/ranking/\(kind)?\(look)")
        #expect(drawing.flaws == [], "\(kind)?\(look)")
      }
    }
    let old = Served.drawing("/v1/indicators/\(id)/ranking/map.svg?boundaries=2025-06-30")
    #expect(old.flaws == [])
  }

  @Test(arguments: Served.indicators(ofProvinces: true))
  func `provinces are drawn over time with nothing cut off, in every look`(_ id: String) {
    for look in Served.looks {
      let drawing = Served.drawing(
        "/v1/indicators/\(id)/observations/chart.svg?province=01,48,79,46,92,31&\(look)")
      #expect(drawing.flaws == [], "\(look)")
    }
  }

  @Test(arguments: Served.indicators(ofProvinces: false))
  func `the nation is drawn over time with nothing cut off, in every look`(_ id: String) {
    for look in Served.looks {
      let drawing = Served.drawing("/v1/indicators/\(id)/observations/chart.svg?\(look)")
      #expect(drawing.flaws == [], "\(look)")
    }
  }

  @Test(arguments: Served.looks) func `targets are drawn with nothing cut off`(_ look: String) {
    #expect(Served.drawing("/v1/targets/chart.svg?\(look)").flaws == [])
    for target in Served.snapshot.targets.ids {
      #expect(Served.drawing("/v1/targets/\(target)/chart.svg?\(look)").flaws == [], "\(target)")
    }
  }

  @Test(arguments: [
    "dti", "population", "papi-e-governance-portal", "pci", "procedures-full-online",
  ])
  func `the figures of a ranking's drawings are those of the ranking`(_ id: String) {
    let rows = Served.rows("/v1/indicators/\(id)/ranking?format=csv&fields=area,value")
    let expected = Set(rows.map { "\($0[0]) \($0[1])" })
    for kind in ["chart.svg", "map.svg"] {
      let groups = Served.drawing("/v1/indicators/\(id)/ranking/\(kind)").all("g")
      let drawn = groups.compactMap { group in
        group.data["area"].map { "\($0) \(group.data["value"] ?? "")" }
      }
      let counted = groups.compactMap { $0.data["count"].flatMap(Int.init) }.reduce(0, +)
      #expect(drawn.count + counted == rows.count)
      #expect(Set(drawn) == (counted == 0 ? expected : expected.filter { !$0.hasSuffix(" ") }))
    }
  }

  @Test(arguments: [
    "/v1/indicators/dti/observations", "/v1/indicators/papi/observations",
    "/v1/indicators/population/observations",
  ])
  func `the figures of lines are those of the observations`(_ path: String) {
    let query = "province=48,01,79,24"
    let rows = Served.rows("\(path)?\(query)&format=csv&fields=area,period,value")
    let drawing = Served.drawing("\(path)/chart.svg?\(query)")
    let drawn = drawing.all("g").map {
      [$0.data["area"] ?? "", $0.data["period"] ?? "", $0.data["value"] ?? ""]
    }
    #expect(rows.count > 10)
    // A period has three columns: its code, its first and its last day.
    #expect(drawn == rows.map { [$0[0], $0[1], $0[4]] })
  }

  @Test(arguments: Served.indicators(ofProvinces: false))
  func `the newest figure of the nation is written on the smallest chart`(_ id: String) {
    let drawing = Served.drawing("/v1/indicators/\(id)/observations/chart.svg?area=VN&width=320")
    guard let value = drawing.all("g").last(where: { $0.data["value"] != nil })?.data["value"]
    else { return }
    let number = Numerals.text(Value(value), .vi, digits: 6)
    #expect(drawing.labels.contains { $0.text.contains(number) })
  }

  @Test func `half a year's flow is not shown as a year's`() {
    for id in [
      "digital-exports", "ecommerce-tax", "software-it-services-exports",
      "software-it-services-revenue",
    ] {
      let drawing = Served.drawing("/v1/indicators/\(id)/observations/chart.svg?area=VN")
      let half = drawing.all("g").filter { $0.data["period"] == "2024-S1" }
      #expect(half.map { $0.data["mark"] } == ["otherSpan"])
      #expect(drawing.labels.contains { $0.text.hasSuffix("(6 tháng)") })
    }
    // What stands at a time is the same in the middle of a year.
    let stock = Served.drawing("/v1/indicators/internet-users-share/observations/chart.svg")
    #expect(!stock.source.contains("otherSpan"))
  }

  @Test func `sources are told by who published them, without ids, and whole`() {
    let targets = Served.snapshot.targets.ids.map { "/v1/targets/\($0)/chart.svg" }
    let rankings = Served.indicators(ofProvinces: true).map {
      "/v1/indicators/\($0)/ranking/chart.svg"
    }
    for target in targets + rankings {
      let text = Served.drawing(target + "?width=1200").labels.map(\.text)
      guard let line = text.first(where: { $0.hasPrefix("Nguồn: ") }) else { continue }
      #expect(!line.contains("…"))
      for id in Served.snapshot.sources.ids { #expect(!line.contains("(\(id))")) }
    }
    let map = Served.drawing("/v1/indicators/dti/ranking/map.svg?width=1200")
    #expect(map.source.contains("Nguồn: Bộ Khoa học và Công nghệ"))
  }

  @Test func `a target is headed by its act`() {
    let path = "/v1/targets/411-2025-digital-economy-gdp/chart.svg?width=1200&lang="
    let vi = Served.drawing(path + "vi").labels.map(\.text)
    #expect(vi.contains { $0.hasPrefix("Quyết định 411/QĐ-TTg phê duyệt Chiến lược") })
    #expect(Served.drawing(path + "en").labels.contains { $0.text == "411/QĐ-TTg" })
  }

  @Test(arguments: Charts.Language.allCases)
  func `targets are judged in the words of the front page`(_ language: Charts.Language) {
    let page = Served.body("/?lang=\(language.rawValue)", ["Accept: text/html"])
    let text = String(decoding: page, as: UTF8.self)
    let counts = Served.drawing("/v1/targets/chart.svg").all("g").filter {
      $0.data["count"] != nil
    }
    // The page names those that there are.
    let statuses = counts.compactMap { $0.data["status"].flatMap(Goal.Status.init) }
    #expect(statuses.contains(.noData) && statuses.contains(.behind))
    for status in statuses {
      #expect(text.contains(status.word(language).lowercased()), "\(status)")
    }
  }

  @Test func `a figure has the same digits wherever it is written`() {
    let old = "boundaries=2025-06-30"
    let lines = Served.drawing("/v1/indicators/dti/observations/chart.svg?province=48&\(old)")
    let bars = Served.drawing("/v1/indicators/dti/ranking/chart.svg?\(old)")
    for drawing in [lines, bars] {
      let said = drawing.all("title") + drawing.all("desc")
      #expect(said.contains { $0.text.contains("0,8335") })
      #expect(!said.contains { $0.text.contains(/\b0,[0-9]{1,3}\b/) })
    }
  }

  @Test func `no figure has digits that none beside it has`() {
    let source = Served.drawing("/v1/indicators/pci/ranking/chart.svg?period=2023").source
    #expect(source.contains("71,25<"))
    #expect(!source.contains("71,2500"))
  }

  @Test func `what is missing is not said to be derived`() {
    let drawing = Served.drawing(
      "/v1/indicators/papi/observations/chart.svg?province=ha-noi,hue,da-nang")
    #expect(drawing.source.contains("2011 không có quy tắc gộp, "))
    #expect(!drawing.source.contains("tính theo quy tắc"))
    #expect(!drawing.source.contains("tính từ các tỉnh cũ"))
  }

  @Test(arguments: [("2025-06-30", "61 of 63"), ("today", "10 of 34")])
  func `bars without ranks say why`(boundaries: String, count: String) {
    let drawing = Served.drawing(
      "/v1/indicators/papi/ranking/chart.svg?period=2018&lang=en&boundaries=\(boundaries)")
    #expect(
      drawing.labels.contains {
        $0.text == "\(count) units have a number, so no ranks are computed."
      })
    let whole = Served.drawing("/v1/indicators/dti/ranking/chart.svg?lang=en&boundaries=2025-06-30")
    #expect(!whole.labels.contains { $0.text.contains("no ranks are computed") })
  }

  @Test func `the chart of all targets tells every measurement with its status`() {
    let source = Served.drawing("/v1/targets/chart.svg?lang=en&width=1200").source
    #expect(source.contains("18.3% (2024), on track"))
  }

  @Test func `bars of which few have a published rank stand by their length`() {
    let drawing = Served.drawing("/v1/indicators/digital-economy-grdp-share/ranking/chart.svg")
    let bars = drawing.all("g").filter { $0.data["value"] != nil }
    let values = bars.compactMap { $0.data["value"].flatMap(Double.init) }
    #expect(values.count > 3)
    #expect(values == values.sorted(by: >))
    let ranks = bars.filter { $0.data["rank"] != nil }.count
    #expect(ranks > 0 && ranks < values.count)
  }

  @Test func `the units of every map have tiles of their own`() {
    for map in Served.snapshot.maps {
      let address = "/v1/indicators/dti/ranking/map.svg?boundaries=\(map.from)"
      let tiles = Served.drawing(address).all("g")
      #expect(
        tiles.compactMap { $0.data["area"] }
          == map.provinces.map { Served.snapshot.provinces.ids[$0] }.sorted())
    }
  }

  @Test func `derived figures, gaps and changes of method are shown as such`() {
    let source = Served.drawing(
      "/v1/indicators/dti/observations/chart.svg?province=48&lang=en"
    ).source
    #expect(source.contains("data-mark=\"derived\""))
    #expect(source.contains("derived from the former provinces"))
    #expect(source.contains(">a former province has none<"))
    #expect(source.contains("method changed"))
    #expect(source.contains("From 98 to 47 component indices"))
    let map = Served.drawing("/v1/indicators/papi-e-governance/ranking/map.svg?period=2022")
    #expect(map.source.contains("<title>Bắc Ninh: không công bố</title>"))
  }

  @Test(arguments: [
    "/v1/observations/chart.svg?indicator=egdi-rank",
    "/v1/indicators/dti/observations/chart.svg?province=48",
    "/v1/indicators/dti/ranking/chart.svg", "/v1/indicators/dti/ranking/map.svg",
    "/v1/targets/chart.svg", "/v1/targets/749-2030-egdi/chart.svg",
  ])
  func `a chart is an answer as any other`(_ target: String) throws {
    let response = Served.response(target)
    let fields = String(decoding: response.fields.bytes, as: UTF8.self)
    #expect(response.status == .ok)
    #expect(fields.contains("Content-Type: image/svg+xml\r\n"))
    #expect(fields.contains("Cache-Control: max-age=60\r\n"))
    #expect(fields.contains("X-Content-Type-Options: nosniff\r\n"))
    let tag = try #require(fields.firstMatch(of: /ETag: ("[0-9a-f]+")/)?.1)
    #expect(Served.response(target, ["If-None-Match: \(tag)"]).status == .notModified)
    let coded = Served.response(target, ["Accept-Encoding: br"])
    #expect(String(decoding: coded.fields.bytes, as: UTF8.self).contains("Content-Encoding: br"))
    #expect(Served.response(target, ["Accept: text/html"]).status == .notAcceptable)
    #expect(Served.response(target, ["Accept: image/*"]).status == .ok)
    let look = target.contains("?") ? "&theme=dark" : "?theme=dark"
    let other = String(decoding: Served.response(target + look).fields.bytes, as: UTF8.self)
    #expect(!other.contains(tag))
  }

  @Test(arguments: [
    ("/v1/indicators/dti/observations/chart.svg", "area", "tooMany"),
    ("/v1/observations/chart.svg", "area", "tooMany"),
    ("/v1/observations/chart.svg?indicator=egdi-rank,egdi-value", "indicator", "conflict"),
    ("/v1/targets/chart.svg?width=319", "width", "outOfRange"),
    ("/v1/targets/chart.svg?width=1601", "width", "outOfRange"),
    ("/v1/targets/chart.svg?theme=blue", "theme", "unknownValue"),
    ("/v1/targets/chart.svg?lang=fr", "lang", "unknownValue"),
    ("/v1/targets/chart.svg?format=csv", "format", "notHere"),
    ("/v1/targets?width=400", "width", "notHere"),
  ])
  func `what cannot be drawn is refused with what is wrong`(
    target: String, parameter: String, code: String
  ) {
    let response = Served.response(target)
    #expect(response.status == .badRequest)
    let text = String(decoding: Served.body(target), as: UTF8.self)
    #expect(text.contains("\"code\":\"\(code)\",\"parameter\":\"\(parameter)\""), "\(text)")
  }

  @Test(arguments: [
    ("/v1/observations/chart.svg?indicator=dti&period=2027", "period=2027"),
    ("/v1/indicators/egdi-rank/ranking/chart.svg", "Không tỉnh nào"),
    ("/v1/indicators/egdi-rank/ranking/map.svg", "Không tỉnh nào"),
    ("/v1/indicators/dti/ranking/chart.svg?offset=500", "offset=500"),
    ("/v1/targets/chart.svg?status=met&asOf=1950-01-01", "asOf=1950-01-01"),
  ])
  func `where there is nothing to draw the chart says why`(target: String, words: String) {
    let drawing = Served.drawing(target)
    #expect(drawing.flaws == [])
    #expect(drawing.all("desc").first?.text.contains(words) == true, "\(drawing.source)")
  }

  @Test func `an id that nobody bears is not found beside a chart, either`() {
    #expect(Served.response("/v1/targets/no-such/chart.svg").status == .notFound)
    #expect(Served.response("/v1/indicators/no-such/ranking/map.svg").status == .notFound)
    for ids in [Served.snapshot.targets.ids, Served.snapshot.indicators.ids] {
      #expect(!ids.contains("chart.svg"))
    }
  }
}
