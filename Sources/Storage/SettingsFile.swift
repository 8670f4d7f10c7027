import JSON
import Linux
import Statistics

/// A key that a settings file may hold, and what its value must be.
package struct SettingKey: Sendable {
  package enum Shape: Sendable {
    case text
    /// A text, and what is expected instead of one; nil where it is right.
    case checked(@Sendable (String) -> String?)
    case integer(ClosedRange<Int>)
  }

  package let name: String
  package let shape: Shape
  /// What it sets, for people who run the program.
  package let purpose: String

  package init(_ name: String, _ shape: Shape, _ purpose: String) {
    self.name = name
    self.shape = shape
    self.purpose = purpose
  }
}

/// A file of settings: one JSON object, read as strictly as the data is.
package struct SettingsFile: Sendable {
  private var texts: [String: String] = [:]
  private var integers: [String: Int] = [:]

  /// No settings: everything has its default.
  package init() {}

  package init(_ path: String, keys: [SettingKey]) throws(DataErrors) {
    let bytes: [UInt8]
    do {
      bytes = try readFile(path)
    } catch {
      throw DataErrors([
        DataError(whole: path, expected: "a readable file", found: error.finding)
      ])
    }
    let file = DataFile(path: path)
    var tape = Tape()
    do {
      try tape.parseDocument(bytes.span)
      if var record = Record(tape, 0, of: Window(bytes: bytes), in: file, pointer: "") {
        for key in keys { read(key, &record) }
        record.end()
      }
    } catch {
      file.report(at: .byte(error.offset), "", expected: error.expected, found: error.found)
    }
    let errors = file.errors
    if !errors.isEmpty { throw DataErrors(errors) }
  }

  private mutating func read(_ key: SettingKey, _ record: inout Record) {
    switch key.shape {
    case .text: texts[key.name] = record.optionalText(key.name)
    case .checked(let problem): texts[key.name] = record.optionalText(key.name, unless: problem)
    case .integer(let range): integers[key.name] = record.optionalInteger(key.name, in: range)
    }
  }

  package func text(_ name: String) -> String? { texts[name] }
  package func integer(_ name: String) -> Int? { integers[name] }
}
