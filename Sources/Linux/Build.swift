import CLinux
import Glibc

/// What the build has written into the program: Scripts/build has the linker make the build ID,
/// which every program has room for, of a mark, the commit and a byte more.
package enum Build {
  /// What such a build ID begins with; others are a checksum of the program.
  private static let mark = Array("commit".utf8)

  /// The commit that the program was built from, in hexadecimal, and whether files were changed
  /// since; nil where the build did not say.
  package static let commit: String? = {
    // Where the loader has put the table of the program's parts.
    guard let table = UnsafePointer<Elf64_Phdr>(bitPattern: getauxval(UInt(AT_PHDR))) else {
      return nil
    }
    let parts = UnsafeBufferPointer(start: table, count: Int(getauxval(UInt(AT_PHNUM))))
    let places = parts.first { $0.p_type == PT_PHDR }.map { Int($0.p_vaddr) }
    guard let places else { return nil }
    let base = Int(bitPattern: table) - places
    for part in parts where part.p_type == PT_NOTE {
      let notes = UnsafeRawBufferPointer(
        start: UnsafeRawPointer(bitPattern: base + Int(part.p_vaddr)), count: Int(part.p_memsz))
      if let identifier = identifier(in: notes) { return commit(in: identifier) }
    }
    return nil
  }()

  /// The commit that a build ID tells.
  package static func commit(in identifier: [UInt8]) -> String? {
    guard identifier.starts(with: mark), identifier.count > mark.count + 1 else { return nil }
    let commit = identifier.dropFirst(mark.count).dropLast().reduce(into: "") { text, byte in
      text += String(byte >> 4, radix: 16) + String(byte & 0xF, radix: 16)
    }
    return identifier.last == 0 ? commit : "\(commit), with changes"
  }

  /// The build ID among notes, which stand one after another: the lengths of name and value, a
  /// type, both padded (elf(5)).
  private static func identifier(in notes: UnsafeRawBufferPointer) -> [UInt8]? {
    var place = 0
    while place + 12 <= notes.count {
      func word(_ index: Int) -> Int {
        Int(notes.loadUnaligned(fromByteOffset: place + 4 * index, as: UInt32.self))
      }
      let (name, value, type) = (word(0), word(1), word(2))
      let begin = place + 12 + (name + 3) / 4 * 4
      guard begin + value <= notes.count else { return nil }
      if type == Int(NT_GNU_BUILD_ID), notes[(place + 12)..<begin].starts(with: "GNU".utf8) {
        return Array(notes[begin..<(begin + value)])
      }
      place = begin + (value + 3) / 4 * 4
    }
    return nil
  }
}
