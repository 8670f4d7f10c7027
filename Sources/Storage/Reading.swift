import JSON
import Linux
import Statistics

/// What has been read so far: the rows, their ids and references, and where each row stands.
struct Reading: Sendable {
  var contents = Contents()
  var references = References()
  /// In the order of `contents.publishedRanks`.
  var publishedRankPlaces: [Place] = []
  /// Of one file.
  var observations = ObservationRows()
  /// Elements of one file's list of observations that are no rows of `observations`: after how
  /// many of these each came.
  private var strays: [Int] = []

  /// Whether every file was JSON to its end; what the rest of one would have defined is not known.
  private(set) var isWhole = true

  /// The lists that a file may hold, by name, and how a row of each is read.
  static let lists: [(name: String, read: @Sendable (inout Reading, inout Record) -> Void)] = [
    ("sources", { $0.contents.sources.append($0.source(&$1)) }),
    ("countries", { $0.contents.countries.append($0.country(&$1)) }),
    ("provinces", { $0.contents.provinces.append($0.province(&$1)) }),
    ("regions", { $0.contents.regions.append($0.region(&$1)) }),
    ("pillars", { $0.contents.pillars.append($0.pillar(&$1)) }),
    ("units", { $0.contents.units.append($0.unit(&$1)) }),
    ("indicators", { $0.contents.indicators.append($0.indicator(&$1)) }),
    ("observations", { _ = $0.readObservation(&$1) }),
    ("publishedRanks", { $0.readPublishedRank(&$1) }),
    ("agencies", { $0.contents.agencies.append($0.agency(&$1)) }),
    ("meetings", { $0.contents.meetings.append($0.meeting(&$1)) }),
    ("commitments", { $0.contents.commitments.append($0.commitmentSet(&$1)) }),
    ("targets", { $0.contents.targets.append($0.target(&$1)) }),
    ("tasks", { $0.contents.tasks.append($0.task(&$1)) }),
    ("platforms", { $0.contents.platforms.append($0.platform(&$1)) }),
  ]

  /// Reads a file row by row and returns its size and SHA-256. What is not JSON ends the file's
  /// reading, with one error.
  mutating func read(_ file: DataFile) throws(SystemError) -> (bytes: Int, sum: String) {
    do throws(RowFileError) {
      var rows = try RowFile(file.path)
      while let name = try rows.nextList() {
        if name == "observations" {
          try readObservations(&rows, file)
        } else {
          try readList(name, &rows, file)
        }
      }
      return (rows.count, rows.sum())
    } catch {
      switch error {
      case .system(let error): throw error
      case .json(let error):
        file.report(at: .byte(error.offset), "", expected: error.expected, found: error.found)
        isWhole = false
        return (0, "")
      }
    }
  }

  private mutating func readList(
    _ name: String, _ rows: inout RowFile, _ file: DataFile
  ) throws(RowFileError) {
    let list = Reading.lists.first { $0.name == name }
    if list == nil {
      let names = Reading.lists.map(\.name)
      file.report(
        at: .byte(rows.offset), "/\(Record.escaped(name))",
        expected: "one of the lists \(names.joined(separator: ", "))", found: "\"\(name)\"",
        suggestion: Nearest.one(to: name, among: names))
    }
    var tape = Tape()
    var number = 0
    while try rows.nextRow(onto: &tape) {
      let pointer = "/\(name)/\(number)"
      if let list, var record = Record(tape, 0, of: rows.window, in: file, pointer: pointer) {
        list.read(&self, &record)
        record.end()
      }
      number += 1
    }
  }

