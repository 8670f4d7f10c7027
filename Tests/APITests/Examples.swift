import API
import Testing

/// An address for every route, so that what holds everywhere is tested everywhere.
enum Examples {
  /// A path for each route of the table, with what it cannot be asked without.
  static let all: [Example] = Routes.all.map(Example.init)

  /// The routes that answer JSON: not the one that leads away, nor drawings, nor the probes.
  static let json = all.filter {
    $0.pattern.hasPrefix("/v1") && ![".ndjson", ".svg"].contains(where: $0.pattern.hasSuffix)
  }
  static let collections = json.filter(\.isCollection)
  static let things = json.filter { !$0.isCollection }

  /// What stands for the braces of a pattern, by its collection.
  fileprivate static let names = [
    "provinces": ["48"], "regions": ["dong-nam-bo"], "pillars": ["economy"],
    "indicators": ["dti"], "commitments": ["5-5-5-2024", "khong-3"],
    "targets": ["411-2025-digital-economy-gdp"], "tasks": ["vneid-utilities-2024"],
    "agencies": ["bo-tttt"], "platforms": ["e-invoice"],
    "meetings": ["thuong-truc-chinh-phu-2024-07-19"], "sources": ["haui-bang1"],
  ]
  /// The same of SDMX, by the braces.
  fileprivate static let namesOfSDMX = [
    "{flow}": "DIGITAL_SOCIETY", "{key}": "A..VN", "{provider}": "all", "{component}": "FREQ",
    "{resource}": "dataflow", "{agency}": "THUOCDO", "{id}": "DIGITAL", "{version}": "latest",
  ]
  /// Queries of routes that need one, or whose rows are too many to be looked at by every rule:
  /// of the observations some of every kind.
  fileprivate static let queries = [
    "/v1/search": "?q=dti",
    "/v1/observations":
      "?indicator=dti,ai-readiness-rank,it-enterprises-active,online-retail-sales,"
      + "communes-fibre-share,national-portal-dossiers-processed,dti-pillar-society",
  ]
}

struct Example: CustomTestStringConvertible, Sendable {
  let pattern: String
  let path: String
  let query: String
  let isCollection: Bool
  let parameters: [Parameter]

  init(_ route: Route) {
    pattern = route.pattern
    parameters = route.parameters
    isCollection = route.parameters.contains(.limit)
    query = Examples.queries[route.pattern] ?? ""
    let segments = route.pattern.split(separator: "/", omittingEmptySubsequences: false)
    if segments[1] == "sdmx" {
      path = segments.map { Examples.namesOfSDMX[String($0)] ?? String($0) }.joined(separator: "/")
      return
    }
    // Pages for people have the names of collections without the version before them.
    var names =
      segments.dropFirst().prefix(2).lazy.compactMap { Examples.names[String($0)] }
      .first ?? []
    path = segments.map { segment in
      guard segment.hasPrefix("{") else { return String(segment) }
      return names.isEmpty ? "an example is missing in Examples.names" : names.removeFirst()
    }.joined(separator: "/")
  }

  /// The path, and the query that it needs.
  var target: String { path + query }

  /// The target with one more parameter.
  func with(_ parameter: String) -> String {
    target + (query.isEmpty ? "?" : "&") + parameter
  }

  var testDescription: String { target }
}
