import Linux
import Testing

/// The rules of the house that a compiler does not know.
enum SourceRules {
  /// Where `unsafe` may stand, and nothing is built with strict memory safety.
  static let roomsOfC = ["Linux", "Coding", "TLS"]
  static let columns = 100
  /// Who may ask for the date: what answers say, what day it is, whether a certificate has ended.
  static let datedByPeople: Set = [
    "Sources/Server/Loop.swift", "Sources/TLS/Certificates.swift", "Sources/ThuocDo/Serve.swift",
  ]
  /// What may lie beside the dot files.
  static let topLevel = [
    "Config", "LICENSE", "Package.swift", "README.md", "Scripts", "Sources", "Tests",
    // Written by every build; not in the repository.
    "Package.resolved",
  ]

  struct Banned: CustomTestStringConvertible {
    let words: String
    let reason: String
    var testDescription: String { words }
  }

  static let banned = [
    Banned(words: "try!", reason: "what may go wrong is a typed error"),
    Banned(words: "fatalError(", reason: "a programmer's error is a precondition"),
    Banned(words: "@testable", reason: "`package` is what tests see"),
    Banned(words: "@unchecked Sendable", reason: "the compiler proves that nothing is shared"),
  ]
}

@Suite struct SourceRulesTests {
  @Test func `the top level holds only what it may`() throws {
    for name in try listFolder(Project.root) where !name.hasPrefix(".") {
      #expect(SourceRules.topLevel.contains(name), "\(name) belongs into one of the folders")
    }
  }

  @Test func `no room imports full Foundation`() throws {
    for file in try Project.swiftFiles(in: "Sources") {
      #expect(
        file.imports.allSatisfy { !$0.hasPrefix("Foundation") }, "\(file.path) imports it")
    }
  }

  @Test func `unsafe stands only in the rooms that speak to C`() throws {
    for file in try Project.swiftFiles(in: "Sources")
    where !SourceRules.roomsOfC.contains(file.target) {
      for line in file.code {
        let isUnsafe = line.text.contains("unsafe") || line.text.contains("Unsafe")
        #expect(!isUnsafe, "\(line.place): \(line.text)")
      }
    }
  }

  @Test func `the clock that people set says the date, and times nothing`() throws {
    let readers = try Project.swiftFiles(in: "Sources").filter { file in
      file.code.contains { $0.text.contains("SystemClock.secondsSince1970()") }
    }
    #expect(Set(readers.map(\.path)) == SourceRules.datedByPeople)
  }

  @Test(arguments: SourceRules.banned)
  func `what the house does without is not in the sources`(_ banned: SourceRules.Banned) throws {
    for file in try Project.swiftFiles(in: "Sources") {
      for line in file.code {
        #expect(!line.text.contains(banned.words), "\(line.place): \(banned.reason)")
      }
    }
  }

  @Test(arguments: ["TODO", "FIXME", "XXX"])
  func `nothing is left to be done by a comment`(_ mark: String) throws {
    for file in try Project.swiftFiles(in: "Sources") {
      for (number, line) in file.lines.enumerated() {
        #expect(!line.contains(mark), "\(file.path):\(number + 1): \(line)")
      }
    }
  }

  @Test(arguments: [("Sources", lines: 400), ("Tests", lines: 600)])
  func `no file is long and no line is wide`(_ folder: String, _ lines: Int) throws {
    for file in try Project.swiftFiles(in: folder) {
      #expect(file.lines.count <= lines, "\(file.path)")
      for (number, line) in file.lines.enumerated()
      where line.utf8.count > SourceRules.columns {
        #expect(line.count <= SourceRules.columns, "\(file.path):\(number + 1)")
      }
    }
  }

  @Test func `the scripts' lines are not wide`() throws {
    for path in try Project.paths(in: "Scripts") {
      for line in try Project.text(path).split(separator: "\n") {
        #expect(line.count <= SourceRules.columns, "\(path): \(line)")
      }
    }
  }
}
