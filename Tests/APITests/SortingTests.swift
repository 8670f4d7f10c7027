import API
import JSON
import Statistics
import Testing

/// The order of rows is total: what was asked for, then what the resource states.
@Suite struct SortingTests {
  /// A collection that can be sorted, and a field to sort it by.
  struct Sorted: CustomTestStringConvertible, Sendable {
    let target: String
    let field: String
    /// The fields that tell its rows apart.
    var identity: [String] = []

    var testDescription: String { "\(target) by \(field)" }

    func by(_ order: String) -> String {
      target + (target.contains("?") ? "&" : "?") + "sort=\(order)"
    }

    /// The rows as far as they matter here: what they are, and what they are sorted by.
    var shown: String {
      let fields = identity.contains(field) ? identity : identity + [field]
      return target + (target.contains("?") ? "&" : "?") + "fields="
        + fields.joined(separator: ",")
    }

    /// What a collection can be sorted by, as it says itself.
    static func all() -> [Sorted] {
      Examples.collections.filter { $0.parameters.contains(.sort) }.flatMap { example in
        let answer = ask(Sorted(target: example.target, field: "").by("no-such-field"))
        let allowed = (try? answer.json()["errors"]?[0]?["allowed"]?.elements) ?? []
        let fields = allowed.compactMap(\.text)
        let identity = ["id", "indicator", "area", "period", "source"].filter(fields.contains)
        return fields.map { Sorted(target: example.target, field: $0, identity: identity) }
      }
    }
  }

  @Test(arguments: Sorted.all())
  func `rows stand in the order that was asked for`(_ sorted: Sorted) throws {
    let stated = try ask(sorted.shown).data().elements
    let keys = stated.map { Key($0[sorted.field]) }
    for descending in [false, true] {
      let order = descending ? "-\(sorted.field)" : sorted.field
      let rows = try ask("\(sorted.shown)&sort=\(order)").data().elements
      // Sorting that keeps ties as they came; nothing to say comes last either way.
      let expected = stated.indices.sorted { one, other in
        let order = keys[one].compared(to: keys[other], descending)
        return order == 0 ? one < other : order < 0
      }
      #expect(rows == expected.map { stated[$0] })
    }
  }

  @Test func `what can be sorted by is found for every collection`() {
    let targets = Set(Sorted.all().map { $0.target.prefix { $0 != "?" } })
    let collections = Examples.collections.filter { $0.parameters.contains(.sort) }
    #expect(targets.count == collections.count)
  }

  @Test func `several fields sort one after another`() throws {
    let rows = try ask("/v1/provinces?sort=type,-slug&fields=type,slug").data().elements
    let municipalities = rows.prefix { $0["type"] == "municipality" }
    let provinces = rows.dropFirst(municipalities.count)
    #expect(!municipalities.isEmpty)
    #expect(provinces.allSatisfy { $0["type"] == "province" })
    for part in [municipalities, provinces] {
      let slugs = part.compactMap { $0["slug"]?.text }
      #expect(slugs == slugs.sorted(by: >))
    }
  }

  @Test func `names of people's alphabet are near to the order of slugs`() throws {
    let slugs = try column("slug", of: "/v1/provinces?sort=slug").compactMap(\.text)
    #expect(slugs.first == "an-giang")
    #expect(slugs.last == "vinh-long")
  }

  @Test func `a field need not be shown to be sorted by`() throws {
    let rows = try ask("/v1/provinces?sort=-slug&fields=code").data().elements
    #expect(rows.first == ["code": "86"])
  }

