import Formats
import Search
import Statistics

/// One question while it is answered: what was asked, and what is wrong with it so far.
struct Asking {
  let snapshot: Snapshot
  private let lazyIndex: LazyIndex
  let limits: APILimits
  /// The day in Viet Nam.
  let today: Day
  let route: Route
  /// The path as asked, still encoded.
  let path: String
  /// The values of the route's braces, decoded.
  let values: [String]
  private var given: [Parameter: String]
  private(set) var errors: [ParameterError] = []
  /// Whether only the number of rows is wanted.
  private(set) var isProbe = false

  init(
    _ snapshot: Snapshot, _ lazyIndex: LazyIndex, limits: APILimits, today: Day, route: Route,
    path: String, values: [String], query: [(name: String, value: String)]
  ) {
    self.snapshot = snapshot
    self.lazyIndex = lazyIndex
    self.limits = limits
    self.today = today
    self.route = route
    self.path = path
    self.values = values
    var given: [Parameter: String] = [:]
    var errors: [ParameterError] = []
    var seen = Set<String>()
    let allowed = route.parameters.map(\.rawValue)
    for (name, value) in query {
      guard seen.insert(name).inserted else {
        errors.append(.repeated(name, value))
        continue
      }
      guard let parameter = Parameter(rawValue: name) else {
        errors.append(.unknown(name, value, path: route.pattern, allowed: allowed))
        continue
      }
      guard route.parameters.contains(parameter) else {
        errors.append(.notHere(name, value, path: route.pattern, allowed: allowed))
        continue
      }
      if value.isEmpty { errors.append(.empty(name)) } else { given[parameter] = value }
    }
    self.given = given
    self.errors = errors
  }

  var searchIndex: SearchIndex { lazyIndex.index() }

  /// The same question without some of its conditions, asked only for how many rows there are.
  func probe(without removed: [Parameter]) -> Answer? {
    var probe = self
    probe.isProbe = true
    for parameter in removed { probe.given[parameter] = nil }
    do {
      return try route.answer(&probe)
    } catch {
      // A condition may only make sense beside the one that was taken away.
      return nil
    }
  }

  /// The value of a parameter as given.
  func text(_ parameter: Parameter) -> String? { given[parameter] }

  mutating func wrong(_ error: ParameterError) { errors.append(error) }

  /// Ends the reading of parameters: everything that is wrong becomes one problem.
  func settled() throws(Problem) {
    if !errors.isEmpty { throw .parameters(errors) }
  }

  /// The address as asked: the path and the parameters in the order of their table, with some
  /// replaced (by nil: left out).
  func address(replacing replaced: [Parameter: String?] = [:]) -> String {
    var address = path
    var separator = "?"
    for parameter in Parameter.allCases {
      let value = replaced[parameter] ?? given[parameter]
      guard let value else { continue }
      address += "\(separator)\(parameter.rawValue)=\(Address.encoded(value))"
      separator = "&"
    }
    return address
  }
}

/// Percent-encoding for addresses that this program writes.
enum Address {
  /// Leaves what RFC 3986 calls unreserved, and the separators of lists and ranges.
  static func encoded(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: ","), UInt8(ascii: ":"),
        UInt8(ascii: "/"):
        bytes.append(byte)
      default: bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
