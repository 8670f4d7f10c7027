import HTML
import JSON
import Statistics

/// The state of things in a sentence, and the figures that most promises are about.
extension FrontPage {
  private static let headlineCount = 6

  func writeLead(_ writer: inout HTMLWriter) {
    let counts = TargetStatus.reading.map { status in
      (status: status, count: judged.count { $0.status == status })
    }
    func count(_ status: TargetStatus) -> Int {
      counts.first { $0.status == status }?.count ?? 0
    }
    writer.element("section", ["class": "lead", "aria-labelledby": "lead"]) { writer in
      let some = counts.dropLast().map { entry in
        "\(entry.count) \(entry.status.words(desk.language))"
      }.joined(separator: ", ")
      let rest = count(.noData)
      writer.element("h1", ["id": "lead"]) { writer in
        writer.text(
          desk.say(
            "Trong \(judged.count) chỉ tiêu chuyển đổi số: \(some); \(rest) chưa có số để"
              + " đánh giá.",
            "Of \(judged.count) targets of digital transformation: \(some); \(rest) lack the"
              + " figures to judge."))
      }
      writer.stack(
        counts.map { ($0.status.rawValue, Double($0.count) / Double(max(judged.count, 1))) })
      writer.element("ul", ["class": "key"]) { writer in
        for (status, count) in counts {
          let words = { (writer: inout HTMLWriter) in
            mark(status, &writer)
            writer.element("b", "\(count)")
            writer.text(" " + status.words(desk.language))
          }
          writer.element("li") { writer in
            // Of none there is nothing to go to.
            if count == 0 { return words(&writer) }
            writer.element("a", ["href": "#\(FrontPage.anchor(of: status))"], words)
          }
        }
      }
      writer.element("p", ["class": "basis"]) { writer in
        writer.text(
          desk.say(
            "Tính ngày \(desk.language.day(desk.today)) từ số liệu đã công bố, theo văn bản đặt ra"
              + " từng chỉ tiêu. ",
            "Computed on \(desk.language.day(desk.today)) from published figures, by the document"
              + " that set each target. "))
        desk.command("/v1/targets", &writer)
      }
    }
    writer.newline()
  }

  static func anchor(of status: TargetStatus) -> String { "chi-tieu-\(status.rawValue)" }

  /// The sign of a status, beside its word.
  func mark(_ status: TargetStatus, _ writer: inout HTMLWriter) {
    let sign =
      switch status {
      case .met: "●"
      case .onTrack: "◐"
      case .behind: "◔"
      case .missed: "✕"
      case .noData: "○"
      }
    writer.element("span", ["class": "mark \(status.rawValue)", "aria-hidden": "true"], sign)
  }

  func writeHeadlines(_ writer: inout HTMLWriter) {
    desk.section(.figures, &writer) { writer in
      desk.heading(
        .figures,
        desk.say("Những con số được hứa nhiều nhất", "The figures most promises are about"),
        desk.say(
          "Bấm vào một con số để xem nguồn, nguyên văn và lệnh lấy nó.",
          "Open a figure for its source, its words and the command that gives it."),
        &writer)
      writer.element("div", ["class": "headlines"]) { writer in
        for indicator in headlines() { writeHeadline(indicator, &writer) }
      }
    }
  }

  /// National indicators with the most targets and commitments, of those that moved: at least two
  /// periods. Of a measure and its breakdown the measure.
  func headlines() -> [Int] {
    let snapshot = desk.snapshot
    let scored = snapshot.indicators.rows.indices.compactMap { place -> (score: Int, place: Int)? in
      let indicator = snapshot.indicators.rows[place]
      let dated = desk.national(place).filter { $0.period != nil && $0.missing == nil }
      guard indicator.levels.contains(.nation), indicator.parent == nil, dated.count > 1 else {
        return nil
      }
      let score =
        (snapshot.links.targetsOfIndicator[indicator.id]?.count ?? 0)
        + (snapshot.links.commitmentsOfIndicator[indicator.id]?.count ?? 0)
      return (score * 100 + min(dated.count, 99), place)
    }
    return scored.sorted { ($1.score, $0.place) < ($0.score, $1.place) }
      .prefix(FrontPage.headlineCount).map(\.place)
  }

