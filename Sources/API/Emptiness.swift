import JSON
import Statistics

/// Why an answer has no rows: the smallest set of conditions without which there would be some,
/// and what is near.
struct Emptiness {
  private var because: [(Parameter, String)] = []
  private(set) var explanation = Name(
    vi: "Tập này chưa có dòng nào.", en: "This collection has no rows yet.")
  private var near: [String] = []
  private var conditionCount = 0

  /// Sets of conditions up to this size are tried one by one; of larger ones there are too many.
  private static let together = 3

  init(because: [(Parameter, String)], explanation: Name, near: [String]) {
    self.because = because
    self.explanation = explanation
    self.near = near
  }

  /// - Parameter total: the rows that match; positive where only the page lies beyond them.
  init(_ asking: Asking, total: Int) {
    if total > 0 {
      let offset = asking.text(.offset) ?? ""
      because = [(.offset, offset)]
      explanation = Name(
        vi: "Chỉ có \(total) dòng; offset=\(offset) nằm ngoài.",
        en: "There are only \(total) rows; offset=\(offset) is beyond them.")
      near = [asking.address(replacing: [.offset: nil])]
      return
    }
    let conditions = Parameter.refinements.filter { asking.text($0) != nil }
    conditionCount = conditions.count
    guard !conditions.isEmpty else { return }
    for removed in Emptiness.subsets(of: conditions) where explain(asking, removed) { return }
    guard conditions.count > Emptiness.together else { return }
    // Conditions come back one by one, those that say what it is about first.
    var removed = conditions
    for condition in conditions.reversed() {
      let fewer = removed.filter { $0 != condition }
      if let rows = asking.probe(without: fewer)?.total, rows > 0 { removed = fewer }
    }
    _ = explain(asking, removed)
  }

  /// Blames the conditions, if there are rows without them.
  private mutating func explain(_ asking: Asking, _ removed: [Parameter]) -> Bool {
    guard let answer = asking.probe(without: removed), let rows = answer.total, rows > 0 else {
      return false
    }
    explain(asking, removed, rows, answer)
    return true
  }

  private mutating func explain(
    _ asking: Asking, _ removed: [Parameter], _ rows: Int, _ answer: Answer
  ) {
    because = removed.map { ($0, asking.text($0) ?? "") }
    let words = because.map { "\($0.0.rawValue)=\(echoed($0.1))" }
    let beside =
      conditionCount > removed.count
      ? Name(vi: " cùng các điều kiện khác", en: " with the other conditions")
      : Name(vi: "", en: "")
    explanation = Name(
      vi: "Không dòng nào thoả \(words.joined(separator: " và "))\(beside.vi);"
        + " bỏ đi thì có \(rows) dòng.",
      en: "No row matches \(words.joined(separator: " and "))\(beside.en);"
        + " without \(removed.count == 1 ? "it" : "them") there are \(rows).")
    var replaced: [Parameter: String?] = [:]
    for parameter in removed { replaced[parameter] = .some(nil) }
    if removed == [.period], let newest = answer.newestPeriod {
      explanation.vi += " Kỳ mới nhất là \(newest)."
      explanation.en += " The newest period is \(newest)."
      replaced[.period] = "\(newest)"
    }
    replaced[.offset] = .some(nil)
    near = [asking.address(replacing: replaced)]
  }

  /// One condition, then two, up to `together`.
  private static func subsets(of conditions: [Parameter]) -> [[Parameter]] {
    (1...min(together, conditions.count)).flatMap { combinations(of: conditions[...], $0) }
  }

  private static func combinations(
    of conditions: ArraySlice<Parameter>, _ size: Int
  ) -> [[Parameter]] {
    if size == 0 { return [[]] }
    guard let first = conditions.first, conditions.count >= size else { return [] }
    let rest = conditions.dropFirst()
    return combinations(of: rest, size - 1).map { [first] + $0 } + combinations(of: rest, size)
  }

  /// Writes the member `empty`; `base` stands before the paths of addresses.
  func write(onto writer: inout JSONWriter, base: String) {
    writer.key("empty")
    writer.beginObject()
    writer.key("because")
    writer.beginArray()
    for (parameter, value) in because {
      writer.beginObject()
      writer.member("parameter", parameter.rawValue)
      writer.member("value", echoed(value))
      writer.endObject()
    }
    writer.endArray()
    writer.key("explanation")
    writer.beginObject()
    writer.member("vi", explanation.vi)
    writer.member("en", explanation.en)
    writer.endObject()
    writer.key("near")
    writer.strings(near.map { base + $0 })
    writer.endObject()
  }
}
