import Charts
import Statistics

/// What all drawings have in common.
extension Asking {
  /// `width=`, `theme=` and `lang=`.
  mutating func style() -> Style {
    let width = integer(.width, in: Style.widths) ?? Style.defaultWidth
    let theme = oneCode(.theme, Theme.self) ?? .light
    let language = oneCode(.language, Charts.Language.self) ?? .vi
    return Style(width: width, theme: theme, language: language)
  }

  /// A drawing of what was known on a day, with names as they were on another.
  func drawn(_ svg: [UInt8], names: Day, asOf: Day) -> Answer {
    Answer(content: .whole(svg), era: Notes(asOf: asOf, era: era(on: names)).dependence)
  }

  /// The number of rows that would be drawn, for explaining why there are none.
  func counted(_ count: Int, newest: Period? = nil) -> Answer {
    Answer(content: .whole([]), total: count, newestPeriod: newest)
  }

  /// A drawing that says why there is nothing to draw.
  func empty(_ style: Style, _ caption: Caption, _ emptiness: Emptiness?) -> [UInt8] {
    let emptiness = emptiness ?? Emptiness(self, total: 0)
    let reason = style.language.pick(emptiness.explanation.vi, emptiness.explanation.en)
    return EmptyChart(style, caption, because: reason).svg()
  }

  /// 400: more than can be told apart in one drawing.
  func tooMany(
    _ parameter: Parameter, _ what: Name, _ most: Int, narrowedBy hint: Name
  ) -> Problem {
    .parameters([
      ParameterError(
        .tooMany, parameter.rawValue, text(parameter) ?? "",
        Name(
          vi: "Một biểu đồ có nhiều nhất \(most) \(what.vi); \(hint.vi)",
          en: "A chart has at most \(most) \(what.en); \(hint.en)"))
    ])
  }

  /// On which map a drawing stands, in words; nil where each value stands where it was published.
  func words(of choice: MapChoice, _ language: Charts.Language) -> String? {
    choice.map.map { map in
      language.pick(
        "Bản đồ \(map.provinces.count) tỉnh, thành phố từ \(map.from.words(.vi))",
        "Map of \(map.provinces.count) provinces since \(map.from.words(.en))")
    }
  }
}

/// Who published what a drawing rests on, and when.
struct ChartSources {
  private var counts: [Int: Int] = [:]
  private var newest: PartialDate?
  private let snapshot: Snapshot

  init(_ snapshot: Snapshot) {
    self.snapshot = snapshot
  }

  mutating func add(_ cell: Cell) {
    if let statement = cell.statement {
      let provenance = snapshot.observations.provenance(Int(statement.row))
      counts[Int(provenance.original ?? provenance.source), default: 0] += 1
      add(provenance.published)
    }
    if let derivation = cell.derivation {
      for input in derivation.inputs { add(input.source) }
      add(derivation.published)
    }
  }

  private mutating func add(_ date: PartialDate?) {
    guard let date, newest.map({ $0.last < date.last }) ?? true else { return }
    newest = date
  }

  mutating func add(_ id: String?) {
    guard let place = id.flatMap({ snapshot.sources.place($0) }) else { return }
    // What is copied from one document is that document's.
    let copied = snapshot.sources.rows[place].transcriptionOf
    let original = copied.count == 1 ? snapshot.sources.place(copied[0]) : nil
    counts[original ?? place, default: 0] += 1
  }

  /// Writes them into a caption: those whom most figures are from first.
  func write(into caption: inout Caption, asOf: Day, _ language: Charts.Language) {
    var publishers: [String: Int] = [:]
    for (place, count) in counts {
      publishers[snapshot.sources.rows[place].credit, default: 0] += count
    }
    let order = publishers.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    caption.sources = order.prefix(Caption.mostSources).map(\.key)
    caption.moreSources = order.count - caption.sources.count
    var dates: [String] = []
    if let newest {
      dates.append(
        language.pick(
          "Công bố mới nhất \(newest.words(.vi))", "Newest published \(newest.words(.en))"))
    }
    dates.append(
      language.pick("Số liệu biết đến \(asOf.words(.vi))", "As known on \(asOf.words(.en))"))
    caption.dates = dates.joined(separator: ". ") + "."
  }
}
