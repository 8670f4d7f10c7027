import Statistics

/// One line of the contents page: an address, what it answers, what it takes.
package struct Route: Sendable {
  /// Segments; those in braces stand for a value.
  package let pattern: String
  package let summary: Name
  package let parameters: [Parameter]
  /// Throws `Problem` only (the compiler does not infer a closure's typed throws yet).
  let answer: @Sendable (inout Asking) throws -> Answer
  let segments: [Segment]

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
    self.answer = answer
    segments = Route.split(pattern).map { $0.hasPrefix("{") ? .value : .word($0) }
  }

  static func split(_ path: String) -> [String] {
    path.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map(String.init)
  }

  /// The values of the pattern's braces if a path fits it, else nil.
  func values(in path: [String]) -> [String]? {
    guard path.count == segments.count else { return nil }
    var values: [String] = []
    for (segment, part) in zip(segments, path) {
      switch segment {
      case .word(let word): if word != part { return nil }
      case .value:
        if part.isEmpty { return nil }
        values.append(part)
      }
    }
    return values
  }
}
