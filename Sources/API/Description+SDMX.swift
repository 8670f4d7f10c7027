import Formats
import SDMX
import Statistics

/// What the addresses of SDMX take, for the description of everything that can be asked.
extension Asking {
  /// What may stand for a brace, told by the word before it; what is named first is an example.
  func valuesOfSDMX(after word: String) -> [String] {
    switch word {
    case "data", "availableconstraint": Flow.all(in: snapshot).map(\.id)
    case "{key}": ["all", Identity.agency]
    case "{provider}": ["all"] + Dimension.allCases.map(\.rawValue)
    case "2.1":
      ArtefactKind.allCases.filter { $0 == .dataflow }.map(\.rawValue) + ["structure"]
        + ArtefactKind.allCases.filter { $0 != .dataflow }.map(\.rawValue)
    case "{resource}": [Identity.agency, "all"]
    case "{agency}": [Identity.flow, "all"]
    case "{id}": ["latest", "all", Identity.version]
    default: []
    }
  }

  /// Keys with codes that there are.
  var keySchema: Schema {
    let lists = [
      Frequency.allCases.map(\.rawValue), snapshot.indicators.ids, snapshot.areas.ids,
    ]
    let parts = lists.map { codes in
      let one =
        codes.isEmpty || codes.count > APILimits.enumeratedValues
        ? "[A-Za-z0-9_-]+" : DayPattern.any(codes)
      return "(?:\(one)(?:\\+\(one))*)?"
    }
    return .named("Key", Asking.whole("all|\(parts.joined(separator: "\\."))"))
  }

  /// The nation's yearly series, or everything.
  var exampleOfKey: String {
    snapshot.countries.rows.first { $0.level == .nation }.map { "A..\($0.id)" } ?? "all"
  }

  /// A moment, or what else is taken.
  static func momentSchema(_ days: String, or others: String) -> Schema {
    whole("\(others)|(?:\(days))T\(TimeLimit.clockPattern)")
  }

  /// Notes what one end of the asked time may be.
  mutating func tellLimit(_ parameter: Parameter) {
    let reporting = "(?:19|20)[0-9]{2}-A1|2100-A1|(?:(?:19|20)[0-9]{2}|2100)-M(?:0[1-9]|1[0-2])"
    tell(parameter) { _ in
      Asking.momentSchema(DayPattern.all, or: "\(DayPattern.periods)|\(reporting)")
    }
  }
}
