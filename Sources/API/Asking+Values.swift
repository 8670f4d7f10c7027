import Formats
import Statistics

/// Typed values of parameters; what is wrong with one is noted, and it reads as not given.
extension Asking {
  /// The values of a list parameter, each not empty and once.
  mutating func list(_ parameter: Parameter) -> [String]? {
    guard let text = text(parameter) else { return nil }
    if !text.utf8.contains(UInt8(ascii: ",")) { return [text] }
    let values = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    if values.count > limits.valuesPerParameter {
      wrong(
        .tooMany(
          parameter.rawValue, text, values.count, most: limits.valuesPerParameter))
      return nil
    }
    var seen = Set<String>()
    for value in values {
      if value.isEmpty {
        wrong { _ in .empty(parameter.rawValue) }
      } else if !seen.insert(value).inserted {
        wrong { _ in .repeatedValue(parameter.rawValue, value) }
      }
    }
    return values.filter { !$0.isEmpty }
  }

  mutating func integer(_ parameter: Parameter, in range: ClosedRange<Int>) -> Int? {
    tell(parameter) { _ in .integer(range) }
    guard let text = text(parameter) else { return nil }
    let digits = Array(text.utf8)
    let isCanonical =
      (1...9).contains(digits.count)
      && digits.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      && (digits.count == 1 || digits[0] != UInt8(ascii: "0"))
    guard isCanonical else {
      wrong(
        .badSyntax(
          parameter.rawValue, text,
          vi: "một số nguyên viết bằng chữ số, không dấu, nhiều nhất 9 chữ số",
          en: "a whole number in digits, without a sign, of at most 9 digits"))
      return nil
    }
    let value = digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    guard range.contains(value) else {
      wrong(
        .outOfRange(
          parameter.rawValue, text, vi: "từ \(range.lowerBound) đến \(range.upperBound)",
          en: "\(range.lowerBound) to \(range.upperBound)"))
      return nil
    }
    return value
  }

  /// A list of codes of an enumeration.
  mutating func codes<Code: RawRepresentable & CaseIterable & Hashable>(
    _ parameter: Parameter, _: Code.Type
  ) -> Set<Code>? where Code.RawValue == String {
    tell(parameter) {
      .set(
        of: .codes(of: Code.self), atMost: min(Code.allCases.count, $0.limits.valuesPerParameter))
    }
    return list(parameter).map { values in
      Set(values.compactMap { code(parameter, $0) })
    }
  }

  private mutating func code<Code: RawRepresentable & CaseIterable>(
    _ parameter: Parameter, _ value: String
  ) -> Code? where Code.RawValue == String {
    let code = Code(rawValue: value)
    if code == nil {
      wrong { asking in
        let allowed = Code.allCases.map(\.rawValue)
        return .unknownValue(
          parameter.rawValue, value,
          vi: "không phải là giá trị của “\(parameter.rawValue)”",
          en: "is no value of \"\(parameter.rawValue)\"",
          suggestions: asking.nearest(to: value, among: allowed), allowed: allowed)
      }
    }
    return code
  }

  /// A list of ids of one kind of thing.
  mutating func ids<Row>(_ parameter: Parameter, of table: Table<Row>, see: String) -> [String]? {
    tell(parameter) { $0.idsSchema(parameter.component, table.ids) }
    return list(parameter).map { values in
      values.filter { value in
        if table.place(value) != nil { return true }
        wrong { asking in
          .unknownValue(
            parameter.rawValue, value, vi: "không có trong \(see)", en: "is not in \(see)",
            suggestions: asking.nearest(to: value, among: table.ids), see: see)
        }
        return false
      }
    }
  }

  /// A real day within `range`.
  mutating func day(_ parameter: Parameter, in range: ClosedRange<Day>? = nil) -> Day? {
    tell(parameter) { $0.daySchema(range) }
    guard let text = text(parameter) else { return nil }
    guard let day = Day(text) else {
      wrong(
        .badSyntax(
          parameter.rawValue, text, vi: "một ngày có thật từ 1900 đến 2100, viết YYYY-MM-DD",
          en: "a real day of 1900 to 2100 as YYYY-MM-DD"))
      return nil
    }
    if let range, !range.contains(day) {
      wrong(
        .outOfRange(
          parameter.rawValue, text, vi: "từ \(range.lowerBound) đến \(range.upperBound)",
          en: "\(range.lowerBound) to \(range.upperBound)"))
      return nil
    }
    return day
  }

