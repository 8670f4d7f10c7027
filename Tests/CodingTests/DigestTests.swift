import Coding
import Testing

@Suite struct DigestTests {
  /// FIPS 180-4, by the examples that NIST publishes with it.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmn"
        + "hijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
      "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
    ),
  ])
  func `the examples of FIPS 180 have their digests`(_ row: (text: String, digest: String)) {
    var digest = Digest()
    digest.add(row.text)
    let text = digest.hexadecimal()
    #expect(text == row.digest)
  }

  @Test func `a million letters a have the digest of FIPS 180`() {
    var digest = Digest()
    let piece = [UInt8](repeating: UInt8(ascii: "a"), count: 10_000)
    for _ in 0..<100 { digest.add(piece) }
    let text = digest.hexadecimal()
    #expect(text == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  @Test(arguments: [0, 1, 2, 32, 63, 64])
  func `the first digits are those of the whole digest`(_ digits: Int) {
    var digest = Digest()
    digest.add("abc")
    let text = digest.hexadecimal(digits: digits)
    let whole = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    #expect(text == String(whole.prefix(digits)))
  }

  @Test func `nothing added has the digest of the empty text`() {
    let text = Digest().hexadecimal()
    #expect(text == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
  }

  @Test(arguments: [1, 3, 55, 56, 63, 64, 65, 119, 128])
  func `pieces of any length add up to the same digest`(_ length: Int) {
    let bytes = (0..<1000).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 3) }
    var whole = Digest()
    whole.add(bytes)
    var pieces = Digest()
    for start in stride(from: 0, to: bytes.count, by: length) {
      pieces.add(Array(bytes[start..<min(start + length, bytes.count)]))
      pieces.add([])
    }
    let (one, other) = (whole.hexadecimal(), pieces.hexadecimal())
    #expect(one == other)
  }

  @Test func `a text is digested as its UTF-8 bytes`() {
    var text = Digest()
    text.add("Đà Nẵng")
    var bytes = Digest()
    bytes.add(Array("Đà Nẵng".utf8))
    let (one, other) = (text.hexadecimal(), bytes.hexadecimal())
    #expect(one == other)
  }
}
