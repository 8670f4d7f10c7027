import API
import HTTP
import Synchronization
import Testing

/// What the program says of itself.
@Suite struct LiveTests {
  private func ask(_ target: String, of publication: Publication) throws -> Answered {
    let bytes = Array("GET \(target) HTTP/1.1\r\nHost: h\r\n\r\n".utf8)
    var parser = HeadParser()
    var head = RequestHead()
    #expect(try parser.parse(bytes.span, into: &head) == .complete)
    return Answered(publication.application().respond(head, bytes.span, []))
  }

  @Test func `readyz says 503 while the server stops, and when to come back`() throws {
    let publication = Publication(.ofToday, Watch(isStopping: { true }))
    let answer = try ask("/readyz", of: publication)
    #expect(answer.status == 503)
    #expect(answer[field: "Retry-After"] == "5")
    #expect(answer[field: "Cache-Control"] == "no-store")
    #expect(try ask("/healthz", of: publication).status == 200)
    #expect(try ask("/readyz", of: Publication(.ofToday)).status == 200)
  }

  @Test func `every sample of the metrics belongs to a family that has help and a type`() throws {
    let answer = try ask("/metrics", of: Publication(.ofToday))
    #expect(answer.status == 200)
    #expect(answer[field: "Content-Type"] == "text/plain; version=0.0.4; charset=utf-8")
    #expect(answer[field: "Cache-Control"] == "no-store")
    #expect(answer.text.hasSuffix("\n"))
    var families: [Substring] = []
    var samples: Set<Substring> = []
    for line in answer.text.split(separator: "\n") {
      let words = line.split(separator: " ", maxSplits: 3)
      if words[0] == "#" {
        if words[1] == "HELP" { families.append(words[2]) }
        #expect(families.last == words[2])
        continue
      }
      let name = words[0].prefix { $0 != "{" }
      #expect(families.last.map { name.hasPrefix($0) } == true, "\(line)")
      #expect(Double(words[1]) != nil, "\(line)")
      #expect(samples.insert(words[0]).inserted, "\(line) stands twice")
    }
    #expect(Set(families).count == families.count)
    #expect(families.allSatisfy { $0.hasPrefix("thuocdo_") })
  }

  @Test func `the metrics name routes as the table of addresses does`() throws {
    let publication = Publication(
      .ofToday, Watch(counts: { Self.counts(of: ["/v1/provinces/48", "/v1/provinces/01", "/x"]) }))
    let text = try ask("/metrics", of: publication).text
    #expect(
      text.contains(
        "\nthuocdo_requests_total{route=\"/v1/provinces/{code}\",status=\"200\"} 2\n"))
    #expect(text.contains("\nthuocdo_requests_total{route=\"none\",status=\"404\"} 1\n"))
    #expect(text.contains("\nthuocdo_request_duration_seconds_bucket{le=\"0.000025\"} 3\n"))
    #expect(text.contains("\nthuocdo_request_duration_seconds_sum 0.0000003\n"))
    #expect(text.contains("\nthuocdo_request_duration_seconds_count 3\n"))
  }

  /// What a loop has counted that answered these.
  private static func counts(of targets: [String]) -> Counts {
    var context = ExchangeContext(
      application: Publication(.ofToday).application(), limits: Limits(), deadlines: Deadlines(),
      now: Instant(nanoseconds: 0), date: DateLine(secondsSince1970: 0))
    var exchange = Exchange(context)
    var output = Output()
    for target in targets {
      let bytes = Array("GET \(target) HTTP/1.1\r\nHost: h\r\n\r\n".utf8)
      _ = exchange.receive(bytes.span, &context, &output)
      output = Output()
      _ = exchange.sent(context)
    }
    context.counts.endRound { 100 }
    return context.counts
  }

  @Test func `reloads are counted by what came of them, and the age is that of the data`() throws {
    let clock = Clock()
    let publication = Publication(.ofToday, Watch(seconds: { clock.now() }))
    publication.note(failure: "x.json:1:1: no")
    publication.note(failure: nil)
    publication.note(failure: "x.json:1:1: no")
    var text = try ask("/metrics", of: publication).text
    #expect(text.contains("\nthuocdo_reloads_total{outcome=\"refused\"} 2\n"))
    #expect(text.contains("\nthuocdo_reloads_total{outcome=\"same\"} 1\n"))
    #expect(text.contains("\nthuocdo_reload_failing 1\n"))
    #expect(!text.contains("\nthuocdo_snapshot_age_seconds 0\n"))
    publication.note(failure: nil)
    text = try ask("/metrics", of: publication).text
    #expect(text.contains("\nthuocdo_reload_failing 0\n"))
  }

  @Test func `what is to be known of files and the certificate is among the metrics`() throws {
    let now = Atomic(999)
    let publication = Publication(.ofToday, Watch(clock: { now.load(ordering: .relaxed) }))
    var text = try ask("/metrics", of: publication).text
    #expect(!text.contains("certificate_end_timestamp_seconds"))
    #expect(text.contains("\nthuocdo_changes_unwatched{of=\"data\"} 0\n"))
    publication.note(unwatched: "no watch", .data)
    publication.note(certificateEnd: CertificateEnd(seconds: 1000, warning: 1, text: ""))
    text = try ask("/metrics", of: publication).text
    #expect(text.contains("\nthuocdo_changes_unwatched{of=\"data\"} 1\n"))
    #expect(text.contains("\nthuocdo_changes_unwatched{of=\"certificate\"} 0\n"))
    #expect(text.contains("\nthuocdo_certificate_end_timestamp_seconds 1000\n"))
    #expect(text.contains("\nthuocdo_certificate_failing 0\n"))
    now.store(1000, ordering: .relaxed)
    text = try ask("/metrics", of: publication).text
    #expect(text.contains("\nthuocdo_certificate_failing 1\n"))
  }

  @Test func `lines that were lost are told apart by why`() throws {
    var counts = Counts()
    (counts[.lostLines], counts[.unwrittenLines]) = (2, 3)
    let publication = Publication(.ofToday, Watch(counts: { [counts] in counts }))
    let text = try ask("/metrics", of: publication).text
    let name = "\nthuocdo_access_log_lost_lines_total"
    #expect(text.contains("\(name){reason=\"too_slow\"} 2\n"))
    #expect(text.contains("\(name){reason=\"not_writable\"} 3\n"))
  }
}

/// A clock that is a second later whenever it is asked.
private final class Clock: Sendable {
  private let seconds = Atomic<Int>(0)

  func now() -> Int { seconds.wrappingAdd(1, ordering: .relaxed).newValue }
}
