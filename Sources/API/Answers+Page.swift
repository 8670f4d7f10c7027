import Formats
import HTTP
import Pages
import Search
import Statistics

/// Pages for people. What is wrong with a question stands on the page itself, under the right
/// status; an empty value, which forms send, is none.
extension Asking {
  /// `/`: the front page where HTML is asked for; programs are led to the index.
  mutating func frontPage() -> Answer {
    var choice = looks()
    let indicator = oneIndicator()
    let period = onePeriodOfPage()
    tellBoundaries()
    let day = text(.boundaries) == nil ? nil : boundaries()
    choice.query = words()
    guard format == .html else {
      // Who is led on takes nothing along; what a page takes is described all the same.
      for parameter in route.parameters where !isDescribing {
        guard let value = text(parameter) else { continue }
        wrong(.notHere(parameter.rawValue, value, path: path, allowed: []))
      }
      return Answer(content: .seeOther("/v1"))
    }
    let errors = takeErrors().filter { $0.code != .empty }
    choice.indicator = indicator.map { snapshot.indicators.ids[$0] }
    choice.period = period?.description
    choice.boundaries = errors.contains { $0.parameter == "boundaries" } ? nil : text(.boundaries)
    let desk = Desk(snapshot, today: today, choice: choice, origin: origin)
    var page = FrontPage(desk)
    page.notices = errors.map { choice.language.pick($0.detail.vi, $0.detail.en) }
    page.found = choice.query.map { found($0) }
    if let chosen = indicator ?? Shown.usual(snapshot) {
      let shown = Shown(chosen, period: period, on: day, desk)
      page.shown = shown
      draw(shown, desk, &page)
    }
    return answer(page.document(), errors, choice)
  }

  /// `/provinces/{code}`.
  mutating func pageOfProvince() -> Answer {
    let choice = looks()
    let errors = takeErrors().filter { $0.code != .empty }
    let desk = Desk(snapshot, today: today, choice: choice, origin: origin)
    do throws(Problem) {
      let (unit, day) = try unitOfPath()
      let map = pageMap(of: unit, on: day)
      guard let area = snapshot.areas.place(unit.id) else {
        throw missing("/v1/provinces", snapshot.provinces.ids)
      }
      let rows = pageRows(of: area, map, desk.asOf, .all, nil) { _ in true }
      var page = ProvincePage(
        desk, unit, on: day,
        rows.map {
          ProvincePage.Row($0.cell, rank: $0.rank, rankedOf: $0.rankedOf, mean: $0.peerMean)
        })
      page.notices = errors.map { choice.language.pick($0.detail.vi, $0.detail.en) }
      page.lines = page.course.flatMap { line($0, desk) }
      return answer(page.document(), errors, choice)
    } catch {
      let pick = choice.language.pick
      let codes =
        error.suggestions.compactMap { $0.split(separator: "/").last.map(String.init) }
        + error.successors
      let ways = codes.map { code in
        (
          name: snapshot.provinces[code].map { "\(pick($0.name.vi, $0.name.en)) (\(code))" }
            ?? code,
          href: choice.address("/provinces/\(code)")
        )
      }
      let page = MessagePage(
        desk, title: pick(error.title.vi, error.title.en),
        detail: pick(error.detail.vi, error.detail.en), ways: ways)
      var answer = Answer(content: .refusal(error.status, page.document()))
      answer.language = choice.language.rawValue
      return answer
    }
  }

  private func answer(_ page: [UInt8], _ errors: [ParameterError], _ choice: Choice) -> Answer {
    var answer = Answer(
      content: errors.isEmpty ? .whole(page) : .refusal(.badRequest, page),
      era: "\(today) \(origin)")
    answer.language = choice.language.rawValue
    return answer
  }

  /// The language and the theme.
  private mutating func looks() -> Choice {
    var choice = Choice()
    choice.theme = oneCode(.theme, PageTheme.self)
    choice.language = oneCode(.language, PageLanguage.self) ?? .vi
    return choice
  }

  /// The indicator that was chosen, by its place.
  private mutating func oneIndicator() -> Int? {
    tell(.indicator) { .named("IndicatorId", .codes($0.snapshot.indicators.ids)) }
    guard let id = text(.indicator) else { return nil }
    if let place = snapshot.indicators.place(id) { return place }
    wrong(
      .unknownValue(
        "indicator", id, vi: "không có trong /v1/indicators", en: "is not in /v1/indicators",
        suggestions: Nearest.some(to: id, among: snapshot.indicators.ids), see: "/v1/indicators"))
    return nil
  }

  private mutating func onePeriodOfPage() -> Period? {
    tell(.period) { $0.periodsSchema(single: true) }
    guard let text = text(.period) else { return nil }
    guard let periods = periods() else { return nil }
    if case .these(let chosen) = periods, chosen.count <= 1 { return chosen.first }
    wrong(
      .badSyntax(
        "period", text, vi: "một kỳ duy nhất như 2024", en: "a single period such as 2024"))
    return nil
  }

  private func found(_ words: String) -> FrontPage.Found {
    let hits = searchIndex.search(words, on: today)
    var found = FrontPage.Found()
    found.total = hits.count
    found.near = hits.isEmpty ? searchIndex.near(words) : nil
    found.hits = hits.prefix(APILimits.hits).map { hit in
      FrontPage.Hit(
        kind: hit.kind.rawValue, id: hit.id, name: hit.name, href: hit.href,
        pieces: hit.snippet.map { ($0.text, $0.isMatch) }, successors: hit.successors)
    }
    return found
  }
}
