import HTML
import Statistics

/// `/docs/methods`: how figures are carried, kept, ranked and weighed, each rule with a case of it.
struct MethodsPage {
  let asking: Asking

  private var snapshot: Snapshot { asking.snapshot }

  var document: [UInt8] {
    let page = HTMLPage(
      "/docs/methods", title: ("Phương pháp", "Methods"), ways: Docs.ways,
      contents: [
        HTMLPage.Way("#figures", "Con số", "Figures"),
        HTMLPage.Way("#boundaries", "Địa giới", "Boundaries"),
        HTMLPage.Way("#vintages", "Số liệu được sửa", "Vintages"),
        HTMLPage.Way("#breaks", "Đổi cách đo", "Breaks of method"),
        HTMLPage.Way("#ranks", "Xếp hạng", "Ranks"),
        HTMLPage.Way("#progress", "Tiến độ", "Progress"),
        HTMLPage.Way("#tasks", "Nhiệm vụ", "Tasks"),
        HTMLPage.Way("#promises", "Điều giữ lời", "What holds"),
      ])
    return page.document { writer in
      writer.both(
        "Chương trình tính theo những quy tắc này, không quy tắc nào khác; mỗi ví dụ do chính nó"
          + " trả lời.",
        "The program computes by these rules and no others; each example is its own answer.")
      writeFigures(&writer)
      writeBoundaries(&writer)
      writeVintages(&writer)
      writeBreaks(&writer)
      writeRanks(&writer)
      writeProgress(&writer)
      writeTasks(&writer)
      writePromises(&writer)
    }
  }

  private func show(
    _ writer: inout HTMLWriter, _ path: String, _ query: KeyValuePairs<String, String> = [:]
  ) {
    ShownAnswer(asking, path, query)?.write(&writer)
  }

  private func writeFigures(_ writer: inout HTMLWriter) {
    writer.heading(
      "h2", id: "figures", "Con số như văn bản viết", "Figures as documents write them")
    writer.both(
      "Một ô là chỉ số × địa bàn × kỳ. Con số giữ đúng các chữ số của văn bản; lời như “trên”,"
        + " “gần”, “khoảng” thành qualifier, “từ … đến …” thành low và high. Đúng một trong ba: có"
        + " value, có low và high, hay có missing với lý do. Số tính ra được làm tròn một lần, nửa"
        + " xa số không, theo decimals của chỉ số; hạng, tiến độ và thay đổi tính từ số đã làm"
        + " tròn đang hiện.",
      "A cell is indicator × area × period. A figure keeps the digits of its document; words such"
        + " as \"over\", \"nearly\", \"about\" become its qualifier, \"from … to …\" low and high."
        + " Exactly one holds: there is a value, there are low and high, or there is missing with"
        + " the reason. A computed value is rounded once, half away from zero, to the indicator's"
        + " decimals; ranks, progress and changes are computed from the rounded values shown.")
    writer.element("p") { writer in
      writer.element("a", ["href": "/docs/data#codes"]) { writer in
        writer.text("Các mã ")
        writer.element("span", ["lang": "en"], "The codes")
      }
    }
  }

