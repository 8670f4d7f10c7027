import Coding
import JSON
import Linux

/// A piece of a file's bytes.
struct Window: Sendable {
  var bytes: [UInt8] = []
  /// Where the piece begins in the file.
  var base = 0
}

/// A file of lists of rows, read through a window: of a file of any size no more than
/// `StorageLimits.windowBytes` is in memory, or one row if that is longer.
struct RowFile: ~Copyable {
  private let input: InputFile
  private var reader = RowReader()
  private var isAtEnd = false
  private var digest = Digest()
  /// Where the row that was read last lies; the tape's offsets count from its beginning.
  private(set) var window = Window()

  /// An error's message quotes so many bytes, so it waits for them to be read.
  private static let quotedBytes = 160

  init(_ path: String) throws(RowFileError) {
    do {
      input = try InputFile(path)
    } catch {
      throw .system(error)
    }
  }

  /// Bytes from the file's beginning to the last list's name or row.
  var offset: Int { window.base + reader.offset }

  /// Bytes of the file, as far as it has been read.
  var count: Int { window.base + window.bytes.count }

  /// Bytes of the whole file, as a hint.
  var size: Int { input.size }

  /// SHA-256 of what has been read.
  consuming func sum() -> String { digest.hexadecimal() }

  /// The next list's name, nil at the end of the document.
  mutating func nextList() throws(RowFileError) -> String? {
    while true {
      var next = reader
      do throws(JSONError) {
        let name = try next.nextList(window.bytes.span)
        // At the end of the document only the end of the file can tell that nothing follows.
        if name != nil || isAtEnd {
          reader = next
          return name
        }
      } catch {
        try check(error)
      }
      try readOn()
    }
  }

  /// Parses the next row onto the tape; false at the list's end.
  mutating func nextRow(onto tape: inout Tape) throws(RowFileError) -> Bool {
    try nextRow(onto: &tape) { _, _ in nil } != .none
  }

  enum Found { case none, decoded, parsed }

  /// Offers the next row to `decode`, which gives the offset after it or nil; what it does not take
  /// is parsed onto the tape.
  mutating func nextRow(
    onto tape: inout Tape, unless decode: (Span<UInt8>, Int) -> Int?
  ) throws(RowFileError) -> Found {
    while true {
      // Where the bytes come to an end, it is tried again with more of them.
      let mark = reader.mark
      do throws(JSONError) {
        let bytes = window.bytes
        guard try reader.findRow(bytes.span) else { return .none }
        if let end = decode(bytes.span, reader.offset) {
          reader.pass(to: end)
          return .decoded
        }
        let end = try tape.parse(bytes.span, at: reader.offset)
        // A number at the very end may go on.
        if end < bytes.count || isAtEnd {
          reader.pass(to: end)
          return .parsed
        }
      } catch {
        try check(error)
      }
      reader.goBack(to: mark)
      try readOn()
    }
  }

  /// Throws an error that more bytes would not change.
  private func check(_ error: JSONError) throws(RowFileError) {
    guard isAtEnd || error.offset + RowFile.quotedBytes <= window.bytes.count else { return }
    var error = error
    error.offset += window.base
    throw .json(error)
  }

  /// Drops what has been used of the window and reads as much as it may hold, or twice of it.
  private mutating func readOn() throws(RowFileError) {
    let used = reader.end
    window.bytes.removeFirst(used)
    window.base += used
    reader.cut(used)
    let kept = window.bytes.count
    guard kept < StorageLimits.rowBytes else {
      // Before the row there may be blanks, and the comma after the last.
      let before = window.bytes.prefix { " \n\r\t,".utf8.contains($0) }
      throw .json(
        JSONError(
          offset: window.base + before.count,
          expected: "a row of at most \(StorageLimits.rowBytes) bytes", found: "a longer one"))
    }
    let hint = max(input.size - count + 1, 4096)
    do {
      let wanted = max(min(StorageLimits.windowBytes, hint), kept)
      let most = min(wanted, StorageLimits.rowBytes - kept)
      isAtEnd = try input.read(upTo: most, onto: &window.bytes) == 0
    } catch {
      throw .system(error)
    }
    digest.add(window.bytes[kept...])
  }
}

/// Why a file could not be read on.
enum RowFileError: Error {
  case json(JSONError)
  case system(SystemError)
}
