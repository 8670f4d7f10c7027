import HTTP
import JSON
import Statistics

/// An answer as it stands for an example: whole, or where that would be too long its first rows.
struct Excerpt: Sendable {
  var bytes: [UInt8]
  /// Whether something was left out.
  var isCut: Bool

  /// What is said of one that is cut.
  static let note = Name(
    vi: "Chỉ những phần đầu của mỗi danh sách; câu trả lời đầy đủ dài hơn.",
    en: "Only the first of each list; the whole answer is longer.")

  init(whole bytes: [UInt8]) {
    self.bytes = bytes
    isCut = false
  }

  /// Nil where there is nothing to show.
  init?(of content: Answer.Content, as format: Format) {
    switch content {
    case .whole(let bytes): self.init(bytes, isWhole: true, as: format)
    case .pieces(let make):
      let pieces = make()
      var bytes: [UInt8] = []
      var mayGoOn = true
      // JSON is only read whole.
      while mayGoOn, format.isJSON || bytes.count <= APILimits.exampleBytes {
        mayGoOn = pieces.next(onto: &bytes)
      }
      self.init(bytes, isWhole: !mayGoOn, as: format)
    case .text, .live, .seeOther, .refusal: return nil
    }
  }

  private init?(_ bytes: [UInt8], isWhole: Bool, as format: Format) {
    if bytes.isEmpty { return nil }
    if isWhole, bytes.count <= APILimits.exampleBytes {
      self.init(whole: bytes)
      return
    }
    let cut =
      switch format {
      case _ where format.isJSON: ShortJSON(bytes).firstRows
      case .sdmxData, .sdmxGeneric, .sdmxStructure, .svg: ShortXML(bytes).firstRows
      default: Excerpt.firstLines(of: bytes)
      }
    guard let cut else { return nil }
    self.init(whole: cut)
    // One row may be all there is.
    isCut = !isWhole || cut.count < bytes.count
  }

  /// At least one.
  private static func firstLines(of bytes: [UInt8]) -> [UInt8]? {
    let feed = UInt8(ascii: "\n")
    let last =
      bytes.prefix(APILimits.excerptBytes).lastIndex(of: feed) ?? bytes.firstIndex(of: feed)
    return last.map { Array(bytes[...$0]) }
  }
}

/// A JSON text of which only the first elements of each list are wanted.
private struct ShortJSON {
  let bytes: [UInt8]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// As many elements of each list as there is room for; nil where it is too long all the same.
  var firstRows: [UInt8]? {
    let tape = Tape.ofAnswer(bytes)
    for most in [5, 3, 2, 1] {
      var short: [UInt8] = []
      write(0, of: tape, atMost: most, onto: &short)
      if short.count <= APILimits.exampleBytes { return short }
    }
    return nil
  }

  private func write(_ place: Int, of tape: Tape, atMost most: Int, onto short: inout [UInt8]) {
    let token = tape.tokens[place]
    switch token.kind {
    case .object:
      short.append(UInt8(ascii: "{"))
      for (number, key) in tape.keys(of: place).enumerated() {
        if number > 0 { short.append(UInt8(ascii: ",")) }
        write(key, of: tape, atMost: most, onto: &short)
        short.append(UInt8(ascii: ":"))
        write(key + 1, of: tape, atMost: most, onto: &short)
      }
      short.append(UInt8(ascii: "}"))
    case .array:
      short.append(UInt8(ascii: "["))
      for (number, element) in tape.elements(of: place).prefix(most).enumerated() {
        if number > 0 { short.append(UInt8(ascii: ",")) }
        write(element, of: tape, atMost: most, onto: &short)
      }
      short.append(UInt8(ascii: "]"))
    case .string, .escapedString:
      short.append(contentsOf: bytes[Int(token.start) - 1...Int(token.end)])
    default: short.append(contentsOf: bytes[Int(token.start)..<Int(token.end)])
    }
  }
}

/// The beginning of an XML text as this program writes it, of which only the first elements are
/// wanted, with the ends of those that they stand in.
private struct ShortXML {
  let bytes: [UInt8]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Cut after whole elements, not far into the tree if there is enough before.
  var firstRows: [UInt8]? {
    // By depth, the last place up to which all is whole, and what is open there.
    var cuts: [(place: Int, open: [ArraySlice<UInt8>])?] = []
    var open: [ArraySlice<UInt8>] = []
    var place = 0
    while let begin = next(UInt8(ascii: "<"), from: place),
      let end = next(UInt8(ascii: ">"), from: begin), end < APILimits.excerptBytes
    {
      place = end + 1
      let inside = bytes[begin + 1..<end]
      if inside.first == UInt8(ascii: "?") { continue }
      let isEnd = inside.first == UInt8(ascii: "/")
      if isEnd { open.removeLast() }
      if isEnd || inside.last == UInt8(ascii: "/") {
        while cuts.count <= open.count { cuts.append(nil) }
        cuts[open.count] = (place, open)
      } else {
        open.append(inside.prefix { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\n") })
      }
    }
    let all = cuts.compactMap { $0 }
    let last = all.map(\.place).max() ?? 0
    guard let cut = all.first(where: { $0.place >= last / 2 }) else { return nil }
    let ends = cut.open.reversed().flatMap { Array("</".utf8) + $0 + Array(">".utf8) }
    return Array(bytes[..<cut.place]) + ends
  }

  private func next(_ byte: UInt8, from place: Int) -> Int? {
    bytes[place...].firstIndex(of: byte)
  }
}
