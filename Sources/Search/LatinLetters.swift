/// The letter that a precomposed Latin letter is without its diacritics: what canonical
/// decomposition (Unicode 15.1) begins with, in lower case, and d for the đ that has none.
///
/// Holds the blocks in which Vietnamese letters stand: Latin-1 Supplement, Latin Extended-A and -B,
/// Latin Extended Additional.
enum LatinLetters {
  /// The base letter as ASCII; nil for what is no letter of these blocks, or a base of its own.
  static func base(of scalar: Unicode.Scalar) -> UInt8? {
    let letter: UInt8
    switch scalar.value {
    case 0x00C0..<0x0250: letter = fromLatin1[Int(scalar.value) - 0x00C0]
    case 0x1E00..<0x1F00: letter = additional[Int(scalar.value) - 0x1E00]
    default: return nil
    }
    return letter == none ? nil : letter
  }

  private static let none = UInt8(ascii: ".")

  /// From U+00C0 on, 64 a line.
  private static let fromLatin1 = letters(
    """
    aaaaaa.ceeeeiiii.nooooo..uuuuy..aaaaaa.ceeeeiiii.nooooo..uuuuy.y
    aaaaaaccccccccddddeeeeeeeeeegggggggghh..iiiiiiiii...jjkk.llllll.
    ...nnnnnn...oooooo..rrrrrrsssssssstttt..uuuuuuuuuuuuwwyyyzzzzzz.
    ................................oo.............uu...............
    .............aaiioouuuuuuuuuu.aaaa....ggkkoooo..j...gg..nnaa....
    aaaaeeeeiiiioooorrrruuuusstt..hh......aaeeooooooooyy............
    ................
    """)

  /// From U+1E00 on, 64 a line.
  private static let additional = letters(
    """
    aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm
    mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv
    wwwwwwwwwwxxxxyyzzzzzzhtwy......aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee
    eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......
    """)

  private static func letters(_ rows: String) -> [UInt8] {
    rows.utf8.filter { $0 != UInt8(ascii: "\n") }
  }
}
