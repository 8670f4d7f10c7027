import Statistics

/// What is wrong with one parameter, and what would be right.
struct ParameterError: Sendable {
  var code: ProblemCode
  var parameter: String
  /// As given, cut at `APILimits.echoedCharacters`.
  var value: String
  /// One sentence in each language.
  var detail: Name
  var suggestions: [String] = []
  var allowed: [String] = []
  /// The collection that lists what is known.
  var see: String?
  var was: String?
  var successors: [String] = []

  init(_ code: ProblemCode, _ parameter: String, _ value: String, _ detail: Name) {
    self.code = code
    self.parameter = echoed(parameter)
    self.value = echoed(value)
    self.detail = detail
  }
}

/// A text of the request as it may stand in an answer.
func echoed(_ text: String) -> String {
  text.count > APILimits.echoedCharacters
    ? "\(text.prefix(APILimits.echoedCharacters))…" : text
}

extension ParameterError {
  static func unknown(
    _ name: String, _ value: String, path: String, allowed: [String], suggestions: [String]
  ) -> ParameterError {
    let name = echoed(name)
    var error = ParameterError(
      .unknownParameter, name, value,
      Name(
        vi: "“\(name)” không phải là tham số của \(path)\(ending(suggestions).vi)",
        en: "\"\(name)\" is not a parameter of \(path)\(ending(suggestions).en)"))
    error.suggestions = suggestions
    error.allowed = allowed
    return error
  }

  static func notHere(_ name: String, _ value: String, path: String, allowed: [String])
    -> ParameterError
  {
    var error = ParameterError(
      .notHere, name, value,
      Name(
        vi: "\(path) không nhận tham số “\(name)”.",
        en: "\(path) does not take the parameter \"\(name)\"."))
    error.allowed = allowed
    return error
  }

  static func repeated(_ name: String, _ value: String, takesList: Bool = true)
    -> ParameterError
  {
    ParameterError(
      .repeated, name, value,
      Name(
        vi: "“\(name)” được ghi hơn một lần; hãy ghi một lần"
          + (takesList ? ", các giá trị cách nhau bằng dấu phẩy." : "."),
        en: "\"\(name)\" is given more than once; give it once"
          + (takesList ? ", with commas between its values." : ".")))
  }

  static func repeatedValue(_ name: String, _ value: String) -> ParameterError {
    ParameterError(
      .repeated, name, value,
      Name(
        vi: "“\(echoed(value))” có hai lần trong “\(name)”.",
        en: "\"\(echoed(value))\" stands twice in \"\(name)\"."))
  }

  static func empty(_ name: String) -> ParameterError {
    ParameterError(
      .empty, name, "",
      Name(
        vi: "“\(name)” có chỗ trống; hãy ghi một giá trị hoặc bỏ đi.",
        en: "\"\(name)\" has an empty value; give one or leave it out."))
  }

  static func required(_ name: String) -> ParameterError {
    ParameterError(
      .empty, name, "",
      Name(vi: "Cần có “\(name)”.", en: "\"\(name)\" is needed, and not empty."))
  }

  static func unknownValue(
    _ name: String, _ value: String, vi: String, en: String, suggestions: [String],
    allowed: [String] = [], see: String? = nil
  ) -> ParameterError {
    let value = echoed(value)
    var error = ParameterError(
      .unknownValue, name, value,
      Name(
        vi: "“\(value)” \(vi)\(ending(suggestions).vi)",
        en: "\"\(value)\" \(en)\(ending(suggestions).en)"))
    error.suggestions = suggestions
    error.allowed = allowed
    error.see = see
    return error
  }

  static func badSyntax(
    _ name: String, _ value: String, vi: String, en: String, suggestions: [String] = []
  ) -> ParameterError {
    let value = echoed(value)
    var error = ParameterError(
      .badSyntax, name, value,
      Name(
        vi: "“\(value)” không phải là \(vi)\(ending(suggestions).vi)",
        en: "\"\(value)\" is not \(en)\(ending(suggestions).en)"))
    error.suggestions = suggestions
    return error
  }

  static func outOfRange(_ name: String, _ value: String, vi: String, en: String)
    -> ParameterError
  {
    ParameterError(
      .outOfRange, name, value,
      Name(
        vi: "“\(name)” phải \(vi); ở đây là “\(echoed(value))”.",
        en: "\"\(name)\" must be \(en); here it is \"\(echoed(value))\"."))
  }

  static func conflict(_ name: String, _ value: String, vi: String, en: String)
    -> ParameterError
  {
    ParameterError(.conflict, name, value, Name(vi: vi, en: en))
  }

  static func tooMany(_ name: String, _ value: String, _ count: Int, most: Int) -> ParameterError {
    ParameterError(
      .tooMany, name, value,
      Name(
        vi: "“\(name)” có \(count) giá trị; nhiều nhất là \(most).",
        en: "\"\(name)\" has \(count) values; at most \(most) are taken."))
  }
}

/// The end of a sentence: a question that suggests the nearest thing, else a full stop.
func ending(_ suggestions: [String]) -> Name {
  guard let first = suggestions.first else { return Name(vi: ".", en: ".") }
  return Name(vi: "; có phải “\(first)” không?", en: "; did you mean \"\(first)\"?")
}
