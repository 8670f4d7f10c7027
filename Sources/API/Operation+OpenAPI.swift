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
    if route.isOfSDMX { return refused.nameOfMessage }
    return route.isPage && refused.isToldByPages ? refused.nameOfPage : refused.name
  }

  private func writeAnswer(onto writer: inout JSONWriter) {
    switch kind {
    case .seeOther:
      writer.key("303")
      writer.beginObject()
      writer.member("description", route.summary.en)
      writer.heads([.location, .vary, .cacheControl])
      writer.endObject()
      guard route.isPage else { return }
      writer.key("200")
      writer.beginObject()
      writer.member("description", route.summary.en)
      writer.heads([.entityTag, .cacheControl, .vary])
      writer.key("content")
      writer.beginObject()
      writer.key("text/html")
      writer.beginObject()
      writer.member("schema", .text())
      writer.endObject()
      writer.endObject()
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
      writeExamples(samples, onto: &writer)
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
      for type in mediaTypes {
        write(type, samples.filter { $0.format.key == type }, onto: &writer)
      }
      writer.endObject()
      writer.endObject()
      writer.key("304")
      writer.beginObject()
      writer.member("$ref", "#/components/responses/NotModified")
      writer.endObject()
    }
  }

  /// Of all formats, each once.
  private var mediaTypes: [String] {
    samples.map(\.format.key).unique
  }

  /// What a format's answers are.
  private func schema(of format: Format) -> Schema {
    switch format {
    case .json: content?.schema ?? .anything
    case .jsonstat: Envelope.cube
    default: format.isJSON ? .anything : .text()
    }
  }

  private func write(
    _ type: String, _ samples: [Description.Sample], onto writer: inout JSONWriter
  ) {
    writer.key(type)
    writer.beginObject()
    let schemas = samples.map { schema(of: $0.format) }
    writer.member("schema", schemas.count == 1 ? schemas[0] : .either(schemas))
    writeExamples(samples, onto: &writer)
    writer.endObject()
  }

  private func writeExamples(
    _ samples: [Description.Sample], onto writer: inout JSONWriter
  ) {
    guard samples.contains(where: { $0.answer != nil }) else { return }
    writer.key("examples")
    writer.beginObject()
    for sample in samples { write(sample, onto: &writer) }
    writer.endObject()
  }

  private func write(_ sample: Description.Sample, onto writer: inout JSONWriter) {
    guard let target = sample.target, let answer = sample.answer else { return }
    writer.key(sample.format.rawValue)
    writer.beginObject()
    writer.member("summary", "GET \(target)")
    if answer.isCut { writer.member("description", Excerpt.note.en) }
    writer.key("value")
    if sample.format.isJSON, kind.isRepresentation {
      writer.raw(answer.bytes)
    } else {
      writer.string(String(decoding: answer.bytes, as: UTF8.self))
    }
    writer.endObject()
  }
}

extension Description.Place {
  fileprivate func write(onto writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("name", name)
    writer.member("in", "path")
    writer.member("description", meaning.en)
    writer.member("x-description-vi", meaning.vi)
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
    if isNeeded {
      writer.key("required")
      writer.bool(true)
    }
    writer.member("style", "form")
    writer.key("explode")
    writer.bool(false)
    writer.member("schema", schema)
    if let example {
      writer.key("example")
      example.write(onto: &writer)
    }
    if !beside.isEmpty {
      // The example is answered beside these.
      writer.key("x-beside")
      writer.beginObject()
      for one in beside { writer.member(one.parameter.rawValue, one.value.text) }
      writer.endObject()
    }
    writer.endObject()
  }
}

extension Format {
  /// The media type without parameters.
  var essence: String { String(contentType.prefix { $0 != ";" }) }

  /// As a document lists what is sent: of SDMX the version is part of the name.
  var key: String { essence.contains("vnd.sdmx") ? contentType : essence }

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
