import Charts
import Pages
import Statistics

/// The charts that stand in pages: in the colours of the page's theme, each mark a way to what it
/// stands for.
extension Asking {
  /// Pixels across: what a phone of 390 has, so that no letter is smaller there than drawn.
  private static let width = 358

  /// Draws the chosen indicator: its provinces as tiles, the nation over time.
  func draw(_ shown: Shown, _ desk: Desk, _ page: inout FrontPage) {
    let id = snapshot.indicators.ids[shown.indicator]
    if let period = shown.period, let map = shown.map {
      guard let (route, values) = Router.route(["v1", "indicators", id, "ranking"]) else {
        preconditionFailure("indicators are ranked")
      }
      let day = map.to.map(\.description) ?? "today"
      var asking = other(
        route, path: "/v1/indicators/\(id)/ranking", values: values,
        query: [("period", period.description), ("boundaries", day)], toDescribe: false)
      if let asked = try? asking.askedRanking() {
        var tiles = asking.tileMap(
          of: asked, asking.wantedRows(of: asked), style(desk))
        for place in tiles?.tiles.indices ?? 0..<0 {
          let area = tiles.flatMap { snapshot.areas.place($0.tiles[place].area) }
          tiles?.tiles[place].link = area.map { desk.address(ofProvince: $0) }
        }
        page.map = tiles?.svg()
      }
    }
    page.lines = line(desk.national(shown.indicator), desk)
  }

  /// A series over time; nil where it has no two figures.
  func line(_ series: [Cell], _ desk: Desk) -> [UInt8]? {
    let dated = series.filter { $0.period != nil }
    guard dated.count(where: { $0.hasNumber }) > 1, dated.count <= LineChart.mostPoints else {
      return nil
    }
    return lineChart(of: [dated], on: today, asOf: desk.asOf, style(desk))?.svg()
  }

  private func style(_ desk: Desk) -> Style {
    var style = Style(
      width: Asking.width, theme: desk.choice.theme == .dark ? .dark : .light,
      language: desk.language == .en ? .en : .vi)
    style.isInPage = true
    return style
  }
}

/// How pages look: their own style sheet, and the colours of the charts in them on either paper.
enum PageLook {
  static let text: [UInt8] = {
    let (light, dark) = (Theme.light.variables, Theme.dark.variables)
    let charts = """
      :root{\(light)}
      @media screen and (prefers-color-scheme:dark){:root:not([data-theme=light]){\(dark)}}
      @media screen{:root[data-theme=dark]{\(dark)}}
      \(Theme.rules)

      """
    return Desk.Assets.stylesheetText + Array(charts.utf8)
  }()
}
