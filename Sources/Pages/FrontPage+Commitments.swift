import HTML
import JSON
import Statistics

/// The board of numbered commitments: the set with the most items first, each item with what
/// measures it.
extension FrontPage {
  /// The sets that are known, the one with the most items first, of these the newest.
  private var sets: [CommitmentSet] {
    let first = Day(number: 0)
    return desk.snapshot.commitments.rows.compactMap {
      desk.snapshot.known($0, on: desk.today)
    }.sorted { one, other in
      (other.items.count, other.announcedOn ?? first, one.id)
        < (one.items.count, one.announcedOn ?? first, other.id)
    }
  }

  /// The set that is shown whole.
  var board: CommitmentSet? { sets.first }

  func writeCommitments(_ writer: inout HTMLWriter) {
    let sets = sets
    guard let main = sets.first else { return }
    desk.section(.commitments, &writer) { writer in
      desk.heading(
        .commitments, desk.language.pick(main.name),
        desk.say(
          "Từng cam kết, những gì đo nó và các chỉ tiêu của nó. Cam kết không có con số riêng; chỗ"
            + " không có gì đo thì nói là không có.",
          "Each commitment, what measures it and its targets. A commitment has no number of its"
            + " own; where nothing measures it, that is said."), &writer)
      if let day = main.announcedOn {
        writer.element("p", ["class": "basis"]) { writer in
          writer.text(desk.say("Nêu ngày ", "Announced on ") + desk.language.day(day) + ". ")
          desk.command("/v1/commitments/\(main.id)", &writer)
        }
      }
      write(main, &writer)
      if sets.count > 1 {
        writer.element("p", ["class": "others"]) { writer in
          writer.text(desk.say("Các bộ cam kết khác (JSON): ", "Other sets (JSON): "))
          for (place, set) in sets.dropFirst().enumerated() {
            if place > 0 { writer.text("; ") }
            writer.element(
              "a", ["href": "/v1/commitments/\(set.id)"], desk.language.pick(set.name))
          }
        }
      }
    }
  }

  private func write(_ set: CommitmentSet, _ writer: inout HTMLWriter) {
    writer.element("div", ["class": "board"]) { writer in
      for group in set.groups {
        let items = set.items.filter { $0.group == group.id }
        if items.isEmpty { continue }
        writer.element("div", ["class": "group"]) { writer in
          writer.element("h3", desk.language.pick(group.name))
          writer.element("ol") { writer in
            for item in items { write(item, of: set, &writer) }
          }
        }
      }
    }
    writer.newline()
  }

  private func write(
    _ item: Commitment, of set: CommitmentSet, _ writer: inout HTMLWriter
  ) {
    let goals = item.targets.compactMap { id in judged.first { $0.target.id == id } }
    writer.element("li", ["id": "\(set.id)/\(item.id)"]) { writer in
      writer.element("p", ["class": "vow"], desk.language.pick(item.text))
      if item.isUnmeasured {
        writer.element("p", ["class": "unmeasured"]) { writer in
          mark(.noData, &writer)
          writer.text(
            item.unmeasuredNote.map { desk.language.pick($0) }
              ?? desk.say(
                "Không có gì trong dữ liệu đo cam kết này.", "Nothing in the data measures it."))
        }
      }
      if !goals.isEmpty {
        writer.element("ul", ["class": "goals"]) { writer in
          for goal in goals {
            writer.element("li") { writer in
              mark(goal.status, &writer)
              writer.element(
                "a", ["href": "#target-\(goal.target.id)"], desk.language.pick(goal.target.name))
              writer.element("small", " " + goal.status.words(desk.language))
            }
          }
        }
      }
      let measures = item.measuredBy.compactMap { desk.snapshot.indicators.place($0.indicator) }
      if !measures.isEmpty {
        writer.element("ul", ["class": "measures"]) { writer in
          for measure in measures { writer.element("li") { write(measure: measure, &$0) } }
        }
      }
      writer.element("details", ["class": "figure"]) { writer in
        writer.element("summary", desk.say("Nguyên văn, nguồn", "Words, sources"))
        writer.element("div", ["class": "origin"]) { writer in
          origin(of: item, in: set, &writer)
        }
      }
    }
    writer.newline()
  }

  /// The newest figure of the nation; of provinces' indicators a way to them.
  private func write(measure place: Int, _ writer: inout HTMLWriter) {
    let indicator = desk.snapshot.indicators.rows[place]
    writer.element(
      "a",
      [
        "href": desk.choice.bare.with { $0.indicator = indicator.id }
          .address(fragment: Desk.Section.places.rawValue)
      ], desk.language.pick(indicator.heading))
    guard let cell = desk.newest(of: desk.national(place)) else {
      writer.element("small", desk.say(" từng tỉnh", " by province"))
      return
    }
    desk.figure(cell, &writer) { writer in
      writer.element("b", desk.text(cell))
      writer.text(" (\(desk.period(of: cell)))")
    }
  }

  private func origin(
    of item: Commitment, in set: CommitmentSet, _ writer: inout HTMLWriter
  ) {
    writer.element("dl") { writer in
      for wording in item.wordings {
        guard let source = desk.snapshot.sources[wording.source] else { continue }
        desk.term(
          wording.isOfficial
            ? desk.say("Lời chính thức", "Official words") : desk.say("Cách ghi", "As worded"),
          &writer
        ) { writer in
          writer.element("q", ["lang": "vi"], wording.vi)
          writer.text(" ")
          desk.write(source, &writer)
        }
      }
      for measure in item.measuredBy {
        guard let indicator = desk.snapshot.indicators[measure.indicator] else { continue }
        desk.term(desk.say("Vì sao đo", "Why it measures"), &writer) { writer in
          writer.text(
            "\(desk.language.pick(indicator.heading)): \(desk.language.pick(measure.why))")
        }
      }
      for task in item.tasks.compactMap({ desk.snapshot.tasks[$0] }) {
        desk.term(desk.say("Nhiệm vụ", "Task"), &writer) { writer in
          writer.element("a", ["href": "#task-\(task.id)"], desk.language.pick(task.name))
        }
      }
      desk.term(desk.say("Lấy cam kết này", "Get it"), &writer) { writer in
        desk.command("/v1/commitments/\(set.id)/\(item.id)", &writer)
      }
    }
  }
}
