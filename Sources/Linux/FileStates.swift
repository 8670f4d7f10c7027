import Glibc

/// How some files stand on disk at a moment, links followed: two looks are equal where nothing has
/// changed between them. Sees what no watch tells: another folder in the place of one above, files
/// behind links to elsewhere, what another machine writes.
package struct FileStates: Sendable, Equatable {
  private struct State: Equatable {
    let path: String
    /// Zeros where nothing is there.
    var device: UInt = 0
    var inode: UInt = 0
    var size = 0
    /// When its bytes, its rights or its names last changed.
    var seconds = 0
    var nanoseconds = 0
  }

  private let states: [State]

  package init(of paths: [String]) {
    states = paths.map { path in
      var status = stat()
      guard stat(path, &status) == 0 else { return State(path: path) }
      return State(
        path: path, device: UInt(status.st_dev), inode: UInt(status.st_ino),
        size: Int(status.st_size), seconds: status.st_ctim.tv_sec,
        nanoseconds: status.st_ctim.tv_nsec)
    }
  }
}
