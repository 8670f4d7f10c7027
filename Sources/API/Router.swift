import SDMX
import Statistics

/// Which route a path is.
enum Router {
  static func route(_ segments: [String]) -> (Route, values: [String])? {
    var crossing = root
    var values: [String] = []
    let segments = endsInSlash(segments) ? segments.dropLast() : segments[...]
    for segment in segments.isEmpty ? [""] : segments {
      if let next = crossing.words[segment] {
        crossing = next
      } else if let next = crossing.value, !segment.isEmpty {
        crossing = next
        values.append(segment)
      } else {
        return nil
      }
    }
    return crossing.route.map { ($0, values) }
  }

  /// Whether a path ends in a slash that makes no difference: SDMX has it so.
  static func endsInSlash(_ segments: [String]) -> Bool {
    segments.first == "sdmx" && segments.count > 3 && segments.last == ""
  }

  /// Where the ways to the routes part; after a word, or where a value may stand. A word goes
  /// before a value: no two routes part so that this could lead astray.
  private final class Crossing: Sendable {
    let words: [String: Crossing]
    let value: Crossing?
    let route: Route?

    /// Of routes that share their first `depth` segments.
    init(_ routes: [Route], depth: Int) {
      route = routes.first { $0.segments.count == depth }
      let longer = routes.filter { $0.segments.count > depth }
      var words: [String: [Route]] = [:]
      for route in longer {
        if case .word(let word) = route.segments[depth] { words[word, default: []].append(route) }
      }
      self.words = words.mapValues { Crossing($0, depth: depth + 1) }
      let open = longer.filter { $0.segments[depth] == .value }
      value = open.isEmpty ? nil : Crossing(open, depth: depth + 1)
    }
  }

  private static let root = Crossing(Routes.all, depth: 0)

  /// 404 with the nearest address there is.
  static func nothing(at segments: [String], _ path: String) -> Problem {
    let near = nearest(segments)
    return .notFound(
      Name(
        vi: "Không có gì ở \(echoed(path))\(ending(near).vi)",
        en: "There is nothing at \(echoed(path))\(ending(near).en)"),
      suggestions: near)
  }

  private static func nearest(_ segments: [String]) -> [String] {
    var trimmed = segments
    while trimmed.last == "", trimmed.count > 1 { trimmed.removeLast() }
    if trimmed.count < segments.count, route(trimmed) != nil {
      return ["/" + trimmed.map(Address.encoded).joined(separator: "/")]
    }
    if trimmed.first == "sdmx" {
      return ["/sdmx/2.1/" + (trimmed.contains("data") ? "data/\(Identity.flow)" : "dataflow")]
    }
    let patterns = Routes.all.map(\.pattern).filter { !$0.contains("{") }
    let asked = "/" + trimmed.joined(separator: "/")
    let whole = Nearest.some(to: asked, among: patterns, atMost: 1)
    if !whole.isEmpty { return whole }
    // The collection's name alone, so that /province/48 and /v1/provinse/48 find their way.
    let collections = patterns.filter { $0.hasPrefix("/v1/") }.map { String($0.dropFirst(4)) }
    for part in trimmed.prefix(2) {
      if let name = Nearest.one(to: part, among: collections) { return ["/v1/\(name)"] }
    }
    return ["/v1"]
  }
}
