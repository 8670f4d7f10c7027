import Synchronization

/// One file of data: its name, and what is found wrong in it.
struct DataFile: Sendable {
  let path: String
  /// Within its folder.
  let name: String
  private let findings = Findings()

  init(path: String) {
    self.path = path
    name = path
  }

  /// A file of a folder.
  init(_ name: String, in folder: String) {
    path = "\(folder)/\(name)"
    self.name = name
  }

  /// Whether nothing more will be kept of what is wrong.
  var isFull: Bool { findings.all.withLock { $0.count >= StorageLimits.errorsPerFile } }

  /// Notes an error; at most `StorageLimits.errorsPerFile` are kept.
  func report(
    at spot: Spot, _ pointer: String, expected: String, found: String, suggestion: String? = nil
  ) {
    findings.all.withLock {
      guard $0.count < StorageLimits.errorsPerFile else { return }
      $0.append(
        Finding(
          spot: spot,
          error: DataError(
            file: path, line: 1, column: 1, pointer: pointer, expected: expected, found: found,
            suggestion: suggestion)))
    }
  }

  /// All that is wrong, by line and column; reads the file again to count them.
  var errors: [DataError] {
    let findings = findings.all.withLock(\.self)
    return findings.isEmpty ? [] : Placing(path, findings.map(\.spot)).placed(findings)
  }
}

/// A list that every copy of its file adds to.
private final class Findings: Sendable {
  let all = Mutex<[Finding]>([])
}

/// One thing that is wrong, its line and column not yet counted.
struct Finding: Sendable {
  var spot: Spot
  var error: DataError
}
