/// Codes one answer after another: the same bytes give the same output, however they are cut into
/// calls, by an encoder that is new or was reset.
///
/// The libraries see blocks of `blockBytes`, each flushed: a streamed answer leaves as it is made,
/// and equals the one that was made whole.
package struct Encoder: ~Copyable {
  /// Bytes before coding that are coded and flushed together. Blocks of 64 KiB save 0.5 % of a
  /// large answer, and cost memory.
  package static let blockBytes = 32 << 10
  /// Bytes of memory that one encoder holds at most, its part of a block included; of brotli's
  /// about 380 KiB are ever touched.
  package static let memoryBytes = 640 << 10

  package let coding: ContentCoding
  private let compressor: (any Compressor)?
  /// The start of a block; always less than a whole one.
  private var held: [UInt8] = []
  private var isEnded = false

  package init(_ coding: ContentCoding) {
    self.coding = coding
    switch coding {
    case .identity: compressor = nil
    case .gzip: compressor = Gzip()
    case .br: compressor = Brotli()
    }
  }

  /// Appends the coded form of what is complete, and of everything if these are the answer's last
  /// bytes; nothing may follow those but a reset.
  package mutating func encode(
    _ bytes: borrowing Span<UInt8>, isLast: Bool, onto output: inout [UInt8]
  ) {
    precondition(!isEnded, "an answer that has ended cannot go on")
    isEnded = isLast
    bytes.withUnsafeBufferPointer { bytes in
      guard let compressor else { return output.append(contentsOf: bytes) }
      var rest = bytes[...]
      if !held.isEmpty {
        let missing = rest.prefix(Encoder.blockBytes - held.count)
        held.append(contentsOf: missing)
        rest = rest.dropFirst(missing.count)
        if held.count == Encoder.blockBytes { compressHeld(isLast: false, onto: &output) }
      }
      while rest.count >= Encoder.blockBytes {
        let block = rest.prefix(Encoder.blockBytes)
        compressor.compress(UnsafeBufferPointer(rebasing: block), isLast: false, onto: &output)
        rest = rest.dropFirst(block.count)
      }
      if isLast && held.isEmpty {
        compressor.compress(UnsafeBufferPointer(rebasing: rest), isLast: true, onto: &output)
      } else {
        held.append(contentsOf: rest)
        if isLast { compressHeld(isLast: true, onto: &output) }
      }
    }
  }

  /// Makes it as if new, wherever it stood, for the next answer.
  package mutating func reset() {
    held.removeAll(keepingCapacity: true)
    isEnded = false
    compressor?.reset()
  }

  private mutating func compressHeld(isLast: Bool, onto output: inout [UInt8]) {
    held.withUnsafeBufferPointer {
      compressor?.compress($0, isLast: isLast, onto: &output)
    }
    held.removeAll(keepingCapacity: true)
  }
}

/// A library that compresses a stream, block by block.
protocol Compressor {
  /// Appends all that the block gives: it is flushed, or the stream ends with it.
  func compress(_ block: UnsafeBufferPointer<UInt8>, isLast: Bool, onto output: inout [UInt8])
  /// Begins a new stream.
  func reset()
}
