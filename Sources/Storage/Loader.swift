import Coding
import JSON
import Linux
import Statistics

/// Reads a folder of data whole: a checked snapshot, or everything that is wrong.
package enum Loader {
  /// Reads every `*.json` file of the folder, in the order of names; other files are left alone.
  ///
  /// - Throws: `DataErrors` with all errors of all files, ordered by file, line and column.
  package static func load(_ folder: String) throws(DataErrors) -> Snapshot {
    let files = try read(folder)
    var reading = Reading()
    for file in files { reading.read(file) }
    reading.check()
    let errors = files.flatMap(\.errors)
    if !errors.isEmpty { throw DataErrors(errors) }
    if reading.contents.provinces.isEmpty {
      throw whole(folder, expected: "a list of provinces in some file", found: "none")
    }
    return Snapshot(reading.contents, digest: digest(of: files))
  }

  private static func read(_ folder: String) throws(DataErrors) -> [DataFile] {
    let names: [String]
    do {
      names = try listFolder(folder).filter { $0.hasSuffix(".json") && !$0.hasPrefix(".") }
    } catch {
      throw whole(folder, expected: "a folder of *.json files", found: error.meaning)
    }
    if names.isEmpty {
      throw whole(folder, expected: "a folder of *.json files", found: "none in it")
    }
    var files: [DataFile] = []
    var errors: [DataError] = []
    for name in names {
      do {
        files.append(try DataFile(name, in: folder))
      } catch {
        errors +=
          whole("\(folder)/\(name)", expected: "a readable file", found: error.meaning)
          .errors
      }
    }
    if !errors.isEmpty { throw DataErrors(errors) }
    return files
  }

  private static func whole(_ path: String, expected: String, found: String) -> DataErrors {
    DataErrors([
      DataError(
        file: path, line: 1, column: 1, pointer: "", expected: expected, found: found,
        suggestion: nil)
    ])
  }

  /// Names and contents, each with its length before it, so that no two folders look alike.
  private static func digest(of files: [DataFile]) -> String {
    var digest = Digest()
    for file in files {
      digest.add("\(file.name.utf8.count) \(file.name) \(file.bytes.count) ")
      digest.add(file.bytes)
    }
    return digest.hexadecimal()
  }
}
