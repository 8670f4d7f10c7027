import Formats
import Search
import Statistics

/// One question while it is answered: what was asked, and what is wrong with it so far.
struct Asking {
  let snapshot: Snapshot
  private let lazyIndex: LazyIndex
  let prepared: Prepared
  let kept: KeptRankings
  let checksums: Checksums
  private let publicURL: PublicURL
  let limits: APILimits
  /// The day in Viet Nam.
  let today: Day
  let route: Route
  /// The path as asked, still encoded.
  let path: String
  /// The values of the route's braces, decoded.
  var values: [String]
  private var given = Given()
  /// The address as asked, once it is known.
  private var ownAddress = ""
  /// What is wrong, as far as it is told one by one.
  private(set) var errors: [ParameterError] = []
  /// Where the client has the server, for commands on pages.
  var origin = ""
  /// How the answer is said.
  var format = Format.json
  /// Why it cannot be said as the client wants it.
  var refusal: Problem?
  /// What the route tells of itself; nil where nobody wants to know.
  var telling: Telling?
  /// Whether it is asked to describe what can be asked.
  private(set) var isDescribing = false
  /// Whether only the number of rows is wanted.
  private(set) var isProbe = false
  /// How many things are wrong beside `errors`.
  private var moreErrors = 0

  init(
    _ snapshot: Snapshot, _ lazyIndex: LazyIndex, _ prepared: Prepared, _ kept: KeptRankings,
    _ checksums: Checksums, _ publicURL: PublicURL, limits: APILimits, today: Day, route: Route,
    path: String, values: [String],
    query: [(name: String, value: String)]
  ) {
    self.snapshot = snapshot
    self.lazyIndex = lazyIndex
    self.prepared = prepared
    self.kept = kept
    self.checksums = checksums
    self.publicURL = publicURL
    self.limits = limits
    self.today = today
    self.route = route
    self.path = path
    self.values = values
    var seen = ParameterSet()
    var strangers = Set<String>()
    for (name, value) in query {
      guard let parameter = Parameter.named(name) else {
        let isNew = strangers.insert(name).inserted
        wrong { asking in
          if !isNew { return .repeated(name, value) }
          return .unknown(
            name, value, path: route.pattern, allowed: route.allowed,
            suggestions: asking.nearest(to: name, among: route.allowed, atMost: 1))
        }
        continue
      }
      if !seen.insert(parameter) {
        wrong { _ in .repeated(name, value, takesList: parameter.takesList) }
      } else if !route.takes.contains(parameter) {
        wrong { _ in .notHere(name, value, path: route.pattern, allowed: route.allowed) }
      } else if value.isEmpty {
        wrong { _ in .empty(name) }
      } else {
        given[parameter] = value
      }
    }
    ownAddress = address(with: given)
  }

  var searchIndex: SearchIndex { lazyIndex.index() }

  /// What stands before the paths of addresses; mostly nothing.
  var base: String { publicURL.text }

  /// An address as the world has to write it.
  func absolute(_ path: String) -> String { base + path }

  /// What stands at another address in a format.
  func answer(of path: String, _ format: Format) throws -> Answer {
    guard let (route, values) = Router.route(Route.split(path)) else {
      preconditionFailure("there is something at \(path)")
    }
    var asking = other(route, path: path, values: values, query: [], toDescribe: false)
    asking.format = format
    return try route.answer(&asking)
  }

  /// The same question without some of its conditions, asked only for how many rows there are.
  func probe(without removed: [Parameter]) -> Answer? {
    var probe = self
    probe.isProbe = true
    for parameter in removed { probe.given[parameter] = nil }
    probe.ownAddress = probe.address(with: probe.given)
    do {
      return try route.answer(&probe)
    } catch {
      // A condition may only make sense beside the one that was taken away.
      return nil
    }
  }

