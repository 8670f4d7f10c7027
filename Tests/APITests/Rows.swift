import Statistics
import Testing

/// The rows of an answer; records an issue where it is not 200.
func rows(_ target: String, _ place: SourceLocation = #_sourceLocation) throws -> [Value] {
  try ask(target).data(place).elements
}

/// The only row of an answer.
func row(_ target: String, _ place: SourceLocation = #_sourceLocation) throws -> Value {
  let all = try rows(target, place)
  try #require(all.count == 1, "\(all.count) rows", sourceLocation: place)
  return all[0]
}

/// What is wrong with a question, "parameter code" for each error; records an issue where it is
/// not 400.
func wrongs(_ target: String, _ place: SourceLocation = #_sourceLocation) throws -> [String] {
  let answer = ask(target)
  #expect(answer.status == 400, "\(answer.text.prefix(300))", sourceLocation: place)
  return try answer.json(place)["errors"]?.elements.map {
    "\($0["parameter"]?.text ?? "-") \($0["code"]?.text ?? "-")"
  } ?? []
}

extension Answered {
  /// The bytes before `meta`: all of the data, unread.
  var data: ArraySlice<UInt8> {
    let meta = Array("\"meta\":".utf8)
    for start in stride(from: bytes.count - meta.count, through: 0, by: -1)
    where bytes[start..<(start + meta.count)].elementsEqual(meta) {
      return bytes[..<start]
    }
    return []
  }
}

extension Value {
  /// The same object with only some members, in the order of the document.
  func only(_ keys: Set<String>) -> Value {
    guard case .object(let members) = self else { return self }
    return .object(members.filter { keys.contains($0.key) })
  }

  /// The same object without some members.
  func without(_ keys: Set<String>) -> Value {
    guard case .object(let members) = self else { return self }
    return .object(members.filter { !keys.contains($0.key) })
  }

  /// Indicator, area and period of an observation.
  var cell: [Value] { ["indicator", "area", "period"].map { self[$0] ?? .null } }
}

/// JSON as a document shows it, for comparing whole things.
func json(_ text: String, _ place: SourceLocation = #_sourceLocation) throws -> Value {
  try #require(try? Value(Array(text.utf8)), "the test's own JSON is none", sourceLocation: place)
}
