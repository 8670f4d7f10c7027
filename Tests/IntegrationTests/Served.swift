import Testing

/// The program serving the real data on a free port, ready to be asked.
struct Served {
  let program: Program
  let port: UInt16
  /// The one line that it said.
  let line: String
  /// Kept as long as it is served.
  private var folder: Folder?

  /// The folder of the data that is served, found from this file.
  static let data =
    #filePath.split(separator: "/", omittingEmptySubsequences: false)
    .dropLast(3).joined(separator: "/") + "/Config/data"

  init(_ more: String...) throws {
    try self.init(
      arguments: ["serve", "--port", "0", "--data", Served.data, "--today", "2026-11-22"] + more)
  }

  init(arguments: [String]) throws {
    program = try Program(arguments)
    line = try #require(try program.line(), "the program ended before it served")
    port = try #require(line.split(separator: ":").last.flatMap { UInt16($0) }, "\(line)")
  }

  /// The same with a folder of its own, which is read in no time.
  init(_ folder: Folder, _ more: String...) throws {
    try self.init(
      arguments: ["serve", "--port", "0", "--data", folder.path, "--threads", "1"] + more)
    self.folder = folder
  }

  /// The same with a file of settings that has these.
  init(_ folder: Folder, settings: [(String, Int)], _ more: String...) throws {
    let text = settings.map { "\"\($0)\": \($1)" }.joined(separator: ", ")
    // Read at the start only.
    let file = try Folder(["settings.json": "{\(text)}"])
    self = try withExtendedLifetime(file) {
      try Served(
        arguments: [
          "serve", "--port", "0", "--data", folder.path, "--threads", "1",
          "--config", "\(file.path)/settings.json",
        ] + more)
    }
    self.folder = folder
  }

  func connect(on host: String = "127.0.0.1") throws -> Wire { try Wire(to: port, on: host) }
}
