import Formats
import HTTP
import JSON
import Statistics

/// The answers that a question gets which cannot be answered as it stands, whatever the route.
struct Refused: Sendable {
  let status: Status
  /// What documents call it.
  let name: String
  let meaning: Name
  /// Whether only routes under the mechanism of negotiation and tags have it.
  let onlyOfRepresentations: Bool

  func isOf(_ kind: Description.Kind) -> Bool {
    kind.isRepresentation || !onlyOfRepresentations
  }

  static let all: [Refused] = [
    Refused(
      .badRequest, "BadRequest",
      Name(
        vi: "Tham số không dùng được; mỗi lỗi nói tham số, giá trị, điều được nhận.",
        en: "Parameters cannot be used as given: each error names the parameter, the value and what"
          + " is taken. Beside what schemas say: parameters that exclude each other (conflict),"
          + " names that nobody bears on the map of the answer (notOnThisMap), spans whose"
          + " first end is after the last (outOfRange), answers with too many rows (tooMany).")),
    Refused(
      .notFound, "NotFound",
      Name(vi: "Không có ở địa chỉ này.", en: "There is nothing at this address.")),
    Refused(
      .methodNotAllowed, "MethodNotAllowed",
      Name(vi: "Chỉ nhận GET, HEAD, OPTIONS.", en: "Only GET, HEAD and OPTIONS are taken.")),
    Refused(
      .notAcceptable, "NotAcceptable",
      Name(vi: "Không có định dạng này.", en: "There is no such format here."),
      onlyOfRepresentations: true),
    Refused(
      .requestTimeout, "RequestTimeout",
      Name(vi: "Yêu cầu đến quá chậm.", en: "The request came too slowly.")),
    Refused(
      .preconditionFailed, "PreconditionFailed",
      Name(vi: "If-Match không thoả.", en: "If-Match does not hold."),
      onlyOfRepresentations: true),
    Refused(
      .contentTooLarge, "ContentTooLarge",
      Name(vi: "Nội dung của yêu cầu quá lớn.", en: "The request's content is too large.")),
    Refused(
      .uriTooLong, "URITooLong",
      Name(vi: "Địa chỉ quá dài.", en: "The address is too long.")),
    Refused(
      .expectationFailed, "ExpectationFailed",
      Name(vi: "Expect không được nhận.", en: "Expect asks for what is not done here.")),
    Refused(
      .fieldsTooLarge, "FieldsTooLarge",
      Name(vi: "Phần đầu của yêu cầu quá lớn.", en: "The head of the request is too large.")),
    Refused(
      .internalServerError, "InternalError",
      Name(vi: "Lỗi của chính chương trình.", en: "The program itself is at fault.")),
    Refused(
      .notImplemented, "NotImplemented",
      Name(
        vi: "Mã truyền không được nhận.", en: "The transfer coding is not known here.")),
    Refused(
      .serviceUnavailable, "ServiceUnavailable",
      Name(
        vi: "Máy chủ đang quá nhiều kết nối; Retry-After nói khi nào hỏi lại.",
        en: "The server has too many connections; Retry-After says when to ask again.")),
    Refused(
      .versionNotSupported, "VersionNotSupported",
      Name(vi: "Không phải HTTP/1.", en: "The version of HTTP is not taken.")),
  ]

  private init(
    _ status: Status, _ name: String, _ meaning: Name, onlyOfRepresentations: Bool = false
  ) {
    self.status = status
    self.name = name
    self.meaning = meaning
    self.onlyOfRepresentations = onlyOfRepresentations
  }

  /// What documents call it where it is said as SDMX says it.
  var nameOfMessage: String { "\(name)Message" }

  /// Whether pages for people say it themselves, to who asked for HTML.
  var isToldByPages: Bool { status == .badRequest || status == .notFound }

  /// What documents call it where a page says it.
  var nameOfPage: String { "\(name)Page" }
}

extension Description {
  /// All refusals as shared responses, with the one that says that nothing has changed.
  func writeResponses(onto writer: inout JSONWriter) {
    writer.key("responses")
    writer.beginObject()
    writer.key("NotModified")
    writer.beginObject()
    writer.member("description", "The client has it already: If-None-Match names its ETag.")
    writer.endObject()
    for example in refusals {
      example.write(as: example.refused.name, onto: &writer) { $0.writeProblem(onto: &$1) }
      example.write(as: example.refused.nameOfMessage, onto: &writer) { example, writer in
        writer.key(Problem.messageType)
        writer.beginObject()
        writer.member("schema", .text())
        writer.member("example", String(decoding: example.message, as: UTF8.self))
        writer.endObject()
        // What is no HTTP may be refused before its address is read.
        example.writeProblem(onto: &writer)
      }
      guard example.refused.isToldByPages else { continue }
      example.write(as: example.refused.nameOfPage, onto: &writer) { example, writer in
        writer.key("text/html")
        writer.beginObject()
        writer.member("schema", .text())
        writer.endObject()
        // To who asked for something else.
        example.writeProblem(onto: &writer)
      }
    }
    writer.endObject()
  }
}

extension Refused.Example {
  fileprivate func write(
    as name: String, onto writer: inout JSONWriter, _ content: (Self, inout JSONWriter) -> Void
  ) {
    writer.key(name)
    writer.beginObject()
    writer.member("description", refused.meaning.en)
    writer.member("x-description-vi", refused.meaning.vi)
    writer.key("content")
    writer.beginObject()
    content(self, &writer)
    writer.endObject()
    writer.endObject()
  }

  fileprivate func writeProblem(onto writer: inout JSONWriter) {
    writer.key("application/problem+json")
    writer.beginObject()
    writer.member("schema", Problem.schema)
    writer.key("example")
    writer.raw(problem)
    writer.endObject()
  }
}
