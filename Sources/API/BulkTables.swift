import Formats
import Statistics

/// A whole table, or all of them, as somebody may take it away.
struct BulkFile: Sendable {
  let route: String
  let format: Format

  /// The address below the server's own.
  var path: String {
    format == .csv ? "\(route)?format=csv" : route
  }

  static let export = BulkFile(route: "/v1/export.ndjson", format: .ndjson)
}

/// One table as descriptions of the data tell of it.
struct BulkTable: Sendable {
  let id: String
  let name: Name
  let columns: [(name: String, type: ColumnType)]
  /// The columns that tell rows apart.
  let key: [String]
  /// Columns that hold the ids of another table.
  let references: [(column: String, table: String)]

  var file: BulkFile { BulkFile(route: "/v1/\(id)", format: .csv) }
}

extension Asking {
  /// Every collection, in the order of the index.
  var bulkTables: [BulkTable] {
    collections.map { collection in
      BulkTable(
        id: collection.id, name: collection.name, columns: columns(of: collection.id),
        key: collection.id == "observations"
          ? ["indicator", "area", "period", "source"] : ["id"],
        references: BulkTable.references[collection.id] ?? [])
    }
  }

  private func columns(of collection: String) -> [(name: String, type: ColumnType)] {
    switch collection {
    case "areas": columns(Field.all, snapshot.areas)
    case "provinces": columns(Field.all, snapshot.provinces)
    case "regions": columns(Field.all, snapshot.regions)
    case "pillars": columns(Field.all, snapshot.pillars)
    case "indicators": columns(Field.all, snapshot.indicators)
    case "commitments": columns(Field.all, snapshot.commitments)
    case "targets": columns(Field.all, snapshot.targets)
    case "tasks": columns(Field.all, snapshot.tasks)
    case "agencies": columns(Field.all, snapshot.agencies)
    case "platforms": columns(Field.all, snapshot.platforms)
    case "meetings": columns(Field.all, snapshot.meetings)
    case "sources": columns(Field.all, snapshot.sources)
    default: Column<Cell>.types(view())
    }
  }

  private func columns<Row>(
    _ fields: [Field<Row>], _ table: Table<Row>
  ) -> [(name: String, type: ColumnType)] {
    let view = view()
    return fields.flatMap { $0.columnTypes(table.rows.first, view) }
  }
}

extension BulkTable {
  fileprivate static let references: [String: [(column: String, table: String)]] = [
    "provinces": [("id", "areas"), ("region", "regions"), ("act", "sources")],
    "regions": [("act", "sources")],
    "indicators": [
      ("producer", "agencies"), ("pillar", "pillars"), ("parent", "indicators"),
      ("aggregationSource", "sources"),
    ],
    "observations": [("indicator", "indicators"), ("area", "areas"), ("source", "sources")],
    "commitments": [("meeting", "meetings"), ("announcedBy", "agencies")],
    "targets": [
      ("meeting", "meetings"), ("pillar", "pillars"), ("act", "sources"), ("source", "sources"),
    ],
    "tasks": [
      ("meeting", "meetings"), ("assignedBy", "agencies"), ("source", "sources"),
      ("questionsResultSource", "sources"),
    ],
    "agencies": [("act", "sources")],
    "platforms": [("ownerAgency", "agencies")],
    "meetings": [("chair", "agencies")],
    "sources": [("agency", "agencies"), ("meeting", "meetings")],
  ]
}
