import Linux
import Testing

@Suite struct BuildTests {
  @Test(
    arguments: [
      (Array("commit".utf8) + [0x0D, 0xE1, 0xFF, 0], "0de1ff"),
      (Array("commit".utf8) + [0x0D, 0xE1, 0xFF, 1], "0de1ff, with changes"),
      (Array("commit".utf8) + [0], nil), (Array("commit".utf8), nil), ([], nil),
      ([0x0D, 0xE1, 0xFF, 0, 1, 2, 3, 4, 5, 6], nil),
    ] as [([UInt8], String?)])
  func `a build ID tells the commit where it begins as one that does`(
    _ identifier: [UInt8], _ commit: String?
  ) {
    #expect(Build.commit(in: identifier) == commit)
  }

  @Test func `a build that does not say its commit has none`() {
    #expect(Build.commit == nil)
  }
}
