import HTML
import Statistics

/// `/docs`: a newcomer's way through it all, by commands that run as they stand.
struct TourPage {
  let asking: Asking

  private var snapshot: Snapshot { asking.snapshot }

  /// A stop on the way: what is said there, and what is asked.
  private struct Stop {
    let id: String
    let title: Name
    let words: Name
    let shown: [ShownAnswer]
    /// The same drawn, each at an address of its own.
    var pictures: [(name: Name, href: String)] = []
  }

  var document: [UInt8] {
    let stops = stops
    let page = HTMLPage(
      "/docs", title: ("Đi một vòng", "A tour"), ways: Docs.ways,
      contents: [HTMLPage.Way("#host", "Bắt đầu", "Begin")]
        + stops.map { HTMLPage.Way("#\($0.id)", $0.title.vi, $0.title.en) })
    return page.document { writer in
      writer.both(
        "ThuocDo công bố những gì được biết về chuyển đổi số quốc gia: các tỉnh, điều gì được đo"
          + " và nó thay đổi ra sao, điều gì đã hứa, giao cho ai, đến đâu rồi. Mỗi con số kèm"
          + " nguồn và câu chữ mang nó.",
        "ThuocDo publishes what is known of Viet Nam's digital transformation: its provinces, what"
          + " is measured and how it moves, what was promised, who was told to do it, how far it"
          + " has come. Each figure comes with its document and the words that carry it.")
      writer.heading("h2", id: "host", "Bắt đầu", "Begin")
      writer.both(
        "Chỉ cần curl, hay một trình duyệt. Gõ dòng này trước, với địa chỉ của máy chủ; mọi lệnh"
          + " sau chạy được như đã viết. Không cần khoá, không cần đăng ký.",
        "All you need is curl, or a browser. Type this line first, with the server's address;"
          + " every command below runs as it stands. No key, no account.")
      writer.listing("Lệnh · Command", "HOST=\(asking.origin)", isQuestion: true)
      for stop in stops {
        writer.heading("h2", id: stop.id, stop.title.vi, stop.title.en)
        writer.both(stop.words.vi, stop.words.en)
        for shown in stop.shown { shown.write(&writer) }
        for picture in stop.pictures {
          writer.element("p") { writer in
            writer.element("a", ["href": picture.href], "\(picture.name.vi) (SVG)")
            writer.text(" ")
            writer.element("span", ["lang": "en"], picture.name.en)
          }
        }
      }
    }
  }

  /// Those that the data have something for.
  private var stops: [Stop] {
    let all = [
      index, search, page, figure, sourceOfFigure, ranking, knownThen, oldMap, promise, target,
      task,
      tables, mistakes, again,
    ]
    return all.filter { !$0.shown.isEmpty }
  }

  private func stop(
    _ id: String, _ title: (String, String), _ vi: String, _ en: String, _ shown: ShownAnswer?...
  ) -> Stop {
    Stop(
      id: id, title: Name(vi: title.0, en: title.1), words: Name(vi: vi, en: en),
      shown: shown.compactMap { $0 })
  }

  private func ask(_ path: String, _ query: KeyValuePairs<String, String> = [:]) -> ShownAnswer? {
    ShownAnswer(asking, path, query)
  }

  // MARK: What the tour is about

  /// A unit of today that was made of several, if there is one.
  private var unit: Province? {
    let units = asking.map(on: asking.today).provinces.map { snapshot.provinces.rows[$0] }
    let merged = units.filter { $0.predecessors.count > 1 && $0.type == .municipality }
    return merged.first { $0.slug == "da-nang" } ?? merged.first ?? units.first
  }

  /// The provincial indicator with most values.
  private var indicator: String? {
    snapshot.indicators["dti"]?.id ?? asking.tellingIndicator
  }

  /// The newest period in which every province has a value of the indicator.
  private var period: String? {
    indicator.flatMap(snapshot.indicators.place).flatMap {
      snapshot.coverage[$0].complete.max { $0.end < $1.end }?.description
    }
  }

  // MARK: The stops

  private var index: Stop {
    stop(
      "index", ("Có những gì", "What there is"),
      "Địa chỉ /v1 là mục lục: mọi tập hợp, số dòng và đường đi. Dưới /v1 không gì đổi tên hay đổi"
        + " nghĩa.",
      "The address /v1 is the index: every collection, its count and its link. Nothing under /v1"
        + " is ever renamed or given another meaning.",
      ask("/v1", ["fields": "title,collections,periods"]))
  }

  private var search: Stop {
    let words = unit.map { $0.slug.replacing("-", with: " ") } ?? ""
    return stop(
      "search", ("Tìm như bạn gõ", "Search as you type"),
      "Có dấu hay không, hoa hay thường, tên mới hay tên cũ đều tìm được.",
      "With or without diacritics, in any case, by the present name or a former one.",
      ask("/v1/search", ["q": words, "fields": "type,id,name,href,matchedBy", "limit": "3"]))
  }