  private func writeBoundaries(_ writer: inout HTMLWriter) {
    writer.heading("h2", id: "boundaries", "Địa giới", "Boundaries")
    writer.both(
      "Một định danh như 48-2008 không bao giờ đổi nghĩa: mã, và năm của bản đồ đầu tiên có đơn vị"
        + " ấy. Mã 48, tên rút gọn da-nang là tên trên một bản đồ, chỉ đơn vị mang nó vào ngày"
        + " boundaries. Trên bản đồ published mỗi giá trị ở đơn vị mà nó được công bố, không gì"
        + " được chuyển. Trên bản đồ của một ngày, mỗi chuỗi theo các đơn vị của ngày ấy: đã công"
        + " bố cho đơn vị thì lấy, không thì tính bằng quy tắc của chỉ số, không tính được thì nói"
        + " vì sao.",
      "An id such as 48-2008 never changes its meaning: the code, and the year of the first map"
        + " that has the unit. The code 48 or the slug da-nang is a name on a map and means the"
        + " unit that bears it on the day of boundaries. On the map published each value stands on"
        + " the unit for which it was published; nothing is carried. On the map of a day every"
        + " series is on the units of that day: as published for the unit, else by the indicator's"
        + " rule, else missing with the reason.")
    writer.table(
      "Quy tắc khi sáp nhập · The rules over a merger",
      [("Quy tắc", "Rule"), ("Nghĩa", "Meaning"), ("Chỉ số", "Indicators")]
    ) { writer in
      for rule in AggregationRule.allCases {
        let count = snapshot.indicators.rows.count {
          $0.levels.contains(.province) && $0.aggregation.rule == rule
        }
        writer.element("tr") { writer in
          writer.cell(code: rule.rawValue)
          writer.cell(rule.name.vi, rule.name.en)
          writer.element("td", "\(count)")
        }
      }
    }
    writer.both(
      "Giá trị được chuyển mang status I và derivation: quy tắc, bản đồ, từng giá trị đầu vào. Một"
        + " tỉnh mới không chia ngược được: hỏi nó trên bản đồ cũ là notDivisible. Đổi tên hay đổi"
        + " loại không làm ra bản đồ mới.",
      "A carried value bears status I and derivation: the rule, the map, each input. A merged unit"
        + " cannot be divided again: asked for on an earlier map it is notDivisible. A change of"
        + " name or type makes no new map.")
    if let example = carried {
      show(
        &writer, "/v1/observations",
        [
          "indicator": example.indicator, "area": example.area, "period": example.period,
          "boundaries": "today",
          "fields": "area,areaName,period,value,status,otherStatus,derivation",
        ])
    }
  }

  private func writeVintages(_ writer: inout HTMLWriter) {
    writer.heading("h2", id: "vintages", "Số liệu được sửa", "Vintages")
    writer.both(
      "Một văn bản nêu số mới cho một ô thì ô ấy có thêm một bản; văn bản lặp lại số trước thì"
        + " được ghi vào confirmedBy. Bản được hiện là bản có ngày biết (knownFrom) mới nhất trong"
        + " những gì đã biết vào asOf; văn bản không ngày chỉ khi không văn bản có ngày nào nêu ô"
        + " ấy; cùng ngày thì bên làm ra con số trước. knownFrom là ngày công bố, chỉ biết tháng"
        + " hay năm thì ngày cuối của nó, không biết thì ngày được đọc. Bản bị bác (rejected, kèm"
        + " lý do) được liệt kê, không bao giờ được hiện.",
      "A document that gives a new value for a cell makes a vintage; one that repeats the value"
        + " before it is added to confirmedBy. Shown is, of those known on asOf, the one with the"
        + " newest day of becoming known (knownFrom); undated documents only if no dated one gives"
        + " the cell; of one day the producer's own first. knownFrom is the day of publication,"
        + " its last day where only month or year is known, else the day on which it was read. A"
        + " rejected vintage (with the reason) is listed and never shown.")
    if let example = asking.revised {
      show(
        &writer, "/v1/observations",
        [
          "indicator": example.indicator, "area": example.area, "period": example.period,
          "vintages": "all", "fields": "period,value,published,source,vintage",
        ])
    }
  }

