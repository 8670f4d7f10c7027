import Testing

/// Which structures an SDMX client gets.
@Suite struct SDMXStructuresTests {
  /// The structures of an answer, by their ids.
  private func ids(_ rest: String, _ place: SourceLocation = #_sourceLocation) -> [String] {
    let answer = ask("/sdmx/2.1/\(rest)")
    #expect(answer.status == 200, "\(answer.text.prefix(300))", sourceLocation: place)
    return answer.tags.filter { $0["urn"] != nil }.compactMap { $0["id"] }
  }

  private static let flows = [
    "DIGITAL", "DIGITAL_ECONOMY", "DIGITAL_GOVERNMENT", "DIGITAL_SOCIETY",
  ]
  private static let lists = [
    "CL_FREQ", "CL_INDICATOR", "CL_AREA", "CL_UNIT", "CL_OBS_STATUS", "CL_QUALIFIER",
    "CL_MISSING", "CL_SOURCE",
  ]

  private static let meaning = ["CS_DIGITAL", "DSD_DIGITAL"]
  private static let pillars = Array(flows.dropFirst())
  private static let categorisations = pillars.map { "CAT_\($0)" }
  private static let constraints = flows.map { "CR_\($0)" }
  private static let below: [String] = lists + meaning
  private static let users: [String] = flows + ["DSD_DIGITAL"]
  private static let descendants: [String] = ["DIGITAL"] + lists + meaning
  private static let listed: [String] = ["DIGITAL"] + lists
  private static let whole: [String] =
    ["DIGITAL_ECONOMY", "PILLARS", "CAT_DIGITAL_ECONOMY"] + lists + meaning
    + ["CR_DIGITAL_ECONOMY"]
  private static let ofCategories: [String] = pillars + ["PILLARS"] + categorisations

  private static let questions: [(String, [String])] = [
    ("dataflow", flows), ("dataflow/all/all/latest/", flows), ("dataflow/THUOCDO/all/1.0", flows),
    ("dataflow/THUOCDO/DIGITAL/latest", ["DIGITAL"]),
    ("dataflow/THUOCDO/DIGITAL+DIGITAL_ECONOMY", ["DIGITAL", "DIGITAL_ECONOMY"]),
    ("datastructure/THUOCDO/DSD_DIGITAL/latest?references=children", below),
    ("datastructure/all/all?references=parents", users),
    ("dataflow/THUOCDO/DIGITAL?references=children", ["DIGITAL", "DSD_DIGITAL"]),
    ("dataflow/THUOCDO/DIGITAL?references=descendants", descendants),
    ("dataflow/THUOCDO/DIGITAL?references=parents", ["DIGITAL", "CR_DIGITAL"]),
    ("dataflow/THUOCDO/DIGITAL?references=codelist", listed),
    ("dataflow/THUOCDO/DIGITAL_ECONOMY/latest?references=all", whole),
    ("categoryscheme/THUOCDO/all/latest?references=parentsandsiblings", ofCategories),
    ("codelist/THUOCDO/CL_AREA/latest", ["CL_AREA"]), ("codelist", lists),
    ("conceptscheme", ["CS_DIGITAL"]), ("agencyscheme/SDMX", ["AGENCIES"]),
    ("agencyscheme/THUOCDO/all/latest/", ["AGENCIES"]),
    ("contentconstraint", constraints),
    ("availableconstraint/DIGITAL/A.dti./", ["CR_AVAILABLE"]),
    ("availableconstraint/DIGITAL/all?references=dataflow", ["DIGITAL", "CR_AVAILABLE"]),
  ]

  @Test(arguments: questions)
  func `a question has what it asks for and what references say`(
    rest: String, expected: [String]
  ) {
    #expect(ids(rest) == expected)
  }

  @Test func `everything there is is in one message`() {
    let all = ids("structure/all/all/all")
    #expect(Set(all).count == all.count)
    #expect(Set(all).isSuperset(of: SDMXStructuresTests.flows + SDMXStructuresTests.lists))
  }

  @Test func `only what does not grow with the data is final`() {
    let open: Set = ["CL_INDICATOR", "CL_AREA", "CL_UNIT", "CL_SOURCE", "PILLARS", "AGENCIES"]
    for artefact in ask("/sdmx/2.1/structure").tags {
      guard artefact["urn"] != nil, let id = artefact["id"] else { continue }
      let grows = open.contains(id) || id.hasPrefix("CR_") || id.hasPrefix("CAT_")
      #expect(artefact["isFinal"] == "\(!grows)", "\(id)")
    }
  }

  @Test func `a stub has its name and nothing in it`() {
    let stubs = ask("/sdmx/2.1/codelist?detail=allstubs")
    #expect(stubs.tags("str:Code").isEmpty)
    #expect(stubs.tags("str:Codelist").allSatisfy { $0["isExternalReference"] == "true" })
    let half = ask(
      "/sdmx/2.1/datastructure/THUOCDO/DSD_DIGITAL?references=all&detail=referencestubs")
    #expect(half.tags("str:Code").isEmpty)
    #expect(half.tags("str:Dimension").count > 0)
  }

