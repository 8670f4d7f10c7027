/// Where a value stands: its file, its byte and its JSON pointer.
struct Place {
  var file: DataFile
  var offset: Int
  var pointer: String

  func report(expected: String, found: String, suggestion: String? = nil) {
    file.report(
      at: offset, pointer, expected: expected, found: found, suggestion: suggestion)
  }
}
