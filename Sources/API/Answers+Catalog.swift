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
    writer.strings(["vi", "en"])
    writer.key("dcat:service")
    writeService(onto: &writer)
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
      writer.reference("dcat:accessURL", absolute("/v1"))
      writer.reference("dcat:downloadURL", absolute(file.path))
      if file.format == .csv {
        writer.reference("dcat:mediaType", Asking.mediaTypeOfTables)
      } else {
        writer.member("dcterms:format", file.format.contentType)
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

  private func writeService(onto writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("@id", absolute("/catalog.jsonld#api"))
    writer.member("@type", "dcat:DataService")
    writer.texts("dcterms:title", Asking.title)
    writer.reference("dcat:endpointURL", absolute("/v1"))
    writer.reference("dcat:endpointDescription", absolute("/openapi.json"))
    writer.key("dcat:servesDataset")
    writer.beginArray()
    for dataset in datasets {
      writer.beginObject()
      writer.member("@id", absolute("/catalog.jsonld#\(dataset.id)"))
      writer.endObject()
    }
    writer.endArray()
    writer.endObject()
  }

  private static let namespaces = [
    ("dcat", "http://www.w3.org/ns/dcat#"), ("dcterms", "http://purl.org/dc/terms/"),
    ("spdx", "http://spdx.org/rdf/terms#"), ("xsd", "http://www.w3.org/2001/XMLSchema#"),
  ]
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
