import Charts
import Testing

/// Progress towards targets.
@Suite struct GoalChartTests {
  private func goals() -> [Goal] {
    Goal.Status.allCases.map { status in
      var goal = Goal(
        target: status.rawValue,
        name: "Tỷ trọng thương mại điện tử trong tổng mức bán lẻ đạt trên 20%", status: status,
        aim: Value("20"))
      goal.sign = "> "
      goal.unit = "%"
      goal.due = "31/12/2030"
      goal.act = "411/QĐ-TTg"
      if status == .noData {
        goal.reason = "không có số liệu đo"
      } else {
        goal.value = Value("9")
        goal.valuePeriod = "2024"
        goal.expected = Value("11.3")
      }
      return goal
    }
  }

  @Test(arguments: Samples.styles) func `nothing overlaps or is cut off`(_ style: Style) {
    let drawing = Drawing(GoalChart(style, Samples.caption(), goals()).svg())
    #expect(drawing.flaws == [])
    for status in Goal.Status.allCases {
      let heading = "\(status.word(style.language)) · 1"
      #expect(drawing.labels.contains { $0.text == heading })
    }
  }

  @Test func `value, aim and what is expected stand on one scale`() {
    let drawing = Drawing(GoalChart(Style(), Samples.caption(), goals()).svg())
    let bars = drawing.all("rect").filter { $0.data["target"] == "behind" }
    #expect(bars.count == 2)
    let whole = bars[0].number("width")
    #expect(abs(bars[1].number("width") / whole - 9 / (20 * 1.08)) < 0.01)
    let rule = drawing.all("path").first {
      $0.data["target"] == "behind" && $0.attributes["stroke-width"] == "2.4"
    }
    let start = rule?.attributes["d"]?.dropFirst().prefix { $0 != " " } ?? ""
    let place = ((Double(start) ?? 0) - bars[0].number("x")) / whole
    #expect(abs(place - 20 / (20 * 1.08)) < 0.01)
  }

  @Test func `where less is better the bar grows as the figure falls`() {
    var goal = Goal(target: "egdi", name: "EGDI", status: .behind, aim: Value("50"))
    goal.isDownward = true
    var widths: [Double] = []
    for rank in ["86", "71"] {
      goal.value = Value(rank)
      goal.baseline = Value("86")
      let drawing = Drawing(GoalChart(Style(), Samples.caption(), [goal]).svg())
      widths.append(drawing.all("rect").filter { $0.data["target"] == "egdi" }[1].number("width"))
    }
    #expect(widths[0] < widths[1])
  }

  @Test func `what is expected is expected for the period of the value`() {
    func texts(_ goals: [Goal], _ language: Language) -> String {
      let style = Style(width: 1200, theme: .light, language: language)
      return Drawing(GoalChart(style, Samples.caption(), goals).svg()).source
        .replacing("\u{A0}", with: " ")
    }
    #expect(texts(goals(), .vi).contains("Đo được 9% (2024)"))
    #expect(texts(goals(), .vi).contains("Lẽ ra năm 2024 là 11,3% ▲"))
    #expect(texts(goals(), .en).contains("Expected for 2024: 11.3% ▲"))
    var month = goals()[0]
    month.valuePeriod = "tháng 7/2024"
    #expect(texts([month], .vi).contains("Lẽ ra tháng 7/2024 là 11,3%"))
  }

  @Test func `as many goals as are allowed are drawn`() {
    let most = (0..<GoalChart.mostGoals).map {
      Goal(target: "\($0)", name: "Chỉ tiêu \($0)", status: .noData, aim: Value("1"))
    }
    let drawing = Drawing(GoalChart(Style(), Samples.caption(), most).svg())
    #expect(drawing.flaws == [])
    #expect(drawing.all("g").count == GoalChart.mostGoals + 1)
  }
}
