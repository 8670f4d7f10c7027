import Glibc

/// A descriptor kept for the moment in which there is none: given up, it lets one connection in
/// that can then be sent away, instead of leaving it to knock for ever.
package struct SpareDescriptor: ~Copyable {
  private var held: Descriptor?

  package init() throws(SystemError) {
    held = Descriptor(taking: try retried("open", on: "/dev/null") { Self.open() })
  }

  /// Makes room for one descriptor, which another thread may take first.
  package mutating func giveUp() {
    held = nil
  }

  /// Holds a descriptor again; false while there is none to be had.
  package mutating func takeBack() -> Bool {
    if held != nil { return true }
    let number = Self.open()
    if number >= 0 { held = Descriptor(taking: number) }
    return number >= 0
  }

  private static func open() -> Int32 { Glibc.open("/dev/null", O_RDONLY | O_CLOEXEC) }
}
