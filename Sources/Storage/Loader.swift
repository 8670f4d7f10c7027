import Coding
import Linux
import Statistics

/// Reads a folder of data whole: a checked snapshot, or everything that is wrong.
///
/// Files are read beside each other on all cores, each through a window and into rows of its own;
/// observations go into columns as they are read, so that they are never there twice.
package enum Loader {
  /// Reads every `*.json` file of the folder, in the order of names; other files are left alone.
  ///
  /// - Throws: `DataErrors` with all errors of all files, ordered by file, line and column.
  package static func load(_ folder: String) throws(DataErrors) -> Snapshot {
    var files = try names(in: folder).map { FileLoad(DataFile($0, in: folder)) }
    // Arrays that grow to millions of rows leave nothing behind, which takes pages of their own;
    // afterwards, what an answer or an encoder takes stays at hand.
    let isLarge = files.reduce(0) { $0 + $1.size } >= StorageLimits.largeBytes
    setOwnPages(from: isLarge ? 256 << 10 : 4 << 20)
    defer { setOwnPages(from: 4 << 20) }
    Cores.forEach(&files, effort: \.size) { file, _ in file.read() }
    let failures = files.compactMap(\.failure)
    if !failures.isEmpty { throw DataErrors(failures) }

    var all = Reading()
    for file in files { all.add(file.reading) }
    let contents = all.contents
    all.check(all.references.defined())
    let numbers = checkObservations(of: &files, contents)
    let errors = files.flatMap(\.file.errors)
    if !errors.isEmpty { throw DataErrors(errors) }
    if contents.provinces.isEmpty {
      throw whole(folder, expected: "a list of provinces in some file", found: "none")
    }
    let digest = digest(of: files)
    var observations = files.map(\.reading.observations)
    files = []
    try checkCounts(of: numbers, folder)
    let snapshot = Snapshot(contents, taking: &observations, numbers, digest: digest)
    // What loading took beside the snapshot is free now, and would stay with the process.
    returnFreeMemory()
    return snapshot
  }

  /// How the files that `load` reads stand now, and the folder itself.
  package static func states(of folder: String) -> FileStates {
    var paths = [folder]
    // A folder that cannot be listed is a state too, which loading explains.
    if let names = try? names(in: folder) { paths += names.map { "\(folder)/\($0)" } }
    return FileStates(of: paths)
  }

  /// Checks the observations of each file, then all of them together.
  private static func checkObservations(
    of files: inout [FileLoad], _ contents: Contents
  ) -> RowNumbers {
    let checks = ObservationChecks(contents)
    let numbers = RowNumbers(files.map(\.reading.observations), contents)
    Cores.forEach(&files, effort: \.reading.observations.count) { file, index in
      checks.check(file.reading.observations) { file.place($0) }
      numbers.settle(&file.reading.observations, ofFile: index)
    }
    for repeated in RepeatedRow.all(in: files.map(\.reading.observations), numbers) {
      let earlier = files[repeated.earlierFile].place(repeated.earlierRow)
      files[repeated.file].place(repeated.row).report(
        expected: "one row for an indicator, area, period and source",
        found: "the same as \(earlier.pointer) of \(earlier.file.path)")
    }
    return numbers
  }

  private static func checkCounts(
    of numbers: RowNumbers, _ folder: String
  ) throws(DataErrors) {
    for (count, most, what) in [
      (numbers.counts.periods, StorageLimits.periods, "different periods"),
      (numbers.counts.documents, StorageLimits.referredRows, "pairs of source and original"),
    ] where count > most {
      throw whole(folder, expected: "at most \(most) \(what) of observations", found: "\(count)")
    }
  }

  private static func names(in folder: String) throws(DataErrors) -> [String] {
    let names: [String]
    do {
      names = try listFolder(folder).filter { $0.hasSuffix(".json") && !$0.hasPrefix(".") }
    } catch {
      throw whole(folder, expected: "a folder of *.json files", found: error.finding)
    }
    if names.isEmpty {
      throw whole(folder, expected: "a folder of *.json files", found: "none in it")
    }
    return names
  }

  private static func whole(_ path: String, expected: String, found: String) -> DataErrors {
    DataErrors([DataError(whole: path, expected: expected, found: found)])
  }

  /// Names and contents, each with its length before it, so that no two folders look alike.
  private static func digest(of files: [FileLoad]) -> String {
    var digest = Digest()
    for file in files {
      digest.add("\(file.file.name.utf8.count) \(file.file.name) \(file.bytes) \(file.sum) ")
    }
    return digest.hexadecimal()
  }
}

/// One file while it is loaded, by one thread at a time.
private struct FileLoad: Sendable {
  let file: DataFile
  /// Bytes that it had when it was found.
  let size: Int
  var reading = Reading()
  private(set) var bytes = 0
  /// SHA-256.
  private(set) var sum = ""
  /// Why it could not be read.
  private(set) var failure: DataError?

  init(_ file: DataFile) {
    self.file = file
    size = fileSize(file.path)
  }

  mutating func read() {
    do {
      (bytes, sum) = try reading.read(file)
    } catch {
      failure = DataError(whole: file.path, expected: "a readable file", found: error.finding)
    }
  }

  /// Where a row of observations stands, by its number as it was read.
  func place(_ row: Int) -> Place { reading.place(ofObservation: row, in: file) }
}
