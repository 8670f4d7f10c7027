import Coding
import HTML
import HTTP
import SDMX
import Statistics

/// What of a request's head an answer's wording depends on.
struct Asked: Sendable {
  var language = Language.vi
  /// The target as sent.
  var target: String?
  /// The content coding that the client likes best.
  var coding = ContentCoding.identity

  init(language: Language) {
    self.language = language
  }

  init(_ head: borrowing RequestHead, _ bytes: Span<UInt8>) {
    language = AcceptLanguage.choose(head, bytes)
    target = String(bytes, head.target)
    coding = ContentCoding(preferredBy: AcceptEncoding(head, bytes))
  }
}

/// Puts answers into responses with the fields that all of their kind have.
struct Reply: Sendable {
  let head: Asked
  /// The path as asked; nil where the request could not be read.
  let path: String?
  /// Whether problems are told as SDMX tells them.
  private let isSDMX: Bool

  init(head: Asked, path: String) {
    self.head = head
    self.path = path
    isSDMX = Reply.isSDMX(path)
  }

  /// Answers what could not be read to its end.
  init(to refusal: Refusal, _ head: Asked) {
    self.head = head
    path = nil
    isSDMX = Reply.isSDMX(refusal.path ?? head.target ?? "")
  }

  private static func isSDMX(_ path: String) -> Bool {
    path == "/sdmx" || path.hasPrefix("/sdmx/")
  }

  /// The fields of a representation. Those in the first `description` bytes say what its content
  /// is; a 304 repeats the others only (RFC 9110, section 15.4.5).
  func fields(
    of answer: Answer, _ asking: Asking, _ tag: String, _ coding: ContentCoding
  ) -> (lines: FieldLines, description: Int) {
    var fields = FieldLines()
    fields.append("Content-Type", asking.format.contentType)
    if asking.format.isDownload {
      fields.append("Content-Disposition", "attachment; filename=\"\(asking.fileName)\"")
    }
    if asking.format == .html { Reply.ofPage(&fields, in: answer.language) }
    if coding != .identity { fields.append("Content-Encoding", coding.rawValue) }
    let description = fields.bytes.count
    fields.append("ETag", tag)
    fields.append(Reply.ofData)
    if !answer.links.isEmpty {
      fields.append("Link", answer.links.joined(separator: ", "))
    }
    if let total = answer.total {
      fields.append("X-Total-Count", "\(total)")
      fields.append("X-Snapshot", "sha256:\(asking.snapshot.digest)")
    }
    return (fields, description)
  }

  /// What a browser is to know of a page.
  private static func ofPage(_ fields: inout FieldLines, in language: String?) {
    fields.append("Content-Language", language ?? "vi, en")
    fields.append("Content-Security-Policy", HTMLPage.contentPolicy)
    fields.append("Referrer-Policy", "no-referrer")
  }

  /// A page that says why there is no other.
  func refusal(_ status: Status, _ page: [UInt8], in language: String?) -> Response {
    var fields = FieldLines()
    fields.append("Content-Type", Format.html.contentType)
    Reply.ofPage(&fields, in: language)
    Reply.common(&fields, vary: "Accept, Accept-Encoding", isData: false)
    return Response(status, fields: fields, body: page)
  }

  func problem(_ problem: Problem) -> Response {
    if isSDMX { return message(problem) }
    let vietnamese = head.language == .vi
    var fields = FieldLines()
    fields.append("Content-Type", "application/problem+json")
    fields.append("Content-Language", vietnamese ? "vi" : "en")
    common(&fields, vary: "Accept, Accept-Language, Accept-Encoding")
    if let allow = problem.allow { fields.append("Allow", allow) }
    return Response(
      problem.status, fields: fields,
      body: problem.body(instance: head.target, vietnamese: vietnamese))
  }

  /// A problem at an address of SDMX, in the form that its clients read, in both languages.
  private func message(_ problem: Problem) -> Response {
    var fields = FieldLines()
    fields.append("Content-Type", Problem.messageType)
    common(&fields, vary: "Accept, Accept-Encoding")
    if let allow = problem.allow { fields.append("Allow", allow) }
    return Response(problem.status, fields: fields, body: ErrorMessage.bytes(problem.faults))
  }

  func text(_ said: Live.Said) -> Response {
    var fields = FieldLines()
    fields.append("Content-Type", said.type)
    if let retryAfter = said.retryAfter { fields.append("Retry-After", "\(retryAfter)") }
    fields.append("Cache-Control", "no-store")
    fields.append("X-Content-Type-Options", "nosniff")
    return Response(said.status, fields: fields, body: Array(said.text.utf8))
  }

  func seeOther(_ address: String) -> Response {
    var fields = FieldLines()
    fields.append("Location", address)
    common(&fields, vary: "Accept")
    return Response(.seeOther, fields: fields)
  }

  /// What every representation has.
  private static let ofData = {
    var fields = FieldLines()
    common(&fields, vary: "Accept, Accept-Encoding", isData: true)
    return fields
  }()

  private func common(_ fields: inout FieldLines, vary: StaticString) {
    let isData =
      path.map {
        $0 == "/v1" || $0 == "/" || $0.hasPrefix("/v1/") || $0.hasPrefix("/sdmx/")
      } ?? false
    // What has no head that could be read is answered alike, whatever its fields were to be.
    Reply.common(&fields, vary: head.target == nil ? nil : vary, isData: isData)
  }

  private static func common(_ fields: inout FieldLines, vary: StaticString?, isData: Bool) {
    if let vary { fields.append("Vary", "\(vary)") }
    fields.append("Cache-Control", isData ? "max-age=60" : "no-store")
    fields.append("X-Content-Type-Options", "nosniff")
    fields.append("Access-Control-Allow-Origin", "*")
    fields.append("Access-Control-Expose-Headers", Reply.exposed)
  }

  private static let exposed =
    "ETag, Link, Content-Disposition, X-Total-Count, X-Snapshot, Retry-After"
}

extension ContentCoding {
  init(preferredBy accept: AcceptEncoding) {
    let offers = [ContentCoding.br, .gzip].map(\.rawValue)
    self = accept.choose(among: offers).flatMap(ContentCoding.init) ?? .identity
  }
}

extension String {
  /// The bytes of a range as text; what is not UTF-8 is replaced.
  init(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    let bytes = bytes.extracting(range)
    if let text = try? UTF8Span(validating: bytes) {
      self.init(copying: text)
    } else {
      self.init(decoding: bytes.indices.map { bytes[$0] }, as: UTF8.self)
    }
  }
}
