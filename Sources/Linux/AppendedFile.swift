import Glibc

/// A file that others may read, move or write to meanwhile: all goes to its end.
package final class AppendedFile: Sendable {
  private let path: String
  private let file: Descriptor

  /// Opens the file, or makes one that its owner and group may read.
  package init(_ path: String) throws(SystemError) {
    file = Descriptor(
      taking: try retried("open", on: path) {
        Glibc.open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NOCTTY, 0o640)
      })
    self.path = path
  }

  /// A stream that is open already; it stays open.
  package init(_ stream: StandardStream) throws(SystemError) {
    file = Descriptor(
      taking: try retried("fcntl", on: "\(stream)") {
        fcntl(stream.rawValue, F_DUPFD_CLOEXEC, 3)
      })
    path = "\(stream)"
  }

  /// Writes all of it, and waits where it has to.
  package func write(_ bytes: [UInt8]) throws(SystemError) {
    var start = 0
    let number = file.number
    while start < bytes.count {
      start += try retried("write", on: path) {
        bytes.withUnsafeBytes { space in
          Glibc.write(number, space.baseAddress?.advanced(by: start), space.count - start)
        }
      }
    }
  }
}
