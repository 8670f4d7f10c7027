import Formats
import HTML
import Statistics

/// The pages that describe the program to people, drawn from the same description as OpenAPI.
enum Docs {
  static let ways: [(href: String, words: String)] = [
    ("/docs", "Tài liệu · Documentation"), ("/docs/problems", "Mã lỗi · Problems"),
    ("/openapi.json", "OpenAPI"), ("/v1", "/v1"),
  ]

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
        writer.element("h3") { writer in
          writer.element("a", ["href": "#\(code.anchor)"]) { $0.element("code", code.rawValue) }
          writer.element("span", "\(code.status)")
        }
        writer.both(code.meaning.vi, code.meaning.en)
      }
    }
  }
}

extension Description {
  /// `/docs`: everything that can be asked, with real questions and their answers.
  func page(_ limits: APILimits) -> [UInt8] {
    let page = HTMLPage(
      "/docs", title: ("Tài liệu API của ThuocDo", "The ThuocDo API"), ways: Docs.ways)
    return page.document { writer in
      writer.both(
        "Thước đo chuyển đổi số quốc gia: các tỉnh, các chỉ số và giá trị, các cam kết, chỉ tiêu và"
          + " nhiệm vụ, mỗi con số kèm nguồn.",
        "A yardstick of Viet Nam's digital transformation: provinces, indicators and their values,"
          + " commitments, targets and tasks, each figure with its source.")
      let promises = Description.promises(limits)
      writer.both(promises.vi, promises.en)
      writeQuestions(&writer)
      writeContents(&writer)
      for tag in tags {
        writer.heading("h2", id: "tag-\(tag.id)", tag.name.vi, tag.name.en)
        for operation in operations where operation.tag == tag.id { operation.write(&writer) }
      }
      writeFormats(&writer)
      writeStatuses(&writer)
      writeTypes(&writer)
    }
  }

  /// How to ask, by commands that run as they stand.
  private func writeQuestions(_ writer: inout HTMLWriter) {
    writer.heading("h2", id: "ask", "Cách hỏi", "How to ask")
    writer.both(
      "Các lệnh dưới đây chạy được như đã viết; đổi dòng đầu thành địa chỉ của máy chủ.",
      "These commands run as they stand; make the first line the address of the server.")
    writer.element("pre") { writer in
      writer.element(
        "code",
        (["HOST=\(home.isEmpty ? "http://127.0.0.1:8080" : home)"] + questions).joined(
          separator: "\n"))
    }
    writer.newline()
  }

  /// A command for each collection and, of one, for each format; of what there is in the data.
  private var questions: [String] {
    let lists = operations.filter { $0.content?.isList == true && !$0.samples.isEmpty }
    let widest = lists.first { $0.route.pattern == "/v1/observations" }
    return lists.flatMap { operation in
      let samples = operation.samples.prefix(operation.id == widest?.id ? .max : 1)
      let commands = samples.compactMap(\.target).map { "curl \"$HOST\($0)\"" }
      return ["\n# \(operation.route.summary.vi) · \(operation.route.summary.en)"] + commands
    }
  }

  private func writeContents(_ writer: inout HTMLWriter) {
    writer.heading("h2", id: "contents", "Các địa chỉ", "Addresses")
    writer.element("ul", ["class": "contents"]) { writer in
      for operation in operations {
        writer.element("li") { writer in
          writer.element("a", ["href": "#\(operation.id)"]) {
            $0.element("code", operation.route.pattern)
          }
        }
        writer.newline()
      }
    }
    writer.newline()
  }

  private func writeFormats(_ writer: inout HTMLWriter) {
    writer.heading("h2", id: "formats", "Định dạng", "Formats")
    writer.both(
      "Chọn bằng format= hay Accept; format= thắng. Có gzip và brotli, mỗi thứ một ETag riêng.",
      "Chosen by format= or Accept; format= wins. There are gzip and brotli, each with an ETag of"
        + " its own.")
    writer.table([("format=", ""), ("Content-Type", "")]) { writer in
      for format in Format.allCases
      where operations.contains(where: {
        $0.route.takes.contains(.format) && $0.route.formats.contains(format)
      }) {
        writer.element("tr") { writer in
          writer.element("td") { $0.element("code", format.rawValue) }
          writer.element("td") { $0.element("code", format.contentType) }
        }
      }
    }
  }

  private func writeStatuses(_ writer: inout HTMLWriter) {
    writer.heading("h2", id: "statuses", "Khi không trả lời được", "Where there is no answer")
    writer.both(
      "Mọi địa chỉ nói lỗi theo RFC 9457, application/problem+json, không bao giờ dưới mã 200.",
      "Every address tells problems by RFC 9457, application/problem+json, never under status 200.")
    writer.table([("Mã", "Status"), ("Nghĩa", "Meaning")]) { writer in
      for refused in Refused.all {
        writer.element("tr") { writer in
          writer.element("td") { $0.element("code", "\(refused.status.code)") }
          writer.element("td") { writer in
            writer.element("p", refused.meaning.vi)
            writer.element("p", ["lang": "en"], refused.meaning.en)
          }
        }
      }
    }
    writer.element("p") { writer in
      writer.element("a", ["href": "/docs/problems"], "Mã lỗi · Problem codes")
    }
  }

  /// What everything with a name of its own may be: codes, spellings, objects.
  private func writeTypes(_ writer: inout HTMLWriter) {
    writer.heading("h2", id: "types", "Kiểu và mã", "Types and codes")
    for (name, schema) in schemas.sorted(by: { precedes($0.key, $1.key) }) {
      writer.element("h3", ["id": "type-\(name)"]) { writer in
        writer.element("a", ["href": "#type-\(name)"], name)
      }
      writer.explain(schema)
    }
  }
}
