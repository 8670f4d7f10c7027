import API
import HTTP
import JSON
import Statistics
import Synchronization
import Testing

/// Answers that are kept for when they are asked for again are those that would be made.
@Suite struct ReadyAnswersTests {
  /// One loop's application, asked several times.
  private struct Loop {
    let application: Application

    init(_ api: API = .ofToday) { application = Publication(api).application() }

    func ask(_ target: String, _ fields: String..., method: String = "GET") throws -> Answered {
      Answered(try response(target, fields, method))
    }

    func response(
      _ target: String, _ fields: [String] = [], _ method: String = "GET"
    ) throws -> Response {
      let lines = ["\(method) \(target) HTTP/1.1", "Host: localhost"] + fields
      let bytes = Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8)
      var head = RequestHead()
      var parser = HeadParser()
      _ = try parser.parse(bytes.span, into: &head)
      return application.respond(head, bytes.span, [])
    }
  }

  @Test(arguments: Examples.json)
  func `an answer that was kept is the one that was made`(_ example: Example) throws {
    let loop = Loop()
    let first = try loop.ask(example.target)
    // Kept when it is asked for again, and from then on given.
    _ = try loop.ask(example.target)
    let third = try loop.ask(example.target)
    #expect(first.bytes == third.bytes)
    #expect(first.fields.map(\.name) == third.fields.map(\.name))
    #expect(first.fields.map(\.value) == third.fields.map(\.value))
    #expect(first.status == third.status)
    if first.status == 200, first.bytes.count < 1 << 20 {
      #expect(try loop.response(example.target).mayRepeat)
    }
  }

  @Test func `what is ready is still negotiated and weighed`() throws {
    let loop = Loop()
    let tag = try #require(try loop.ask("/v1/provinces/48")[field: "ETag"])
    #expect(try loop.ask("/v1/provinces/48", "Accept: text/html").status == 406)
    #expect(try loop.ask("/v1/provinces/48", "If-None-Match: \(tag)").status == 304)
    #expect(try loop.ask("/v1/provinces/48", "If-Match: \"other\"").status == 412)
    #expect(try loop.ask("/v1/provinces/48", "If-Match: \(tag)").status == 200)
    #expect(try loop.ask("/v1/provinces/48", method: "DELETE").status == 405)
    #expect(try loop.ask("/v1/provinces/48", method: "OPTIONS").status == 204)
    #expect(try loop.ask("/v1/provinces/48").status == 200)
  }

  @Test func `a new day has new answers`() throws {
    let day = Mutex("2025-06-30")
    let api = API(API.snapshot) { Day(day.withLock { $0 }) ?? Day(number: 0) }
    let loop = Loop(api)
    for _ in 0..<3 {
      let before = try loop.ask("/v1/provinces").json()["meta"]?["total"]?.number
      #expect(before == Decimal(63))
    }
    #expect(try loop.response("/v1/provinces").mayRepeat, "it was not kept")
    day.withLock { $0 = "2025-07-01" }
    let after = try loop.ask("/v1/provinces").json()["meta"]?["total"]?.number
    #expect(after == Decimal(34))
  }

  @Test func `what is published has new answers`() throws {
    let publication = Publication(.ofToday)
    let application = publication.application()
    func ask() throws -> Response {
      let bytes = Array("GET /v1/provinces HTTP/1.1\r\nHost: localhost\r\n\r\n".utf8)
      var head = RequestHead()
      var parser = HeadParser()
      _ = try parser.parse(bytes.span, into: &head)
      return application.respond(head, bytes.span, [])
    }
    for _ in 0..<3 { _ = try ask() }
    #expect(try ask().mayRepeat, "it was not kept")
    let era = application.era()
    var contents = Contents()
    contents.countries = API.snapshot.countries.rows
    contents.provinces = API.snapshot.provinces.rows
    contents.regions = API.snapshot.regions.rows
    publication.publish(Snapshot(contents, digest: "other"))
    #expect(application.era() != era)
    #expect(Answered(try ask())[field: "X-Snapshot"] == "sha256:other")
  }

  @Test(arguments: [
    (0, 1 << 20, 100), (2000, 1 << 20, 100), (1 << 20, 0, 100), (1 << 20, 1 << 20, 0),
    (1 << 20, 1 << 20, 1), (20_000, 1 << 20, 3),
  ])
  func `within any bounds the answers are the same`(bytes: Int, largest: Int, requests: Int) throws
  {
    var limits = APILimits()
    limits.readyBytes = bytes
    limits.readyAnswerBytes = largest
    limits.readyRequests = requests
    let loop = Loop(.on("2026-11-22", limits))
    for round in 0..<3 {
      for code in ["01", "48", "79", "da-nang", "hue", "lai-chau"] {
        let target = "/v1/provinces/\(code)"
        #expect(try loop.ask(target).bytes == ask(target).bytes, "\(code), round \(round)")
      }
    }
  }

  @Test(arguments: [
    (0, ["a", "a", "b", "a", "b"], [false, true, false, true, true]),
    (8192, ["a", "a", "b", "a", "b", "b"], [false, false, false, true, false, true]),
    (1, ["a", "b", "a", "b", "b", "b"], [false, false, false, false, false, true]),
  ])
  func `an answer is kept when it is asked for again before it is forgotten`(
    askedOnce: Int, questions: [String], areReady: [Bool]
  ) throws {
    var limits = APILimits()
    limits.askedOnce = askedOnce
    let loop = Loop(.on("2026-11-22", limits))
    let ready = try questions.map { try loop.response("/v1/provinces?q=\($0)").mayRepeat }
    #expect(ready == areReady)
  }

  @Test func `what is kept stays within its bounds`() {
    var limits = APILimits()
    limits.readyBytes = 5000
    limits.readyRequests = 4
    var kept = ReadyTable<String>(limits)
    for number in 0..<1000 {
      kept.keep(
        "answer \(number)", tag: "\(number / 2)", size: 100 + number % 7 * 300,
        for: Array("request \(number)".utf8), hash: UInt64(number % 50))
      #expect(kept.byteCount <= 5000)
      #expect(kept.count <= 4)
    }
    #expect(kept.count > 0)
  }

  @Test(arguments: [0, 1, 256])
  func `a ranking is the same whatever was asked before it`(kept: Int) throws {
    var limits = APILimits()
    limits.keptRankings = kept
    let loop = Loop(.on("2026-11-22", limits))
    let queries = [
      "", "period=2023", "period=2023&boundaries=2010-01-01", "boundaries=today",
      "limit=5&offset=3",
      "period=2023&boundaries=2025-06-30", "asOf=2024-06-30", "acrossBreaks=true", "province=48,79",
      "region=tay-nguyen", "sort=area", "format=csv", "fields=area,rank", "period=1990",
    ]
    for round in 0..<2 {
      for indicator in ["dti", "papi-e-governance"] {
        for query in queries {
          let target = "/v1/indicators/\(indicator)/ranking?\(query)"
          #expect(try loop.ask(target).bytes == ask(target).bytes, "\(target), round \(round)")
        }
      }
    }
  }

  @Test func `of what is kept the oldest goes`() {
    let kept = Kept<Int, String>(capacity: 3)
    var made: [Int] = []
    for number in [1, 2, 3, 1, 4, 1, 2, 4, 5] {
      let value = kept.value(of: number) {
        made.append(number)
        return "\(number)"
      }
      #expect(value == "\(number)")
      #expect(kept.count <= 3)
    }
    #expect(made == [1, 2, 3, 4, 1, 2, 5])
  }

  @Test func `what may not be kept is made anew`() {
    let kept = Kept<Int, Int>(capacity: 3)
    for round in 0..<2 {
      #expect(kept.value(of: 1, make: { round }, mayKeep: { _ in false }) == round)
    }
    #expect(kept.count == 0)
  }
}
