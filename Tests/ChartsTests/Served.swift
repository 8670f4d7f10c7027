import API
import Charts
import HTTP
import Statistics
import Storage

/// The answers to the data that is served, without wires.
enum Served {
  static let snapshot: Snapshot = {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    do {
      return try Loader.load("/\(root)/Config/data")
    } catch {
      preconditionFailure("the data can be served: \(error)")
    }
  }()

  private static let api = API(snapshot) { Day("2026-11-22") ?? Day(number: 0) }

  static func response(_ target: String, _ fields: [String] = [], method: String = "GET")
    -> Response
  {
    let lines = ["\(method) \(target) HTTP/1.1", "Host: localhost"] + fields + ["", ""]
    let bytes = Array(lines.joined(separator: "\r\n").utf8)
    var head = RequestHead()
    var parser = HeadParser()
    let isWhole = (try? parser.parse(bytes.span, into: &head)) == .complete
    precondition(isWhole, "a test asks what can be read")
    return Publication(api).application().respond(head, bytes.span, [])
  }

  static func body(_ target: String, _ fields: [String] = []) -> [UInt8] {
    guard case .whole(let bytes) = response(target, fields).body else { return [] }
    return bytes
  }

  static func drawing(_ target: String) -> Drawing { Drawing(body(target)) }

  /// The rows of a table, without its head: cells that hold neither commas nor quotes.
  static func rows(_ target: String) -> [[String]] {
    let lines = String(decoding: body(target), as: UTF8.self).split(separator: "\r\n")
    return lines.dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  /// Some of the indicators: by whether provinces have values.
  static func indicators(ofProvinces: Bool) -> [String] {
    snapshot.indicators.rows.filter { $0.levels.contains(.province) == ofProvinces }.map(\.id)
  }

  /// How charts are looked at: every width in one of the languages, one of them in both.
  static let looks = [
    "width=320&lang=vi", "width=320&lang=en", "width=640&lang=vi&theme=dark",
    "width=1200&lang=en",
  ]
}