  private func writeBreaks(_ writer: inout HTMLWriter) {
    writer.heading("h2", id: "breaks", "Đổi cách đo và thay đổi", "Breaks of method, and change")
    writer.both(
      "Kỳ đầu tiên theo cách đo mới mang status B. Thay đổi (change=previous, hay year: cùng kỳ"
        + " năm trước) không được tính qua chỗ ấy (refused: break), trừ khi hỏi acrossBreaks=true;"
        + " khi đó câu trả lời nói rõ acrossBreak. difference theo đơn vị của chỉ số (điểm, với"
        + " phần trăm), percent có một chữ số lẻ, không có cho hạng và từ số không. Thay đổi mà"
        + " chính văn bản nêu đứng riêng, như đã nêu: statedChange.",
      "The first period by a new method bears status B. A change (change=previous, or year: the"
        + " same period a year before) is not computed across it (refused: break), unless"
        + " acrossBreaks=true asks for it; then the answer says acrossBreak. difference is in the"
        + " indicator's unit (points, for percentages), percent has one decimal, and there is none"
        + " of ranks or from zero. A change that a document itself states stands apart, as stated:"
        + " statedChange.")
    if let indicator = broken {
      show(
        &writer, "/v1/indicators/\(indicator)",
        ["fields": "id,breaks,coverage"])
    }
  }

  private func writeRanks(_ writer: inout HTMLWriter) {
    writer.heading("h2", id: "ranks", "Xếp hạng", "Ranks")
    writer.both(
      "Hạng của tỉnh không bao giờ là dữ liệu mà được tính: cùng một giá trị là thứ 4 trong 63 và"
        + " thứ 1 trong 34. Bằng nhau thì cùng hạng và hạng sau bị bỏ; chiều theo direction. Bản"
        + " đồ là bản đồ có hiệu lực vào ngày cuối của kỳ, trừ khi boundaries nói khác; kỳ là kỳ"
        + " mới nhất có giá trị. Nếu một đơn vị nào không có giá trị thì không tính gì cả: mean,"
        + " previousRank, rankChange là null, và chỉ còn hạng mà văn bản công bố (rankBasis:"
        + " published).",
      "A province's rank is never data; it is computed: one value ranks 4th of 63 and 1st of 34."
        + " Equal values share a rank and the next is skipped; direction says which way. The map"
        + " is the one in force on the period's last day unless boundaries says otherwise; the"
        + " period the newest with values. Where any unit has no value, nothing is computed: mean,"
        + " previousRank and rankChange are null, and what is left is the rank that a document"
        + " published (rankBasis: published).")
    if let indicator = carried?.indicator {
      show(
        &writer, "/v1/indicators/\(indicator)/ranking",
        ["fields": "rank,outOf,tied,areaName,value,derived,rankChange", "limit": "2"])
    }
  }

  private func writeProgress(_ writer: inout HTMLWriter) {
    writer.heading("h2", id: "progress", "Tiến độ của chỉ tiêu", "Progress towards targets")
    writer.both(
      "Gốc là giá trị mới nhất có kỳ kết thúc đến ngày đặt chỉ tiêu, không có thì giá trị đầu tiên"
        + " sau đó. Trước hạn, giá trị được so với đường thẳng từ gốc đến đích, đọc ở cuối kỳ của"
        + " nó, tính theo tháng trọn. expected là chỗ của đường ấy, gap là phần còn thiếu,"
        + " requiredPerYear là mỗi năm phải thêm; formula viết phép so ra. Giá trị có lời (“trên”,"
        + " “khoảng”) tính như số của nó, khoảng tính như đầu khó thoả hơn. Chỉ chỉ số cùng đơn vị"
        + " và mẫu số mới được dùng; chỉ số gần giống nằm ở related kèm lý do. Đổi cách đo ở giữa"
        + " thì không nói gì (breakBetween).",
      "The baseline is the newest value whose period ended by the day on which the target was set,"
        + " else the first after it. Before the due date a value is held against the straight line"
        + " from the baseline to the aim, read at the end of its period, in whole months. expected"
        + " is where that line stands, gap what is missing, requiredPerYear what each year must"
        + " add; formula writes the comparison out. A value with words (\"over\", \"about\")"
        + " counts as its number, a range as the end that satisfies less. Only indicators of the"
        + " same unit and denominator are used; near ones stand in related with the reason. Across"
        + " a break of method nothing is said (breakBetween).")
    statuses(
      "status", TargetStatus.allCases.map { ($0.rawValue, $0.meaning) }, "/v1/targets?status=",
      &writer)
    let target = snapshot.targets.rows.first { target in
      snapshot.progress(of: target, asOf: asking.today).contains { $0.expected != nil }
    }
    let other = snapshot.targets.rows.first { target in
      snapshot.progress(of: target, asOf: asking.today).contains { $0.formula != nil }
    }
    if let target = target ?? other {
      show(
        &writer, "/v1/targets/\(target.id)",
        ["fields": "name,setOn,comparator,value,unit,due,status,progress"])
    }
  }

