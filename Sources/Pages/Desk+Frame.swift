import HTML
import Statistics

/// What stands around every page: the head, the name, the ways around, the switches, the foot.
extension Desk {
  /// The places of what pages are made with.
  package enum Assets {
    package static let stylesheet = "/page.css"
    package static let script = HTMLPage.script
  }

  /// The sections of the front page, in their order.
  enum Section: String, CaseIterable {
    case figures = "con-so"
    case targets = "chi-tieu"
    case commitments = "cam-ket"
    case places = "tinh"
    case tasks = "nhiem-vu"

    func words(_ language: PageLanguage) -> String {
      switch self {
      case .figures: language.pick("Con số", "Figures")
      case .targets: language.pick("Chỉ tiêu", "Targets")
      case .commitments: language.pick("Cam kết", "Commitments")
      case .places: language.pick("Tỉnh, thành", "Provinces")
      case .tasks: language.pick("Nhiệm vụ", "Tasks")
      }
    }
  }

  /// A whole document.
  ///
  /// - Parameters:
  ///   - path: of the page itself, without parameters.
  ///   - notices: what is wrong with the question, each a sentence.
  ///   - hasSections: whether the sections of the front page are on this one.
  func document(
    _ path: String, title: String, notices: [String] = [], hasSections: Bool = false,
    _ content: (inout HTMLWriter) -> Void
  ) -> [UInt8] {
    var writer = HTMLWriter(capacity: 256 << 10)
    writer.doctype()
    let content = { (writer: inout HTMLWriter) in
      head(title, &writer)
      writer.newline()
      writer.element("body") { writer in
        writer.element(
          "a", ["class": "skip", "href": "#noi-dung"], say("Đến nội dung", "To content"))
        masthead(path, hasSections, &writer)
        writer.element("main", ["id": "noi-dung"]) { writer in
          write(notices, &writer)
          content(&writer)
        }
        foot(path, &writer)
      }
    }
    if let theme = choice.theme {
      writer.element("html", ["lang": language.rawValue, "data-theme": theme.rawValue], content)
    } else {
      writer.element("html", ["lang": language.rawValue], content)
    }
    writer.newline()
    return writer.bytes
  }

