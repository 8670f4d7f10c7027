import API
import Statistics
import Testing

/// Every bound of what may be asked and answered, reached and passed.
@Suite struct LimitsTests {
  @Test(arguments: [
    ("limit", "1", true), ("limit", "10000", true), ("offset", "0", true),
    ("offset", "999999999", true), ("latest", "1", true), ("latest", "100", true),
    ("limit", "0", false), ("limit", "10001", false), ("latest", "0", false),
    ("latest", "101", false), ("limit", "999999999", false),
  ])
  func `numbers have bounds`(parameter: String, value: String, isWithin: Bool) throws {
    let answer = ask("/v1/observations?indicator=dti&area=48-2008&\(parameter)=\(value)")
    #expect(answer.status == (isWithin ? 200 : 400))
    if isWithin { return }
    let error = try answer.json()["errors"]?[0]
    #expect(error?["code"] == "outOfRange")
    #expect(error?["parameter"]?.text == parameter)
    #expect(error?["value"]?.text == value)
  }

  @Test(arguments: [
    "01", "00", "-1", "%2B1", "1.0", "1e2", "0x1", "ten", "1%20", "1000000000",
    "99999999999999999999", "%D9%A1", "1,2",
  ])
  func `a number is digits, at most nine`(value: String) throws {
    for parameter in ["limit", "offset"] {
      let error = try ask("/v1/provinces?\(parameter)=\(value)").json()["errors"]?[0]
      #expect(error?["code"] == "badSyntax", "\(parameter)=\(value)")
    }
  }

  @Test func `a list has at most two hundred values`() throws {
    let values = (1...201).map { "x\($0)" }
    let many = ask("/v1/observations?indicator=\(values.joined(separator: ","))")
    let errors = try many.json()["errors"]
    #expect(errors?.elements.count == 1)
    #expect(errors?[0]?["code"] == "tooMany")
    #expect(errors?[0]?["parameter"] == "indicator")
    #expect(errors?[0]?["detail"]?.text?.contains("201") == true)
    let most = ask("/v1/observations?indicator=\(values.dropLast().joined(separator: ","))")
    #expect(try most.json()["errors"]?.elements.count == 200)
    #expect(try most.json()["errors"]?[0]?["code"] == "unknownValue")
  }

  @Test func `of more wrong things than the bound it is told how many more there are`() throws {
    let names = (0..<1500).map { String($0, radix: 36) }
    func problem(_ count: Int) throws -> Value {
      try ask("/v1?\(names.prefix(count).joined(separator: "&"))", "Accept-Language: en").json()
    }
    let all = try problem(200)
    #expect(all["errors"]?.elements.count == 200)
    #expect(all["moreErrors"] == nil)
    #expect(all["title"] == "200 parameters cannot be used as given")
    let more = try problem(201)
    #expect(more["errors"]?.elements.count == 200)
    #expect(more["moreErrors"] == 1)
    let most = ask("/v1?\(names.joined(separator: "&"))", "Accept-Language: en")
    #expect(try most.json()["moreErrors"] == 1300)
    #expect(try most.json()["title"] == "Parameters cannot be used as given: 1500 errors")
    #expect(try most.json()["detail"]?.text?.hasSuffix(" There are 1300 more errors.") == true)
    #expect(most.bytes.count < 100_000)
    let codes = (0..<1000).map { "x\($0)" }.joined(separator: "+")
    let message = ask("/sdmx/2.1/data/DIGITAL/..\(codes)", "Accept-Language: en")
    #expect(message.status == 400)
    #expect(message.bytes.count < 100_000)
    #expect(message.text.contains("There are 800 more errors."))
  }