  private func writeTasks(_ writer: inout HTMLWriter) {
    writer.heading("h2", id: "tasks", "Nhiệm vụ", "Tasks")
    writer.both(
      "Mỗi nhiệm vụ được đọc theo bảy câu hỏi: mục tiêu, người, việc, thời gian, trách nhiệm, sản"
        + " phẩm, kết quả. Điều gì văn bản không nói thì nằm ở unsaid. Trạng thái là điều mà các"
        + " văn bản cho phép nói vào ngày asOf.",
      "Each task is read by seven questions: goal, who, what, when, accountable, product, result."
        + " What the document leaves open stands in unsaid. The status is what the documents let"
        + " one say on the day of asOf.")
    statuses(
      "status", TaskStatus.allCases.map { ($0.rawValue, $0.meaning) }, "/v1/tasks?status=",
      &writer)
  }

  private func writePromises(_ writer: inout HTMLWriter) {
    writer.heading("h2", id: "promises", "Điều giữ lời", "What holds")
    let promises = Description.promises(asking.limits)
    writer.both(promises.vi, promises.en)
    writer.both(
      "Hai máy chủ cùng dữ liệu trả lời giống nhau từng byte; ETag đổi mỗi khi byte có thể đổi."
        + " Không gì trong câu trả lời đến từ đồng hồ ngoài ngày (giờ Việt Nam). Câu trả lời rỗng"
        + " nói điều kiện nào làm nó rỗng.",
      "Two servers with the same data answer byte for byte the same; the ETag changes whenever the"
        + " bytes could. Nothing in an answer comes from the clock beyond the day (Viet Nam's). An"
        + " empty answer says which condition emptied it.")
  }

  private func statuses(
    _ name: String, _ codes: [(code: String, meaning: Name)], _ path: String,
    _ writer: inout HTMLWriter
  ) {
    writer.table(
      "Trạng thái · Statuses", [(name, ""), ("Khi nào", "When")]
    ) { writer in
      for code in codes {
        writer.element("tr") { writer in
          writer.element("td") { writer in
            writer.element("a", ["href": "\(path)\(code.code)"]) { $0.element("code", code.code) }
          }
          writer.cell(code.meaning.vi, code.meaning.en)
        }
      }
    }
  }

  // MARK: Cases

  private typealias Case = (indicator: String, area: String, period: String)

  /// A value that a merged unit of today has by a rule, in the newest complete period.
  private var carried: Case? {
    let map = asking.map(on: asking.today)
    let atlas = Atlas(snapshot, on: map, asOf: asking.today)
    for (place, indicator) in snapshot.indicators.rows.enumerated()
    where indicator.aggregation.rule != .none {
      guard let period = snapshot.coverage[place].complete.max(by: { $0.end < $1.end }) else {
        continue
      }
      for unit in map.provinces {
        let area = snapshot.kinship.areaOfProvince[unit]
        if let cell = atlas.cell(place, area, period), cell.derivation != nil, cell.value != nil {
          return (indicator.id, snapshot.areas.ids[area], period.description)
        }
      }
    }
    return nil
  }

  /// The indicator with most breaks.
  private var broken: String? {
    let some = snapshot.indicators.rows.max { $0.breaks.count < $1.breaks.count }
    return some.flatMap { $0.breaks.isEmpty ? nil : $0.id }
  }
}