  @Test(arguments: [
    ("/v1/provinces", "name"), ("/v1/provinces", "predecessors"), ("/v1/provinces", "aliases"),
    ("/v1/indicators", "unit"), ("/v1/observations?indicator=dti", "areaName"),
    ("/v1/provinces", "Slug"), ("/v1/provinces", "--slug"), ("/v1/provinces", "-"),
  ])
  func `a field that is not one string, number or date is refused`(
    target: String, field: String
  ) throws {
    let answer = ask(Sorted(target: target, field: field).by(field))
    #expect(answer.status == 400)
    let error = try #require(try answer.json()["errors"]?[0])
    #expect(error["code"] == "unknownValue")
    #expect(error["parameter"] == "sort")
    #expect(error["value"]?.text == field)
    let allowed = try #require(error["allowed"]?.elements)
    #expect(!allowed.isEmpty && !allowed.contains(.text(field)))
  }

  @Test(arguments: ["slug,slug", "slug,-slug", "-slug,code,slug"])
  func `a field is sorted by once`(order: String) throws {
    let errors = try ask("/v1/provinces?sort=\(order)").json()["errors"]
    #expect(errors?[0]?["code"] == "repeated")
    #expect(errors?[0]?["parameter"] == "sort")
  }

  /// What a value is compared by: numbers by size; times by start, then end; other strings by
  /// their UTF-8 bytes.
  private enum Key {
    case nothing
    case number(Decimal)
    case time(Period)
    case text([UInt8])

    init(_ value: Value?) {
      if let number = value?.number {
        self = .number(number)
      } else if let text = value?.text {
        self = Period(text).map(Key.time) ?? .text(Array(text.utf8))
      } else {
        self = .nothing
      }
    }

    /// Below 0 where this comes first, 0 where they are equal.
    func compared(to other: Key, _ descending: Bool) -> Int {
      let order: Int
      switch (self, other) {
      case (.nothing, .nothing): return 0
      case (.nothing, _): return 1
      case (_, .nothing): return -1
      case (.number(let one), .number(let other)): order = one < other ? -1 : one > other ? 1 : 0
      case (.time(let one), .time(let other)):
        let (first, second) = ((one.start, one.end), (other.start, other.end))
        order = first < second ? -1 : first > second ? 1 : 0
      case (.text(let one), .text(let other)):
        order =
          one == other ? 0 : one.lexicographicallyPrecedes(other) ? -1 : 1
      default:
        Issue.record("one field has values of one kind")
        return 0
      }
      return descending ? -order : order
    }
  }
}

/// The order that each resource states.
@Suite struct OrderTests {
  @Test(arguments: Examples.collections)
  func `rows stand by id where a resource states no other order`(_ example: Example) throws {
    let rows = try ask(example.target).data().elements
    let ids = rows.compactMap { $0["id"]?.text }
    // Provinces and hits have an order of their own, and so have rows without ids.
    let ordered = ["/v1/provinces", "/v1/search"]
    if ordered.contains(example.pattern) || ids.count < rows.count { return }
    #expect(ids == ids.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    #expect(Set(ids).count == ids.count)
  }

  @Test(arguments: ["today", "2025-06-30"])
  func `provinces stand by code`(day: String) throws {
    let codes = try column("code", of: "/v1/provinces?boundaries=\(day)").compactMap(\.text)
    #expect(codes == codes.sorted())
    #expect(Set(codes).count == codes.count)
  }

  @Test func `observations stand by indicator, area, start and end of period`() throws {
    let rows = try ask("/v1/observations").data().elements
    #expect(!rows.isEmpty)
    for (one, other) in zip(rows, rows.dropFirst()) {
      #expect(precedes(one, other), "\(one) before \(other)")
    }
  }

  private func precedes(_ one: Value, _ other: Value) -> Bool {
    for key in ["indicator", "area"] {
      guard let one = one[key]?.text, let other = other[key]?.text else { return false }
      if one != other { return one.utf8.lexicographicallyPrecedes(other.utf8) }
    }
    // A figure without a period comes after those with one, each source's its own.
    guard let later = other["period"]?.text else { return true }
    guard let earlier = one["period"]?.text, let first = Period(earlier), let second = Period(later)
    else { return false }
    return (first.start, first.end) < (second.start, second.end)
      || (first.start, first.end) == (second.start, second.end) && first != second
  }
}