  private func writeHeadline(_ place: Int, _ writer: inout HTMLWriter) {
    let indicator = desk.snapshot.indicators.rows[place]
    let series = desk.national(place)
    guard let cell = desk.newest(of: series) else { return }
    writer.element("article", ["class": "headline"]) { writer in
      writer.element("h3") { writer in
        writer.element(
          "a",
          [
            "href": desk.choice.bare.with { $0.indicator = indicator.id }
              .address(fragment: Desk.Section.places.rawValue)
          ], desk.language.pick(indicator.heading))
      }
      desk.figure(cell, &writer) { writer in
        writer.element("b", ["class": "big"]) { writer in
          if indicator.unit == "RANK", let value = cell.value {
            writer.element("small", desk.say("hạng ", "rank "))
            writer.text(desk.language.number(value))
          } else {
            writer.text(desk.text(cell))
          }
        }
      }
      writer.element("p", ["class": "when"]) { writer in
        writer.element("b", desk.period(of: cell))
        if ["INDEX", "POINTS"].contains(indicator.unit) {
          writer.text(" · " + indicator.unitWords(desk.snapshot, desk.language))
        }
        if let outOf = desk.snapshot.annotation(of: cell)?.outOf {
          writer.text(desk.say(" · trong \(desk.language.number(outOf))", " · of \(outOf)"))
        }
        for remark in desk.remarks(on: cell) { writer.text(" · " + remark) }
        if let gap = desk.gap(after: cell, in: series) {
          writer.text(" · \(desk.period(of: gap)): \(desk.text(gap))")
        }
      }
      writeTrend(series, cell, indicator, &writer)
      writeGoal(of: indicator, &writer)
      writer.element("p", ["class": "credit"]) { writer in
        writer.text(desk.say("Nguồn: ", "Source: "))
        desk.credit(cell, &writer)
      }
    }
    writer.newline()
  }

  private func writeTrend(
    _ series: [Cell], _ cell: Cell, _ indicator: Indicator, _ writer: inout HTMLWriter
  ) {
    writer.element("div", ["class": "course"]) { writer in
      writer.trend(desk.points(of: series), isFalling: indicator.direction == .lowerIsBetter)
      if let words = change(of: cell, in: series, indicator) { writer.element("p", words) }
    }
  }

  /// What a figure gained or lost since the one before it.
  func change(of cell: Cell, in series: [Cell], _ indicator: Indicator) -> String? {
    let change = Change(of: cell, in: series, .previous, indicator: indicator, acrossBreaks: false)
    guard let from = change.from else { return nil }
    let since = desk.say(
      "so với \(desk.language.period(from))", "since \(desk.language.period(from))")
    if change.refused == .break {
      return desk.say("cách tính đã đổi, không \(since)", "no change \(since): the method changed")
    }
    guard let difference = change.difference else { return nil }
    let size =
      Decimal(
        mantissa: Int128(difference.mantissa.magnitude), places: difference.places) ?? difference
    if difference.mantissa == 0 { return desk.say("không đổi \(since)", "unchanged \(since)") }
    if indicator.unit == "RANK" {
      let isUp = difference.mantissa < 0
      return desk.say(isUp ? "tăng " : "giảm ", isUp ? "up " : "down ")
        + "\(desk.difference(size, of: indicator)) \(since)"
    }
    let isUp = difference.mantissa > 0
    let amount = desk.difference(size, of: indicator)
    return desk.say("\(isUp ? "tăng" : "giảm") ", isUp ? "up " : "down ") + "\(amount) \(since)"
  }

  /// The target that an indicator is to reach next, else the one that was due last.
  private func writeGoal(of indicator: Indicator, _ writer: inout HTMLWriter) {
    let goals = judged.filter { goal in
      goal.target.indicators.first == indicator.id
        && (desk.snapshot.links.successorsOfTarget[goal.target.id] ?? []).isEmpty
    }
    let last = Day(number: 80_000)
    let next = goals.filter { ($0.target.due ?? last) >= desk.today }.min {
      ($0.target.due ?? last) < ($1.target.due ?? last)
    }
    let due = goals.max { ($0.target.due ?? last) < ($1.target.due ?? last) }
    guard let goal = next ?? due else { return }
    writer.element("p", ["class": "goal"]) { writer in
      mark(goal.status, &writer)
      writer.element("a", ["href": "#target-\(goal.target.id)"], aim(of: goal.target))
      writer.text(": " + goal.status.words(desk.language))
    }
  }

  /// `mục tiêu: ít nhất 20% đến 31/12/2025`.
  func aim(of target: Target) -> String {
    let indicator = target.indicators.first.flatMap { desk.snapshot.indicators[$0] }
    let suffix =
      indicator?.suffix(desk.snapshot, desk.language) ?? (target.unit == "PT" ? "%" : "")
    let value = target.value.map { desk.language.number($0) + suffix } ?? ""
    let before = target.comparator.word(desk.language)
    let due = target.due.map {
      desk.say(" đến \(desk.language.day($0))", " by \(desk.language.day($0))")
    }
    let rank = target.unit == "RANK" ? desk.say("hạng ", "rank ") : ""
    return desk.say("mục tiêu: ", "target: ") + rank + before + value + (due ?? "")
  }
}
