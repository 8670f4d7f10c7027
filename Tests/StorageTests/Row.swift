/// A row of a list, with the least that it must hold, to be changed key by key.
struct Row: Sendable {
  let list: String
  private(set) var members: [(key: String, value: String)]
  private var isMarked = false

  init(_ list: String, _ members: KeyValuePairs<String, String>) {
    self.list = list
    self.members = members.map { ($0.key, $0.value) }
  }

  /// The row with a key set to a value, written as JSON.
  func with(_ key: String, _ value: String) -> Row {
    var row = self
    if let place = members.firstIndex(where: { $0.key == key }) {
      row.members[place].value = value
    } else {
      row.members.append((key, value))
    }
    return row
  }

  func without(_ key: String) -> Row {
    var row = self
    row.members.removeAll { $0.key == key }
    return row
  }

  /// The row with the mark before its brace: an error is expected there.
  var marked: Row {
    var row = self
    row.isMarked = true
    return row
  }

  var json: String {
    let body = members.map { "\"\($0.key)\":\($0.value)" }.joined(separator: ",")
    return "\(isMarked ? "▸" : ""){\(body)}"
  }

  /// A whole file with this row only.
  var file: String { "{\"\(list)\":[\n\(json)\n]}\n" }
}

extension Row {
  static let name = #"{"vi":"Tên","en":"Name"}"#

  static let source = Row(
    "sources",
    [
      "id": #""new""#, "title": #""Bài""#, "publisher": #""Báo""#, "language": #""vi""#,
      "kind": #""press""#, "reliability": #""single""#,
    ])
  static let country = Row(
    "countries", ["id": #""MY""#, "name": name, "level": #""country""#])
  static let province = Row(
    "provinces",
    [
      "id": #""31-2008""#, "code": #""31""#, "slug": #""hai-phong""#, "name": name,
      "fullName": name, "type": #""municipality""#,
    ])
  static let region = Row(
    "regions",
    [
      "id": #""north-2025""#, "slug": #""north""#, "name": name, "validFrom": #""2025-07-01""#,
      "provinces": #"["48-2025"]"#,
    ])
  static let pillar = Row("pillars", ["id": #""society""#, "name": name])
  static let unit = Row("units", ["code": #""USD""#, "symbol": #""US$""#, "name": name])
  static let agency = Row("agencies", ["id": #""new""#, "name": name])
  static let indicator = Row(
    "indicators",
    [
      "id": #""new""#, "name": name, "definition": name, "unit": #""PT""#, "decimals": "2",
      "kind": #""flow""#, "frequency": #""A""#, "direction": #""none""#, "levels": #"["nation"]"#,
    ])
  static let observation = Row(
    "observations",
    [
      "indicator": #""share""#, "area": #""VN""#, "period": #""2023""#, "value": "5",
      "source": #""press""#,
    ])
  static let rank = Row(
    "publishedRanks",
    [
      "indicator": #""share""#, "area": #""48-2008""#, "period": #""2023""#, "rank": "4",
      "source": #""press""#,
    ])
  static let meeting = Row("meetings", ["id": #""new""#, "name": name])
  static let item = #"{"id":"a-1","number":1,"text":\#(name),"unmeasuredNote":\#(name)}"#
  static let commitmentSet = Row(
    "commitments", ["id": #""new""#, "name": name, "declaredCount": "1", "items": "[\(item)]"])
  static let target = Row(
    "targets",
    [
      "id": #""new""#, "name": name, "source": #""press""#, "measure": #""level""#,
      "comparator": #""atLeast""#, "value": "20", "unit": #""PT""#, "area": #""VN""#,
    ])
  static let task = Row("tasks", ["id": #""new""#, "name": name, "source": #""press""#])
  static let platform = Row(
    "platforms",
    ["id": #""new""#, "name": name, "kind": #""app""#, "state": #""pilot""#])

  /// One of each list.
  static let all = [
    source, country, province, region, pillar, unit, agency, indicator, observation, rank, meeting,
    commitmentSet, target, task, platform,
  ]

  /// The keys that the rows of each list can do without, beside those above.
  static let optional: [String: Set<String>] = ["regions": ["provinces"], "commitments": ["items"]]
}
