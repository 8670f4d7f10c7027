import Testing

/// Which form of an answer a client gets.
@Suite struct NegotiationTests {
  @Test(arguments: [
    "*/*", "application/*", "application/json", "Application/JSON", "text/html, */*;q=0.1",
    "text/html,application/xhtml+xml,application/xml;q=0.9,image/webp,*/*;q=0.8",
    "application/json;charset=utf-8", "application/xml, application/json;q=0.01", "*", "",
    "nothing that can be read",
  ])
  func `who takes JSON, or anything, gets JSON`(accept: String) {
    let answer = ask("/v1/provinces/48", "Accept: \(accept)")
    #expect(answer.status == 200)
    #expect(answer[field: "Content-Type"] == "application/json")
  }

  @Test(arguments: [
    "text/html", "text/html, application/xhtml+xml", "image/*", "application/xml",
    "application/json;q=0", "application/json;q=0, text/html", "application/json;profile=other",
  ])
  func `who takes only what there is not is told what there is`(accept: String) throws {
    let answer = ask("/v1/provinces/48", "Accept: \(accept)")
    #expect(answer.status == 406)
    #expect(answer[field: "Content-Type"] == "application/problem+json")
    let problem = try answer.json()
    #expect(problem["code"] == "notAcceptable")
    #expect(problem["offered"]?.elements.contains("application/json") == true)
    #expect(problem["detail"]?.text?.contains(accept) == true)
  }

  @Test func `Accept on several lines is one list`() {
    #expect(ask("/v1", "Accept: text/html", "Accept: application/json").status == 200)
    #expect(ask("/v1", "Accept: text/html", "Accept: image/png").status == 406)
  }

  @Test func `the format of the address wins over the head`() {
    let answer = ask("/v1/provinces/48?format=json", "Accept: text/html")
    #expect(answer.status == 200)
    #expect(answer[field: "Content-Type"] == "application/json")
  }

  @Test(arguments: ["csv", "ndjson", "jsonstat"])
  func `a format that is not for one thing is not to be had`(format: String) throws {
    let answer = ask("/v1/provinces/48?format=\(format)")
    #expect(answer.status == 406)
    #expect(try answer.json()["code"] == "notAcceptable")
    #expect(try answer.json()["offered"]?.elements.contains("application/json") == true)
  }

  @Test func `who asks for a format by name is told those that there are by name`() throws {
    let problem = try ask("/v1/observations?format=sdmx").json()
    #expect(problem["offered"]?.elements.contains("application/x-ndjson") == true)
    #expect(problem["formats"] == ["json", "csv", "ndjson", "jsonstat"])
    #expect(try ask("/v1", "Accept: text/html").json()["formats"] == nil)
  }

  @Test(arguments: ["sdmx", "sdmxgeneric", "sdmxcsv", "sdmxstructure"])
  func `who asks for a form of SDMX is told where it is`(format: String) throws {
    let problem = try ask("/v1/observations?format=\(format)").json()
    let address = try #require(problem["suggestions"]?[0]?.text)
    #expect(address.hasPrefix("/sdmx/2.1/"))
    #expect(problem["detail"]?.text?.contains(address.prefix { $0 != "?" }) == true)
    #expect(ask(address).status == 200)
  }

  @Test func `what is sent is accepted as it is called`() throws {
    for format in try #require(try ask("/v1").json()["data"]?["formats"]).elements {
      guard format["byAccept"] == nil, let type = format["mediaType"]?.text else { continue }
      let place = format["at"]?.text ?? "/v1/provinces"
      let rest = place == "/sdmx/2.1" ? "/dataflow" : place == "/v1/provinces" ? "" : "/DIGITAL"
      let answer = ask("\(place)\(rest)", "Accept: \(type)")
      #expect(answer.status == 200, "\(type)")
      #expect(answer[field: "Content-Type"] == type)
    }
    for target in ["/docs", "/docs/style.css", "/catalog.jsonld", "/v1/targets/chart.svg"] {
      guard let type = ask(target)[field: "Content-Type"] else { continue }
      #expect(ask(target, "Accept: \(type)").status == ask(target).status, "\(type)")
    }
  }

  @Test(arguments: [
    ("text/csv; charset=utf-8; header=present", 200), ("text/csv;header=\"present\"", 200),
    ("text/csv; header=absent", 406), ("text/csv; charset=utf-16", 406),
  ])
  func `a table is taken by what it is, and by nothing that it is not`(
    accept: String, status: Int
  ) {
    #expect(ask("/v1/provinces", "Accept: \(accept)").status == status)
  }

  @Test func `the index lists every format of figures, and where it is had`() throws {
    let formats = try #require(try ask("/v1").json()["data"]?["formats"]).elements
    #expect(
      formats.compactMap { $0["id"]?.text } == [
        "json", "csv", "ndjson", "jsonstat", "sdmx", "sdmxgeneric", "sdmxcsv", "sdmxstructure",
      ])
    for format in formats {
      guard let name = format["id"]?.text else { continue }
      let place = format["at"]?.text ?? "/v1/observations"
      let rest = place == "/sdmx/2.1" ? "/dataflow" : place == "/v1/observations" ? "" : "/DIGITAL"
      let answer = ask("\(place)\(rest)?format=\(name)")
      // What has no period is in no cube.
      #expect(answer.status == (name == "jsonstat" ? 400 : 200))
      if answer.status == 200 {
        #expect(answer[field: "Content-Type"] == format["mediaType"]?.text)
      }
    }
  }

  @Test func `cubes are made of observations only`() {
    #expect(ask("/v1/provinces?format=jsonstat").status == 406)
    #expect(ask("/v1/tasks?format=jsonstat").status == 406)
  }

  @Test(arguments: ["xml", "JSON", "jsn", "html", "application/json"])
  func `a format that is none is refused with those that are`(format: String) throws {
    let answer = ask("/v1/provinces?format=\(format)")
    #expect(answer.status == 400)
    let error = try answer.json()["errors"]?[0]
    #expect(error?["code"] == "unknownValue")
    #expect(error?["parameter"] == "format")
    #expect(error?["value"]?.text == format)
    #expect(error?["allowed"]?.elements.contains("json") == true)
  }

  @Test func `the probes are short texts whatever is asked for`() {
    #expect(ask("/healthz", "Accept: application/json").status == 200)
    #expect(ask("/readyz", "Accept: text/html").status == 200)
  }

  @Test(arguments: Examples.json)
  func `answers vary with what is accepted, and not with the language`(_ example: Example) {
    let vary = ask(example.target)[field: "Vary"] ?? ""
    #expect(vary.split(separator: ", ").first == "Accept")
    #expect(!vary.contains("Accept-Language"))
  }
}
