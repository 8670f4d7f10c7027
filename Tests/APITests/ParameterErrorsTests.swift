import API
import Testing

/// What is said of parameters that cannot be used as given.
@Suite struct ParameterErrorsTests {
  /// The errors of a 400 that blames parameters.
  private func errors(
    _ target: String, of api: API = .ofToday, _ place: SourceLocation = #_sourceLocation
  ) throws -> [Value] {
    let answer = ask(target, "Accept-Language: en", of: api)
    #expect(answer.status == 400, sourceLocation: place)
    let problem = try answer.json()
    #expect(problem["code"] == "badParameter", sourceLocation: place)
    #expect(problem["type"] == "/docs/problems#bad-parameter", sourceLocation: place)
    return try #require(problem["errors"]?.elements, sourceLocation: place)
  }

  private func only(
    _ target: String, of api: API = .ofToday, _ place: SourceLocation = #_sourceLocation
  ) throws -> Value {
    let errors = try errors(target, of: api, place)
    #expect(errors.count == 1, "\(errors)", sourceLocation: place)
    return try #require(errors.first, sourceLocation: place)
  }

  @Test(arguments: Examples.json)
  func `a name that is no parameter is refused everywhere`(_ example: Example) throws {
    let error = try only(example.with("no-such-thing=1"))
    #expect(error["code"] == "unknownParameter")
    #expect(error["parameter"] == "no-such-thing")
    #expect(error["value"] == "1")
    #expect(error["allowed"] == .list(example.parameters.map { .text($0.rawValue) }))
    #expect(error["detail"]?.text?.contains(example.pattern) == true)
  }

  @Test(arguments: ["/", "/healthz", "/readyz"])
  func `who takes no parameters says so`(path: String) throws {
    #expect(try only("\(path)?x=1")["code"] == "unknownParameter")
    #expect(try only("\(path)?limit=1")["code"] == "notHere")
  }

  @Test(arguments: [
    ("indicater", "indicator"), ("Limit", "limit"), ("ofset", "offset"), ("perod", "period"),
    ("sources", "source"), ("boundarys", "boundaries"), ("field", "fields"),
  ])
  func `a mistyped name is answered with the nearest`(name: String, near: String) throws {
    let error = try only("/v1/observations?\(name)=1")
    #expect(error["code"] == "unknownParameter")
    #expect(error["suggestions"] == [.text(near)])
  }

  @Test(arguments: [
    ("/v1/provinces", "unsaid"), ("/v1/provinces/48", "limit"), ("/v1", "sort"),
    ("/v1/sources", "pillar"), ("/v1/agencies", "due"), ("/v1/tasks", "period"),
    ("/v1/indicators/dti/observations", "indicator"), ("/v1/regions/dong-nam-bo", "region"),
  ])
  func `a parameter of other resources is told from one that there is nowhere`(
    path: String, parameter: String
  ) throws {
    let error = try only("\(path)?\(parameter)=1")
    #expect(error["code"] == "notHere")
    #expect(error["parameter"]?.text == parameter)
    #expect(error["allowed"]?.elements.contains(.text(parameter)) == false)
  }

  @Test func `a parameter is given once`() throws {
    let error = try only("/v1/provinces?limit=2&limit=3")
    #expect(error["code"] == "repeated")
    #expect(error["parameter"] == "limit")
    #expect(error["value"] == "3")
  }

  @Test func `a name in another encoding is the same name`() throws {
    #expect(try only("/v1/provinces?limit=2&%6Cimit=2")["code"] == "repeated")
  }

  @Test func `a parameter that there is nowhere is repeated too`() throws {
    let errors = try errors("/v1/provinces?foo=1&foo=2")
    #expect(errors.map { $0["code"] } == ["unknownParameter", "repeated"])
  }

  @Test(arguments: [
    "indicator=dti,dti", "area=VN,48-2008,VN", "period=2023,2024,2023", "status=A,A",
    "source=haui-bang1,haui-bang1", "frequency=A,S,A", "level=nation,nation",
  ])
  func `a value of a list is given once`(query: String) throws {
    let error = try only("/v1/observations?\(query)")
    #expect(error["code"] == "repeated")
    #expect(error["parameter"]?.text == query.split(separator: "=").first.map(String.init))
  }

  @Test(arguments: ["limit=", "limit", "fields=", "sort=", "boundaries=", "format=", "region="])
  func `a parameter without a value is refused`(query: String) throws {
    let error = try only("/v1/provinces?\(query)")
    #expect(error["code"] == "empty")
    #expect(error["parameter"]?.text == query.split(separator: "=").first.map(String.init))
    #expect(error["value"] == "")
  }

  @Test(arguments: [
    "indicator=dti,", "indicator=,dti", "indicator=,", "indicator=dti,,dti-security",
  ])
  func `a list without a value somewhere is refused`(query: String) throws {
    let errors = try errors("/v1/observations?\(query)")
    #expect(errors.allSatisfy { $0["code"] == "empty" && $0["parameter"] == "indicator" })
  }

