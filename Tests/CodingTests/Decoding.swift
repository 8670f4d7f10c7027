import CBrotliDecoder
import CZlib
import Coding

/// What the coded bytes say so far, by the libraries' own decoders, and whether they end there;
/// nil if they are not in that coding or go on after their end.
func decode(_ bytes: [UInt8], _ coding: ContentCoding) -> (bytes: [UInt8], isWhole: Bool)? {
  switch coding {
  case .identity: (bytes, true)
  case .gzip: inflated(bytes)
  case .br: unbrotlied(bytes)
  }
}

private func inflated(_ bytes: [UInt8]) -> (bytes: [UInt8], isWhole: Bool)? {
  var (stream, decoded) = (z_stream(), [UInt8]())
  var room = [UInt8](repeating: 0, count: 1 << 16)
  guard czlib_begin_gunzip(&stream) == Z_OK else { return nil }
  defer { inflateEnd(&stream) }
  return bytes.withUnsafeBufferPointer { bytes in
    stream.next_in = UnsafeMutablePointer(mutating: bytes.baseAddress)
    stream.avail_in = UInt32(bytes.count)
    var status = Z_OK
    repeat {
      let count = room.withUnsafeMutableBufferPointer { room in
        stream.next_out = room.baseAddress
        stream.avail_out = UInt32(room.count)
        status = inflate(&stream, Z_NO_FLUSH)
        return room.count - Int(stream.avail_out)
      }
      decoded += room.prefix(count)
    } while status == Z_OK
    let isWhole = status == Z_STREAM_END
    guard isWhole || status == Z_BUF_ERROR, stream.avail_in == 0 else { return nil }
    return (decoded, isWhole)
  }
}

private func unbrotlied(_ bytes: [UInt8]) -> (bytes: [UInt8], isWhole: Bool)? {
  guard let state = BrotliDecoderCreateInstance(nil, nil, nil) else { return nil }
  defer { BrotliDecoderDestroyInstance(state) }
  var decoded = [UInt8]()
  return bytes.withUnsafeBufferPointer { bytes in
    var (left, next, room) = (bytes.count, bytes.baseAddress, 0)
    var result = BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT
    while result == BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT {
      result = BrotliDecoderDecompressStream(state, &left, &next, &room, nil, nil)
      var count = 0
      if let made = BrotliDecoderTakeOutput(state, &count) {
        decoded += UnsafeBufferPointer(start: made, count: count)
      }
    }
    guard result != BROTLI_DECODER_RESULT_ERROR, left == 0 else { return nil }
    return (decoded, result == BROTLI_DECODER_RESULT_SUCCESS)
  }
}
