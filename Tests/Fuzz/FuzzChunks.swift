import HTTP

/// The chunk decoder: whole and cut it gives the same content, and never more than is allowed.
@Sendable func fuzzChunks(_ bytes: [UInt8]) {
  let limits = Limits(
    body: 4096, chunkExtensions: 64, bodyExtensions: 256, trailers: 256, trailerCount: 4)
  let whole = decode(bytes, [], limits)
  promise(whole.body.count <= limits.body, "the bound of a body")
  promise(decode(bytes, cuts(of: bytes), limits) == whole, "cut at \(cuts(of: bytes))")
  promise(decode(bytes, Array(bytes.indices), limits) == whole, "byte by byte")
}

private struct Decoded: Equatable {
  var body: [UInt8] = []
  var taken = 0
  var end = "incomplete"
}

private func decode(_ bytes: [UInt8], _ cuts: [Int], _ limits: Limits) -> Decoded {
  var decoder = ChunkDecoder()
  var decoded = Decoded()
  for end in cuts + [bytes.count] {
    let piece = Array(bytes[decoded.taken..<end])
    do throws(Refusal) {
      let (taken, isComplete) = try decoder.decode(piece.span, within: limits, into: &decoded.body)
      promise(taken == piece.count || isComplete, "what is not complete is taken whole")
      decoded.taken += taken
      if isComplete {
        decoded.end = "complete"
        return decoded
      }
    } catch {
      // How much was decoded before depends on the cuts, and nobody sees it.
      return Decoded(end: "\(error.status.code) \(error.reason)")
    }
  }
  return decoded
}
