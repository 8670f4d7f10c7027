import Testing

/// Which fields a client may count on.
@Suite struct PresenceTests {
  /// Of each collection, and of each single thing, the fields that are always there.
  static let promised: [(target: String, fields: String)] = [
    ("/v1", "name title version collections maps periods formats limits license"),
    (
      "/v1/provinces",
      "id code isoCode slug name fullName type level region validFrom validTo act predecessors "
        + "successors"
    ),
    ("/v1/regions", "id slug name validFrom validTo act provinces provinceCount notes"),
    ("/v1/areas", "id code isoCode name level type validFrom validTo successors"),
    ("/v1/pillars", "id name indicators targets"),
    (
      "/v1/indicators",
      "id name shortName definition producer pillar parent components unit unitMultiplier decimals "
        + "minimum maximum kind frequency direction levels aggregation breaks coverage measures "
        + "platforms notes"
    ),
    (
      "/v1/observations",
      "indicator area areaCode areaName period value qualifier status published source locator "
        + "excerpt"
    ),
    (
      "/v1/commitments",
      "id name meeting announcedOn announcedBy declaredCount itemCount groups items"
    ),
    (
      "/v1/commitments/5-5-5-2024/khong-3",
      "id set group number text wordings measuredBy targets tasks unmeasured"
    ),
    (
      "/v1/targets",
      "id name act setOn source locator excerpt measure comparator value low unit area due dueAs "
        + "commitments supersedes supersededBy"
    ),
    (
      "/v1/tasks",
      "id name meeting assignedOn assignedBy source locator excerpt due dueAs questions clear "
        + "unsaid platforms indicators targets"
    ),
    ("/v1/agencies", "id name aliases validFrom validTo successors act"),
    (
      "/v1/platforms", "id name aliases kind url owner pillars state mentions indicators tasks"
    ),
    (
      "/v1/meetings",
      "id name date dateNote place chair agencies sources commitmentSets targets tasks"
    ),
    (
      "/v1/sources",
      "id title publisher url language kind published knownFrom retrieved transcriptionOf meeting "
        + "number license reliability checks uses"
    ),
  ]

  @Test(arguments: promised)
  func `every row has every promised field`(target: String, fields: String) throws {
    let data = try ask(target).data()
    let rows = data.keys.isEmpty ? data.elements : [data]
    #expect(!rows.isEmpty)
    for row in rows {
      let lacking = fields.split(separator: " ").filter { row[String($0)] == nil }
      #expect(lacking.isEmpty, "\(row["id"] ?? row)")
    }
  }

  /// The fields that are there only with something to say.
  static let optional: [(target: String, fields: String)] = [
    (
      "/v1/observations",
      "low high outOf otherStatus missing confirmedBy conflict note periodText statedChange"
    ),
    ("/v1/agencies", "notes"), ("/v1/meetings", "notes"), ("/v1/commitments", "notes"),
    ("/v1/sources", "publishedNote notes agency"), ("/v1/tasks", "notes"),
    ("/v1/targets", "notes tolerance"), ("/v1/indicators", "producerNote"),
  ]

  @Test(arguments: optional)
  func `any other field is left out when it has nothing to say`(
    target: String, fields: String
  ) throws {
    for row in try ask(target).data().elements {
      for field in fields.split(separator: " ") {
        guard let value = row[String(field)] else { continue }
        #expect(value != .null && value != [], "\(field) of \(row["id"] ?? row)")
      }
    }
  }

  @Test(arguments: Examples.json)
  func `nothing is an empty text`(_ example: Example) throws {
    try ask(example.target).json().visit { path, value in
      // A unit may have no symbol; that it has none is all there is to say.
      if path.last == "symbol" { return }
      #expect(value != "", "\(path.joined(separator: "."))")
    }
  }

  @Test(arguments: Examples.json)
  func `names for people are in both languages`(_ example: Example) throws {
    try ask(example.target).json().visit { path, value in
      // A wording is what a document says, in the language of the document.
      if path.last == "wordings" || value["vi"] == nil && value["en"] == nil { return }
      #expect(value.keys == ["vi", "en"], "\(path.joined(separator: "."))")
      for key in value.keys {
        #expect(value[key]?.text?.isEmpty == false, "\(path.joined(separator: ".")).\(key)")
      }
    }
  }

  @Test(arguments: Examples.json)
  func `keys are camelCase`(_ example: Example) throws {
    // Relations that are registered (RFC 8631) keep their spelling.
    let relations: Set = ["service-desc", "service-doc"]
    try ask(example.target).json().visit { path, value in
      for key in value.keys where path.last != "links" || !relations.contains(key) {
        #expect(key.wholeMatch(of: /[a-z]+([A-Z][a-z]*)*/) != nil, "\(key)")
      }
    }
  }

  /// The fields that are whole days wherever they stand, or nothing.
  static let days: Set = [
    "validFrom", "validTo", "date", "due", "setOn", "announcedOn", "assignedOn", "knownFrom",
    "retrieved", "lastUpdated", "from", "to",
  ]

  @Test(arguments: Examples.json) func `days are written whole`(_ example: Example) throws {
    try ask(example.target).json().visit { path, value in
      guard let key = path.last, value != .null else { return }
      if PresenceTests.days.contains(key) {
        #expect(value.text?.wholeMatch(of: /\d{4}-\d\d-\d\d/) != nil, "\(path): \(value)")
      }
      if key == "published" {
        #expect(value.text?.wholeMatch(of: /\d{4}(-\d\d(-\d\d)?)?/) != nil, "\(path): \(value)")
      }
    }
  }

  /// The fields of objects within things.
  static let nested: [(target: String, path: [String], fields: [String])] = [
    ("/v1/indicators", ["unit"], ["code", "symbol", "name"]),
    ("/v1/indicators", ["coverage"], ["first", "last", "observations", "complete", "partial"]),
    ("/v1/indicators", ["coverage", "partial"], ["period", "have", "of"]),
    ("/v1/indicators", ["breaks"], ["period", "what", "act", "source"]),
    ("/v1/provinces", ["predecessors"], ["id", "code", "name"]),
    ("/v1/provinces", ["formerly"], ["name", "type", "validFrom", "validTo", "act"]),
    ("/v1/commitments", ["groups"], ["id", "name", "items"]),
    ("/v1/commitments", ["items", "wordings"], ["vi", "source", "locator", "official"]),
    ("/v1/commitments", ["items", "measuredBy"], ["indicator", "why"]),
    ("/v1/targets", ["dueAs"], ["text", "period", "bound"]),
    (
      "/v1/tasks", ["questions"],
      ["goal", "who", "what", "when", "accountable", "product", "result"]
    ),
    ("/v1/tasks", ["questions", "who"], ["lead", "with"]),
    ("/v1/tasks", ["questions", "who", "lead"], ["agency", "asWritten"]),
    ("/v1/platforms", ["owner"], ["agency", "asWritten"]),
    ("/v1/platforms", ["mentions"], ["source", "locator", "excerpt"]),
    ("/v1/sources", ["uses"], ["observations", "targets", "tasks", "commitments"]),
  ]

  @Test(arguments: nested)
  func `objects within things are whole too`(
    target: String, path: [String], fields: [String]
  ) throws {
    var found = 0
    try ask(target).data().visit { keys, value in
      guard keys == path, !value.keys.isEmpty else { return }
      found += 1
      #expect(Set(fields).subtracting(value.keys).isEmpty, "\(value)")
    }
    #expect(found > 0)
  }
}
