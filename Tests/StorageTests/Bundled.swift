import JSON
import Linux
import Statistics
import Storage

/// The data that comes with the program: `Config/data`.
enum Bundled {
  static let folder =
    #filePath.split(separator: "/").dropLast(3).reduce("") { "\($0)/\($1)" } + "/Config/data"

  /// Loaded once for all tests.
  private static let loaded = Result { () throws(DataErrors) in try Loader.load(folder) }

  static func snapshot() throws -> Snapshot { try loaded.get() }

  /// The files' bytes, by name.
  static func files() throws -> [(name: String, bytes: [UInt8])] {
    try listFolder(folder).filter { $0.hasSuffix(".json") }
      .map { ($0, try readFile("\(folder)/\($0)")) }
  }

  /// Every row of every file, by list, as it stands there.
  private static let read = Result { try readRows() }

  static func rows(_ list: String) throws -> [Value] { try read.get()[list] ?? [] }
  static func rows() throws -> [String: [Value]] { try read.get() }

  private static func readRows() throws -> [String: [Value]] {
    var rows: [String: [Value]] = [:]
    for (_, bytes) in try files() {
      var reader = RowReader()
      var tape = Tape()
      while let list = try reader.nextList(bytes.span) {
        while try reader.nextRow(bytes.span, onto: &tape) {
          rows[list, default: []].append(try Value(tape, 0, bytes))
        }
      }
    }
    return rows
  }

  /// The five articles that the data began with.
  static let articles = [
    "vtc-2023-02", "nghean-2024-07", "vgp-2024-07-19", "quangninh-2021-11-30", "techcity-dvctt",
  ]
}
