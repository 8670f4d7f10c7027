import Formats
import SDMX
import Statistics

/// What the addresses of SDMX take, for the description of everything that can be asked.
extension Asking {
  /// What stands for a brace.
  ///
  /// - Parameter isLast: whether nothing follows it.
  func placeOfSDMX(
    _ name: String, of segments: [String], isLast: Bool
  ) -> Description.Place {
    let flows = Flow.all(in: snapshot).map(\.id)
    let dimensions = Dimension.allCases.map(\.rawValue)
    let ours = DayPattern.any(Asking.providers)
    let versions = Asking.versions.map { $0.replacing(".", with: "\\.") }
    let (schema, example): (Schema, String?) =
      switch name {
      case "flow":
        (
          .named(
            "Flow",
            Asking.whole(
              "(?:\(ours),)?\(DayPattern.any(flows))"
                + "|\(ours),\(DayPattern.any(flows)),\(DayPattern.any(versions))", like: flows)),
          flows.first
        )
      case "key": (keySchema, exampleOfKey)
      case "provider":
        // Clients that want one dimension leave the provider out.
        segments.contains("availableconstraint") && isLast
          ? (.either([providerSchema, .codes(dimensions)]), Asking.providers.first)
          : (providerSchema, Asking.providers.first)
      case "component": (.codes(["all"] + dimensions), dimensions.first)
      case "resource":
        (
          .codes(ArtefactKind.allCases.map(\.rawValue) + ["structure"] + ArtefactKind.aliases),
          ArtefactKind.dataflow.rawValue
        )
      case "agency":
        (
          Asking.sums(
            of: Asking.providers + prepared.artefacts.value.map(\.agency), "MaintenanceAgency"),
          Identity.agency
        )
      case "id":
        (Asking.sums(of: ["all"] + prepared.artefacts.value.map(\.id), "Structure"), Identity.flow)
      default: (Asking.sums(of: Asking.versions, "Version"), Asking.versions.first)
      }
    let meaning = Description.Place.meaningOfSDMX(name)
    return .init(name: name, meaning: meaning, schema: schema, example: example)
  }

  private var providerSchema: Schema {
    let ours = DayPattern.any(Asking.providers)
    return .named("Provider", Asking.whole("\(ours)(?:,\(ours))?", like: Asking.providers))
  }

  /// Words, or several with plus signs between them.
  private static func sums(of words: [String], _ name: String) -> Schema {
    let one = DayPattern.any(words.unique.map { $0.replacing(".", with: "\\.") })
    return .named(name, whole("\(one)(?:\\+\(one))*", like: words))
  }

  /// Keys with codes that there are.
  private var keySchema: Schema {
    let lists = [
      Frequency.allCases.map(\.rawValue), snapshot.indicators.ids, snapshot.areas.ids,
    ]
    let parts = lists.map { codes in
      let one =
        codes.isEmpty || codes.count > APILimits.enumeratedValues
        ? "[A-Za-z0-9_-]+" : DayPattern.any(codes)
      return "(?:\(one)(?:\\+\(one))*)?"
    }
    return .named(
      "Key", Asking.whole("all|\(parts.joined(separator: "\\."))", like: [exampleOfKey]))
  }

  /// The nation's yearly series, or everything.
  private var exampleOfKey: String {
    snapshot.countries.rows.first { $0.level == .nation }.map { "A..\($0.id)" } ?? "all"
  }

  /// A moment, or what else is taken.
  static func momentSchema(_ days: String, or others: String, like some: [String]) -> Schema {
    whole("\(others)|(?:\(days))T\(TimeLimit.clockPattern)", like: some)
  }

  /// Notes what one end of the asked time may be.
  mutating func tellLimit(_ parameter: Parameter) {
    let reporting = "(?:19|20)[0-9]{2}-A1|2100-A1|(?:(?:19|20)[0-9]{2}|2100)-M(?:0[1-9]|1[0-2])"
    tell(parameter) {
      Asking.momentSchema(
        DayPattern.all, or: "\(DayPattern.periods)|\(reporting)", like: $0.tellingPeriods)
    }
  }
}