  @Test(arguments: [
    ("indicator", "dty", "dti"), ("area", "48-2009", "48-2008"), ("level", "provinces", "province"),
    ("source", "haui-bang", "haui-bang1"), ("frequency", "a", "A"), ("status", "b", "B"),
  ])
  func `a mistyped value is answered with the nearest`(
    parameter: String, value: String, near: String
  ) throws {
    let error = try only("/v1/observations?\(parameter)=\(value)")
    #expect(error["code"] == "unknownValue")
    #expect(error["parameter"]?.text == parameter)
    #expect(error["value"]?.text == value)
    #expect(error["suggestions"]?[0]?.text == near)
  }

  @Test(arguments: [
    ("/v1/observations?indicator=nothing-like-it", "/v1/indicators"),
    ("/v1/observations?source=nothing-like-it", "/v1/sources"),
    ("/v1/observations?area=nothing-like-it", "/v1/provinces"),
    ("/v1/provinces?region=nothing-like-it", "/v1/regions"),
    ("/v1/indicators?pillar=nothing-like-it", "/v1/pillars"),
    ("/v1/indicators?platform=nothing-like-it", "/v1/platforms"),
    ("/v1/tasks?agency=nothing-like-it", "/v1/agencies"),
    ("/v1/tasks?meeting=nothing-like-it", "/v1/meetings"),
  ])
  func `a value that is not known is answered with where those are that are`(
    target: String, see: String
  ) throws {
    let error = try only(target)
    #expect(error["code"] == "unknownValue")
    #expect(error["see"]?.text == see)
    #expect(error["suggestions"] == nil)
    #expect(ask(see).status == 200)
  }

  @Test(arguments: [
    ("/v1/observations?level=x-x", ["country", "nation", "province"]),
    ("/v1/observations?frequency=x-x", ["A", "S", "Q", "M", "D", "O"]),
    (
      "/v1/observations?status=x-x",
      ["A", "B", "D", "E", "F", "P", "U", "I", "L", "M", "O", "Q"]
    ),
    ("/v1/provinces?type=x-x", ["province", "municipality"]),
    (
      "/v1/tasks?unsaid=x-x",
      ["goal", "who", "what", "when", "accountable", "product", "result"]
    ),
  ])
  func `a value that is no code is answered with the codes`(
    target: String, codes: [String]
  ) throws {
    let error = try only(target)
    #expect(error["code"] == "unknownValue")
    #expect(error["value"] == "x-x")
    #expect(error["allowed"] == .list(codes.map(Value.text)))
  }

  @Test(arguments: [
    ("period=2024-H1", "2024-S1"), ("period=2024-h2", "2024-S2"), ("period=2024S1", "2024-S1"),
    ("period=2024-M07", "2024-07"), ("period=2024M7", "2024-07"), ("period=2024Q3", "2024-Q3"),
    ("period=2024-q3", "2024-Q3"), ("period=2024-7", "2024-07"), ("period=2024/07", "2024-07"),
    ("period=2023,2024-H1", "2024-S1"), ("period=2023..2024-H1", "2024-S1"),
  ])
  func `periods that others write are refused with the right spelling`(
    query: String, spelling: String
  ) throws {
    let error = try only("/v1/observations?\(query)")
    #expect(error["code"] == "badSyntax")
    #expect(error["suggestions"] == [.text(spelling)])
  }

  @Test(arguments: [
    "period=soon", "period=24", "period=20244", "period=2024-13", "period=2024-00",
    "period=2024-S3", "period=2024-Q5", "period=2023-02-29", "period=2024-S0", "period=..",
    "period=2020..2021..2022", "period=2020...2021", "period=-2024", "period=2023,2020..2021",
    "period=2023-01-01%2FP2W", "period=2023-01-01%2FP0M", "period=+2024",
  ])
  func `what is no period is refused`(query: String) throws {
    let errors = try errors("/v1/observations?\(query)")
    #expect(errors.first?["code"] == "badSyntax")
    #expect(errors.first?["parameter"] == "period")
  }

  @Test(arguments: ["period=1899", "period=2101", "period=2024..2023", "period=2024-Q2..2024-Q1"])
  func `periods have bounds`(query: String) throws {
    let error = try only("/v1/observations?\(query)")
    #expect(error["code"] == "outOfRange")
    #expect(error["parameter"] == "period")
  }

  @Test(arguments: [
    ("due=2025", "badSyntax"), ("due=..", "badSyntax"), ("due=2025-02-29", "badSyntax"),
    ("due=2025-01-01...2025-02-01", "badSyntax"), ("due=2025-01-01..soon", "badSyntax"),
    ("due=2025-01-02..2025-01-01", "outOfRange"), ("due=1-1-2025", "badSyntax"),
  ])
  func `what is no span of days is refused`(query: String, code: String) throws {
    let error = try only("/v1/targets?\(query)")
    #expect(error["code"]?.text == code)
    #expect(error["parameter"] == "due")
  }