  /// Another question of the same day, asked to describe what can be asked.
  func other(
    _ route: Route, path: String, values: [String], query: [(name: String, value: String)],
    toDescribe: Bool = true, isProbe: Bool = false
  ) -> Asking {
    var other = Asking(
      snapshot, lazyIndex, prepared, kept, checksums, publicURL, limits: limits, today: today,
      route: route, path: path, values: values, query: query)
    other.isDescribing = toDescribe
    other.isProbe = isProbe
    return other
  }

  /// Adds a condition to a question that is asked to describe what can be asked.
  mutating func give(_ name: String, _ value: String) {
    guard let parameter = Parameter.named(name), !value.isEmpty else { return }
    given[parameter] = value
    ownAddress = address(with: given)
  }

  /// The value of a parameter as given.
  func text(_ parameter: Parameter) -> String? { given[parameter] }

  mutating func wrong(_ error: ParameterError) { wrong { _ in error } }

  /// Notes what is wrong, which is put into words only where it is told by itself: a question may
  /// hold thousands of wrong words.
  mutating func wrong(_ error: (Asking) -> ParameterError) {
    if errors.count < APILimits.errors {
      errors.append(error(self))
    } else {
      moreErrors += 1
    }
  }

  /// The words nearest to a wrong one, for the first few that are wrong.
  func nearest<Words: Sequence<String>>(
    to word: String, among words: @autoclosure () -> Words, atMost limit: Int = 3
  ) -> [String] {
    if errors.count >= APILimits.suggestedErrors { return [] }
    return Nearest.some(to: word, among: words(), atMost: limit)
  }

  /// What is wrong so far, for a page that tells it itself.
  mutating func takeErrors() -> [ParameterError] {
    defer { errors = [] }
    return errors
  }

  /// Ends the reading of parameters: everything that is wrong becomes one problem.
  func settled() throws(Problem) {
    if !errors.isEmpty { throw .parameters(errors, more: moreErrors) }
  }

  /// The address as asked: the path and the parameters in the order of their table, with some
  /// replaced (by nil: left out).
  func address(replacing replaced: [Parameter: String?] = [:]) -> String {
    if replaced.isEmpty { return ownAddress }
    var all = given
    for (parameter, value) in replaced { all[parameter] = value }
    return address(with: all)
  }

  private func address(with given: Given) -> String {
    if given.values.isEmpty { return path }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(256)
    bytes.append(contentsOf: path.utf8)
    var separator = UInt8(ascii: "?")
    for (parameter, value) in given.values {
      bytes.append(separator)
      bytes.append(contentsOf: parameter.rawValue.utf8)
      bytes.append(UInt8(ascii: "="))
      Address.encode(value, onto: &bytes)
      separator = UInt8(ascii: "&")
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// The values of the parameters that were given, in the order of the parameters' table.
private struct Given {
  private(set) var values: [(parameter: Parameter, value: String)] = []

  subscript(parameter: Parameter) -> String? {
    get {
      for entry in values where entry.parameter.place == parameter.place { return entry.value }
      return nil
    }
    set {
      let place = values.firstIndex { $0.parameter.place >= parameter.place } ?? values.count
      if place < values.count, values[place].parameter.place == parameter.place {
        values.remove(at: place)
      }
      if let newValue { values.insert((parameter, newValue), at: place) }
    }
  }
}

/// Percent-encoding for addresses that this program writes.
enum Address {
  /// Leaves what RFC 3986 calls unreserved, and the separators of lists and ranges.
  static func encoded(_ text: String) -> String {
    var bytes: [UInt8] = []
    encode(text, onto: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  static func encode(_ text: String, onto bytes: inout [UInt8]) {
    let text = text.utf8.span
    for place in text.indices {
      let byte = text[place]
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: ","), UInt8(ascii: ":"),
        UInt8(ascii: "/"):
        bytes.append(byte)
      default:
        bytes.append(UInt8(ascii: "%"))
        for digit in [byte >> 4, byte & 15] {
          bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "A") + digit - 10)
        }
      }
    }
  }
}
