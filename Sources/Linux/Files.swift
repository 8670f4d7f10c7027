import CLinux
import Glibc

/// A file that is read from its beginning, piece by piece.
package struct InputFile: ~Copyable {
  private let path: String
  private let file: Descriptor
  /// Bytes that it had when it was opened: a hint only, it may grow, and those of /proc say 0.
  package let size: Int

  package init(_ path: String) throws(SystemError) {
    // Opening a pipe would wait until somebody writes to it, and reading it until he does.
    let flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY
    let number: Int32
    do throws(SystemError) {
      number = try retried("open", on: path) { Glibc.open(path, flags) }
    } catch {
      throw error.number == ENXIO ? SystemError(notAFile: "socket", path) : error
    }
    let file = Descriptor(taking: number)
    var status = stat()
    _ = try retried("fstat", on: path) { fstat(file.number, &status) }
    switch status.st_mode & S_IFMT {
    // Reading a folder says what it is.
    case S_IFREG, S_IFDIR: break
    case S_IFIFO: throw SystemError(notAFile: "named pipe", path)
    default: throw SystemError(notAFile: "device", path)
    }
    size = Int(status.st_size)
    self.path = path
    self.file = file
  }

  /// Appends the next bytes, at most `most`, and says how many; 0 is the end.
  package func read(upTo most: Int, onto bytes: inout [UInt8]) throws(SystemError) -> Int {
    let number = file.number
    var count = 0
    var failure: SystemError?
    bytes.append(addingCapacity: most) { output in
      output.withUnsafeMutableBufferPointer { space, initialized in
        do throws(SystemError) {
          count = try retried("read", on: path) {
            Glibc.read(number, space.baseAddress?.advanced(by: initialized), most)
          }
          initialized += count
        } catch {
          failure = error
        }
      }
    }
    if let failure { throw failure }
    return count
  }
}

extension SystemError {
  /// There is something else where a file must be.
  init(notAFile kind: String, _ path: String) {
    self.init("open", on: path, number: EINVAL, words: "a \(kind), where a file must be")
  }
}

/// The whole content of the file at `path`.
package func readFile(_ path: String) throws(SystemError) -> [UInt8] {
  let file = try InputFile(path)
  // One byte more than the size shows the end without a second growth of the array.
  var bytes = [UInt8]()
  bytes.reserveCapacity(file.size + 1)
  while true {
    let room = max(bytes.capacity - bytes.count, 64 << 10)
    if try file.read(upTo: room, onto: &bytes) == 0 { return bytes }
  }
}

/// The bytes of the file at `path`; 0 where that cannot be told, which reading it will explain.
package func fileSize(_ path: String) -> Int {
  var status = stat()
  return stat(path, &status) == 0 ? Int(status.st_size) : 0
}

/// The names in the folder at `path`, without "." and "..", sorted by their UTF-8 bytes.
package func listFolder(_ path: String) throws(SystemError) -> [String] {
  guard let folder = opendir(path) else { throw SystemError("opendir", on: path) }
  defer { closedir(folder) }
  var names: [[UInt8]] = []
  while true {
    // `readdir` answers nil at the end too; only errno tells a failure apart.
    errno = 0
    guard let entry = readdir(folder) else {
      if errno != 0 { throw SystemError("readdir", on: path) }
      break
    }
    let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
    if name != [0x2E], name != [0x2E, 0x2E] { names.append(name) }
  }
  names.sort { $0.lexicographicallyPrecedes($1) }
  return names.map { String(decoding: $0, as: UTF8.self) }
}
