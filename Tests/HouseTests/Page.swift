/// The README, by sections, tables and blocks.
struct Page {
  let lines: [Substring]

  static let readme = Result { Page(try Project.text("README.md")) }

  init(_ text: String) {
    lines = text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  private init(lines: [Substring]) {
    self.lines = lines
  }

  /// What stands under a heading, its own smaller headings included.
  func section(_ heading: String) -> Page {
    guard
      let start = lines.firstIndex(where: { Page.level(of: $0) > 0 && $0.hasSuffix(" \(heading)") })
    else { return Page(lines: []) }
    let level = Page.level(of: lines[start])
    let rest = lines[(start + 1)...]
    let end = rest.firstIndex { (1...level).contains(Page.level(of: $0)) } ?? rest.endIndex
    return Page(lines: Array(rest[..<end]))
  }

  /// The cells of all rows of all tables, without the rows that head them.
  var rows: [[Substring]] {
    var rows: [[Substring]] = []
    for (index, line) in lines.enumerated() where line.hasPrefix("| ") {
      let heads = index + 1 < lines.count && lines[index + 1].hasPrefix("|--")
      if heads { continue }
      let cells = line.dropFirst().split(separator: "|", omittingEmptySubsequences: false)
      rows.append(cells.dropLast().map { $0.trimmed })
    }
    return rows
  }

  /// The fenced blocks in their order: what they are written in, and their text.
  var blocks: [(language: Substring, text: String)] {
    var blocks: [(language: Substring, text: String)] = []
    var open: (language: Substring, lines: [Substring])?
    for line in lines {
      let isFence = line.trimmed.hasPrefix("```")
      if let block = open {
        if isFence {
          blocks.append((block.language, block.lines.joined(separator: "\n")))
          open = nil
        } else {
          open?.lines.append(line)
        }
      } else if isFence {
        open = (line.trimmed.dropFirst(3), [])
      }
    }
    return blocks
  }

  private static func level(of line: Substring) -> Int {
    let level = line.prefix { $0 == "#" }.count
    return line.dropFirst(level).first == " " ? level : 0
  }
}

extension Substring {
  var trimmed: Substring {
    let start = drop { $0 == " " }
    guard let end = start.lastIndex(where: { $0 != " " }) else { return start.prefix(0) }
    return start[...end]
  }

  /// The words in backticks.
  var terms: [String] {
    split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map { String($0.element) }
  }
}