  @Test(arguments: ["/v1/provinces", "/v1/regions", "/v1/provinces/48", "/v1/regions/dong-nam-bo"])
  func `maps have bounds`(path: String) throws {
    #expect(try only("\(path)?boundaries=2008-07-31")["code"] == "outOfRange")
    #expect(try only("\(path)?boundaries=2026-11-23")["code"] == "outOfRange")
    #expect(try only("\(path)?boundaries=2025-02-29")["code"] == "badSyntax")
    #expect(try only("\(path)?boundaries=published")["code"] == "unknownValue")
    #expect(ask("/v1/provinces?boundaries=2008-08-01").status == 200)
    #expect(ask("/v1/provinces?boundaries=2026-11-22").status == 200)
  }

  @Test func `all that is wrong is reported at once, in the order of what was given first`() throws
  {
    let errors = try errors(
      "/v1/observations?indicater=dti&unsaid=result&limit=1&limit=2&sort=&fields=valu&latest=0"
        + "&period=2024-H1")
    let all = errors.map { "\($0["parameter"]?.text ?? "") \($0["code"]?.text ?? "")" }
    #expect(
      Set(all) == [
        "indicater unknownParameter", "unsaid notHere", "limit repeated", "sort empty",
        "fields unknownValue", "latest outOfRange", "period badSyntax",
      ])
    #expect(all.count == 7)
    #expect(
      all.prefix(4) == [
        "indicater unknownParameter", "unsaid notHere", "limit repeated", "sort empty",
      ])
  }

  @Test func `the problem counts the parameters and says all of them`() throws {
    let problem = try ask(
      "/v1/provinces?limit=0&sort=nane&unsaid=1", "Accept-Language: en"
    ).json()
    #expect(problem["title"] == "Three parameters cannot be used as given")
    let details = problem["errors"]?.elements.compactMap { $0["detail"]?.text } ?? []
    #expect(details.count == 3)
    #expect(problem["detail"]?.text == details.joined(separator: " "))
  }

  @Test func `a parameter that is wrong twice is counted once`() throws {
    let problem = try ask("/v1/provinces?fields=nane,cod", "Accept-Language: en").json()
    #expect(problem["errors"]?.elements.count == 2)
    #expect(problem["title"] == "One parameter cannot be used as given")
  }

  @Test func `a problem repeats the address as asked`() throws {
    let target = "/v1/provinces?fields=id%2Cx&limit=+2"
    #expect(try ask(target).json()["instance"]?.text == target)
  }

  @Test func `what is repeated in a problem is cut at a hundred characters`() throws {
    let long = String(repeating: "x", count: 3000)
    let cut = String(repeating: "x", count: 100) + "…"
    let value = try only("/v1/observations?indicator=\(long)")
    #expect(value["value"]?.text == cut)
    #expect(try only("/v1/observations?\(long)=1")["parameter"]?.text == cut)
    #expect(try only("/v1/observations?x=\(long)")["value"]?.text == cut)
    #expect(try only("/v1/observations?limit=\(long)")["value"]?.text == cut)
    #expect(try only("/v1/provinces?sort=\(long)")["value"]?.text == cut)
    #expect(try only("/v1/provinces?format=\(long)")["value"]?.text == cut)
    let answers = [
      ask("/v1/observations?indicator=\(long)"), ask("/v1/provinces/\(long)"),
      ask("/v1/\(long)"), ask("/v1/sources/\(long)"), ask("/v1/tasks?due=\(long)"),
      ask("/v1", method: String(repeating: "X", count: 200)), ask("/v1", "Accept: \(long)/\(long)"),
    ]
    for answer in answers {
      #expect((400..<500).contains(answer.status))
      #expect(try #require(try answer.json()["instance"]?.text).count <= 101)
      #expect(!answer.text.contains(String(repeating: "x", count: 101)))
      #expect(!answer.text.contains(String(repeating: "X", count: 101)))
    }
  }

  @Test func `a hundred characters are not cut`() throws {
    let long = String(repeating: "ệ", count: 100)
    let encoded = String(repeating: "%E1%BB%87", count: 100)
    #expect(try only("/v1/observations?indicator=\(encoded)")["value"]?.text == long)
  }

  @Test func `what a request says is text in a problem, never markup or a field`() throws {
    let answer = ask("/v1/provinces?x=%3Cscript%3E%22%5C%0D%0ASet-Cookie:%20a=b")
    #expect(try answer.json()["errors"]?[0]?["value"] == "<script>\"\\\r\nSet-Cookie: a=b")
    #expect(answer[field: "Set-Cookie"] == nil)
  }
}
