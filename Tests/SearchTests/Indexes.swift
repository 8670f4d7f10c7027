import Search
import Statistics
import Storage

/// The data of the project, and indexes of a few things made up for one test.
enum Indexes {
  static let folder =
    #filePath.split(separator: "/", omittingEmptySubsequences: false)
    .dropLast(3).joined(separator: "/") + "/Config/data"

  static let snapshot: Snapshot = {
    do {
      return try Loader.load(folder)
    } catch {
      fatalError("\(folder) does not load: \(error)")
    }
  }()

  static let bundled = SearchIndex(snapshot)

  /// The day on which the queries are asked.
  static let day = Day("2026-11-22") ?? Day(number: 0)

  static func index(_ fill: (inout Contents) -> Void) -> SearchIndex {
    var contents = Contents()
    fill(&contents)
    return SearchIndex(Snapshot(contents, digest: ""))
  }

  /// An index of platforms with these names, `p0`, `p1`, ….
  static func named(_ names: String...) -> SearchIndex {
    index { contents in
      contents.platforms = names.enumerated().map { place, name in
        var platform = Platform()
        platform.id = "p\(place)"
        platform.name = Name(vi: name, en: name)
        return platform
      }
    }
  }
}

extension SearchIndex {
  func search(_ query: String, types: Set<Kind>? = nil) -> [Hit] {
    search(query, types: types, on: Indexes.day)
  }

  /// The ids of what is found, best first.
  func ids(_ query: String, types: Set<Kind>? = nil) -> [String] {
    search(query, types: types).map(\.id)
  }
}

extension Hit {
  /// The snippet with brackets around what matched.
  var marked: String {
    snippet.map { $0.isMatch ? "[\($0.text)]" : $0.text }.joined()
  }
}
