/// Where something stands in its file.
enum Spot: Sendable, Hashable {
  case byte(Int)
  /// A row of the list `observations`, by its number, or the value of one of its keys: observations
  /// are too many to keep their places, which are found again if there is something to tell.
  case row(Int, key: String?)
}

extension Spot: Comparable {
  /// Of two of a kind, the one that comes first in the file.
  static func < (one: Spot, other: Spot) -> Bool {
    switch (one, other) {
    case (.byte(let mine), .byte(let its)): mine < its
    case (.row(let mine, _), .row(let its, _)): mine < its
    case (.byte, .row): true
    case (.row, .byte): false
    }
  }
}

/// Where a value stands: its file, its spot there and its JSON pointer.
struct Place: Sendable {
  var file: DataFile
  var spot: Spot
  var pointer: String

  init(file: DataFile, offset: Int, pointer: String) {
    self.file = file
    spot = .byte(offset)
    self.pointer = pointer
  }

  /// A row of the file's observations.
  init(file: DataFile, observation number: Int, key: String? = nil) {
    self.file = file
    spot = .row(number, key: key)
    pointer = "/observations/\(number)" + (key.map { "/\($0)" } ?? "")
  }

  func report(expected: String, found: String, suggestion: String? = nil) {
    file.report(
      at: spot, pointer, expected: expected, found: found, suggestion: suggestion)
  }
}
