import JSON
import Statistics

/// `/datapackage.json`: all tables for programs that take the data away (Data Package 2.0).
extension Asking {
  mutating func dataPackage() throws(Problem) -> Answer {
    try settled()
    return Answer(
      content: .pieces { [self] in ChecksummedPieces(self, package) }, era: today.description)
  }

  private var package: ChecksummedDocument {
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("$schema", "https://datapackage.org/profiles/2.0/datapackage.json")
    writer.member("name", "thuocdo")
    writer.member("title", Asking.title.vi)
    writer.member("description", Asking.title.en)
    // Another version of the program may write other bytes.
    writer.member("version", "\(API.version).0+\(snapshot.digest.prefix(12))")
    writer.key("keywords")
    writer.strings(["Việt Nam", "chuyển đổi số", "digital transformation"])
    writer.key("licenses")
    writer.beginArray()
    writer.beginObject()
    writer.member("name", License.id)
    writer.member("path", License.url)
    writer.member("title", License.covers.en)
    writer.endObject()
    writer.endArray()
    writer.key("sources")
    writer.beginArray()
    for source in snapshot.sources.rows {
      writer.beginObject()
      writer.member("title", source.title)
      if let url = source.url { writer.member("path", url) }
      writer.endObject()
    }
    writer.endArray()
    writer.key("resources")
    writer.beginArray()
    var places: [(end: Int, file: BulkFile)] = []
    for table in bulkTables {
      writer.beginObject()
      writeResource(table, onto: &writer)
      places.append((writer.bytes.count, table.file))
      writer.endObject()
    }
    writer.endArray()
    writer.endObject()
    return ChecksummedDocument(bytes: writer.bytes, places: places) { checksum in
      #","bytes":\#(checksum.byteCount),"hash":"sha256:\#(checksum.sha256)""#
    }
  }

  private func writeResource(_ table: BulkTable, onto writer: inout JSONWriter) {
    writer.member("name", table.id)
    writer.member("type", "table")
    writer.member("title", table.name.vi)
    writer.member("description", table.name.en)
    // A path of a package is relative to it, or whole: never one from the root.
    let path = absolute(table.file.path)
    writer.member("path", path.hasPrefix("/") ? String(path.dropFirst()) : path)
    writer.member("format", "csv")
    writer.member("mediatype", "text/csv")
    writer.member("encoding", "utf-8")
    writer.key("schema")
    writer.beginObject()
    writer.key("fields")
    writer.beginArray()
    for column in table.columns {
      writer.beginObject()
      writer.member("name", column.name)
      writer.member("type", column.type.rawValue)
      writer.endObject()
    }
    writer.endArray()
    writer.key("missingValues")
    writer.strings([""])
    if table.key == ["id"] {
      writer.key("primaryKey")
      writer.strings(table.key)
    } else {
      // No part of a primary key may be missing, as some figures' period is.
      writer.key("uniqueKeys")
      writer.beginArray()
      writer.strings(table.key)
      writer.endArray()
    }
    if !table.references.isEmpty {
      writer.key("foreignKeys")
      writer.beginArray()
      for reference in table.references {
        writer.beginObject()
        writer.key("fields")
        writer.strings([reference.column])
        writer.key("reference")
        writer.beginObject()
        writer.member("resource", reference.table)
        writer.key("fields")
        writer.strings(["id"])
        writer.endObject()
        writer.endObject()
      }
      writer.endArray()
    }
    writer.endObject()
  }
}
