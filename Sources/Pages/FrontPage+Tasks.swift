import HTML
import Statistics

/// Who was told to do what by when: those with a date first, then by agency.
extension FrontPage {
  func writeTasks(_ writer: inout HTMLWriter) {
    let snapshot = desk.snapshot
    let tasks = snapshot.tasks.rows.compactMap { snapshot.known($0, on: desk.today) }
    let counts = TaskStatus.reading.map { status in
      (status, tasks.count { snapshot.status(of: $0, asOf: desk.today) == status })
    }.filter { $0.1 > 0 }
    desk.section(.tasks, &writer) { writer in
      desk.heading(
        .tasks, desk.say("\(tasks.count) nhiệm vụ được giao", "\(tasks.count) tasks assigned"),
        counts.map { "\($0.1) \($0.0.words(desk.language))" }.joined(separator: ", ")
          + desk.say(
            ". Trạng thái tính từ tài liệu; im lặng của tài liệu không kết luận về ai.",
            ". Status is computed from documents; their silence accuses nobody."), &writer)
      writer.element("p", ["class": "basis"]) { desk.command("/v1/tasks", &$0) }
      let dated = tasks.filter { $0.due != nil }.sorted {
        ($0.due ?? desk.today, $0.id) < ($1.due ?? desk.today, $1.id)
      }
      if !dated.isEmpty {
        writer.element("h3", desk.say("Có hạn định", "With a date"))
        writer.element("ol", ["class": "tasks dated"]) { writer in
          for task in dated { write(task, &writer) }
        }
      }
      writer.element("h3", desk.say("Theo cơ quan chủ trì", "By leading agency"))
      for (name, some) in byAgency(tasks.filter { $0.due == nil }) {
        writer.element("details", ["class": "more"]) { writer in
          writer.element("summary") { writer in
            writer.text(name + " ")
            writer.element("small", "\(some.count)")
          }
          writer.element("ul", ["class": "tasks"]) { writer in
            for task in some { write(task, &writer) }
          }
        }
      }
    }
  }

  /// Each task under the first agency that leads it, the agencies with most first; those that name
  /// nobody last.
  private func byAgency(_ tasks: [Assignment]) -> [(name: String, tasks: [Assignment])] {
    let unnamed = desk.say("Tài liệu không nói ai làm", "The documents do not say who")
    let others = desk.say("Khác", "Others")
    let groups = Dictionary(grouping: tasks) { task -> String in
      guard let lead = task.questions.who?.lead.first else { return unnamed }
      return lead.agency.flatMap { desk.snapshot.agencies[$0] }.map { desk.language.pick($0.name) }
        ?? others
    }
    let last = [others, unnamed]
    return groups.map { (name: $0.key, tasks: $0.value) }.sorted { one, other in
      let mine = (last.firstIndex(of: one.name) ?? -1, -one.tasks.count)
      let its = (last.firstIndex(of: other.name) ?? -1, -other.tasks.count)
      return mine != its ? mine < its : precedes(one.name, other.name)
    }
  }

  private func write(_ task: Assignment, _ writer: inout HTMLWriter) {
    let status = desk.snapshot.status(of: task, asOf: desk.today)
    writer.element("li", ["id": "task-\(task.id)"]) { writer in
      if let due = task.due {
        writer.element("p", ["class": "due"]) { writer in
          writer.element("time", ["datetime": "\(due)"], desk.language.day(due))
          writer.element("small", " " + status.words(desk.language))
        }
      }
      writer.element("h4", desk.language.pick(task.name))
      if let leads = task.questions.who?.lead, !leads.isEmpty {
        writer.element(
          "p", ["class": "who", "lang": "vi"], leads.map(\.asWritten).joined(separator: "; "))
      }
      writer.element("details", ["class": "figure"]) { writer in
        let clear = Question.allCases.count { task.questions.isClear($0) }
        writer.element(
          "summary", desk.say("Rõ \(clear) trong 7 câu hỏi", "\(clear) of 7 questions are clear"))
        writer.element("div", ["class": "origin"]) { origin(of: task, &$0) }
      }
    }
    writer.newline()
  }

  private func origin(of task: Assignment, _ writer: inout HTMLWriter) {
    writer.element("dl") { writer in
      let unclear = Question.allCases.filter { !task.questions.isClear($0) }
      if !unclear.isEmpty {
        desk.term(desk.say("Chưa nói", "Unsaid"), &writer) { writer in
          writer.text(unclear.map { words(for: $0) }.joined(separator: ", "))
        }
      }
      if let when = task.questions.when {
        desk.term(desk.say("Thời gian", "When"), &writer) { writer in
          writer.element("q", ["lang": "vi"], when)
        }
      }
      if let result = task.questions.result {
        desk.term(desk.say("Kết quả", "Result"), &writer) { writer in
          writer.text(desk.language.pick(result.text))
        }
      }
      if let source = desk.snapshot.sources[task.source] {
        desk.term(desk.say("Nguồn", "Source"), &writer) { desk.write(source, &$0) }
        if let excerpt = task.excerpt {
          desk.term(desk.say("Nguyên văn", "Words"), &writer) { writer in
            writer.element("q", ["lang": source.language], excerpt)
          }
        }
      }
      desk.term(desk.say("Lấy nhiệm vụ này", "Get it"), &writer) { writer in
        desk.command("/v1/tasks/\(task.id)", &writer)
      }
    }
  }

  private func words(for question: Question) -> String {
    switch question {
    case .goal: desk.say("mục tiêu", "goal")
    case .who: desk.say("người", "who")
    case .what: desk.say("việc", "what")
    case .when: desk.say("thời gian", "when")
    case .accountable: desk.say("trách nhiệm", "who answers for it")
    case .product: desk.say("sản phẩm", "product")
    case .result: desk.say("kết quả", "result")
    }
  }
}
