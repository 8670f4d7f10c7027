import JSON
import Statistics
import Testing

extension World {
  /// Figures of one series, "2022=0.5 2023=0.6"; all in one old document, or in another.
  mutating func figures(
    _ indicator: String, _ area: String, _ words: String, from source: String = "old"
  ) {
    if source == "old", !contents.sources.contains(where: { $0.id == "old" }) {
      self.source("old", published: "1990-01-01")
    }
    for word in words.split(separator: " ") {
      let parts = word.split(separator: "=")
      observe(indicator, area, String(parts[0]), nil, source) { $0.value = .written(parts[1]) }
    }
  }

  /// Changes one of the indicators.
  mutating func change(_ indicator: String, _ change: (inout Indicator) -> Void) {
    guard let index = contents.indicators.firstIndex(where: { $0.id == indicator }) else {
      preconditionFailure("a test changes what is there")
    }
    change(&contents.indicators[index])
  }

  mutating func method(of indicator: String, changesIn period: String) {
    change(indicator) { $0.breaks.append(MethodBreak(period: .written(period))) }
  }
}

extension Decimal {
  /// The number that a test writes down.
  static func written(_ text: some StringProtocol) -> Decimal {
    let bytes = Array(text.utf8)
    guard let number = Decimal(bytes.span, 0..<bytes.count) else {
      preconditionFailure("a test writes numbers that fit")
    }
    return number
  }
}

extension Period {
  static func written(_ text: some StringProtocol) -> Period {
    guard let period = Period(text) else { preconditionFailure("a test writes periods") }
    return period
  }
}

extension Day {
  static func written(_ text: some StringProtocol) -> Day {
    guard let day = Day(text) else { preconditionFailure("a test writes days") }
    return day
  }
}

extension Snapshot {
  /// The values on the map of a day; on the published one without a day.
  func atlas(on day: String? = nil, asOf: String = "2030-01-01") -> Atlas {
    Atlas(self, on: day.flatMap { map(on: .written($0)) }, asOf: .written(asOf))
  }
}

extension Atlas {
  /// A series in words: "2022=0.5 2023:noRule".
  func words(_ indicator: String, _ area: String) throws -> String {
    let (indicator, area) = try places(indicator, area)
    return series(indicator, area).map(\.words).joined(separator: " ")
  }

  func cell(_ indicator: String, _ area: String, _ period: String) throws -> Cell {
    let (indicator, area) = try places(indicator, area)
    return try #require(self.cell(indicator, area, .written(period)))
  }

  private func places(_ indicator: String, _ area: String) throws -> (indicator: Int, area: Int) {
    (
      try #require(snapshot.indicators.place(indicator)), try #require(snapshot.areas.place(area))
    )
  }
}

extension Cell {
  var words: String {
    let time = period?.description ?? "-"
    if let value { return "\(time)=\(value)" }
    return "\(time):\(missing?.rawValue ?? "range")"
  }
}
