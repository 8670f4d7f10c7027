import Formats
import HTML
import Statistics

/// The pages of documentation: what all of them share.
enum Docs {
  static let ways = [
    HTMLPage.Way("/docs", "Đi một vòng", "Tour"),
    HTMLPage.Way("/docs/api", "Tham chiếu API", "API reference"),
    HTMLPage.Way("/docs/data", "Từ điển dữ liệu", "Data dictionary"),
    HTMLPage.Way("/docs/methods", "Phương pháp", "Methods"),
    HTMLPage.Way("/docs/problems", "Mã lỗi", "Problems"),
    HTMLPage.Way("/openapi.json", "OpenAPI", ""),
  ]

  /// Both words of a name, one behind the other.
  static func both(_ name: Name) -> String { "\(name.vi) · \(name.en)" }

  /// A day as Vietnamese write it.
  static func vietnamese(_ day: Day) -> String {
    let civil = day.civil
    return "\(civil.day)/\(civil.month)/\(civil.year)"
  }

  /// `/docs/problems`: what each code of a problem means; their `type` points here.
  static let problems: [UInt8] = HTMLPage(
    "/docs/problems", title: ("Mã lỗi", "Problem codes"), ways: ways
  ).document { writer in
    writer.both(
      "Lỗi được nói theo RFC 9457 (application/problem+json): mã trong code không đổi, lời trong"
        + " title và detail là tiếng Việt, trừ khi Accept-Language ưu tiên tiếng Anh.",
      "Problems are told by RFC 9457 (application/problem+json): the word in code never changes,"
        + " title and detail are Vietnamese unless Accept-Language prefers English.")
    for code in ProblemCode.allCases {
      writer.element("section", ["id": code.anchor]) { writer in
        writer.element("h2") { writer in
          writer.element("a", ["href": "#\(code.anchor)"]) { $0.element("code", code.rawValue) }
          writer.text(" ")
          writer.element("span", "\(code.status)")
        }
        writer.both(code.meaning.vi, code.meaning.en)
      }
    }
  }
}

extension Asking {
  /// A cell of which a later document says something else than the first, and the day of that one.
  var revised: (indicator: String, area: String, period: String, day: String)? {
    let table = snapshot.observations
    for row in 0..<table.count where table.periodIndex[row] != ObservationTable.noPeriod {
      let cell = table.cell(of: row)
      if cell.count > 1, cell.lowerBound == row, table.value(row) != nil,
        table.replacement(of: row, asOf: today) != nil
      {
        return (
          snapshot.indicators.ids[Int(table.indicator[row])],
          snapshot.areas.ids[Int(table.area[row])],
          table.periods[Int(table.periodIndex[row])].description,
          table.provenance(row).knownFrom.description
        )
      }
    }
    return nil
  }
}

/// A question that a page asks, and what it gets: as anybody would.
struct ShownAnswer {
  let target: String
  /// To be read; of what is long the first rows.
  let answer: String
  let isCut: Bool

  /// Nil where there is nothing to show.
  init?(_ asking: Asking, _ path: String, _ query: KeyValuePairs<String, String> = [:]) {
    guard let (route, values) = Router.route(Route.split(path)) else { return nil }
    let query = query.map { (name: $0, value: $1) }
    let words = query.map { "\($0.name)=\(Address.encoded($0.value))" }.joined(separator: "&")
    target = words.isEmpty ? path : "\(path)?\(words)"
    var question = asking.other(route, path: path, values: values, query: query)
    let format = query.first { $0.name == Parameter.format.rawValue }
      .flatMap { Format(rawValue: $0.value) }
    question.format = format ?? route.formats[0]
    do {
      let answer = try route.answer(&question)
      try question.settled()
      guard let excerpt = Excerpt(of: answer.content, as: question.format) else { return nil }
      isCut = excerpt.isCut
      self.answer =
        question.format.isJSON
        ? Indented.text(excerpt.bytes) : String(decoding: excerpt.bytes, as: UTF8.self)
    } catch let problem as Problem {
      isCut = false
      answer = Indented.text(problem.body(instance: target, vietnamese: true))
    } catch {
      preconditionFailure("a route throws problems only: \(error)")
    }
  }

  /// The command and its answer.
  func write(_ writer: inout HTMLWriter) {
    writer.listing("Lệnh · Command", "curl \"$HOST\(target)\"", isQuestion: true)
    writer.listing("Câu trả lời · Answer", answer)
    if isCut {
      writer.element("p", ["class": "note"]) { writer in
        writer.text("\(Excerpt.note.vi) ")
        writer.element("span", ["lang": "en"], Excerpt.note.en)
      }
    }
    writer.newline()
  }
}
