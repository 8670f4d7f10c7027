extension Routes {
  /// Drawings, each beside the data that it draws.
  static let charts: [Route] = [
    Route(
      "/v1/observations/chart.svg", "Biểu đồ đường của vài chuỗi giá trị, theo thời gian",
      "A few series of values as lines over time",
      [.indicator] + ofFigures, formats: [.svg]
    ) { try $0.observationsChart() },
    Route(
      "/v1/indicators/{id}/observations/chart.svg", "Biểu đồ đường của một chỉ số",
      "One indicator in a few areas as lines over time",
      ofFigures, formats: [.svg]
    ) { try $0.observationsOfIndicatorChart() },
    Route(
      "/v1/indicators/{id}/ranking/chart.svg", "Biểu đồ thanh: các tỉnh xếp theo giá trị",
      "A ranking as bars",
      [.province, .region, .period, .boundaries, .asOf, .acrossBreaks, .limit, .offset]
        + Parameter.chart, formats: [.svg]
    ) { try $0.rankingChart() },
    Route(
      "/v1/indicators/{id}/ranking/map.svg",
      "Bản đồ ô: mỗi tỉnh của bản đồ hành chính một ô, tô theo giá trị",
      "A ranking as a map: one tile for each province, shaded by value",
      [.period, .boundaries, .asOf] + Parameter.chart, formats: [.svg]
    ) { try $0.rankingMap() },
    Route(
      "/v1/targets/chart.svg", "Biểu đồ tiến độ của các chỉ tiêu",
      "Targets with how far each has come",
      [
        .indicator, .area, .pillar, .source, .meeting, .due, .status, .asOf, .updatedAfter,
        .query,
      ] + Parameter.chart, formats: [.svg]
    ) { try $0.targetsChart() },
    Route(
      "/v1/targets/{id}/chart.svg", "Biểu đồ tiến độ của một chỉ tiêu",
      "One target with how far it has come, by each of its indicators",
      [.asOf] + Parameter.chart, formats: [.svg]
    ) { try $0.targetChart() },
  ]

  /// What chooses the values of lines: all that chooses observations but what adds columns.
  private static let ofFigures: [Parameter] =
    ObservationParameters.ofOne.filter { ![.vintages, .change, .acrossBreaks].contains($0) }
    + Parameter.chart
}

extension Asking {
  /// What narrows a drawing to lines that can be told apart, for those who describe a route.
  func fewLines(of route: Route) -> [(name: String, value: String)] {
    guard route.takes.contains(.groupBy) else { return [] }
    guard route.takes.contains(.indicator) else {
      let unit = map(on: today).provinces.first.map { snapshot.provinces.rows[$0].slug }
      return unit.map { [("province", $0)] } ?? []
    }
    let indicators = snapshot.indicators.rows.indices.filter {
      snapshot.indicators.rows[$0].levels.contains(.nation)
    }
    let longest = indicators.max {
      snapshot.coverage[$0].observations < snapshot.coverage[$1].observations
    }
    let nation = snapshot.countries.rows.first { $0.level == .nation }
    guard let longest, let nation else { return [] }
    return [("indicator", snapshot.indicators.ids[longest]), ("area", nation.id)]
  }
}
