// Search: everything that has a name, found by the words that people type for it.

/// A word as it is compared: lower case, no diacritics, đ as d, y as i where the two are one vowel.
package struct FoldedWord: Sendable, Hashable {
  /// What equal words have in common.
  package let text: String
  /// The same with y kept as typed. A word that is still being typed is the beginning of these
  /// letters: `ly` may become `lym`, never `liên`.
  package let typed: String
  /// Where the word stands in its text, in UTF-8.
  package let range: Range<Int>
}

/// How texts and queries are made comparable; both go through here, so only what is left counts.
package enum Folding {
  /// The words of a text: runs of letters and digits.
  ///
  /// Combining marks (U+0300 to U+036F) are dropped, so NFC and NFD, hoà and hòa are the same.
  /// Everything else parts words: blanks, points, hyphens, "&".
  package static func words(of text: String) -> [FoldedWord] {
    var words: [FoldedWord] = []
    var letters: [UInt8] = []
    var start = 0
    var end = 0
    var place = 0
    func close() {
      guard !letters.isEmpty else { return }
      let typed = String(decoding: letters, as: UTF8.self)
      words.append(FoldedWord(text: folded(letters) ?? typed, typed: typed, range: start..<end))
      letters.removeAll(keepingCapacity: true)
    }
    for scalar in text.unicodeScalars {
      let next = place + UTF8.width(scalar)
      switch letter(scalar) {
      case .separator: close()
      case .mark: if !letters.isEmpty { end = next }
      case .letter(let letter):
        if letters.isEmpty { start = place }
        letters.append(letter)
        end = next
      case .foreign(let bytes):
        if letters.isEmpty { start = place }
        letters += bytes
        end = next
      }
      place = next
    }
    close()
    return words
  }

  enum Letter {
    case letter(UInt8)
    /// A letter without an ASCII base, in lower case.
    case foreign([UInt8])
    case mark
    case separator
  }

  static func letter(_ scalar: Unicode.Scalar) -> Letter {
    switch scalar.value {
    case 0x61...0x7A, 0x30...0x39: return .letter(UInt8(scalar.value))
    case 0x41...0x5A: return .letter(UInt8(scalar.value) | 0x20)
    case 0..<0xC0: return .separator
    case _ where isMark(scalar): return .mark
    default: break
    }
    if let base = LatinLetters.base(of: scalar) { return .letter(base) }
    guard scalar.properties.isAlphabetic else { return .separator }
    return .foreign(Array(scalar.properties.lowercaseMapping.utf8))
  }

  static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    (0x0300...0x036F).contains(scalar.value)
  }

  /// The word with i for y; nil where y stays.
  ///
  /// Vietnamese writes one vowel both ways where it ends an open syllable alone: lý and lí, kỹ năng
  /// and kĩ năng, tỷ and tỉ, công ty and công ti, y tế and i tế, and after qu: quy and qui. So a
  /// last y becomes i if no other vowel stands in the word, or only the u of qu. Elsewhere the two
  /// are different sounds (tay and tai, thuý and thúi) or never mixed (yên), and stay apart.
  static func folded(_ letters: [UInt8]) -> String? {
    guard letters.last == UInt8(ascii: "y") else { return nil }
    let before = letters.dropLast()
    let isAlone = !before.contains(where: vowels.contains)
    guard isAlone || before.elementsEqual("qu".utf8) else { return nil }
    return String(decoding: before + [UInt8(ascii: "i")], as: UTF8.self)
  }

  private static let vowels = Set("aeiouy".utf8)
}
