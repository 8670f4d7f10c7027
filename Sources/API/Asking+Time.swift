import Formats
import Statistics

/// The two kinds of time: what was known, and on which map.
extension Asking {
  /// What a thing is looked at with; names are today's unless another day is given.
  func view(on day: Day? = nil, asOf: Day? = nil) -> View {
    View(
      snapshot, on: day ?? today, asOf: asOf ?? today, phrases: prepared.phrases.value, base: base)
  }

  /// `asOf=`, 1900 to today; what will be known is not known.
  mutating func asOf(default fallback: Day) -> Day {
    guard let first = Day(year: 1900, month: 1, day: 1), first <= today else { return fallback }
    return day(.asOf, in: first...today) ?? fallback
  }

  /// The same for observations: the newest day on which something became known, so that an answer
  /// does not change daily.
  mutating func asOfObservations() -> Day {
    asOf(default: min(today, snapshot.series.newestKnownFrom ?? today))
  }

  mutating func flag(_ parameter: Parameter) -> Bool? {
    tell(parameter) { _ in .flag }
    guard let text = text(parameter) else { return nil }
    switch text {
    case "true": return true
    case "false": return false
    default:
      wrong(
        .unknownValue(
          parameter.rawValue, text, vi: "không phải là true hay false",
          en: "is neither true nor false", suggestions: [], allowed: ["true", "false"]))
      return nil
    }
  }

  /// One code of an enumeration.
  mutating func oneCode<Code: RawRepresentable & CaseIterable & Hashable>(
    _ parameter: Parameter, _ type: Code.Type
  ) -> Code? where Code.RawValue == String {
    tell(parameter) { _ in .codes(of: Code.self) }
    guard let codes = codes(parameter, type) else { return nil }
    if codes.count > 1 {
      wrong(.tooMany(parameter.rawValue, text(parameter) ?? "", codes.count, most: 1))
      return nil
    }
    return codes.first
  }

  /// `change=` and `acrossBreaks=`, which only makes sense beside it.
  mutating func change() -> (since: Change.Since, acrossBreaks: Bool)? {
    let across = flag(.acrossBreaks)
    guard let since = oneCode(.change, Change.Since.self) else {
      if across != nil, text(.change) == nil {
        wrong(
          .conflict(
            "acrossBreaks", text(.acrossBreaks) ?? "",
            vi: "“acrossBreaks” chỉ đi cùng “change”.",
            en: "\"acrossBreaks\" goes only with \"change\"."))
      }
      return nil
    }
    return (since, across ?? false)
  }
}

/// On which map an answer stands.
struct MapChoice: Sendable {
  /// Nil is the published map.
  var map: ProvincialMap?
  /// The day on which names are read.
  var day: Day
  /// As `meta.boundaries` says it.
  var label: String
}

extension Asking {
  /// A map by `boundaries=` (`published` only where it is allowed), else a day's.
  mutating func mapChoice(default day: Day?, publishedAllowed: Bool = false) -> MapChoice {
    tellBoundaries(publishedAllowed: publishedAllowed)
    switch text(.boundaries) {
    case "published" where publishedAllowed:
      return MapChoice(map: nil, day: today, label: "published")
    case nil:
      guard let day else { return MapChoice(map: nil, day: today, label: "published") }
      let map = map(on: day)
      return MapChoice(map: map, day: day, label: map.from.description)
    case let text?:
      let day = boundaries()
      let map = map(on: day)
      return MapChoice(
        map: map, day: day, label: text == "today" ? map.from.description : text)
    }
  }
}
