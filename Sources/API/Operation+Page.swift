import Formats
import HTML
import Statistics

extension Description.Operation {
  /// A section about one address.
  func write(_ writer: inout HTMLWriter) {
    writer.element("section", ["id": id]) { writer in
      writer.element("h3") { writer in
        writer.element("a", ["href": "#\(id)"]) { $0.element("code", "GET \(route.pattern)") }
      }
      writer.both(route.summary.vi, route.summary.en)
      if !places.isEmpty || !parameters.isEmpty { writeParameters(&writer) }
      writeAnswers(&writer)
      for sample in samples {
        guard let target = sample.target, let answer = sample.answer else { continue }
        writer.fold("\(sample.format.rawValue): GET \(target)") { writer in
          writer.listing("Lệnh · Command", "curl \"$HOST\(target)\"", isQuestion: true)
          if sample.format == .svg {
            return writer.void(
              "img", ["src": target, "alt": route.summary.vi, "loading": "lazy"])
          }
          writer.listing(
            "Câu trả lời · Answer",
            sample.format.isJSON && kind.isRepresentation
              ? Indented.text(answer.bytes) : String(decoding: answer.bytes, as: UTF8.self))
          if answer.isCut {
            writer.element("p", ["class": "note"]) { writer in
              writer.text("\(Excerpt.note.vi) ")
              writer.element("span", ["lang": "en"], Excerpt.note.en)
            }
          }
        }
      }
    }
    writer.newline()
  }

  private func writeParameters(_ writer: inout HTMLWriter) {
    writer.table(
      "Tham số của \(route.pattern)",
      [("Tham số", "Parameter"), ("Nghĩa", "Meaning"), ("Nhận", "Takes"), ("Ví dụ", "Example")],
      isStacked: true
    ) { writer in
      for place in places {
        writer.row(
          "{\(place.name)}", place.schema, needed: true, example: place.example ?? "",
          place.meaning)
      }
      for condition in parameters {
        let beside = condition.beside.map { " \($0.parameter.rawValue)=\($0.value.text)" }.joined()
        writer.row(
          condition.parameter.rawValue, condition.schema, needed: condition.isNeeded,
          example: (condition.example?.text ?? "") + beside, condition.parameter.meaning)
      }
    }
  }

  private func writeAnswers(_ writer: inout HTMLWriter) {
    writer.element("p") { writer in
      switch kind {
      case .seeOther:
        writer.element("code", "303")
        if route.isPage {
          writer.text("; ")
          writer.element("code", "200")
          writer.text(" \(Format.html.contentType)")
        }
      case .word:
        writer.element("code", "200")
        writer.text(" text/plain")
      case .representation:
        writer.element("code", "200")
        writer.text(" \(route.formats.map(\.contentType).unique.joined(separator: " · ")); ")
        if let content {
          writer.element("a", ["href": "#type-\(content.fieldsName)"], content.name)
          if content.isList { writer.text("[]") }
          writer.text("; ")
        }
        writer.element("code", "304")
      }
      writer.text("; ")
      writer.element("a", ["href": "#statuses"], "4xx, 5xx")
    }
  }
}

extension [String] {
  /// Each once, in their order.
  var unique: [String] { reduce(into: []) { if !$0.contains($1) { $0.append($1) } } }
}

extension HTMLWriter {
  fileprivate mutating func row(
    _ name: String, _ schema: Schema, needed: Bool, example: String, _ meaning: Name
  ) {
    element("tr") { writer in
      writer.element("td") { writer in
        writer.element("code", name)
        if needed { writer.element("span", ["class": "needed", "title": "cần có · needed"], " *") }
      }
      writer.cell(meaning.vi, meaning.en)
      writer.element("td") { $0.name(schema) }
      writer.element("td") { writer in
        if !example.isEmpty { writer.element("code", example) }
      }
    }
  }

  /// What a value may be, in a few words.
  mutating func name(_ schema: Schema) {
    switch schema {
    case .anything: text("JSON")
    case .text: text("text")
    case .codes(let codes):
      for (index, code) in codes.enumerated() {
        if index > 0 { text(" ") }
        element("code", code)
      }
    case .number: text("number")
    case .integer(let range):
      text(range.map { "\($0.lowerBound)–\($0.upperBound)" } ?? "integer")
    case .flag:
      element("code", "true")
      text(" ")
      element("code", "false")
    case .list(let element):
      name(element)
      text(" []")
    case .set(let element, let most):
      name(element)
      text(",… ≤ \(most)")
    case .order(let names):
      text("± ")
      name(.codes(names))
    case .object(let members): text("{\(members.map(\.name).joined(separator: ", "))}")
    case .either(let schemas):
      for (index, schema) in schemas.enumerated() {
        if index > 0 { text(" | ") }
        name(schema)
      }
    case .both(let one, let other):
      name(one)
      text(" & ")
      name(other)
    case .orNull(let schema):
      name(schema)
      text(" | null")
    case .named(let name, _): element("a", ["href": "#type-\(name)"], name)
    }
  }

  /// The same at length.
  mutating func explain(_ schema: Schema) {
    switch schema {
    case .object(let members):
      table(
        "Các trường · Fields", [("Trường", "Field"), ("Kiểu", "Type"), ("Luôn có", "Always")]
      ) { writer in
        for member in members {
          writer.element("tr") { writer in
            writer.element("td") { $0.element("code", member.name) }
            writer.element("td") { $0.name(member.schema) }
            writer.element("td", member.isAlways ? "●" : "")
          }
        }
      }
    case .codes(let codes) where codes.count > 24:
      fold("\(codes.count)") { writer in
        writer.element("p", ["class": "values"]) { $0.name(schema) }
      }
    case .text(.some(let pattern), _):
      fold("pattern") { writer in
        writer.listing("Mẫu · Pattern", pattern)
      }
    default: element("p", ["class": "values"]) { $0.name(schema) }
    }
  }
}
