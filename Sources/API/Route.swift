import HTTP
import Statistics

/// One line of the contents page: an address, what it answers, what it takes.
package final class Route: Sendable {
  /// Segments; those in braces stand for a value.
  package let pattern: String
  package let summary: Name
  package let parameters: [Parameter]
  let takes: ParameterSet
  /// What it can be said in; the first is given unasked.
  let formats: [Format]
  /// The same by the media types that ask for them.
  let offers: [(format: Format, type: MediaType)]
  /// The names of the parameters.
  var allowed: [String] { parameters.map(\.rawValue) }
  /// Whether it answers people with a page that says itself what is wrong with a question.
  var isPage: Bool { formats.contains(.html) && takes.contains(.theme) }
  /// Throws `Problem` only (the compiler does not infer a closure's typed throws yet).
  let answer: @Sendable (inout Asking) throws -> Answer
  let segments: [Segment]
  /// Its place in the table, from 1 on.
  let number: Int

  enum Segment: Sendable, Equatable {
    case word(String)
    case value
  }

  /// - Parameter formats: those of a collection or a single thing where none are named.
  init(
    _ pattern: String, _ vi: String, _ en: String, _ parameters: [Parameter] = [],
    formats: [Format]? = nil, _ answer: @escaping @Sendable (inout Asking) throws -> Answer
  ) {
    self.pattern = pattern
    summary = Name(vi: vi, en: en)
    self.parameters = Parameter.allCases.filter(parameters.contains)
    takes = ParameterSet(parameters)
    // Collections are tables, too.
    let formats = formats ?? (takes.contains(.limit) ? Format.ofRows : [.json])
    self.formats = formats
    offers = formats.flatMap { format in format.mediaTypes.map { (format, $0) } }
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
    formats = other.formats
    offers = other.offers
    answer = other.answer
    segments = other.segments
    self.number = number
  }

  static func split(_ path: String) -> [String] {
    path.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map(String.init)
  }
}
