import Testing

/// The fields in the head that all answers have, whatever they are.
@Suite struct HeadFieldsTests {
  /// Answers of every kind, by what was asked.
  static let answers: [(target: String, fields: String, status: Int)] = [
    ("/v1", "Accept: */*", 200), ("/v1/provinces", "Accept: */*", 200),
    ("/v1/provinces/48", "Accept: */*", 200), ("/v1/provinces/48", "If-None-Match: *", 304),
    ("/", "Accept: */*", 303), ("/v1/provinces?limit=0", "Accept: */*", 400),
    ("/v1/nothing", "Accept: */*", 404), ("/v1/provinces/", "Accept: */*", 404),
    ("/v1/provinces/nowhere", "Accept: */*", 404), ("/v1", "Accept: text/html", 406),
    ("/v1", "If-Match: \"other\"", 412),
  ]

  @Test(arguments: answers)
  func `pages of every origin may read every answer, problems too`(
    target: String, fields: String, status: Int
  ) {
    let answer = ask(target, fields)
    #expect(answer.status == status)
    #expect(answer[field: "Access-Control-Allow-Origin"] == "*")
    #expect(
      answer[field: "Access-Control-Expose-Headers"]
        == "ETag, Link, Content-Disposition, X-Total-Count, X-Snapshot, Retry-After")
  }

  @Test(arguments: answers)
  func `no browser guesses what an answer is`(target: String, fields: String, status: Int) {
    #expect(ask(target, fields)[field: "X-Content-Type-Options"] == "nosniff")
  }

  @Test(arguments: answers.filter { $0.target.hasPrefix("/v1") })
  func `every answer under v1 may be kept for a minute`(
    target: String, fields: String, status: Int
  ) {
    #expect(ask(target, fields)[field: "Cache-Control"] == "max-age=60")
  }

  @Test(arguments: answers.filter { (400..<500).contains($0.status) })
  func `a problem says its language and varies with it`(
    target: String, fields: String, status: Int
  ) {
    let answer = ask(target, fields)
    #expect(answer[field: "Content-Type"] == "application/problem+json")
    #expect(answer[field: "Content-Language"] == "vi")
    #expect(answer[field: "Vary"]?.contains("Accept-Language") == true)
    #expect(answer[field: "ETag"] == nil)
    #expect(answer[field: "X-Total-Count"] == nil)
  }

  @Test func `a method that is refused has the fields of a problem too`() {
    let answer = ask("/v1", method: "DELETE")
    #expect(answer[field: "Access-Control-Allow-Origin"] == "*")
    #expect(answer[field: "X-Content-Type-Options"] == "nosniff")
    #expect(answer[field: "Cache-Control"] == "max-age=60")
    #expect(answer[field: "Content-Language"] == "vi")
  }

  @Test(arguments: answers)
  func `no field stands twice, and none says what the wires say`(
    target: String, fields: String, status: Int
  ) {
    let names = ask(target, fields).fields.map { $0.name.lowercased() }
    #expect(Set(names).count == names.count)
    for name in ["date", "content-length", "connection", "transfer-encoding"] {
      #expect(!names.contains(name), "\(name)")
    }
  }

  @Test func `the probes are kept by nobody`() {
    #expect(ask("/healthz")[field: "X-Content-Type-Options"] == "nosniff")
    #expect(ask("/readyz")[field: "Cache-Control"] == "no-store")
  }
}

/// In which language problems speak to people.
@Suite struct LanguageTests {
  @Test(arguments: [
    ("en", "en"), ("vi", "vi"), ("en-GB", "en"), ("vi-VN, en", "vi"), ("en, vi;q=0.9", "en"),
    ("vi;q=0.2, en;q=0.3", "en"), ("fr", "vi"), ("fr, en;q=0.1", "en"), ("*", "vi"),
    ("en;q=0", "vi"), ("vi;q=0, *", "en"), ("", "vi"), ("en;q=nonsense", "vi"),
  ])
  func `a problem speaks the language that is preferred`(accept: String, language: String) throws {
    let answer = ask("/v1/provinces?limit=0", "Accept-Language: \(accept)")
    #expect(answer[field: "Content-Language"] == language)
    let problem = try answer.json()
    let isEnglish = problem["title"] == "One parameter cannot be used as given"
    #expect(isEnglish == (language == "en"))
    #expect(problem["detail"]?.text?.hasPrefix("\"limit\" must be") == isEnglish)
    #expect(problem["errors"]?[0]?["detail"] == problem["detail"])
  }

  @Test func `without a preference problems are in Vietnamese`() throws {
    let problem = try ask("/v1/nothing").json()
    #expect(problem["title"] == "Không có ở địa chỉ này")
  }

  @Test func `codes, parameters and values are the same in every language`() throws {
    let target = "/v1/observations?indicater=dti&limit=0&fields=valu"
    let vi = try ask(target).json()
    let en = try ask(target, "Accept-Language: en").json()
    #expect(vi.keys == en.keys)
    let errors = zip(vi["errors"]?.elements ?? [], en["errors"]?.elements ?? [])
    for (one, other) in errors {
      for key in one.keys where key != "detail" { #expect(one[key] == other[key]) }
      #expect(one["detail"] != other["detail"])
    }
  }
}
