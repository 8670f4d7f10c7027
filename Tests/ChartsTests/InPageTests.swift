import Charts
import Testing

/// Charts within pages of somebody else.
@Suite struct InPageTests {
  private static let look: Style = {
    var style = Style(width: 480)
    style.isInPage = true
    return style
  }()

  /// One of each kind, whose marks lead somewhere where that is asked for.
  private func drawings(_ style: Style, link: String?) -> [Drawing] {
    let caption = Samples.caption()
    let tiles = Centroids.of34.keys.sorted().enumerated().map { place, id in
      var tile = AreaFigure(area: id, name: id, value: place == 4 ? nil : Value("\(place)"))
      tile.marks = place % 2 == 0 ? .derived : .estimated
      tile.link = link
      return tile
    }
    let bars = tiles.map { tile in
      var bar = AreaFigure(area: tile.area, name: tile.name, value: tile.value)
      bar.marks = tile.marks
      bar.link = link
      return bar
    }
    let series = ["Huế", "Hà Nội"].map { name in
      var one = Samples.series(
        name, [Samples.point(2022, "1"), Samples.point(2023, nil), Samples.point(2024, "2")])
      one.link = link
      return one
    }
    let goals = Goal.Status.allCases.map { status in
      var goal = Goal(target: "a", name: "Mục tiêu", status: status, aim: Value("10"))
      goal.value = Value("8")
      goal.link = link
      return goal
    }
    let all = [
      TileMap(style, caption, indicator: "dti", period: "2024", tiles).svg(),
      BarChart(style, caption, indicator: "dti", period: "2024", bars).svg(),
      LineChart(style, caption, series).svg(), GoalChart(style, caption, goals).svg(),
    ]
    return all.map { Drawing($0) }
  }

  @Test func `it has neither title, paper nor typeface of its own`() {
    for drawing in drawings(Self.look, link: nil) {
      #expect(drawing.flaws == [])
      #expect(!drawing.labels.contains { $0.text.hasPrefix("Chỉ số chuyển đổi số") })
      #expect(!drawing.labels.contains { $0.text.hasPrefix("Nguồn") })
      #expect(drawing.elements.first?.attributes["font-family"] == nil)
      #expect(drawing.elements.first?.attributes["class"] == "chart")
      #expect(!drawing.all("rect").contains { $0.number("width") == 480 && $0.number("x") == 0 })
    }
  }

  @Test func `it says its sources where it is asked to`() {
    var style = Self.look
    style.hasFoot = true
    for drawing in drawings(style, link: nil) {
      #expect(drawing.flaws == [])
      #expect(drawing.labels.contains { $0.text.hasPrefix("Nguồn: Báo cáo") })
    }
  }

  @Test func `its colours follow a style sheet, and stand without one`() {
    for drawing in drawings(Self.look, link: nil) {
      for element in drawing.elements {
        let classes = (element.attributes["class"] ?? "").split(separator: " ")
        for (paint, prefix) in [("fill", "cf-"), ("stroke", "cs-")] {
          let color = element.attributes[paint].flatMap { $0 == "none" ? nil : $0 }
          let own = classes.filter { $0.hasPrefix(prefix) }
          #expect((own.count == 1) == (color != nil), "\(element)")
          guard let color, let role = own.first?.dropFirst(3) else { continue }
          #expect(Theme.light.variables.contains("--c-\(role):\(color);"))
          #expect(Theme.dark.variables.contains("--c-\(role):#"))
          #expect(Theme.rules.contains(".\(prefix)\(role){\(paint):var(--c-\(role))}"))
        }
      }
    }
    let file = drawings(Style(), link: nil)
    #expect(file.allSatisfy { !$0.source.contains("class=") })
  }

  @Test(arguments: [false, true]) func `each mark leads where it is told to`(isInPage: Bool) {
    var style = Style(width: 900)
    style.isInPage = isInPage
    let link = "/provinces/48?lang=vi&period=\"2024\""
    for (drawing, count) in zip(drawings(style, link: link), [34, 34, 2, 5]) {
      #expect(drawing.flaws == [])
      let links = drawing.all("a")
      #expect(links.count == count)
      #expect(links.allSatisfy { $0.attributes["href"] == link })
      #expect(drawing.source.contains("href=\"/provinces/48?lang=vi&amp;period=&quot;2024&quot;\""))
    }
  }
}
