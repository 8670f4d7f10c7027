import HTML
import JSON
import Statistics

/// What a page is drawn with: the snapshot, the day, the reader's language, and the addresses that
/// keep what the reader has chosen.
package struct Desk: Sendable {
  package let snapshot: Snapshot
  /// The day in Viet Nam, by which dates have passed.
  package let today: Day
  /// The day on which everything said was known.
  package let asOf: Day
  package let choice: Choice
  /// What stands before the paths in commands: a scheme and a host, `https://example.vn`.
  package let origin: String
  /// Every figure as its documents published it.
  let published: Atlas

  package init(_ snapshot: Snapshot, today: Day, choice: Choice, origin: String) {
    self.snapshot = snapshot
    self.today = today
    self.choice = choice
    self.origin = origin
    asOf = min(today, snapshot.series.newestKnownFrom ?? today)
    published = Atlas(snapshot, on: nil, asOf: asOf)
  }

  package var language: PageLanguage { choice.language }

  func say(_ vi: String, _ en: String) -> String { language.pick(vi, en) }

  /// The newest cell of a series that has a number or a range; of equal ends the longer period. One
  /// without a period only where there is no other.
  func newest(of series: [Cell]) -> Cell? {
    let held = series.filter { $0.missing == nil }
    return held.filter { $0.period != nil }.max { one, other in
      guard let mine = one.period, let its = other.period else { return false }
      return mine.end != its.end ? mine.end < its.end : mine.start > its.start
    } ?? held.first
  }

  /// A later period of which a document says that there is no figure.
  func gap(after cell: Cell, in series: [Cell]) -> Cell? {
    guard let end = cell.period?.end else { return nil }
    return series.last { $0.missing != nil && ($0.period?.end).map { $0 > end } ?? false }
  }

  /// The series of the nation.
  package func national(_ indicator: Int) -> [Cell] {
    guard let nation = snapshot.nation else { return [] }
    return published.series(indicator, nation)
  }

  /// The map in force on a day, the first one before it.
  package func map(on day: Day) -> ProvincialMap? {
    snapshot.map(on: day) ?? snapshot.maps.first
  }
}

extension Snapshot {
  /// The area that is the nation.
  var nation: Int? { areas.rows.firstIndex { $0.level == .nation } }

  /// The unit that an area is; nil of a country.
  func province(ofArea area: Int) -> Province? {
    if case .province(let place) = areas.rows[area].kind { provinces.rows[place] } else { nil }
  }

  /// What a document says beside a cell's value.
  func annotation(of cell: Cell) -> Annotation? {
    guard let statement = cell.statement, statement.isAnnotated else { return nil }
    return observations.annotation(Int(statement.row))
  }
}

/// What a reader has chosen; nil is what the page shows unasked.
package struct Choice: Sendable {
  package var language = PageLanguage.vi
  package var theme: PageTheme?
  /// By id.
  package var indicator: String?
  package var period: String?
  /// `today` or a date.
  package var boundaries: String?
  package var query: String?

  package init() {}

  /// An address of a page with these choices. Of another page only language and theme are kept.
  package func address(_ path: String = "/", fragment: String = "") -> String {
    var pairs: [(String, String)] = []
    if path == "/" {
      pairs = [
        ("indicator", indicator), ("period", period), ("boundaries", boundaries), ("q", query),
      ].compactMap { name, value in value.map { (name, $0) } }
    }
    if language != .vi { pairs.append(("lang", language.rawValue)) }
    if let theme { pairs.append(("theme", theme.rawValue)) }
    let query = pairs.map { "\($0)=\(Choice.encoded($1))" }.joined(separator: "&")
    return path + (query.isEmpty ? "" : "?" + query) + (fragment.isEmpty ? "" : "#" + fragment)
  }

  /// The same after a change.
  func with(_ change: (inout Choice) -> Void) -> Choice {
    var other = self
    change(&other)
    return other
  }

  /// The front page without any question but how it looks.
  var bare: Choice {
    with { choice in
      (choice.indicator, choice.period, choice.boundaries, choice.query) = (nil, nil, nil, nil)
    }
  }

  /// Percent-encoded but for what RFC 3986 calls unreserved.
  static func encoded(_ text: String) -> String {
    var encoded = ""
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"):
        encoded.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        encoded += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
    return encoded
  }
}
