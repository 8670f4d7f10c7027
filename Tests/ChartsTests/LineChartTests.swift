import Charts
import Testing

/// Lines over time.
@Suite struct LineChartTests {
  private func drawing(
    _ series: [Series], _ style: Style = Style(), isRank: Bool = false
  ) -> Drawing {
    var chart = LineChart(style, Samples.caption(), series)
    chart.isRank = isRank
    return Drawing(chart.svg())
  }

  /// The lines of data: those that are as strong as nothing else is.
  private func lines(_ drawing: Drawing) -> [Drawing.Element] {
    drawing.all("path").filter {
      $0.attributes["stroke-width"] == "2.4" && $0.attributes["fill"] == "none"
        && $0.attributes["d"]?.hasPrefix("M16 ") == false
    }
  }

  @Test(arguments: Samples.styles)
  func `eight lines that end together keep their labels apart`(_ style: Style) {
    let names = [
      "Đà Nẵng", "Hà Nội", "Hồ Chí Minh", "Bà Rịa - Vũng Tàu", "Thừa Thiên Huế", "Cần Thơ",
      "Hải Phòng", "Quảng Ninh",
    ]
    let series = names.enumerated().map { place, name in
      Samples.series(
        name,
        [
          Samples.point(2022, "0.6\(place)"), Samples.point(2023, "0.70\(place)"),
          Samples.point(2024, "0.71\(place)", .derived),
        ])
    }
    let drawing = drawing(series, style)
    #expect(drawing.flaws == [])
    #expect(drawing.all("g").count == 24)
    for name in names { #expect(drawing.labels.contains { $0.text.contains(name) }) }
  }

  @Test func `a gap is marked and not joined over`() {
    let series = Samples.series(
      "VN",
      [
        Samples.point(2019, "1"), Samples.point(2020, "2"), Samples.point(2021, nil),
        Samples.point(2022, "3"), Samples.point(2023, "4"),
      ])
    let drawing = drawing([series])
    #expect(lines(drawing).count == 2)
    #expect(drawing.labels.contains { $0.text == "không công bố" })
    #expect(drawing.source.contains("2021 không công bố"))
  }

  @Test func `a year that nobody recorded is not joined over, the rhythm of a series is none`() {
    let absent = Samples.series(
      "VN", [2017, 2018, 2020].map { Samples.point($0, "\($0 - 2000)") })
    #expect(lines(drawing([absent])).count == 1)
    let everyOther = Samples.series(
      "VN", [2016, 2018, 2020].map { Samples.point($0, "\($0 - 2000)") })
    let drawn = lines(drawing([everyOther]))
    #expect(drawn.count == 1)
    #expect(drawn.first?.attributes["d"]?.count { $0 == "L" } == 2)
    // Two figures have no rhythm.
    let two = Samples.series("VN", [2021, 2023].map { Samples.point($0, "\($0 - 2000)") })
    #expect(lines(drawing([two])).isEmpty)
  }

  @Test func `half a year among years is a diamond of its own, and says how long it is`() {
    var half = Samples.point(2024, "64.9", .otherSpan)
    half.period = "2024-S1"
    half.days = half.days.lowerBound...(half.days.lowerBound + 181)
    half.span = "6 tháng"
    let years = [Samples.point(2022, "113.5"), Samples.point(2023, "117.3")]
    let drawing = drawing([Samples.series("VN", years + [half])])
    #expect(drawing.flaws == [])
    #expect(lines(drawing).map { $0.attributes["d"]?.count { $0 == "L" } } == [1])
    let marks = drawing.elements.filter { $0.data["period"] == "2024-S1" && $0.name == "path" }
    #expect(marks.map { $0.data["mark"] } == ["otherSpan"])
    #expect(drawing.labels.contains { $0.text == "64,9 (6 tháng)" })
    #expect(drawing.labels.contains { $0.text.hasPrefix("kỳ dài ngắn khác (6 tháng)") })
  }

  @Test(arguments: [320, 900])
  func `lines differ in colour, dash and shape, in the legend as in the drawing`(_ width: Int) {
    let series = (0..<LineChart.mostSeries).map { place in
      Samples.series(
        "\(place)", [2022, 2023].map { Samples.point($0, "\(place * 10 + $0 - 2000)") })
    }
    let drawing = drawing(series, Style(width: width))
    var dashes: [String: Set<String>] = [:]
    for line in drawing.all("path") where line.attributes["stroke-width"] == "2.4" {
      dashes[line.attributes["stroke"] ?? "", default: []].insert(
        line.attributes["stroke-dasharray"] ?? "")
    }
    #expect(dashes.count == LineChart.mostSeries)
    #expect(dashes.values.allSatisfy { $0.count == 1 && $0 != ["5 4"] })
    #expect(Set(dashes.values).count == LineChart.mostSeries)
    // A sign for each of two figures, and one where the line has its name.
    var shapes: [String: Set<String>] = [:]
    for mark in drawing.elements where ["path", "circle"].contains(mark.name) {
      guard let fill = mark.attributes["fill"], fill != "none", dashes[fill] != nil else {
        continue
      }
      if mark.attributes["stroke"] == nil { continue }
      shapes[fill, default: []].insert(outline(mark))
    }
    #expect(shapes.values.allSatisfy { $0.count == 1 })
    #expect(Set(shapes.values).count == LineChart.mostSeries)
  }

  /// The steps from corner to corner, whole pixels.
  private func outline(_ mark: Drawing.Element) -> String {
    let numbers = (mark.attributes["d"] ?? "").split { "MLz ".contains($0) }.compactMap {
      Double($0)
    }
    return zip(numbers, numbers.dropFirst(2)).map { "\(Int(($1 - $0).rounded()))" }
      .joined(separator: " ")
  }

  @Test func `a rank that is always the first is drawn`() {
    let series = Samples.series("VN", [2022, 2023].map { Samples.point($0, "1") })
    let drawing = drawing([series], isRank: true)
    #expect(drawing.flaws == [])
    #expect(drawing.all("circle").count { $0.data["value"] == "1" } == 2)
  }

  @Test(arguments: Samples.widths)
  func `the last figure is written wherever the line goes`(_ width: Int) {
    let points = (1990...2020).map { Samples.point($0, $0 % 2 == 0 ? "1.51" : "99.02") }
    let drawing = drawing([Samples.series("VN", points)], Style(width: width))
    #expect(drawing.flaws == [])
    let last = drawing.all("circle").last { $0.data["period"] == "2020" }
    let label = drawing.all("text").filter { $0.attributes["font-weight"] != nil }.max {
      $0.number("x") < $1.number("x")
    }
    #expect(label?.text == "1,51")
    #expect(abs((label?.number("x") ?? 0) - (last?.number("cx") ?? 999)) < 40)
  }

  @Test func `numbers that are written with fewer digits say so`() {
    func notes(_ value: String) -> Int {
      let series = Samples.series("VN", [Samples.point(2022, "1"), Samples.point(2023, value)])
      return drawing([series]).labels.count { $0.text.hasPrefix("Số ghi trên hình đã làm tròn") }
    }
    #expect(notes("1.234567") == 1)
    #expect(notes("1.23456") == 0)
  }

  @Test func `a change of method has a rule with a word, and parts the line`() {
    var series = Samples.series(
      "VN", (2020...2023).map { Samples.point($0, "0.\($0 - 1970)") })
    let start = Samples.point(2022, "0").days.lowerBound
    series.breaks = [MethodBreak(day: start, period: "2022", what: "Từ 98 xuống 47 chỉ số")]
    let drawing = drawing([series])
    #expect(lines(drawing).count == 2)
    #expect(drawing.labels.contains { $0.text == "(1) đổi cách tính" })
    #expect(drawing.labels.contains { $0.text.contains("Từ 98 xuống 47 chỉ số") })
  }

  @Test func `an estimate is dashed and open, a derived figure in a ring`() {
    let series = Samples.series(
      "VN",
      [
        Samples.point(2021, "1"), Samples.point(2022, "2"), Samples.point(2023, "3", .estimated),
        Samples.point(2024, "4", .derived),
      ])
    let drawing = drawing([series])
    #expect(lines(drawing).count { $0.attributes["stroke-dasharray"] != nil } == 1)
    let marks = drawing.elements.filter { $0.data["period"] == "2023" && $0.name == "circle" }
    #expect(marks.first?.attributes["fill"] == "#ffffff")
    let rings = drawing.elements.filter { $0.data["period"] == "2024" && $0.name == "circle" }
    #expect(rings.map { $0.number("r") } == [7.5, 4])
    #expect(drawing.labels.contains { $0.text == "ước tính, dự báo" })
    #expect(drawing.labels.contains { $0.text.hasPrefix("tính từ các tỉnh cũ") })
  }

  @Test func `rank 1 stands at the top`() {
    let series = Samples.series("VN", [Samples.point(2022, "86"), Samples.point(2024, "71")])
    let drawing = drawing([series], isRank: true)
    let marks = drawing.all("circle").filter { $0.data["period"] != nil }
    #expect(marks.count == 2)
    #expect(marks[1].number("cy") < marks[0].number("cy"))
    let one = drawing.all("text").first { $0.text == "1" }
    let all = drawing.all("text").filter { $0.text.allSatisfy(\.isNumber) && $0.text.count < 3 }
    #expect(one?.number("y") == all.map { $0.number("y") }.min())
  }

  @Test(arguments: Samples.styles) func `a single figure is written large`(_ style: Style) {
    var point = Samples.point(2024, "129000")
    point.sign = "> "
    let drawing = drawing([Samples.series("Việt Nam", [point])], style)
    #expect(drawing.flaws == [])
    let number = style.language == .vi ? "> 129.000" : "> 129,000"
    #expect(drawing.all("text").contains { $0.text == number && $0.number("font-size") > 40 })
  }

  @Test func `a range is a bar from end to end`() {
    var range = Samples.point(2023, nil)
    range.low = Value("7.8")
    range.high = Value("8")
    range.missing = nil
    let drawing = drawing([Samples.series("VN", [Samples.point(2022, "7"), range])])
    #expect(drawing.elements.filter { $0.data["low"] == "7.8" && $0.name == "path" }.count == 3)
    #expect(drawing.flaws == [])
  }

  @Test(arguments: [false, true]) func `the legend explains a range, and no mark that is not drawn`(
    isEstimate: Bool
  ) {
    var range = Samples.point(2023, nil, isEstimate ? .estimated : [])
    (range.low, range.high) = (Value("7.8"), Value("8"))
    let drawing = drawing([Samples.series("VN", [Samples.point(2022, "7"), range])])
    let labels = drawing.labels.map(\.text)
    #expect(labels.contains("khoảng ước tính, dự báo") == isEstimate)
    #expect(labels.contains("khoảng, thấp đến cao") == !isEstimate)
    #expect(!labels.contains("ước tính, dự báo"))
  }

  @Test(arguments: Samples.styles) func `gaps of several lines at one time stand apart`(
    _ style: Style
  ) {
    let series = (0..<LineChart.mostSeries).map { place in
      Samples.series(
        "\(place)", (2011...2023).map { Samples.point($0, $0 % 4 == 0 ? nil : "\(place + 40)") })
    }
    let drawing = drawing(series, style)
    #expect(drawing.flaws == [])
    let crosses = drawing.all("path").filter {
      $0.data["period"] == "2012" && $0.attributes["stroke-width"] == "1.8"
    }
    #expect(crosses.count == 2 * LineChart.mostSeries)
    #expect(Set(crosses.map { $0.attributes["d"] }).count == crosses.count)
  }

  @Test func `where no figure bears a time the chart says so`() {
    let drawing = drawing([Samples.series("VN", [])])
    #expect(drawing.flaws == [])
    #expect(drawing.source.contains("Không giá trị nào có kỳ"))
  }
}
