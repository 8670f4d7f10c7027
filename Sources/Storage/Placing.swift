import JSON
import Linux

/// Counts the lines and columns of what was found wrong in a file, by reading it once more.
///
/// What cannot be found any more, because the file has changed since, is at line 1, column 1.
struct Placing {
  private let path: String
  private var offsets: [Spot: Int] = [:]

  init(_ path: String, _ spots: [Spot]) {
    self.path = path
    var rows: [Int: Set<Spot>] = [:]
    for spot in spots {
      switch spot {
      case .byte(let offset): offsets[spot] = offset
      case .row(let number, _): rows[number, default: []].insert(spot)
      }
    }
    do {
      if !rows.isEmpty { try findRows(rows) }
    } catch {
      // It could be read a moment ago: what was found up to here is placed.
    }
  }

  /// The errors with their places, in the order of these.
  func placed(_ findings: [Finding]) -> [DataError] {
    var errors: [DataError] = []
    var place = TextPlace(line: 1, column: 1)
    let sorted = findings.map { (offset: offsets[$0.spot] ?? 0, error: $0.error) }
      .sorted { $0.offset < $1.offset }
    var next = 0
    let add = { (bytes: [UInt8], base: Int) in
      var passed = base
      while next < sorted.count, sorted[next].offset <= base + bytes.count {
        while passed < sorted[next].offset {
          place.pass(bytes[passed - base])
          passed += 1
        }
        var error = sorted[next].error
        (error.line, error.column) = (place.line, place.column)
        errors.append(error)
        next += 1
      }
      for byte in bytes[(passed - base)...] where next < sorted.count { place.pass(byte) }
    }
    do {
      try readPieces(add)
    } catch {
      // As above.
    }
    return errors + sorted[next...].map(\.error)
  }

  private func readPieces(_ body: ([UInt8], Int) -> Void) throws(SystemError) {
    let file = try InputFile(path)
    var base = 0
    while true {
      var bytes: [UInt8] = []
      let count = try file.read(upTo: StorageLimits.windowBytes, onto: &bytes)
      body(bytes, base)
      if count == 0 { return }
      base += count
    }
  }

  private mutating func findRows(_ rows: [Int: Set<Spot>]) throws(RowFileError) {
    var file = try RowFile(path)
    var tape = Tape()
    var left = rows.count
    while let list = try file.nextList() {
      var number = 0
      while try file.nextRow(onto: &tape) {
        if list == "observations", let spots = rows[number] {
          for spot in spots { offsets[spot] = offset(of: spot, in: tape, file) }
          left -= 1
          if left == 0 { return }
        }
        number += 1
      }
    }
  }

  private func offset(of spot: Spot, in tape: Tape, _ file: borrowing RowFile) -> Int {
    var token = tape.tokens[0]
    if case .row(_, let key?) = spot, let value = tape.member(key, of: 0, file.window.bytes.span) {
      token = tape.tokens[value]
    }
    let isQuoted = token.kind == .string || token.kind == .escapedString
    return file.window.base + Int(token.start) - (isQuoted ? 1 : 0)
  }
}
