import JSON
import Statistics
import Storage
import Testing

/// What holds for every row of the bundled data.
@Suite struct BundledTests {
  @Test func `the bundled data loads without an error`() throws {
    let snapshot = try Bundled.snapshot()
    #expect(snapshot.observations.count > 0)
    #expect(snapshot.digest.utf8.count == 64)
  }

  /// Which lists the keys that refer may name, apart from what the program knows of them.
  static let references: [String: [String]] = [
    "source": ["sources"], "sources": ["sources"], "original": ["sources"], "act": ["sources"],
    "transcriptionOf": ["sources"], "indicator": ["indicators"], "indicators": ["indicators"],
    "parent": ["indicators"], "weight": ["indicators"], "area": ["countries", "provinces"],
    "provinces": ["provinces"], "predecessors": ["provinces"], "agency": ["agencies"],
    "agencies": ["agencies"], "producer": ["agencies"], "chair": ["agencies"],
    "announcedBy": ["agencies"], "assignedBy": ["agencies"], "successors": ["agencies"],
    "meeting": ["meetings"], "pillar": ["pillars"], "pillars": ["pillars"],
    "platforms": ["platforms"], "targets": ["targets"], "supersedes": ["targets"],
    "tasks": ["tasks"], "unit": ["units"],
  ]

  @Test func `every reference is to a row that is there`() throws {
    let rows = try Bundled.rows()
    var ids: [String: Set<String>] = [:]
    for (list, rows) in rows {
      ids[list] = Set(rows.compactMap { ($0["id"] ?? (list == "units" ? $0["code"] : nil))?.text })
    }
    var checked = 0
    for (list, rows) in rows {
      for row in rows {
        row.walk { key, value in
          guard let id = value.text, let lists = BundledTests.references[key] else { return }
          checked += 1
          #expect(lists.contains { ids[$0]?.contains(id) ?? false }, "\(list): \(key) \(id)")
        }
      }
    }
    #expect(checked > rows.values.reduce(0) { $0 + $1.count })
  }

  @Test func `names are in both languages, texts say something and are composed`() throws {
    for (list, rows) in try Bundled.rows() {
      for row in rows {
        let id = row["id"]?.text ?? list
        row.walk { key, value in
          if case .object(let members) = value,
            members.contains(where: { $0.key == "vi" && $0.value.text != nil }), key != "wordings"
          {
            #expect(value["en"]?.text?.isEmpty == false, "\(id) \(key)")
          }
          if let text = value.text, key != "symbol" {
            let inside = text.drop { $0 == " " }
            #expect(!text.isEmpty && inside.startIndex == text.startIndex, "\(id) \(key): \(text)")
            // Vietnamese in NFC needs no combining mark.
            let marks = text.unicodeScalars.contains { (0x300...0x36F).contains($0.value) }
            #expect(!marks, "\(id) \(key): \(text)")
          }
          if case .null = value { Issue.record("\(id) \(key) is null: leave it out") }
          if case .list(let list) = value, list.isEmpty, key != "provinces" {
            Issue.record("\(id) \(key) is empty: leave it out")
          }
        }
      }
    }
  }

  @Test func `files are clean text that reads well in a diff`() throws {
    for (name, bytes) in try Bundled.files() {
      #expect(String(validating: bytes, as: UTF8.self) != nil, "\(name)")
      #expect(bytes.last == UInt8(ascii: "\n"), "\(name)")
      #expect(!bytes.contains(UInt8(ascii: "\r")), "\(name)")
      #expect(!bytes.contains(UInt8(ascii: "\t")), "\(name)")
      let lines = bytes.split(separator: UInt8(ascii: "\n"))
      #expect(!lines.contains { $0.last == UInt8(ascii: " ") }, "\(name)")
    }
  }

  @Test func `a file has a row a line, but for the items of commitments`() throws {
    for (name, bytes) in try Bundled.files() {
      var reader = RowReader()
      var tape = Tape()
      var rows = 0
      while let list = try reader.nextList(bytes.span) {
        while try reader.nextRow(bytes.span, onto: &tape) {
          let items = list == "commitments" ? tape.member("items", of: 0, bytes.span) : nil
          rows += 1 + (items.map { tape.elements(of: $0).count } ?? 0)
        }
      }
      let lines = bytes.split(separator: UInt8(ascii: "\n")).filter {
        $0.starts(with: Array("{\"".utf8))
      }
      // The first line opens the file's first list.
      #expect(lines.count == rows + 1, "\(name)")
    }
  }

  @Test func `every value has a source that says when it was read or made`() throws {
    let snapshot = try Bundled.snapshot()
    for source in snapshot.sources.rows {
      #expect(source.retrieved != nil || source.published != nil, "\(source.id)")
      // An unknown date is explained, never guessed.
      if source.published == nil { #expect(source.publishedNote != nil, "\(source.id)") }
      if let published = source.published, let retrieved = source.retrieved {
        #expect(published.first <= retrieved, "\(source.id)")
      }
    }
  }

  @Test func `every row says where in its document it stands`() throws {
    for row in try Bundled.rows("observations") {
      // A sentence that gives a rank without its whole cannot be the excerpt of both.
      let hasPlace = row["locator"] != nil || row["excerpt"] != nil || row["outOf"] != nil
      #expect(
        hasPlace,
        "\(row["indicator"]?.text ?? "") \(row["area"]?.text ?? "") \(row["source"]?.text ?? "")")
    }
  }

  @Test func `no text tells of a workplace`() throws {
    for (name, bytes) in try Bundled.files() {
      let text = String(decoding: bytes, as: UTF8.self)
      for word in ["/work/", "/tmp/", "localhost"] {
        let isThere = text.contains(word)
        #expect(!isThere, "\(name): \(word)")
      }
    }
  }
}
