import HTTP
import Pages
import Statistics

/// What people get where there is no page: one that says so, with ways on. Programs, and whoever
/// asks below an address of the API, get a problem.
struct Wayside {
  private let desk: Desk

  /// - Parameter query: of which only the language and the theme are heard.
  init(
    _ snapshot: Snapshot, today: Day, origin: String, _ query: [(name: String, value: String)]
  ) {
    var choice = Choice()
    for (name, value) in query {
      if name == Parameter.language.rawValue, let language = PageLanguage(rawValue: value) {
        choice.language = language
      }
      if name == Parameter.theme.rawValue, let theme = PageTheme(rawValue: value) {
        choice.theme = theme
      }
    }
    desk = Desk(snapshot, today: today, choice: choice, origin: origin)
  }

  /// Whether no address that begins so answers programs.
  static func isOfPeople(_ segments: [String]) -> Bool {
    segments.first.map { !ofPrograms.contains($0) } ?? true
  }

  private static let ofPrograms = Set(
    Routes.all.filter { !$0.formats.contains(.html) }.compactMap { route -> String? in
      guard case .word(let word) = route.segments.first else { return nil }
      return word
    }
  ).subtracting(
    Routes.all.filter { $0.formats.contains(.html) }.compactMap { route -> String? in
      guard case .word(let word) = route.segments.first else { return nil }
      return word
    })

  /// Whether a client wants HTML more than a problem.
  static func isAskedFor(by accept: Accept) -> Bool {
    let offers = [Format.json, .html].flatMap(\.mediaTypes)
    return accept.choose(among: offers).map { offers[$0] == Format.html.mediaTypes[0] } ?? false
  }

  /// `/provinces` alone leads to the provinces of the front page.
  func answer(_ segments: [String], _ problem: Problem, _ reply: Reply) -> Response {
    if segments.filter({ !$0.isEmpty }) == ["provinces"] {
      return reply.seeOther(desk.addressOfProvinces)
    }
    let pick = desk.language.pick
    let place = echoed(reply.path ?? "")
    let ways = problem.suggestions.filter { Wayside.isOfPeople(Route.split($0)) }.map {
      (name: $0, href: $0)
    }
    let page = MessagePage(
      desk, title: pick(problem.title.vi, problem.title.en),
      detail: pick("Không có gì ở \(place).", "There is nothing at \(place)."),
      ways: ways + [(name: pick("Tài liệu", "Documentation"), href: "/docs")])
    return reply.refusal(problem.status, page.document(), in: desk.language.rawValue)
  }
}