  private func head(_ title: String, _ writer: inout HTMLWriter) {
    writer.element("head") { writer in
      writer.void("meta", ["charset": "utf-8"])
      writer.void(
        "meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
      writer.void(
        "meta", ["name": "color-scheme", "content": choice.theme?.rawValue ?? "light dark"])
      writer.element("title", title)
      writer.void("link", ["rel": "stylesheet", "href": Assets.stylesheet])
      writer.element("script", ["src": Assets.script], "")
      writer.void("link", ["rel": "icon", "href": "data:,"])
    }
  }

  private func masthead(_ path: String, _ hasSections: Bool, _ writer: inout HTMLWriter) {
    writer.element("header", ["class": "masthead"]) { writer in
      writer.element("div", ["class": "top"]) { writer in
        writer.element("p", ["class": "date"]) { writer in
          writer.element("time", ["datetime": "\(today)"], language.day(today))
        }
        switches(path, &writer)
      }
      writer.element("p", ["class": "name"]) { writer in
        writer.element("a", ["href": choice.bare.address()]) { writer in
          writer.element("span", ["lang": "vi"], "Thước đo")
          writer.text(" ")
          writer.element(
            "small", say("chuyển đổi số quốc gia", "of national digital transformation"))
        }
      }
      writer.element("div", ["class": "ways"]) { writer in
        writer.element("nav", ["aria-label": say("Các mục", "Sections")]) { writer in
          writer.element("ul") { writer in
            for section in Section.allCases {
              writer.element("li") { writer in
                let address =
                  hasSections
                  ? "#" + section.rawValue : choice.bare.address(fragment: section.rawValue)
                writer.element("a", ["href": address], section.words(language))
              }
            }
            writer.element("li") { writer in
              writer.element("a", ["href": "/docs"], say("Tài liệu", "Documentation"))
            }
          }
        }
        searchForm(&writer)
      }
    }
    writer.newline()
  }

  private func searchForm(_ writer: inout HTMLWriter) {
    writer.element(
      "form", ["class": "search", "role": "search", "action": "/", "method": "get"]
    ) { writer in
      writer.element("label", ["for": "q"], say("Tìm", "Search"))
      writer.void(
        "input",
        [
          "type": "search", "id": "q", "name": "q", "maxlength": "100", "autocomplete": "off",
          "value": choice.query ?? "",
          "placeholder": say("da nang, kinh tế số, VNeID…", "da nang, digital economy, VNeID…"),
        ])
      hiddenLooks(&writer)
      writer.element("button", ["type": "submit"], say("Tìm", "Search"))
    }
  }

  /// The choices of language and theme, for forms that would lose them.
  func hiddenLooks(_ writer: inout HTMLWriter) {
    if language != .vi {
      writer.void("input", ["type": "hidden", "name": "lang", "value": language.rawValue])
    }
    if let theme = choice.theme {
      writer.void("input", ["type": "hidden", "name": "theme", "value": theme.rawValue])
    }
  }

  private func switches(_ path: String, _ writer: inout HTMLWriter) {
    writer.element("div", ["class": "switches"]) { writer in
      let other = language.other
      writer.element(
        "a",
        [
          "href": choice.with { $0.language = other }.address(path), "lang": other.rawValue,
          "hreflang": other.rawValue, "rel": "alternate",
        ], other.pick("Tiếng Việt", "English"))
      writer.element(
        "p", ["class": "themes", "role": "group", "aria-label": say("Nền trang", "Theme")]
      ) { writer in
        let themes: [(PageTheme?, String, String)] = [
          (nil, "auto", say("Theo máy", "Auto")), (.light, "light", say("Sáng", "Light")),
          (.dark, "dark", say("Tối", "Dark")),
        ]
        for (theme, name, words) in themes {
          let address = choice.with { $0.theme = theme }.address(path)
          if theme == choice.theme {
            writer.element(
              "a", ["href": address, "data-choice": name, "aria-current": "true"], words)
          } else {
            writer.element("a", ["href": address, "data-choice": name], words)
          }
          writer.text(" ")
        }
      }
    }
  }

  private func write(_ notices: [String], _ writer: inout HTMLWriter) {
    if notices.isEmpty { return }
    writer.element("div", ["class": "notice", "role": "alert"]) { writer in
      writer.element("h2", say("Câu hỏi này có chỗ không dùng được", "Part of this cannot be used"))
      writer.element("ul") { writer in
        for notice in notices { writer.element("li", notice) }
      }
    }
  }

  private func foot(_ path: String, _ writer: inout HTMLWriter) {
    writer.element("footer") { writer in
      writer.element("p") { writer in
        writer.text(
          say(
            "Mọi con số mở ra nguồn, nguyên văn và lệnh lấy nó; số ước tính, số tính ra và số thiếu"
              + " đều được ghi rõ.",
            "Every figure opens its source, the words that carry it and the command that gives it;"
              + " estimated, derived and missing figures say so."))
      }
      writer.element("p", ["class": "licence"]) { writer in
        writer.text(
          say(
            "Số liệu được công bố đến \(language.day(snapshot.lastUpdated)), như được biết vào"
              + " \(language.day(asOf)), ngày biết đến nguồn mới nhất. Chỉ tiêu và nhiệm vụ được"
              + " xét vào hôm nay ở Việt Nam, \(language.day(today)).",
            "Figures published up to \(language.day(snapshot.lastUpdated)), as known on"
              + " \(language.day(asOf)), the day the newest source became known. Targets and tasks"
              + " are judged today in Viet Nam, \(language.day(today))."))
      }
      writer.element("ul") { writer in
        for (address, words) in [
          ("/docs", say("Tài liệu API", "API documentation")),
          ("/v1", say("Mục lục dữ liệu", "Index of the data")),
          ("/v1/observations?format=csv", say("Mọi giá trị (CSV)", "All values (CSV)")),
          ("/v1/sources", say("Mọi nguồn", "All sources")), ("/openapi.json", "OpenAPI"),
        ] {
          writer.element("li") { $0.element("a", ["href": address], words) }
        }
      }
      writer.element("p", ["class": "licence"]) { writer in
        writer.text(
          say(
            "Việc chọn lọc và cấu trúc dữ liệu: CC BY 4.0; mỗi nguồn giữ điều kiện của mình. ",
            "Selection and structure of the data: CC BY 4.0; each source keeps its own terms. "))
        writer.element("code", "sha256:\(snapshot.digest.prefix(12))")
      }
    }
  }

  /// The heading of a section that can be linked to, with a line under it.
  func heading(_ section: Section, _ words: String, _ line: String, _ writer: inout HTMLWriter) {
    writer.element("h2", ["id": "h-\(section.rawValue)"], words)
    if !line.isEmpty { writer.element("p", ["class": "standfirst"], line) }
  }

  func section(
    _ section: Section, _ writer: inout HTMLWriter, _ content: (inout HTMLWriter) -> Void
  ) {
    writer.element(
      "section", ["id": section.rawValue, "aria-labelledby": "h-\(section.rawValue)"]
    ) { content(&$0) }
    writer.newline()
  }
}
