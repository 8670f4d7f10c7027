/// Rows of one kind, ordered by the UTF-8 bytes of their ids and found by id.
package struct Table<Row: Sendable>: Sendable {
  package let rows: [Row]
  private let places: [String: Int]
  package let ids: [String]

  /// Of rows with the same id the first is found; the loader refuses them before.
  package init(_ rows: [Row], id: (Row) -> String) {
    // Sorted by number: rows are large, and moving them about costs more than comparing.
    let unordered = rows.map(id)
    let order = rows.indices.sorted { precedes(unordered[$0], unordered[$1]) }
    self.rows = order.map { rows[$0] }
    ids = order.map { unordered[$0] }
    places = Dictionary(ids.enumerated().map { ($1, $0) }, uniquingKeysWith: { one, _ in one })
  }

  package var count: Int { rows.count }

  package func place(_ id: String) -> Int? { places[id] }

  package subscript(id: String) -> Row? {
    places[id].map { rows[$0] }
  }
}

/// The order of texts everywhere: by their UTF-8 bytes.
package func precedes(_ one: String, _ other: String) -> Bool {
  one.utf8.lexicographicallyPrecedes(other.utf8)
}