  private mutating func readObservations(
    _ rows: inout RowFile, _ file: DataFile
  ) throws(RowFileError) {
    // Each row has more bytes than this; too much room costs addresses, not memory.
    observations.reserve((rows.size - rows.offset) / 64)
    let decoder = ObservationDecoder()
    var tape = Tape()
    while true {
      let found = try rows.nextRow(onto: &tape) {
        decoder.decode($0, at: $1, into: &observations)
      }
      if found == .none { break }
      guard found == .parsed else { continue }
      let pointer = "/observations/\(observations.count + strays.count)"
      var isAdded = false
      if var record = Record(tape, 0, of: rows.window, in: file, pointer: pointer) {
        isAdded = readObservation(&record)
        record.end()
      }
      if !isAdded { strays.append(observations.count) }
    }
    referToThings(in: file)
  }

  /// What rows refer to, at the first that does.
  private mutating func referToThings(in file: DataFile) {
    let all = [
      (Kind.indicator, "indicator", observations.indicators), (.area, "area", observations.areas),
      (.source, "source", observations.sources), (.source, "original", observations.originals),
    ].flatMap { kind, key, numbering in
      zip(numbering.texts, numbering.firstRows).map { (kind: kind, key: key, id: $0, row: $1) }
    }
    for first in all.sorted(by: { $0.row < $1.row }) {
      let place = place(ofObservation: first.row, key: first.key, in: file)
      references.refer(to: first.kind, first.id, at: place)
    }
  }

  /// Where a row stands, by its number as it was read.
  func place(ofObservation row: Int, key: String? = nil, in file: DataFile) -> Place {
    Place(file: file, observation: row + strays.count { $0 <= row }, key: key)
  }

  /// Adds what a later file holds, but its observations.
  mutating func add(_ other: Reading) {
    contents.add(other.contents)
    references.add(other.references)
    publishedRankPlaces += other.publishedRankPlaces
    isWhole = isWhole && other.isWhole
  }

  // MARK: ids and references

  mutating func defineID(_ record: inout Record, _ kind: Kind, key: String = "id") -> String {
    guard let value = record.require(key) else { return "" }
    let id = record.isText(value) ? record.text(value) : ""
    if !Identifier.isValid(id, allowingPoint: kind == .source || kind == .target) {
      record.report(value, key, expected: Identifier.rule)
    }
    references.define(kind, id, at: record.place(value, key))
    return id
  }

  mutating func reference(_ record: inout Record, _ key: String, to kind: Kind) -> String? {
    guard let value = record.take(key) else { return nil }
    return refer(record, value, key, to: kind)
  }

  /// The same in a row of observations.
  mutating func observedIfGiven(_ record: inout Record, _ key: String, _ kind: Kind) -> String? {
    record.take(key).flatMap { id(record, $0, key, of: kind) }
  }

  mutating func requiredReference(
    _ record: inout Record, _ key: String, to kind: Kind
  ) -> String {
    guard let value = record.require(key) else { return "" }
    return refer(record, value, key, to: kind) ?? ""
  }

  mutating func referenceList(_ record: inout Record, _ key: String, to kind: Kind) -> [String] {
    var ids: [String] = []
    for element in record.elements(of: key) {
      guard let id = refer(record, element.value, element.key, to: kind) else { continue }
      if ids.contains(id) {
        record.report(element.value, element.key, expected: "each id once")
      }
      ids.append(id)
    }
    return ids
  }

  private mutating func refer(
    _ record: Record, _ value: Int, _ key: String, to kind: Kind
  ) -> String? {
    guard let id = id(record, value, key, of: kind) else { return nil }
    references.refer(to: kind, id, at: record.place(value, key))
    return id
  }

  private func id(_ record: Record, _ value: Int, _ key: String, of kind: Kind) -> String? {
    guard record.isText(value) else {
      record.report(value, key, expected: "the id of a \(kind.rawValue), in quotes")
      return nil
    }
    return record.text(value)
  }

  /// The id in a row of observations, whose references are noted when all rows are read; an empty
  /// one, which counts as none there, now.
  mutating func observed(_ record: inout Record, _ key: String, _ kind: Kind) -> String {
    guard let value = record.require(key), let id = id(record, value, key, of: kind) else {
      return ""
    }
    if id.isEmpty { references.refer(to: kind, id, at: record.place(value, key)) }
    return id
  }
}
