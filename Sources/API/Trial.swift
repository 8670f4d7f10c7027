import Formats
import Statistics

/// Asks a route in the process, to find questions that are answered.
struct Trial {
  let route: Route
  let path: String
  let values: [String]
  let asking: Asking

  private typealias Conditions = [(parameter: Parameter, value: Schema.Example)]

  private func question(_ conditions: Conditions, isProbe: Bool = false) -> Asking {
    asking.other(
      route, path: path, values: values,
      query: conditions.map { ($0.parameter.rawValue, $0.value.text) }, isProbe: isProbe)
  }

  /// How many rows there are, 1 for a single thing; nil where it is refused.
  ///
  /// Where it may be asked of one indicator it is: all of them take their time.
  private func count(_ conditions: Conditions) -> Int? {
    var narrow = conditions
    if let indicator = asking.tellingIndicator, route.takes.contains(.indicator),
      route.takes.contains(.groupBy), route.formats != [.svg],
      !narrow.contains(where: { $0.parameter == .indicator })
    {
      narrow.append((.indicator, .text(indicator)))
    }
    // Whether a drawing can be told apart is only known when it is drawn.
    var question = question(narrow, isProbe: route.formats != [.svg])
    do {
      let answer = try route.answer(&question)
      try question.settled()
      return answer.total ?? 1
    } catch {
      return nil
    }
  }

  /// The same parameters, each with a value that is answered: with rows, if any has.
  func withExamples(_ parameters: [Description.Condition]) -> [Description.Condition] {
    var parameters = parameters
    for place in parameters.indices.sorted(by: {
      parameters[$0].isNeeded && !parameters[$1].isNeeded
    }) {
      let needed = parameters.filter { $0.isNeeded && $0.example != nil }
      parameters[place].example = example(
        of: parameters[place],
        beside: needed.compactMap { condition in
          condition.example.map { (condition.parameter, $0) }
        })
    }
    // What is refused alone may go with others.
    let single = parameters.compactMap { other in
      other.example.map { [(parameter: other.parameter, value: $0)] }
    }
    for place in parameters.indices where parameters[place].example == nil {
      for some in drawable + single {
        let others = some.filter { $0.parameter != parameters[place].parameter }
        guard let example = example(of: parameters[place], beside: others) else { continue }
        parameters[place].example = example
        parameters[place].beside = others
        break
      }
    }
    return parameters
  }

  /// What narrows a drawing of figures to what can be told apart: of one series, or of an indicator
  /// of provinces.
  private var drawable: [Conditions] {
    let few = fewLines
    if few.isEmpty { return [] }
    let one = route.takes.contains(.indicator) ? asking.tellingIndicator : nil
    let indicator: Conditions = one.map { [(.indicator, .texts([$0]))] } ?? []
    let units = few.filter { $0.parameter == .province }
    return [few, Array(few.prefix(1)), indicator, indicator + units]
  }

  private var fewLines: Conditions {
    if route.formats != [.svg] { return [] }
    return asking.fewLines(of: route).compactMap { name, value in
      Parameter.named(name).map { ($0, $0.takesList ? .texts([value]) : .text(value)) }
    }
  }

  private func example(
    of condition: Description.Condition, beside others: Conditions
  ) -> Schema.Example? {
    var known: Schema.Example?
    for value in candidates(for: condition).prefix(APILimits.triedExamples) {
      let count = count(
        others.filter { $0.parameter != condition.parameter } + [(condition.parameter, value)])
      if let count, count > 0 { return value }
      if count != nil, known == nil { known = value }
    }
    return known
  }

  private func candidates(for condition: Description.Condition) -> [Schema.Example] {
    let examples = condition.schema.examples
    switch condition.parameter {
    // Some beside each other show more than one.
    case .fields: return [.texts(examples.prefix(3).map(\.text))]
    // The first is what is given unasked.
    case .format: return Array(examples.dropFirst() + examples.prefix(1))
    default: return examples
    }
  }

  /// A real question for each format and what it gets, whole or the first rows of it.
  func samples(_ parameters: [Description.Condition]) -> [Description.Sample] {
    if [.html, .css, .js].contains(route.formats[0]) {
      return route.formats.map { .init(format: $0, target: nil, answer: nil) }
    }
    let given = parameters.filter(\.isNeeded).compactMap { condition in
      condition.example.map { (condition.parameter, $0) }
    }
    if route.formats == [.svg] { return [drawing(given, parameters)] }
    let short: Conditions = route.takes.contains(.limit) ? [(.limit, .integer(1))] : []
    return route.formats.map { format in
      let named: Conditions =
        format == route.formats[0] ? [] : [(.format, .text(format.rawValue))]
      var question = question(given + short + named)
      question.format = format
      guard let content = try? route.answer(&question).content, question.errors.isEmpty else {
        return .init(format: format, target: nil, answer: nil)
      }
      return .init(
        format: format, target: question.address(), answer: Excerpt(of: content, as: format))
    }
  }

  /// The first drawing that is short enough to be shown whole; the beginning of one where none is.
  private func drawing(
    _ given: Conditions, _ parameters: [Description.Condition]
  ) -> Description.Sample {
    let more: [Conditions] = parameters.compactMap { condition in
      condition.example.map { [(condition.parameter, $0)] }
    }
    var cut: Description.Sample?
    for conditions in [fewLines] + more {
      var question = question(given + conditions)
      question.format = .svg
      guard let content = try? route.answer(&question).content, question.errors.isEmpty,
        let excerpt = Excerpt(of: content, as: .svg)
      else { continue }
      let sample = Description.Sample(format: .svg, target: question.address(), answer: excerpt)
      if !excerpt.isCut { return sample }
      cut = cut ?? sample
    }
    return cut ?? .init(format: .svg, target: nil, answer: nil)
  }
}
