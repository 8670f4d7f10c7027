import JSON
import Statistics

/// Typed values of a record's keys. A value of the wrong shape is reported and read as absent; the
/// load fails in the end, so what stands in for it is never served.
extension Record {
  mutating func optionalText(
    _ key: String, limit: Int = StorageLimits.textCharacters, mayBeEmpty: Bool = false
  ) -> String? {
    take(key).flatMap { text($0, key, limit: limit, mayBeEmpty: mayBeEmpty) }
  }

  /// A text that must be right in some way: `problem` gives what is expected where it is not.
  mutating func optionalText(_ key: String, unless problem: (String) -> String?) -> String? {
    guard let value = take(key),
      let text = text(value, key, limit: StorageLimits.textCharacters, mayBeEmpty: false)
    else { return nil }
    if let expected = problem(text) { report(value, key, expected: expected) }
    return text
  }

  mutating func requiredText(_ key: String, mayBeEmpty: Bool = false) -> String {
    require(key).flatMap {
      text($0, key, limit: StorageLimits.textCharacters, mayBeEmpty: mayBeEmpty)
    } ?? ""
  }

  mutating func excerpt() -> String? {
    optionalText("excerpt", limit: StorageLimits.excerptCharacters)
  }

  mutating func optionalName(_ key: String) -> Name? {
    take(key).flatMap { name($0, key) }
  }

  mutating func requiredName(_ key: String) -> Name {
    require(key).flatMap { name($0, key) } ?? Name(vi: "", en: "")
  }

  mutating func names(_ key: String) -> [Name] {
    elements(of: key).compactMap { name($0.value, $0.key) }
  }

  mutating func texts(_ key: String) -> [String] {
    elements(of: key).compactMap {
      text($0.value, $0.key, limit: StorageLimits.textCharacters, mayBeEmpty: false)
    }
  }

  mutating func optionalDay(_ key: String) -> Day? {
    value(key, "a real day as YYYY-MM-DD, 1900 to 2100") { Day($0) }
  }

  mutating func optionalPartialDate(_ key: String) -> PartialDate? {
    value(key, "a real date as YYYY-MM-DD, YYYY-MM or YYYY") { PartialDate($0) }
  }

  mutating func optionalPeriod(_ key: String) -> Period? {
    value(
      key,
      "a period such as 2024, 2024-S1, 2024-Q3, 2024-07, 2024-07-19 or 2023-01-01/P2M"
    ) { Period($0) }
  }

  mutating func code<Code: RawRepresentable & CaseIterable>(
    _ key: String, default fallback: Code
  ) -> Code where Code.RawValue == String {
    optionalCode(key) ?? fallback
  }

  mutating func requiredCode<Code: RawRepresentable & CaseIterable>(
    _ key: String, default fallback: Code
  ) -> Code where Code.RawValue == String {
    guard let value = require(key) else { return fallback }
    return code(value, key) ?? fallback
  }

  mutating func optionalCode<Code: RawRepresentable & CaseIterable>(_ key: String) -> Code?
  where Code.RawValue == String {
    take(key).flatMap { code($0, key) }
  }

  mutating func codes<Code: RawRepresentable & CaseIterable>(_ key: String) -> [Code]
  where Code.RawValue == String {
    elements(of: key).compactMap { code($0.value, $0.key) }
  }

  mutating func optionalDecimal(_ key: String) -> Decimal? {
    guard let value = take(key) else { return nil }
    guard kind(value) == .number else {
      report(value, key, expected: "a number")
      return nil
    }
    guard let decimal = decimal(value) else {
      report(value, key, expected: "a number of at most 17 digits, 18 after the point")
      return nil
    }
    return decimal
  }

  /// A whole number; required where there is no default.
  mutating func integer(_ key: String, in range: ClosedRange<Int>, default fallback: Int?) -> Int {
    if let fallback { return optionalInteger(key, in: range) ?? fallback }
    return require(key).flatMap { integer($0, key, in: range) } ?? range.lowerBound
  }

  mutating func optionalInteger(_ key: String, in range: ClosedRange<Int>) -> Int? {
    take(key).flatMap { integer($0, key, in: range) }
  }

  private func integer(_ value: Int, _ key: String, in range: ClosedRange<Int>) -> Int? {
    guard kind(value) == .number, let decimal = decimal(value), decimal.places == 0,
      let integer = Int(exactly: decimal.mantissa), range.contains(integer)
    else {
      report(
        value, key, expected: "a whole number, \(range.lowerBound) to \(range.upperBound)")
      return nil
    }
    return integer
  }

  mutating func bool(_ key: String) -> Bool {
    guard let value = require(key) else { return false }
    switch kind(value) {
    case .true: return true
    case .false: return false
    default:
      report(value, key, expected: "true or false")
      return false
    }
  }

  /// Reads an object with `read`, which takes its keys; unknown ones are reported after it.
  mutating func object<Value>(_ key: String, _ read: (inout Record) -> Value) -> Value? {
    take(key).flatMap { object($0, key, read) }
  }

  mutating func objects<Value>(_ key: String, _ read: (inout Record) -> Value) -> [Value] {
    elements(of: key).compactMap { object($0.value, $0.key, read) }
  }

  private func object<Value>(
    _ value: Int, _ key: String, _ read: (inout Record) -> Value
  ) -> Value? {
    guard var record = record(value, key) else { return nil }
    let result = read(&record)
    record.end()
    return result
  }

  /// The elements of a list, each with its key for messages.
  mutating func elements(of key: String) -> [(value: Int, key: String)] {
    guard let value = take(key) else { return [] }
    guard kind(value) == .array else {
      report(value, key, expected: "a list: […]")
      return []
    }
    return elements(value).enumerated().map { ($1, "\(key)/\($0)") }
  }

  private mutating func value<Value>(
    _ key: String, _ expected: String, _ read: (String) -> Value?
  ) -> Value? {
    guard let value = take(key) else { return nil }
    guard isText(value), let result = read(text(value)) else {
      report(value, key, expected: expected)
      return nil
    }
    return result
  }

  func isText(_ value: Int) -> Bool {
    kind(value) == .string || kind(value) == .escapedString
  }

  private func text(_ value: Int, _ key: String, limit: Int, mayBeEmpty: Bool) -> String? {
    guard isText(value) else {
      report(value, key, expected: "a text in quotes")
      return nil
    }
    let text = text(value)
    if text.isEmpty, !mayBeEmpty {
      report(value, key, expected: "a text that says something (leave the key out otherwise)")
      return nil
    }
    if text.utf8.count > limit, text.count > limit {
      report(value, key, expected: "at most \(limit) characters, here \(text.count)")
    }
    return text
  }

  private func name(_ value: Int, _ key: String) -> Name? {
    object(value, key) { Name(vi: $0.requiredText("vi"), en: $0.requiredText("en")) }
  }

  private func code<Code: RawRepresentable & CaseIterable>(_ value: Int, _ key: String) -> Code?
  where Code.RawValue == String {
    let allowed = Code.allCases.map(\.rawValue)
    guard isText(value), let code = Code(rawValue: text(value)) else {
      report(
        value, key, expected: "one of \(allowed.joined(separator: ", "))",
        suggestion: isText(value) ? Nearest.one(to: text(value), among: allowed) : nil)
      return nil
    }
    return code
  }
}
