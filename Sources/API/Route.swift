import Statistics

/// One line of the contents page: an address, what it answers, what it takes.
package final class Route: Sendable {
  /// Segments; those in braces stand for a value.
  package let pattern: String
  package let summary: Name
  package let parameters: [Parameter]
  let takes: ParameterSet
  /// The names of the parameters.
  var allowed: [String] { parameters.map(\.rawValue) }
  /// Throws `Problem` only (the compiler does not infer a closure's typed throws yet).
  let answer: @Sendable (inout Asking) throws -> Answer
  let segments: [Segment]
  /// Its place in the table, from 1 on.
  let number: Int

  enum Segment: Sendable, Equatable {
    case word(String)
    case value
  }

  init(
    _ pattern: String, _ vi: String, _ en: String, _ parameters: [Parameter] = [],
    _ answer: @escaping @Sendable (inout Asking) throws -> Answer
  ) {
    self.pattern = pattern
    summary = Name(vi: vi, en: en)
    self.parameters = Parameter.allCases.filter(parameters.contains)
    takes = ParameterSet(parameters)
    self.answer = answer
    segments = Route.split(pattern).map { $0.hasPrefix("{") ? .value : .word($0) }
    number = 0
  }

  /// The same at a place of the table.
  func at(_ number: Int) -> Route { Route(self, number) }

  private init(_ other: Route, _ number: Int) {
    pattern = other.pattern
    summary = other.summary
    parameters = other.parameters
    takes = other.takes
    answer = other.answer
    segments = other.segments
    self.number = number
  }

  static func split(_ path: String) -> [String] {
    path.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map(String.init)
  }
}