  private var page: Stop {
    stop(
      "page", ("Trang của một tỉnh", "A province's page"),
      "Mỗi chỉ số một dòng: giá trị mới nhất trên bản đồ hôm nay, hạng, trung bình của các tỉnh."
        + " fields chọn trường, limit chọn số dòng.",
      "A row for each indicator: the newest value on today's map, the rank, the mean of all"
        + " provinces. fields chooses fields, limit how many rows.",
      unit.flatMap {
        ask(
          "/v1/provinces/\($0.slug)/indicators",
          ["fields": "indicator,period,value,rank,rankedOf,peerMean,source", "limit": "4"])
      })
  }

  private var figure: Stop {
    stop(
      "figure", ("Một con số, đủ lai lịch", "A figure and where it comes from"),
      "source nêu văn bản, locator chỗ trong đó, excerpt câu chữ; status và qualifier nói con số"
        + " chắc đến đâu. Nếu tỉnh đã sáp nhập, derivation cho thấy con số được tính từ đâu, theo"
        + " quy tắc nào.",
      "source names the document, locator the place in it, excerpt the words; status and qualifier"
        + " say how firm it is. Where a province was merged, derivation shows what the figure was"
        + " computed from, and by which rule.",
      unit.flatMap { unit in
        indicator.flatMap { indicator in
          period.flatMap { period in
            ask(
              "/v1/observations",
              ["indicator": indicator, "province": unit.slug, "period": period])
          }
        }
      })
  }

  private var sourceOfFigure: Stop {
    let source = indicator.flatMap(snapshot.indicators.place).flatMap { place in
      snapshot.observations.rows(ofIndicator: place).first.map {
        snapshot.sources.ids[Int(snapshot.observations.provenance($0).source)]
      }
    }
    return stop(
      "source", ("Văn bản ấy", "That document"),
      "Mọi nguồn có trang riêng: ai công bố, ngày nào, ở đâu, đã đối chiếu với gì.",
      "Every document has a page of its own: who published it, when, where, what it was checked"
        + " against.",
      source.flatMap { ask("/v1/sources/\($0)") })
  }

  private var ranking: Stop {
    var ranking = stop(
      "ranking", ("Xếp hạng", "A ranking"),
      "Các tỉnh theo một chỉ số trong một kỳ; bằng nhau thì cùng hạng. rankChange là số bậc tăng."
        + " Cũng có thể nhìn: địa chỉ nào kết thúc bằng .svg là ảnh vẽ từ chính số liệu ấy.",
      "The provinces by one indicator in one period; equal values share a rank. rankChange is"
        + " places gained. It can be looked at, too: an address that ends in .svg is a drawing of"
        + " these very data.",
      indicator.flatMap {
        ask(
          "/v1/indicators/\($0)/ranking",
          ["fields": "rank,outOf,areaName,value,derived,rankChange", "limit": "3"])
      })
    if let address = indicator.map({ "/v1/indicators/\($0)/ranking" }) {
      ranking.pictures = [
        (Name(vi: "Bản đồ", en: "The map"), "\(address)/map.svg"),
        (Name(vi: "Bảng hạng", en: "The ranks"), "\(address)/chart.svg"),
      ]
    }
    return ranking
  }

  private var knownThen: Stop {
    let shown = asking.revised.map { cell -> [ShownAnswer?] in
      let fields = "period,value,published,source"
      return [
        ask(
          "/v1/observations",
          [
            "indicator": cell.indicator, "area": cell.area, "period": cell.period,
            "asOf": cell.day, "fields": fields,
          ]),
        ask(
          "/v1/observations",
          [
            "indicator": cell.indicator, "area": cell.area, "period": cell.period,
            "fields": fields,
          ]),
      ]
    }
    return Stop(
      id: "then", title: Name(vi: "Biết gì, khi nào", en: "What was known when"),
      words: Name(
        vi: "Số liệu được sửa. asOf trả lời như vào ngày ấy; không có nó là điều biết mới nhất."
          + " vintages=all cho mọi giá trị từng có. Không gì bị đổi mà không để lại dấu vết.",
        en: "Figures get revised. asOf answers as on that day; without it you get what is known"
          + " last. vintages=all gives every value that there ever was. Nothing is changed"
          + " without a trace."),
      shown: (shown ?? []).compactMap { $0 })
  }

