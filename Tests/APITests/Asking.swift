import API
import HTTP
import Statistics
import Storage
import Testing

/// What the API answered, as a client sees it.
struct Answered {
  let status: Int
  /// The field lines that are the API's own, in their order.
  let fields: [(name: String, value: String)]
  let bytes: [UInt8]
  /// Whether the connection ends after the answer.
  let closes: Bool

  init(_ response: Response) {
    status = response.status.code
    bytes = response.body.made()
    closes = response.closes
    let text = String(decoding: response.fields.bytes, as: UTF8.self)
    fields = text.split(separator: "\r\n").map { line in
      let parts = line.split(separator: ":", maxSplits: 1)
      return (String(parts[0]), parts.count == 2 ? String(parts[1].dropFirst()) : "")
    }
  }

  /// The value of a field that is there once; nil where it is not there.
  subscript(field name: String) -> String? {
    let values = fields.filter { $0.name.lowercased() == name.lowercased() }.map(\.value)
    if values.count > 1 { Issue.record("\(name) stands \(values.count) times") }
    return values.first
  }

  /// The body as JSON; records an issue where it is none.
  func json(_ place: SourceLocation = #_sourceLocation) throws -> Value {
    try #require(try? Value(bytes), "the body is no JSON", sourceLocation: place)
  }

  /// The member `data` of a 200.
  func data(_ place: SourceLocation = #_sourceLocation) throws -> Value {
    #expect(status == 200, "\(text)", sourceLocation: place)
    return try #require(try json(place)["data"], sourceLocation: place)
  }

  var text: String { String(decoding: bytes, as: UTF8.self) }
}

extension Body {
  /// All of it, as it is after the last piece.
  func made() -> [UInt8] {
    switch self {
    case .whole(let bytes): return bytes
    case .pieces(let pieces):
      var bytes: [UInt8] = []
      while pieces.next(onto: &bytes) {}
      return bytes
    }
  }
}

/// Asks an API, without any wires: one request head, read by the parser that reads all of them.
///
/// `fields` are whole field lines.
func ask(
  _ target: String, _ fields: String..., method: String = "GET", of api: API = .ofToday
) -> Answered {
  Answered(response(to: target, fields, method: method, of: api))
}

/// The same before its content is made.
func response(
  to target: String, _ fields: [String] = [], method: String = "GET", of api: API = .ofToday
) -> Response {
  let lines = ["\(method) \(target) HTTP/1.1", "Host: localhost"] + fields
  let bytes = Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8)
  let application = Publication(api).application()
  var parser = HeadParser()
  var head = RequestHead()
  do throws(Refusal) {
    guard try parser.parse(bytes.span, into: &head) == .complete else {
      preconditionFailure("a test asks whole questions")
    }
    return application.respond(head, bytes.span, [])
  } catch {
    return application.refuse(error)
  }
}

extension API {
  /// The folder of the data that is served, found from this file.
  static let folder =
    #filePath.split(separator: "/", omittingEmptySubsequences: false)
    .dropLast(3).joined(separator: "/") + "/Config/data"

  static let snapshot: Snapshot = {
    do {
      return try Loader.load(folder)
    } catch {
      preconditionFailure("the data can be served: \(error)")
    }
  }()

  /// The data that is served, on the day that all tests stand on.
  static let ofToday = API.on("2026-11-22")

  /// The data that is served, as if a day were today, within bounds.
  static func on(_ day: String, _ limits: APILimits = APILimits()) -> API {
    guard let day = Day(day) else { preconditionFailure("a test names real days") }
    return API(snapshot, limits: limits) { day }
  }
}

/// The data of a collection, and of each row one field: what most tests ask for.
func column(
  _ field: String, of target: String, _ place: SourceLocation = #_sourceLocation
) throws -> [Value] {
  try ask(target).data(place).elements.map {
    try #require($0[field], "a row without \(field)", sourceLocation: place)
  }
}
