import Charts
import Testing

/// Bars in the order of a figure.
@Suite struct BarChartTests {
  private func bars() -> [AreaFigure] {
    ["0.834", "0.7069", "0.5"].enumerated().map { place, value in
      var bar = AreaFigure(
        area: "\(place)", name: ["Đà Nẵng", "Bà Rịa - Vũng Tàu", "Hà Nội"][place],
        value: Value(value))
      bar.rank = place + 1
      bar.rankChange = [4, -13, 0][place]
      bar.marks = place == 1 ? .derived : []
      return bar
    }
  }

  private func drawing(_ bars: [AreaFigure], _ style: Style = Style()) -> Drawing {
    var chart = BarChart(style, Samples.caption(), indicator: "dti", period: "2024", bars)
    chart.mean = Value("0.6803")
    return Drawing(chart.svg())
  }

  @Test(arguments: Samples.styles) func `nothing overlaps or is cut off`(_ style: Style) {
    var some = bars()
    var missing = AreaFigure(area: "9", name: "Một tên rất dài của một tỉnh nào đó", value: nil)
    missing.missing = "không công bố"
    some.append(missing)
    let drawing = drawing(some, style)
    #expect(drawing.flaws == [])
    #expect(drawing.all("g").count == 4)
  }

  @Test func `bars are as long as their figures say, from zero`() {
    let drawing = drawing(bars())
    let lengths = ["0", "1", "2"].compactMap { area in
      drawing.all("rect").first { $0.data["area"] == area }?.number("width")
    }
    #expect(lengths.count == 3)
    #expect(abs(lengths[1] / lengths[0] - 0.7069 / 0.834) < 0.01)
    #expect(abs(lengths[2] / lengths[0] - 0.5 / 0.834) < 0.01)
  }

  @Test func `figures below zero go to the other side`() {
    let values = ["5", "-5"].map { AreaFigure(area: $0, name: $0, value: Value($0)) }
    let rectangles = drawing(values).all("rect").filter { $0.data["area"] != nil }
    #expect(rectangles.count == 2)
    #expect(abs(rectangles[0].number("width") - rectangles[1].number("width")) < 0.3)
    let end = rectangles[1].number("x") + rectangles[1].number("width")
    #expect(abs(end - rectangles[0].number("x")) < 0.3)
  }

  @Test func `words of the data cannot become markup`() {
    let name = "<script>alert(\"1\")</script> & 'x' \u{1}\u{FFFF}"
    let drawing = drawing([AreaFigure(area: "\"><b>", name: name, value: Value("1"))])
    #expect(drawing.flaws == [])
    #expect(drawing.source.contains("&lt;script&gt;alert(&quot;1&quot;)"))
    #expect(!drawing.source.unicodeScalars.contains { $0.value < 32 && $0 != "\n" })
    #expect(!drawing.source.unicodeScalars.contains("\u{FFFF}"))
  }

  @Test(arguments: Samples.styles)
  func `many areas without a figure are counted by why`(_ style: Style) {
    let missing = (0...BarChart.mostMissing).map { place in
      var bar = AreaFigure(area: "m\(place)", name: "Tỉnh \(place)", value: nil)
      bar.missing = place == 0 ? "không áp dụng" : "không có trong dữ liệu"
      return bar
    }
    let drawing = drawing(bars() + missing, style)
    #expect(drawing.flaws == [])
    let groups = drawing.all("g")
    #expect(groups.map { $0.data["count"] } == [nil, nil, nil, "1", "\(BarChart.mostMissing)"])
    #expect(drawing.all("desc").first?.text.contains("Tỉnh 3 không có trong dữ liệu") == true)
    #expect(drawing.labels.contains { $0.text.contains("3") && $0.text.contains("dữ liệu") })
  }

  @Test func `as many bars as are allowed are drawn`() {
    let most = (0..<BarChart.mostBars).map {
      AreaFigure(area: "\($0)", name: "Tỉnh \($0)", value: Value("\($0)"))
    }
    let drawing = drawing(most, Style(width: 320))
    #expect(drawing.flaws == [])
    #expect(drawing.all("g").count == BarChart.mostBars)
  }
}
