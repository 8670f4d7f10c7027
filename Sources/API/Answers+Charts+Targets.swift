import Charts
import Formats
import JSON
import Statistics

extension Asking {
  mutating func targetsChart() throws(Problem) -> Answer {
    let style = style()
    let (rows, view) = askedTargets()
    let asOf = view.asOf
    try settled()
    if isProbe { return counted(rows.count) }
    if rows.count > GoalChart.mostGoals {
      throw tooMany(
        .status, Name(vi: "chỉ tiêu", en: "targets"), GoalChart.mostGoals,
        narrowedBy: Name(
          vi: "hãy chọn bằng status=, pillar= hay source=.",
          en: "choose by status=, pillar= or source=."))
    }
    guard let chart = goalChart(of: rows, view, style) else {
      return drawn(empty(style, captionOfTargets(asOf, style.language), nil), asOf)
    }
    return drawn(chart.svg(), asOf)
  }

  private func captionOfTargets(_ asOf: Day, _ language: Charts.Language) -> Caption {
    var caption = Caption(
      title: language.pick("Tiến độ thực hiện các chỉ tiêu", "How far the targets have come"))
    caption.description = [asOfLine(asOf, language)]
    return caption
  }

  /// Targets with how far each has come; nil where there are none.
  ///
  /// - Parameter targets: at most `GoalChart.mostGoals`.
  func goalChart(of targets: [Target], _ view: View, _ style: Style) -> GoalChart? {
    if targets.isEmpty { return nil }
    let language = style.language
    var caption = captionOfTargets(view.asOf, language)
    var sources = ChartSources(snapshot)
    let goals = targets.map { target in
      let all = view.progress(of: target)
      var first = goal(target, all.first, name: target.name.said(language), &sources, language)
      first.others = all.dropFirst().map { progress in
        let name = snapshot.indicators.rows[progress.indicator].name.said(language)
        return goal(target, progress, name: name, &sources, language)
      }
      return first
    }
    sources.write(into: &caption, asOf: view.asOf, language)
    writeLegend(into: &caption, language)
    return GoalChart(style, caption, goals)
  }

  mutating func targetChart() throws(Problem) -> Answer {
    let style = style()
    let (target, asOf) = try targetOfPath()
    let language = style.language
    var caption = Caption(title: target.name.said(language))
    // An act by its name, which is Vietnamese; what else told of the target is among the sources.
    let act = target.act.flatMap { snapshot.sources[$0] }
    caption.description = [
      asOfLine(asOf, language), act.map { language.pick($0.title, $0.number ?? $0.title) },
    ].compactMap { $0 }
    var sources = ChartSources(snapshot)
    let all = snapshot.progress(of: target, asOf: asOf)
    var goals = all.map { progress in
      let entry = snapshot.indicators.rows[progress.indicator]
      return goal(target, progress, name: entry.name.said(language), &sources, language)
    }
    if goals.isEmpty {
      let name = language.pick("Không có chỉ số đo", "No indicator measures it")
      goals = [goal(target, nil, name: name, &sources, language)]
    }
    sources.write(into: &caption, asOf: asOf, language)
    writeLegend(into: &caption, language)
    var chart = GoalChart(style, caption, goals)
    chart.isOfOne = true
    return drawn(chart.svg(), asOf)
  }

  /// These drawings depend on the day itself, which due dates pass.
  private func drawn(_ svg: [UInt8], _ asOf: Day) -> Answer {
    Answer(content: .whole(svg), era: notes(asOf: asOf).dependence)
  }

  private func asOfLine(_ asOf: Day, _ language: Charts.Language) -> String {
    language.pick("Tính đến ngày \(asOf.words(.vi))", "As of \(asOf.words(.en))")
  }

  private func writeLegend(into caption: inout Caption, _ language: Charts.Language) {
    caption.notes.append(
      language.pick(
        "Vạch đứng: mục tiêu. ▲: mức lẽ ra đạt ở kỳ của số đo, theo đường thẳng từ mốc xuất phát.",
        "Upright rule: the target. ▲: expected for the period measured, on a straight line from"
          + " the baseline."))
  }

  private func goal(
    _ target: Target, _ progress: Progress?, name: String, _ sources: inout ChartSources,
    _ language: Charts.Language
  ) -> Goal {
    let status = progress?.status ?? .noData
    var goal = Goal(
      target: target.id, name: name, status: Goal.Status(rawValue: status.rawValue) ?? .noData,
      aim: Charts.Value(target.value ?? Decimal(0)))
    goal.sign = target.comparator.sign
    goal.unit = target.unit == "PT" ? "%" : ""
    goal.isDownward = target.comparator == .atMost || target.comparator == .lessThan
    goal.isLevel = target.measure == .level
    goal.due = target.due?.words(language)
    goal.act = target.act.flatMap { snapshot.sources[$0]?.number }
    sources.add(target.source)
    let reason = progress == nil ? snapshot.reasonWithoutIndicator(target) : progress?.reason
    goal.reason = reason?.words(language)
    guard let progress else { return goal }
    goal.indicator = snapshot.indicators.ids[progress.indicator]
    goal.expected = progress.expected.map { Charts.Value($0) }
    goal.baseline = progress.baseline?.value.map { Charts.Value($0) }
    goal.formula = progress.formula?.said(language)
    if let cell = progress.observation {
      sources.add(cell)
      goal.value = cell.value.map { Charts.Value($0) }
      goal.valuePeriod = cell.period?.words(language)
      goal.valueText = figure(cell, goal.unit, language)
      if goal.value == nil { goal.value = end(of: cell, target) }
    }
    return goal
  }

  /// The figure as it is said, where the number alone says less.
  private func figure(_ cell: Cell, _ unit: String, _ language: Charts.Language) -> String? {
    if let value = cell.value {
      let sign = snapshot.sign(of: cell)
      return sign.isEmpty ? nil : sign + Numerals.text(Charts.Value(value), language) + unit
    }
    guard let annotation = snapshot.annotation(of: cell), let low = annotation.low,
      let high = annotation.high
    else { return nil }
    let ends = [low, high].map { Numerals.text(Charts.Value($0), language) }
    return ends.joined(separator: "–") + unit
  }

  /// The end of a range that counts: the one that satisfies less.
  private func end(of cell: Cell, _ target: Target) -> Charts.Value? {
    let annotation = snapshot.annotation(of: cell)
    let isDownward = target.comparator == .atMost || target.comparator == .lessThan
    return (isDownward ? annotation?.high : annotation?.low).map { Charts.Value($0) }
  }
}
