import Coding
import HTTP
import Statistics
import Synchronization

/// The length and SHA-256 of what an address gives.
struct Checksum: Sendable {
  var byteCount: Int
  /// Hexadecimal digits.
  var sha256: String
}

/// A document without the checksums that it is to say.
struct ChecksummedDocument {
  var bytes: [UInt8]
  /// Where which file's checksum belongs.
  var places: [(end: Int, file: BulkFile)]
  /// How a checksum is said there.
  var words: @Sendable (Checksum) -> String
}

/// The checksums of one snapshot's files that were worked out so far, on one day.
final class Checksums: Sendable {
  private let known = Mutex<(day: Day, all: [String: Checksum])>((Day(number: 0), [:]))

  subscript(file: BulkFile, on day: Day) -> Checksum? {
    get { known.withLock { $0.day == day ? $0.all[file.path] : nil } }
    set {
      known.withLock { known in
        if known.day != day { known = (day, [:]) }
        known.all[file.path] = newValue
      }
    }
  }
}

/// A document that says the checksums of files. They are worked out as the document is sent, a
/// piece of a file at a time, so that no loop is held and no file stands in memory; and remembered.
final class ChecksummedPieces: Pieces {
  private let asking: Asking
  private let document: ChecksummedDocument
  /// What was said already: bytes of the document, and how many of its places.
  private var written = 0
  private var place = 0
  private var file: (any Pieces)?
  private var digest: Digest?
  private var byteCount = 0

  init(_ asking: Asking, _ document: ChecksummedDocument) {
    self.asking = asking
    self.document = document
  }

  func next(onto bytes: inout [UInt8]) -> Bool {
    guard place < document.places.count else {
      bytes.append(contentsOf: document.bytes[written...])
      return false
    }
    let (end, file) = document.places[place]
    guard let checksum = asking.checksums[file, on: asking.today] ?? workOut(file) else {
      return true
    }
    bytes.append(contentsOf: document.bytes[written..<end])
    bytes.append(contentsOf: document.words(checksum).utf8)
    written = end
    place += 1
    return true
  }

  /// Goes a piece further through a file; nil until its end.
  private func workOut(_ named: BulkFile) -> Checksum? {
    let pieces = file ?? asking.content(of: named)
    if file == nil {
      file = pieces
      digest = Digest()
      byteCount = 0
    }
    var piece: [UInt8] = []
    let mayGoOn = pieces.next(onto: &piece)
    digest?.add(piece)
    byteCount += piece.count
    if mayGoOn { return nil }
    file = nil
    guard let digest = digest.take() else { preconditionFailure("it was begun with the file") }
    let checksum = Checksum(byteCount: byteCount, sha256: digest.hexadecimal())
    asking.checksums[named, on: asking.today] = checksum
    return checksum
  }
}

/// Content that is there already, as one piece.
final class WholePiece: Pieces {
  private var bytes: [UInt8]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  func next(onto bytes: inout [UInt8]) -> Bool {
    bytes.append(contentsOf: self.bytes)
    self.bytes = []
    return false
  }
}

extension Asking {
  /// What an address gives who asks for it in a format, not coded.
  func content(of file: BulkFile) -> any Pieces {
    do {
      switch try answer(of: file.route, file.format).content {
      case .whole(let bytes): return WholePiece(bytes)
      case .pieces(let make): return make()
      case .text, .live, .seeOther, .refusal:
        preconditionFailure("a file of the data is a representation")
      }
    } catch {
      preconditionFailure("a file of the data can be had: \(error)")
    }
  }
}
