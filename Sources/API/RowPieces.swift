import Formats
import HTTP
import JSON

/// The rows of an answer as they are wanted, some tens of KiB at a time.
final class RowPieces: Pieces {
  private var opening: [UInt8]
  private let writeNext: (inout [UInt8]) -> Bool

  /// - Parameters:
  ///   - opening: what stands before the rows.
  ///   - writeNext: writes the next row; says whether there was one.
  private init(opening: [UInt8], _ writeNext: @escaping (inout [UInt8]) -> Bool) {
    self.opening = opening
    self.writeNext = writeNext
  }

  func next(onto bytes: inout [UInt8]) -> Bool {
    bytes.append(contentsOf: opening)
    opening = []
    let goal = bytes.count + APILimits.pieceBytes
    while bytes.count < goal {
      if !writeNext(&bytes) { return false }
    }
    return true
  }

  /// What a message writes part by part.
  static func parts(_ write: @escaping (inout [UInt8]) -> Bool) -> RowPieces {
    RowPieces(opening: [], write)
  }

  /// A JSON object a line.
  ///
  /// - Parameter write: writes the next of them, so many at most, and says how many; 0 at the end.
  static func lines(_ write: @escaping (Int, inout JSONWriter) -> Int) -> RowPieces {
    var writer = JSONWriter()
    return RowPieces(opening: []) { bytes in
      swap(&writer.bytes, &bytes)
      defer { swap(&writer.bytes, &bytes) }
      for _ in 0..<APILimits.rowsAtOnce {
        if write(1, &writer) == 0 { return false }
        writer.endLine()
      }
      return true
    }
  }

  /// JSON objects with what stands before them, and behind them.
  ///
  /// - Parameter write: writes the next of them, so many at most, and says how many; 0 at the end.
  static func array(
    _ opening: JSONWriter, _ write: @escaping (Int, inout JSONWriter) -> Int, _ closing: [UInt8]
  ) -> RowPieces {
    var writer = opening
    writer.bytes = []
    return RowPieces(opening: opening.bytes) { bytes in
      swap(&writer.bytes, &bytes)
      let count = write(APILimits.rowsAtOnce, &writer)
      swap(&writer.bytes, &bytes)
      if count == 0 { bytes.append(contentsOf: closing) }
      return count > 0
    }
  }

  /// A cube, some cells at a time.
  ///
  /// - Parameter write: writes the next part and says whether there may be more.
  static func cube(_ write: @escaping (Int, inout JSONWriter) -> Bool) -> RowPieces {
    var writer = JSONWriter()
    return RowPieces(opening: []) { bytes in
      swap(&writer.bytes, &bytes)
      defer { swap(&writer.bytes, &bytes) }
      return write(APILimits.cellsAtOnce, &writer)
    }
  }

  /// A table with a line of names before its rows.
  ///
  /// - Parameter write: writes the next lines, so many at most, and says how many; 0 at the end.
  static func table(
    _ names: [String], _ write: @escaping (Int, inout CSVWriter) -> Int
  ) -> RowPieces {
    var opening = CSVWriter()
    for name in names { opening.text(name) }
    opening.endLine()
    var writer = CSVWriter()
    return RowPieces(opening: opening.bytes) { bytes in
      swap(&writer.bytes, &bytes)
      let count = write(APILimits.rowsAtOnce, &writer)
      swap(&writer.bytes, &bytes)
      return count > 0
    }
  }
}

extension Pieces {
  /// All of them at once.
  var all: [UInt8] {
    var bytes: [UInt8] = []
    while next(onto: &bytes) {}
    return bytes
  }
}