  @Test func `every code of the data is in its list`() {
    var codes: [String: Set<String>] = [:]
    var list = ""
    for tag in ask("/sdmx/2.1/codelist").tags {
      if tag.name == "str:Codelist" { list = tag["id"] ?? "" }
      if tag.name == "str:Code" { codes[list, default: []].insert(tag["id"] ?? "") }
    }
    let rows = ask("/sdmx/2.1/data/DIGITAL").observations
    for (component, list) in [
      ("FREQ", "CL_FREQ"), ("INDICATOR", "CL_INDICATOR"), ("REF_AREA", "CL_AREA"),
      ("UNIT_MEASURE", "CL_UNIT"), ("OBS_STATUS", "CL_OBS_STATUS"),
      ("QUALIFIER", "CL_QUALIFIER"), ("MISSING", "CL_MISSING"), ("SOURCE", "CL_SOURCE"),
    ] {
      let used = Set(rows.compactMap { $0[component] })
      #expect(!used.isEmpty && used.isSubset(of: codes[list] ?? []), "\(component)")
    }
  }

  @Test func `every component of the data is in the structure, with its concept`() {
    let structure = ask("/sdmx/2.1/datastructure/THUOCDO/DSD_DIGITAL?references=children")
    let components = structure.tags.filter {
      ["str:Dimension", "str:TimeDimension", "str:Attribute", "str:PrimaryMeasure"].contains(
        $0.name)
    }.compactMap { $0["id"] }
    let used = Set(ask("/sdmx/2.1/data/DIGITAL").observations.flatMap(\.keys))
    #expect(used.isSubset(of: components))
    #expect(Set(structure.tags("str:Concept").compactMap { $0["id"] }) == Set(components))
  }

  @Test func `parents stand before their children`() {
    var seen = Set<String>()
    var isParent = false
    for tag in ask("/sdmx/2.1/codelist/THUOCDO/CL_INDICATOR+CL_AREA").tags {
      if tag.name == "str:Code" { seen.insert(tag["id"] ?? "") }
      if isParent { #expect(seen.contains(tag["id"] ?? "")) }
      isParent = tag.name == "str:Parent"
    }
    #expect(seen.contains("48-2025") && seen.contains("VN"))
  }

  @Test func `an area says from when to when it is`() {
    let text = ask("/sdmx/2.1/codelist/THUOCDO/CL_AREA").text
    #expect(
      text.contains(
        "<com:AnnotationTitle>2025-07-01</com:AnnotationTitle>"
          + "<com:AnnotationType>VALID_FROM</com:AnnotationType>"))
  }

  @Test(arguments: [
    ("DIGITAL/A.dti.", ["FREQ", "INDICATOR", "REF_AREA", "TIME_PERIOD"]),
    ("DIGITAL/A.dti./all/INDICATOR", ["INDICATOR"]), ("DIGITAL/A.dti./REF_AREA", ["REF_AREA"]),
    ("DIGITAL/A.dti./all/all", ["FREQ", "INDICATOR", "REF_AREA", "TIME_PERIOD"]),
    ("DIGITAL/A.dti.?startPeriod=2050", []),
  ])
  func `what is available is told for the dimensions that are asked for`(
    rest: String, expected: [String]
  ) {
    let answer = ask("/sdmx/2.1/availableconstraint/\(rest)")
    #expect(answer.tags("com:KeyValue").compactMap { $0["id"] } == expected)
    #expect(answer.tags("str:CubeRegion").isEmpty == expected.isEmpty)
  }

  @Test func `what a question could take is told beside what it gets`() {
    func areas(_ mode: String) -> Int {
      ask("/sdmx/2.1/availableconstraint/DIGITAL/A.dti.48-2008/REF_AREA?mode=\(mode)")
        .tags("com:Value").count
    }
    #expect(areas("exact") == 1)
    #expect(areas("available") > 60)
  }

  @Test func `what a flow holds is what its data has`() {
    let rows = ask("/sdmx/2.1/data/DIGITAL_ECONOMY").observations
    for target in [
      "contentconstraint/THUOCDO/CR_DIGITAL_ECONOMY", "availableconstraint/DIGITAL_ECONOMY",
    ] {
      var held: [String: Set<String>] = [:]
      var dimension = ""
      for tag in ask("/sdmx/2.1/\(target)").tags {
        if tag.name == "com:KeyValue" { dimension = tag["id"] ?? "" }
        if tag.name == "com:Value" { held[dimension, default: []].insert(tag.text) }
      }
      for id in ["FREQ", "INDICATOR", "REF_AREA"] {
        #expect(held[id] == Set(rows.compactMap { $0[id] }), "\(id) of \(target)")
      }
    }
  }
}
