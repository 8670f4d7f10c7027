import CLinux
import Glibc

/// Tells that something in a folder has changed: files written, renamed, removed, linked anew; or
/// that the folder itself, or a link to it, was put in another's place. What, it does not tell.
///
/// Contents that change behind links to files of other folders are not seen, nor is another folder
/// in the place of one further above: `FileStates` sees those, and `renew` follows.
package final class FolderWatch {
  /// Readable when something may have changed.
  package let descriptor: Descriptor
  private let path: String
  /// The watch of the folder, and those of the folders where its names stand, with the names.
  private var folder: Int32 = -1
  private var names: [Int32: Set<String>] = [:]

  package init(_ path: String) throws(SystemError) {
    self.path = path
    let number = try retried("inotify_init1") {
      inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
    }
    descriptor = Descriptor(taking: number)
    try watch()
  }

  /// Forgets what has changed up to now; whether anything had.
  package func take() -> Bool {
    var hasChanged = false
    var space = [UInt8](repeating: 0, count: 16 << 10)
    while true {
      let count = read(descriptor.number, &space, space.count)
      if count <= 0 { break }
      if concerns(space[..<count]) { hasChanged = true }
    }
    // Another folder may stand there by now; where it is gone for a moment, its name comes back.
    if hasChanged { try? watch() }
    return hasChanged
  }

  /// Watches what stands under its name now, be it another folder than before.
  package func renew() throws(SystemError) { try watch() }

  /// Whether one of the events is about the folder or one of its names.
  private func concerns(_ events: ArraySlice<UInt8>) -> Bool {
    let size = MemoryLayout<inotify_event>.size
    var rest = events
    while rest.count >= size {
      let event = rest.withUnsafeBytes { $0.loadUnaligned(as: inotify_event.self) }
      let name = rest.dropFirst(size).prefix(Int(event.len)).prefix { $0 != 0 }
      if event.mask & UInt32(IN_Q_OVERFLOW) != 0 || event.wd == folder
        || names[event.wd]?.contains(String(decoding: name, as: UTF8.self)) ?? false
      {
        return true
      }
      rest = rest.dropFirst(size + Int(event.len))
    }
    return false
  }

  private func watch() throws(SystemError) {
    let contents = IN_CLOSE_WRITE | IN_ATTRIB | IN_DELETE_SELF | IN_MOVE_SELF
    let entries = IN_CREATE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE
    var known: [Int32: Set<String>] = [:]
    // First where the names stand: what changes between is told, never missed.
    for path in [path, FolderWatch.resolved(path)] {
      let (above, name) = FolderWatch.split(path)
      do throws(SystemError) {
        known[try add(above, UInt32(entries)), default: []].insert(name)
      } catch {
        // Who may pass through a folder may not always look into it.
        if error.kind != .notPermitted { throw error }
      }
    }
    names = known
    let number = try add(path, UInt32(contents | entries))
    if folder != number, folder >= 0, known[folder] == nil {
      inotify_rm_watch(descriptor.number, folder)
    }
    folder = number
  }

  private func add(_ path: String, _ mask: UInt32) throws(SystemError) -> Int32 {
    try retried("inotify_add_watch", on: path) {
      // A folder that is both keeps what it is watched for already.
      inotify_add_watch(descriptor.number, path, mask | UInt32(IN_MASK_ADD))
    }
  }

  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  /// The folder in which the last name of a path stands, and the name.
  private static func split(_ path: String) -> (above: String, name: String) {
    var parts = path.split(separator: "/", omittingEmptySubsequences: true)
    let name = parts.popLast().map(String.init) ?? "."
    let above = parts.joined(separator: "/")
    return (path.hasPrefix("/") ? "/\(above)" : above.isEmpty ? "." : above, name)
  }
}
