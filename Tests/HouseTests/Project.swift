import Linux

/// The folder that this test was built from, as text.
enum Project {
  static let root: String = {
    let parts = #filePath.split(separator: "/").dropLast(3)
    return "/" + parts.joined(separator: "/")
  }()

  static func text(_ path: String) throws -> String {
    String(decoding: try readFile("\(root)/\(path)"), as: UTF8.self)
  }

  /// The Swift files below a folder, by their paths from the root.
  static func swiftFiles(in folder: String) throws -> [SourceFile] {
    try paths(in: folder).filter { $0.hasSuffix(".swift") }.map {
      SourceFile(path: $0, text: try text($0))
    }
  }

  /// All files below a folder, by their paths from the root.
  static func paths(in folder: String) throws -> [String] {
    try listFolder("\(root)/\(folder)").flatMap { name -> [String] in
      let path = "\(folder)/\(name)"
      // What cannot be listed is a file.
      guard (try? listFolder("\(root)/\(path)")) != nil else { return [path] }
      return try paths(in: path)
    }
  }
}

/// One file of Swift.
struct SourceFile {
  let path: String
  let lines: [Substring]

  init(path: String, text: String) {
    self.path = path
    lines = text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// The folder in `Sources` or `Tests`: the target.
  var target: String { path.split(separator: "/").dropFirst().first.map(String.init) ?? "" }
  var name: Substring { path.split(separator: "/").last ?? "" }

  var imports: [String] {
    lines.compactMap { line in
      let words = line.split(separator: " ")
      guard let place = words.firstIndex(of: "import"),
        words[..<place].allSatisfy({ ["package", "public", "internal", "private"].contains($0) })
      else { return nil }
      return words.last.map { String($0.prefix { $0 != "." }) }
    }
  }

  /// The lines without their comments, each with its place as `path:number`.
  var code: [(place: String, text: Substring)] {
    lines.enumerated().map { number, line in
      let comment = line.firstRange(of: "//")?.lowerBound
      return ("\(path):\(number + 1)", comment.map { line[..<$0] } ?? line)
    }
  }
}
