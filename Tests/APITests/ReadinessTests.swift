import API
import HTTP
import Testing

/// `/readyz` tells what is served, and what is not.
@Suite struct ReadinessTests {
  private let publication = Publication(.ofToday)

  private func readiness() throws -> String { try readiness(of: publication) }

  private func readiness(of publication: Publication) throws -> String {
    let bytes = Array("GET /readyz HTTP/1.1\r\nHost: localhost\r\n\r\n".utf8)
    var head = RequestHead()
    var parser = HeadParser()
    _ = try parser.parse(bytes.span, into: &head)
    return Answered(publication.application().respond(head, bytes.span, [])).text
  }

  @Test func `data and a certificate that cannot be served are told, until they can be`() throws {
    #expect(try readiness() == "ready\n")
    publication.note(certificateFailure: "key.pem: cannot be read")
    let certificate =
      "ready, with the certificate from before: what is there now cannot be served\n"
      + "key.pem: cannot be read\n"
    #expect(try readiness() == certificate)
    publication.note(failure: "a.json:1:1: wrong")
    #expect(
      try readiness() == "ready, with the data from before: what is there now cannot be served\n"
        + "a.json:1:1: wrong\n" + certificate)
    publication.publish(API.snapshot)
    #expect(try readiness() == certificate)
    publication.note(certificateFailure: nil)
    #expect(try readiness() == "ready\n")
  }

  @Test func `changes that are seen late are told while it is ready`() throws {
    publication.note(unwatched: "data: seen late", .data)
    #expect(try readiness() == "ready\ndata: seen late\n")
    publication.note(unwatched: "certificate: seen late", .certificate)
    #expect(try readiness() == "ready\ndata: seen late\ncertificate: seen late\n")
    publication.note(unwatched: nil, .data)
    publication.note(unwatched: nil, .certificate)
    #expect(try readiness() == "ready\n")
  }

  @Test(arguments: [
    (799, ""), (801, "the certificate ends on a day\n"), (999, "the certificate ends on a day\n"),
    (1000, "the certificate ended on a day: clients turn away from it\n"),
  ])
  func `the end of the certificate is told when it is near and when it is there`(
    _ now: Int, _ words: String
  ) throws {
    let publication = Publication(.ofToday, Watch(clock: { now }))
    publication.note(
      certificateEnd: CertificateEnd(seconds: 1000, warning: 200, text: "a day"))
    #expect(try readiness(of: publication) == "ready\n\(words)")
  }
}
