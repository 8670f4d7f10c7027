import JSON
import Testing

/// Numbers and strings, byte by byte.
@Suite struct ScannerTests {
  @Test(arguments: [
    "0", "-0", "7", "10", "-12", "0.5", "-0.25", "12.034", "1e3", "1E3", "1e+3", "1e-3", "2.5e2",
    "0e0", "0.0", "123456789012345678", "0E-0",
  ])
  func `a number of RFC 8259 is one token`(_ text: String) throws {
    var tape = Tape()
    let bytes = Array("[\(text)]".utf8)
    try tape.parseDocument(bytes.span)
    #expect(tape.tokens.map(\.kind) == [.array, .number])
    #expect(tape.tokens[1].start == 1)
    #expect(Int(tape.tokens[1].end) == 1 + text.utf8.count)
  }

  @Test(arguments: [
    Refused("[00]", at: 2, "a number without leading zeros", found: "`0]`"),
    Refused("[01]", at: 2, "a number without leading zeros", found: "`1]`"),
    Refused("[-01]", at: 3, "a number without leading zeros", found: "`1]`"),
    Refused("[+1]", at: 1, "a JSON value", found: "`+1]`"),
    Refused("[-]", at: 2, "a digit", found: "`]`"),
    Refused("[--1]", at: 2, "a digit", found: "`-1]`"),
    Refused("[- 1]", at: 2, "a digit", found: "` 1]`"),
    Refused("[.5]", at: 1, "a JSON value", found: "`.5]`"),
    Refused("[5.]", at: 3, "a digit", found: "`]`"),
    Refused("[-.5]", at: 2, "a digit", found: "`.5]`"),
    Refused("[5.e1]", at: 3, "a digit", found: "`e1]`"),
    Refused("[1e]", at: 3, "a digit", found: "`]`"),
    Refused("[1e+]", at: 4, "a digit", found: "`]`"),
    Refused("[1e+-1]", at: 4, "a digit", found: "`-1]`"),
    Refused("[1e1.5]", at: 4, "\",\" or \"]\"", found: "`.5]`"),
    Refused("[1.2.3]", at: 4, "\",\" or \"]\"", found: "`.3]`"),
    Refused("[1,5 nghìn]", at: 5, "\",\" or \"]\"", found: "`nghìn]`"),
    Refused("[0x10]", at: 2, "\",\" or \"]\"", found: "`x10]`"),
    Refused("[1_000]", at: 2, "\",\" or \"]\"", found: "`_000]`"),
    Refused("[１]", at: 1, "a JSON value", found: "`１]`"),
    Refused("-", at: 1, "a digit", found: "the end of the file"),
    Refused("1.", at: 2, "a digit", found: "the end of the file"),
    Refused("1e", at: 2, "a digit", found: "the end of the file"),
  ])
  func `a number that RFC 8259 has not is refused where it goes wrong`(_ document: Refused) {
    #expect(refusal(of: document.text) == document.error)
  }

