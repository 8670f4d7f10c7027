import API
import Coding
import JSON
import Testing

/// The data taken away as a whole.
@Suite struct BulkTests {
  /// The lines of the export, by table, in their order.
  private static let export: [(table: String, row: Value)] =
    ask("/v1/export.ndjson").text.split(separator: "\n").compactMap { line in
      guard let row = try? Value(Array(line.utf8)) else { return nil }
      return (row["table"]?.text ?? "", row.without(["table"]))
    }

  private func rows(of table: String) -> [Value] {
    BulkTests.export.filter { $0.table == table }.map(\.row)
  }

  @Test func `the export has every table, in a fixed order, and counts its lines`() {
    let answer = ask("/v1/export.ndjson")
    #expect(answer.status == 200)
    #expect(answer[field: "Content-Type"] == "application/x-ndjson")
    #expect(answer[field: "X-Total-Count"] == "\(BulkTests.export.count)")
    #expect(answer.text.split(separator: "\n").count == BulkTests.export.count)
    #expect(answer.text.hasPrefix(#"{"table":"areas","id":"#))
    var tables: [String] = []
    for line in BulkTests.export where tables.last != line.table { tables.append(line.table) }
    #expect(
      tables == [
        "areas", "regions", "pillars", "indicators", "observations", "commitments", "targets",
        "tasks", "agencies", "platforms", "meetings", "sources",
        "publishedRanks",
      ])
  }

  @Test(arguments: [
    "pillars", "indicators", "commitments", "targets", "tasks", "agencies", "platforms", "meetings",
    "sources",
  ])
  func `its rows are those of the collection`(table: String) throws {
    #expect(try rows(of: table) == APITests.rows("/v1/\(table)"))
  }

  @Test func `it has all vintages, and all units that ever were`() throws {
    #expect(try rows(of: "observations") == APITests.rows("/v1/observations?vintages=all"))
    let areas = Set(rows(of: "areas").compactMap { $0["id"]?.text })
    for id in ["VN", "SG", "01-2005", "48-2008", "48-2025"] { #expect(areas.contains(id), "\(id)") }
    let regions = rows(of: "regions").compactMap { $0["id"]?.text }
    #expect(regions.contains("dong-nam-bo-2008") && regions.contains("dong-nam-bo-2025"))
  }

  @Test func `it has the ranks that documents published`() throws {
    let ranks = rows(of: "publishedRanks")
    #expect(ranks.count == API.snapshot.publishedRanks.count && !ranks.isEmpty)
    let first = try #require(ranks.first)
    #expect(
      first.keys
        == ["indicator", "area", "period", "rank", "outOf", "source", "locator", "excerpt"])
    let indicator = try #require(first["indicator"]?.text)
    let period = try #require(first["period"]?.text)
    let shown = try ask("/v1/indicators/\(indicator)/ranking?period=\(period)").data().elements
    let own = try #require(shown.first { $0["area"] == first["area"] })
    #expect(own["rank"] == first["rank"] || own["rankBasis"] == nil)
  }

  @Test func `the export comes in pieces, coded, with a tag of the day`() throws {
    guard case .pieces = response(to: "/v1/export.ndjson").body else {
      Issue.record("it comes whole")
      return
    }
    let coded = ask("/v1/export.ndjson", "Accept-Encoding: gzip")
    #expect(coded[field: "Content-Encoding"] == "gzip")
    let tag = try #require(ask("/v1/export.ndjson")[field: "ETag"])
    #expect(ask("/v1/export.ndjson", "If-None-Match: \(tag)").status == 304)
    #expect(ask("/v1/export.ndjson", of: .on("2026-11-23"))[field: "ETag"] != tag)
    #expect(ask("/v1/export.ndjson", "Accept: application/json").status == 406)
    #expect(try wrongs("/v1/export.ndjson?limit=1") == ["limit notHere"])
  }

  // MARK: Data Package

  private static let package = Result { try ask("/datapackage.json").json() }

  private func resources() throws -> [Value] {
    try #require(try BulkTests.package.get()["resources"]).elements
  }

  @Test func `a data package says what it is, whose and on what terms`() throws {
    let package = try BulkTests.package.get()
    #expect(package["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json")
    #expect(package["name"] == "thuocdo")
    #expect(package["version"]?.text?.wholeMatch(of: /\d+\.\d+\.\d+\+[0-9a-f]{12}/) != nil)
    #expect(package["licenses"]?[0]?["name"] == "CC-BY-4.0")
    #expect(package["sources"]?.elements.count == API.snapshot.sources.count)
    #expect(
      try resources().map { $0["name"] }
        == ask("/v1").data()["collections"]?.elements
        .map { $0["id"] })
  }

  @Test func `every resource has the length and the digest of what its address gives`() throws {
    for resource in try resources() {
      let path = try #require(resource["path"]?.text)
      let table = ask("/\(path)")
      #expect(table.status == 200, "\(path)")
      #expect(table[field: "Content-Type"]?.hasPrefix("text/csv") == true)
      #expect(resource["bytes"]?.integer == table.bytes.count, "\(path)")
      #expect(resource["hash"]?.text == "sha256:\(sha256(table.bytes))", "\(path)")
    }
  }

  @Test func `every resource has the columns of its table, and keys among them`() throws {
    let all = try resources()
    for resource in all {
      let path = try #require(resource["path"]?.text)
      let schema = try #require(resource["schema"])
      let columns = schema["fields"]?.elements.compactMap { $0["name"]?.text } ?? []
      let head = ask("/\(path)").text.prefix { $0 != "\r\n" }
      #expect(head == columns.joined(separator: ",")[...], "\(path)")
      let key = schema["primaryKey"] ?? schema["uniqueKeys"]?[0]
      #expect(key?.elements.isEmpty == false)
      for column in key?.elements ?? [] { #expect(columns.contains(column.text ?? "")) }
      for reference in schema["foreignKeys"]?.elements ?? [] {
        #expect(columns.contains(reference["fields"]?[0]?.text ?? ""), "\(path)")
        let other = reference["reference"]?["resource"]
        #expect(all.contains { $0["name"] == other }, "\(path)")
      }
    }
  }

  /// The cells of each column that hold something, and the types that the package gives.
  private func tables() throws -> [(
    table: String, columns: [(name: String, type: String?, cells: Set<String>)], schema: Value
  )] {
    try resources().map { resource in
      let path = try #require(resource["path"]?.text)
      let cells = TableTests.columns(of: ask("/\(path)").bytes)
      let schema = try #require(resource["schema"])
      let columns = try #require(schema["fields"]).elements.map { field in
        let name = field["name"]?.text ?? ""
        let own = (cells[Array(name.utf8)] ?? []).dropFirst().filter { !$0.isEmpty }
        return (
          name, field["type"]?.text, Set(own.map { String(decoding: $0, as: UTF8.self) })
        )
      }
      return (resource["name"]?.text ?? "", columns, schema)
    }
  }

  @Test func `every column is of the type that its cells are`() throws {
    // Periods, and days that may be known in part: what is in them today is by chance.
    let texts: Set = ["dueAsPeriod", "questionsResultDate"]
    for (table, columns, _) in try tables() {
      for (name, type, cells) in columns where !texts.contains(name) {
        let place: Comment = "\(table).\(name): \(type ?? "-")"
        let isNumber = cells.allSatisfy { (try? Value(Array($0.utf8)))?.number != nil }
        let isInteger = isNumber && cells.allSatisfy { !$0.contains(".") }
        let isFlag = cells.isSubset(of: ["true", "false"])
        let isDay = cells.allSatisfy { $0.wholeMatch(of: /\d{4}-\d\d-\d\d/) != nil }
        switch type {
        case "number": #expect(isNumber, place)
        case "integer": #expect(isInteger, place)
        case "boolean": #expect(isFlag, place)
        case "date": #expect(isDay, place)
        default: #expect(cells.isEmpty || !isNumber && !isFlag && !isDay, place)
        }
      }
    }
    let observations = try #require(try tables().first { $0.table == "observations" })
    for name in ["value", "low", "high", "outOf"] {
      #expect(observations.columns.first { $0.name == name }?.type == "number", "\(name)")
    }
  }

  @Test func `every id in a table that refers to another is in that one`() throws {
    let tables = try tables()
    for (table, columns, schema) in tables {
      for reference in schema["foreignKeys"]?.elements ?? [] {
        let other = tables.first { $0.table == reference["reference"]?["resource"]?.text }
        let ids = other?.columns.first { $0.name == "id" }?.cells ?? []
        let name = reference["fields"]?[0]?.text
        let cells = columns.first { $0.name == name }?.cells ?? []
        #expect(cells.isSubset(of: ids), "\(table).\(name ?? "-"): \(cells.subtracting(ids))")
      }
    }
    let keys = tables.first { $0.table == "observations" }?.schema["foreignKeys"]?.elements ?? []
    #expect(keys.compactMap { $0["fields"]?[0]?.text } == ["indicator", "area", "source"])
  }

  @Test func `there is a collection of all areas, of every map`() throws {
    let areas = try APITests.rows("/v1/areas")
    #expect(areas.compactMap { $0["id"] } == rows(of: "areas").compactMap { $0["id"] })
    let nation = try #require(areas.first { $0["id"] == "VN" })
    #expect(nation["level"] == "nation" && nation["type"] == .null && nation["code"] == "VN")
    let former = try #require(areas.first { $0["id"] == "49-2008" })
    #expect(former["name"] == ["vi": "Quảng Nam", "en": "Quang Nam"] && former["code"] == "49")
    #expect(former["validTo"] == "2025-06-30" && former["successors"] == ["48-2025"])
  }

  @Test(arguments: ["/datapackage.json", "/catalog.jsonld"])
  func `a description is the same when its checksums are known, and each day's is its own`(
    target: String
  ) throws {
    let api = API.on("2026-11-22")
    let first = ask(target, of: api)
    #expect(first.status == 200)
    #expect(ask(target, of: api).bytes == first.bytes)
    #expect(
      ask(target, "Accept-Encoding: br", of: api).bytes
        == ask(target, "Accept-Encoding: br", of: .on("2026-11-22")).bytes)
    #expect(first[field: "Cache-Control"] == "max-age=60")
    let tag = try #require(first[field: "ETag"])
    #expect(ask(target, "If-None-Match: \(tag)", of: api).status == 304)
    #expect(ask(target, of: .on("2026-11-23"))[field: "ETag"] != tag)
  }

  // MARK: DCAT

  @Test func `a catalogue names every table with its checksum, and the service`() throws {
    let answer = ask("/catalog.jsonld")
    #expect(answer[field: "Content-Type"] == "application/ld+json")
    let catalog = try answer.json()
    #expect(catalog["@type"] == "dcat:Catalog")
    #expect(catalog["@context"]?["dcat"] == "http://www.w3.org/ns/dcat#")
    let languages = "http://publications.europa.eu/resource/authority/language/"
    #expect(
      catalog["dcterms:language"]?.elements
        == [["@id": .text("\(languages)VIE")], ["@id": .text("\(languages)ENG")]])
    let services = try #require(catalog["dcat:service"]).elements
    #expect(services.allSatisfy { $0["@type"] == "dcat:DataService" })
    #expect(
      services.compactMap { $0["dcat:endpointURL"] } == [["@id": "/v1"], ["@id": "/sdmx/2.1"]])
    for service in services {
      let address = try #require(service["dcat:endpointDescription"]?["@id"]?.text)
      #expect(ask(address).status == 200)
    }
    let datasets = try #require(catalog["dcat:dataset"]).elements
    #expect(datasets.count == (try resources().count) + 1)
    for dataset in datasets {
      #expect(dataset["@type"] == "dcat:Dataset")
      #expect(dataset["dcterms:title"]?.elements.map { $0["@language"] } == ["vi", "en"])
      let file = try #require(dataset["dcat:distribution"])
      let address = try #require(file["dcat:downloadURL"]?["@id"]?.text)
      let id = try #require(dataset["dcterms:identifier"]?.text)
      let access = id == "all" ? "/v1" : "/v1/\(id)"
      #expect(file["dcat:accessURL"] == ["@id": .text(access)])
      for key in ["dcat:mediaType", "dcterms:format"] { #expect(file[key]?.text == nil) }
      let bytes = ask(address).bytes
      #expect(file["dcat:byteSize"]?["@value"]?.text == "\(bytes.count)", "\(address)")
      let checksum = file["spdx:checksum"]
      #expect(checksum?["spdx:checksumValue"]?["@value"]?.text == sha256(bytes))
      #expect(checksum?["spdx:algorithm"] == ["@id": "spdx:checksumAlgorithm_sha256"])
    }
  }

  @Test func `the index leads to the catalogue`() throws {
    let index = ask("/v1")
    #expect(try index.json()["links"]?["describedby"] == "/catalog.jsonld")
    #expect(index[field: "Link"]?.contains("</catalog.jsonld>; rel=\"describedby\"") == true)
    #expect(ask("/catalog.jsonld", "Accept: application/json").status == 200)
    #expect(ask("/catalog.jsonld", "Accept: text/turtle").status == 406)
  }
}

private func sha256(_ bytes: [UInt8]) -> String {
  var digest = Digest()
  digest.add(bytes)
  return digest.hexadecimal()
}
