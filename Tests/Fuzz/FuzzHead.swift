import HTTP

/// The head parser: whole and cut it reads the same, and what it reads lies within the bytes.
@Sendable func fuzzHead(_ bytes: [UInt8]) {
  let whole = read(bytes, [])
  promise(read(bytes, cuts(of: bytes)) == whole, "cut at \(cuts(of: bytes))")
  promise(read(bytes, Array(bytes.indices)) == whole, "byte by byte")
}

/// What became of the bytes, given in pieces that end at `cuts`.
private func read(_ bytes: [UInt8], _ cuts: [Int]) -> [String] {
  var parser = HeadParser()
  var head = RequestHead()
  for end in cuts + [bytes.count] {
    let piece = Array(bytes[..<end])
    do throws(Refusal) {
      if try parser.parse(piece.span, into: &head) == .complete {
        return describe(head, piece)
      }
    } catch {
      return ["\(error.status.code)", error.reason]
    }
  }
  return ["incomplete"]
}

private func describe(_ head: RequestHead, _ bytes: [UInt8]) -> [String] {
  func text(_ range: Range<Int>) -> String { "\(range) \(bytes[range])" }
  var lines = [
    "\(head.method) \(head.form) \(head.version) \(head.framing) \(head.byteCount)",
    "\(head.persistent) \(head.expectsContinue)", text(head.methodName), text(head.target),
    text(head.path), head.query.map(text) ?? "",
  ]
  for field in head.fields {
    lines.append("\(text(field.name)): \(text(field.value)) \(field.known?.rawValue ?? "")")
  }
  promise(bytes[..<head.byteCount].suffix(4).elementsEqual("\r\n\r\n".utf8), "the empty line")
  promise(!bytes[..<head.byteCount].contains(0), "no NUL")
  let endings = bytes[..<head.byteCount].count { $0 == 10 }
  promise(endings == bytes[..<head.byteCount].count { $0 == 13 }, "CR and LF only together")
  // What is asked of a head afterwards must hold for every head.
  for field in KnownField.allCases { _ = head.value(of: field, in: bytes.span) }
  _ = Accept(head, bytes.span)
  return lines
}
