import Formats
import HTTP
import Statistics

/// Everything that can be asked, described: made by asking each route of the table, in the
/// process, what it takes and what it answers. OpenAPI and the pages for people are drawn from it.
struct Description: Sendable {
  /// One route.
  struct Operation: Sendable {
    let route: Route
    /// For programs: `provincesByCodeIndicators`.
    let id: String
    /// The collection that it is about.
    let tag: String
    /// What stands for the braces of the pattern.
    var places: [Place]
    var parameters: [Condition]
    /// What is in the envelope, where there is one.
    var content: Telling.Content?
    /// How it is answered where all is well.
    var kind: Kind
    /// One for each format.
    var samples: [Sample] = []
  }

  enum Kind: Sendable {
    /// Under the mechanism of tags and negotiation.
    case representation
    /// A word for machines that watch.
    case word
    case seeOther

    var isRepresentation: Bool {
      if case .representation = self { true } else { false }
    }
  }

  /// What stands for a brace of a pattern.
  struct Place: Sendable {
    let name: String
    /// In a sentence.
    let meaning: Name
    let schema: Schema
    let example: String?
  }

  /// A parameter as a route takes it.
  struct Condition: Sendable {
    let parameter: Parameter
    let schema: Schema
    /// Whether it cannot be left out.
    var isNeeded = false
    /// A value that is answered.
    var example: Schema.Example?
    /// What has to be asked for beside it, where it is not answered alone.
    var beside: [(parameter: Parameter, value: Schema.Example)] = []
  }

  /// A format, and a question that was answered in it.
  struct Sample: Sendable {
    let format: Format
    /// Nil where no value of the path is known.
    let target: String?
    let answer: Excerpt?
  }

  let operations: [Operation]
  /// What the operations are about, in the order of the table.
  let tags: [(id: String, name: Name)]
  /// What is answered where there is no answer, by status.
  let refusals: [Refused.Example]
  let digest: String
  /// What stands before all paths where the server has a public address; else nothing.
  let home: String
  let today: Day

  init(_ asking: Asking) {
    operations = Routes.all.map { Operation($0, asking) }
    let names = Description.tagNames + asking.collections.map { ($0.id, $0.name) }
    // What is about the program itself comes last.
    let ids = operations.map(\.tag).unique
    tags = (ids.filter { $0 != "program" } + ids.filter { $0 == "program" }).map { tag in
      (tag, names.first { $0.0 == tag }?.1 ?? Name(vi: tag, en: tag))
    }
    refusals = Refused.all.map { $0.example(asking) }
    digest = asking.snapshot.digest
    home = asking.absolute("")
    today = asking.today
  }
}

extension Description {
  /// Of what is no collection.
  private static let tagNames: [(String, Name)] = [
    ("program", Name(vi: "Chương trình", en: "The program")),
    ("index", Name(vi: "Mục lục", en: "Index")),
    ("search", Name(vi: "Tìm kiếm", en: "Search")),
    ("sdmx", Name(vi: "SDMX", en: "SDMX")),
    ("bulk", Name(vi: "Trọn bộ", en: "In bulk")),
  ]
}

extension Description.Operation {
  init(_ route: Route, _ asking: Asking) {
    self.route = route
    id = Description.Operation.id(of: route)
    tag = Description.Operation.tag(of: route)
    places = asking.places(of: route)
    let values = places.compactMap(\.example)
    let path = places.reduce(route.pattern) { path, place in
      path.replacing(
        "{\(place.name)}", with: Address.encoded(place.example ?? ""), maxReplacements: 1)
    }
    kind = .representation
    parameters = []
    guard values.count == places.count else {
      parameters = route.parameters.map { .init(parameter: $0, schema: .text()) }
      samples = route.formats.map { .init(format: $0, target: nil, answer: nil) }
      return
    }
    // What is missing in a question without parameters is needed.
    var bare = asking.other(route, path: path, values: values, query: [])
    _ = try? route.answer(&bare)
    let missing = bare.errors.filter { $0.code == .empty }.map(\.parameter)
    var telling = asking.other(route, path: path, values: values, query: [])
    for parameter in missing { telling.give(parameter, asking.tellingNames.first ?? "") }
    if route.takes.contains(.vintages) { telling.give(Parameter.vintages.rawValue, "all") }
    telling.telling = Telling()
    switch try? route.answer(&telling).content {
    case .text(let word):
      kind = .word
      samples = [.init(format: .json, target: path, answer: Excerpt(whole: Array(word.utf8)))]
    case .live: kind = .word
    case .seeOther: kind = .seeOther
    default: break
    }
    let told = telling.telling ?? Telling()
    content = told.content
    parameters = route.parameters.map { parameter in
      let schema: Schema =
        parameter == .format
        ? .codes(route.formats.map(\.rawValue)) : told.parameters[parameter] ?? .text()
      return .init(
        parameter: parameter, schema: schema, isNeeded: missing.contains(parameter.rawValue))
    }
    let trial = Trial(route: route, path: path, values: values, asking: asking)
    parameters = trial.withExamples(parameters)
    guard case .representation = kind else { return }
    samples = trial.samples(parameters)
  }

