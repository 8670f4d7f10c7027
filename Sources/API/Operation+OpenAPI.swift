import Formats
import JSON
import Statistics

extension Description.Operation {
  /// The members of a path item's `get`.
  func write(onto writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("operationId", id)
    writer.key("tags")
    writer.strings([tag])
    writer.member("summary", route.summary.en)
    writer.member("x-summary-vi", route.summary.vi)
    writer.key("parameters")
    writer.beginArray()
    for place in places { place.write(onto: &writer) }
    for condition in parameters { condition.write(onto: &writer) }
    writer.endArray()
    writer.key("responses")
    writer.beginObject()
    writeAnswer(onto: &writer)
    for refused in Refused.all where refused.isOf(kind) {
      writer.key("\(refused.status.code)")
      writer.beginObject()
      writer.member("$ref", "#/components/responses/\(name(of: refused))")
      writer.endObject()
    }
    writer.endObject()
    writer.endObject()
  }

  private func name(of refused: Refused) -> String {
    route.isOfSDMX ? refused.nameOfMessage : refused.name
  }

  private func writeAnswer(onto writer: inout JSONWriter) {
    switch kind {
    case .seeOther:
      writer.key("303")
      writer.beginObject()
      writer.member("description", route.summary.en)
      writer.heads([.location, .vary, .cacheControl])
      writer.endObject()
    case .word:
      writer.key("200")
      writer.beginObject()
      writer.member("description", route.summary.en)
      writer.heads([.cacheControl])
      writer.key("content")
      writer.beginObject()
      writer.key("text/plain")
      writer.beginObject()
      writer.member("schema", .text())
      writer.endObject()
      writer.endObject()
      writer.endObject()
    case .representation:
      writer.key("200")
      writer.beginObject()
      writer.member("description", route.summary.en)
      writer.heads(
        [.entityTag, .cacheControl, .vary]
          + (content?.isList == true ? [.totalCount, .snapshot, .link] : []))
      writer.key("content")
      writer.beginObject()
      for sample in samples { write(sample, onto: &writer) }
      writer.endObject()
      writer.endObject()
      writer.key("304")
      writer.beginObject()
      writer.member("$ref", "#/components/responses/NotModified")
      writer.endObject()
    }
  }

  private func write(_ sample: Description.Sample, onto writer: inout JSONWriter) {
    writer.key(sample.format.essence)
    writer.beginObject()
    let isJSON = sample.format.isJSON
    writer.member("schema", isJSON ? content?.schema ?? .anything : .text())
    if let target = sample.target, let answer = sample.answer {
      writer.key("examples")
      writer.beginObject()
      writer.key("real")
      writer.beginObject()
      writer.member("summary", "GET \(target)")
      writer.key("value")
      if isJSON {
        writer.raw(answer)
      } else {
        writer.string(String(decoding: answer, as: UTF8.self))
      }
      writer.endObject()
      writer.endObject()
    }
    writer.endObject()
  }
}

extension Description.Place {
  fileprivate func write(onto writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("name", name)
    writer.member("in", "path")
    writer.key("required")
    writer.bool(true)
    writer.member("schema", schema)
    if let example { writer.member("example", example) }
    writer.endObject()
  }
}

extension Description.Condition {
  fileprivate func write(onto writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("name", parameter.rawValue)
    writer.member("in", "query")
    writer.member("description", parameter.meaning.en)
    writer.member("x-description-vi", parameter.meaning.vi)
    if let needed {
      writer.key("required")
      writer.bool(true)
      writer.member("example", needed)
    }
    writer.member("style", "form")
    writer.key("explode")
    writer.bool(false)
    writer.member("schema", schema)
    writer.endObject()
  }
}

extension Format {
  /// The media type without parameters.
  var essence: String { String(contentType.prefix { $0 != ";" }) }

  /// Whether an answer is one JSON value.
  var isJSON: Bool { essence == "application/json" || essence.hasSuffix("+json") }
}

extension JSONWriter {
  fileprivate mutating func heads(_ heads: [Head]) {
    key("headers")
    beginObject()
    for head in heads {
      key(head.rawValue)
      beginObject()
      member("$ref", "#/components/headers/\(head.rawValue)")
      endObject()
    }
    endObject()
  }
}
