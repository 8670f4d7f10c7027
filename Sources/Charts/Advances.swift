/// How wide text is at most: the advances of DejaVu Sans, the widest of the typefaces that the
/// charts may be shown in, so that what fits here fits everywhere.
package enum Advances {
  /// The width of a text in pixels.
  ///
  /// - Parameter size: of the type, in pixels.
  package static func width(of text: String, size: Double, isBold: Bool = false) -> Double {
    width(of: text.utf8.span, size: size, isBold: isBold)
  }

  /// The same of a text's UTF-8.
  static func width(of text: Span<UInt8>, size: Double, isBold: Bool) -> Double {
    let table = isBold ? bold : regular
    var sum = 0
    var place = 0
    while place < text.count {
      let lead = Int(text[place])
      if lead < 0x80 {
        sum += Int(table[lead])
        place += 1
        continue
      }
      // A byte that leads others says by the ones that it begins with how many there are of all.
      let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
      var code = lead & 0x7F >> length
      for next in place + 1..<place + length { code = code << 6 | Int(text[next] & 0x3F) }
      sum += code < table.count ? Int(table[code]) : others(code)
      place += length
    }
    return Double(sum) * size / 1000
  }

  /// In thousandths of the size, up to the last of the Vietnamese letters.
  private static let regular = table(ofASCII: asciiRegular, isBold: false)
  private static let bold = table(ofASCII: asciiBold, isBold: true)

  /// Signs beyond the table: most are narrower than they are high, ideographs are not.
  private static func others(_ code: Int) -> Int {
    switch code {
    case 0x2009, 0x200A, 0x202F: 348
    case 0x2013, 0x2018...0x201F: 657
    default: code < 0x2E80 ? 1000 : 1100
    }
  }

  private static func table(ofASCII ascii: [UInt16], isBold: Bool) -> [UInt16] {
    var table = [UInt16](repeating: 1000, count: 0x1F00)
    for (place, advance) in ascii.enumerated() { table[32 + place] = advance }
    // Marks that stand above or below the letter before them.
    for code in 0x300...0x36F { table[code] = 0 }
    for (base, letters) in derived {
      guard let base = base.unicodeScalars.first else { continue }
      for letter in letters.unicodeScalars { table[Int(letter.value)] = table[Int(base.value)] }
    }
    for (letter, plain, strong) in wide {
      guard let letter = letter.unicodeScalars.first else { continue }
      table[Int(letter.value)] = isBold ? strong : plain
    }
    return table
  }

  /// Letters that are as wide as the letter that they are made of.
  private static let derived = [
    ("a", "àáảãạăằắẳẵặâầấẩẫậ"), ("e", "èéẻẽẹêềếểễệ"), ("i", "ìíỉĩị"), ("o", "òóỏõọôồốổỗộơờớởỡợ"),
    ("u", "ùúủũụưừứửữự"), ("y", "ỳýỷỹỵ"), ("d", "đ"), ("A", "ÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬ"),
    ("E", "ÈÉẺẼẸÊỀẾỂỄỆ"), ("I", "ÌÍỈĨỊ"), ("O", "ÒÓỎÕỌÔỒỐỔỖỘ"), ("U", "ÙÚỦŨỤ"), ("Y", "ỲÝỶỸỴ"),
    (" ", "\u{A0}"), (".", "·"),
  ]
  private static let wide: [(String, UInt16, UInt16)] =
    [("Đ", 775, 838)] + "ƠỜỚỞỠỢ".map { (String($0), 913, 874) }
    + "ƯỪỨỬỮỰ".map { (String($0), 858, 835) }

  private static let asciiRegular: [UInt16] = [
    318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337, 636, 636, 636,
    636, 636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 531, 1000, 684, 686, 698, 770, 632,
    575, 775, 752, 295, 295, 656, 557, 863, 748, 787, 603, 787, 695, 635, 611, 732, 684, 989, 685,
    611, 685, 390, 337, 390, 838, 500, 500, 613, 635, 550, 635, 615, 352, 635, 634, 278, 278, 579,
    278, 974, 634, 612, 635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636, 337, 636, 838,
  ]
  private static let asciiBold: [UInt16] = [
    348, 456, 521, 838, 696, 1002, 872, 306, 457, 457, 523, 838, 380, 415, 380, 365, 696, 696, 696,
    696, 696, 696, 696, 696, 696, 696, 400, 400, 838, 838, 838, 580, 1000, 774, 762, 734, 830, 683,
    683, 821, 837, 372, 372, 775, 637, 995, 837, 850, 733, 850, 770, 720, 682, 812, 774, 1103, 771,
    724, 725, 457, 365, 457, 838, 500, 500, 675, 716, 593, 716, 678, 435, 716, 712, 343, 343, 665,
    343, 1042, 712, 687, 716, 716, 493, 595, 478, 712, 652, 924, 645, 652, 582, 712, 365, 712, 838,
  ]
}