  private static func id(of route: Route) -> String {
    let words = Route.split(route.pattern).flatMap { segment -> [String] in
      let words = segment.split { !$0.isLetter && !$0.isNumber }.map(String.init)
      return segment.hasPrefix("{") ? ["by"] + words : words
    }
    // Pages for people bear the names of what they show.
    let own =
      route.isPage && !words.isEmpty
      ? ["page"] + words
      : words.first == "v1" && words.count > 1 ? Array(words.dropFirst()) : words
    let joined = own.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    return own.isEmpty ? "root" : own == ["v1"] ? "index" : own[0] + joined
  }

  private static func tag(of route: Route) -> String {
    let segments = Route.split(route.pattern)
    if ["export.ndjson", "datapackage.json", "catalog.jsonld"].contains(segments.last) {
      return "bulk"
    }
    if segments[0] == "v1" { return segments.count > 1 ? segments[1] : "index" }
    return segments[0] == "sdmx" ? "sdmx" : "program"
  }
}

extension Description {
  /// What documents call the values of a brace, by the words before it: `ProvincesPath`.
  fileprivate static func component(of words: ArraySlice<String>) -> String {
    let letters = (words.last ?? "").filter { $0.isLetter }
    return "\(letters.prefix(1).uppercased())\(letters.dropFirst())Path"
  }
}

extension Asking {
  /// What stands for the braces of a pattern, told by the word before them.
  func places(of route: Route) -> [Description.Place] {
    let segments = Route.split(route.pattern)
    return segments.indices.filter { segments[$0].hasPrefix("{") }.map { place in
      let name = String(segments[place].dropFirst().dropLast())
      if route.isOfSDMX {
        return placeOfSDMX(name, of: segments, isLast: place == segments.indices.last)
      }
      let words = segments[..<place].suffix(2)
      let meaning = Description.Place.meaning(after: words.last ?? "")
      let values = self.values(after: Array(words))
      let schema: Schema =
        values.isEmpty || values.count > APILimits.enumeratedValues
        ? .text(matching: "^[^/\\u0000]+$")
        : .named(Description.component(of: words), .codes(values))
      return .init(
        name: name, meaning: meaning, schema: schema, example: example(after: Array(words)))
    }
  }

  private func values(after words: [String]) -> [String] {
    switch words.last {
    case "provinces":
      Set(
        snapshot.provinces.rows.flatMap { unit in
          [unit.id, unit.code, unit.slug] + [unit.isoCode].compactMap(\.self)
        }
      ).sorted(by: precedes)
    case "regions":
      Set(snapshot.regions.rows.flatMap { [$0.id, $0.slug] }).sorted(by: precedes)
    case "pillars": snapshot.pillars.ids
    case "indicators": snapshot.indicators.ids
    case "commitments": snapshot.commitments.ids
    case "targets": snapshot.targets.ids
    case "tasks": snapshot.tasks.ids
    case "agencies": snapshot.agencies.ids
    case "platforms": snapshot.platforms.ids
    case "meetings": snapshot.meetings.ids
    case "sources": snapshot.sources.ids
    case "{set}":
      Set(snapshot.commitments.rows.flatMap { $0.items.map(\.id) }).sorted(by: precedes)
    default: []
    }
  }

  /// A value that there is today, of those with much to say.
  private func example(after words: [String]) -> String? {
    switch words.last {
    case "provinces": map(on: today).provinces.first.map { snapshot.provinces.rows[$0].slug }
    case "regions": snapshot.regions.rows.first { $0.isValid(on: today) }?.slug
    case "indicators": tellingIndicator
    case "{set}": snapshot.commitments.rows.first?.items.first?.id
    default: values(after: words).first
    }
  }
}
