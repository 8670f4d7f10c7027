import JSON
import Statistics

/// Checks the observations of files against what they refer to.
struct ObservationChecks: Sendable {
  private let indicators: Table<Indicator>
  private let sources: Table<Source>
  private let levels: [String: Level]

  init(_ contents: Contents) {
    indicators = Table(contents.indicators, id: \.id)
    sources = Table(contents.sources, id: \.id)
    var levels: [String: Level] = [:]
    for unit in contents.provinces { levels[unit.id] = .province }
    for country in contents.countries { levels[country.id] = country.level }
    self.levels = levels
  }

  /// Checks the rows of one file, whose numbers are still its own.
  func check(_ rows: ObservationRows, place: (Int) -> Place) {
    let indicators = rows.indicators.texts.map { self.indicators[$0] }
    let ranges = indicators.map { $0.map(Allowed.init) }
    let levels = rows.areas.texts.map { self.levels[$0] }
    let documents = documents(of: rows)
    for row in 0..<rows.count {
      let indicator = rows.indicator(row)
      let level = levels.at(rows.area(row))
      if let range = ranges.at(indicator), documents[rows.document(row)].isSound,
        range.allows(rows, row, level)
      {
        continue
      }
      // Something may be wrong: now word by word.
      let place = place(row)
      if let indicator = indicators.at(indicator) {
        check(rows, row, of: indicator, level, place)
      }
      documents[rows.document(row)].report(at: place)
    }
  }

  private func check(
    _ rows: ObservationRows, _ row: Int, of indicator: Indicator, _ level: Level?, _ place: Place
  ) {
    let annotation = rows.annotation(row) ?? Annotation()
    let figures = [rows.value(row), annotation.low, annotation.high]
    for figure in figures.compactMap({ $0 }) {
      if let minimum = indicator.minimum, figure < minimum {
        place.report(expected: "a value of at least \(minimum)", found: "\(figure)")
      }
      if let maximum = indicator.maximum, figure > maximum {
        place.report(expected: "a value of at most \(maximum)", found: "\(figure)")
      }
      if figure.places > indicator.decimals {
        place.report(
          expected: "at most \(indicator.decimals) digits after the point, as \(indicator.id) says",
          found: "\(figure)")
      }
    }
    if let level, !indicator.levels.contains(level) {
      let levels = indicator.levels.map(\.rawValue).joined(separator: ", ")
      place.report(
        expected: "an area of the indicator's levels (\(levels))",
        found: "\(rows.areas.text(rows.area(row))), a \(level.rawValue)")
    }
    place.want(figures, in: annotation.excerpt, multiplier: indicator.unitMultiplier)
    place.want([annotation.outOf], in: annotation.excerpt, multiplier: 0)
  }

  /// What is to be said of each source with its original.
  private func documents(of rows: ObservationRows) -> [Document] {
    rows.documents.map { given in
      let source =
        given.source == Numbering.none ? nil : sources[rows.sources.text(Int(given.source))]
      let original =
        given.original == Numbering.none ? nil : rows.originals.text(Int(given.original))
      guard let source else { return Document() }
      return Document(
        undated: original.flatMap { sources[$0]?.published } == nil && source.knownFrom == nil
          ? source.id : nil,
        untranscribed: original.flatMap {
          source.transcriptionOf.contains($0) ? nil : ($0, source)
        })
    }
  }
}

/// What is wrong with a source or its original, wherever they are named.
private struct Document {
  var undated: String?
  var untranscribed: (original: String, source: Source)?

  var isSound: Bool { undated == nil && untranscribed == nil }

  func report(at place: Place) {
    if let undated {
      place.report(
        expected: "a source with a date: published, or retrieved",
        found: "\"\(undated)\" with neither")
    }
    if let (original, source) = untranscribed {
      place.report(
        expected: "an original that \(source.id) transcribes", found: "\"\(original)\"",
        suggestion: Nearest.one(to: original, among: source.transcriptionOf))
    }
  }
}

/// What an indicator allows its plain rows, quick to ask.
private struct Allowed {
  private let minimum: Decimal?
  private let maximum: Decimal?
  private let decimals: Int
  /// A bit for each.
  private let levels: UInt8

  init(_ indicator: Indicator) {
    minimum = indicator.minimum
    maximum = indicator.maximum
    decimals = indicator.decimals
    levels = indicator.levels.reduce(0) { $0 | Allowed.bit($1) }
  }

  private static func bit(_ level: Level) -> UInt8 {
    switch level {
    case .country: 1
    case .nation: 2
    case .province: 4
    }
  }

  /// Whether nothing can be wrong with a row; false where that takes another look.
  func allows(_ rows: ObservationRows, _ row: Int, _ level: Level?) -> Bool {
    guard level.map({ levels & Allowed.bit($0) != 0 }) ?? true, rows.isPlain(row) else {
      return false
    }
    guard let value = rows.value(row) else { return true }
    return value.places <= decimals && minimum.map { value >= $0 } ?? true
      && maximum.map { value <= $0 } ?? true
  }
}

extension Array {
  /// What has a number; nil where there is none.
  fileprivate func at<Wrapped>(_ number: Int) -> Wrapped? where Element == Wrapped? {
    number == Int(Numbering.none) ? nil : self[number]
  }
}
