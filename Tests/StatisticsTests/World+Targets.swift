import JSON
import Statistics
import Testing

extension World {
  /// A target of VN for "dti", set at the end of 2020 and due at the end of 2025 unless changed.
  static func target(
    _ comparator: Comparator, _ value: String, change: (inout Target) -> Void = { _ in }
  ) -> Target {
    var target = Target()
    target.id = "target"
    target.comparator = comparator
    target.value = .written(value)
    target.area = "VN"
    target.setOn = .written("2020-12-31")
    target.due = .written("2025-12-31")
    target.indicators = ["dti"]
    change(&target)
    return target
  }

  /// The progress of a target by its only indicator.
  func progress(of target: Target, asOf day: String) throws -> Progress {
    try #require(snapshot.progress(of: target, asOf: .written(day)).first)
  }
}

extension Progress {
  /// "behind 2023=15 since 2020=10: gap 5, expected 16, required 2.5; formula".
  var words: String {
    var words = status.rawValue
    if let reason { words += " " + reason.rawValue }
    if let observation { words += " \(observation.words)" }
    if let baseline { words += " since \(baseline.words)" }
    let figures = [("gap", gap), ("expected", expected), ("required", requiredPerYear)]
      .compactMap { figure in figure.1.map { "\(figure.0) \($0)" } }
    if !figures.isEmpty { words += ": " + figures.joined(separator: ", ") }
    if let formula { words += "; \(formula.en)" }
    return words
  }
}
