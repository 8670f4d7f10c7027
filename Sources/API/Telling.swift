import Formats
import Statistics

/// What a route tells of itself while it is described: the readers of the parameters note what
/// they take, and the envelope notes what it holds. So the description is what the code does.
struct Telling: Sendable {
  var parameters: [Parameter: Schema] = [:]
  var content: Content?

  /// What the envelope holds.
  struct Content: Sendable {
    /// Of what is in `data`, as documents call it.
    var name: String
    var members: [Schema.Member]
    var isList: Bool
    /// What `meta` has beside what all have.
    var meta: [Schema.Member]
  }
}

extension Asking {
  /// Notes what a parameter takes; what is noted first counts.
  mutating func tell(_ parameter: Parameter, _ schema: (Asking) -> Schema) {
    guard telling != nil, telling?.parameters[parameter] == nil else { return }
    let schema = schema(self)
    telling?.parameters[parameter] = schema
  }

  /// Notes what an envelope holds.
  mutating func tell<Row>(
    _ fields: [Field<Row>], _ row: @autoclosure () -> Row?, _ view: View, _ notes: Notes,
    isList: Bool
  ) {
    guard telling != nil else { return }
    let row = row()
    let members = fields.map { field in
      Schema.Member(field.name, field.schema(row, view), always: field.isAlways)
    }
    telling?.content = Telling.Content(
      name: Telling.name(of: Row.self), members: members, isList: isList,
      meta: notes.members)
  }

  /// A list of the ids of some kind of thing.
  func idsSchema(_ name: String, _ ids: [String]) -> Schema {
    guard ids.count <= APILimits.enumeratedValues, !ids.isEmpty else {
      let some = Array(ids.prefix(APILimits.triedExamples))
      return .set(
        of: .text(matching: "^[^,\\u0000]+$", like: some), atMost: limits.valuesPerParameter)
    }
    return .set(of: .named(name, .codes(ids)), atMost: limits.valuesPerParameter)
  }

  /// A pattern that has to match all of a text.
  static func whole(_ pattern: String, _ name: String? = nil, like some: [String]) -> Schema {
    let schema = Schema.text(matching: "^(?:\(pattern))$", like: some)
    return name.map { .named($0, schema) } ?? schema
  }

  /// A day of a range, or any.
  func daySchema(_ range: ClosedRange<Day>?) -> Schema {
    guard let range else { return Asking.whole(DayPattern.all, "AnyDay", like: tellingDays()) }
    let pattern = DayPattern.days(range)
    return Asking.whole(
      pattern, range.upperBound == today ? "DayFrom\(range.lowerBound.civil.year)" : nil,
      like: tellingDays(within: range))
  }

  /// What `boundaries` takes.
  mutating func tellBoundaries(publishedAllowed: Bool = false) {
    tell(.boundaries) { $0.boundariesSchema(publishedAllowed) }
  }

  private func boundariesSchema(_ publishedAllowed: Bool) -> Schema {
    let words = Schema.codes(publishedAllowed ? ["today", "published"] : ["today"])
    guard let first = snapshot.maps.first?.from, first <= today else { return words }
    return .either([words, daySchema(first...today)])
  }

  /// What `area` or `province` takes: every id, code, ISO code and slug that there ever was.
  func areasSchema(_ parameter: Parameter) -> Schema {
    let units = snapshot.provinces.rows.flatMap { unit in
      [unit.id, unit.code, unit.slug] + [unit.isoCode].compactMap(\.self)
    }
    let isProvince = parameter == .province
    let names = Set(units + (isProvince ? [] : snapshot.countries.ids)).sorted(by: precedes)
    return idsSchema(isProvince ? "ProvinceName" : "AreaName", names)
  }

  /// What `period` takes. Time ranges are those of the data: others match nothing.
  func periodsSchema(single: Bool = false) -> Schema {
    let ranges = Set(snapshot.observations.periods.filter { $0.frequency == .other })
      .sorted().prefix(APILimits.enumeratedValues).map(\.description)
    let one = DayPattern.any([DayPattern.periods] + ranges)
    let period = Asking.whole(one, "OnePeriod", like: tellingPeriods)
    if single { return period }
    return .either([
      .set(of: period, atMost: limits.valuesPerParameter),
      Asking.whole(DayPattern.spans(one), "PeriodSpan", like: []),
    ])
  }

  /// What `q` takes: some characters that are not all blank, of which the blanks around do not
  /// count.
  var wordsSchema: Schema {
    let blank = "\\t-\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000"
    let most = APILimits.queryCharacters.upperBound
    return .text(
      matching: "^[\(blank)]*[^\(blank)\\u0000](?:[^\\u0000]{0,\(most - 2)}[^\(blank)\\u0000])?"
        + "[\(blank)]*$", like: tellingNames)
  }
}

extension Telling {
  /// What documents call a kind of row.
  static func name<Row>(of _: Row.Type) -> String { names["\(Row.self)"] ?? "\(Row.self)" }

  /// Those that have another name in the code.
  private static let names = [
    "Cell": "Observation", "Row": "RankedProvince", "PageRow": "ProvinceIndicator",
    "Assignment": "Task", "CommitmentRow": "Commitment", "Asking": "Index", "Hit": "SearchHit",
  ]
}
