import API
import Statistics
import Testing

/// Entity tags, and what they are good for.
@Suite struct ValidatorsTests {
  @Test(arguments: Examples.json)
  func `every answer has a strong tag`(_ example: Example) throws {
    let tag = try #require(ask(example.target)[field: "ETag"])
    #expect(tag.wholeMatch(of: /"[0-9a-f]{32}"/) != nil)
  }

  @Test(arguments: Examples.json)
  func `who has the answer is told so, with no body and all fields but those that describe one`(
    _ example: Example
  ) throws {
    let answer = ask(example.target)
    let tag = try #require(answer[field: "ETag"])
    let again = ask(example.target, "If-None-Match: \(tag)")
    #expect(again.status == 304)
    #expect(again.bytes.isEmpty)
    let others = answer.fields.filter { !$0.name.hasPrefix("Content-") }
    #expect(others.count < answer.fields.count)
    #expect(again.fields.map(\.name) == others.map(\.name))
    #expect(again.fields.map(\.value) == others.map(\.value))
  }

  @Test(arguments: [
    ("*", 304), ("W/TAG", 304), ("\"other\", TAG", 304), ("TAG,\"other\"", 304),
    ("\"other\"", 200), ("W/\"other\"", 200), ("", 200), ("TAG-unquoted", 200),
  ])
  func `tags are compared weakly for what the client has`(field: String, status: Int) throws {
    let tag = try #require(ask("/v1/provinces/48")[field: "ETag"])
    let field = field.replacing("TAG", with: tag)
    #expect(ask("/v1/provinces/48", "If-None-Match: \(field)").status == status)
  }

  @Test func `tags may come on several lines`() throws {
    let tag = try #require(ask("/v1")[field: "ETag"])
    #expect(ask("/v1", "If-None-Match: \"other\"", "If-None-Match: \(tag)").status == 304)
  }

  @Test(arguments: [
    ("*", 200), ("TAG", 200), ("\"other\", TAG", 200), ("\"other\"", 412), ("W/TAG", 412),
  ])
  func `tags are compared strongly for what the client wants`(field: String, status: Int) throws {
    let tag = try #require(ask("/v1/provinces/48")[field: "ETag"])
    let answer = ask("/v1/provinces/48", "If-Match: \(field.replacing("TAG", with: tag))")
    #expect(answer.status == status)
    if status == 412 {
      #expect(try answer.json()["code"] == "preconditionFailed")
      #expect(answer[field: "ETag"] == nil)
    }
  }

  @Test func `what fails for another reason fails whatever the client has`() {
    #expect(ask("/v1/provinces/nowhere", "If-None-Match: *").status == 404)
    #expect(ask("/v1/provinces?limit=0", "If-None-Match: *").status == 400)
    #expect(ask("/v1/provinces", "If-Match: *", "Accept: text/html").status == 406)
  }

  @Test func `dates are no conditions here`() {
    let date = "Sun, 06 Nov 1994 08:49:37 GMT"
    #expect(ask("/v1", "If-Modified-Since: \(date)").status == 200)
    #expect(ask("/v1", "If-Unmodified-Since: \(date)").status == 200)
    #expect(ask("/v1")[field: "Last-Modified"] == nil)
  }

  @Test func `different answers have different tags`() throws {
    let targets =
      Examples.json.map(\.target)
      + Examples.collections.flatMap { [$0.with("limit=1"), $0.with("limit=2")] }
      + [
        "/v1/provinces?limit=1&offset=1", "/v1/provinces?sort=slug", "/v1/provinces?sort=-slug",
        "/v1/provinces?fields=id", "/v1/provinces?fields=id,code", "/v1/provinces?fields=code,id",
        "/v1/provinces/da-nang", "/v1/provinces/48-2025", "/v1/provinces/48?boundaries=2025-06-30",
        "/v1/provinces/48?boundaries=2025-07-01", "/v1/provinces/48?format=json",
      ]
    var tags: [String: String] = [:]
    for target in targets {
      let tag = try #require(ask(target)[field: "ETag"])
      #expect(tags.updateValue(target, forKey: tag) == nil, "\(target)")
    }
  }

  @Test func `one question in two spellings has one tag`() {
    let one = ask("/v1/provinces?fields=id,code&limit=2")
    let other = ask("/v1/provinces?limit=2&fields=id%2Ccode")
    #expect(one[field: "ETag"] == other[field: "ETag"])
    #expect(one.bytes == other.bytes)
  }

  @Test func `the language of people changes neither answer nor tag`() {
    let one = ask("/v1/provinces/48")
    let other = ask("/v1/provinces/48", "Accept-Language: en")
    #expect(one[field: "ETag"] == other[field: "ETag"])
    #expect(one.bytes == other.bytes)
  }

  /// Days between which names, types or the map changed, and some on which nothing did.
  static let days = [
    "2024-12-31", "2025-01-01", "2025-06-30", "2025-07-01", "2025-11-01", "2026-04-30",
    "2026-08-31", "2026-09-01", "2026-11-22", "2026-12-31",
  ]

  @Test(arguments: [
    "/v1", "/v1/provinces", "/v1/provinces/22-2008", "/v1/provinces/quang-ninh",
    "/v1/provinces/46-2008", "/v1/provinces/48", "/v1/provinces/48-2008", "/v1/provinces/24",
    "/v1/provinces?boundaries=2024-01-01", "/v1/provinces?boundaries=today", "/v1/regions",
    "/v1/regions/dong-nam-bo", "/v1/regions/dong-nam-bo-2008", "/v1/indicators/dti",
    "/v1/observations?indicator=dti&area=46-2008", "/v1/tasks", "/v1/targets", "/v1/commitments",
    "/v1/agencies",
  ])
  func `an answer that the day changes has another tag on that day`(target: String) {
    var bytes: [String: [UInt8]] = [:]
    for day in ValidatorsTests.days {
      let answer = ask(target, of: .on(day))
      guard answer.status == 200, let tag = answer[field: "ETag"] else { continue }
      if let earlier = bytes.updateValue(answer.bytes, forKey: tag) {
        let isSame = earlier == answer.bytes
        #expect(isSame, "\(target) on \(day)")
      }
    }
    #expect(!bytes.isEmpty)
  }

  @Test func `the days of these tests change answers`() {
    let answers = Set(ValidatorsTests.days.map { ask("/v1/provinces", of: .on($0)).text })
    #expect(answers.count >= 4)
  }

  @Test func `other data has other tags, though the rows be the same`() throws {
    var contents = Contents()
    var province = Province()
    province.id = "48-2025"
    province.code = "48"
    province.slug = "da-nang"
    province.validFrom = Day("2025-07-01")
    contents.provinces = [province]
    let day = try #require(Day("2026-11-22"))
    let tags = ["aa", "bb"].map { digest in
      ask("/v1/provinces", of: API(Snapshot(contents, digest: digest)) { day })[field: "ETag"]
    }
    #expect(tags[0] != nil && tags[0] != tags[1])
  }
}
