import API
import JSON
import Testing

/// The document for programs says what there is, and nothing else.
@Suite struct OpenAPITests {
  let document: Value

  init() throws {
    document = try OpenAPI.document.get()
  }

  @Test func `it names every route of the table, and nothing else`() {
    #expect(document["openapi"] == "3.1.1")
    #expect(document["paths"]?.keys == Routes.all.map(\.pattern))
    let ids = OpenAPI.operations(of: document).compactMap { $0["operationId"]?.text }
    #expect(ids.count == Routes.all.count)
    #expect(Set(ids).count == ids.count)
  }

  @Test(arguments: Routes.all)
  func `it names every parameter of a route, and nothing else`(_ route: Route) throws {
    let operation = try #require(document["paths"]?[route.pattern]?["get"])
    let parameters = operation["parameters"]?.elements ?? []
    let inQuery = parameters.filter { $0["in"] == "query" }.compactMap { $0["name"]?.text }
    #expect(inQuery == route.parameters.map(\.rawValue))
    let inPath = parameters.filter { $0["in"] == "path" }.compactMap { $0["name"]?.text }
    let braces = route.pattern.split(separator: "/").filter { $0.hasPrefix("{") }
    #expect(inPath == braces.map { String($0.dropFirst().dropLast()) })
    #expect(operation["summary"]?.text == route.summary.en)
    #expect(operation["x-summary-vi"]?.text == route.summary.vi)
  }

  @Test func `every parameter says more of what it takes than that it is a text`() {
    for operation in OpenAPI.operations(of: document) {
      for parameter in operation["parameters"]?.elements ?? [] {
        #expect(parameter["schema"] != ["type": "string"], "\(operation) \(parameter)")
      }
    }
  }

  @Test func `every parameter says what it is, in both languages`() {
    for operation in OpenAPI.operations(of: document) {
      for parameter in operation["parameters"]?.elements ?? [] {
        for key in ["description", "x-description-vi"] {
          #expect(parameter[key]?.text?.hasSuffix(".") == true, "\(operation) \(parameter)")
        }
      }
    }
  }

  @Test func `what is referred to is there`() {
    document.visit { path, value in
      guard path.last == "$ref", let text = value.text else { return }
      #expect(OpenAPI.target(of: text, in: document) != nil, "\(text)")
    }
  }

  /// All questions that the other tests of the API ask are answered by the schemas.
  @Test(arguments: Examples.json) func `an answer is what its schema says`(_ example: Example)
    throws
  {
    let operation = try #require(document["paths"]?[example.pattern]?["get"])
    let schema = try #require(
      operation["responses"]?["200"]?["content"]?["application/json"]?["schema"])
    let wrong = OpenAPI.wrong(try ask(example.target).json(), schema, document)
    #expect(wrong.isEmpty, "\(wrong.prefix(5))")
    // With all fields what is always there is there.
    let name = try #require(OpenAPI.row(of: schema, in: document))
    let whole = try #require(OpenAPI.target(of: name, in: document))
    let data = try ask(example.target).data()
    for row in example.isCollection ? data.elements : [data] {
      #expect(OpenAPI.wrong(row, whole, document).isEmpty, "\(name)")
    }
  }

  @Test(arguments: [
    "/v1/provinces/99", "/v1/provinces?limit=0&region=nowhere", "/v1/provinces?province=49",
    "/v1/observations?province=49", "/v1?format=csv",
  ])
  func `a problem is what its schema says`(target: String) throws {
    let answer = ask(target)
    #expect(answer.status >= 400)
    let schema = try #require(document["components"]?["schemas"]?["Problem"])
    #expect(OpenAPI.wrong(try answer.json(), schema, document).isEmpty)
  }

  @Test func `the index leads to it, and to the pages for people`() throws {
    let links = try ask("/v1").json()["links"]
    #expect(links?["service-desc"] == "/openapi.json")
    #expect(links?["service-doc"] == "/docs")
  }

  @Test func `it can be kept for a minute, and known again by its tag`() {
    let answer = ask("/openapi.json")
    #expect(answer[field: "Content-Type"] == "application/json")
    #expect(answer[field: "Cache-Control"] == "max-age=60")
    #expect(ask("/openapi.json", "If-None-Match: \(answer[field: "ETag"] ?? "")").status == 304)
    let tomorrow = ask("/openapi.json", of: .on("2026-11-23"))
    #expect(tomorrow[field: "ETag"] != answer[field: "ETag"])
    #expect(tomorrow.bytes != answer.bytes)
  }
}

/// What is listed is taken, and what is not is refused: the document against the parser.
@Suite struct OpenAPIValuesTests {
  /// Codes that say that a value is known, though not beside the others.
  static let elsewhere = ["notOnThisMap", "conflict"]

