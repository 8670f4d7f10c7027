import Formats
import HTML
import Statistics

extension Description {
  /// `/docs/api`: everything that can be asked, with real questions and their answers.
  func page(_ limits: APILimits) -> [UInt8] {
    let page = HTMLPage(
      "/docs/api", title: ("Tham chiếu API", "API reference"), ways: Docs.ways,
      contents: [HTMLPage.Way("#contents", "Các địa chỉ", "Addresses")]
        + tags.map { HTMLPage.Way("#tag-\($0.id)", $0.name.vi, $0.name.en) } + [
          HTMLPage.Way("#formats", "Định dạng", "Formats"),
          HTMLPage.Way("#statuses", "Khi không trả lời được", "No answer"),
          HTMLPage.Way("#types", "Kiểu và mã", "Types and codes"),
        ])
    return page.document { writer in
      let promises = Description.promises(limits)
      writer.both(promises.vi, promises.en)
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

  private func writeContents(_ writer: inout HTMLWriter) {
    writer.heading("h2", id: "contents", "Các địa chỉ", "Addresses")
    writer.table(
      "Các địa chỉ · Addresses", [("Địa chỉ", "Address"), ("Trả lời", "Answers")], isStacked: true
    ) { writer in
      for operation in operations {
        writer.element("tr") { writer in
          writer.element("td") { writer in
            writer.element("a", ["href": "#\(operation.id)"]) {
              $0.element("code", operation.route.pattern)
            }
          }
          writer.cell(operation.route.summary.vi, operation.route.summary.en)
        }
      }
    }
  }

  private func writeFormats(_ writer: inout HTMLWriter) {
    writer.heading("h2", id: "formats", "Định dạng", "Formats")
    writer.both(
      "Chọn bằng format= hay Accept; format= thắng. Có gzip và brotli, mỗi thứ một ETag riêng.",
      "Chosen by format= or Accept; format= wins. There are gzip and brotli, each with an ETag of"
        + " its own.")
    writer.table("Định dạng · Formats", [("format=", ""), ("Content-Type", "")]) { writer in
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
    writer.table("Mã HTTP · Statuses", [("Mã", "Status"), ("Nghĩa", "Meaning")]) { writer in
      for example in refusals {
        let refused = example.refused
        writer.element("tr") { writer in
          writer.cell(code: "\(refused.status.code)")
          writer.cell(refused.meaning.vi, refused.meaning.en)
        }
      }
    }
    for example in refusals where example.target != nil {
      writer.fold("\(example.refused.status.code): \(example.target ?? "")") { writer in
        writer.listing("Câu trả lời · Answer", Indented.text(example.problem))
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
