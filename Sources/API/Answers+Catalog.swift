import JSON
import Statistics

/// `/catalog.jsonld`: what there is, for catalogues of data (DCAT 3).
extension Asking {
  mutating func catalog() throws(Problem) -> Answer {
    try settled()
    return Answer(
      content: .pieces { [self] in ChecksummedPieces(self, catalogue) }, era: today.description)
  }

  private var catalogue: ChecksummedDocument {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("@context")
    writer.beginObject()
    for (prefix, namespace) in Asking.namespaces { writer.member(prefix, namespace) }
    writer.endObject()
    writer.member("@id", absolute("/catalog.jsonld"))
    writer.member("@type", "dcat:Catalog")
    writer.texts("dcterms:title", Asking.title)
    writer.reference("dcterms:license", License.url)
    writer.typed("dcterms:modified", "xsd:date", snapshot.lastUpdated.description)
    writer.key("dcterms:language")
    writer.references(["VIE", "ENG"].map { Asking.languages + $0 })
    writer.key("dcat:service")
    writer.beginArray()
    writeService(
      "api", Asking.title, "/v1", described: "/openapi.json", of: datasets.map(\.id), onto: &writer)
    let names = Name(vi: "Các giá trị theo SDMX 2.1", en: "The values by SDMX 2.1")
    writeService(
      "sdmx", names, "/sdmx/2.1", described: "/sdmx/2.1/dataflow", of: ["observations"],
      onto: &writer)
    writer.endArray()
    writer.key("dcat:dataset")
    writer.beginArray()
    var places: [(end: Int, file: BulkFile)] = []
    for (id, name, file) in datasets {
      writer.beginObject()
      writer.member("@id", absolute("/catalog.jsonld#\(id)"))
      writer.member("@type", "dcat:Dataset")
      writer.member("dcterms:identifier", id)
      writer.texts("dcterms:title", name)
      writer.reference("dcterms:license", License.url)
      writer.typed("dcterms:modified", "xsd:date", snapshot.lastUpdated.description)
      writer.key("dcat:distribution")
      writer.beginObject()
      writer.member("@type", "dcat:Distribution")
      writer.reference("dcat:accessURL", absolute(file.format == .csv ? file.route : "/v1"))
      writer.reference("dcat:accessService", absolute("/catalog.jsonld#api"))
      writer.reference("dcat:downloadURL", absolute(file.path))
      if file.format == .csv {
        writer.reference("dcat:mediaType", Asking.mediaTypeOfTables)
      } else {
        // None that is registered.
        writer.key("dcterms:format")
        writer.beginObject()
        writer.member("@type", "dcterms:MediaTypeOrExtent")
        writer.member("rdfs:label", file.format.contentType)
        writer.endObject()
      }
      places.append((writer.bytes.count, file))
      writer.endObject()
      writer.endObject()
    }
    writer.endArray()
    writer.endObject()
    return ChecksummedDocument(bytes: writer.bytes, places: places) { checksum in
      let length = #"{"@type":"xsd:nonNegativeInteger","@value":"\#(checksum.byteCount)"}"#
      let digits = #"{"@type":"xsd:hexBinary","@value":"\#(checksum.sha256)"}"#
      return #","dcat:byteSize":\#(length),"spdx:checksum":{"@type":"spdx:Checksum","#
        + #""spdx:algorithm":{"@id":"spdx:checksumAlgorithm_sha256"},"#
        + #""spdx:checksumValue":\#(digits)}"#
    }
  }

  /// Everything at once, then each table.
  private var datasets: [(id: String, name: Name, file: BulkFile)] {
    [("all", Asking.title, BulkFile.export)] + bulkTables.map { ($0.id, $0.name, $0.file) }
  }

  private func writeService(
    _ id: String, _ name: Name, _ path: String, described description: String,
    of datasets: [String], onto writer: inout JSONWriter
  ) {
    writer.beginObject()
    writer.member("@id", absolute("/catalog.jsonld#\(id)"))
    writer.member("@type", "dcat:DataService")
    writer.texts("dcterms:title", name)
    writer.reference("dcat:endpointURL", absolute(path))
    writer.reference("dcat:endpointDescription", absolute(description))
    writer.key("dcat:servesDataset")
    writer.references(datasets.map { absolute("/catalog.jsonld#\($0)") })
    writer.endObject()
  }

  private static let namespaces = [
    ("dcat", "http://www.w3.org/ns/dcat#"), ("dcterms", "http://purl.org/dc/terms/"),
    ("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
    ("spdx", "http://spdx.org/rdf/terms#"), ("xsd", "http://www.w3.org/2001/XMLSchema#"),
  ]
  /// Before the code of a language.
  private static let languages = "http://publications.europa.eu/resource/authority/language/"
  private static let mediaTypeOfTables =
    "https://www.iana.org/assignments/media-types/text/csv"
}

extension JSONWriter {
  fileprivate mutating func texts(_ key: String, _ name: Name) {
    self.key(key)
    beginArray()
    for (language, text) in [("vi", name.vi), ("en", name.en)] {
      beginObject()
      member("@language", language)
      member("@value", text)
      endObject()
    }
    endArray()
  }

  fileprivate mutating func reference(_ key: String, _ address: String) {
    self.key(key)
    reference(address)
  }

  fileprivate mutating func references(_ addresses: [String]) {
    beginArray()
    for address in addresses { reference(address) }
    endArray()
  }

  private mutating func reference(_ address: String) {
    beginObject()
    member("@id", address)
    endObject()
  }

  fileprivate mutating func typed(_ key: String, _ type: String, _ text: String) {
    self.key(key)
    beginObject()
    member("@type", type)
    member("@value", text)
    endObject()
  }
}
