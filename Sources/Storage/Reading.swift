import JSON
import Statistics

/// What has been read so far: the rows, their ids and references, and where each row stands.
struct Reading {
  var contents = Contents()
  var references = References()
  /// In the order of `contents.observations`.
  var observationPlaces: [Place] = []
  /// In the order of `contents.publishedRanks`.
  var publishedRankPlaces: [Place] = []

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
    ("observations", { $0.readObservation(&$1) }),
    ("publishedRanks", { $0.readPublishedRank(&$1) }),
    ("agencies", { $0.contents.agencies.append($0.agency(&$1)) }),
    ("meetings", { $0.contents.meetings.append($0.meeting(&$1)) }),
    ("commitments", { $0.contents.commitments.append($0.commitmentSet(&$1)) }),
    ("targets", { $0.contents.targets.append($0.target(&$1)) }),
    ("tasks", { $0.contents.tasks.append($0.task(&$1)) }),
    ("platforms", { $0.contents.platforms.append($0.platform(&$1)) }),
  ]

  /// Reads one file row by row. What is not JSON ends the file's reading, with one error.
  mutating func read(_ file: DataFile) {
    var reader = RowReader()
    var tape = Tape()
    do throws(JSONError) {
      while let name = try reader.nextList(file.bytes.span) {
        let list = Reading.lists.first { $0.name == name }
        if list == nil {
          let names = Reading.lists.map(\.name)
          file.report(
            at: reader.offset, "/\(Record.escaped(name))",
            expected: "one of the lists \(names.joined(separator: ", "))", found: "\"\(name)\"",
            suggestion: Nearest.one(to: name, among: names))
        }
        var number = 0
        while try reader.nextRow(file.bytes.span, onto: &tape) {
          if let list, var record = Record(tape, 0, in: file, pointer: "/\(name)/\(number)") {
            list.read(&self, &record)
            record.end()
          }
          number += 1
        }
      }
    } catch {
      file.report(at: error.offset, "", expected: error.expected, found: error.found)
      isWhole = false
    }
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
    guard record.isText(value) else {
      record.report(value, key, expected: "the id of a \(kind.rawValue), in quotes")
      return nil
    }
    let id = record.text(value)
    references.refer(to: kind, id, at: record.place(value, key))
    return id
  }
}
