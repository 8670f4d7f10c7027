import CZlib

/// gzip (RFC 1952) by zlib; its header has no time and no name.
final class Gzip: Compressor {
  /// On answers of this API, 6 makes 1 to 3 % fewer bytes and takes 15 to 40 % longer; 4 makes 2
  /// to 6 % more and saves 5 to 10 % of the time.
  private static let level: Int32 = 5
  /// zlib's own choices: a window of 2^15 bytes and tables of 2^(8 + 9), 261 KiB in all.
  private static let (window, memory): (Int32, Int32) = (15, 8)
  private static let scratchBytes = 16 << 10

  // zlib remembers where its stream lies, so it must not move.
  private let stream: UnsafeMutablePointer<z_stream>
  private let scratch: UnsafeMutableBufferPointer<UInt8>

  init() {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    scratch = .allocate(capacity: Gzip.scratchBytes)
    let begun = czlib_begin_gzip(stream, Gzip.level, Gzip.window, Gzip.memory)
    precondition(begun == Z_OK, "zlib has no memory")
  }

  deinit {
    deflateEnd(stream)
    stream.deallocate()
    scratch.deallocate()
  }

  func compress(_ block: UnsafeBufferPointer<UInt8>, isLast: Bool, onto output: inout [UInt8]) {
    // zlib reads through a pointer that is not const, and writes nothing there.
    stream.pointee.next_in = UnsafeMutablePointer(mutating: block.baseAddress)
    stream.pointee.avail_in = UInt32(block.count)
    // Done when there is room left: until then zlib may hold more.
    repeat {
      stream.pointee.next_out = scratch.baseAddress
      stream.pointee.avail_out = UInt32(scratch.count)
      let status = deflate(stream, isLast ? Z_FINISH : Z_SYNC_FLUSH)
      precondition(status != Z_STREAM_ERROR, "zlib lost its stream")
      let room = Int(stream.pointee.avail_out)
      output.append(contentsOf: scratch[..<(scratch.count - room)])
    } while stream.pointee.avail_out == 0
  }

  func reset() {
    let status = deflateReset(stream)
    precondition(status == Z_OK, "zlib lost its stream")
  }
}
