import API
import JSON
import Testing

/// Every example of the document is a real one.
@Suite struct OpenAPIExamplesTests {
  let document: Value

  init() throws {
    document = try OpenAPI.document.get()
  }

  private func operation(_ route: Route) throws -> Value {
    try #require(document["paths"]?[route.pattern]?["get"])
  }

  @Test(arguments: Routes.all)
  func `every parameter has an example that its schema takes`(_ route: Route) throws {
    for parameter in try operation(route)["parameters"]?.elements ?? [] {
      let name = parameter["name"]?.text ?? ""
      guard let example = parameter["example"], let schema = parameter["schema"] else {
        Issue.record("\(route.pattern): \(name) has no example")
        continue
      }
      let wrong = OpenAPI.wrong(example, schema, document)
      #expect(wrong.isEmpty, "\(route.pattern): \(name)")
    }
  }

  @Test(arguments: Routes.all)
  func `the example of every parameter is answered`(_ route: Route) throws {
    let parameters = try operation(route)["parameters"]?.elements ?? []
    var path = route.pattern
    for parameter in parameters where parameter["in"] == "path" {
      path = path.replacing(
        "{\(parameter["name"]?.text ?? "")}", with: parameter["example"]?.text ?? "",
        maxReplacements: 1)
    }
    let inQuery = parameters.filter { $0["in"] == "query" }
    let needed = inQuery.filter { $0["required"] == .flag(true) }
    for parameter in inQuery {
      var query = (needed + [parameter]).map { one in
        "\(one["name"]?.text ?? "")=\(one["example"]?.inQuery ?? "")"
      }.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
      query += parameter["x-beside"]?.members.map { "\($0.key)=\($0.value.text ?? "")" } ?? []
      let target = "\(path)?\(query.joined(separator: "&"))"
      // As a browser asks: of whoever takes JSON only, the front page takes nothing.
      #expect(ask(target, "Accept: text/html, */*;q=0.5").status == 200, "\(target)")
    }
    // All figures beside each other are no drawing.
    let isOfLines = path.hasSuffix("/observations/chart.svg")
    let bare = needed.isEmpty && !isOfLines ? [200, 303] : [400]
    #expect(bare.contains(ask(path).status), "\(path)")
  }

  @Test func `every example is what the route answers, or its first rows`() throws {
    for operation in OpenAPI.operations(of: document) {
      for type in operation["responses"]?["200"]?["content"]?.members ?? [] {
        for example in type.value["examples"]?.members ?? [] {
          let summary = try #require(example.value["summary"]?.text)
          let answer = ask(String(summary.dropFirst("GET ".count)))
          #expect(answer.status == 200, "\(summary)")
          #expect(answer[field: "Content-Type"]?.hasPrefix(type.key) == true, "\(summary)")
          let value = try #require(example.value["value"])
          let isCut = example.value["description"] != nil
          if let text = value.text {
            let first = isCut ? text.replacing(/(<\/[^>]*>)+$/, with: "") : text
            #expect(isCut ? answer.text.hasPrefix(first) : answer.text == text, "\(summary)")
            #expect(!isCut || first.utf8.count > 500, "\(summary)")
          } else {
            let whole = try answer.json()
            #expect(isCut ? value.isBeginning(of: whole) : value == whole, "\(summary)")
          }
          let isSame = value.text.map { $0 == answer.text } ?? (value == (try? answer.json()))
          #expect(isCut == !isSame, "\(summary)")
        }
      }
    }
  }

  /// What is for people, what says what is so at the moment, and the document itself have none.
  @Test(arguments: Routes.all)
  func `every answer for programs has an example in each media type`(_ route: Route) throws {
    let without = ["/openapi.json", "/docs", "/readyz", "/metrics", "/provinces", "/page."]
    if without.contains(where: { route.pattern.hasPrefix($0) }) { return }
    let types = try operation(route)["responses"]?["200"]?["content"]?.members ?? []
    for type in types where type.key != "text/html" {
      let count = type.value["examples"]?.members.count ?? 0
      #expect(count > 0, "\(route.pattern) \(type.key)")
    }
  }

  @Test func `every problem has an example that its schema describes`() throws {
    let responses = try #require(document["components"]?["responses"]?.members)
    var statuses: Set<Int> = []
    for response in responses where response.key != "NotModified" {
      // Those who asked for HTML read of it on a page.
      for type in response.value["content"]?.members ?? [] where type.key != "text/html" {
        let example = try #require(type.value["example"], "\(response.key)")
        let schema = try #require(type.value["schema"])
        #expect(OpenAPI.wrong(example, schema, document).isEmpty, "\(response.key)")
        if let status = example["status"]?.integer { statuses.insert(status) }
      }
    }
    #expect(statuses == [400, 404, 405, 406, 408, 412, 413, 414, 417, 431, 500, 501, 503, 505])
  }