  @Test(arguments: Examples.json)
  func `every value that is listed is taken, and no other`(_ example: Example) throws {
    let document = try OpenAPI.document.get()
    let operation = try #require(document["paths"]?[example.pattern]?["get"])
    for parameter in operation["parameters"]?.elements ?? [] where parameter["in"] == "query" {
      let name = try #require(parameter["name"]?.text)
      let schema = OpenAPI.resolved(try #require(parameter["schema"]), in: document)
      let isList = schema["type"] == "array"
      let values = OpenAPI.resolved(isList ? schema["items"] ?? .null : schema, in: document)
      let codes = values["enum"]?.elements.compactMap(\.text) ?? []
      // Of names to sort by each way alone.
      let ways = name == "sort" ? [codes.filter { $0.hasPrefix("-") }] : []
      let all = ways + [codes.filter { name != "sort" || !$0.hasPrefix("-") }]
      for codes in all where !codes.isEmpty {
        for some in isList ? codes.parts(of: 150).map({ $0.joined(separator: ",") }) : codes {
          // A field of vintages is there where they are asked for.
          let more = some.contains("vintage") && name == "fields" ? "&vintages=all" : ""
          let short = example.isCollection && name != "limit" ? "&limit=1" : ""
          // The example has its own indicators.
          let isGiven = example.query.contains("?\(name)=")
          let asked = "\(name)=\(some)\(more)\(short)"
          let answer = ask(isGiven ? "\(example.path)?\(asked)" : example.with(asked))
          #expect(answer.isTaken(but: Self.elsewhere), "\(name)=\(some): \(answer.text)")
        }
      }
      if let first = codes.first {
        let answer = ask(example.with("\(name)=\(first)x"))
        #expect(answer.status == 400, "\(name)=\(first)x")
      }
    }
  }

  @Test(arguments: Examples.json)
  func `whole numbers are taken within their bounds only`(_ example: Example) throws {
    let document = try OpenAPI.document.get()
    let operation = try #require(document["paths"]?[example.pattern]?["get"])
    for parameter in operation["parameters"]?.elements ?? [] {
      guard let least = parameter["schema"]?["minimum"]?.integer,
        let most = parameter["schema"]?["maximum"]?.integer, let name = parameter["name"]?.text
      else { continue }
      #expect(ask(example.with("\(name)=\(least)")).status == 200)
      #expect(ask(example.with("\(name)=\(most)")).status == 200)
      #expect(ask(example.with("\(name)=\(least - 1)")).status == 400)
      #expect(ask(example.with("\(name)=\(most + 1)")).status == 400)
    }
  }

  @Test(arguments: [
    "2023-02-29", "2024-02-29", "1900-02-29", "2000-02-29", "1900-01-01", "1899-12-31",
    "2008-07-31", "2008-08-01", "2026-11-21", "2026-11-22", "2026-11-23", "2026-12-01",
    "2027-01-01", "2100-12-31", "2101-01-01", "2024-04-31", "2024-4-30", "2024-13-01",
    "2024-00-10", "2024-01-00", "today", "published", "2024", "2024-01-01 ", " 2024-01-01",
    "2024-01-01T00:00:00Z", "..", "2024-01-01..", "..2024-01-01", "2024-01-01..2024-12-31",
    "2024-S1", "2024-S3", "2024-Q4", "2024-Q5", "2024-12", "2024-H1", "2020..2024", "2020...",
    "2024-01-01..2024-12-31..", "2023-01-01/P2M",
  ])
  func `a day, a period or a span is taken as the patterns say`(text: String) throws {
    let document = try OpenAPI.document.get()
    let questions = [
      "/v1/observations": ["boundaries", "asOf", "updatedAfter", "period"],
      "/v1/provinces": ["boundaries"], "/v1/tasks": ["asOf", "due", "updatedAfter"],
    ]
    for (path, names) in questions {
      for name in names {
        let parameter = document["paths"]?[path]?["get"]?["parameters"]?.elements.first {
          $0["name"]?.text == name
        }
        let schema = try #require(parameter?["schema"])
        let isAllowed = OpenAPI.takes(text, schema, document)
        let encoded = text.replacing(" ", with: "%20")
        let answer = ask("\(path)?\(name)=\(encoded)&limit=1")
        #expect(answer.isTaken(but: []) == isAllowed, "\(path) \(name)=\(text)")
      }
    }
  }
}

extension Answered {
  /// Whether it is an answer, or one that errors of other codes only stood in the way of.
  fileprivate func isTaken(but codes: [String]) -> Bool {
    if status == 200 { return true }
    let errors = (try? Value(bytes))?["errors"]?.elements ?? []
    return !errors.isEmpty && errors.allSatisfy { codes.contains($0["code"]?.text ?? "") }
  }
}

extension [String] {
  fileprivate func parts(of size: Int) -> [ArraySlice<String>] {
    stride(from: 0, to: count, by: size).map { self[$0..<Swift.min($0 + size, count)] }
  }
}
