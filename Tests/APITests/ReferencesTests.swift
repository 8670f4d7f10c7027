import Testing

/// References are ids of things that can be asked.
@Suite struct ReferencesTests {
  /// Where the value of a field, wherever it stands, is an id of.
  static let kinds: [(collection: String, fields: Set<String>)] = [
    ("sources", ["source", "sources", "act", "transcriptionOf", "confirmedBy"]),
    ("agencies", ["producer", "chair", "announcedBy", "assignedBy", "agency", "agencies"]),
    ("indicators", ["indicator", "indicators", "components", "parent"]),
    ("targets", ["targets", "supersedes", "supersededBy"]),
    ("tasks", ["tasks"]), ("platforms", ["platforms"]), ("pillars", ["pillar", "pillars"]),
    ("meetings", ["meeting"]), ("commitments", ["set", "commitmentSets"]),
    ("regions", ["region"]),
  ]

  /// A text that stands somewhere in the rows of a collection.
  private struct Said: Hashable {
    let field: String
    let value: Value
  }

  /// Every text of every collection that stands in a field of references, once.
  private static let said: Set<Said> = {
    let fields = kinds.reduce(into: Set<String>()) { $0.formUnion($1.fields) }
    var said = Set<Said>()
    for example in Examples.collections {
      (try? ask(example.target).data())?.visit { path, value in
        guard let field = path.last, fields.contains(field), value.text != nil else { return }
        said.insert(Said(field: field, value: value))
      }
    }
    return said
  }()

  @Test(arguments: kinds)
  func `every reference leads to a thing`(collection: String, fields: Set<String>) throws {
    let ids = Set(try column("id", of: "/v1/\(collection)"))
    let references = ReferencesTests.said.filter { fields.contains($0.field) }
    #expect(!references.isEmpty)
    for reference in references {
      #expect(ids.contains(reference.value), "\(reference.field)")
    }
  }

  /// The collections whose rows can be asked one by one.
  static let collections = Examples.things.compactMap { example in
    example.pattern.hasSuffix("}") && example.pattern.split(separator: "/").count == 3
      ? example.pattern.split(separator: "/").dropLast().map { "/\($0)" }.joined() : nil
  }

  @Test(arguments: collections)
  func `a thing says of itself what its collection says`(collection: String) throws {
    let rows = try ask(collection).data().elements
    #expect(!rows.isEmpty)
    for row in rows {
      let id = try #require(row["id"]?.text)
      #expect(try ask("\(collection)/\(id)").data() == row, "\(id)")
    }
  }

  @Test func `an item says of itself what its set says`() throws {
    for set in try ask("/v1/commitments").data().elements {
      let items = try #require(set["items"]).elements
      #expect(!items.isEmpty)
      for item in items {
        let id = try #require(item["id"]?.text)
        #expect(try ask("/v1/commitments/\(id)").data() == item)
      }
    }
  }
}
