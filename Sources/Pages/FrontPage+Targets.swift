import HTML
import JSON
import Statistics

/// Targets by what became of them.
extension FrontPage {
  func writeTargets(_ writer: inout HTMLWriter) {
    desk.section(.targets, &writer) { writer in
      desk.heading(
        .targets,
        desk.say("Chỉ tiêu: được hứa gì, đến đâu rồi", "Targets: what was set, how far it is"),
        desk.say(
          "Tiến độ được tính, không nhập tay: mở từng chỉ tiêu để xem công thức, văn bản, lời"
            + " gốc. Vạch đứng trên thanh là mức phải đạt.",
          "Progress is computed, never typed in: open a target for the formula, the document and"
            + " its words. The upright mark on a bar is what is to be reached."), &writer)
      for status in TargetStatus.reading where status != .noData {
        let some = judged.filter { $0.status == status }
        if some.isEmpty { continue }
        writer.element("h3", ["id": FrontPage.anchor(of: status), "class": "status"]) { writer in
          mark(status, &writer)
          writer.text("\(FrontPage.capitalised(status.words(desk.language))) ")
          writer.element("small", "\(some.count)")
        }
        writer.element("ul", ["class": "targets"]) { writer in
          for judged in some.sorted(by: isEarlier) { write(judged, &writer) }
        }
      }
      let unjudged = judged.filter { $0.status == .noData }.sorted(by: isEarlier)
      if unjudged.isEmpty { return }
      writer.element(
        "details", ["class": "more", "id": FrontPage.anchor(of: .noData)]
      ) { writer in
        writer.element("summary") { writer in
          mark(.noData, &writer)
          writer.text(
            desk.say(
              "\(unjudged.count) chỉ tiêu chưa đánh giá được, và vì sao",
              "\(unjudged.count) targets that cannot be judged yet, and why"))
        }
        writer.element("ul", ["class": "targets"]) { writer in
          for judged in unjudged { write(judged, &writer) }
        }
      }
    }
  }

  static func capitalised(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }

  private func isEarlier(_ one: JudgedTarget, _ other: JudgedTarget) -> Bool {
    let last = Day(number: 80_000)
    return (one.target.due ?? last, one.target.id) < (other.target.due ?? last, other.target.id)
  }

  private func write(_ judged: JudgedTarget, _ writer: inout HTMLWriter) {
    let target = judged.target
    writer.element("li", ["id": "target-\(target.id)", "class": judged.status.rawValue]) { writer in
      writer.element("h4", desk.language.pick(target.name))
      if let number = target.act.flatMap({ desk.snapshot.sources[$0]?.number }) {
        writer.element("p", ["class": "act"], number)
      }
      if let cell = judged.progress?.observation {
        writer.element("div", ["class": "reached"]) { writer in
          desk.figure(cell, &writer) { writer in
            writer.element("b", desk.text(cell))
            writer.text(" (\(desk.period(of: cell)))")
          }
          if let scale = scale(of: judged, cell) {
            writer.bar(scale.value, aim: scale.aim)
            writer.element("p", ["class": "scale", "aria-hidden": "true"]) { writer in
              writer.element("span", "0")
              writer.element("span", scale.whole)
            }
          }
        }
      }
      for other in judged.others { write(other, &writer) }
      writer.element("p", ["class": "aim"]) { writer in
        writer.text(FrontPage.capitalised(aim(of: target)))
        if let gap = judged.progress?.gap, let indicator = indicator(of: judged) {
          writer.text(
            desk.say("; còn thiếu ", "; still missing ") + desk.difference(gap, of: indicator))
        }
        if let reason = judged.reason { writer.text("; " + reason.words(desk.language)) }
      }
      writer.element("details", ["class": "figure"]) { writer in
        writer.element("summary", desk.say("Văn bản, cách tính", "Document, formula"))
        writer.element("div", ["class": "origin"]) { origin(of: judged, &$0) }
      }
    }
    writer.newline()
  }

  /// What another measurement says of the same target.
  private func write(_ progress: Progress, _ writer: inout HTMLWriter) {
    guard let cell = progress.observation else { return }
    writer.element("div", ["class": "reached other"]) { writer in
      desk.figure(cell, &writer) { writer in
        writer.element("b", desk.text(cell))
        writer.text(" (\(desk.period(of: cell)))")
      }
      writer.element("p", ["class": "aim"]) { writer in
        mark(progress.status, &writer)
        let name = desk.language.pick(desk.snapshot.indicators.rows[progress.indicator].name)
        writer.text(" \(name): \(status(of: progress))")
      }
    }
  }

  private func status(of progress: Progress) -> String {
    progress.reason.map { $0.words(desk.language) } ?? progress.status.words(desk.language)
  }

  private func indicator(of judged: JudgedTarget) -> Indicator? {
    judged.progress.map { desk.snapshot.indicators.rows[$0.indicator] }
  }

  /// Of a target that counts upwards, where its value and its aim lie between nothing and all: all
  /// of a percentage, else the greater of the two.
  private func scale(
    of judged: JudgedTarget, _ cell: Cell
  ) -> (value: Double, aim: Double, whole: String)? {
    guard judged.target.measure == .level, let aim = judged.target.value, aim.mantissa > 0,
      [.atLeast, .moreThan, .about].contains(judged.target.comparator), let value = cell.value,
      let indicator = indicator(of: judged)
    else { return nil }
    let most = max(value, aim)
    let whole = indicator.unit == "PT" && most <= Decimal(100) ? Decimal(100) : most
    return (
      value.drawn / whole.drawn, aim.drawn / whole.drawn,
      desk.language.number(whole) + indicator.suffix(desk.snapshot, desk.language)
    )
  }

  private func origin(of judged: JudgedTarget, _ writer: inout HTMLWriter) {
    let target = judged.target
    let snapshot = desk.snapshot
    writer.element("dl") { writer in
      for (id, words) in [
        (target.act, desk.say("Văn bản", "Document")), (target.source, desk.say("Nguồn", "Source")),
      ] where id != nil && !(words == desk.say("Nguồn", "Source") && target.act == id) {
        guard let source = id.flatMap({ snapshot.sources[$0] }) else { continue }
        desk.term(words, &writer) { desk.write(source, &$0) }
      }
      if let excerpt = target.excerpt {
        desk.term(desk.say("Nguyên văn", "Words"), &writer) { writer in
          writer.element(
            "q", ["lang": snapshot.sources[target.source]?.language ?? "vi"], excerpt)
        }
      }
      if let formula = judged.progress?.formula {
        desk.term(desk.say("So sánh", "Comparison"), &writer) { writer in
          writer.text(desk.language.pick(formula))
        }
      }
      if let needed = judged.progress?.requiredPerYear {
        desk.term(desk.say("Mỗi năm cần", "Needed a year"), &writer) { writer in
          writer.text(desk.language.number(needed))
        }
      }
      for note in target.notes {
        desk.term(desk.say("Ghi chú", "Remark"), &writer) { $0.text(desk.language.pick(note)) }
      }
      desk.term(desk.say("Lấy chỉ tiêu này", "Get it"), &writer) { writer in
        desk.command("/v1/targets/\(target.id)", &writer)
      }
    }
  }
}
