import Coding
import HTTP

/// The encoders of one loop, one of each coding, made when they are first needed: beginning anew
/// costs less than a new one.
struct Encoders: ~Copyable {
  private var gzip: Encoder?
  private var br: Encoder?

  /// The coded form of whole content.
  mutating func code(_ bytes: [UInt8], _ coding: ContentCoding) -> [UInt8] {
    switch coding {
    case .identity: bytes
    case .gzip: Encoders.code(bytes, coding, &gzip)
    case .br: Encoders.code(bytes, coding, &br)
    }
  }

  private static func code(
    _ bytes: [UInt8], _ coding: ContentCoding, _ encoder: inout Encoder?
  ) -> [UInt8] {
    var coded: [UInt8] = []
    if encoder == nil { encoder = Encoder(coding) } else { encoder?.reset() }
    encoder?.encode(bytes.span, isLast: true, onto: &coded)
    return coded
  }
}

/// Content that is made and coded piece by piece.
final class CodedPieces: Pieces {
  private let pieces: any Pieces
  private var encoder: Encoder

  init(_ pieces: any Pieces, _ coding: ContentCoding) {
    self.pieces = pieces
    encoder = Encoder(coding)
  }

  func next(onto bytes: inout [UInt8]) -> Bool {
    var piece: [UInt8] = []
    let mayGoOn = pieces.next(onto: &piece)
    encoder.encode(piece.span, isLast: !mayGoOn, onto: &bytes)
    return mayGoOn
  }
}
