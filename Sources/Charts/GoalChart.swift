/// Targets by status, each with its figure on the way to what is aimed at.
package struct GoalChart: Sendable {
  package var style: Style
  package var caption: Caption
  /// At most `mostGoals`; they are drawn by status, else in their order.
  package var goals: [Goal]
  /// Whether the goals are of one target, so that nothing is counted.
  package var isOfOne = false

  package static let mostGoals = 100

  package init(_ style: Style, _ caption: Caption, _ goals: [Goal]) {
    precondition((1...GoalChart.mostGoals).contains(goals.count))
    self.style = style
    self.caption = caption
    self.goals = goals
  }

  private static let trackHeight = 12.0
  private static let indent = 24.0

  package func svg() -> [UInt8] {
    var sheet = Sheet(style, caption)
    sheet.head()
    sheet.hasLinks = goals.contains { $0.link != nil }
    // A goal is large, and to be moved about as little as can be.
    let groups = Goal.Status.allCases.map { status in
      (status: status, places: goals.indices.filter { goals[$0].status == status })
    }.filter { !$0.places.isEmpty }
    if !isOfOne { summary(groups.map { ($0.status, $0.places.count) }, &sheet) }
    let figures = goals.map { self.figures($0) }
    for (status, places) in groups {
      heading(status, places.count, &sheet)
      for place in places { draw(goals[place], figures[place], &sheet) }
      sheet.bottom += 8
    }
    return sheet.finish { words(figures, &$0) }
  }

  /// What a screen reader says: how far each goal is, with its figures.
  private func words(_ figures: [String], _ canvas: inout Canvas) {
    let said = Dictionary(
      uniqueKeysWithValues: Goal.Status.allCases.map { status in
        (status, status.word(style.language).lowercased())
      })
    for place in goals.indices {
      if place > 0 { canvas.write("; ") }
      canvas.words(goals[place].name)
      canvas.write(": ")
      canvas.write(said[goals[place].status] ?? "")
      if !figures[place].isEmpty {
        canvas.write(". ")
        canvas.words(figures[place])
      }
    }
  }

  /// How many there are of each status, as parts of one bar.
  private func summary(_ counts: [(status: Goal.Status, count: Int)], _ sheet: inout Sheet) {
    var x = sheet.left
    for (status, count) in counts {
      let wide = sheet.width * Double(count) / Double(goals.count)
      sheet.canvas.open()
      sheet.canvas.datum(" data-status=\"", status.rawValue)
      sheet.canvas.datum(" data-count=\"", "\(count)")
      sheet.canvas.entitle("\(status.word(style.language)): \(count)")
      if status == .noData {
        sheet.canvas.hatching(
          x, sheet.bottom, max(wide - 1, 1), 14, sheet.theme.paper, status.color(sheet.theme))
      } else {
        sheet.canvas.rectangle(
          x, sheet.bottom, max(wide - 1, 1), 14, status.color(sheet.theme))
      }
      sheet.canvas.close()
      x += wide
    }
    sheet.bottom += 24
    let entries = counts.map { status, count in
      Legend.Entry(
        status == .noData ? .hatching : .ground(status.color(sheet.theme)),
        "\(status.word(style.language)) \(count)")
    }
    Legend.draw(entries, &sheet)
    sheet.bottom += 6
  }

  private func heading(_ status: Goal.Status, _ count: Int, _ sheet: inout Sheet) {
    let base = sheet.bottom + 14
    status.draw(sheet.left, base - 13, sheet.theme, &sheet.canvas)
    let word = status.word(style.language)
    sheet.canvas.text(
      isOfOne ? word : "\(word) · \(count)", sheet.left + GoalChart.indent, base, size: 14,
      sheet.theme.ink, isBold: true)
    sheet.bottom += 24
  }

  private func draw(_ goal: Goal, _ figures: String, _ sheet: inout Sheet) {
    let left = sheet.left + GoalChart.indent
    let width = sheet.right - left
    let theme = sheet.theme
    sheet.canvas.open(link: goal.link)
    sheet.canvas.datum(" data-target=\"", goal.target)
    sheet.canvas.datum(" data-indicator=\"", goal.indicator)
    sheet.canvas.datum(" data-status=\"", goal.status.rawValue)
    sheet.canvas.datum(" data-value=\"", goal.value?.text)
    sheet.canvas.datum(" data-aim=\"", goal.aim.text)
    sheet.canvas.datum(" data-expected=\"", goal.expected?.text)
    sheet.canvas.datum(" data-baseline=\"", goal.baseline?.text)
    sheet.canvas.entitle(goal.name, goal.status.word(style.language))
    sheet.paragraph(
      goal.name, width, at: left, size: Sheet.textSize, theme.ink, leading: 1.3, most: 3)
    if goal.isLevel, let value = goal.value {
      sheet.bottom += 8
      track(goal, value, left, width, &sheet)
    }
    if !figures.isEmpty {
      sheet.bottom += 1
      sheet.paragraph(
        figures, width, at: left, size: Sheet.smallSize, theme.quiet, leading: 1.4,
        most: goal.others.isEmpty ? 4 : 8)
    }
    sheet.canvas.close()
    sheet.bottom += 10
  }

  /// The bar to the value, the rule of the aim, the mark of what is expected for its period.
  private func track(
    _ goal: Goal, _ value: Value, _ left: Double, _ width: Double, _ sheet: inout Sheet
  ) {
    let theme = sheet.theme
    let numbers = [value, goal.aim, goal.baseline, goal.expected].compactMap { $0?.number }
    let most = (numbers.max() ?? 1) * (goal.isDownward ? 1.15 : 1.08)
    let least = goal.isDownward ? 0 : min(0, numbers.min() ?? 0)
    func x(_ number: Double) -> Double {
      let share = most > least ? (number - least) / (most - least) : 0
      return left + (goal.isDownward ? 1 - share : share) * width
    }
    let top = sheet.bottom
    let height = GoalChart.trackHeight
    sheet.canvas.rectangle(left, top, width, height, theme.faint, radius: 2)
    let end = x(value.number)
    sheet.canvas.rectangle(
      left, top, max(end - left, 1), height, goal.status.color(theme), radius: 2)
    if let expected = goal.expected {
      let place = x(expected.number)
      sheet.canvas.polygon(
        [(place - 5, top + height + 8), (place + 5, top + height + 8), (place, top + height + 1)],
        theme.ink)
    }
    let place = x(goal.aim.number)
    sheet.canvas.line(place, top - 5, place, top + height + 5, theme.ink, width: 2.4)
    sheet.bottom += height + (goal.expected == nil ? 6 : 10)
  }

  /// The figures of a goal in words, whatever there is of them.
  private func figures(_ goal: Goal) -> String {
    let language = style.language
    func say(_ value: Value) -> String { Numerals.text(value, language) + goal.unit }
    var text: [UInt8] = []
    text.reserveCapacity(200)
    func add(_ part: String) {
      if !text.isEmpty { text += " · ".utf8 }
      text += part.utf8
    }
    // What belongs together stays on one line.
    func addWhole(_ part: String) {
      if !text.isEmpty { text += " · ".utf8 }
      let part = part.utf8.span
      for place in part.indices {
        if part[place] != UInt8(ascii: " ") {
          text.append(part[place])
        } else {
          // A blank that no line ends at, U+A0.
          text.append(0xC2)
          text.append(0xA0)
        }
      }
    }
    if let value = goal.value {
      addWhole(language.pick("Đo được ", "Measured ") + (goal.valueText ?? say(value)))
      if let period = goal.valuePeriod { text += " (\(period))".utf8 }
    }
    addWhole(language.pick("Mục tiêu ", "Target ") + goal.sign + say(goal.aim))
    if let expected = goal.expected {
      addWhole(
        expectation(goal) + say(expected)
          + (goal.isLevel && goal.value != nil ? " ▲" : ""))
    }
    for other in goal.others {
      if let value = other.value {
        let period = other.valuePeriod.map { " (\($0))" } ?? ""
        add(
          "\(other.name): \(other.valueText ?? say(value))\(period), "
            + other.status.word(language).lowercased())
      }
    }
    if let due = goal.due { addWhole(language.pick("Hạn ", "Due ") + due) }
    if let act = goal.act { addWhole(act) }
    if let reason = goal.reason { add(reason) }
    if isOfOne, let formula = goal.formula { add(formula) }
    return String(decoding: text, as: UTF8.self)
  }

  /// What stands before the level that is expected: for which period, which is seldom today's.
  private func expectation(_ goal: Goal) -> String {
    guard let period = goal.valuePeriod else { return style.language.pick("Lẽ ra ", "Expected ") }
    let isYear = period.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    return style.language.pick(
      "Lẽ ra \(isYear ? "năm " : "")\(period) là ", "Expected for \(period): ")
  }
}