  @Test(arguments: [("BadRequest", 400), ("NotFound", 404)])
  func `a problem of an address is what is answered there`(name: String, status: Int) throws {
    let content = document["components"]?["responses"]?[name]?["content"]
    let example = try #require(content?["application/problem+json"]?["example"])
    let answer = ask(try #require(example["instance"]?.text), "Accept-Language: en")
    #expect(answer.status == status)
    #expect(try answer.json() == example)
  }

  @Test(arguments: Routes.all) func `a fault of the program is declared`(_ route: Route) throws {
    #expect(try operation(route)["responses"]?["500"] != nil)
    #expect(try operation(route)["responses"]?["503"] != nil)
  }
}

/// What addresses of SDMX may say is what is taken.
@Suite struct OpenAPISpellingsTests {
  @Test(arguments: [
    ("data/{flow}", "flow", "THUOCDO,DIGITAL,1.0"), ("data/{flow}", "flow", "all,DIGITAL,latest"),
    ("data/{flow}", "flow", "THUOCDO,DIGITAL_ECONOMY"),
    ("data/{flow}/{key}", "key", "A.dti+internet-users-share."),
    ("data/{flow}/{key}/{provider}", "provider", "THUOCDO,THUOCDO"),
    ("availableconstraint/{flow}/{key}/{provider}", "provider", "REF_AREA"),
    ("{resource}", "resource", "actualconstraint"), ("{resource}/{agency}", "agency", "SDMX"),
    ("{resource}/{agency}", "agency", "all+THUOCDO"),
    ("{resource}/{agency}/{id}", "id", "DIGITAL+DIGITAL_ECONOMY"),
    ("{resource}/{agency}/{id}/{version}", "version", "1.0+latest"),
  ])
  func `a spelling that is taken is described`(rest: String, name: String, value: String) throws {
    let (document, pattern) = (try OpenAPI.document.get(), "/sdmx/2.1/\(rest)")
    let parameters = document["paths"]?[pattern]?["get"]?["parameters"]?.elements ?? []
    let schema = try #require(parameters.first { $0["name"]?.text == name }?["schema"])
    #expect(OpenAPI.takes(value, schema, document))
    var path = pattern
    for parameter in parameters where parameter["in"] == "path" {
      let own = parameter["name"]?.text == name
      let resource = parameter["name"] == "resource" && value == "SDMX" ? "agencyscheme" : nil
      path = path.replacing(
        "{\(parameter["name"]?.text ?? "")}",
        with: own ? value : resource ?? parameter["example"]?.text ?? "", maxReplacements: 1)
    }
    #expect(ask(path).status == 200, "\(path)")
  }

  @Test(arguments: ["OTHER,DIGITAL", "DIGITAL,1.0", "THUOCDO,DIGITAL,2.0", "NOTHING", "DIGITAL,"])
  func `a spelling that is not taken is not described`(value: String) throws {
    let document = try OpenAPI.document.get()
    let route = document["paths"]?["/sdmx/2.1/data/{flow}"]?["get"]
    let schema = try #require(route?["parameters"]?.elements.first?["schema"])
    #expect(!OpenAPI.takes(value, schema, document))
    #expect(ask("/sdmx/2.1/data/\(value)").status == 404)
  }

  @Test func `an answer of SDMX is described by its whole media type`() throws {
    let document = try OpenAPI.document.get()
    let route = document["paths"]?["/sdmx/2.1/data/{flow}"]?["get"]
    let types = route?["responses"]?["200"]?["content"]?.keys ?? []
    #expect(types.count == 3)
    for format in ["sdmx", "sdmxgeneric", "sdmxcsv"] {
      let answer = ask("/sdmx/2.1/data/DIGITAL/A..VN?format=\(format)")
      #expect(types.contains(answer[field: "Content-Type"] ?? ""))
    }
  }
}

extension Value {
  /// As a query gives it.
  fileprivate var inQuery: String {
    switch self {
    case .text(let text):
      text.percentEncoded
    case .list(let elements):
      elements.compactMap { $0.text?.percentEncoded }.joined(separator: ",")
    case .flag(let flag): "\(flag)"
    default: integer.map(String.init) ?? ""
    }
  }

  /// Whether it is another value with nothing but ends of lists left out.
  fileprivate func isBeginning(of whole: Value) -> Bool {
    switch (self, whole) {
    case (.list(let mine), .list(let all)):
      mine.count <= all.count && zip(mine, all).allSatisfy { $0.isBeginning(of: $1) }
    case (.object, .object):
      keys == whole.keys
        && members.allSatisfy { whole[$0.key].map($0.value.isBeginning) ?? false }
    default: self == whole
    }
  }
}

extension String {
  fileprivate var percentEncoded: String {
    utf8.map { byte in
      let isPlain = byte > 0x2A && byte < 0x7B && byte != 0x25 && byte != 0x2B
      return isPlain
        ? String(decoding: [byte], as: UTF8.self)
        : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
  }
}
