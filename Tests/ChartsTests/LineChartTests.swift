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
    #expect(drawing.labels.contains { $0.text == "không có số liệu" })
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

  @Test func `an estimate is dashed and open, a derived figure a diamond`() {
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
    let diamonds = drawing.elements.filter { $0.data["period"] == "2024" && $0.name == "path" }
    #expect(diamonds.count == 1)
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

  @Test func `a rank that is always the first is drawn`() {
    let series = Samples.series("VN", [2022, 2023].map { Samples.point($0, "1") })
    let drawing = drawing([series], isRank: true)
    #expect(drawing.flaws == [])
    #expect(drawing.all("circle").count { $0.data["value"] == "1" } == 2)
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

  @Test func `where no figure bears a time the chart says so`() {
    let drawing = drawing([Samples.series("VN", [])])
    #expect(drawing.flaws == [])
    #expect(drawing.source.contains("Không giá trị nào có kỳ"))
  }
}
