import Statistics

/// Which route a path is.
enum Router {
  static func route(_ segments: [String]) -> (Route, values: [String])? {
    let segments = segments.isEmpty ? [""] : segments
    for route in Routes.all {
      if let values = route.values(in: segments) { return (route, values) }
    }
    return nil
  }

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
