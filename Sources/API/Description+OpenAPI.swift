import Formats
import JSON
import Pages
import Statistics

extension Description {
  /// The description as an OpenAPI 3.1 document.
  func openAPI(_ limits: APILimits) -> [UInt8] {
    var writer = JSONWriter(capacity: 256 << 10)
    writer.beginObject()
    writer.member("openapi", "3.1.1")
    writeInfo(limits, onto: &writer)
    writer.key("servers")
    writer.beginArray()
    writer.beginObject()
    writer.member("url", home.isEmpty ? "/" : home)
    writer.endObject()
    writer.endArray()
    writer.key("externalDocs")
    writer.beginObject()
    writer.member("url", "\(home)/docs")
    writer.member("description", "The same to be read, with examples")
    writer.endObject()
    writer.key("tags")
    writer.beginArray()
    for tag in tags {
      writer.beginObject()
      writer.member("name", tag.id)
      writer.member("description", tag.name.en)
      writer.member("x-description-vi", tag.name.vi)
      writer.endObject()
    }
    writer.endArray()
    writer.key("paths")
    writer.beginObject()
    for operation in operations {
      writer.key(operation.route.pattern)
      writer.beginObject()
      writer.key("get")
      operation.write(onto: &writer)
      writer.endObject()
    }
    writer.endObject()
    writer.key("components")
    writer.beginObject()
    writeSchemas(onto: &writer)
    writeResponses(onto: &writer)
    Head.write(onto: &writer)
    writer.endObject()
    writer.endObject()
    return writer.bytes
  }

  private func writeInfo(_ limits: APILimits, onto writer: inout JSONWriter) {
    writer.key("info")
    writer.beginObject()
    writer.member("title", "ThuocDo")
    writer.member("version", API.version)
    writer.member("summary", "A yardstick of Viet Nam's national digital transformation")
    writer.member("x-summary-vi", "Thước đo chuyển đổi số quốc gia")
    writer.member("description", Description.promises(limits).en)
    writer.member("x-description-vi", Description.promises(limits).vi)
    writer.key("license")
    writer.beginObject()
    writer.member("name", "Apache-2.0")
    writer.member("identifier", "Apache-2.0")
    writer.endObject()
    writer.member("x-snapshot", "sha256:\(digest)")
    writer.endObject()
  }

  /// What holds everywhere.
  static func promises(_ limits: APILimits) -> Name {
    Name(
      vi: "Mọi thứ dưới /v1 được giữ: có thể thêm trường, không đổi tên, không bỏ, không đổi nghĩa."
        + " Tham số lạ, trống hay lặp lại là lỗi 400, mọi lỗi được báo cùng lúc."
        + " Các tham số khác nhau thu hẹp nhau, các giá trị của một tham số mở rộng nó."
        + " Không câu trả lời nào bị cắt bớt: JSON có nhiều nhất"
        + " \(PageLanguage.vi.number(Decimal(limits.rows))) dòng, nhiều hơn là"
        + " lỗi 400 (hãy dùng limit, hoặc CSV, NDJSON không giới hạn); giới hạn ấy cũng là của sort"
        + " trong mọi định dạng. Dữ liệu theo CC BY 4.0; mỗi nguồn giữ điều kiện của mình.",
      en:
        "A promise for all of /v1: a field may be added, none is renamed, removed or given another"
        + " meaning. A parameter that is unknown, empty or repeated is a 400, and all that is wrong"
        + " is reported at once. Different parameters narrow each other, values of one widen it."
        + " Nothing is truncated: JSON answers have at most \(limits.rows) rows, more are a 400"
        + " (use limit, or CSV and NDJSON, which have no bound); the same bound holds for sort in"
        + " every format. The data are under CC BY 4.0; every source keeps its own terms.")
  }

  /// All that have names of their own.
  var schemas: [String: Schema] {
    var named: [String: Schema] = [:]
    for operation in operations {
      for place in operation.places { place.schema.collect(into: &named) }
      for condition in operation.parameters { condition.schema.collect(into: &named) }
      guard let content = operation.content else { continue }
      for member in content.members + content.meta { member.schema.collect(into: &named) }
      named[content.fieldsName] = .object(
        content.members.map { Schema.Member($0.name, $0.schema, always: false) })
    }
    for schema in [Envelope.meta, Envelope.page, Envelope.cube, Problem.schema] {
      schema.collect(into: &named)
    }
    return named
  }

