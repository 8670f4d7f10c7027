import API
import HTTP
import JSON
import Statistics
import Storage
import Testing

/// What was answered to a request, without any wires.
struct Asked {
  let status: Int
  let fields: [String: String]
  let bytes: [UInt8]

  var text: String { String(decoding: bytes, as: UTF8.self) }
}

/// Asks for a page as a browser does, of the data that is served, on 22 November 2026.
func ask(
  _ target: String, accept: String = "text/html,*/*;q=0.5", host: String = "localhost:8080",
  fields: [String] = [], of api: API = .ofToday
) -> Asked {
  let lines = ["GET \(target) HTTP/1.1", "Host: \(host)", "Accept: \(accept)"] + fields
  let bytes = Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8)
  let application = Publication(api).application()
  var parser = HeadParser()
  var head = RequestHead()
  let response: Response
  do throws(Refusal) {
    guard try parser.parse(bytes.span, into: &head) == .complete else {
      preconditionFailure("a test asks whole questions")
    }
    response = application.respond(head, bytes.span, [])
  } catch {
    response = application.refuse(error)
  }
  var body: [UInt8] = []
  switch response.body {
  case .whole(let bytes): body = bytes
  case .pieces(let pieces): while pieces.next(onto: &body) {}
  }
  let text = String(decoding: response.fields.bytes, as: UTF8.self)
  let pairs = text.split(separator: "\r\n").map { line in
    let parts = line.split(separator: ":", maxSplits: 1)
    return (String(parts[0]), String(parts[1].dropFirst()))
  }
  return Asked(
    status: response.status.code,
    fields: Dictionary(pairs, uniquingKeysWith: { one, _ in one }), bytes: body)
}

extension API {
  static let snapshot: Snapshot = {
    let folder =
      #filePath.split(separator: "/", omittingEmptySubsequences: false)
      .dropLast(3).joined(separator: "/") + "/Config/data"
    do {
      return try Loader.load(folder)
    } catch {
      preconditionFailure("the data can be served: \(error)")
    }
  }()

  static let ofToday = API.on("2026-11-22")

  static func on(_ day: String, _ publicURL: PublicURL = .none) -> API {
    guard let day = Day(day) else { preconditionFailure("a test names real days") }
    return API(snapshot, publicURL: publicURL) { day }
  }
}
