import Statistics
import Testing

@Suite struct IdentifierTests {
  @Test(arguments: [
    "a", "A", "0", "48-2008", "digital-economy_gdp-share", "VN", "5-5-5-2024", "a-", "a_",
    String(repeating: "a", count: 80),
  ])
  func `letters, digits, hyphens and underscores make an id`(_ id: String) {
    #expect(Identifier.isValid(id))
    #expect(Identifier.isValid(id, allowingPoint: true))
  }

  @Test(arguments: [
    "", "-a", "_a", ".a", " a", "a ", "a b", "a/b", "a,b", "a:b", "a%", "a\0", "a\n", "đà-nẵng",
    "é", "\u{212A}elvin", "a\u{301}", "@a", "[a", "`a", "{a", "a@", "a[", "a`", "a{", "１",
    String(repeating: "a", count: 81),
  ])
  func `anything else is no id`(_ id: String) {
    #expect(!Identifier.isValid(id))
    #expect(!Identifier.isValid(id, allowingPoint: true))
  }

  @Test func `a point is taken only where it is allowed, and not first`() {
    #expect(!Identifier.isValid("411.2025"))
    #expect(Identifier.isValid("411.2025", allowingPoint: true))
    #expect(!Identifier.isValid(".411", allowingPoint: true))
  }
}