  private func writeSchemas(onto writer: inout JSONWriter) {
    var always: [String: [String]] = [:]
    for content in operations.compactMap(\.content) {
      always[content.name] = content.members.filter(\.isAlways).map(\.name)
    }
    writer.key("schemas")
    writer.beginObject()
    for (name, schema) in schemas.sorted(by: { precedes($0.key, $1.key) }) {
      writer.member(name, schema)
    }
    for (name, fields) in always.sorted(by: { precedes($0.key, $1.key) }) {
      writer.key(name)
      writer.beginObject()
      writer.key("allOf")
      writer.beginArray()
      Schema.named("\(name)Fields", .anything).write(onto: &writer)
      writer.endArray()
      writer.key("required")
      writer.strings(fields)
      writer.endObject()
    }
    writer.endObject()
  }
}

extension Telling.Content {
  /// What documents call the same with some of its fields, as `fields=` chooses them.
  var fieldsName: String { "\(name)Fields" }

  /// All fields, or those that were chosen.
  private var row: Schema { .either([.named(name, .anything), .named(fieldsName, .anything)]) }

  /// The whole answer.
  var schema: Schema {
    let meta: Schema = isList ? Envelope.page : Envelope.meta
    return .object([
      Schema.Member("data", isList ? .list(of: row) : row),
      Schema.Member("meta", self.meta.isEmpty ? meta : .both(meta, .object(self.meta))),
      Schema.Member("links", .object(["self": .text()])),
    ])
  }
}

/// What stands around the data.
enum Envelope {
  private static let common: [Schema.Member] = [
    Schema.Member("snapshot", .text(matching: "^sha256:[0-9a-f]{64}$")),
    Schema.Member("lastUpdated", .day),
    Schema.Member(
      "boundaries", .text(matching: "^(published|[0-9]{4}-[0-9]{2}-[0-9]{2})$"), always: false),
    Schema.Member("asOf", .day, always: false),
  ]
  static let meta = Schema.named("Meta", .object(common))
  static let page = Schema.named(
    "PageMeta",
    .object(
      [
        Schema.Member("total", .integer()), Schema.Member("count", .integer()),
        Schema.Member("limit", .orNull(.integer())), Schema.Member("offset", .integer()),
        Schema.Member("empty", empty, always: false),
      ] + common))
  /// What stands in its place in JSON-stat.
  static let cube = Schema.named(
    "Cube",
    .object([
      "version": .codes(["2.0"]), "class": .codes(["dataset"]), "label": .text(),
      "id": .list(of: .text()), "size": .list(of: .integer()), "dimension": .object([]),
      "value": .list(of: .orNull(.number)),
    ]))
  private static let empty = Schema.named(
    "Emptiness",
    .object([
      "because": .list(of: .object(["parameter": .text(), "value": .text()])),
      "explanation": .name, "near": .list(of: .text()),
    ]))
}

extension Problem {
  /// The body of a problem.
  static let schema = Schema.named(
    "Problem",
    .object(
      [
        "type": .text(), "title": .text(), "status": .integer(),
        "code": .codes(of: ProblemCode.self), "detail": .text(),
      ],
      maybe: [
        "instance": .text(), "suggestions": .list(of: .text()), "was": .text(),
        "successors": .list(of: .text()), "offered": .list(of: .text()),
        "formats": .list(of: .text()), "errors": .list(of: ParameterError.schema),
        "moreErrors": .integer(),
      ]))
}

extension ParameterError {
  static let schema = Schema.named(
    "ParameterError",
    .object(
      [
        "code": .codes(of: ProblemCode.self), "parameter": .text(), "value": .text(),
        "detail": .text(),
      ],
      maybe: [
        "suggestions": .list(of: .text()), "allowed": .list(of: .text()), "see": .text(),
        "was": .text(), "successors": .list(of: .text()),
      ]))
}