  private var oldMap: Stop {
    let day = snapshot.maps.last.map { $0.from.advanced(by: -1).description }
    return stop(
      "map", ("Trên bản đồ cũ", "On an earlier map"),
      "boundaries chọn bản đồ: hôm nay, một ngày, hay published (mỗi giá trị ở đơn vị mà nó được"
        + " công bố). Nó độc lập với asOf.",
      "boundaries chooses the map: today's, a day's, or published (each value on the unit for"
        + " which it was published). It is independent of asOf.",
      snapshot.maps.count < 2
        ? nil
        : unit.flatMap { unit in
          indicator.flatMap { indicator in
            period.flatMap { period in
              day.flatMap { day in
                ask(
                  "/v1/observations",
                  [
                    "indicator": indicator, "province": unit.slug, "period": period,
                    "boundaries": day, "fields": "area,areaName,period,value,status,source",
                  ])
              }
            }
          }
        })
  }

  private var promise: Stop {
    let sets = snapshot.commitments.rows
    let set = sets.max { $0.items.count < $1.items.count }
    let item =
      set?.items.first { !$0.targets.isEmpty && !$0.measuredBy.isEmpty } ?? set?.items.first
    return stop(
      "promise", ("Điều đã hứa", "What was promised"),
      "Mỗi cam kết có mọi cách ghi kèm nguồn, điều gì đo nó, và tiến độ.",
      "Each commitment has every wording with its document, what measures it, and its progress.",
      set.flatMap { set in
        item.flatMap {
          ask("/v1/commitments/\(set.id)/\($0.id)", ["fields": "text,measuredBy,targets,progress"])
        }
      })
  }

  private var target: Stop {
    let some = snapshot.targets.rows.first { target in
      snapshot.progress(of: target, asOf: asking.today).contains { $0.formula != nil }
    }
    return stop(
      "target", ("Chỉ tiêu và tiến độ", "Targets and their progress"),
      "Tiến độ được tính, không ai gõ vào: progress nêu giá trị đã dùng và phép tính.",
      "Progress is computed, nobody types it in: progress has the values that were used and the"
        + " arithmetic.",
      some.flatMap { ask("/v1/targets/\($0.id)", ["fields": "name,value,due,status,progress"]) })
  }

  private var task: Stop {
    stop(
      "task", ("Ai phải làm gì", "Who has to do what"),
      "Nhiệm vụ được giao: cho ai, đến khi nào, theo lời ai. Im lặng không buộc tội ai:"
        + " unconfirmed là quá hạn mà không văn bản nào nói kết quả.",
      "Tasks that were assigned: to whom, by when, on whose word. Silence accuses nobody:"
        + " unconfirmed means past its date with no document that tells the outcome.",
      ask("/v1/tasks", ["sort": "-due", "fields": "name,due,status,source", "limit": "2"]))
  }

  private var tables: Stop {
    let id = indicator ?? ""
    return stop(
      "tables", ("Mang về bảng tính", "Into a spreadsheet"),
      "format=csv cho Excel, LibreOffice, pandas, R; ndjson cho dòng lệnh; jsonstat và SDMX cho"
        + " người làm thống kê. Cùng dòng, cùng thứ tự.",
      "format=csv for Excel, LibreOffice, pandas, R; ndjson for the command line; jsonstat and"
        + " SDMX for statisticians. The same rows in the same order.",
      ask(
        "/v1/indicators/\(id)/ranking",
        ["fields": "rank,areaName,value,status", "limit": "5", "format": "csv"]),
      unit.flatMap { unit in
        ask(
          "/sdmx/2.1/data/DIGITAL/A.\(id).\(unit.predecessors.first ?? unit.id)",
          ["format": "sdmxcsv", "lastNObservations": "1"])
      })
  }

  private var mistakes: Stop {
    stop(
      "mistakes", ("Khi gõ sai", "When you mistype"),
      "Mọi lỗi được báo cùng lúc, kèm điều gần nhất; mã 400, không bao giờ 200. Lời bằng tiếng"
        + " Anh: thêm -H \"Accept-Language: en\".",
      "All that is wrong is reported at once, with the nearest thing that exists; under 400, never"
        + " 200. For English words add -H \"Accept-Language: en\".",
      ask("/v1/observations", ["indicater": indicator ?? "", "limit": "0"]))
  }

  private var again: Stop {
    stop(
      "again", ("Đi tiếp", "Going on"),
      "Mỗi câu trả lời có ETag; gửi lại nó trong If-None-Match là được 304 không nội dung nếu"
        + " không gì đổi. Mọi địa chỉ và tham số: Tham chiếu API. Mọi chỉ số: Từ điển dữ liệu."
        + " Cách tính: Phương pháp.",
      "Every answer has an ETag; send it back in If-None-Match and get a 304 without content while"
        + " nothing has changed. Every address and parameter: API reference. Every indicator: Data"
        + " dictionary. How things are computed: Methods.",
      ask("/v1/pillars", ["fields": "id,name"]))
  }
}