  @Test(arguments: [
    "indicator=%", "area=%", "province=%", "region=%&groupBy=region", "status=%", "fields=%",
    "sort=%",
  ])
  func `for the first few wrong values it is looked what may be meant`(query: String) throws {
    let near = [
      "indicator": "dtj", "area": "4x", "province": "4x", "region": "dong-nam-bx", "status": "AB",
      "fields": "valux", "sort": "valux",
    ]
    let word = try #require(near[String(query.prefix { $0 != "=" })])
    // Each is wrong in its own way, and near to something.
    let letters = "ghjklmnpqrstuv"
    let values = letters.map { letter in "\(word.dropLast())\(letter)" }
    let asked = query.replacing("%", with: values.joined(separator: ","))
    let errors = try #require(
      try ask("/v1/observations?\(asked)").json()["errors"]?.elements.filter {
        $0["code"] == "unknownValue"
      })
    #expect(errors.count >= 12)
    for (place, error) in errors.enumerated() {
      #expect((error["suggestions"]?.elements.isEmpty ?? true) == (place >= 8), "\(place)")
    }
  }

  @Test(arguments: ["area", "period", "status", "source", "sort", "fields"])
  func `every list has the bound`(parameter: String) throws {
    let values = (1...201).map { "x\($0)" }.joined(separator: ",")
    let errors = try ask("/v1/observations?\(parameter)=\(values)").json()["errors"]
    #expect(errors?.elements.count == 1)
    #expect(errors?[0]?["code"] == "tooMany")
  }

  @Test func `the bound of a list can be set`() throws {
    var limits = APILimits()
    limits.valuesPerParameter = 2
    let api = API.on("2026-11-22", limits)
    #expect(ask("/v1/provinces?fields=id,code", of: api).status == 200)
    let error = try ask("/v1/provinces?fields=id,code,slug", of: api).json()["errors"]?[0]
    #expect(error?["code"] == "tooMany")
    #expect(error?["value"] == "id,code,slug")
  }

  @Test(arguments: ["/v1/provinces?sort=code", "/sdmx/2.1/data/DIGITAL?includeHistory=true"])
  func `who asks for what is not held at once is told what has every row`(target: String) {
    var limits = APILimits()
    limits.rows = 33
    let text = ask(target, of: .on("2026-11-22", limits)).text
    #expect(text.contains("format=csv") && text.contains("format=ndjson"), "\(text)")
  }

  @Test func `an answer of too many rows is refused, never cut`() throws {
    var limits = APILimits()
    limits.rows = 33
    let api = API.on("2026-11-22", limits)
    let answer = ask("/v1/provinces", "Accept-Language: en", of: api)
    #expect(answer.status == 400)
    let error = try answer.json()["errors"]?[0]
    #expect(error?["code"] == "tooMany")
    let detail = try #require(error?["detail"]?.text)
    #expect(detail.contains("34") && detail.contains("33") && detail.contains("limit"))
    #expect(detail.contains("format=csv") && detail.contains("format=ndjson"))
    for format in ["csv", "ndjson"] {
      #expect(ask("/v1/provinces?format=\(format)", of: api).status == 200)
    }
    limits.rows = 34
    #expect(ask("/v1/provinces", of: .on("2026-11-22", limits)).status == 200)
  }

  @Test func `a page of few rows is given of however many`() throws {
    var limits = APILimits()
    limits.rows = 5
    let api = API.on("2026-11-22", limits)
    #expect(try ask("/v1/provinces?limit=5", of: api).data().elements.count == 5)
    #expect(ask("/v1/provinces?limit=6", of: api).status == 400)
    #expect(try ask("/v1/provinces?limit=6&offset=30", of: api).data().elements.count == 4)
    #expect(ask("/v1/provinces/48", of: api).status == 200)
  }

  @Test func `the index says the bounds that hold`() throws {
    let limits = try ask("/v1").data()["limits"]
    #expect(limits?["rows"] == 100_000)
    #expect(limits?["cells"] == 100_000)
    #expect(limits?["valuesPerParameter"] == 200)
    #expect(limits?["targetBytes"] == 8192)
    #expect(limits?["errors"] == 200)
    #expect(limits?["suggestedErrors"] == 8)
    var other = APILimits()
    other.rows = 7
    other.cells = 6
    other.valuesPerParameter = 8
    other.targetBytes = 999
    let said = try ask("/v1", of: .on("2026-11-22", other)).data()["limits"]
    #expect(said?["rows"] == 7)
    #expect(said?["cells"] == 6)
    #expect(said?["valuesPerParameter"] == 8)
    #expect(said?["targetBytes"] == 999)
  }
}
