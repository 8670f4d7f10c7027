import Glibc

/// A file that others may read, move or write to meanwhile: all goes to its end.
package final class AppendedFile: Sendable {
  private let path: String
  private let file: Descriptor

  /// Opens the file, or makes one that its owner and group may read. A named pipe will do if
  /// somebody reads it.
  package init(_ path: String) throws(SystemError) {
    // A pipe that nobody reads would be waited for.
    let flags = O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NOCTTY | O_NONBLOCK
    let number: Int32
    do throws(SystemError) {
      number = try retried("open", on: path) { Glibc.open(path, flags, 0o640) }
    } catch {
      guard error.number == ENXIO else { throw error }
      throw SystemError(
        "open", on: path, number: error.number, words: "a named pipe or socket that nobody reads")
    }
    file = Descriptor(taking: number)
    _ = try retried("fcntl", on: path) {
      fcntl(number, F_SETFL, fcntl(number, F_GETFL) & ~O_NONBLOCK)
    }
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
