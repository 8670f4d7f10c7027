import Search
import Testing

struct FoldingTests {
  static let letters: [(base: String, letters: String)] = [
    ("a", "aàáảãạăằắẳẵặâầấẩẫậ"), ("d", "dđ"), ("e", "eèéẻẽẹêềếểễệ"), ("i", "iìíỉĩị"),
    ("o", "oòóỏõọôồốổỗộơờớởỡợ"), ("u", "uùúủũụưừứửữự"), ("i", "yỳýỷỹỵ"),
  ]

  @Test(arguments: letters)
  func `every Vietnamese letter is its base, in either case`(base: String, letters: String) {
    for letter in letters {
      #expect(folded("\(letter)") == [base])
      #expect(folded(letter.uppercased()) == [base])
    }
  }

  static let tones = ["", "\u{300}", "\u{301}", "\u{309}", "\u{303}", "\u{323}"]

  @Test(
    arguments: [
      "a", "a\u{306}", "a\u{302}", "e", "e\u{302}", "i", "o", "o\u{302}", "o\u{31B}",
      "u", "u\u{31B}", "y",
    ], tones)
  func `a letter in pieces is the same letter`(letter: String, tone: String) {
    let known = FoldingTests.letters.map(\.letters).joined()
    // Characters are equal where they are canonically equivalent, however they are written.
    let composed = known.first { String($0) == letter + tone }
    #expect(composed != nil)
    #expect(composed.map { folded("\($0)") } == folded(letter + tone))
    #expect(folded(tone + letter) == folded(letter), "a mark before a letter is nobody's")
  }

  @Test(arguments: [
    ("hoà bình", "hòa bình"), ("thuỷ", "thủy"), ("Khánh Hoà", "KHÁNH HÒA"), ("uỷ ban", "ủy ban"),
    ("lý", "lí"), ("kỹ năng", "kĩ năng"), ("tỷ lệ", "tỉ lệ"), ("công ty", "công ti"),
    ("y tế", "i tế"), ("quy định", "qui định"), ("quý", "quí"), ("mỹ", "mĩ"),
    ("hy vọng", "hi vọng"),
  ])
  func `two spellings of a word are one`(one: String, other: String) {
    #expect(folded(one) == folded(other))
  }

  @Test(arguments: [
    ("tay", "tai"), ("thuý", "thúi"), ("bảy", "bải"), ("yên", "iên"), ("mây", "mai"),
    ("city", "citi"), ("huyện", "huiện"), ("quyết", "quiết"),
  ])
  func `y stays where it is another sound`(one: String, other: String) {
    #expect(folded(one) != folded(other))
  }

  @Test(arguments: [
    ("TP.HCM", ["tp", "hcm"]), ("TP. HCM", ["tp", "hcm"]), ("TPHCM", ["tphcm"]),
    ("BR-VT", ["br", "vt"]), ("Bà Rịa–Vũng Tàu", ["ba", "ria", "vung", "tau"]),
    ("TT&TT", ["tt", "tt"]), ("411/QĐ-TTg", ["411", "qd", "ttg"]), ("24/7", ["24", "7"]),
    ("“số hoá”", ["so", "hoa"]), ("People's", ["people", "s"]), ("100%", ["100"]),
    ("B2C\u{00A0}(5G)", ["b2c", "5g"]), ("", []), (" .,-–—…&%'\"()/ ", []), ("🇻🇳 ½ §", []),
    ("ΑΘΗΝΑ москва", ["αθηνα", "москва"]), ("straße", ["straße"]),
  ])
  func `everything but letters, digits and their marks parts words`(text: String, words: [String]) {
    #expect(folded(text) == words)
  }

  @Test(arguments: ["(Đà Nẵng)", "(Đa\u{300} Na\u{306}\u{303}ng)"])
  func `a word knows where it is written`(text: String) {
    let words = Folding.words(of: text).map { word in
      String(decoding: Array(text.utf8)[word.range], as: UTF8.self)
    }
    #expect(words == ["Đà", "Nẵng"])
  }

  private func folded(_ text: String) -> [String] { Folding.words(of: text).map(\.text) }
}
