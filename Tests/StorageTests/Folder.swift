import Glibc
import Statistics
import Storage

/// A fresh folder that lives as long as its test.
final class Folder {
  let path: String
  /// The folder that it lies in.
  private let parent: String

  /// - Parameter name: what the folder is called inside a folder of its own.
  init(_ files: [String: String] = [:], named name: String = "data") throws {
    var template = Array("/tmp/thuocdo-storage-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else { throw Failure(errno) }
    parent = String(cString: made)
    path = "\(parent)/\(name)"
    guard mkdir(path, 0o700) == 0 else { throw Failure(errno) }
    for (name, text) in files { try write(name, text) }
  }

  deinit {
    remove(parent)
  }

  struct Failure: Error {
    let number: Int32
    init(_ number: Int32) { self.number = number }
  }

  func write(_ name: String, _ text: String) throws {
    try write(name, Array(text.utf8))
  }

  func write(_ name: String, _ bytes: [UInt8]) throws {
    let file = creat("\(path)/\(name)", 0o600)
    guard file >= 0 else { throw Failure(errno) }
    defer { close(file) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      guard count > 0 else { throw Failure(errno) }
      rest = rest.dropFirst(count)
    }
  }

  func makeFolder(_ name: String) throws {
    guard mkdir("\(path)/\(name)", 0o700) == 0 else { throw Failure(errno) }
  }

  func link(_ name: String, to target: String) throws {
    guard symlink(target, "\(path)/\(name)") == 0 else { throw Failure(errno) }
  }

  func rename(_ name: String, to other: String) throws {
    guard Glibc.rename("\(path)/\(name)", "\(path)/\(other)") == 0 else { throw Failure(errno) }
  }

  func load() throws -> Snapshot { try Loader.load(path) }

  /// What is wrong in the folder, its own path left out; empty where it loads.
  var errors: [DataError] {
    do {
      _ = try Loader.load(path)
      return []
    } catch {
      return error.errors.map { error in
        var error = error
        error.file = error.file.replacing("\(path)/", with: "")
        error.found = error.found.replacing("\(path)/", with: "")
        return error
      }
    }
  }

  /// The same as they are printed.
  var messages: [String] { errors.map(\.description) }

  private func remove(_ path: String) {
    guard unlink(path) != 0 else { return }
    if let folder = opendir(path) {
      while let entry = readdir(folder) {
        let name = withUnsafeBytes(of: &entry.pointee.d_name) {
          String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
        }
        if name != ".", name != ".." { remove("\(path)/\(name)") }
      }
      closedir(folder)
    }
    rmdir(path)
  }
}