/// Text that is fitted into a width.
package enum Fitting {
  /// The words in lines of at most a width; what is more than `most` lines ends with "…".
  package static func lines(
    _ text: String, width: Double, size: Double, isBold: Bool = false, most: Int = .max
  ) -> [String] {
    let bytes = text.utf8.span
    if isOneLine(bytes, width: width, size: size, isBold: isBold) { return [text] }
    let space = Advances.width(of: " ", size: size, isBold: isBold)
    var lines: [String] = []
    // The line that is being filled, and how wide it is.
    var line = 0..<0
    var used = 0.0
    func take(isLast: Bool = false) {
      let words = part(line, of: text)
      if isLast {
        lines.append(cut(words + "…", width: width, size: size, isBold: isBold))
      } else {
        lines.append(
          used <= width ? words : cut(words, width: width, size: size, isBold: isBold))
      }
    }
    var place = 0
    while let word = nextWord(in: bytes, from: place) {
      let wide = Advances.width(of: bytes.extracting(word), size: size, isBold: isBold)
      if !line.isEmpty, word.lowerBound > line.upperBound + 1 {
        // Blanks that stand together count as one.
        let plain = words(of: text).joined(separator: " ")
        return self.lines(plain, width: width, size: size, isBold: isBold, most: most)
      }
      if line.isEmpty {
        (line, used) = (word, wide)
      } else if used + space + wide <= width {
        line = line.lowerBound..<word.upperBound
        used += space + wide
      } else if lines.count + 1 == most {
        take(isLast: true)
        return lines
      } else {
        take()
        (line, used) = (word, wide)
      }
      place = word.upperBound
    }
    if !line.isEmpty { take() }
    return lines
  }

  /// Whether nothing is to be done: words with one blank between them, and room for all.
  private static func isOneLine(
    _ text: Span<UInt8>, width: Double, size: Double, isBold: Bool
  ) -> Bool {
    // Hardly any text is narrower than this; then it is looked at only once.
    guard Double(text.count) * size * 0.3 <= width else { return false }
    var wasBlank = true
    for place in text.indices {
      let isBlank = text[place] == UInt8(ascii: " ")
      if isBlank, wasBlank { return false }
      wasBlank = isBlank
    }
    return !wasBlank && Advances.width(of: text, size: size, isBold: isBold) <= width
  }

  /// What stands between blanks.
  static func words(of text: String) -> [String] {
    let bytes = text.utf8.span
    var words: [String] = []
    words.reserveCapacity(4)
    var place = 0
    while let word = nextWord(in: bytes, from: place) {
      words.append(part(word, of: text))
      place = word.upperBound
    }
    return words
  }

  /// - Parameter range: of the text's UTF-8.
  private static func part(_ range: Range<Int>, of text: String) -> String {
    let start = text.utf8.index(text.startIndex, offsetBy: range.lowerBound)
    return String(text[start..<text.utf8.index(start, offsetBy: range.count)])
  }

  private static func nextWord(in text: Span<UInt8>, from start: Int) -> Range<Int>? {
    var start = start
    while start < text.count, text[start] == UInt8(ascii: " ") { start += 1 }
    var end = start
    while end < text.count, text[end] != UInt8(ascii: " ") { end += 1 }
    return start == end ? nil : start..<end
  }

  /// The text, or as much of its beginning as goes into a width with "…" after it.
  package static func cut(
    _ text: String, width: Double, size: Double, isBold: Bool = false
  ) -> String {
    if Advances.width(of: text, size: size, isBold: isBold) <= width { return text }
    var kept = text
    while !kept.isEmpty {
      kept.removeLast()
      while kept.last == " " || kept.last == "…" { kept.removeLast() }
      if Advances.width(of: kept + "…", size: size, isBold: isBold) <= width { break }
    }
    return kept + "…"
  }
}
