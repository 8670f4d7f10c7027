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
    if !isOfOne { summary(&sheet) }
    let statuses: [Goal.Status] = [.met, .onTrack, .behind, .missed, .noData]
    for status in statuses {
      let some = goals.filter { $0.status == status }
      if some.isEmpty { continue }
      heading(status, some.count, &sheet)
      for goal in some { draw(goal, &sheet) }
      sheet.bottom += 8
    }
    return sheet.finish(words: words)
  }

  var words: String {
    goals.map { goal in
      var words = "\(goal.name): \(goal.status.word(style.language).lowercased())"
      let figures = figures(goal)
      if !figures.isEmpty { words += ". \(figures)" }
      return words
    }.joined(separator: "; ")
  }

  /// How many there are of each status, as parts of one bar.
  private func summary(_ sheet: inout Sheet) {
    var x = sheet.left
    for status in Goal.Status.allCases {
      let count = goals.count { $0.status == status }
      if count == 0 { continue }
      let wide = sheet.width * Double(count) / Double(goals.count)
      sheet.canvas.open(
        [("status", status.rawValue), ("count", "\(count)")],
        title: "\(status.word(style.language)): \(count)")
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
    let counts = Goal.Status.allCases.compactMap { status -> Legend.Entry? in
      let count = goals.count { $0.status == status }
      let sign: Legend.Entry.Sign =
        status == .noData ? .hatching : .ground(status.color(sheet.theme))
      return count == 0 ? nil : Legend.Entry(sign, "\(status.word(style.language)) \(count)")
    }
    Legend.draw(counts, &sheet)
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

  private func draw(_ goal: Goal, _ sheet: inout Sheet) {
    let left = sheet.left + GoalChart.indent
    let width = sheet.right - left
    let theme = sheet.theme
    sheet.canvas.open(
      [
        ("target", goal.target), ("indicator", goal.indicator), ("status", goal.status.rawValue),
        ("value", goal.value?.text), ("aim", goal.aim.text), ("expected", goal.expected?.text),
        ("baseline", goal.baseline?.text),
      ], title: "\(goal.name): \(goal.status.word(style.language))", link: goal.link)
    sheet.paragraph(
      goal.name, width, at: left, size: Sheet.textSize, theme.ink, leading: 1.3, most: 3)
    if goal.isLevel, let value = goal.value {
      sheet.bottom += 8
      track(goal, value, left, width, &sheet)
    }
    let figures = figures(goal)
    if !figures.isEmpty {
      sheet.bottom += 1
      sheet.paragraph(
        figures, width, at: left, size: Sheet.smallSize, theme.quiet, leading: 1.4, most: 4)
    }
    sheet.canvas.close()
    sheet.bottom += 10
  }

  /// The bar to the value, the rule of the aim, the mark of what is expected now.
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
    // What belongs together stays on one line.
    func whole(_ text: String) -> String { String(text.map { $0 == " " ? "\u{A0}" : $0 }) }
    var parts: [String] = []
    if let value = goal.value {
      let period = goal.valuePeriod.map { " (\($0))" } ?? ""
      parts.append(
        whole(language.pick("Hiện ", "Now ") + (goal.valueText ?? say(value))) + period)
    }
    parts.append(whole(language.pick("Mục tiêu ", "Target ") + goal.sign + say(goal.aim)))
    if let expected = goal.expected {
      parts.append(
        whole(
          language.pick("Lẽ ra nay là ", "Expected by now ") + say(expected)
            + (goal.isLevel && goal.value != nil ? " ▲" : "")))
    }
    if let due = goal.due { parts.append(whole(language.pick("Hạn ", "Due ") + due)) }
    if let act = goal.act { parts.append(whole(act)) }
    if let reason = goal.reason { parts.append(reason) }
    if isOfOne, let formula = goal.formula { parts.append(formula) }
    return parts.joined(separator: " · ")
  }
}