  /// A span of days, `date..date` with open ends, or one day.
  mutating func daySpan(_ parameter: Parameter) -> TimeSpan? {
    tell(parameter) {
      Asking.whole(
        "\(DayPattern.all)|\(DayPattern.spans(DayPattern.all))", "DaySpan",
        like: $0.tellingYears)
    }
    guard let text = text(parameter) else { return nil }
    guard let ends = Asking.ends(of: text) else {
      if let day = Day(text) { return TimeSpan(first: day, last: day) }
      wrongSpan(parameter, text)
      return nil
    }
    let first = ends.first.isEmpty ? nil : Day(ends.first)
    let last = ends.last.isEmpty ? nil : Day(ends.last)
    guard (first != nil) == !ends.first.isEmpty, (last != nil) == !ends.last.isEmpty,
      first != nil || last != nil
    else {
      wrongSpan(parameter, text)
      return nil
    }
    return ordered(parameter, text, first, last)
  }

  private mutating func wrongSpan(_ parameter: Parameter, _ text: String) {
    wrong(
      .badSyntax(
        parameter.rawValue, text,
        vi: "một khoảng ngày như 2024-01-01..2024-12-31, 2024-01-01.. hay ..2024-12-31",
        en: "a span of days such as 2024-01-01..2024-12-31, 2024-01-01.. or ..2024-12-31"))
  }

  private mutating func ordered(
    _ parameter: Parameter, _ text: String, _ first: Day?, _ last: Day?
  ) -> TimeSpan? {
    if let first, let last, first > last {
      wrong(
        .outOfRange(
          parameter.rawValue, text, vi: "có đầu không sau cuối",
          en: "a span whose first end is not after its last"))
      return nil
    }
    return TimeSpan(first: first, last: last)
  }

  /// One period, a list of periods, or a span of periods.
  mutating func periods() -> Selection.Periods? {
    tell(.period) { $0.periodsSchema() }
    guard let text = text(.period) else { return nil }
    if let ends = Asking.ends(of: text) {
      let first = ends.first.isEmpty ? nil : period(ends.first)
      let last = ends.last.isEmpty ? nil : period(ends.last)
      if ends.first.isEmpty, ends.last.isEmpty { _ = period(text) }
      guard (first != nil) == !ends.first.isEmpty, (last != nil) == !ends.last.isEmpty,
        first != nil || last != nil
      else { return nil }
      return ordered(.period, text, first?.start, last?.end).map { .within($0) }
    }
    guard let values = list(.period) else { return nil }
    return .these(Set(values.compactMap { period($0) }))
  }

  private mutating func period(_ text: String) -> Period? {
    if let period = Period(text) { return period }
    let digits = text.utf8.prefix(4)
    if text.utf8.count == 4, digits.allSatisfy({ $0 &- UInt8(ascii: "0") < 10 }) {
      wrong(
        .outOfRange("period", text, vi: "từ năm 1900 đến năm 2100", en: "of the years 1900 to 2100")
      )
    } else if text.utf8.count == 10, text.split(separator: "-").count == 3 {
      wrong(
        .badSyntax(
          "period", text, vi: "một ngày có thật từ 1900 đến 2100",
          en: "a real day of 1900 to 2100"))
    } else {
      wrong(
        .badSyntax(
          "period", text,
          vi: "một kỳ như 2024, 2024-S1, 2024-Q3, 2024-07, 2024-07-19, hay một khoảng 2020..2024",
          en: "a period such as 2024, 2024-S1, 2024-Q3, 2024-07, 2024-07-19, or a span 2020..2024",
          suggestions: Asking.respelt(text)))
    }
    return nil
  }

  /// The right spelling of what other systems write: `2024-H1`, `2024S1`, `2024-M07`, `2024Q3`.
  static func respelt(_ text: String) -> [String] {
    let parts = text.uppercased().filter { $0 != "-" && $0 != "/" && $0 != " " }
    let year = parts.prefix(4)
    var rest = String(parts.dropFirst(4))
    if rest.hasPrefix("H") { rest = "S" + rest.dropFirst() }
    if rest.hasPrefix("M") { rest = String(rest.dropFirst()) }
    if rest.count == 1, rest >= "1", rest <= "9" { rest = "0" + rest }
    let respelt = "\(year)-\(rest)"
    return Period(respelt) == nil ? [] : [respelt]
  }

  /// The two texts around "..", nil where there is none or more than one.
  private static func ends(of text: String) -> (first: String, last: String)? {
    let bytes = Array(text.utf8)
    var points: [Int] = []
    for place in bytes.indices.dropLast() where bytes[place] == UInt8(ascii: ".") {
      if bytes[place + 1] == UInt8(ascii: "."), points.last.map({ $0 + 1 < place }) ?? true {
        points.append(place)
      }
    }
    guard points.count == 1, let point = points.first else { return nil }
    return (
      String(decoding: bytes[..<point], as: UTF8.self),
      String(decoding: bytes[(point + 2)...], as: UTF8.self)
    )
  }
}