  @Test(arguments: 0..<UInt8(0x20))
  func `a control character in a string is refused`(_ control: UInt8) {
    let error = refusal(of: [0x22, 0x61, control, 0x62, 0x22])
    #expect(error?.offset == 2)
    #expect(
      error?.expected == "no control characters in a string (write \\n, \\t or \\u00XX)")
    // Without quotes only the four blanks may stand around a value.
    let isBlank = [0x20, 0x0A, 0x0D, 0x09].contains(control)
    #expect((refusal(of: [control, 0x30]) == nil) == isBlank)
  }

  @Test(arguments: [
    Refused("\"", at: 1, "a closing quote", found: "the end of the file"),
    Refused("[\"a", at: 3, "a closing quote", found: "the end of the file"),
    Refused("[\"a]", at: 4, "a closing quote", found: "the end of the file"),
    Refused(#"["a\"]"#, at: 6, "a closing quote", found: "the end of the file"),
    Refused(#"["\"#, at: 2, "an escape", found: #"`\`"#),
    Refused(#"["\a"]"#, at: 2, "an escape that JSON has", found: #"`\a"]`"#),
    Refused(#"["\'"]"#, at: 2, "an escape that JSON has", found: #"`\'"]`"#),
    Refused(#"["\U0041"]"#, at: 2, "an escape that JSON has", found: #"`\U0041"]`"#),
    Refused(#"["\x41"]"#, at: 2, "an escape that JSON has", found: #"`\x41"]`"#),
    Refused(#"["\u"]"#, at: 2, #"\u and four hexadecimal digits"#, found: #"`\u"]`"#),
    Refused(#"["\u12"]"#, at: 2, #"\u and four hexadecimal digits"#, found: #"`\u12"]`"#),
    Refused(#"["\u12G4"]"#, at: 2, #"\u and four hexadecimal digits"#, found: #"`\u12G4"]`"#),
    Refused(#"["\u+123"]"#, at: 2, #"\u and four hexadecimal digits"#, found: #"`\u+123"]`"#),
    Refused(#"["\u00"#, at: 2, #"\u and four hexadecimal digits"#, found: #"`\u00`"#),
  ])
  func `a string ends, and has the escapes of RFC 8259 only`(_ document: Refused) {
    #expect(refusal(of: document.text) == document.error)
  }

  @Test(arguments: [
    #"["\ud800"]"#, #"["\udbff"]"#, #"["\udc00"]"#, #"["\udfff"]"#, #"["\ud800x"]"#,
    #"["\ud800\n"]"#, #"["\ud800\u0041"]"#, #"["\ud800\ud800"]"#, #"["\ud83d\u"]"#,
    #"["\ude00\ud83d"]"#, #"["\ud83d"#, #"["\ud83d\"#, #"["\ud83d\u"#, #"["\ud83d\ude0"#,
  ])
  func `a lone surrogate is refused`(_ text: String) {
    let error = refusal(of: text)
    #expect(error?.offset == 2)
    #expect(error?.expected == "no lone surrogate")
  }

  /// RFC 3629, section 4; each as the whole text of a string.
  @Test(
    arguments: [
      [0x80], [0xBF], [0xC0, 0x80], [0xC1, 0xBF], [0xC2], [0xC2, 0x22], [0xC2, 0xC2],
      [0xE0, 0x80, 0x80], [0xE0, 0x9F, 0xBF], [0xE1], [0xE1, 0x80], [0xE1, 0x80, 0x22],
      [0xE1, 0x80, 0xC0], [0xE1, 0x22, 0x80], [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF],
      [0xF0, 0x80, 0x80, 0x80], [0xF0, 0x8F, 0xBF, 0xBF], [0xF1, 0x80, 0x80],
      [0xF1, 0x80, 0x80, 0x22], [0xF1, 0x80, 0x22, 0x80], [0xF4, 0x90, 0x80, 0x80],
      [0xF5, 0x80, 0x80, 0x80], [0xF8, 0x88, 0x80, 0x80, 0x80], [0xFE], [0xFF],
    ] as [[UInt8]])
  func `invalid UTF-8 is refused at its first byte`(_ text: [UInt8]) {
    let error = refusal(of: [0x5B, 0x22, 0x61] + text + [0x22, 0x5D])
    #expect(error?.offset == 3)
    #expect(error?.expected == "valid UTF-8")
    // The same bytes where the file ends.
    #expect(refusal(of: [0x22] + text)?.offset == 1)
    // In a key too.
    #expect(refusal(of: [0x7B, 0x22] + text + [0x22, 0x3A, 0x30, 0x7D])?.offset == 2)
  }

  @Test(arguments: [
    "\u{80}", "\u{7FF}", "\u{800}", "\u{FFF}", "\u{1000}", "\u{D7FF}", "\u{E000}", "\u{FFFF}",
    "\u{10000}", "\u{3FFFF}", "\u{40000}", "\u{FFFFF}", "\u{100000}", "\u{10FFFF}",
  ])
  func `the first and last characters of every length are taken`(_ text: String) throws {
    #expect(try rewritten("\"\(text)\"") == "\"\(text)\"")
  }
}
