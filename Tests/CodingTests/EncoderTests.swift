import CLinux
import Coding
import Testing

@Suite struct EncoderTests {
  @Test(arguments: ContentCoding.allCases, Sample.all)
  func `what is coded is decoded to the same bytes`(_ coding: ContentCoding, _ sample: Sample)
    throws
  {
    let decoded = try #require(decode(encoded(sample.bytes, coding), coding))
    #expect(decoded.bytes == sample.bytes)
    #expect(decoded.isWhole)
  }

  @Test(arguments: ContentCoding.allCases, Sample.all)
  func `the same bytes in pieces give the same output`(_ coding: ContentCoding, _ sample: Sample) {
    let whole = encoded(sample.bytes, coding)
    #expect(encoded(sample.bytes, coding, inPiecesOf: { 1 }) == whole)
    for seed in [3, 4, 5] as [UInt64] {
      var numbers = Numbers(state: seed)
      // From nothing to more than two blocks.
      let pieces = {
        Int.random(in: 0...1 << Int.random(in: 0...17, using: &numbers), using: &numbers)
      }
      #expect(encoded(sample.bytes, coding, inPiecesOf: pieces) == whole, "seed \(seed)")
    }
  }

  @Test(arguments: ContentCoding.allCases)
  func `an end that comes alone gives the same output`(_ coding: ContentCoding) {
    let bytes = Array(Sample.large.bytes.prefix(2 * Encoder.blockBytes))
    var encoder = Encoder(coding)
    var output: [UInt8] = []
    encoder.encode(bytes, isLast: false, onto: &output)
    encoder.encode([], isLast: true, onto: &output)
    #expect(output == encoded(bytes, coding))
  }

  @Test(arguments: ContentCoding.allCases)
  func `output is appended to what is there`(_ coding: ContentCoding) {
    var encoder = Encoder(coding)
    var output = Array("before".utf8)
    encoder.encode(Sample.vietnamese.bytes, isLast: true, onto: &output)
    #expect(output == Array("before".utf8) + encoded(Sample.vietnamese.bytes, coding))
  }

  @Test(arguments: ContentCoding.allCases)
  func `an encoder that was reset is as a new one`(_ coding: ContentCoding) {
    var encoder = Encoder(coding)
    var abandoned: [UInt8] = []
    encoder.encode(Sample.incompressible.bytes, isLast: false, onto: &abandoned)
    for _ in 0..<3 {
      encoder.reset()
      var output: [UInt8] = []
      encoder.encode(Sample.vietnamese.bytes, isLast: true, onto: &output)
      #expect(output == encoded(Sample.vietnamese.bytes, coding))
    }
  }

  @Test(arguments: [ContentCoding.gzip, .br], [Sample.large, .digits])
  func `a whole block leaves before the next begins`(
    _ coding: ContentCoding, _ sample: Sample
  ) throws {
    var encoder = Encoder(coding)
    var output: [UInt8] = []
    let bytes = sample.bytes
    encoder.encode(Array(bytes.prefix(Encoder.blockBytes)), isLast: false, onto: &output)
    let decoded = try #require(decode(output, coding))
    #expect(decoded.bytes == Array(bytes.prefix(Encoder.blockBytes)))
    #expect(!decoded.isWhole)
  }

  @Test(arguments: [ContentCoding.gzip, .br])
  func `rows of JSON shrink to less than an eighth`(_ coding: ContentCoding) {
    #expect(encoded(Sample.large.bytes, coding).count < Sample.large.bytes.count / 8)
  }

  @Test(arguments: [ContentCoding.gzip, .br])
  func `bytes without order grow by less than a thousandth`(_ coding: ContentCoding) {
    let count = Sample.incompressible.bytes.count
    #expect(encoded(Sample.incompressible.bytes, coding).count < count + count / 1000)
  }

  @Test func `the header of gzip has neither a time nor a name`() {
    // RFC 1952, section 2.3: deflate, no flags, no time, no extra flags, Unix.
    #expect(encoded([], .gzip).prefix(10) == [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3])
  }

  @Test(arguments: [ContentCoding.gzip, .br])
  func `an encoder holds no more than its bound`(_ coding: ContentCoding) async {
    // A process of its own: other tests take and give memory at the same time.
    await #expect(processExitsWith: .success) { [name = coding.rawValue as String] in
      let coding = try #require(ContentCoding(rawValue: name))
      for bytes in [Sample.large.bytes, Sample.incompressible.bytes] {
        var output: [UInt8] = []
        output.reserveCapacity(2 * bytes.count)
        let before = heldBytes()
        var encoder = Encoder(coding)
        encoder.encode(bytes, isLast: false, onto: &output)
        #expect(heldBytes() - before <= Encoder.memoryBytes)
      }
    }
  }

  @Test func `an encoder cannot go on after an answer's end`() async {
    await #expect(processExitsWith: .failure) {
      var encoder = Encoder(.gzip)
      var output: [UInt8] = []
      encoder.encode([], isLast: true, onto: &output)
      encoder.encode([], isLast: true, onto: &output)
    }
  }

  @Test func `the codings are named as in HTTP`() {
    #expect(ContentCoding.allCases.map(\.rawValue) == ["identity", "gzip", "br"])
  }

  @Test func `the libraries are named with their versions`() {
    let libraries = ContentCoding.libraries
    #expect(libraries.wholeMatch(of: /zlib \d+\.\d+\S*, brotli \d+\.\d+\.\d+/) != nil)
  }
}

extension Encoder {
  fileprivate mutating func encode(_ bytes: [UInt8], isLast: Bool, onto output: inout [UInt8]) {
    encode(bytes.span, isLast: isLast, onto: &output)
  }
}

/// The output for bytes that come in pieces of these lengths, by default whole.
private func encoded(
  _ bytes: [UInt8], _ coding: ContentCoding, inPiecesOf length: () -> Int = { .max }
) -> [UInt8] {
  var encoder = Encoder(coding)
  var output: [UInt8] = []
  var start = 0
  repeat {
    let end = start + min(length(), bytes.count - start)
    encoder.encode(
      Array(bytes[start..<end]), isLast: end == bytes.count, onto: &output)
    start = end
  } while start < bytes.count
  return output
}

/// Bytes that the process has taken from its allocator and not given back.
private func heldBytes() -> Int {
  let info = mallinfo2()
  return Int(info.uordblks) + Int(info.hblkhd)
}
