import Glibc

/// Standard output and standard error, line by line and unbuffered.
package enum StandardStream: Int32, Sendable {
  case output = 1
  case errors = 2

  /// Writes one line whole. A stream that nobody reads any more is no reason to stop.
  package func write(_ line: String) {
    let bytes = Array("\(line)\n".utf8)
    var start = 0
    while start < bytes.count {
      let written = bytes.withUnsafeBytes { space in
        Glibc.write(rawValue, space.baseAddress?.advanced(by: start), space.count - start)
      }
      if written < 0, errno != EINTR { return }
      start += max(0, written)
    }
  }
}
